//! The pictures that a network remembers, in the order in which they were stored.

use crate::{error::Error, pattern::Pattern};

/// The most memories that a network takes. With them, and 64x64 cells, integer fields stay below
/// 2^12 * 2^12 = 2^24: sums of couplings never overflow, and an energy is exact as a JavaScript number.
pub const MOST_MEMORIES: usize = 4096;

/// An ordered list of memories of one shape. The same picture may be stored twice; it then counts double.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memories {
    patterns: Vec<Pattern>,
}

impl Memories {
    /// How many are stored.
    #[must_use]
    pub fn len(&self) -> usize {
        self.patterns.len()
    }

    /// Whether none is stored.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The memories in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Pattern> {
        self.patterns.iter()
    }

    /// The memories in order, as a slice.
    #[must_use]
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// The memory at `index`.
    ///
    /// # Errors
    /// [`Error::Index`], or [`Error::NoMemories`] where there is none.
    pub fn get(&self, index: usize) -> Result<&Pattern, Error> {
        Error::check_index("a memory", self.len(), index)?;
        Ok(&self.patterns[index])
    }

    /// Adds a memory at the end and returns its index.
    ///
    /// # Errors
    /// [`Error::Shape`] if it is not of the others' shape, [`Error::Range`] beyond [`MOST_MEMORIES`].
    pub fn store(&mut self, pattern: Pattern) -> Result<usize, Error> {
        if let Some(first) = self.patterns.first() {
            first.check_shape(&pattern)?;
        }
        if self.len() == MOST_MEMORIES {
            return Err(Error::range(
                "at most",
                [&MOST_MEMORIES.to_string(), " memories"].concat(),
                "one more",
            ));
        }
        self.patterns.push(pattern);
        Ok(self.len() - 1)
    }

    /// Takes a memory out; those behind it move up by one.
    ///
    /// # Errors
    /// As [`Memories::get`].
    pub fn forget(&mut self, index: usize) -> Result<Pattern, Error> {
        self.get(index)?;
        Ok(self.patterns.remove(index))
    }

    /// Moves a memory from one place in the order to another.
    ///
    /// # Errors
    /// As [`Memories::get`], for either place.
    pub fn reorder(&mut self, from: usize, to: usize) -> Result<(), Error> {
        self.get(from)?;
        self.get(to)?;
        let moved = self.patterns.remove(from);
        self.patterns.insert(to, moved);
        Ok(())
    }

    /// x^mu . s for every memory x^mu and a state s of its shape.
    #[must_use]
    pub fn overlaps(&self, state: &Pattern) -> Vec<i32> {
        self.patterns.iter().map(|memory| memory.overlap(state)).collect()
    }
}

impl<'a> IntoIterator for &'a Memories {
    type Item = &'a Pattern;
    type IntoIter = std::slice::Iter<'a, Pattern>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
