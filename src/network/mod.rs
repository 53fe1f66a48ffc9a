//! The network: memories, the landscape that a rule makes of them, the state in it, and its history.
//!
//! It alone owns its state. Whatever changes the landscape or edits the state begins a new trace; running
//! adds to it; travelling moves along it. Here is what it owns, and what one may ask of it and do to it in a moment;
//! `sleeping`, `running` and `travelling` are the rest of its methods.

mod running;
mod sleeping;
mod travelling;

use std::sync::Arc;

use crate::{
    dynamics::Dynamics,
    error::Error,
    landscape::Landscape,
    memories::Memories,
    pattern::Pattern,
    random::fresh_seed,
    rules::Rule,
    sleep::Sleep,
    trace::{Checkpoint, Trace},
};

/// One update as it is shown: who was asked, what it heard, whether it turned over, the energy after.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The neuron asked: its cell.
    pub cell: usize,
    /// The field that it heard.
    pub field: f64,
    /// Whether it turned over.
    pub flipped: bool,
    /// The energy after the update; none where the rule has no energy.
    pub energy: Option<f64>,
}

/// A Hopfield network of `rows` x `columns` neurons.
///
/// ```
/// use hopfield_net::{Kind, Network, Pattern};
/// let seven = Pattern::from_hex("0x040c081c3c306078")?;
/// let mut network = Network::with_seed(8, 8, 7)?;
/// network.store(&seven)?;
/// network.set_state(&seven)?;
/// network.corrupt(12)?;
/// let outcome = network.settle(100);
/// assert_eq!(outcome.name.kind, Kind::Memory);
/// assert_eq!(outcome.flips, 12);
/// assert_eq!(network.state(), &seven);
/// # Ok::<(), hopfield_net::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Network {
    memories: Memories,
    rule: Rule,
    biased: bool,
    sleep: Sleep,
    landscape: Box<dyn Landscape>,
    dynamics: Dynamics,
    /// Shared with the snapshots taken since the cue.
    trace: Arc<Trace>,
    /// Updates since the cue, at the moment shown.
    time: usize,
}

impl Network {
    /// A network with a seed that nobody knows: all cells inactive, Hebb's rule, random order, T = 0, no bias.
    ///
    /// # Errors
    /// [`Error::Size`] unless both sides are 1 to 64; [`Error::NoEntropy`].
    pub fn new(rows: usize, columns: usize) -> Result<Self, Error> {
        Self::with_seed(rows, columns, fresh_seed()?)
    }

    /// The same with a seed of one's own.
    ///
    /// # Errors
    /// [`Error::Size`] unless both sides are 1 to 64.
    pub fn with_seed(rows: usize, columns: usize, seed: u64) -> Result<Self, Error> {
        Self::assemble(Memories::default(), Rule::default(), false, &Pattern::blank(rows, columns)?, seed)
    }

    /// A network that remembers these already, in the state of the first of them, with seed 0.
    ///
    /// # Errors
    /// [`Error::NoMemories`]; [`Error::NoRoom`]; [`Error::Diverged`].
    pub fn with_memories(memories: Memories, rule: Rule, biased: bool) -> Result<Self, Error> {
        let state = memories.get(0)?.clone();
        Self::assemble(memories, rule, biased, &state, 0)
    }

    fn assemble(
        memories: Memories,
        rule: Rule,
        biased: bool,
        state: &Pattern,
        seed: u64,
    ) -> Result<Self, Error> {
        let landscape = rule.landscape(&memories, biased, state)?;
        let dynamics = Dynamics::new(seed);
        let start = Checkpoint { time: 0, state: state.clone(), dynamics: dynamics.clone() };
        let trace = Arc::new(Trace::new(start, landscape.energy().ok()));
        Ok(Self { memories, rule, biased, sleep: Sleep::default(), landscape, dynamics, trace, time: 0 })
    }

    /// How many neurons.
    #[must_use]
    pub fn neurons(&self) -> usize {
        self.state().cells()
    }

    // Memories and rule: what shapes the landscape.

