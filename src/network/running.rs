//! Running: how neurons are asked, one after the other, and what came of it.

use std::sync::Arc;

use super::{Network, Step};
use crate::{
    dynamics::{Order, Rest, Update},
    error::Error,
    outcome::{Kind, Name, Outcome, identify},
    trace::Trace,
};

impl Network {
    /// The order in which neurons are asked.
    #[must_use]
    pub fn order(&self) -> Order {
        self.dynamics.order()
    }

    /// Sets the order; the trace goes on, and what it knew of the future is forgotten.
    pub fn set_order(&mut self, order: Order) {
        self.dynamics.set_order(order);
        self.amend();
    }

    /// The temperature; 0 is the sign rule.
    #[must_use]
    pub fn temperature(&self) -> f64 {
        self.dynamics.temperature()
    }

    /// Sets the temperature; the trace goes on as at [`Network::set_order`], or on as it was where it is that temperature
    /// already.
    ///
    /// # Errors
    /// [`Error::Range`] unless it is a finite number from 0 up.
    pub fn set_temperature(&mut self, temperature: f64) -> Result<(), Error> {
        let before = self.temperature();
        self.dynamics.set_temperature(temperature)?;
        if self.temperature() != before {
            self.amend();
        }
        Ok(())
    }

    /// The seed last set.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.dynamics.seed()
    }

    /// Starts the one generator afresh, which drives corrupt, step, run and settle in the order called;
    /// the trace goes on as at [`Network::set_order`].
    pub fn set_seed(&mut self, seed: u64) {
        self.dynamics.set_seed(seed);
        self.amend();
    }

    /// Asks one neuron.
    pub fn step(&mut self) -> Step {
        let update = self.advance();
        let energy = self.trace.energy(self.time);
        Step { cell: update.neuron, field: update.field, flipped: update.flipped, energy }
    }

    /// Asks neurons one after the other, so many times, and returns how many turned over.
    pub fn run(&mut self, updates: usize) -> usize {
        (0..updates).filter(|_| self.advance().flipped).count()
    }

    /// Asks at most so many neurons, until the run is over. At T = 0 it is: in random order as soon as no neuron wants to
    /// flip, in the others after a whole sweep without a flip, or a synchronous sweep that undoes the one before.
    pub fn run_until_settled(&mut self, updates: usize) -> Rest {
        let mut rest = self.dynamics.rest(&*self.landscape);
        for _ in 0..updates {
            if rest != Rest::Moving {
                break;
            }
            self.advance();
            rest = self.dynamics.rest(&*self.landscape);
        }
        rest
    }

    /// Runs until the run is over, for at most so many sweeps, and says what came of it.
    pub fn settle(&mut self, most_sweeps: usize) -> Outcome {
        let (time, flips) = (self.time, self.flips());
        self.run_until_settled(most_sweeps.saturating_mul(self.neurons()));
        self.outcome_since(time, flips)
    }

    /// Cools: so many sweeps of N updates at temperatures that fall from `from` to `to` by the same factor each
    /// time, then T = 0 until the run is over. Shaken at first and then ever less, the state misses shallow
    /// valleys that lie on its way (S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, Science 220, 671, 1983).
    ///
    /// # Errors
    /// [`Error::Range`] unless both temperatures are finite and above 0.
    pub fn anneal(&mut self, from: f64, to: f64, sweeps: usize) -> Result<Outcome, Error> {
        const LAST_SWEEPS: usize = 1000;
        for temperature in [from, to] {
            if !temperature.is_finite() || temperature <= 0.0 {
                return Err(Error::range("the temperature to be", "a finite number above 0", temperature));
            }
        }
        let (time, flips) = (self.time, self.flips());
        let (coldest, hottest) = (from.min(to), from.max(to));
        for sweep in 0..sweeps {
            let along = sweep as f64 / (sweeps - 1).max(1) as f64;
            let temperature = from * (along * (to.ln() - from.ln())).exp();
            self.set_temperature(temperature.max(coldest).min(hottest))?;
            self.run(self.neurons());
        }
        self.set_temperature(0.0)?;
        self.run_until_settled(LAST_SWEEPS * self.neurons());
        Ok(self.outcome_since(time, flips))
    }

    /// Names the state as it stands; counts are those since the cue.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome_since(0, 0)
    }

    /// One update; recorded if it is new, else the trace has it already.
    fn advance(&mut self) -> Update {
        let replaying = self.time < self.trace.end();
        let update = self.dynamics.update(&mut *self.landscape);
        self.time += 1;
        if replaying {
            let kept = self.trace.checkpoint_before(self.time);
            if kept.time == self.time {
                self.load(&kept.clone());
            }
        } else {
            let energy = if update.flipped { self.landscape.energy().ok() } else { None };
            Arc::make_mut(&mut self.trace).record(update, energy);
            if self.time.is_multiple_of(Trace::STRIDE) {
                self.keep();
            }
        }
        update
    }

    fn outcome_since(&self, time: usize, flips: usize) -> Outcome {
        let updates = self.time - time;
        Outcome {
            name: self.name(),
            updates,
            sweeps: updates.div_ceil(self.neurons()),
            flips: self.flips() - flips,
            energy: self.trace.energy(self.time),
        }
    }

    fn name(&self) -> Name {
        if self.dynamics.clone().rest(&*self.landscape) == Rest::Cycle {
            Name::of(Kind::Cycle)
        } else if self.temperature() > 0.0 || self.restless() > 0 {
            Name::of(Kind::Unsettled)
        } else {
            identify(self.state(), &self.memories)
        }
    }
}
