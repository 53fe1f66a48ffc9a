//! How well memories are held and recalled, measured as the reference tables measured it: tests/data/recall_*.csv.

use hopfield_net::{Error, Generator, Network, Order, Pattern, Rule};

use crate::support::figures::{digits, probe_seed, text};

/// Flipped cells of a probe, by level.
pub const FLIPS: [usize; 3] = [6, 13, 19];
/// Broken copies of each digit, at each level.
pub const TRIALS: usize = 200;
/// Broken copies of each random memory.
pub const RANDOM_TRIALS: usize = 4;
/// Sweeps after which a run that goes round is given up.
const MOST_SWEEPS: usize = 200;

/// A way to learn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Learning {
    Rule(Rule),
    /// Hebb's couplings after [`DREAMS`] dreams a memory.
    Unlearning,
    /// Hebb's couplings after [`DAYDREAMS`] daydreams a memory.
    Daydreaming,
}

/// Dreams a memory, epsilon = 1 / 100.
const DREAMS: usize = 50;
/// Daydreams a memory, epsilon = 1 / 100.
const DAYDREAMS: usize = 200;

/// What a name in the tables means; none if it is there for comparison and no rule of ours.
pub fn meant(name: &str) -> Option<Learning> {
    let rule = match name {
        "hebb" => Rule::Hebb,
        "storkey" => Rule::Storkey,
        "pinv" => Rule::Projection,
        "minover_KM_c10N" => Rule::Perceptron { threshold: None },
        "minover_c640" => Rule::Perceptron { threshold: Some(640) },
        "symperc_k0.7" => Rule::SymmetricPerceptron { kappa: 0.7 },
        "dream_kernel_t1" => Rule::DreamingKernel { t: 1.0 },
        "dream_kernel_t10" => Rule::DreamingKernel { t: 10.0 },
        "dense_x^3" => Rule::Dense { power: 3 },
        "dense_x^4" => Rule::Dense { power: 4 },
        "modern_exp" | "modern_exp_async" => Rule::Exponential,
        "hebb+unlearn_eps.01_D50k" | "hebb+unlearn_eps.01_D50p" => return Some(Learning::Unlearning),
        "daydream_eps.01_D200k" | "daydream_eps.01_D200p" => return Some(Learning::Daydreaming),
        "pinv_diag_kept"
        | "mpf_eta0.1/N_300"
        | "dense_relu_x^3"
        | "dense_relu_x^4"
        | "modern_softmax_b0.125"
        | "softmax_b0.125"
        | "modern_softmax_b1"
        | "softmax_b1"
        | "nearest_neighbour" => return None,
        unknown => panic!("the tables have a rule that nobody has thought about: {unknown}"),
    };
    Some(Learning::Rule(rule))
}

/// Whether fields are whole numbers, so that even ties replay.
pub fn is_whole(rule: Rule) -> bool {
    match rule {
        Rule::Hebb | Rule::Perceptron { .. } | Rule::SymmetricPerceptron { .. } | Rule::Dense { .. } => true,
        Rule::Storkey | Rule::Projection | Rule::DreamingKernel { .. } | Rule::Exponential => false,
    }
}

impl Learning {
    /// Whether the counts of the tables are to be met exactly.
    pub fn is_exact(self) -> bool {
        match self {
            Self::Rule(rule) => is_whole(rule),
            Self::Unlearning | Self::Daydreaming => true,
        }
    }
}

/// A line of recall_digits.csv: the first `k` digits, learned once, or ten times with as many seeds where chance is in it.
#[derive(Clone, Debug)]
pub struct DigitsRow {
    pub k: usize,
    pub rule: String,
    pub times: usize,
    /// Stable, of `times` times `k`.
    pub stable: usize,
    /// Recalled, of `times` times `k` times [`TRIALS`], by level.
    pub recalled: [usize; 3],
}

/// Every line of recall_digits.csv.
pub fn digits_rows() -> Vec<DigitsRow> {
    let table = text("recall_digits.csv");
    let rows = table.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |column: usize| cells[column].parse::<f64>().unwrap();
        let k = number(1) as usize;
        let times = number(5) as usize;
        let count = |share: f64, of: usize| (share * of as f64).round() as usize;
        let recalled = [number(6), number(9), number(12)].map(|share| count(share, times * k * TRIALS));
        DigitsRow { k, rule: cells[2].to_owned(), times, stable: count(number(3), times), recalled }
    });
    rows.collect()
}

