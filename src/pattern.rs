//! A picture of cells that are active (+1) or inactive (-1): what the network stores, and what it is in.
//!
//! Cells are numbered row by row: cell = row * columns + column. Inside, a cell is one bit, so that an 8x8
//! picture is one machine word and the overlap of two pictures is a count of bits.

use std::fmt;

use crate::{error::Error, random::Generator};

/// The longest side of a grid, in cells.
pub const LONGEST_SIDE: usize = 64;

/// A picture of `rows` x `columns` cells, each +1 or -1.
///
/// ```
/// use hopfield_net::Pattern;
/// let smile: Pattern = "#.#\n...\n###".parse()?;
/// assert_eq!(smile.spin(0), 1);
/// assert_eq!(smile.overlap(&smile.inverse()), -9);
/// # Ok::<(), hopfield_net::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pattern {
    rows: usize,
    columns: usize,
    /// Bit `cell % 64` of word `cell / 64` is set iff the cell is active; bits beyond the last cell are 0.
    words: Vec<u64>,
}

impl Pattern {
    /// A picture with every cell inactive.
    ///
    /// # Errors
    /// [`Error::Size`] unless both sides are 1 to 64.
    pub fn blank(rows: usize, columns: usize) -> Result<Self, Error> {
        if !(1..=LONGEST_SIDE).contains(&rows) || !(1..=LONGEST_SIDE).contains(&columns) {
            return Err(Error::Size { rows, columns });
        }
        Ok(Self { rows, columns, words: vec![0; (rows * columns).div_ceil(64)] })
    }

    /// A picture from +1 and -1, row by row.
    ///
    /// # Errors
    /// [`Error::Size`], [`Error::Length`], or [`Error::Cell`] for any other value.
    pub fn from_signs(rows: usize, columns: usize, signs: &[i8]) -> Result<Self, Error> {
        let mut pattern = Self::blank(rows, columns)?;
        if signs.len() != pattern.cells() {
            return Err(Error::Length { expected: pattern.cells(), got: signs.len() });
        }
        for (cell, &sign) in signs.iter().enumerate() {
            match sign {
                1 => pattern.flip(cell),
                -1 => {}
                got => return Err(Error::Cell { cell, got }),
            }
        }
        Ok(pattern)
    }

    /// An 8x8 picture from its 64 bits: bit i is cell i.
    #[must_use]
    pub fn from_word(word: u64) -> Self {
        Self { rows: 8, columns: 8, words: vec![word] }
    }

    /// An 8x8 picture from hexadecimal, with or without `0x`: bit i set means cell i active.
    ///
    /// # Errors
    /// [`Error::Parse`] unless it is 1 to 16 hexadecimal digits.
    pub fn from_hex(hex: &str) -> Result<Self, Error> {
        let digits = hex.strip_prefix("0x").unwrap_or(hex);
        let word = digits.chars().try_fold(0, |word, digit| Some(word << 4 | u64::from(digit.to_digit(16)?)));
        match word {
            Some(word) if (1..=16).contains(&digits.len()) => Ok(Self::from_word(word)),
            _ => Err(Error::Parse { expected: "1 to 16 hexadecimal digits", got: quoted(hex) }),
        }
    }

    /// A picture with a fair coin tossed for each cell in turn.
    ///
    /// # Errors
    /// [`Error::Size`].
    pub fn random(rows: usize, columns: usize, generator: &mut Generator) -> Result<Self, Error> {
        let mut pattern = Self::blank(rows, columns)?;
        pattern.randomize(generator);
        Ok(pattern)
    }

    /// Tosses a fair coin for each cell in turn.
    pub fn randomize(&mut self, generator: &mut Generator) {
        let cells = self.cells();
        for (place, word) in self.words.iter_mut().enumerate() {
            let used = (cells - 64 * place).min(64);
            *word = (0..used).fold(0, |bits, bit| bits | u64::from(generator.coin()) << bit);
        }
    }

