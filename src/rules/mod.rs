//! How memories shape the energy landscape: one file a rule.

pub mod hebb;

use std::{fmt, str::FromStr};

use crate::{error::Error, landscape::Landscape, memories::Memories, pattern::Pattern};

/// A way to turn memories into a landscape.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Rule {
    /// Couplings count how often two neurons agree in the memories. See [`hebb`].
    #[default]
    Hebb,
}

impl Rule {
    /// The names that [`Rule::from_str`] knows.
    pub const NAMES: [&'static str; 1] = ["hebb"];

    /// The landscape that the memories make, with a state in it. The same memories in the same order always
    /// make the same landscape, so that forgetting undoes storing exactly.
    ///
    /// # Errors
    /// [`Error::NoRoom`] where the couplings do not fit.
    pub fn landscape(
        self,
        memories: &Memories,
        biased: bool,
        state: &Pattern,
    ) -> Result<Box<dyn Landscape>, Error> {
        match self {
            Self::Hebb => hebb::landscape(memories, biased, state),
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Hebb => "hebb",
        })
    }
}

impl FromStr for Rule {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "hebb" => Ok(Self::Hebb),
            _ => Err(Error::name("the rule", &Self::NAMES, name)),
        }
    }
}
