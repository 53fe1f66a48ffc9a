//! Recall on an 8x8 grid with up to eight memories: the state is one 64-bit word, the overlaps are one vector
//! of eight 16-bit numbers, the fields eight such vectors.

use wide::i16x8;

use super::Recall;
use crate::{memories::Memories, pattern::Pattern, random::Generator};

/// Hebb's couplings of up to eight memories on 64 cells.
#[derive(Clone, Debug)]
pub struct Word {
    memories: Vec<u64>,
    /// Cell by cell, x_i of each memory; 0 beyond the last memory.
    columns: Vec<i16x8>,
    /// Memory by memory, x_i of eight cells at a time.
    signs: Vec<[i16x8; 8]>,
    /// Cell by cell, 2 W_ij for eight cells j at a time.
    doubled: Vec<[i16x8; 8]>,
}

impl Word {
    /// Whether pictures and memories are small enough.
    #[must_use]
    pub fn fits(state: &Pattern, memories: &Memories) -> bool {
        state.cells() == 64 && (1..=8).contains(&memories.len())
    }

    /// Hebb's couplings of memories that [fit](Word::fits).
    #[must_use]
    pub fn new(memories: &Memories) -> Self {
        let sign = |memory: usize, cell: usize| i16::from(memories.patterns()[memory].spin(cell));
        let count = memories.len();
        let coupling = |i: usize, j: usize| match i == j {
            true => 0,
            false => (0..count).map(|memory| sign(memory, i) * sign(memory, j)).sum(),
        };
        let eight = |of: &dyn Fn(usize) -> i16| i16x8::from(std::array::from_fn::<i16, 8, _>(of));
        let all = |of: &dyn Fn(usize) -> i16| std::array::from_fn(|block| eight(&|k| of(8 * block + k)));
        Self {
            memories: memories.iter().map(|memory| memory.words()[0]).collect(),
            columns: (0..64)
                .map(|cell| eight(&|memory| if memory < count { sign(memory, cell) } else { 0 }))
                .collect(),
            signs: (0..count).map(|memory| all(&|cell| sign(memory, cell))).collect(),
            doubled: (0..64).map(|i| all(&|j| 2 * coupling(i, j))).collect(),
        }
    }

    /// While a memory leads (see [`super::led`]), the cells that differ from it are those that want to flip.
    /// Returns how many turned over and the overlaps then, or none where the lead held to the end.
    fn follow_lead(&self, state: &mut u64, generator: &mut Generator) -> (usize, Option<i16x8>) {
        let count = self.memories.len();
        let mut overlaps = [0_i16; 8];
        let (mut leader, mut ahead) = (0, -1);
        for (memory, word) in self.memories.iter().enumerate() {
            let overlap = 64 - 2 * (word ^ *state).count_ones() as i16;
            overlaps[memory & 7] = overlap;
            if overlap.abs() > ahead {
                (leader, ahead) = (memory, overlap.abs());
            }
        }
        let target = if overlaps[leader & 7] > 0 { self.memories[leader] } else { !self.memories[leader] };
        let mut overlaps = i16x8::from(overlaps);
        let mut ahead = i32::from(ahead);
        if !leads(ahead, overlaps, count) {
            return (0, Some(overlaps));
        }
        let mut cells = [0_u8; 64];
        let mut left = 0;
        let mut wrong = *state ^ target;
        while wrong != 0 {
            cells[left & 63] = wrong.trailing_zeros() as u8;
            wrong &= wrong - 1;
            left += 1;
        }
        let all = left;
        while left > 0 {
            let drawn = generator.below(left) & 63;
            let cell = usize::from(cells[drawn]) & 63;
            left -= 1;
            cells[drawn] = cells[left & 63];
            let column = self.columns[cell];
            let change = column + column;
            overlaps = if target >> cell & 1 == 1 { overlaps + change } else { overlaps - change };
            ahead += 2;
            if !leads(ahead, overlaps, count) {
                break;
            }
        }
        *state = cells[..left].iter().fold(target, |state, &cell| state ^ 1 << cell);
        let lost = !leads(ahead, overlaps, count);
        (all - left, lost.then_some(overlaps))
    }

    /// Hears everybody once, then follows each flip along its row of couplings.
    fn follow_fields(&self, state: &mut u64, overlaps: i16x8, generator: &mut Generator) -> usize {
        let overlaps = overlaps.to_array();
        let itself = self.memories.len() as i16;
        let places = i16x8::from([1, 2, 4, 8, 16, 32, 64, 128]);
        let mut fields = [i16x8::default(); 8];
        let (mut above, mut below) = (0, 0);
        for (block, field) in fields.iter_mut().enumerate() {
            let active = (i16x8::splat((*state >> (8 * block) & 255) as i16) & places).simd_eq(places);
            // -p s_i: +p, less 2p where the cell is active.
            *field = i16x8::splat(itself) + (active & i16x8::splat(-2 * itself));
            for (signs, &overlap) in self.signs.iter().zip(&overlaps) {
                *field += signs[block] * i16x8::splat(overlap);
            }
            above |= mask(i16x8::default(), *field) << (8 * block);
            below |= mask(*field, i16x8::default()) << (8 * block);
        }
        let mut flips = 0;
        loop {
            let mut restless = (*state & below) | (!*state & above);
            if restless == 0 {
                return flips;
            }
            for _ in 0..generator.below(restless.count_ones() as usize) {
                restless &= restless - 1;
            }
            let cell = restless.trailing_zeros() as usize & 63;
            *state ^= 1 << cell;
            flips += 1;
            let active = *state >> cell & 1 == 1;
            (above, below) = (0, 0);
            for (block, (field, &row)) in fields.iter_mut().zip(&self.doubled[cell]).enumerate() {
                *field = if active { *field + row } else { *field - row };
                above |= mask(i16x8::default(), *field) << (8 * block);
                below |= mask(*field, i16x8::default()) << (8 * block);
            }
        }
    }
}

impl Recall for Word {
    fn recall(&mut self, state: &mut Pattern, generator: &mut Generator) -> Option<usize> {
        let word = &mut state.words_mut()[0];
        let (flips, lost) = self.follow_lead(word, generator);
        match lost {
            None => Some(flips),
            Some(overlaps) => Some(flips + self.follow_fields(word, overlaps, generator)),
        }
    }
}

/// |m_nu| - sum of the others' |m_mu| >= p.
fn leads(ahead: i32, overlaps: i16x8, count: usize) -> bool {
    let all = overlaps.abs().dot(i16x8::splat(1)).reduce_add();
    2 * ahead - all >= count as i32
}

/// A bit for each of eight places where `low` < `high`.
fn mask(low: i16x8, high: i16x8) -> u64 {
    u64::from(low.simd_lt(high).to_bitmask() & 255)
}
