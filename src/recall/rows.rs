//! Fields that follow each flip along its row of couplings, eight neurons at a time.
//!
//! A field has the parity of p (N - 1), always; kept are halves g_i = (h_i - parity) / 2, which fit into 16 bits up to
//! p N = 65534, and change by just W_ij when neuron i turns over.

use wide::i16x8;

use super::{led::Columns, nth};
use crate::{memories::Memories, pattern::Pattern, random::Generator};

/// Hebb's couplings, row by row, and the fields of the last state.
#[derive(Clone, Debug)]
pub(super) struct Rows {
    neurons: usize,
    /// Vectors a row, a multiple of 8 so that 64 neurons at a time fill a word.
    per_row: usize,
    couplings: Vec<i16x8>,
    halves: Vec<i16x8>,
    restless: Vec<u64>,
}

impl Rows {
    /// Whether 16 bits hold every half field.
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
        Self {
            neurons,
            per_row,
            couplings,
            halves: vec![i16x8::default(); per_row],
            restless: vec![0; words],
        }
    }

    /// Turns neurons over, each drawn among those that want to, until none does; returns how many.
    pub(super) fn follow(
        &mut self,
        heard: &Columns,
        state: &mut Pattern,
        generator: &mut Generator,
    ) -> usize {
        let parity = (heard.memories * (self.neurons - 1)) as i32 & 1;
        let itself = heard.memories as i32;
        for (block, halves) in self.halves.iter_mut().enumerate() {
            *halves = i16x8::from(std::array::from_fn(|k| {
                let cell = 8 * block + k;
                // Places beyond the last neuron hold 0 and hear nothing.
                if cell >= self.neurons {
                    return 0;
                }
                ((heard.hear(cell) - itself * i32::from(state.spin(cell)) - parity) >> 1) as i16
            }));
        }
        // h > 0 <=> g > -parity; h < 0 <=> g < 0.
        let nothing = i16x8::splat(-(parity as i16));
        let beyond = self.beyond();
        let mut flips = 0;
        let mut change: Option<(usize, bool)> = None;
        loop {
            let mut count = 0;
            for (word, restless) in self.restless.iter_mut().enumerate() {
                let halves = &mut self.halves[8 * word..][..8];
                if let Some((cell, active)) = change {
                    let row = &self.couplings[cell * self.per_row + 8 * word..][..8];
                    for (half, &coupling) in halves.iter_mut().zip(row) {
                        *half = if active { *half + coupling } else { *half - coupling };
                    }
                }
                let (mut above, mut below) = (0, 0);
                for (place, half) in halves.iter().enumerate() {
                    above |= u64::from(nothing.simd_lt(*half).to_bitmask() & 255) << (8 * place);
                    below |= u64::from(half.simd_lt(i16x8::default()).to_bitmask() & 255) << (8 * place);
                }
                let active = state.words()[word];
                *restless = (active & below) | (!active & above);
                if 64 * (word + 1) > self.neurons {
                    *restless &= !beyond;
                }
                count += restless.count_ones();
            }
            if count == 0 {
                return flips;
            }
            let cell = nth(&self.restless, generator.below(count as usize) as u32);
            state.flip(cell);
            flips += 1;
            change = Some((cell, state.is_active(cell)));
        }
    }

    /// The places of the last word that stand for no neuron.
    fn beyond(&self) -> u64 {
        match self.neurons % 64 {
            0 => 0,
            used => u64::MAX << used,
        }
    }
}
