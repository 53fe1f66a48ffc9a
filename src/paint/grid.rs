//! A picture as a grid of cells.

use std::f64::consts::TAU;
use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::Colours;
use crate::{network::Network, pattern::Pattern};

/// What the pad shows besides the cells.
#[derive(Debug, Default)]
pub struct PadLook {
    /// The neuron just asked: a ring.
    pub asked: Option<usize>,
    /// The cell with the keyboard's cursor: a dashed ring.
    pub focus: Option<usize>,
    /// Whether cells that want to flip carry a dot.
    pub dots: bool,
    /// For each cell from 1 (has just flipped) to 0: a halo that fades. May be shorter than the grid.
    pub pulses: Vec<f64>,
}

/// Pixels; a corner of a smaller radius looks square, and square cells are filled twice as fast (32x32: 0.7 and 1.8 ms).
const ROUND: f64 = 1.5;

/// Where the cells of a picture lie.
pub(super) struct Grid {
    columns: usize,
    cells: usize,
    /// Side of a cell with its gap.
    pitch: f64,
    gap: f64,
    radius: f64,
}

impl Grid {
    /// A picture `width` wide whose gaps are the fraction `gap` of a cell.
    pub(super) fn new(picture: &Pattern, width: f64, gap: f64) -> Self {
        let pitch = width / picture.columns() as f64;
        Self {
            columns: picture.columns(),
            cells: picture.cells(),
            pitch,
            gap: gap * pitch,
            radius: 0.11 * pitch,
        }
    }

    fn corner(&self, cell: usize) -> (f64, f64) {
        ((cell % self.columns) as f64 * self.pitch, (cell / self.columns) as f64 * self.pitch)
    }

    pub(super) fn centre(&self, cell: usize) -> (f64, f64) {
        let (x, y) = self.corner(cell);
        (x + self.pitch / 2.0, y + self.pitch / 2.0)
    }

    /// Side of a cell with its gap.
    pub(super) fn pitch(&self) -> f64 {
        self.pitch
    }

    /// Between two cells.
    pub(super) fn gap(&self) -> f64 {
        self.gap
    }

    /// Wipes the place of the picture.
    pub(super) fn clear(&self, context: &CanvasRenderingContext2d) {
        let height = self.cells.div_ceil(self.columns) as f64 * self.pitch;
        context.clear_rect(0.0, 0.0, self.columns as f64 * self.pitch, height);
    }

    /// Adds the outline of a cell to the path, drawn in from its pitch by `inset`.
    pub(super) fn outline(
        &self,
        context: &CanvasRenderingContext2d,
        cell: usize,
        inset: f64,
    ) -> Result<(), JsValue> {
        let (x, y) = self.corner(cell);
        let side = self.pitch - 2.0 * inset;
        if self.radius < ROUND {
            context.rect(x + inset, y + inset, side, side);
            return Ok(());
        }
        context.round_rect_with_f64(x + inset, y + inset, side, side, self.radius)
    }

    /// Fills every cell for which `chosen` holds, as one path.
    pub(super) fn fill(
        &self,
        context: &CanvasRenderingContext2d,
        colour: &str,
        chosen: &dyn Fn(usize) -> bool,
    ) -> Result<(), JsValue> {
        context.begin_path();
        for cell in (0..self.cells).filter(|&cell| chosen(cell)) {
            self.outline(context, cell, self.gap / 2.0)?;
        }
        context.set_fill_style_str(colour);
        context.fill();
        Ok(())
    }

    /// A dot in every cell for which `chosen` holds.
    fn dots(
        &self,
        context: &CanvasRenderingContext2d,
        colour: &str,
        chosen: &dyn Fn(usize) -> bool,
    ) -> Result<(), JsValue> {
        context.begin_path();
        for cell in (0..self.cells).filter(|&cell| chosen(cell)) {
            let (x, y) = self.centre(cell);
            let radius = 0.1 * self.pitch;
            context.move_to(x + radius, y);
            context.arc(x, y, radius, 0.0, TAU)?;
        }
        context.set_fill_style_str(colour);
        context.fill();
        Ok(())
    }

