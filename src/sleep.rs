//! Sleep: the network dreams, and what it dreams is taken out of the couplings, a little at a time.
//!
//! A dream is a random state that rolls downhill. Where it ends is mostly a valley that nobody stored, for those
//! are the widest; so
//!
//! ```text
//! W_ij  -=  epsilon s_i s_j        (i != j: the diagonal is never touched; with a bias, b_i -= epsilon s_i)
//! ```
//!
//! fills them in sooner than the memories. Sources: F. Crick and G. Mitchison, Nature 304, 111, 1983;
//! J. J. Hopfield, D. I. Feinstein and R. G. Palmer, "'Unlearning' has a stabilizing effect in collective
//! memories", Nature 304, 158, 1983. With p memories the best dose is about p / 2 epsilon dreams; at p / epsilon
//! the memories themselves are gone (measured: `tests/reference.rs`).
//!
//! Daydreaming learns a random memory again with every dream, W_ij += epsilon (x_i x_j - s_i s_j), and does not
//! ruin: L. Serricchio and others, "Daydreaming Hopfield networks", Neural Networks 186, 2025.

use crate::{
    dynamics::{Dynamics, Rest},
    error::Error,
    landscape::{Landscape, MOST_DOSES},
    outcome::Name,
    pattern::Pattern,
    random::Generator,
};

/// Sweeps after which a dream ends even if it has not come to rest.
const LONGEST_DREAM: usize = 200;

/// One dream.
#[derive(Clone, Debug, PartialEq)]
pub struct Dream {
    /// The random state in which it began.
    pub start: Pattern,
    /// The state in which it ended, and of which a dose was taken.
    pub attractor: Pattern,
    /// What that state was.
    pub name: Name,
    /// Sweeps that it took.
    pub sweeps: usize,
    /// The memory learnt again, in a daydream.
    pub relearned: Option<usize>,
}

/// What sleep has done to the couplings since the network was last awake.
#[derive(Clone, Debug, PartialEq)]
pub struct Sleep {
    /// 1 / epsilon, a whole number, so that whole couplings stay whole in units of epsilon.
    fineness: u32,
    /// Doses of each picture: below 0 taken out, above 0 learnt again. In the order of the pictures.
    doses: Vec<(Pattern, i32)>,
    dreams: usize,
    daydreams: usize,
}

impl Default for Sleep {
    fn default() -> Self {
        Self { fineness: 100, doses: Vec::new(), dreams: 0, daydreams: 0 }
    }
}

impl Sleep {
    /// The most dreams before waking; a daydream, which takes a dose and gives one, counts as two.
    pub const MOST_DREAMS: usize = MOST_DOSES;

    /// 1 / epsilon: so many doses of a picture weigh as much as storing it by Hebb's rule, in the unit of whatever rule is on;
    /// under the perceptron, which counts in whole lessons, as much as one lesson.
    #[must_use]
    pub fn fineness(&self) -> u32 {
        self.fineness
    }

    /// Awake, with another epsilon = 1 / `fineness`.
    ///
    /// # Errors
    /// [`Error::Range`] unless 1 to 1000.
    pub fn with_fineness(fineness: u32) -> Result<Self, Error> {
        if !(1..=1000).contains(&fineness) {
            return Err(Error::range(
                "1 / epsilon to be",
                "a whole number from 1 to 1000",
                fineness as usize,
            ));
        }
        Ok(Self { fineness, ..Self::default() })
    }

    /// A sleep as it was told by [`Sleep::doses`], [`Sleep::dreams`] and [`Sleep::daydreams`].
    ///
    /// # Errors
    /// [`Error::Range`] for a fineness as at [`Sleep::with_fineness`], for too many dreams, and for more doses than so
    /// many dreams take.
    pub fn from_doses(
        fineness: u32,
        doses: impl IntoIterator<Item = (Pattern, i32)>,
        dreams: usize,
        daydreams: usize,
    ) -> Result<Self, Error> {
        let awake = Self::with_fineness(fineness)?;
        awake.check(daydreams, 2)?;
        Self { daydreams, ..awake.clone() }.check(dreams, 1)?;
        let mut sleep = Self { dreams, daydreams, ..awake };
        for (picture, doses) in doses {
            *sleep.doses_of(&picture) = doses;
        }
        let taken: u64 = sleep.doses().map(|(_, doses)| u64::from(doses.unsigned_abs())).sum();
        let most = dreams + 2 * daydreams;
        if taken > most as u64 {
            return Err(Error::range(
                "the doses to be",
                ["at most ", &most.to_string(), " for so many dreams"].concat(),
                taken,
            ));
        }
        Ok(sleep)
    }

