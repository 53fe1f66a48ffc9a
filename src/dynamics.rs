//! Who is asked next, and what it answers.
//!
//! One update asks one neuron: it hears its field and takes the field's sign; hearing nothing it stays as
//! it is. With a temperature T it tosses a biased coin instead (heat bath, R. J. Glauber, 1963):
//!
//! ```text
//! P(s_i = +1) = 1 / (1 + exp(-2 h_i / T))      h_i in units of a lone memory's field
//! ```

#[cfg(test)]
mod tests;

use std::{fmt, str::FromStr};

use crate::{error::Error, landscape::Landscape, pattern::Pattern, random::Generator};

/// The order in which neurons are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Each update draws a neuron, all equally likely, whoever was asked before.
    #[default]
    Random,
    /// Each sweep asks every neuron once, in a fresh random order.
    Shuffled,
    /// Each sweep asks every neuron once, in the order of the cells.
    Cyclic,
    /// Each sweep asks every neuron once, and all hear the state as it was when the sweep began.
    Synchronous,
}

impl Order {
    const NAMED: [(&'static str, Self); 4] = [
        ("random", Self::Random),
        ("shuffled", Self::Shuffled),
        ("cyclic", Self::Cyclic),
        ("synchronous", Self::Synchronous),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMED.iter().find(|&&(_, order)| order == self).map_or("", |(name, _)| name)
    }
}

impl fmt::Display for Order {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Order {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::NAMED.iter().find(|(known, _)| *known == name);
        found.map(|(_, order)| *order).ok_or_else(|| {
            let known = Self::NAMED.map(|(known, _)| known);
            Error::name("the order", &known, name)
        })
    }
}

/// What one update was: who was asked, what it heard, whether it turned over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Update {
    /// The neuron asked.
    pub neuron: usize,
    /// The field that it heard.
    pub field: f64,
    /// Whether it turned over.
    pub flipped: bool,
}

/// Where a run has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// It may still move.
    Moving,
    /// Nothing will ever move again.
    Still,
    /// Synchronous updates swing between two states for ever.
    Cycle,
}

/// Order, temperature and generator, and the place in the present sweep: all that decides the next update
/// besides the landscape.
#[derive(Clone, Debug)]
pub struct Dynamics {
    order: Order,
    temperature: f64,
    seed: u64,
    generator: Generator,
    /// Updates since the sweep began, 0 to N - 1.
    position: usize,
    /// Whom the present sweep asks, turn by turn (shuffled order).
    turns: Vec<u16>,
    /// What every neuron hears in the present sweep (synchronous order).
    heard: Vec<f64>,
    /// The state when the present sweep and the one before began (synchronous order).
    began: [Option<Pattern>; 2],
    /// Whether no neuron has turned over since the sweep began.
    quiet: bool,
    /// A neuron that was restless when last looked at: mostly it still is, which saves looking at all.
    witness: usize,
}

