//! The overlap of the picture with each memory over time: m = x . s, from N (the memory) over 0 (nothing in common)
//! to -N (its negative), under the time axis of the energy.

use std::f64::consts::TAU;
use wasm_bindgen::JsValue;
use web_sys::CanvasRenderingContext2d;

use super::{
    Colours,
    curve::{CurveLayout, CurveLook, Stairs, number, paint_labels, paint_time, place},
};
use crate::network::Network;

/// How faint what is known of the future is, and lines that only help the eye.
const FAINT: f64 = 0.35;

/// A neuron that turned over: when, who, and what it became.
struct Flip {
    time: usize,
    neuron: usize,
    spin: i32,
}

/// Paints a line for each memory into `width` x `height`, and returns where they were put.
pub fn overlaps(
    context: &CanvasRenderingContext2d,
    colours: &Colours,
    network: &Network,
    (width, height): (f64, f64),
    look: &CurveLook,
) -> Result<CurveLayout, JsValue> {
    let size = look.font_size.unwrap_or(12.0);
    let cells = network.neurons() as f64;
    let layout =
        CurveLayout { high: cells, low: -cells, ..place(context, colours, network, (width, height), look)? };
    context.clear_rect(0.0, 0.0, width, height);
    paint_axis(context, colours, &layout, size)?;

    let (trace, now) = (network.trace(), network.time());
    let start = &trace.checkpoint_before(trace.first()).state;
    let flips = flips(network);
    let starts = network.memories().overlaps(start);
    let mut ends = Vec::new();
    for (memory, (pattern, &start)) in network.memories().iter().zip(&starts).enumerate() {
        context.set_stroke_style_str(colours.memory(memory));
        context.set_line_width(2.0);
        context.set_line_join("round");
        let mut overlap = start;
        let mut at_now = start;
        let mut stairs = Stairs::from(context, &layout, trace.first(), f64::from(start));
        let past = flips.partition_point(|flip| flip.time <= now);
        for flip in &flips[..past] {
            // Cell i counts x_i s_i: turning over to s_i adds 2 x_i s_i.
            overlap += 2 * flip.spin * i32::from(pattern.spin(flip.neuron));
            stairs.step(flip.time, f64::from(overlap));
            at_now = overlap;
        }
        stairs.end(now);
        context.stroke();
        context.set_global_alpha(FAINT);
        let mut stairs = Stairs::from(context, &layout, now, f64::from(at_now));
        for flip in &flips[past..] {
            overlap += 2 * flip.spin * i32::from(pattern.spin(flip.neuron));
            stairs.step(flip.time, f64::from(overlap));
        }
        stairs.end(trace.end());
        context.stroke();
        context.set_global_alpha(1.0);
        context.set_fill_style_str(colours.memory(memory));
        context.begin_path();
        context.arc(layout.x(now as f64), layout.y(f64::from(at_now)), 3.5, 0.0, TAU)?;
        context.fill();
        ends.push(f64::from(overlap));
    }
    paint_labels(context, colours, &layout, &ends, &look.names, size)?;
    for time in look.hover.into_iter().chain([now as f64]) {
        paint_moment(context, colours, &layout, time);
    }
    Ok(layout)
}

/// Every flip in the trace, in order. Each neuron's flips alternate, so that the state at the start tells all.
fn flips(network: &Network) -> Vec<Flip> {
    let trace = network.trace();
    let mut state = trace.checkpoint_before(trace.first()).state.clone();
    let (_, flips) = trace.energies();
    let updates =
        flips.iter().filter_map(|&(time, _)| trace.update(time).ok().map(|update| (time, update.neuron)));
    updates
        .map(|(time, neuron)| {
            state.flip(neuron);
            Flip { time, neuron, spin: i32::from(state.spin(neuron)) }
        })
        .collect()
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
