//! How a value ran over time, in at most 4096 stretches however long the run: finer than most screens are wide. A
//! flip more costs the same in a long run as in a short one.

/// The most stretches. With as many, a curve 1000 pixels wide has four to a pixel, and at least two.
const MOST: usize = 4096;

/// What a value did in a stretch of time, beginning with what it was before.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// The least it was.
    pub low: f32,
    /// The most it was.
    pub high: f32,
    /// What it was in the end.
    pub last: f32,
}

impl Stretch {
    /// Nothing happened.
    pub fn flat(value: f32) -> Self {
        Self { low: value, high: value, last: value }
    }

    /// A stretch and the one after it as one.
    pub fn then(self, next: Self) -> Self {
        Self { low: self.low.min(next.low), high: self.high.max(next.high), last: next.last }
    }
}

/// A value over time.
#[derive(Debug)]
pub struct Course {
    /// Updates in a stretch.
    grain: usize,
    /// Up to the one in which the value last changed.
    stretches: Vec<Stretch>,
}

impl Course {
    /// A value at the first moment.
    pub fn new(value: f64) -> Self {
        Self { grain: 1, stretches: vec![Stretch::flat(value as f32)] }
    }

    /// The value from a moment on, so many updates after the first.
    pub fn step(&mut self, updates: usize, value: f64) {
        while updates / self.grain >= MOST {
            self.coarsen();
        }
        let place = updates / self.grain;
        let carried = Stretch::flat(self.last());
        if place >= self.stretches.len() {
            self.stretches.resize(place + 1, carried);
        }
        let stretch = &mut self.stretches[place];
        *stretch = stretch.then(Stretch::flat(value as f32));
    }

    /// The value in the end.
    pub fn last(&self) -> f32 {
        self.stretches[self.stretches.len() - 1].last
    }

    /// The stretches, each with the updates from the first moment to its beginning.
    pub fn stretches(&self) -> impl Iterator<Item = (usize, Stretch)> {
        self.stretches.iter().enumerate().map(|(place, &stretch)| (place * self.grain, stretch))
    }

    fn coarsen(&mut self) {
        let pairs = self.stretches.chunks(2);
        self.stretches = pairs.map(|pair| if let [a, b] = pair { a.then(*b) } else { pair[0] }).collect();
        self.grain *= 2;
    }
}
