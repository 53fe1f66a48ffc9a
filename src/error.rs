//! What can go wrong, in words that say what was expected and what came.
//! After any error the network is as it was before the call.

use thiserror::Error;

/// Every error of this crate.
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum Error {
    /// A grid that is too small or too large.
    #[error("expected a grid of 1 to 64 rows and 1 to 64 columns, got {rows} x {columns}")]
    Size {
        /// Rows asked for.
        rows: usize,
        /// Columns asked for.
        columns: usize,
    },
    /// A picture with another number of cells than the grid.
    #[error("expected a picture of {expected} cells, got {got}")]
    Length {
        /// Cells of the grid.
        expected: usize,
        /// Cells that came.
        got: usize,
    },
    /// A picture of another shape.
    #[error("expected a picture of {expected}, got {got}")]
    Shape {
        /// Rows x columns wanted.
        expected: String,
        /// Rows x columns that came.
        got: String,
    },
    /// A cell that is neither active (+1) nor inactive (-1).
    #[error("expected +1 or -1 in every cell, got {got} in cell {cell}")]
    Cell {
        /// Row-major index of the first such cell.
        cell: usize,
        /// Its value.
        got: i8,
    },
    /// An index at which there is nothing.
    #[error("expected {what} from 0 to {last}, got {got}", last = count - 1)]
    Index {
        /// What is counted: "a cell", "a memory", ...
        what: &'static str,
        /// How many there are, at least one.
        count: usize,
        /// The index asked for.
        got: usize,
    },
    /// A memory asked for where none is stored.
    #[error("expected a memory, but none is stored")]
    NoMemories,
    /// A number outside its range.
    #[error("expected {what} {expected}, got {got}")]
    Range {
        /// What the number is.
        what: &'static str,
        /// Its range in words.
        expected: String,
        /// The number.
        got: String,
    },
    /// A name that is not among the known ones.
    #[error("expected {what} to be one of {expected}, got \"{got}\"")]
    Name {
        /// What is named: "the rule", "the order".
        what: &'static str,
        /// The known names.
        expected: String,
        /// The name that came.
        got: String,
    },
    /// Text that is not a picture.
    #[error("expected {expected}, got {got}")]
    Parse {
        /// The form of the text.
        expected: &'static str,
        /// What came instead.
        got: String,
    },
    /// The platform gave no random numbers for a fresh seed.
    #[error("no random numbers to be had for a fresh seed: set a seed instead")]
    NoEntropy,
    /// The couplings are not symmetric, so that no energy exists.
    #[error("this rule makes couplings that are not symmetric: there is no energy that every update lowers")]
    NoEnergy,
    /// More than two neurons act together in this rule, so that no matrix of couplings exists.
    #[error("this rule has no couplings: its neurons hear the memories as wholes, not each other one by one")]
    NoCouplings,
    /// More memories than the rule can bear: its couplings have outgrown every number.
    #[error("so many memories make this rule's couplings grow beyond all numbers: forget some")]
    Diverged,
    /// The machine has no room for the couplings.
    #[error("no room for {couplings} couplings: choose a smaller grid")]
    NoRoom {
        /// How many couplings were asked for.
        couplings: usize,
    },
}

impl Error {
    /// Checks that `index` is below `count`.
    pub(crate) fn check_index(what: &'static str, count: usize, index: usize) -> Result<(), Self> {
        match () {
            () if index < count => Ok(()),
            () if count == 0 => Err(Self::NoMemories),
            () => Err(Self::Index { what, count, got: index }),
        }
    }

    /// A name that is none of `known`.
    pub(crate) fn name(what: &'static str, known: &[&str], got: &str) -> Self {
        Self::Name { what, expected: known.join(", "), got: got.chars().take(40).collect() }
    }

    /// A number that should have been `expected` and was `got`.
    pub(crate) fn range(what: &'static str, expected: impl ToString, got: impl ToString) -> Self {
        Self::Range { what, expected: expected.to_string(), got: got.to_string() }
    }
}
