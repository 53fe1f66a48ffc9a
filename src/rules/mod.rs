//! How memories shape the energy landscape: one file a rule.
//!
//! | rule | capacity, random memories | energy | held as |
//! |---|---|---|---|
//! | [`hebb`] | 0.138 N, nearly exact | yes | whole couplings |
//! | [`storkey`] | N / sqrt(2 ln N) | yes | real couplings, unit 1 |
//! | [`projection`] | N, basins shrinking | yes | real couplings, unit 1 |
//! | [`perceptron`] | 2 N | no | whole couplings |
//! | [`symmetric_perceptron`] | about 0.6 N at kappa 0.7 | yes | whole couplings |
//! | [`dreaming_kernel`] | 0.138 N to N, by the time asleep | yes | real couplings, unit 1 |
//! | [`dense`] | N^(n-1) / (2 (2n-3)!! ln N) | yes | overlaps |
//! | [`exponential`] | exponential in N | yes | overlaps |

pub mod dense;
pub mod dreaming_kernel;
pub mod exponential;
pub mod hebb;
pub mod perceptron;
pub mod projection;
mod span;
pub mod storkey;
pub mod symmetric_perceptron;

use std::{fmt, str::FromStr};

use crate::{
    error::Error,
    landscape::{Coupling, Landscape, Matrix},
    memories::Memories,
    pattern::Pattern,
};
use dense::GREATEST_POWER;
use perceptron::GREATEST_THRESHOLD;

/// A way to turn memories into a landscape.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Rule {
    /// Couplings count how often two neurons agree in the memories. See [`hebb`].
    #[default]
    Hebb,
    /// Hebb, less what the net already says about the newcomer. See [`storkey`].
    Storkey,
    /// Every memory heard in full, however alike. See [`projection`].
    Projection,
    /// Each neuron learns until it is sure; no energy. See [`perceptron`].
    Perceptron {
        /// c, a whole number from 1 to a million; 10 N if not named.
        threshold: Option<u32>,
    },
    /// Hebb, mended where memories are not firm; keeps an energy. See [`symmetric_perceptron`].
    SymmetricPerceptron {
        /// How firm: x_i h_i / |W_i| is to reach it. From 0 to 64.
        kappa: f64,
    },
    /// Hebb after a long sleep. See [`dreaming_kernel`].
    DreamingKernel {
        /// How long: from 0 up.
        t: f64,
    },
    /// Steeper valleys: overlaps to the power n. See [`dense`].
    Dense {
        /// n, from 2 to 64.
        power: u32,
    },
    /// The steepest valleys. See [`exponential`].
    Exponential,
}

impl Rule {
    /// The names that [`Rule::parse`] knows.
    pub const NAMES: [&'static str; 8] = [
        "hebb",
        "storkey",
        "projection",
        "perceptron",
        "symmetric-perceptron",
        "dreaming-kernel",
        "dense",
        "exponential",
    ];

    /// The rule of a name, with its one parameter or else the usual one: the perceptron's c (10 N), the
    /// symmetric perceptron's kappa (0.7), the dreaming kernel's t (10), the dense memories' n (3).
    ///
    /// # Errors
    /// [`Error::Name`]; [`Error::Range`] for a parameter that is out of range or that the rule does not have.
    pub fn parse(name: &str, parameter: Option<f64>) -> Result<Self, Error> {
        let rule = match name {
            "hebb" => Self::Hebb,
            "storkey" => Self::Storkey,
            "projection" => Self::Projection,
            "perceptron" => {
                let threshold =
                    parameter.map(|c| whole("the perceptron's c to be", c, 1, GREATEST_THRESHOLD));
                Self::Perceptron { threshold: threshold.transpose()? }
            }
            "symmetric-perceptron" => Self::SymmetricPerceptron {
                kappa: real("the symmetric perceptron's kappa to be", parameter.unwrap_or(0.7), Some(64))?,
            },
            "dreaming-kernel" => Self::DreamingKernel {
                t: real("the dreaming kernel's t to be", parameter.unwrap_or(10.0), None)?,
            },
            "dense" => Self::Dense {
                power: whole(
                    "the power of dense memories to be",
                    parameter.unwrap_or(3.0),
                    2,
                    GREATEST_POWER,
                )?,
            },
            "exponential" => Self::Exponential,
            _ => return Err(Error::name("the rule", &Self::NAMES, name)),
        };
        match (rule.parameter(), parameter) {
            (None, Some(surplus)) => {
                let expected = ["left out, as ", name, " has none"].concat();
                Err(Error::range("the rule's parameter to be", expected, surplus))
            }
            _ => Ok(rule),
        }
    }

    /// The same rule, with a parameter in range even if it was put in by hand.
    pub(crate) fn checked(self) -> Result<Self, Error> {
        Self::parse(self.name(), self.parameter())
    }

