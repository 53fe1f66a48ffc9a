//! What can go wrong, in words that say what was expected and what came.
//! After any error the network is as it was before the call.

use std::fmt;

/// Every error of this crate.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A grid that is too small or too large.
    Size {
        /// Rows asked for.
        rows: usize,
        /// Columns asked for.
        columns: usize,
    },
    /// A picture with another number of cells than the grid.
    Length {
        /// Cells of the grid.
        expected: usize,
        /// Cells that came.
        got: usize,
    },
    /// A picture of another shape.
    Shape {
        /// Rows x columns wanted.
        expected: String,
        /// Rows x columns that came.
        got: String,
    },
    /// A cell that is neither active (+1) nor inactive (-1).
    Cell {
        /// Row-major index of the first such cell.
        cell: usize,
        /// Its value.
        got: i8,
    },
    /// An index at which there is nothing.
    Index {
        /// What is counted: "a cell", "a memory", ...
        what: &'static str,
        /// How many there are, at least one.
        count: usize,
        /// The index asked for.
        got: usize,
    },
    /// A memory asked for where none is stored.
    NoMemories,
    /// A number outside its range.
    Range {
        /// What the number is.
        what: &'static str,
        /// Its range in words.
        expected: String,
        /// The number.
        got: Got,
    },
    /// A name that is not among the known ones.
    Name {
        /// What is named: "the rule", "the order".
        what: &'static str,
        /// The known names.
        expected: String,
        /// The name that came.
        got: String,
    },
    /// Text that is not a picture.
    Parse {
        /// The form of the text.
        expected: &'static str,
        /// What came instead.
        got: String,
    },
    /// The platform gave no random numbers for a fresh seed.
    NoEntropy,
    /// The couplings are not symmetric, so that no energy exists.
    NoEnergy,
    /// More than two neurons act together in this rule, so that no matrix of couplings exists.
    NoCouplings,
    /// The rule makes no couplings that sleep could have changed.
    Asleep,
    /// More memories than the rule can bear, or couplings too large to be held in such fine doses.
    Diverged,
    /// The machine has no room for the couplings.
    NoRoom {
        /// How many couplings were asked for.
        couplings: usize,
    },
}

/// What came where a number of some range was expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Got {
    /// A whole number.
    Whole(u64),
    /// A real number.
    Real(f64),
    /// More than can be counted, in words.
    Words(&'static str),
}

impl From<usize> for Got {
    fn from(number: usize) -> Self {
        Self::Whole(number as u64)
    }
}

impl From<u64> for Got {
    fn from(number: u64) -> Self {
        Self::Whole(number)
    }
}

impl From<f64> for Got {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<&'static str> for Got {
    fn from(words: &'static str) -> Self {
        Self::Words(words)
    }
}

impl Error {
    /// The message, with real numbers as `real` prints them. JavaScript prints them itself: Rust's way of printing
    /// would be a tenth of what a page loads. So would `format!` a thirtieth: strings are put together plainly here,
    /// and wherever else a page loads it.
    pub fn message(&self, real: impl Fn(f64) -> String) -> String {
        match self {
            Self::Size { rows, columns } => [
                "expected a grid of 1 to 64 rows and 1 to 64 columns, got ",
                &rows.to_string(),
                " x ",
                &columns.to_string(),
            ]
            .concat(),
            Self::Length { expected, got } => {
                ["expected a picture of ", &expected.to_string(), " cells, got ", &got.to_string()].concat()
            }
            Self::Shape { expected, got } => ["expected a picture of ", expected, ", got ", got].concat(),
            Self::Cell { cell, got } => [
                "expected +1 or -1 in every cell, got ",
                &got.to_string(),
                " in cell ",
                &cell.to_string(),
            ]
            .concat(),
            Self::Index { what, count, got } => {
                let last = count.saturating_sub(1).to_string();
                ["expected ", what, " from 0 to ", &last, ", got ", &got.to_string()].concat()
            }
            Self::NoMemories => "expected a memory, but none is stored".to_owned(),
            Self::Range { what, expected, got } => {
                let got = match got {
                    Got::Whole(number) => number.to_string(),
                    Got::Real(number) => real(*number),
                    Got::Words(words) => (*words).to_owned(),
                };
                ["expected ", what, " ", expected, ", got ", &got].concat()
            }
            Self::Name { what, expected, got } => {
                ["expected ", what, " to be one of ", expected, ", got \"", got, "\""].concat()
            }
            Self::Parse { expected, got } => ["expected ", expected, ", got ", got].concat(),
            Self::NoEntropy => "no random numbers to be had for a fresh seed: set a seed instead".to_owned(),
            Self::NoEnergy => "this rule makes couplings that are not symmetric: there is no energy that every update lowers"
                .to_owned(),
            Self::NoCouplings => "this rule has no couplings: its neurons hear the memories as wholes, not each other one by one"
                .to_owned(),
            Self::Asleep => "this rule has no couplings, and sleep changes nothing else: wake the network first".to_owned(),
            Self::Diverged => {
                "the couplings grow beyond all numbers: forget some memories, or dream in larger doses".to_owned()
            }
            Self::NoRoom { couplings } => {
                ["no room for ", &couplings.to_string(), " couplings: choose a smaller grid"].concat()
            }
        }
    }

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
        let mut expected = String::new();
        for name in known {
            expected.push_str(if expected.is_empty() { "" } else { ", " });
            expected.push_str(name);
        }
        Self::Name { what, expected, got: got.chars().take(40).collect() }
    }

    /// A number that should have been `expected` and was `got`.
    pub(crate) fn range(what: &'static str, expected: impl Into<String>, got: impl Into<Got>) -> Self {
        Self::Range { what, expected: expected.into(), got: got.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(|number| number.to_string()))
    }
}

impl std::error::Error for Error {}