impl Dynamics {
    /// Random order, temperature 0.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            order: Order::Random,
            temperature: 0.0,
            seed,
            generator: Generator::new(seed),
            position: 0,
            turns: Vec::new(),
            heard: Vec::new(),
            began: [None, None],
            quiet: false,
            witness: 0,
        }
    }

    /// Shuffled order, temperature 0, going on with a generator in use.
    pub(crate) fn shuffled(generator: Generator) -> Self {
        Self { order: Order::Shuffled, generator, ..Self::new(0) }
    }

    /// The order of updates.
    #[must_use]
    pub fn order(&self) -> Order {
        self.order
    }

    /// Sets the order and begins a new sweep.
    pub fn set_order(&mut self, order: Order) {
        self.order = order;
        self.begin_sweep();
    }

    /// T; 0 is the sign rule.
    #[must_use]
    pub fn temperature(&self) -> f64 {
        self.temperature
    }

    /// Sets T.
    ///
    /// # Errors
    /// [`Error::Range`] unless it is a finite number from 0 up.
    pub fn set_temperature(&mut self, temperature: f64) -> Result<(), Error> {
        if !temperature.is_finite() || temperature < 0.0 {
            return Err(Error::range("the temperature to be", "a finite number from 0 up", temperature));
        }
        let temperature = temperature + 0.0; // of −0 makes 0
        if temperature != self.temperature {
            self.temperature = temperature;
            self.quiet = false;
            self.began = [None, None];
        }
        Ok(())
    }

    /// The generator that draws orders and answers.
    pub fn generator(&mut self) -> &mut Generator {
        &mut self.generator
    }

    /// The seed from which the generator started.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Starts the generator afresh, in a new sweep.
    pub fn set_seed(&mut self, seed: u64) {
        self.seed = seed;
        self.generator = Generator::new(seed);
        self.begin_sweep();
    }

    /// Forgets the present sweep: the next update begins a new one.
    pub fn begin_sweep(&mut self) {
        self.position = 0;
        self.quiet = false;
        self.began = [None, None];
    }

    /// Asks one neuron and lets it answer.
    pub fn update(&mut self, landscape: &mut dyn Landscape) -> Update {
        let neurons = landscape.state().cells();
        if self.position == 0 {
            self.quiet = true;
            self.prepare_sweep(landscape);
        }
        let neuron = match self.order {
            Order::Random => self.generator.below(neurons),
            Order::Shuffled => usize::from(self.turns[self.position]),
            Order::Cyclic | Order::Synchronous => self.position,
        };
        let field = match self.order {
            Order::Synchronous => self.heard[neuron],
            _ => landscape.field(neuron),
        };
        let spin = landscape.state().spin(neuron);
        let flipped = self.answer(spin, field / landscape.unit()) != spin;
        if flipped {
            landscape.flip(neuron);
            self.quiet = false;
        }
        self.position = (self.position + 1) % neurons;
        Update { neuron, field, flipped }
    }

    /// Whether the run is over. In random order: as soon as no neuron wants to flip. In the others: after a
    /// whole sweep without a flip, or a synchronous sweep that undoes the one before. Never at T > 0.
    pub fn rest(&mut self, landscape: &dyn Landscape) -> Rest {
        if self.temperature > 0.0 {
            return Rest::Moving;
        }
        if self.order == Order::Random {
            return if self.find_restless(landscape) { Rest::Moving } else { Rest::Still };
        }
        match &self.began {
            _ if self.position != 0 => Rest::Moving,
            _ if self.quiet => Rest::Still,
            [Some(before), _] if self.order == Order::Synchronous && before == landscape.state() => {
                Rest::Cycle
            }
            _ => Rest::Moving,
        }
    }

    fn prepare_sweep(&mut self, landscape: &dyn Landscape) {
        let neurons = landscape.state().cells();
        match self.order {
            Order::Random | Order::Cyclic => {}
            Order::Shuffled => self.turns = self.generator.permutation(neurons as u16),
            Order::Synchronous => {
                self.heard = (0..neurons).map(|neuron| landscape.field(neuron)).collect();
                self.began.swap(0, 1);
                self.began[1] = Some(landscape.state().clone());
            }
        }
    }

    fn answer(&mut self, spin: i8, field: f64) -> i8 {
        if self.temperature == 0.0 {
            return match field {
                up if up > 0.0 => 1,
                down if down < 0.0 => -1,
                _ => spin,
            };
        }
        let active = 1.0 / (1.0 + (-2.0 * field / self.temperature).exp());
        if self.generator.unit() < active { 1 } else { -1 }
    }

    fn find_restless(&mut self, landscape: &dyn Landscape) -> bool {
        let neurons = landscape.state().cells();
        let from_witness = (0..neurons).map(|step| (self.witness + step) % neurons);
        let found = { from_witness }.find(|&neuron| landscape.is_restless(neuron));
        self.witness = found.unwrap_or(0);
        found.is_some()
    }
}