    /// The cells, and dots where `restless` holds.
    fn paint(
        &self,
        context: &CanvasRenderingContext2d,
        colours: &Colours,
        picture: &Pattern,
        restless: &dyn Fn(usize) -> bool,
    ) -> Result<(), JsValue> {
        self.clear(context);
        self.fill(context, &colours.inactive, &|cell| !picture.is_active(cell))?;
        self.fill(context, &colours.active, &|cell| picture.is_active(cell))?;
        self.dots(context, &colours.muted, &|cell| restless(cell) && !picture.is_active(cell))?;
        self.dots(context, &colours.paper, &|cell| restless(cell) && picture.is_active(cell))
    }

    /// A ring around a cell, dark on a light edge so that it shows on any cell.
    pub(super) fn ring(
        &self,
        context: &CanvasRenderingContext2d,
        colours: &Colours,
        cell: usize,
        dashes: &[f64],
    ) -> Result<(), JsValue> {
        let dash: js_sys::Array = dashes.iter().map(|&length| JsValue::from_f64(length)).collect();
        for (colour, width, dash) in
            [(&colours.paper, 5.0, &js_sys::Array::new()), (&colours.ink, 2.0, &dash)]
        {
            context.set_stroke_style_str(colour);
            context.set_line_width(width);
            context.set_line_dash(dash)?;
            context.begin_path();
            self.outline(context, cell, self.gap / 2.0 + 1.0)?;
            context.stroke();
        }
        context.set_line_dash(&js_sys::Array::new())
    }
}

/// The state of the network, `width` wide.
pub fn pad(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    width: f64,
    look: &PadLook,
) -> Result<(), JsValue> {
    let grid = Grid::new(network.state(), width, 0.08);
    let restless = |cell| look.dots && network.landscape().is_restless(cell);
    grid.paint(context, colours, network.state(), &restless)?;
    halos(context, colours, &grid, &look.pulses)?;
    let known = |cell: &usize| *cell < grid.cells;
    if let Some(asked) = look.asked.filter(known) {
        grid.ring(context, colours, asked, &[])?;
    }
    if let Some(focus) = look.focus.filter(known) {
        grid.ring(context, colours, focus, &[4.0, 3.0])?;
    }
    Ok(())
}

/// A picture on its own, `width` wide.
pub fn picture(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    picture: &Pattern,
    width: f64,
) -> Result<(), JsValue> {
    Grid::new(picture, width, 0.1).paint(context, colours, picture, &|_| false)
}

/// A memory of the network; its cells that want to flip carry a dot.
pub fn memory(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    memory: &Pattern,
    margins: &[f64],
    width: f64,
) -> Result<(), JsValue> {
    Grid::new(memory, width, 0.1).paint(context, colours, memory, &|cell| margins[cell] < 0.0)
}

/// Halos: those that are as bright, which are those of one moment, in one stroke.
fn halos(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    grid: &Grid,
    pulses: &[f64],
) -> Result<(), JsValue> {
    let pulses = &pulses[..grid.cells.min(pulses.len())];
    let mut seen = Vec::new();
    context.set_stroke_style_str(&colours.active);
    context.set_line_width(0.06 * grid.pitch);
    for &pulse in pulses {
        if pulse <= 0.0 || seen.contains(&pulse) {
            continue;
        }
        seen.push(pulse);
        context.set_global_alpha(pulse.min(1.0));
        context.begin_path();
        for (cell, _) in pulses.iter().enumerate().filter(|&(_, &other)| other == pulse) {
            grid.outline(context, cell, 0.03 * grid.pitch)?;
        }
        context.stroke();
    }
    context.set_global_alpha(1.0);
    Ok(())
}
