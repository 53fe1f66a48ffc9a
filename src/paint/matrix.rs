//! The couplings as a matrix: a row for each neuron that hears, a column for each that speaks. Positive ones fill
//! their place, negative ones are a dash in it.

use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::{Colours, couplings::Couplings, levels::Levels};

/// Paints the matrix into a square `width` wide; the row of the neuron pointed at is framed. Where there are more
/// neurons than pixels, each pixel shows the strongest of its couplings.
pub fn matrix(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    couplings: &Couplings,
    pointed: Option<usize>,
    width: f64,
) -> Result<(), JsValue> {
    context.clear_rect(0.0, 0.0, width, width);
    context.set_fill_style_str(&colours.inactive);
    context.fill_rect(0.0, 0.0, width, width);
    let neurons = couplings.neurons();
    let grain = (neurons as f64 / width).ceil().max(1.0) as usize;
    let side = neurons.div_ceil(grain);
    let pitch = width / side as f64;
    let mut levels = Levels::default();
    for row in 0..side {
        for column in 0..side {
            let strongest = strongest(couplings, grain, row, column);
            levels.add(couplings.relative(strongest), row * side + column);
        }
    }
    for group in levels.groups() {
        let (inset, height) = if group.positive { (0.0, pitch) } else { (0.3 * pitch, 0.4 * pitch) };
        context.set_global_alpha(group.opacity);
        context.set_fill_style_str(colours.sign(group.positive));
        context.begin_path();
        for &place in group.members {
            let (row, column) = (place / side, place % side);
            context.rect(column as f64 * pitch, row as f64 * pitch + inset, pitch, height);
        }
        context.fill();
    }
    context.set_global_alpha(1.0);
    if let Some(pointed) = pointed.filter(|&pointed| pointed < neurons) {
        context.set_stroke_style_str(&colours.ink);
        context.set_line_width(1.5);
        context.stroke_rect(0.75, (pointed / grain) as f64 * pitch - 0.75, width - 1.5, pitch + 1.5);
    }
    Ok(())
}

/// The strongest coupling in a block of `grain` x `grain`.
fn strongest(couplings: &Couplings, grain: usize, row: usize, column: usize) -> f64 {
    let block = |place: usize| place * grain..((place + 1) * grain).min(couplings.neurons());
    let values = block(row).flat_map(|i| block(column).map(move |j| couplings.row(i)[j]));
    values.fold(0.0, |most, value| if value.abs() > f64::abs(most) { value } else { most })
}
