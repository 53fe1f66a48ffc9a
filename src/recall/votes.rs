//! Large grids: one neuron heard at a time, and those left out that cannot have changed their mind.
//!
//! A flip changes a field by 2 |W_ij| <= 2p. A neuron found content with a margin s_i h_i stays so for
//! margin / 2p more flips at least, and until then need not be asked. Drawing among the others and keeping the draw
//! only if it wants to flip is again a fair draw among all that want to.

use super::led::Columns;
use crate::{pattern::Pattern, random::Generator};

/// The furthest ahead, in flips, for which a neuron is left out before it is looked at again.
const HORIZON: usize = 64;

/// Turns neurons over until none wants to; returns how many.
pub(super) fn follow_votes(heard: &mut Columns, state: &mut Pattern, generator: &mut Generator) -> usize {
    let most = 2 * heard.memories as i32;
    let mut flips = 0;
    let mut asked: Vec<u16> = (0..state.cells()).map(|cell| cell as u16).collect();
    // Who comes back after which flip, modulo the horizon.
    let mut back: Vec<Vec<u16>> = vec![Vec::new(); HORIZON];
    while !asked.is_empty() {
        let place = generator.below(asked.len());
        let cell = usize::from(asked[place]);
        let margin = i32::from(state.spin(cell)) * heard.hear(cell) - heard.memories as i32;
        if margin < 0 {
            state.flip(cell);
            heard.turn(cell, state.is_active(cell));
            flips += 1;
            asked.append(&mut back[flips % HORIZON]);
        } else {
            let content_for = (margin / most) as usize + 1;
            asked.swap_remove(place);
            back[(flips + content_for.min(HORIZON - 1)) % HORIZON].push(cell as u16);
        }
    }
    flips
}
