//! The one source of chance: SplitMix64, small, fast and the same on every machine.
//!
//! A run is a function of its seed. Everything random here draws from one [`Generator`], in the order in
//! which things happen, so that a seed in a link shows the same run to everybody.
//! Source: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.

use crate::error::Error;

/// A SplitMix64 generator: 64 bits of state, period 2^64.
///
/// ```
/// use hopfield_net::Generator;
/// let mut generator = Generator::new(0);
/// assert_eq!(generator.next(), 0xe220_a839_7b1d_cdaf);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generator {
    state: u64,
}

impl Generator {
    /// A generator that starts at `seed`; every seed is as good as any other.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 random bits.
    #[expect(clippy::should_implement_trait, reason = "an endless source, not an iterator with an end")]
    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number from 0 to `n - 1`, by the top 32 bits: `((next >> 32) * n) >> 32`.
    /// Some numbers come more often than others by at most `n / 2^32`: it is meant for `n` far below that. `n = 0` gives 0.
    pub fn below(&mut self, n: usize) -> usize {
        ((self.next() >> 32).wrapping_mul(n as u64) >> 32) as usize
    }

    /// The numbers 0 to `n - 1` in random order (Fisher and Yates, from the top down).
    pub fn permutation(&mut self, n: u16) -> Vec<u16> {
        let mut order: Vec<u16> = (0..n).collect();
        for i in (1..order.len()).rev() {
            order.swap(i, self.below(i + 1));
        }
        order
    }

    /// A real number in [0, 1), with 53 random bits.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A fair coin: true iff the top bit of the next draw is set.
    pub fn coin(&mut self) -> bool {
        self.next() >> 63 == 1
    }

    /// The state, from which a generator made by [`Generator::new`] goes on alike.
    #[must_use]
    pub fn state(&self) -> u64 {
        self.state
    }
}

/// A seed that nobody can foresee, from the operating system or the browser.
/// It has 53 bits, so that a page can show it as an ordinary number and a link stays short.
///
/// # Errors
/// [`Error::NoEntropy`] where the platform gives no random numbers.
pub fn fresh_seed() -> Result<u64, Error> {
    getrandom::u64().map(|bits| bits >> 11).map_err(|_| Error::NoEntropy)
}
