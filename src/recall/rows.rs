//! Margins that follow each flip along its row of couplings, eight neurons at a time.
//!
//! Kept is g_i = (s_i h_i - parity) / 2, below 0 just where neuron i wants to flip. s_i h_i always has the parity of
//! p (N - 1), so g is whole; it fits into 16 bits where p N is below 65536; and when neuron j turns over, g_i changes by just
//! s_i s_j W_ij. Only the sign bits are looked at.

use wide::i16x8;

use super::{led::Columns, nth};
use crate::{memories::Memories, pattern::Pattern, random::Generator};

/// Hebb's couplings, row by row, and the margins of the last state.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    neurons: usize,
    /// Vectors a row, a multiple of 8 so that 64 neurons at a time fill a word.
    per_row: usize,
    couplings: Vec<i16x8>,
    spins: Vec<i16x8>,
    margins: Vec<i16x8>,
    restless: Vec<u64>,
}

impl Rows {
    /// Whether 16 bits hold every margin.
    pub(super) fn fit(neurons: usize, memories: usize) -> bool {
        neurons * memories < 1 << 16
    }

    pub(super) fn new(memories: &Memories) -> Self {
        let neurons = memories.patterns()[0].cells();
        let words = neurons.div_ceil(64);
        let signs: Vec<Vec<i8>> = memories.iter().map(Pattern::signs).collect();
        let mut couplings = Vec::with_capacity(neurons * words * 8);
        let mut row = vec![0_i16; words * 64];
        for i in 0..neurons {
            row.fill(0);
            for signs in &signs {
                let own = i16::from(signs[i]);
                for (coupling, &sign) in row.iter_mut().zip(signs) {
                    *coupling += own * i16::from(sign);
                }
            }
            row[i] = 0;
            couplings.extend(row.chunks_exact(8).map(|eight| i16x8::from(std::array::from_fn(|k| eight[k]))));
        }
        let per_row = words * 8;
        let none = vec![i16x8::default(); per_row];
        Self { neurons, per_row, couplings, spins: none.clone(), margins: none, restless: vec![0; words] }
    }

    /// Turns neurons over, each drawn among those that want to, until none does; returns how many.
    pub(super) fn follow(
        &mut self,
        heard: &Columns,
        state: &mut Pattern,
        generator: &mut Generator,
    ) -> usize {
        let mut count = self.meet(heard, state);
        let mut flips = 0;
        while count > 0 {
            let cell = nth(&self.restless, generator.below(count as usize) as u32);
            state.flip(cell);
            flips += 1;
            count = self.turn(cell, heard.memories * (self.neurons - 1) % 2);
        }
        flips
    }

    /// Takes the margins of a new state, and returns how many neurons want to flip.
    fn meet(&mut self, heard: &Columns, state: &Pattern) -> u32 {
        let itself = heard.memories as i32;
        let parity = (heard.memories * (self.neurons - 1) % 2) as i32;
        for (block, (spins, margins)) in self.spins.iter_mut().zip(&mut self.margins).enumerate() {
            // Places beyond the last neuron have no spin: their margin stays 0, and content.
            let cells = (8 * block..8 * block + 8).map(|cell| (cell < self.neurons).then_some(cell));
            let (mut own, mut half) = ([0; 8], [0; 8]);
            for (k, cell) in cells.enumerate() {
                let Some(cell) = cell else { continue };
                own[k] = i16::from(state.spin(cell));
                let votes = i32::from(own[k]) * heard.hear(cell);
                half[k] = ((votes - itself - parity) >> 1) as i16;
            }
            (*spins, *margins) = (i16x8::from(own), i16x8::from(half));
        }
        let mut count = 0;
        for (restless, margins) in self.restless.iter_mut().zip(self.margins.chunks_exact(8)) {
            *restless =
                margins.iter().enumerate().fold(0, |word, (place, margins)| word | below_0(*margins, place));
            count += restless.count_ones();
        }
        count
    }

    /// Follows a flip, and returns how many neurons want to flip then.
    fn turn(&mut self, cell: usize, parity: usize) -> u32 {
        // Its own margin turns its sign: s h -> -s h, so g -> -g - parity.
        change(&mut self.spins[cell / 8], cell % 8, |spin| -spin);
        change(&mut self.margins[cell / 8], cell % 8, |margin| -margin - parity as i16);
        let now = i16x8::splat(self.spins[cell / 8].as_array()[cell % 8]);
        let row = &self.couplings[cell * self.per_row..][..self.per_row];
        let mut count = 0;
        let words = self.margins.chunks_exact_mut(8).zip(self.spins.chunks_exact(8)).zip(row.chunks_exact(8));
        for (restless, ((margins, spins), row)) in self.restless.iter_mut().zip(words) {
            let mut word = 0;
            for (place, ((margin, &spin), &coupling)) in margins.iter_mut().zip(spins).zip(row).enumerate() {
                *margin += spin * now * coupling;
                word |= below_0(*margin, place);
            }
            *restless = word;
            count += word.count_ones();
        }
        count
    }
}

/// The sign bits of eight numbers, as the byte number `place` of a word.
fn below_0(eight: i16x8, place: usize) -> u64 {
    u64::from(eight.to_bitmask() & 255) << (8 * place)
}

fn change(eight: &mut i16x8, place: usize, how: impl Fn(i16) -> i16) {
    let one = &mut eight.as_mut_array()[place];
    *one = how(*one);
}
