//! The energy of a run as a curve over time, with a level line for each memory.

use std::f64::consts::TAU;
use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::Colours;
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

/// Paints the curve into `width` x `height` from the top left corner; without an energy only the time.
pub fn curve(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    (width, height): (f64, f64),
    look: &CurveLook,
) -> Result<CurveLayout, JsValue> {
    let size = look.font_size.unwrap_or(12.0);
    let levels = levels(network);
    let layout = place(context, colours, network, (width, height), look)?;
    context.clear_rect(0.0, 0.0, width, height);
    paint_levels(context, colours, &layout, &levels, &look.names, size)?;
    if network.energy().is_ok() {
        paint_heights(context, colours, &layout, size)?;
    }
    context.set_fill_style_str(&colours.muted);
    paint_time(context, &layout, size)?;
    paint_run(context, colours, network, &layout)?;
    let known = layout.first..=network.trace().end() as f64;
    for (time, colour) in [(look.hover, &colours.muted), (Some(network.time() as f64), &colours.active)] {
        if let Some(time) = time.filter(|time| known.contains(time)) {
            paint_moment(context, colours, network, &layout, time, colour)?;
        }
    }
    Ok(layout)
}

/// Where the energy curve lies in `width` x `height`; other curves over time keep to its left and right.
pub fn place(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    (width, height): (f64, f64),
    look: &CurveLook,
) -> Result<CurveLayout, JsValue> {
    let size = look.font_size.unwrap_or(12.0);
    let (high, low) = range(network, &levels(network));
    context.set_font(&format!("{}px {}", number(size), colours.font));
    let names = widest(context, &look.names)?;
    let numbers = widest(context, &[number(high), number(low)])?;
    let trace = network.trace();
    let first = trace.first() as f64;
    Ok(CurveLayout {
        left: numbers + size,
        right: (width - names - size).max(width / 2.0),
        top: size,
        bottom: height - 2.2 * size,
        first,
        updates: first + room(trace.end() - trace.first(), network.neurons()),
        high,
        low,
    })
}

/// Updates for which the axis has room: at least a sweep, and then growing by an eighth to a quarter at a time, so
/// that the curve is not squeezed anew at every update.
fn room(updates: usize, neurons: usize) -> f64 {
    let least = updates.max(neurons);
    let grain = (least.next_power_of_two() / 8).max(1);
    (least.div_ceil(grain) * grain) as f64
}

/// The energy of each memory.
fn levels(network: &Network) -> Vec<f64> {
    let memories = network.memories().iter();
    memories.filter_map(|memory| network.landscape().energy_at(memory).ok()).collect()
}

/// The highest and the lowest energy that must have room.
fn range(network: &Network, levels: &[f64]) -> (f64, f64) {
    let (start, flips) = network.trace().energies();
    let energies =
        flips.iter().map(|&(_, energy)| energy).chain([start]).flatten().chain(levels.iter().copied());
    let (high, low) =
        energies.fold((f64::MIN, f64::MAX), |(high, low), energy| (high.max(energy), low.min(energy)));
    if high < low { (0.0, 0.0) } else { (high, low) }
}

fn paint_levels(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    layout: &CurveLayout,
    levels: &[f64],
    names: &[String],
    size: f64,
) -> Result<(), JsValue> {
    let dashes: js_sys::Array = [4.0, 4.0].into_iter().map(JsValue::from_f64).collect();
    context.set_line_width(1.5);
    context.set_line_dash(&dashes)?;
    for (index, &level) in levels.iter().enumerate() {
        context.set_stroke_style_str(colours.memory(index));
        context.begin_path();
        context.move_to(layout.left, layout.y(level));
        context.line_to(layout.right, layout.y(level));
        context.stroke();
    }
    context.set_line_dash(&js_sys::Array::new())?;
    paint_labels(context, colours, layout, levels, names, size)
}

