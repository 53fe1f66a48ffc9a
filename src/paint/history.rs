//! What the curves show of a run, kept from one frame to the next: each looks only at what is new since the last.

use super::{course::Course, shape::Shape};
use crate::{network::Network, pattern::Pattern};

/// How far a trace is known; see [`crate::trace::Trace::mark`].
#[derive(Debug)]
struct Known {
    mark: u64,
    until: usize,
}

impl Known {
    /// The flips to come begin here.
    fn beginning(network: &Network) -> Self {
        Self { mark: network.trace().mark(), until: network.trace().first() }
    }
}

/// The energy.
#[derive(Debug)]
struct Energy {
    known: Known,
    course: Course,
    high: f64,
    low: f64,
}

/// The overlap with each memory.
#[derive(Debug)]
struct Overlaps {
    known: Known,
    /// At the moment until which the trace is known.
    state: Pattern,
    overlaps: Vec<i32>,
    courses: Vec<Course>,
}

/// A run as far as it was painted.
#[derive(Debug, Default)]
pub struct History {
    levels: Option<(Shape, Vec<f64>)>,
    energy: Option<Energy>,
    overlaps: Option<Overlaps>,
}

impl History {
    /// Catches up with the energy of a network, and with those of its memories.
    pub fn follow(&mut self, network: &Network) {
        if self.levels.as_ref().is_none_or(|(shape, _)| !shape.is_that_of(network)) {
            let memories = network.memories().iter();
            let levels = memories.filter_map(|memory| network.landscape().energy_at(memory).ok());
            self.levels = Some((Shape::of(network), levels.collect()));
        }
        let trace = network.trace();
        if self.energy.as_ref().is_none_or(|energy| energy.known.mark != trace.mark()) {
            self.energy = trace.energies().0.map(|start| Energy {
                known: Known::beginning(network),
                course: Course::new(start),
                high: start,
                low: start,
            });
        }
        let Some(energy) = &mut self.energy else { return };
        for (time, _, after) in trace.flips_after(energy.known.until) {
            let Some(after) = after else { continue };
            energy.course.step(time - trace.first(), after);
            energy.high = energy.high.max(after);
            energy.low = energy.low.min(after);
        }
        energy.known.until = trace.end();
    }

    /// Catches up with the overlaps of a network.
    pub fn follow_overlaps(&mut self, network: &Network) {
        let (trace, memories) = (network.trace(), network.memories());
        let known = self.overlaps.take().filter(|kept| kept.known.mark == trace.mark());
        let mut kept = known.unwrap_or_else(|| {
            let state = trace.checkpoint_before(trace.first()).state.clone();
            let overlaps = memories.overlaps(&state);
            let courses = overlaps.iter().map(|&overlap| Course::new(f64::from(overlap))).collect();
            Overlaps { known: Known::beginning(network), state, overlaps, courses }
        });
        for (time, neuron, _) in trace.flips_after(kept.known.until) {
            kept.state.flip(neuron);
            let spin = i32::from(kept.state.spin(neuron));
            let lines = kept.overlaps.iter_mut().zip(&mut kept.courses);
            for (memory, (overlap, course)) in memories.iter().zip(lines) {
                // Cell i counts x_i s_i: turning over to s_i adds 2 x_i s_i.
                *overlap += 2 * spin * i32::from(memory.spin(neuron));
                course.step(time - trace.first(), f64::from(*overlap));
            }
        }
        kept.known.until = trace.end();
        self.overlaps = Some(kept);
    }

    /// The energy of each memory; none where the rule has none.
    pub fn levels(&self) -> &[f64] {
        self.levels.as_ref().map_or(&[], |(_, levels)| levels)
    }

    /// The energy since the trace began; none where the rule has none.
    pub fn energy(&self) -> Option<&Course> {
        self.energy.as_ref().map(|energy| &energy.course)
    }

    /// The overlap with each memory since the trace began.
    pub fn overlaps(&self) -> &[Course] {
        self.overlaps.as_ref().map_or(&[], |overlaps| &overlaps.courses)
    }

    /// The highest and the lowest energy that must have room, the memories' included.
    pub fn range(&self) -> (f64, f64) {
        let run = self.energy.as_ref().map_or((f64::MIN, f64::MAX), |energy| (energy.high, energy.low));
        let (high, low) =
            self.levels().iter().fold(run, |(high, low), &level| (high.max(level), low.min(level)));
        if high < low { (0.0, 0.0) } else { (high, low) }
    }
}
