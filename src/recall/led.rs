//! Recall through overlaps, and the one case in which nobody need be heard at all.
//!
//! Under Hebb's rule s_i h_i = sum over mu of m_mu s_i x_i^mu - p. If one memory's overlap leads all others
//! together,
//!
//! ```text
//! |m_nu|  -  sum over mu != nu of |m_mu|  >=  p
//! ```
//!
//! then s_i h_i >= 0 wherever the state agrees with that memory (or, for m_nu < 0, with its inverse), and < 0 wherever it does not:
//! the cells that want to flip are just those that differ. A flip costs p additions, and no field is needed
//! as long as the lead holds. Where it is lost, or never was, fields are followed instead: row by row of
//! couplings up to 1024 neurons ([`super::rows`]), neuron by neuron beyond ([`super::votes`]).

use wide::{i16x8, i32x4};

use super::{Recall, differing, rows::Rows, votes::follow_votes};
use crate::{memories::Memories, pattern::Pattern, random::Generator};

/// Hebb's landscape of memories, held as overlaps.
#[derive(Clone, Debug)]
pub struct Led {
    memories: Memories,
    columns: Columns,
    rows: Option<Rows>,
}

/// x_i of every memory, cell by cell, eight memories a vector (0 beyond the last), and the overlaps likewise.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    pub(super) memories: usize,
    per_cell: usize,
    signs: Vec<i16x8>,
    overlaps: Vec<i16x8>,
}

impl Led {
    /// Beyond so many memories the couplings take less work than the overlaps, at any size of grid.
    pub const MOST_MEMORIES: usize = 1024;

    /// Up to this many neurons rows of couplings are kept (2 MB at 1024).
    const LARGEST_ROWS: usize = 1024;

    /// Hebb's landscape of at least one memory.
    #[must_use]
    pub fn new(memories: &Memories) -> Self {
        let cells = memories.patterns()[0].cells();
        let rows =
            (cells <= Self::LARGEST_ROWS && Rows::fit(cells, memories.len())).then(|| Rows::new(memories));
        Self { memories: memories.clone(), columns: Columns::new(memories), rows }
    }

    /// Turns over cells that differ from the leader while it leads. Returns how many, and whether it led to the end.
    fn follow_lead(&mut self, state: &mut Pattern, generator: &mut Generator) -> (usize, bool) {
        let count = self.columns.memories as i32;
        let (leader, all) = self.columns.leader();
        let Some(leader) = leader else { return (0, false) };
        let mut lead = 2 * leader.overlap.abs() - all - count;
        if lead < 0 {
            return (0, false);
        }
        let mut target = self.memories.patterns()[leader.memory].clone();
        if leader.overlap < 0 {
            target.invert();
        }
        let mut wrong = differing(state, &target);
        let all_wrong = wrong.len();
        while !wrong.is_empty() {
            // A flip brings the leader 2 further and may bring every other memory 2 further: the lead shrinks by 2p - 4
            // at most, and need not be looked at before it could be gone.
            let safe = if count <= 2 { wrong.len() } else { (lead / (2 * count - 4)) as usize + 1 };
            for _ in 0..safe.min(wrong.len()) {
                let cell = usize::from(wrong.swap_remove(generator.below(wrong.len())));
                state.flip(cell);
                self.columns.turn(cell, state.is_active(cell));
            }
            let (leader, all) = self.columns.leader();
            lead = leader.map_or(-1, |leader| 2 * leader.overlap.abs() - all - count);
            if lead < 0 {
                return (all_wrong - wrong.len(), false);
            }
        }
        (all_wrong, true)
    }
}

impl Recall for Led {
    fn recall(&mut self, state: &mut Pattern, generator: &mut Generator) -> Option<usize> {
        self.columns.meet(&self.memories, state);
        let (flips, led) = self.follow_lead(state, generator);
        if led {
            return Some(flips);
        }
        let rest = match &mut self.rows {
            Some(rows) => rows.follow(&self.columns, state, generator),
            None => follow_votes(&mut self.columns, state, generator),
        };
        Some(flips + rest)
    }
}

/// The memory with the largest overlap, in size.
struct Leader {
    memory: usize,
    overlap: i32,
}

impl Columns {
    fn new(memories: &Memories) -> Self {
        let count = memories.len();
        let per_cell = count.div_ceil(8);
        let cells = memories.patterns()[0].cells();
        let sign =
            |memory: usize, cell| memories.patterns().get(memory).map_or(0, |m| i16::from(m.spin(cell)));
        let eight =
            |cell, block| i16x8::from(std::array::from_fn::<i16, 8, _>(|k| sign(8 * block + k, cell)));
        let signs = (0..cells).flat_map(|cell| (0..per_cell).map(move |block| eight(cell, block))).collect();
        Self { memories: count, per_cell, signs, overlaps: vec![i16x8::default(); per_cell] }
    }

    /// Takes the overlaps of a new state.
    fn meet(&mut self, memories: &Memories, state: &Pattern) {
        for (block, eight) in self.overlaps.iter_mut().zip(memories.patterns().chunks(8)) {
            let mut overlaps = [0; 8];
            for (overlap, memory) in overlaps.iter_mut().zip(eight) {
                *overlap = memory.overlap(state) as i16;
            }
            *block = i16x8::from(overlaps);
        }
    }

    fn of(&self, cell: usize) -> &[i16x8] {
        &self.signs[cell * self.per_cell..][..self.per_cell]
    }

    /// Follows a flip: m_mu += 2 s_i x_i.
    pub(super) fn turn(&mut self, cell: usize, active: bool) {
        let column = &self.signs[cell * self.per_cell..][..self.per_cell];
        for (overlap, &sign) in self.overlaps.iter_mut().zip(column) {
            let change = sign + sign;
            *overlap = if active { *overlap + change } else { *overlap - change };
        }
    }

    /// sum of m_mu x_i: what a neuron hears, but for -p s_i.
    pub(super) fn hear(&self, cell: usize) -> i32 {
        let products = self.overlaps.iter().zip(self.of(cell)).map(|(overlap, &sign)| overlap.dot(sign));
        products.fold(i32x4::default(), |sum, product| sum + product).reduce_add()
    }

    /// Who is furthest ahead, and the sum of all |m_mu|.
    fn leader(&self) -> (Option<Leader>, i32) {
        let ones = i16x8::splat(1);
        let (mut sum, mut ahead) = (i32x4::default(), i16x8::default());
        for overlap in &self.overlaps {
            let size = overlap.abs();
            sum += size.dot(ones);
            ahead = ahead.max(size);
        }
        let most = ahead.reduce_max();
        let overlaps = self.overlaps.iter().flat_map(|block| block.to_array());
        let leader = { overlaps }.enumerate().find(|(_, overlap)| overlap.abs() == most);
        (leader.map(|(memory, overlap)| Leader { memory, overlap: overlap.into() }), sum.reduce_add())
    }
}