/// The name of each memory beside the end of its line, which is at the height `values` says.
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
    for (index, y) in spread(layout, values, 1.15 * size) {
        let Some(name) = names.get(index) else { continue };
        let end = layout.right + 0.8 * size;
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

/// Heights for the labels of the levels, at least `pitch` apart and as near to their lines as that allows: from the
/// lowest upwards each is pushed up by the one below, then from the top downwards what left the top comes back.
/// Where there is no room for all, the highest levels go without.
fn spread(layout: &CurveLayout, levels: &[f64], pitch: f64) -> Vec<(usize, f64)> {
    let (highest, lowest) = (pitch / 2.0, layout.bottom + pitch / 2.0);
    let order = sorted(levels.len(), &|a, b| levels[a].total_cmp(&levels[b]));
    let labelled = order.into_iter().take(((lowest - highest) / pitch) as usize + 1);
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

fn paint_heights(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    layout: &CurveLayout,
    size: f64,
) -> Result<(), JsValue> {
    context.set_fill_style_str(&colours.muted);
    context.set_text_align("right");
    context.set_text_baseline("middle");
    let numbers_end = layout.left - size / 2.0;
    context.fill_text(&number(layout.high), numbers_end, layout.top)?;
    if layout.low < layout.high {
        context.fill_text(&number(layout.low), numbers_end, layout.bottom)?;
    }
    Ok(())
}

/// The first moment and the last for which there is room, in the fill style that is set.
pub fn paint_time(
    context: &CanvasRenderingContext2d,
    layout: &CurveLayout,
    size: f64,
) -> Result<(), JsValue> {
    context.set_text_baseline("bottom");
    let foot = layout.bottom + 2.2 * size;
    context.set_text_align("left");
    context.fill_text(&number(layout.first), layout.left, foot)?;
    context.set_text_align("right");
    context.fill_text(&format!("{} updates", number(layout.updates)), layout.right, foot)
}

/// The curve: the past in ink, what is known of the future in the colour of thin lines.
fn paint_run(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    layout: &CurveLayout,
) -> Result<(), JsValue> {
    let trace = network.trace();
    let now = network.time();
    let (start, flips) = trace.energies();
    let Some(start) = start else { return Ok(()) };
    let past = flips.partition_point(|&(time, _)| time <= now);
    let at_now = if past == 0 { start } else { flips[past - 1].1.unwrap_or(start) };
    context.set_line_width(2.0);
    context.set_line_join("round");
    let parts = [
        (&colours.line, now, at_now, trace.end(), &flips[past..]),
        (&colours.ink, trace.first(), start, now, &flips[..past]),
    ];
    for (colour, from, energy, until, flips) in parts {
        context.set_stroke_style_str(colour);
        let mut stairs = Stairs::from(context, layout, from, energy);
        for &(time, energy) in flips {
            energy.into_iter().for_each(|energy| stairs.step(time, energy));
        }
        stairs.end(until);
        context.stroke();
    }
    Ok(())
}

/// A step line on its way. Steps that share half a pixel are drawn as one stroke from the highest to the lowest of
/// them, so that a long run costs no more than a wide one.
pub struct Stairs<'a> {
    context: &'a CanvasRenderingContext2d,
    layout: &'a CurveLayout,
    /// x of the step under way.
    x: f64,
    /// y of it, and how far up and down it went.
    y: f64,
    top: f64,
    foot: f64,
}

impl<'a> Stairs<'a> {
    /// Begins a path at a moment.
    pub fn from(
        context: &'a CanvasRenderingContext2d,
        layout: &'a CurveLayout,
        time: usize,
        value: f64,
    ) -> Self {
        let (x, y) = (layout.x(time as f64), layout.y(value));
        context.begin_path();
        context.move_to(x, y);
        Self { context, layout, x, y, top: y, foot: y }
    }

    /// The value from a moment on.
    pub fn step(&mut self, time: usize, value: f64) {
        let (x, y) = (self.layout.x(time as f64), self.layout.y(value));
        if x >= self.x + 0.5 {
            self.rise();
            self.context.line_to(x, self.y);
            (self.x, self.top, self.foot) = (x, self.y, self.y);
        }
        self.y = y;
        self.top = self.top.min(y);
        self.foot = self.foot.max(y);
    }

    /// Ends it at a moment.
    pub fn end(mut self, time: usize) {
        self.rise();
        self.x = self.layout.x(time as f64);
        self.context.line_to(self.x, self.y);
    }

    /// Up and down at one place.
    fn rise(&mut self) {
        if self.foot > self.top {
            self.context.line_to(self.x, self.top);
            self.context.line_to(self.x, self.foot);
            self.context.line_to(self.x, self.y);
        }
    }
}

/// A line and a point at one moment.
fn paint_moment(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    layout: &CurveLayout,
    time: f64,
    colour: &str,
) -> Result<(), JsValue> {
    let x = layout.x(time);
    context.set_stroke_style_str(&colours.muted);
    context.set_line_width(1.0);
    context.begin_path();
    context.move_to(x, layout.top - 4.0);
    context.line_to(x, layout.bottom + 4.0);
    context.stroke();
    if let Some(energy) = network.trace().energy(time as usize) {
        context.set_fill_style_str(colour);
        context.begin_path();
        context.arc(x, layout.y(energy), 4.5, 0.0, TAU)?;
        context.fill();
    }
    Ok(())
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
    format!("{}{shown}", if rounded < 0.0 { "−" } else { "" })
}
