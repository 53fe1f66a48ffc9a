//! Sleep: dreams, and what is taken out of the couplings for them.

use super::Network;
use crate::{
    error::Error,
    outcome::identify,
    sleep::{Dream, Sleep},
};

impl Network {
    /// What sleep has done to the couplings.
    #[must_use]
    pub fn sleep(&self) -> &Sleep {
        &self.sleep
    }

    /// Unlearns so many dreams and returns the last; the state stays, and the generator goes on.
    ///
    /// # Errors
    /// [`Error::NoCouplings`] under a rule that has none; [`Error::Range`] beyond [`Sleep::MOST_DREAMS`]; [`Error::NoRoom`];
    /// [`Error::Diverged`] where couplings are too large for so small a dose.
    pub fn dream(&mut self, count: usize) -> Result<Option<Dream>, Error> {
        self.fall_asleep(count, false)
    }

    /// Daydreams so many times: each unlearns a dream and learns a random memory again.
    ///
    /// # Errors
    /// As [`Network::dream`], and [`Error::NoMemories`].
    pub fn daydream(&mut self, count: usize) -> Result<Option<Dream>, Error> {
        if self.memories.is_empty() {
            return Err(Error::NoMemories);
        }
        self.fall_asleep(count, true)
    }

    /// Wakes: the couplings are again exactly what the rule makes of the memories.
    ///
    /// # Errors
    /// As [`Network::set_rule`].
    pub fn wake(&mut self) -> Result<(), Error> {
        self.set_fineness(self.sleep.fineness())
    }

    /// Wakes, and sets the dose epsilon = 1 / `fineness` of dreams to come; 1 / 100 unless set.
    ///
    /// # Errors
    /// [`Error::Range`] unless 1 to 1000.
    pub fn set_fineness(&mut self, fineness: u32) -> Result<(), Error> {
        let sleep = Sleep::with_fineness(fineness)?;
        self.reshape(self.memories.clone(), self.rule, self.biased, sleep)
    }

    /// Falls into a sleep that was slept before, here or elsewhere: the couplings become what it made of them.
    ///
    /// # Errors
    /// [`Error::Shape`]; [`Error::Asleep`] under a rule without couplings; else as [`Network::dream`].
    pub fn set_sleep(&mut self, sleep: Sleep) -> Result<(), Error> {
        sleep.doses().try_for_each(|(picture, _)| self.state().check_shape(picture))?;
        self.reshape(self.memories.clone(), self.rule, self.biased, sleep)
    }

    /// The number of dreams that helps most, p / 2 epsilon, and the one that ruins, p / epsilon.
    #[must_use]
    pub fn dream_doses(&self) -> (usize, usize) {
        let ruin = self.memories.len() * self.sleep.fineness() as usize;
        (ruin / 2, ruin)
    }

    fn fall_asleep(&mut self, count: usize, daydreaming: bool) -> Result<Option<Dream>, Error> {
        self.sleep.check(count, if daydreaming { 2 } else { 1 })?;
        let mut sleep = self.sleep.clone();
        let mut landscape = match sleep.is_awake() {
            true => self.rule.couplings(&self.memories, self.biased, self.state())?,
            false => self.landscape.clone(),
        };
        let mut generator = self.dynamics.generator().clone();
        let mut last = None;
        for _ in 0..count {
            let relearned = daydreaming.then(|| generator.below(self.memories.len()));
            let memory = relearned.map(|index| &self.memories.patterns()[index]);
            let dreamt = sleep.dream(&mut *landscape, self.biased, memory, &mut generator)?;
            last = Some((dreamt, landscape.state().clone(), relearned));
        }
        let Some(((start, sweeps), attractor, relearned)) = last else { return Ok(None) };
        landscape.place(self.state());
        (self.landscape, self.sleep) = (landscape, sleep);
        *self.dynamics.generator() = generator;
        self.begin_trace();
        let name = identify(&attractor, &self.memories);
        Ok(Some(Dream { start, attractor, name, sweeps, relearned }))
    }
}
