//! The axes that the curves over time share: updates to the right, a value upwards, and the names of the memories
//! beside what belongs to them.

use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::{Colours, history::History};
use crate::{network::Network, sorted::sorted};

/// What the curve shows besides the energy.
#[derive(Debug, Default)]
pub struct CurveLook {
    /// What each memory is called.
    pub names: Vec<String>,
    /// A moment pointed at.
    pub hover: Option<f64>,
    /// Height of text; 12 unless told.
    pub font_size: Option<f64>,
}

/// Where the curve was put.
#[derive(Clone, Copy, Debug)]
pub struct CurveLayout {
    /// x of the first moment.
    pub left: f64,
    /// x of the moment `updates`.
    pub right: f64,
    /// y of the energy `high`.
    pub top: f64,
    /// y of the energy `low`.
    pub bottom: f64,
    /// The first moment shown: 0, until the trace was too long.
    pub first: f64,
    /// The last moment for which there is room.
    pub updates: f64,
    /// The highest energy.
    pub high: f64,
    /// The lowest energy.
    pub low: f64,
}

impl CurveLayout {
    /// x of a moment.
    pub fn x(&self, time: f64) -> f64 {
        let span = (self.updates - self.first).max(1.0);
        self.left + (time - self.first) / span * (self.right - self.left)
    }

    /// y of a value.
    pub fn y(&self, energy: f64) -> f64 {
        let span = (self.high - self.low).max(1.0);
        self.top + (self.high - energy) / span * (self.bottom - self.top)
    }
}

/// Where the energy curve lies in `width` x `height`; other curves over time keep to its left and right.
pub fn place(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    history: &History,
    (width, height): (f64, f64),
    look: &CurveLook,
) -> Result<CurveLayout, JsValue> {
    let size = look.font_size.unwrap_or(12.0);
    let (high, low) = history.range();
    context.set_font(&[&number(size), "px ", &colours.font].concat());
    let (top, bottom) = (size, height - 2.2 * size);
    let mut names = widest(context, &look.names)?;
    if look.names.len() > room_for_labels(bottom, pitch(size)) {
        names = names.max(widest(context, &[more(look.names.len())])?);
    }
    let numbers = widest(context, &[number(high), number(low)])?;
    let trace = network.trace();
    let first = trace.first() as f64;
    Ok(CurveLayout {
        left: numbers + size,
        right: (width - names - size).max(width / 2.0),
        top,
        bottom,
        first,
        updates: first + room_for_updates(trace.end() - trace.first(), network.neurons()),
        high,
        low,
    })
}

/// Updates for which the axis has room: at least a sweep, and then growing by an eighth to a quarter at a time, so
/// that the curve is not squeezed anew at every update.
fn room_for_updates(updates: usize, neurons: usize) -> f64 {
    let least = updates.max(neurons);
    let grain = (least.next_power_of_two() / 8).max(1);
    (least.div_ceil(grain) * grain) as f64
}

/// The name of each memory beside the end of its line, which is at the height `values` says; where there is no room for
/// all of them, how many go without.
pub fn paint_labels(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    layout: &CurveLayout,
    values: &[f64],
    names: &[String],
    size: f64,
) -> Result<(), JsValue> {
    context.set_text_align("left");
    context.set_text_baseline("middle");
    context.set_line_width(1.0);
    let (pitch, end) = (pitch(size), layout.right + 0.8 * size);
    let room = room_for_labels(layout.bottom, pitch);
    let all = values.len().min(names.len());
    let named = if all > room { room - 1 } else { all };
    if named < all {
        context.set_fill_style_str(&colours.muted);
        context.fill_text(&more(all - named), end, pitch / 2.0)?;
    }
    for (index, y) in spread(layout, values, pitch, named) {
        let Some(name) = names.get(index) else { continue };
        context.set_stroke_style_str(colours.memory(index));
        context.begin_path();
        context.move_to(layout.right, layout.y(values[index]));
        context.line_to(end - 2.0, y);
        context.stroke();
        context.set_fill_style_str(colours.memory(index));
        context.fill_text(name, end, y)?;
    }
    Ok(())
}

/// How far labels are apart at least.
fn pitch(size: f64) -> f64 {
    1.15 * size
}

/// How many labels fit above each other, at least one.
fn room_for_labels(bottom: f64, pitch: f64) -> usize {
    (bottom / pitch) as usize + 1
}

/// What is said of the labels that do not.
fn more(unnamed: usize) -> String {
    ["+ ", &number(unnamed as f64), " more"].concat()
}

/// Heights for the labels of the `named` lowest levels, at least `pitch` apart and as near to their lines as that allows:
/// from the lowest upwards each is pushed up by the one below, then from the top downwards what left the top comes back.
/// Above them there is room for what is said of the others.
fn spread(layout: &CurveLayout, levels: &[f64], pitch: f64, named: usize) -> Vec<(usize, f64)> {
    let others = if named < levels.len() { pitch } else { 0.0 };
    let (highest, lowest) = (others + pitch / 2.0, layout.bottom + pitch / 2.0);
    let order = sorted(levels.len(), &|a, b| levels[a].total_cmp(&levels[b]));
    let labelled = order.into_iter().take(named);
    let mut labels: Vec<(usize, f64)> = labelled.map(|index| (index, layout.y(levels[index]))).collect();
    let mut below = lowest + pitch;
    for (_, y) in &mut labels {
        *y = y.min(below - pitch);
        below = *y;
    }
    let mut above = highest - pitch;
    for (_, y) in labels.iter_mut().rev() {
        *y = y.max(above + pitch);
        above = *y;
    }
    labels
}

/// An axis of so many heights of its text has room for one moment only: "192 updates" is six high.
const SHORT: f64 = 8.0;

/// The first moment and the last for which there is room, in the fill style that is set; where the axis is too short for
/// both, the last.
pub fn paint_time(
    context: &CanvasRenderingContext2d,
    layout: &CurveLayout,
    size: f64,
) -> Result<(), JsValue> {
    context.set_text_baseline("bottom");
    let foot = layout.bottom + 2.2 * size;
    if layout.right - layout.left > SHORT * size {
        context.set_text_align("left");
        context.fill_text(&number(layout.first), layout.left, foot)?;
    }
    context.set_text_align("right");
    context.fill_text(&[&number(layout.updates), " updates"].concat(), layout.right, foot)
}

fn widest(context: &CanvasRenderingContext2d, texts: &[String]) -> Result<f64, JsValue> {
    let mut widest = 0.0_f64;
    for text in texts {
        widest = widest.max(context.measure_text(text)?.width());
    }
    Ok(widest)
}

/// From here on a number is written with a power of ten.
const LONG: f64 = 1e7;

/// A number with at most one decimal, or three digits and a power of ten, and a true minus sign.
pub fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // JavaScript's own printing: Rust's for real numbers would add a tenth to the download.
    let size = js_sys::Number::from(rounded.abs());
    let shown = if rounded.abs() < LONG { size.to_string_with_radix(10) } else { size.to_exponential(2) };
    let shown = shown.map_or_else(|_| String::new(), String::from).replace('+', "");
    [if rounded < 0.0 { "−" } else { "" }, &shown].concat()
}
