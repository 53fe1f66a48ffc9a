//! The overlap of the picture with each memory over time: m = x . s, from N (the memory) over 0 (nothing in common)
//! to -N (its negative), under the time axis of the energy.

use std::f64::consts::TAU;
use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::{
    Colours,
    axes::{CurveLayout, CurveLook, number, paint_labels, paint_time, place},
    band::Band,
    history::History,
};
use crate::network::Network;

/// How faint what is known of the future is, and lines that only help the eye.
const FAINT: f64 = 0.35;

/// Paints a line for each memory into `width` x `height`, and returns where they were put.
pub fn overlaps(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    history: &mut History,
    (width, height): (f64, f64),
    look: &CurveLook,
) -> Result<CurveLayout, JsValue> {
    history.follow(network);
    history.follow_overlaps(network);
    let size = look.font_size.unwrap_or(12.0);
    let cells = network.neurons() as f64;
    let layout = place(context, colours, network, history, (width, height), look)?;
    let layout = CurveLayout { high: cells, low: -cells, ..layout };
    context.clear_rect(0.0, 0.0, width, height);
    paint_axis(context, colours, &layout, size)?;

    let (trace, now) = (network.trace(), network.time());
    let overlaps = network.memories().overlaps(network.state());
    let mut ends = Vec::new();
    for (memory, (course, &overlap)) in history.overlaps().iter().zip(&overlaps).enumerate() {
        context.set_fill_style_str(colours.memory(memory));
        let line = Band::new(context, &layout, course, trace.end());
        line.fill(trace.first(), now);
        context.set_global_alpha(FAINT);
        line.fill(now, trace.end());
        context.set_global_alpha(1.0);
        context.begin_path();
        context.arc(layout.x(now as f64), layout.y(f64::from(overlap)), 3.5, 0.0, TAU)?;
        context.fill();
        ends.push(f64::from(course.last()));
    }
    paint_labels(context, colours, &layout, &ends, &look.names, size)?;
    for time in look.hover.into_iter().chain([now as f64]) {
        paint_moment(context, colours, &layout, time);
    }
    Ok(layout)
}

fn paint_axis(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    layout: &CurveLayout,
    size: f64,
) -> Result<(), JsValue> {
    context.set_stroke_style_str(&colours.line);
    context.set_line_width(1.0);
    context.set_global_alpha(FAINT);
    context.begin_path();
    for value in [layout.high, 0.0, layout.low] {
        context.move_to(layout.left, layout.y(value));
        context.line_to(layout.right, layout.y(value));
    }
    context.stroke();
    context.set_global_alpha(1.0);
    context.set_fill_style_str(&colours.muted);
    context.set_text_align("right");
    context.set_text_baseline("middle");
    for value in [layout.high, 0.0, layout.low] {
        context.fill_text(&number(value), layout.left - size / 2.0, layout.y(value))?;
    }
    paint_time(context, layout, size)
}

fn paint_moment(context: &CanvasRenderingContext2d, colours: &Colours, layout: &CurveLayout, time: f64) {
    context.set_stroke_style_str(&colours.muted);
    context.set_line_width(1.0);
    context.begin_path();
    context.move_to(layout.x(time), layout.top - 4.0);
    context.line_to(layout.x(time), layout.bottom + 4.0);
    context.stroke();
}
