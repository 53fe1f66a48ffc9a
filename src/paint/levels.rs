//! Strengths in a few steps of opacity, so that many things are drawn by a few strokes of the brush.

/// Steps of strength for either sign.
const STEPS: usize = 8;

/// The faintest opacity.
const FAINTEST: f64 = 0.2;

/// Members, by their numbers, sorted by sign and step of strength.
#[derive(Debug)]
pub struct Levels {
    groups: [Vec<usize>; 2 * STEPS],
}

/// What is drawn alike.
#[derive(Debug)]
pub struct Group<'a> {
    /// Whether it is above 0.
    pub positive: bool,
    /// Strength, from faint to 1.
    pub opacity: f64,
    /// What belongs to it.
    pub members: &'a [usize],
}

impl Default for Levels {
    fn default() -> Self {
        Self { groups: std::array::from_fn(|_| Vec::new()) }
    }
}

impl Levels {
    /// Adds a member with a strength from -1 to 1; one of 0 is nothing to draw.
    pub fn add(&mut self, strength: f64, member: usize) {
        let step = (strength.abs() * STEPS as f64).ceil().min(STEPS as f64) as usize;
        if step > 0 {
            self.groups[2 * (step - 1) + usize::from(strength > 0.0)].push(member);
        }
    }

    /// The groups that have members, from the faintest to the strongest.
    pub fn groups(&self) -> impl Iterator<Item = Group<'_>> {
        let groups = self.groups.iter().enumerate().filter(|(_, members)| !members.is_empty());
        groups.map(|(place, members)| {
            let strength = (place / 2 + 1) as f64 / STEPS as f64;
            Group { positive: place % 2 == 1, opacity: FAINTEST + (1.0 - FAINTEST) * strength, members }
        })
    }
}
