//! Pictures on a canvas, through web-sys: the pad and thumbnails ([`grid`]), the energy curve ([`curve`]).
//! Lengths are CSS pixels; the page scales the context for the screen. Colours come from the page.

pub mod curve;
pub mod grid;

use serde::Deserialize;

/// CSS colours, by what they mean; the page's theme decides them.
#[derive(Debug, Deserialize)]
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
    /// One a memory, used again from the first where there are more memories.
    pub memories: Vec<String>,
    /// Font family of text.
    pub font: String,
}

impl Colours {
    fn memory(&self, index: usize) -> &str {
        match self.memories.len() {
            0 => &self.ink,
            known => &self.memories[index % known],
        }
    }
}