    /// The memories.
    #[must_use]
    pub fn memories(&self) -> &Memories {
        &self.memories
    }

    /// Stores a picture as one more memory and returns its index.
    ///
    /// # Errors
    /// [`Error::Shape`], [`Error::Range`] beyond [`crate::MOST_MEMORIES`], and what the rule cannot: [`Error::NoRoom`],
    /// [`Error::Diverged`].
    pub fn store(&mut self, pattern: &Pattern) -> Result<usize, Error> {
        self.state().check_shape(pattern)?;
        let mut memories = self.memories.clone();
        let index = memories.store(pattern.clone())?;
        self.reshape(memories, self.rule, self.biased, self.sleep.clone())?;
        Ok(index)
    }

    /// Forgets a memory: the landscape is as if it had never been stored. Those behind it move up by one.
    ///
    /// # Errors
    /// [`Error::Index`] or [`Error::NoMemories`], and as [`Network::set_rule`].
    pub fn forget(&mut self, index: usize) -> Result<(), Error> {
        let mut memories = self.memories.clone();
        memories.forget(index)?;
        self.reshape(memories, self.rule, self.biased, self.sleep.clone())
    }

    /// Moves a memory to another place in the order.
    ///
    /// # Errors
    /// [`Error::Index`] or [`Error::NoMemories`], and as [`Network::set_rule`].
    pub fn reorder(&mut self, from: usize, to: usize) -> Result<(), Error> {
        let mut memories = self.memories.clone();
        memories.reorder(from, to)?;
        self.reshape(memories, self.rule, self.biased, self.sleep.clone())
    }

    /// The rule.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Reshapes the landscape by another rule; memories and state stay.
    ///
    /// # Errors
    /// [`Error::NoRoom`]; [`Error::Diverged`]; [`Error::Asleep`] where the network is, and the rule makes no couplings.
    pub fn set_rule(&mut self, rule: Rule) -> Result<(), Error> {
        self.reshape(self.memories.clone(), rule, self.biased, self.sleep.clone())
    }

    /// Whether each neuron leans the way it stands in the memories.
    #[must_use]
    pub fn biased(&self) -> bool {
        self.biased
    }

    /// Whether the landscape is Hebb's alone, without a bias: then all follows from the overlaps.
    #[must_use]
    pub fn is_plain_hebb(&self) -> bool {
        self.rule == Rule::Hebb && !self.biased && self.sleep.is_awake()
    }

    /// Turns the bias on, in field and energy alike, or off.
    ///
    /// # Errors
    /// As [`Network::set_rule`].
    pub fn set_bias(&mut self, on: bool) -> Result<(), Error> {
        self.reshape(self.memories.clone(), self.rule, on, self.sleep.clone())
    }

    /// The landscape with the state in it.
    pub(crate) fn landscape(&self) -> &dyn Landscape {
        &*self.landscape
    }

    /// The couplings W, N x N row by row, W_ij being what neuron i hears from neuron j; the diagonal is 0.
    ///
    /// # Errors
    /// [`Error::NoRoom`] where N x N numbers do not fit, [`Error::NoCouplings`] where the rule makes none.
    pub fn couplings(&self) -> Result<Vec<f64>, Error> {
        self.landscape.couplings()
    }

    /// The size of the field that a lone memory makes: fields are divided by it where they meet a temperature.
    #[must_use]
    pub fn unit(&self) -> f64 {
        self.landscape.unit()
    }

    /// The energy, were this picture the state.
    ///
    /// # Errors
    /// [`Error::Shape`], and as [`Network::energy`].
    pub fn energy_at(&self, picture: &Pattern) -> Result<f64, Error> {
        self.state().check_shape(picture)?;
        self.landscape.energy_at(picture)
    }

    /// The field of every neuron, were this picture the state.
    ///
    /// # Errors
    /// [`Error::Shape`].
    pub fn fields_at(&self, picture: &Pattern) -> Result<Vec<f64>, Error> {
        self.state().check_shape(picture)?;
        Ok(self.landscape.fields_at(picture))
    }

