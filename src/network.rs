//! The network: memories, the landscape that a rule makes of them, the state in it, and its history.
//!
//! It alone owns its state. Whatever changes the landscape or edits the state begins a new trace; running
//! adds to it; travelling moves along it.

use std::sync::Arc;

use crate::{
    dynamics::{Dynamics, Order, Rest, Update},
    error::Error,
    landscape::Landscape,
    memories::Memories,
    outcome::{Kind, Name, Outcome, identify},
    pattern::Pattern,
    random::fresh_seed,
    rules::Rule,
    sleep::{Dream, Sleep},
    snapshot::Snapshot,
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
    /// [`Error::NoMemories`]; [`Error::NoRoom`].
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
    /// [`Error::Shape`], or [`Error::Range`] beyond [`crate::MOST_MEMORIES`].
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
    /// [`Error::Index`] or [`Error::NoMemories`].
    pub fn forget(&mut self, index: usize) -> Result<(), Error> {
        let mut memories = self.memories.clone();
        memories.forget(index)?;
        self.reshape(memories, self.rule, self.biased, self.sleep.clone())
    }

    /// Moves a memory to another place in the order.
    ///
    /// # Errors
    /// [`Error::Index`] or [`Error::NoMemories`].
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
    /// [`Error::NoRoom`].
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
    /// [`Error::NoRoom`].
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

    // Sleep.

    /// What sleep has done to the couplings.
    #[must_use]
    pub fn sleep(&self) -> &Sleep {
        &self.sleep
    }

    /// Unlearns so many dreams and returns the last; the state stays, and the generator goes on.
    ///
    /// # Errors
    /// [`Error::NoCouplings`] under a rule that has none; [`Error::Range`] beyond [`Sleep::MOST_DREAMS`].
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
    /// [`Error::Shape`], and as [`Network::dream`].
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

    // Running.

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

    /// Sets the temperature; the trace goes on as at [`Network::set_order`].
    ///
    /// # Errors
    /// [`Error::Range`] unless it is a finite number from 0 up.
    pub fn set_temperature(&mut self, temperature: f64) -> Result<(), Error> {
        self.dynamics.set_temperature(temperature)?;
        self.amend();
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

    // Time.

    /// Updates since the cue, at the moment shown.
    #[must_use]
    pub fn time(&self) -> usize {
        self.time
    }

    /// Flips since the cue, at the moment shown.
    #[must_use]
    pub fn flips(&self) -> usize {
        self.trace.flips_until(self.time)
    }

    /// The state with which the run began.
    #[must_use]
    pub fn cue(&self) -> &Pattern {
        &self.trace.start().state
    }

    /// What happened since the cue.
    #[must_use]
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// The update that led to the moment `time`.
    ///
    /// # Errors
    /// [`Error::Range`] for a moment not in the trace.
    pub fn moment(&self, time: usize) -> Result<Step, Error> {
        let update = self.trace.update(time)?;
        let energy = self.trace.energy(time);
        Ok(Step { cell: update.neuron, field: update.field, flipped: update.flipped, energy })
    }

    /// Shows the moment `time` again. Running on from there goes the same way.
    ///
    /// # Errors
    /// [`Error::Range`] for a moment not in the trace.
    pub fn travel(&mut self, time: usize) -> Result<(), Error> {
        let (first, end) = (self.trace.first(), self.trace.end());
        if time < first || time > end {
            return Err(Error::range(
                "the moment to be",
                [&first.to_string(), " to ", &end.to_string()].concat(),
                time,
            ));
        }
        self.replay(time);
        Ok(())
    }

    /// Back to the cue, with the same order to come; the trace begins anew.
    pub fn restart(&mut self) {
        self.load(&self.trace.start().clone());
        self.begin_trace();
    }

    /// The network as it is now, to come back to: memories, rule, sleep, and the whole run with the moment shown.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            memories: self.memories.clone(),
            rule: self.rule,
            biased: self.biased,
            sleep: self.sleep.clone(),
            trace: Arc::clone(&self.trace),
            time: self.time,
        }
    }

    /// Becomes again what it was, of whatever size that was.
    ///
    /// # Errors
    /// As [`Network::set_rule`]; nothing has changed then.
    pub fn restore(&mut self, snapshot: &Snapshot) -> Result<(), Error> {
        let Snapshot { memories, rule, biased, sleep, trace, time } = snapshot.clone();
        self.landscape = shaped(&memories, rule, biased, &sleep, &trace.start().state)?;
        (self.memories, self.rule, self.biased, self.sleep) = (memories, rule, biased, sleep);
        self.trace = trace;
        self.replay(time);
        Ok(())
    }

    /// Shows a moment of the trace, run again from the last checkpoint before it.
    fn replay(&mut self, time: usize) {
        self.load(&self.trace.checkpoint_before(time).clone());
        while self.time < time {
            self.dynamics.update(&mut *self.landscape);
            self.time += 1;
        }
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

    /// After a change of how the run goes on: the known future no longer holds.
    fn amend(&mut self) {
        Arc::make_mut(&mut self.trace).truncate(self.time);
        self.keep();
    }

    /// Makes a checkpoint. Fields are counted afresh, as they will be when it is loaded, so that a replay
    /// is exact where rounding matters.
    fn keep(&mut self) {
        self.landscape.place(&self.state().clone());
        let checkpoint = self.checkpoint();
        Arc::make_mut(&mut self.trace).keep(checkpoint);
    }

    fn checkpoint(&self) -> Checkpoint {
        Checkpoint { time: self.time, state: self.state().clone(), dynamics: self.dynamics.clone() }
    }

    fn load(&mut self, checkpoint: &Checkpoint) {
        self.landscape.place(&checkpoint.state);
        self.dynamics = checkpoint.dynamics.clone();
        self.time = checkpoint.time;
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
    let mut landscape = rule.couplings(memories, biased, state)?;
    sleep.apply(&mut *landscape, biased)?;
    landscape.place(state);
    Ok(landscape)
}
