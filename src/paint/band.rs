//! A step line, two pixels thick, as one filled shape. A long run makes a line of thousands of steps, many in one
//! pixel: in software, filling its outline takes 1.5 ms where stroking it takes 23 (1000 columns of noise).

use web_sys::CanvasRenderingContext2d;

use super::{
    axes::CurveLayout,
    course::{Course, Stretch},
};

/// How far the line reaches beside its middle, pixels.
const REACH: f64 = 1.0;

/// Pixels from one column to the next; a step is put at the nearest. Where moments lie closer than that anyway, whole
/// pixels are as good and cost half.
const FINE: f64 = 0.5;
const COARSE: f64 = 1.0;

/// The most columns: more than any screen has pixels. A wider picture gets coarser ones.
const MOST_COLUMNS: f64 = 16_384.0;

/// How far up and down the middle of the line goes at a column, in pixels.
#[derive(Clone, Copy)]
struct Rise {
    top: f64,
    foot: f64,
}

/// A line under a time axis.
pub struct Band<'a> {
    context: &'a CanvasRenderingContext2d,
    layout: &'a CurveLayout,
    pitch: f64,
    rises: Vec<Rise>,
}

impl<'a> Band<'a> {
    /// The line of a value until the moment `end`.
    pub fn new(
        context: &'a CanvasRenderingContext2d,
        layout: &'a CurveLayout,
        course: &Course,
        end: usize,
    ) -> Self {
        let moment = layout.x(layout.first + 1.0) - layout.left;
        let pitch = if moment < FINE { COARSE } else { FINE };
        let pitch = pitch.max((layout.right - layout.left) / MOST_COLUMNS);
        let column = |time: f64| column(layout, pitch, time);
        let mut columns: Vec<Stretch> = Vec::new();
        for (updates, stretch) in course.stretches() {
            let column = column(layout.first + updates as f64);
            // Columns between two stretches carry on what was before them.
            let carried = columns.last().map_or(stretch, |before| Stretch::flat(before.last));
            if column >= columns.len() {
                columns.resize(column + 1, carried);
            }
            columns[column] = columns[column].then(stretch);
        }
        let least = column(end as f64) + 1;
        if columns.len() < least {
            columns.resize(least, Stretch::flat(course.last()));
        }
        let y = |value: f32| layout.y(f64::from(value));
        let rises = columns.iter().map(|column| Rise { top: y(column.high), foot: y(column.low) });
        Self { context, layout, pitch, rises: rises.collect() }
    }

    /// Fills the line from one moment to another.
    pub fn fill(&self, from: usize, until: usize) {
        let (begin, end) = (from as f64, until as f64);
        let column = |time: f64| column(self.layout, self.pitch, time);
        let (first, last) = (column(begin), column(end));
        let reach = ((REACH / self.pitch) as usize).max(1);
        // A rise at the very end is as thick as any other.
        let beyond = if self.rises[last].top < self.rises[last].foot { reach } else { 0 };
        let edges: Vec<Rise> = (first..last + beyond)
            .map(|cell| {
                let near = (cell + 1).saturating_sub(reach).max(first)..=(cell + reach).min(last);
                let near = self.rises[near].iter();
                near.fold(Rise { top: f64::MAX, foot: f64::MIN }, |edge, rise| Rise {
                    top: edge.top.min(rise.top - REACH),
                    foot: edge.foot.max(rise.foot + REACH),
                })
            })
            .collect();
        let cells = edges.len();
        let x = |border: usize| match border {
            0 => self.layout.x(begin),
            border if border == cells => self.layout.x(end) + beyond as f64 * self.pitch,
            border => self.layout.left + (first + border) as f64 * self.pitch,
        };
        self.context.begin_path();
        for (cell, edge) in edges.iter().enumerate() {
            if cell == 0 || edge.top != edges[cell - 1].top {
                self.context.line_to(x(cell), if cell == 0 { edge.top } else { edges[cell - 1].top });
                self.context.line_to(x(cell), edge.top);
            }
        }
        for (cell, edge) in edges.iter().enumerate().rev() {
            if cell + 1 == cells {
                self.context.line_to(x(cells), edge.top);
                self.context.line_to(x(cells), edge.foot);
            } else if edge.foot != edges[cell + 1].foot {
                self.context.line_to(x(cell + 1), edges[cell + 1].foot);
                self.context.line_to(x(cell + 1), edge.foot);
            }
            if cell == 0 {
                self.context.line_to(x(0), edge.foot);
            }
        }
        self.context.fill();
    }
}

/// The column nearest to a moment.
fn column(layout: &CurveLayout, pitch: f64, time: f64) -> usize {
    ((layout.x(time) - layout.left) / pitch).round() as usize
}
