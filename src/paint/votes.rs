//! Who says what to one neuron: votes or couplings on the grid, red for on and blue for off, marked + and - so
//! that nothing hangs on colour, strength as opacity; and the pull of each memory as bars.

use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::{Colours, council::Council, couplings::Couplings, grid::Grid, levels::Levels};
use crate::{network::Network, pattern::Pattern};

/// Above this opacity a mark is paper on colour, below it ink on a tint.
const STRONG: f64 = 0.65;

/// On narrower cells, in pixels, marks are specks: they are left out.
const ROOM_FOR_MARKS: f64 = 6.0;

/// Height of a bar with the gap below it.
const BAR: f64 = 30.0;

/// The votes of a council on the grid, `width` wide; the neuron itself as it was when it heard them, ringed.
pub fn council(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    couplings: &Couplings,
    (neuron, council): (usize, &Council),
    width: f64,
) -> Result<(), JsValue> {
    let shape = network.state();
    signed(context, colours, shape, &|voter| couplings.relative(council.votes[voter]), neuron, width)?;
    let grid = Grid::new(shape, width, GAP);
    let colour = if council.spin > 0 { &colours.active } else { &colours.inactive };
    grid.fill(context, colour, &|cell| cell == neuron)?;
    grid.ring(context, colours, neuron, &[])
}

/// The couplings by which one neuron hears, as a picture.
pub fn incoming(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    couplings: &Couplings,
    neuron: usize,
    width: f64,
) -> Result<(), JsValue> {
    let row = couplings.row(neuron);
    signed(context, colours, network.state(), &|voter| couplings.relative(row[voter]), neuron, width)?;
    Grid::new(network.state(), width, GAP).ring(context, colours, neuron, &[])
}

/// Gap between cells, as a part of a cell.
const GAP: f64 = 0.1;

/// A value from -1 to 1 in every cell but the neuron's own.
fn signed(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    shape: &Pattern,
    value: &dyn Fn(usize) -> f64,
    own: usize,
    width: f64,
) -> Result<(), JsValue> {
    let grid = Grid::new(shape, width, GAP);
    grid.clear(context);
    let mut levels = Levels::default();
    for cell in (0..shape.cells()).filter(|&cell| cell != own) {
        levels.add(value(cell), cell);
    }
    grid.fill(context, &colours.inactive, &|cell| cell != own && value(cell) == 0.0)?;
    for group in levels.groups() {
        context.set_global_alpha(group.opacity);
        context.begin_path();
        for &cell in group.members {
            grid.outline(context, cell, grid.gap() / 2.0)?;
        }
        context.set_fill_style_str(colours.sign(group.positive));
        context.fill();
    }
    context.set_global_alpha(1.0);
    if grid.pitch() < ROOM_FOR_MARKS {
        return Ok(());
    }
    context.set_line_width((0.09 * grid.pitch()).max(1.0));
    context.set_line_cap("round");
    for group in levels.groups() {
        let arm = 0.16 * grid.pitch();
        context.begin_path();
        for &cell in group.members {
            let (x, y) = grid.centre(cell);
            context.move_to(x - arm, y);
            context.line_to(x + arm, y);
            if group.positive {
                context.move_to(x, y - arm);
                context.line_to(x, y + arm);
            }
        }
        let strong = group.opacity > STRONG;
        context.set_stroke_style_str(if strong { &colours.paper } else { &colours.ink });
        context.stroke();
    }
    context.set_line_cap("butt");
    Ok(())
}

/// How high [`pulls`] is for so many memories.
pub fn pulls_height(memories: usize) -> f64 {
    BAR * memories as f64
}

/// The pull of each memory, a bar each in its colour: to the right for on, to the left for off.
pub fn pulls(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    council: &Council,
    names: &[String],
    width: f64,
) -> Result<(), JsValue> {
    let strongest = council.votes.iter().fold(0.0_f64, |most, vote| most.max(vote.abs()));
    let (middle, reach) = (width / 2.0, width / 2.0 - 14.0);
    context.clear_rect(0.0, 0.0, width, pulls_height(council.votes.len()));
    context.set_font(&["12px ", &colours.font].concat());
    context.set_text_baseline("top");
    for (memory, &vote) in council.votes.iter().enumerate() {
        let top = BAR * memory as f64;
        let length = if strongest > 0.0 { vote / strongest * reach } else { 0.0 };
        context.set_fill_style_str(colours.memory(memory));
        context.fill_rect(middle.min(middle + length), top + 15.0, length.abs().max(1.0), 9.0);
        let name = names.get(memory).map_or("", String::as_str);
        let mark = if vote > 0.0 { " +" } else { " −" };
        context.set_text_align(if vote > 0.0 { "left" } else { "right" });
        let beside = if vote > 0.0 { 6.0 } else { -6.0 };
        context.fill_text(&[name, mark].concat(), middle + beside, top)?;
    }
    context.set_stroke_style_str(&colours.line);
    context.set_line_width(1.0);
    context.begin_path();
    context.move_to(middle, 0.0);
    context.line_to(middle, pulls_height(council.votes.len()));
    context.stroke();
    Ok(())
}