    /// The rule's parameter; none if it has none, or if it is left to the size of the grid.
    #[must_use]
    pub fn parameter(self) -> Option<f64> {
        match self {
            Self::Hebb | Self::Storkey | Self::Projection | Self::Exponential => None,
            Self::Perceptron { threshold } => threshold.map(f64::from),
            Self::SymmetricPerceptron { kappa } => Some(kappa),
            Self::DreamingKernel { t } => Some(t),
            Self::Dense { power } => Some(f64::from(power)),
        }
    }

    /// Whether couplings between pairs of neurons say all that the rule has learnt: sleep can change them then. Where
    /// more than two neurons act together there are none.
    #[must_use]
    pub fn has_couplings(self) -> bool {
        !matches!(self, Self::Dense { .. } | Self::Exponential)
    }

    /// Whether there is an energy that every update lowers. Where i may hear from j what j does not hear from i,
    /// there is none.
    #[must_use]
    pub fn has_energy(self) -> bool {
        !matches!(self, Self::Perceptron { .. })
    }

    /// The landscape that the memories make, with a state in it. The same memories in the same order always
    /// make the same landscape, so that forgetting undoes storing exactly.
    ///
    /// # Errors
    /// [`Error::Range`] for a parameter out of range, [`Error::NoRoom`] where the couplings do not fit,
    /// [`Error::Diverged`] where they outgrow every number.
    pub(crate) fn landscape(
        self,
        memories: &Memories,
        biased: bool,
        state: &Pattern,
    ) -> Result<Box<dyn Landscape>, Error> {
        match self.checked()? {
            Self::Hebb => hebb::landscape(memories, biased, state),
            Self::Storkey => storkey::landscape(memories, biased, state),
            Self::Projection => projection::landscape(memories, biased, state),
            Self::Perceptron { threshold } => perceptron::landscape(threshold, memories, biased, state),
            Self::SymmetricPerceptron { kappa } => {
                symmetric_perceptron::landscape(kappa, memories, biased, state)
            }
            Self::DreamingKernel { t } => dreaming_kernel::landscape(t, memories, biased, state),
            Self::Dense { power } => Ok(dense::landscape(power, memories, biased, state)),
            Self::Exponential => Ok(exponential::landscape(memories, biased, state)),
        }
    }

    /// Its name, without a parameter.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hebb => "hebb",
            Self::Storkey => "storkey",
            Self::Projection => "projection",
            Self::Perceptron { .. } => "perceptron",
            Self::SymmetricPerceptron { .. } => "symmetric-perceptron",
            Self::DreamingKernel { .. } => "dreaming-kernel",
            Self::Dense { .. } => "dense",
            Self::Exponential => "exponential",
        }
    }

    /// The same landscape, held as couplings that can be changed, as sleep does.
    ///
    /// # Errors
    /// As [`Rule::landscape`], and [`Error::NoCouplings`] where the rule has none.
    pub(crate) fn couplings(
        self,
        memories: &Memories,
        biased: bool,
        state: &Pattern,
    ) -> Result<Box<dyn Landscape>, Error> {
        match self {
            Self::Hebb => hebb::couplings(memories, biased, state),
            _ if self.has_couplings() => self.landscape(memories, biased, state),
            _ => Err(Error::NoCouplings),
        }
    }
}

/// The name alone; see [`Rule::parameter`] for the rest.
impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A name alone, with the usual parameter.
impl FromStr for Rule {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::parse(name, None)
    }
}

/// A whole number from `least` to `most`.
fn whole(what: &'static str, number: f64, least: u32, most: u32) -> Result<u32, Error> {
    if number.fract() == 0.0 && (f64::from(least)..=f64::from(most)).contains(&number) {
        Ok(number as u32)
    } else {
        Err(Error::range(
            what,
            ["a whole number from ", &least.to_string(), " to ", &most.to_string()].concat(),
            number,
        ))
    }
}

/// A finite number from 0 to `most`, or of any size.
fn real(what: &'static str, number: f64, most: Option<u32>) -> Result<f64, Error> {
    match most {
        _ if (0.0..=most.map_or(f64::MAX, f64::from)).contains(&number) => Ok(number),
        None => Err(Error::range(what, "a finite number from 0 up", number)),
        Some(most) => Err(Error::range(what, ["a number from 0 to ", &most.to_string()].concat(), number)),
    }
}

/// The last touches on a matrix of couplings: with a `bias`, b_i = bias times the sum of x_i over the memories;
/// then the fields of the state.
fn finish<W: Coupling>(
    mut matrix: Matrix<W>,
    memories: &Memories,
    bias: Option<W>,
    state: &Pattern,
) -> Box<dyn Landscape> {
    if let Some(bias) = bias {
        memories.iter().for_each(|memory| matrix.lean(memory, bias));
    }
    matrix.place(state);
    Box::new(matrix)
}
