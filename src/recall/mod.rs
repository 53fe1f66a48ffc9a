//! Whole recalls, as fast as they go: for surveys, which need thousands of them while nobody watches.
//!
//! The law is that of [random order](crate::Order::Random) at T = 0: each update asks any neuron, all equally
//! likely. Most updates change nothing, and whom they asked makes no difference to what follows; so the next
//! neuron to turn over is equally likely any one of those that want to, and is drawn straight among them.
//! Every final state is then exactly as likely as if neurons were asked one by one; `recall/tests.rs` compares the two.
//!
//! Four ways, chosen by cost ([`recaller`]):
//!
//! * [`Led`]: Hebb through overlaps. While one memory is far enough ahead, who wants to flip is known without
//!   hearing anybody.
//! * [`Word`]: the same where the grid is 8x8 and memories are few: the state is one machine word.
//! * [`Coupled`]: any couplings, row by row.
//! * [`Watched`]: any landscape, asked neuron by neuron.

mod coupled;
mod led;
mod rows;
#[cfg(test)]
mod tests;
mod votes;
mod watched;
mod word;

pub use coupled::Coupled;
pub use led::Led;
pub use watched::Watched;
pub use word::Word;

use std::fmt;

use crate::{network::Network, pattern::Pattern, random::Generator};

/// Flips a neuron after which a run that cannot be shown to end is given up.
const PATIENCE: usize = 200;

/// Rolls states downhill.
pub trait Recall {
    /// Turns neurons of `state` over until none wants to flip, and returns how many turned over; none where it
    /// never came to rest (only possible where couplings are not symmetric).
    fn recall(&mut self, state: &mut Pattern, generator: &mut Generator) -> Option<usize>;
}

impl fmt::Debug for dyn Recall {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Recall")
    }
}

/// The fastest way to recall many times with the network's landscape. Setting it up costs about as much as a
/// hundred recalls: for a single one take [`Watched`].
#[must_use]
pub fn recaller(network: &Network) -> Box<dyn Recall> {
    let (landscape, memories) = (network.landscape(), network.memories());
    let through_overlaps = network.is_plain_hebb() && (1..=Led::MOST_MEMORIES).contains(&memories.len());
    if through_overlaps && Word::fits(network.state(), memories) {
        return Box::new(Word::new(memories));
    }
    if through_overlaps {
        return Box::new(Led::new(memories));
    }
    if network.neurons() <= Coupled::MOST_NEURONS
        && let Ok(coupled) = Coupled::new(landscape, memories)
    {
        return Box::new(coupled);
    }
    Box::new(Watched::new(landscape.boxed_clone()))
}

/// Makes `cue` the memory with exactly `count` different cells turned over (all, if there are fewer), all choices
/// equally likely. Cells are drawn until enough different ones have come; beyond half, those to be left are drawn.
pub fn corrupt(memory: &Pattern, count: usize, generator: &mut Generator, cue: &mut Pattern) {
    let cells = memory.cells();
    cue.copy_from(memory);
    let most = count > cells / 2;
    if most {
        cue.invert();
    }
    let mut left = if most { cells.saturating_sub(count) } else { count };
    while left > 0 {
        let cell = generator.below(cells);
        let untouched = (cue.is_active(cell) == memory.is_active(cell)) != most;
        if untouched {
            cue.flip(cell);
            left -= 1;
        }
    }
}

/// The place of the set bit number `rank`, from 0.
fn nth(words: &[u64], mut rank: u32) -> usize {
    let mut place = 0;
    for &word in words {
        let count = word.count_ones();
        if rank < count {
            let mut bits = word;
            for _ in 0..rank {
                bits &= bits - 1;
            }
            return place + bits.trailing_zeros() as usize;
        }
        rank -= count;
        place += 64;
    }
    place
}

/// The cells in which two pictures differ.
fn differing(a: &Pattern, b: &Pattern) -> Vec<u16> {
    let mut cells = Vec::new();
    for (place, (x, y)) in a.words().iter().zip(b.words()).enumerate() {
        let mut bits = x ^ y;
        while bits != 0 {
            cells.push((64 * place) as u16 + bits.trailing_zeros() as u16);
            bits &= bits - 1;
        }
    }
    cells
}