    /// Doses of each picture dreamt or learnt again: below 0 taken out of the couplings, above 0 put in.
    pub fn doses(&self) -> impl ExactSizeIterator<Item = (&Pattern, i32)> {
        self.doses.iter().map(|(picture, doses)| (picture, *doses))
    }

    /// Whether nothing was dreamt.
    #[must_use]
    pub fn is_awake(&self) -> bool {
        self.dreams + self.daydreams == 0
    }

    /// Dreams unlearnt.
    #[must_use]
    pub fn dreams(&self) -> usize {
        self.dreams
    }

    /// Daydreams.
    #[must_use]
    pub fn daydreams(&self) -> usize {
        self.daydreams
    }

    /// Changes the couplings of a landscape that knows nothing of sleep. Its fields are stale then.
    ///
    /// # Errors
    /// [`Error::NoCouplings`] where there are none.
    pub(crate) fn apply(&self, landscape: &mut dyn Landscape, biased: bool) -> Result<(), Error> {
        for (pattern, doses) in self.doses() {
            landscape.deepen(pattern, doses, self.fineness, biased)?;
        }
        Ok(())
    }

    /// A dream is one dose, a daydream two. Checks that `count` more dreams of so many doses each are not too many.
    ///
    /// # Errors
    /// [`Error::Range`].
    pub(crate) fn check(&self, count: usize, doses_each: usize) -> Result<(), Error> {
        let left = (MOST_DOSES - self.dreams - 2 * self.daydreams) / doses_each;
        if count > left {
            return Err(Error::range(
                "the number of dreams to be",
                ["at most ", &left.to_string(), " before waking"].concat(),
                count,
            ));
        }
        Ok(())
    }

    /// Dreams once in a landscape that this sleep has shaped, and changes both.
    ///
    /// # Errors
    /// As [`Sleep::apply`].
    pub(crate) fn dream(
        &mut self,
        landscape: &mut dyn Landscape,
        biased: bool,
        relearned: Option<&Pattern>,
        generator: &mut Generator,
    ) -> Result<(Pattern, usize), Error> {
        let mut start = landscape.state().clone();
        start.randomize(generator);
        landscape.place(&start);
        let sweeps = roll(landscape, generator);
        let attractor = landscape.state().clone();
        self.dose(landscape, &attractor, -1, biased)?;
        if let Some(memory) = relearned {
            self.dose(landscape, memory, 1, biased)?;
            self.daydreams += 1;
        } else {
            self.dreams += 1;
        }
        Ok((start, sweeps))
    }

    fn dose(
        &mut self,
        landscape: &mut dyn Landscape,
        pattern: &Pattern,
        doses: i32,
        biased: bool,
    ) -> Result<(), Error> {
        landscape.deepen(pattern, doses, self.fineness, biased)?;
        *self.doses_of(pattern) += doses;
        Ok(())
    }

    fn doses_of(&mut self, pattern: &Pattern) -> &mut i32 {
        let place = self.doses.partition_point(|(known, _)| known < pattern);
        if self.doses.get(place).is_none_or(|(known, _)| known != pattern) {
            self.doses.insert(place, (pattern.clone(), 0));
        }
        &mut self.doses[place].1
    }
}

/// Settles in shuffled order at T = 0, whatever the network's own order and temperature; returns the sweeps.
fn roll(landscape: &mut dyn Landscape, generator: &mut Generator) -> usize {
    let neurons = landscape.state().cells();
    let mut dynamics = Dynamics::shuffled(generator.clone());
    let mut sweeps = 0;
    while sweeps < LONGEST_DREAM && dynamics.rest(landscape) == Rest::Moving {
        for _ in 0..neurons {
            dynamics.update(landscape);
        }
        sweeps += 1;
    }
    *generator = dynamics.generator().clone();
    sweeps
}