/// A line of recall_random.csv: `p` random memories of 64 cells under a rule, `sets` times.
#[derive(Clone, Debug)]
pub struct RandomRow {
    pub p: usize,
    pub rule: String,
    pub sets: usize,
    /// Share of memories stable, and its standard error.
    pub stable: (f64, f64),
    /// Share of probes recalled, and its standard error.
    pub recalled: (f64, f64),
}

/// Every line of recall_random.csv.
pub fn random_rows() -> Vec<RandomRow> {
    let table = text("recall_random.csv");
    let rows = table.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |column: usize| cells[column].parse::<f64>().unwrap();
        RandomRow {
            p: number(1) as usize,
            rule: cells[3].to_owned(),
            sets: number(4) as usize,
            stable: (number(5), number(6)),
            recalled: (number(8), number(9)),
        }
    });
    rows.collect()
}

/// Our figures for a line of recall_digits.csv: stable memories, and recalled probes by level.
pub fn measure_digits(k: usize, learning: Learning, times: usize) -> Result<(usize, [usize; 3]), Error> {
    let memories = digits(k);
    let (mut held, mut recalled) = (0, [0; 3]);
    for time in 0..times {
        let mut network = learn(&memories, learning, (7000 + 100 * k + time) as u64)?;
        held += stable(&network)?;
        for (level, count) in recalled.iter_mut().enumerate() {
            for (mu, memory) in memories.iter().enumerate() {
                for trial in 0..TRIALS {
                    let seed = probe_seed(k, mu, level, trial);
                    *count += usize::from(recalls(&mut network, memory, FLIPS[level], seed)?);
                }
            }
        }
    }
    Ok((held, recalled))
}

/// Our figures for a line of recall_random.csv: shares of memories stable and of probes recalled.
pub fn measure_random(p: usize, learning: Learning, sets: usize) -> Result<(f64, f64), Error> {
    let (mut held, mut recalled) = (0, 0);
    for set in 0..sets as u64 {
        let mut generator = Generator::new(90_000 + set);
        let memories =
            (0..p).map(|_| Pattern::random(8, 8, &mut generator)).collect::<Result<Vec<_>, _>>()?;
        let mut network = learn(&memories, learning, 91_000 + set)?;
        held += stable(&network)?;
        for (mu, memory) in memories.iter().enumerate() {
            for trial in 0..RANDOM_TRIALS {
                let seed = 5_000_000 + probe_seed(p, mu, 0, trial);
                recalled += usize::from(recalls(&mut network, memory, FLIPS[0], seed)?);
            }
        }
    }
    let stored = (sets * p) as f64;
    Ok((held as f64 / stored, recalled as f64 / (stored * RANDOM_TRIALS as f64)))
}

/// A network of 8x8 neurons that has learned the memories, asked in shuffled order. The seed is that of its dreams.
fn learn(memories: &[Pattern], learning: Learning, seed: u64) -> Result<Network, Error> {
    let mut network = Network::with_seed(8, 8, seed)?;
    for memory in memories {
        network.store(memory)?;
    }
    match learning {
        Learning::Rule(rule) => network.set_rule(rule)?,
        Learning::Unlearning => drop(network.dream(DREAMS * memories.len())?),
        Learning::Daydreaming => drop(network.daydream(DAYDREAMS * memories.len())?),
    }
    network.set_order(Order::Shuffled);
    Ok(network)
}

/// How many memories are stable.
fn stable(network: &Network) -> Result<usize, Error> {
    let mut stable = 0;
    for index in 0..network.memories().len() {
        stable += usize::from(network.margins(index)?.iter().all(|&margin| margin >= 0.0));
    }
    Ok(stable)
}

/// Whether a memory with some cells flipped settles back into itself.
fn recalls(network: &mut Network, memory: &Pattern, flips: usize, seed: u64) -> Result<bool, Error> {
    network.set_state(memory)?;
    network.set_seed(seed);
    network.corrupt(flips)?;
    network.run_until_settled(MOST_SWEEPS * memory.cells());
    Ok(network.state() == memory)
}
