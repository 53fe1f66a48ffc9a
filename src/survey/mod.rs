//! Surveys: questions about a whole landscape, answered by thousands of recalls.
//!
//! | survey | question |
//! |---|---|
//! | [`Census`] | Where do random starts end, and how often? |
//! | [`Basin`] | How much damage does each memory survive? |
//! | [`Capacity`] | How many memories hold, under which rule? |
//! | [`Map`] | Between memories: which cue ends where? |
//!
//! Every survey is a row of samples, sample t drawing from a generator of its own, seeded with t and the stirred seed. It can
//! therefore be run in slices of any size, with a pause or an end between any two, and comes to the same result.

mod basin;
mod capacity;
mod census;
mod map;

pub use basin::Basin;
pub use capacity::{Capacity, CapacityPlan, Load, Source};
pub use census::{Attractor, Census};
pub use map::{Destination, Map};

use crate::{error::Error, random::Generator};

/// A survey in progress.
pub trait Survey: sampling::Sample {
    /// Samples in all.
    fn total(&self) -> usize;

    /// Samples taken.
    fn done(&self) -> usize;

    /// Takes at most so many more samples and returns how many are done.
    fn advance(&mut self, samples: usize) -> usize {
        for _ in 0..samples.min(self.total() - self.done()) {
            self.sample();
        }
        self.done()
    }
}

/// What a survey alone does to itself: nobody else is to take more samples than it has.
mod sampling {
    pub trait Sample {
        /// Takes sample number [`super::Survey::done`], with its own generator.
        fn sample(&mut self);
    }
}

/// The most samples in one survey: a number that a page can count.
pub const MOST_SAMPLES: usize = 100_000_000;

/// The generator of sample `index`. The seed is stirred, or surveys of neighbouring seeds would share nearly all samples.
fn generator(seed: u64, index: usize) -> Generator {
    let stirred = Generator::new(seed).next();
    Generator::new(stirred.wrapping_add(index as u64))
}

/// Checks the number of samples.
fn check_samples(samples: Option<usize>) -> Result<usize, Error> {
    let expected = format!("1 to {MOST_SAMPLES}");
    match samples {
        Some(samples @ 1..=MOST_SAMPLES) => Ok(samples),
        Some(samples) => Err(Error::range("the number of samples to be", expected, samples)),
        None => Err(Error::range("the number of samples to be", expected, "more")),
    }
}

/// How often something happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// Times that it happened.
    pub hits: usize,
    /// Times that it could have.
    pub trials: usize,
}

impl Rate {
    /// Counts one trial.
    pub fn count(&mut self, hit: bool) {
        self.hits += usize::from(hit);
        self.trials += 1;
    }

    /// Hits per trial, from 0 to 1; 0 before the first trial.
    #[must_use]
    pub fn share(self) -> f64 {
        self.hits as f64 / self.trials.max(1) as f64
    }

    /// Where the true share lies with 95 % confidence (E. B. Wilson, J. Am. Stat. Assoc. 22, 209, 1927): never
    /// beyond 0 or 1, and not of width 0 after a few trials that all went one way.
    #[must_use]
    pub fn interval(self) -> (f64, f64) {
        if self.trials == 0 {
            return (0.0, 1.0);
        }
        let n = self.trials as f64;
        let share = self.share();
        let z2 = 1.959_964_f64.powi(2);
        let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let half = (z2 * (share * (1.0 - share) / n + z2 / (4.0 * n * n))).sqrt() / (1.0 + z2 / n);
        // Rounding must not put a share of 0 or 1 outside.
        ((middle - half).max(0.0).min(share), (middle + half).max(share).min(1.0))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::generator;

    #[test]
    fn surveys_of_neighbouring_seeds_share_no_sample() {
        let first = |seed, index| generator(seed, index).next();
        let drawn: HashSet<u64> =
            (0..100).flat_map(|seed| (0..100).map(move |index| first(seed, index))).collect();
        assert_eq!(drawn.len(), 100 * 100);
    }
}
