//! What a state is, named honestly: a memory only if it equals one cell by cell.

use crate::{memories::Memories, pattern::Pattern, sorted::sorted};

/// What a run came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Equal to a memory in every cell.
    Memory,
    /// Opposite to a memory in every cell: as deep a valley, because E(-s) = E(s) without a bias.
    Inverse,
    /// The majority vote of three or five memories or inverses (Amit, Gutfreund and Sompolinsky 1985).
    Mixture,
    /// At rest, and none of the above.
    Spurious,
    /// Synchronous updates that swing between two states.
    Cycle,
    /// Still moving when the run was stopped.
    Unsettled,
}

impl Kind {
    /// The kind as one lower-case word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Memory => "memory",
            Self::Inverse => "inverse",
            Self::Mixture => "mixture",
            Self::Spurious => "spurious",
            Self::Cycle => "cycle",
            Self::Unsettled => "unsettled",
        }
    }
}

/// A kind with the memories concerned.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// The kind.
    pub kind: Kind,
    /// Memory or inverse: every index that holds that picture. Mixture: its parents. Else empty.
    pub memories: Vec<usize>,
    /// For each of them +1 for the memory itself, -1 for its inverse.
    pub signs: Vec<i8>,
}

impl Name {
    /// A kind that concerns no memory.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        Self { kind, memories: Vec::new(), signs: Vec::new() }
    }
}

/// How a run ended, and what it took.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What the final state is.
    pub name: Name,
    /// Neurons asked.
    pub updates: usize,
    /// Sweeps begun; in random order N updates count as one.
    pub sweeps: usize,
    /// Neurons turned over.
    pub flips: usize,
    /// E of the final state; none where the rule has no energy.
    pub energy: Option<f64>,
}

/// Names a state that is at rest.
///
/// A mixture is looked for among the 64 memories (three parents) or the 16 (five parents) that overlap most with the
/// state, so that naming stays fast however many are stored.
#[must_use]
pub fn identify(state: &Pattern, memories: &Memories) -> Name {
    let cells = state.cells() as i32;
    let overlaps = memories.overlaps(state);
    for (kind, sign) in [(Kind::Memory, 1), (Kind::Inverse, -1)] {
        let same: Vec<usize> =
            overlaps.iter().enumerate().filter(|&(_, &m)| m == sign * cells).map(|(i, _)| i).collect();
        if !same.is_empty() {
            let signs = vec![sign as i8; same.len()];
            return Name { kind, memories: same, signs };
        }
    }
    let nearest = sorted(memories.len(), &|a, b| overlaps[b].abs().cmp(&overlaps[a].abs()));
    for (parents, among) in [(3, 64), (5, 16)] {
        let near = &nearest[..among.min(nearest.len())];
        let others: i32 = near.iter().take(parents - 1).map(|&index| overlaps[index].abs()).sum();
        let candidates: Vec<usize> = (0..memories.len())
            .filter(|index| overlaps[*index].abs() + others >= cells && near.contains(index))
            .collect();
        if let Some(mixture) = find_mixture(state, memories, &overlaps, &candidates, parents) {
            return mixture;
        }
    }
    Name::of(Kind::Spurious)
}

/// The first `parents` of the candidates, in order, whose majority vote with some signs is the state. In each cell the
/// parents then agree with it one vote more at least than not, so that their overlaps add up to N or more.
fn find_mixture(
    state: &Pattern,
    memories: &Memories,
    overlaps: &[i32],
    candidates: &[usize],
    parents: usize,
) -> Option<Name> {
    let mut chosen: Vec<usize> = (0..parents).collect();
    let mut signs = vec![1_i8; parents];
    while chosen.last().is_some_and(|&last| last < candidates.len()) {
        for negated in 0..1_usize << parents {
            let mut agreement = 0;
            for (parent, sign) in signs.iter_mut().enumerate() {
                *sign = if negated >> parent & 1 == 1 { -1 } else { 1 };
                agreement += i32::from(*sign) * overlaps[candidates[chosen[parent]]];
            }
            if agreement < state.cells() as i32 {
                continue;
            }
            let indices: Vec<usize> = chosen.iter().map(|&place| candidates[place]).collect();
            if is_majority(state, memories, &indices, &signs) {
                return Some(Name { kind: Kind::Mixture, memories: indices, signs });
            }
        }
        next_choice(&mut chosen, candidates.len());
    }
    None
}

/// Whether each cell of the state is what most of the signed memories say: in no cell do more than half of them differ.
fn is_majority(state: &Pattern, memories: &Memories, indices: &[usize], signs: &[i8]) -> bool {
    (0..state.words().len()).all(|place| {
        let used = (state.cells() - 64 * place).min(64);
        // Where one differs at least, two, three of them.
        let mut differing = [0_u64; 3];
        for (&index, &sign) in indices.iter().zip(signs) {
            let mut differs = memories.patterns()[index].words()[place] ^ state.words()[place];
            if sign < 0 {
                differs = !differs;
            }
            differing[2] |= differing[1] & differs;
            differing[1] |= differing[0] & differs;
            differing[0] |= differs;
        }
        differing[indices.len() / 2] & (u64::MAX >> (64 - used)) == 0
    })
}

/// The next set of places in order of the alphabet; past the last one it ends with a place beyond `among`.
fn next_choice(chosen: &mut [usize], among: usize) {
    let size = chosen.len();
    let movable = (0..size).rev().find(|&k| chosen[k] + (size - k) < among);
    let from = movable.unwrap_or(0);
    let start = if movable.is_some() { chosen[from] + 1 } else { among };
    for (offset, place) in chosen[from..].iter_mut().enumerate() {
        *place = start + offset;
    }
}