    /// How many rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// How many cells: rows times columns.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.rows * self.columns
    }

    /// Whether the cell is active. A cell beyond the last is not.
    #[must_use]
    pub fn is_active(&self, cell: usize) -> bool {
        self.words.get(cell / 64).is_some_and(|word| word >> (cell % 64) & 1 == 1)
    }

    /// +1 for an active cell, -1 for an inactive one.
    #[must_use]
    pub fn spin(&self, cell: usize) -> i8 {
        if self.is_active(cell) { 1 } else { -1 }
    }

    /// Every cell as +1 or -1, row by row.
    #[must_use]
    pub fn signs(&self) -> Vec<i8> {
        self.spins()
    }

    /// The same in another kind of number.
    pub(crate) fn spins<T: From<i8>>(&self) -> Vec<T> {
        (0..self.cells()).map(|cell| T::from(self.spin(cell))).collect()
    }

    /// The bits, 64 cells a word, lowest cell in the lowest bit.
    #[must_use]
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// The bits, to be written by those who keep bits beyond the last cell 0.
    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// Becomes a copy of another picture of this shape, in the same memory.
    pub(crate) fn copy_from(&mut self, other: &Self) {
        self.words.copy_from_slice(&other.words);
    }

    /// Turns one cell over. A cell beyond the last is left alone.
    pub fn flip(&mut self, cell: usize) {
        if cell < self.cells() {
            self.words[cell / 64] ^= 1 << (cell % 64);
        }
    }

    /// Turns over exactly `count` different cells: the first `count` of one random permutation.
    ///
    /// # Errors
    /// [`Error::Range`] if there are fewer cells; nothing is drawn or changed then.
    pub fn corrupt(&mut self, count: usize, generator: &mut Generator) -> Result<(), Error> {
        let cells = self.cells();
        if count > cells {
            return Err(Error::range(
                "the number of cells to corrupt to be",
                ["0 to ", &cells.to_string()].concat(),
                count,
            ));
        }
        for &cell in &generator.permutation(cells as u16)[..count] {
            self.flip(usize::from(cell));
        }
        Ok(())
    }

    /// Turns every cell over.
    pub fn invert(&mut self) {
        for word in &mut self.words {
            *word = !*word;
        }
        let used = (self.cells() - 1) % 64 + 1;
        if let Some(last) = self.words.last_mut() {
            *last &= u64::MAX >> (64 - used);
        }
    }

    /// The picture with every cell turned over.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let mut inverse = self.clone();
        inverse.invert();
        inverse
    }

    /// In how many cells two pictures of one shape differ (Hamming distance).
    #[must_use]
    pub fn differences(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(a, b)| (a ^ b).count_ones() as usize).sum()
    }

    /// x . y: cells alike minus cells that differ, from -N to N.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> i32 {
        self.cells() as i32 - 2 * self.differences(other) as i32
    }

    /// Sixteen hexadecimal digits after `0x` for an 8x8 picture, nothing for another size.
    #[must_use]
    pub fn hex(&self) -> Option<String> {
        if (self.rows, self.columns) != (8, 8) {
            return None;
        }
        let digits = (0..16).rev().map(|place| (self.words[0] >> (4 * place)) as u32 % 16);
        Some("0x".chars().chain(digits.filter_map(|digit| char::from_digit(digit, 16))).collect())
    }

    /// Text art, a line a row: `#` active, `.` inactive.
    #[must_use]
    pub fn art(&self) -> String {
        let mut art = String::new();
        for cell in 0..self.cells() {
            if cell > 0 && cell % self.columns == 0 {
                art.push('\n');
            }
            art.push(if self.is_active(cell) { '#' } else { '.' });
        }
        art
    }

    /// "8 x 8", for messages.
    #[must_use]
    pub fn shape(&self) -> String {
        [&self.rows.to_string(), " x ", &self.columns.to_string()].concat()
    }

    /// Checks that another picture has this shape.
    pub(crate) fn check_shape(&self, other: &Self) -> Result<(), Error> {
        if (self.rows, self.columns) == (other.rows, other.columns) {
            Ok(())
        } else {
            Err(Error::Shape { expected: self.shape(), got: other.shape() })
        }
    }
}

/// See [`Pattern::art`].
impl fmt::Display for Pattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.art())
    }
}

/// Reads [`Pattern::art`]; blank lines and spaces around a row do not count.
impl std::str::FromStr for Pattern {
    type Err = Error;

    fn from_str(art: &str) -> Result<Self, Error> {
        const FORM: &str = "rows of `#` and `.`, all of one length";
        let lines = art.split(['\n', '\r']).map(str::trim_ascii);
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        let columns = lines.first().map_or(0, |line| line.len());
        let mut pattern = Self::blank(lines.len(), columns)?;
        for (row, line) in lines.iter().enumerate() {
            if line.len() != columns {
                return Err(Error::Parse { expected: FORM, got: quoted(line) });
            }
            for (column, mark) in line.chars().enumerate() {
                match mark {
                    '#' => pattern.flip(row * columns + column),
                    '.' => {}
                    other => return Err(Error::Parse { expected: FORM, got: quoted(&other.to_string()) }),
                }
            }
        }
        Ok(pattern)
    }
}

/// Text for a message: in quotes, and cut where it would fill the page.
fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let shown: String = text.chars().take(LONGEST).collect();
    ["\"", &shown, "\"", if shown.len() < text.len() { "…" } else { "" }].concat()
}