    /// x_i h_i of every cell of a memory, were the network in it. Below 0 a cell wants to flip; the memory
    /// is stable if none does.
    ///
    /// # Errors
    /// [`Error::Index`] or [`Error::NoMemories`].
    pub fn margins(&self, index: usize) -> Result<Vec<f64>, Error> {
        let memory = self.memories.get(index)?;
        let fields = self.landscape.fields_at(memory);
        Ok(fields.iter().enumerate().map(|(cell, field)| f64::from(memory.spin(cell)) * field).collect())
    }

    /// Whether a memory is stable: no cell of it wants to flip.
    ///
    /// # Errors
    /// As [`Network::margins`].
    pub fn is_stable(&self, index: usize) -> Result<bool, Error> {
        Ok(self.margins(index)?.iter().all(|&margin| margin >= 0.0))
    }

    // The state.

    /// The state.
    #[must_use]
    pub fn state(&self) -> &Pattern {
        self.landscape.state()
    }

    /// Puts a picture in place of the state.
    ///
    /// # Errors
    /// [`Error::Shape`].
    pub fn set_state(&mut self, state: &Pattern) -> Result<(), Error> {
        self.state().check_shape(state)?;
        self.edit(state);
        Ok(())
    }

    /// Turns one cell of the state over.
    ///
    /// # Errors
    /// [`Error::Index`].
    pub fn flip(&mut self, cell: usize) -> Result<(), Error> {
        Error::check_index("a cell", self.neurons(), cell)?;
        let mut state = self.state().clone();
        state.flip(cell);
        self.edit(&state);
        Ok(())
    }

    /// Turns over exactly `cells` different cells of the state.
    ///
    /// # Errors
    /// [`Error::Range`] if there are fewer.
    pub fn corrupt(&mut self, cells: usize) -> Result<(), Error> {
        let mut state = self.state().clone();
        state.corrupt(cells, self.dynamics.generator())?;
        self.edit(&state);
        Ok(())
    }

    /// The energy of the state.
    ///
    /// # Errors
    /// [`Error::NoEnergy`] where couplings are not symmetric.
    pub fn energy(&self) -> Result<f64, Error> {
        self.landscape.energy()
    }

    /// The field of a neuron.
    ///
    /// # Errors
    /// [`Error::Index`].
    pub fn field(&self, cell: usize) -> Result<f64, Error> {
        Error::check_index("a cell", self.neurons(), cell)?;
        Ok(self.landscape.field(cell))
    }

    /// How many neurons want to flip.
    #[must_use]
    pub fn restless(&self) -> usize {
        (0..self.neurons()).filter(|&neuron| self.landscape.is_restless(neuron)).count()
    }

    // What a change brings about.

    /// Swaps in the landscape of other memories or settings, all or nothing, and begins a new trace.
    fn reshape(&mut self, memories: Memories, rule: Rule, biased: bool, sleep: Sleep) -> Result<(), Error> {
        self.landscape = shaped(&memories, rule, biased, &sleep, self.state())?;
        (self.memories, self.rule, self.biased, self.sleep) = (memories, rule, biased, sleep);
        self.begin_trace();
        Ok(())
    }

    fn edit(&mut self, state: &Pattern) {
        self.landscape.place(state);
        self.begin_trace();
    }

    fn begin_trace(&mut self) {
        self.time = 0;
        self.dynamics.begin_sweep();
        self.trace = Arc::new(Trace::new(self.checkpoint(), self.landscape.energy().ok()));
    }
}

/// The landscape that a rule makes of memories, with what sleep has done to it, and the state in it.
fn shaped(
    memories: &Memories,
    rule: Rule,
    biased: bool,
    sleep: &Sleep,
    state: &Pattern,
) -> Result<Box<dyn Landscape>, Error> {
    if sleep.is_awake() {
        return rule.landscape(memories, biased, state);
    }
    if !rule.has_couplings() {
        return Err(Error::Asleep);
    }
    let mut landscape = rule.couplings(memories, biased, state)?;
    sleep.apply(&mut *landscape, biased)?;
    landscape.place(state);
    Ok(landscape)
}
