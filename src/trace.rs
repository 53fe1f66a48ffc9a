//! What happened since the cue: every update, so that any moment can be shown again.
//!
//! A run is a function of its start, so the states themselves need not be kept: a checkpoint every 1024
//! updates is enough, from which a moment is run again exactly.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::{
    dynamics::{Dynamics, Update},
    error::Error,
    pattern::Pattern,
};

/// Set in [`Trace::asked`] beside the neuron's number (below 2^12) where it turned over.
const FLIPPED: u16 = 1 << 15;

/// All that decides how a run goes on from a moment.
#[derive(Clone, Debug)]
pub struct Checkpoint {
    /// Updates since the cue.
    pub time: usize,
    /// The state then.
    pub state: Pattern,
    /// Order, temperature, generator and the place in the sweep then.
    pub dynamics: Dynamics,
}

/// Tells pasts apart: no two that differ carry the same, for a copy made to go another way gets a mark of its own.
#[derive(Debug)]
struct Mark(u64);

impl Mark {
    fn new() -> Self {
        static GIVEN: AtomicU64 = AtomicU64::new(0);
        Self(GIVEN.fetch_add(1, Ordering::Relaxed))
    }
}

impl Clone for Mark {
    fn clone(&self) -> Self {
        Self::new()
    }
}

/// The updates of a run, in columns.
#[derive(Clone, Debug)]
pub struct Trace {
    mark: Mark,
    start: Checkpoint,
    start_energy: Option<f64>,
    /// Updates and flips already dropped.
    dropped: usize,
    dropped_flips: usize,
    /// Neuron asked, with [`FLIPPED`].
    asked: Vec<u16>,
    fields: Vec<f64>,
    /// Time of each flip, and the energy after it.
    flips: Vec<(usize, Option<f64>)>,
    /// Ordered by time; the first is where the trace begins now.
    checkpoints: Vec<Checkpoint>,
}

impl Trace {
    /// The longest trace, in updates; beyond, the older half is dropped. An update takes 10 bytes and a flip 24 more: 36 MB
    /// at the most, where every update flips, and the checkpoints besides (the largest 41 KB each: 64x64, synchronous).
    pub const LONGEST: usize = 1 << 20;

    /// Updates from one checkpoint to the next: running so many again takes far less than a frame.
    pub const STRIDE: usize = 1024;

    /// An empty trace from a start of the given energy.
    #[must_use]
    pub(crate) fn new(start: Checkpoint, energy: Option<f64>) -> Self {
        Self {
            mark: Mark::new(),
            start_energy: energy,
            dropped: 0,
            dropped_flips: 0,
            asked: Vec::new(),
            fields: Vec::new(),
            flips: Vec::new(),
            checkpoints: vec![start.clone()],
            start,
        }
    }

    /// The cue and how it was going to go on.
    #[must_use]
    pub(crate) fn start(&self) -> &Checkpoint {
        &self.start
    }

    /// A number that stays while updates are only added: who knows the trace up to a moment then still knows it.
    #[must_use]
    pub fn mark(&self) -> u64 {
        self.mark.0
    }

    /// The earliest moment still known: 0, until the trace was too long.
    #[must_use]
    pub fn first(&self) -> usize {
        self.dropped
    }

    /// The latest moment known.
    #[must_use]
    pub fn end(&self) -> usize {
        self.dropped + self.asked.len()
    }

    /// Adds the next update; `energy` is that after it, and only looked at if it was a flip.
    pub(crate) fn record(&mut self, update: Update, energy: Option<f64>) {
        if self.asked.len() == Self::LONGEST {
            self.drop_older_half();
        }
        self.asked.push(update.neuron as u16 | if update.flipped { FLIPPED } else { 0 });
        self.fields.push(update.field);
        if update.flipped {
            self.flips.push((self.end(), energy));
        }
    }

    /// Keeps a moment to come back to; a second one at the same time takes the place of the first.
    pub(crate) fn keep(&mut self, checkpoint: Checkpoint) {
        if checkpoint.time == 0 {
            self.start = checkpoint.clone();
        }
        self.checkpoints.retain(|kept| kept.time < checkpoint.time);
        self.checkpoints.push(checkpoint);
    }

    /// Forgets all that came after `time`.
    pub(crate) fn truncate(&mut self, time: usize) {
        if time < self.end() {
            self.mark = Mark::new();
        }
        let length = time.saturating_sub(self.dropped);
        self.asked.truncate(length);
        self.fields.truncate(length);
        self.flips.truncate(self.flips_until(time) - self.dropped_flips);
        self.checkpoints.retain(|kept| kept.time <= time);
    }

    /// The last checkpoint at or before `time`.
    #[must_use]
    pub(crate) fn checkpoint_before(&self, time: usize) -> &Checkpoint {
        let after = self.checkpoints.partition_point(|kept| kept.time <= time);
        &self.checkpoints[after.saturating_sub(1)]
    }

    /// The update that led to the moment `time`.
    ///
    /// # Errors
    /// [`Error::Range`] unless `time` is from [`Trace::first`] + 1 to [`Trace::end`].
    pub(crate) fn update(&self, time: usize) -> Result<Update, Error> {
        if self.asked.is_empty() {
            return Err(Error::range("an update that was made, but", "there is none yet", time));
        }
        if time <= self.dropped || time > self.end() {
            let known = [&(self.dropped + 1).to_string(), " to ", &self.end().to_string()].concat();
            return Err(Error::range("the update to be", known, time));
        }
        let place = time - 1 - self.dropped;
        let asked = self.asked[place];
        Ok(Update {
            neuron: usize::from(asked & !FLIPPED),
            field: self.fields[place],
            flipped: asked & FLIPPED != 0,
        })
    }

    /// Flips from the cue until the moment `time`.
    #[must_use]
    pub fn flips_until(&self, time: usize) -> usize {
        self.dropped_flips + self.flips.partition_point(|&(flip, _)| flip <= time)
    }

    /// The energy at the moment `time`; none where the rule has none.
    #[must_use]
    pub fn energy(&self, time: usize) -> Option<f64> {
        match self.flips.partition_point(|&(flip, _)| flip <= time) {
            0 => self.start_energy,
            known => self.flips[known - 1].1,
        }
    }

    /// The energy where the trace begins now, then the time of each flip with the energy after it.
    #[must_use]
    pub fn energies(&self) -> (Option<f64>, &[(usize, Option<f64>)]) {
        (self.start_energy, &self.flips)
    }

    /// The flips after the moment `time`: when, which neuron, and the energy after it.
    pub fn flips_after(&self, time: usize) -> impl Iterator<Item = (usize, usize, Option<f64>)> {
        let known = self.flips.partition_point(|&(flip, _)| flip <= time);
        self.flips[known..].iter().map(|&(flip, energy)| {
            let asked = self.asked[flip - 1 - self.dropped];
            (flip, usize::from(asked & !FLIPPED), energy)
        })
    }

    fn drop_older_half(&mut self) {
        self.mark = Mark::new();
        let time = self.checkpoint_before(self.dropped + Self::LONGEST / 2).time;
        self.start_energy = self.energy(time);
        let flips = self.flips_until(time) - self.dropped_flips;
        self.flips.drain(..flips);
        self.dropped_flips += flips;
        self.asked.drain(..time - self.dropped);
        self.fields.drain(..time - self.dropped);
        self.dropped = time;
        self.checkpoints.retain(|kept| kept.time >= time);
    }
}
