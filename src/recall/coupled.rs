//! Recall along couplings of any kind: fields follow each flip along a row, four neurons at a time in 32 bits; a
//! field too near 0 for 32 bits to tell its sign is summed again in 64.
//!
//! The first fields need not be summed from nothing either: they are known at every memory, and a cue is a few
//! flips from one of them.

use wide::f32x4;

use super::{PATIENCE, Recall, differing, nth};
use crate::{
    error::Error,
    landscape::{Landscape, ROUNDING, without_rounding},
    memories::Memories,
    pattern::Pattern,
    random::Generator,
};

/// Couplings, biases, and the fields at some states from which to set out.
#[derive(Debug)]
pub struct Coupled {
    neurons: usize,
    /// Vectors a row: a multiple of 16, so that 64 neurons at a time fill a word. Places beyond the last hold 0.
    per_row: usize,
    /// W_ij by j, then i: what each neuron hears of neuron j.
    told: Vec<f32x4>,
    /// W_ij by i, then j.
    couplings: Vec<f64>,
    bias: Vec<f64>,
    unit: f64,
    /// A field nearer to 0 than this is summed again.
    doubt: f32,
    /// States with their fields.
    known: Vec<(Pattern, Vec<f32x4>)>,
    fields: Vec<f32x4>,
    restless: Vec<u64>,
}

impl Coupled {
    /// Beyond so many neurons another copy of the couplings would be too large (12 MB at 1024).
    pub const MOST_NEURONS: usize = 1024;

    /// The couplings of a landscape, setting out from these memories.
    ///
    /// # Errors
    /// [`Error::NoCouplings`] where it has none, [`Error::NoRoom`].
    pub fn new(landscape: &dyn Landscape, memories: &Memories) -> Result<Self, Error> {
        let state = landscape.state();
        let neurons = state.cells();
        let couplings = landscape.couplings()?;
        let mut blank = state.clone();
        blank.words_mut().fill(0);
        // With every cell inactive a field is b_i - sum of W_ij.
        let silent = landscape.fields_at(&blank);
        let sums = couplings.chunks_exact(neurons).map(|row| row.iter().sum::<f64>());
        let bias: Vec<f64> = silent.iter().zip(sums).map(|(field, sum)| field + sum).collect();
        let loudest = couplings
            .chunks_exact(neurons)
            .zip(&bias)
            .map(|(row, bias)| row.iter().map(|coupling| coupling.abs()).sum::<f64>() + bias.abs())
            .fold(0.0, f64::max);
        let per_row = neurons.div_ceil(64) * 16;
        let mut told = Vec::with_capacity(neurons * per_row);
        for j in 0..neurons {
            told.extend((0..per_row).map(|block| four(block, neurons, |i| couplings[i * neurons + j])));
        }
        let known = [&blank]
            .into_iter()
            .chain(memories)
            .map(|known| {
                let fields = landscape.fields_at(known);
                (known.clone(), (0..per_row).map(|block| four(block, neurons, |i| fields[i])).collect())
            })
            .collect();
        Ok(Self {
            neurons,
            per_row,
            told,
            couplings,
            bias,
            unit: landscape.unit(),
            // Each of some 4 N additions is off by at most 2^-24 of the loudest sum; and couplings may be nothing but
            // rounding themselves, where memories span everything.
            doubt: (loudest * 4.0 * neurons as f64 / f64::from(1 << 24) + ROUNDING * landscape.unit()) as f32,
            known,
            fields: vec![f32x4::default(); per_row],
            restless: vec![0; neurons.div_ceil(64)],
        })
    }

    /// Sets the fields of a state: those of the nearest known one, and along the rows of the cells that differ.
    fn set_out(&mut self, state: &Pattern) {
        let nearest = self.known.iter().min_by_key(|(known, _)| known.differences(state));
        let Some((known, fields)) = nearest else { return };
        self.fields.copy_from_slice(fields);
        for cell in differing(known, state) {
            follow(
                &mut self.fields,
                row(&self.told, self.per_row, cell.into()),
                state.is_active(cell.into()),
            );
        }
    }

    /// Marks who wants to flip, and returns how many.
    fn mark(&mut self, state: &Pattern) -> u32 {
        let (above, below) = (f32x4::splat(self.doubt), f32x4::splat(-self.doubt));
        let mut count = 0;
        for word in 0..self.restless.len() {
            let active = state.words()[word];
            let used = (self.neurons - 64 * word).min(64);
            let all = u64::MAX >> (64 - used);
            let (mut up, mut down) = (0_u64, 0_u64);
            for (place, field) in self.fields[16 * word..][..16].iter().enumerate() {
                up |= u64::from(above.simd_lt(*field).to_bitmask() & 15) << (4 * place);
                down |= u64::from(field.simd_lt(below).to_bitmask() & 15) << (4 * place);
            }
            let mut restless = (active & down) | (!active & up);
            let mut doubtful = all & !(up | down);
            while doubtful != 0 {
                let bit = doubtful.trailing_zeros() as usize;
                doubtful &= doubtful - 1;
                if self.wants(64 * word + bit, state) {
                    restless |= 1 << bit;
                }
            }
            self.restless[word] = restless & all;
            count += self.restless[word].count_ones();
        }
        count
    }

    /// Whether neuron i wants to flip, by its field in 64 bits.
    fn wants(&self, neuron: usize, state: &Pattern) -> bool {
        let row = &self.couplings[neuron * self.neurons..][..self.neurons];
        let votes: f64 =
            row.iter().enumerate().map(|(j, coupling)| coupling * f64::from(state.spin(j))).sum();
        let heard = without_rounding(votes + self.bias[neuron], self.unit);
        heard * f64::from(state.spin(neuron)) < 0.0
    }
}

impl Recall for Coupled {
    fn recall(&mut self, state: &mut Pattern, generator: &mut Generator) -> Option<usize> {
        self.set_out(state);
        let most = PATIENCE * self.neurons;
        for flips in 0..=most {
            if flips % (2 * self.neurons) == 2 * self.neurons - 1 {
                self.set_out(state); // before rounding adds up
            }
            let count = self.mark(state);
            if count == 0 {
                return Some(flips);
            }
            let cell = nth(&self.restless, generator.below(count as usize) as u32);
            state.flip(cell);
            follow(&mut self.fields, row(&self.told, self.per_row, cell), state.is_active(cell));
        }
        None
    }
}

fn row(told: &[f32x4], per_row: usize, cell: usize) -> &[f32x4] {
    &told[cell * per_row..][..per_row]
}

/// h_i += 2 s_j W_ij for neuron j, just turned over.
fn follow(fields: &mut [f32x4], row: &[f32x4], active: bool) {
    let change = f32x4::splat(if active { 2.0 } else { -2.0 });
    for (field, &coupling) in fields.iter_mut().zip(row) {
        *field += change * coupling;
    }
}

/// Four numbers of a row, 0 beyond the last neuron.
fn four(block: usize, neurons: usize, of: impl Fn(usize) -> f64) -> f32x4 {
    f32x4::from(std::array::from_fn::<f32, 4, _>(|k| {
        let i = 4 * block + k;
        if i < neurons { of(i) as f32 } else { 0.0 }
    }))
}
