//! The map: a square of cues between memories, each coloured by where it ends.
//!
//! Between two memories A and B, left to right: a cell comes from B rather than A up to a share of the width; top to bottom: up to half of all cells are
//! flipped besides. Among three, in a triangle with A at the left foot, B at the right, C at the top: the three
//! shares are the weights of the point. Which cells go first is drawn once for the whole map, so that neighbouring
//! points are neighbouring cues.

use std::collections::HashMap;

use super::{Survey, check_samples, generator, sampling::Sample};
use crate::{
    error::Error,
    memories::Memories,
    network::Network,
    outcome::{Name, identify},
    pattern::Pattern,
    random::Generator,
    recall::{Recall, recaller},
};

/// Somewhere that cues of the map ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Destination {
    /// The state.
    pub pattern: Pattern,
    /// What it is.
    pub name: Name,
    /// How many points ended there.
    pub count: usize,
}

/// A map in progress.
#[derive(Debug)]
pub struct Map {
    memories: Memories,
    recall: Box<dyn Recall>,
    anchors: Vec<Pattern>,
    side: usize,
    seed: u64,
    /// For each cell, its turn to change hands between memories, and to be flipped: both from 0 to N - 1.
    turns: [Vec<u16>; 2],
    points: Vec<Option<usize>>,
    destinations: Vec<Destination>,
    known: HashMap<Pattern, usize>,
}

impl Map {
    /// The longest side of a map, in points.
    pub const LONGEST_SIDE: usize = 1024;

    /// A map of `side` x `side` cues between two or three memories, given by their indices.
    ///
    /// # Errors
    /// [`Error::Range`] for another number of memories, for one named twice, or a side that is not 2 to 1024; [`Error::Index`] for a
    /// memory that is not there.
    pub fn new(network: &Network, between: &[usize], side: usize, seed: u64) -> Result<Self, Error> {
        if !(2..=3).contains(&between.len()) {
            return Err(Error::range("the map to lie between", "2 or 3 memories", between.len()));
        }
        if !(2..=Self::LONGEST_SIDE).contains(&side) {
            return Err(Error::range("the side to be", format!("2 to {} points", Self::LONGEST_SIDE), side));
        }
        check_samples(Some(side * side))?;
        if (1..between.len()).any(|place| between[..place].contains(&between[place])) {
            return Err(Error::range("the map to lie between", "different memories", "one of them twice"));
        }
        let memories = network.memories().clone();
        let anchors = between.iter().map(|&index| memories.get(index).cloned()).collect::<Result<_, _>>()?;
        let mut generator = Generator::new(seed);
        let turns = [(); 2].map(|()| generator.permutation(network.neurons() as u16));
        Ok(Self {
            recall: recaller(network),
            memories,
            anchors,
            side,
            seed: generator.next(),
            turns,
            points: Vec::with_capacity(side * side),
            destinations: Vec::new(),
            known: HashMap::new(),
        })
    }

    /// Points along a side.
    #[must_use]
    pub fn side(&self) -> usize {
        self.side
    }

    /// Row by row from the top: the index of the destination; none outside the triangle or where a cue never came to rest.
    #[must_use]
    pub fn points(&self) -> &[Option<usize>] {
        &self.points
    }

    /// Where points ended, in the order in which they were found.
    #[must_use]
    pub fn destinations(&self) -> &[Destination] {
        &self.destinations
    }

    /// The cue at a point; none outside the triangle.
    ///
    /// # Errors
    /// [`Error::Index`] for a row or column that is not there.
    pub fn cue(&self, row: usize, column: usize) -> Result<Option<Pattern>, Error> {
        Error::check_index("a row", self.side, row)?;
        Error::check_index("a column", self.side, column)?;
        let along = |place: usize| place as f64 / (self.side - 1) as f64;
        let (x, y) = (along(column), along(row));
        Ok(match &self.anchors[..] {
            [a, b] => Some(self.between(&[a, b], &[1.0 - x, x], y / 2.0)),
            [a, b, c] => {
                let top = 1.0 - y;
                let right = x - top / 2.0;
                let left = 1.0 - top - right;
                let inside = left > -1e-9 && right > -1e-9;
                inside.then(|| self.between(&[a, b, c], &[left, right, top], 0.0))
            }
            _ => None,
        })
    }

    /// Each cell from the memory in whose share its turn falls, and then flipped if its other turn is early enough.
    fn between(&self, anchors: &[&Pattern], shares: &[f64], flipped: f64) -> Pattern {
        let cells = self.turns[0].len() as f64;
        let mut cue = anchors[0].clone();
        for (cell, (&turn, &flip)) in self.turns[0].iter().zip(&self.turns[1]).enumerate() {
            let mut place = (f64::from(turn) + 0.5) / cells;
            let mut from = 0;
            while from + 1 < anchors.len() && place > shares[from] {
                place -= shares[from];
                from += 1;
            }
            let differs = anchors[from].is_active(cell) != cue.is_active(cell);
            let is_flipped = (f64::from(flip) + 0.5) / cells < flipped;
            if differs != is_flipped {
                cue.flip(cell);
            }
        }
        cue
    }

    fn arrive(&mut self, state: &Pattern) -> usize {
        if let Some(&known) = self.known.get(state) {
            self.destinations[known].count += 1;
            return known;
        }
        let index = self.destinations.len();
        let name = identify(state, &self.memories);
        self.destinations.push(Destination { pattern: state.clone(), name, count: 1 });
        self.known.insert(state.clone(), index);
        index
    }
}

impl Survey for Map {
    fn total(&self) -> usize {
        self.side * self.side
    }

    fn done(&self) -> usize {
        self.points.len()
    }
}

impl Sample for Map {
    fn sample(&mut self) {
        let (row, column) = (self.done() / self.side, self.done() % self.side);
        let mut generator = generator(self.seed, self.done());
        let settled = self.cue(row, column).ok().flatten().and_then(|mut state| {
            self.recall.recall(&mut state, &mut generator)?;
            Some(self.arrive(&state))
        });
        self.points.push(settled);
    }
}
