//! Pictures on a canvas, through web-sys: the pad and thumbnails ([`grid`]), the energy curve ([`curve`]) and the
//! overlaps under it ([`overlaps`]), the votes for one neuron ([`votes`]), the couplings as a graph ([`graph`]) and
//! as a matrix ([`matrix`]).
//! Lengths are CSS pixels; the page scales the context for the screen. Colours come from the page.

pub mod axes;
mod band;
pub mod council;
pub mod couplings;
mod course;
pub mod curve;
pub mod graph;
pub mod grid;
pub mod history;
mod levels;
pub mod matrix;
pub mod overlaps;
mod shape;
pub mod votes;

/// CSS colours, by what they mean; the page's theme decides them.
#[derive(Debug, Default)]
pub struct Colours {
    /// An active neuron.
    pub active: String,
    /// An inactive neuron.
    pub inactive: String,
    /// Text and the main line.
    pub ink: String,
    /// The ground.
    pub paper: String,
    /// Small print, and dots on inactive cells.
    pub muted: String,
    /// Thin lines, and the future.
    pub line: String,
    /// A positive coupling, or a vote for on.
    pub positive: String,
    /// A negative coupling, or a vote for off.
    pub negative: String,
    /// One a memory, used again from the first where there are more memories.
    pub memories: Vec<String>,
    /// Font family of text.
    pub font: String,
}

impl Colours {
    fn sign(&self, positive: bool) -> &str {
        if positive { &self.positive } else { &self.negative }
    }

    fn memory(&self, index: usize) -> &str {
        match self.memories.len() {
            0 => &self.ink,
            known => &self.memories[index % known],
        }
    }
}
