//! Time: the moments of a run, and the way back to each of them.

use std::sync::Arc;

use super::{Network, Step, shaped};
use crate::{
    error::Error,
    pattern::Pattern,
    snapshot::Snapshot,
    trace::{Checkpoint, Trace},
};

impl Network {
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

    /// After a change of how the run goes on: the known future no longer holds.
    pub(super) fn amend(&mut self) {
        Arc::make_mut(&mut self.trace).truncate(self.time);
        self.keep();
    }

    /// Makes a checkpoint. Fields are counted afresh, as they will be when it is loaded, so that a replay
    /// is exact where rounding matters.
    pub(super) fn keep(&mut self) {
        self.landscape.place(&self.state().clone());
        let checkpoint = self.checkpoint();
        Arc::make_mut(&mut self.trace).keep(checkpoint);
    }

    pub(super) fn checkpoint(&self) -> Checkpoint {
        Checkpoint { time: self.time, state: self.state().clone(), dynamics: self.dynamics.clone() }
    }

    pub(super) fn load(&mut self, checkpoint: &Checkpoint) {
        self.landscape.place(&checkpoint.state);
        self.dynamics = checkpoint.dynamics.clone();
        self.time = checkpoint.time;
    }
}
