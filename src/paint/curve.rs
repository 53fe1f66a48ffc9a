//! The energy of a run as a curve over time, with a level line for each memory.

use std::f64::consts::TAU;
use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::{
    Colours,
    axes::{CurveLayout, CurveLook, number, paint_labels, paint_time, place},
    band::Band,
    course::Course,
    history::History,
};
use crate::network::Network;

/// Paints the curve into `width` x `height` from the top left corner; without an energy only the time.
pub fn curve(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    history: &mut History,
    (width, height): (f64, f64),
    look: &CurveLook,
) -> Result<CurveLayout, JsValue> {
    let size = look.font_size.unwrap_or(12.0);
    history.follow(network);
    let layout = place(context, colours, network, history, (width, height), look)?;
    context.clear_rect(0.0, 0.0, width, height);
    paint_levels(context, colours, &layout, history.levels(), &look.names, size)?;
    if network.energy().is_ok() {
        paint_heights(context, colours, &layout, size)?;
    }
    context.set_fill_style_str(&colours.muted);
    paint_time(context, &layout, size)?;
    if let Some(course) = history.energy() {
        paint_run(context, colours, network, course, &layout);
    }
    let known = layout.first..=network.trace().end() as f64;
    for (time, colour) in [(look.hover, &colours.muted), (Some(network.time() as f64), &colours.active)] {
        if let Some(time) = time.filter(|time| known.contains(time)) {
            paint_moment(context, colours, network, &layout, time, colour)?;
        }
    }
    Ok(layout)
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

/// The curve: the past in ink, what is known of the future in the colour of thin lines.
fn paint_run(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    course: &Course,
    layout: &CurveLayout,
) {
    let (trace, now) = (network.trace(), network.time());
    let line = Band::new(context, layout, course, trace.end());
    for (colour, from, until) in [(&colours.line, now, trace.end()), (&colours.ink, trace.first(), now)] {
        context.set_fill_style_str(colour);
        line.fill(from, until);
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
