//! Whole recalls, as fast as they go: for surveys, which need thousands of them while nobody watches.
//!
//! The law is that of [random order](crate::Order::Random) at T = 0: each update asks any neuron, all equally
//! likely. Most updates change nothing, and whom they asked makes no difference to what follows; so the next
//! neuron to turn over is equally likely any one of those that want to, and is drawn straight among them.
//! Every final state is then exactly as likely as if neurons were asked one by one; `tests/recall.rs` compares the two.
//!
//! Three ways, chosen by cost ([`recaller`]):
//!
//! * [`Led`]: Hebb through overlaps. While one memory is far enough ahead, who wants to flip is known without
//!   hearing anybody.
//! * [`Word`]: the same where the grid is 8x8 and memories are few: the state is one machine word.
//! * [`Watched`]: any landscape, asked neuron by neuron.

mod led;
mod rows;
mod votes;
mod watched;
mod word;

pub use led::Led;
pub use watched::Watched;
pub use word::Word;

use crate::{network::Network, pattern::Pattern, random::Generator};

/// Rolls states downhill.
pub trait Recall: std::fmt::Debug {
    /// Turns neurons of `state` over until none wants to flip, and returns how many turned over; none where it
    /// never came to rest (only possible where couplings are not symmetric).
    fn recall(&mut self, state: &mut Pattern, generator: &mut Generator) -> Option<usize>;
}

/// The fastest way to recall with the network's landscape.
#[must_use]
pub fn recaller(network: &Network) -> Box<dyn Recall> {
    let memories = network.memories();
    if memories.is_empty() || !network.is_plain_hebb() || memories.len() > Led::MOST_MEMORIES {
        Box::new(Watched::new(network.landscape().boxed_clone()))
    } else if Word::fits(network.state(), memories) {
        Box::new(Word::new(memories))
    } else {
        Box::new(Led::new(memories))
    }
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
