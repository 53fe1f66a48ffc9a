//! Prints our figure beside the reference for every line of the recall tables: `cargo run --release --example
//! check_reference`. The last line counts the rows compared and those outside their tolerance.
//!
//! Digits: rules of whole numbers must meet the counts exactly, the others within 2 of 200 probes. Random
//! memories: within 4 standard errors.
#![allow(clippy::unwrap_used, reason = "without its figures it cannot go on")]
#![allow(clippy::panic, reason = "the same")]

#[path = "../tests/support/recall.rs"]
mod recall;
#[path = "../tests/support/mod.rs"]
mod support;

use std::process::ExitCode;

use hopfield_net::{Error, Rule};
use recall::{
    DigitsRow, Meant, RANDOM_TRIALS, RandomRow, TRIALS, digits_rows, is_whole, meant, measure_digits,
    measure_random, random_rows,
};

/// How many rows were compared, and how many were outside their tolerance.
#[derive(Default)]
struct Tally {
    rows: usize,
    outside: usize,
    skipped: usize,
}

impl Tally {
    /// Prints a row, compared if its rule is one of ours.
    fn row(
        &mut self,
        label: &str,
        rule: &str,
        compare: impl FnOnce(Rule) -> Result<(String, bool), Error>,
    ) -> Result<(), Error> {
        let (figures, verdict) = match meant(rule) {
            Meant::Rule(rule) => {
                let (figures, inside) = compare(rule)?;
                self.rows += 1;
                self.outside += usize::from(!inside);
                (figures, if inside { "ok" } else { "OUTSIDE" })
            }
            Meant::Sleep => (String::new(), "skipped: sleep is not compared yet"),
            Meant::Other => (String::new(), "skipped: not a rule of ours"),
        };
        self.skipped += usize::from(figures.is_empty());
        println!("{label:14} {rule:26} {figures} {verdict}");
        Ok(())
    }
}

fn main() -> Result<ExitCode, Error> {
    let mut tally = Tally::default();
    println!("Handwritten digits: stable, recalled after 6, 13, 19 flipped cells; ours / reference");
    for row in digits_rows() {
        tally.row(&format!("digits k={}", row.k), &row.rule, |rule| compare_digits(&row, rule))?;
    }
    println!("\nRandom memories: share stable, share recalled after 6 flipped cells; ours / reference (se)");
    for row in random_rows() {
        tally.row(&format!("random p={}", row.p), &row.rule, |rule| compare_random(&row, rule))?;
    }
    println!("\n{} rows skipped", tally.skipped);
    println!("{} rows, {} outside", tally.rows, tally.outside);
    Ok(if tally.outside == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn compare_digits(row: &DigitsRow, rule: Rule) -> Result<(String, bool), Error> {
    let (stable, recalled) = measure_digits(row.k, rule)?;
    let mut figures = format!("{stable:2} /{:3}", row.stable);
    let tolerance = if is_whole(rule) { 0 } else { 2 * row.k };
    let mut inside = stable == row.stable;
    for (ours, reference) in recalled.into_iter().zip(row.recalled) {
        figures += &format!("   {ours:4} /{reference:5}");
        inside &= ours.abs_diff(reference) <= tolerance;
    }
    Ok((format!("{figures} of {:4}", row.k * TRIALS), inside))
}

fn compare_random(row: &RandomRow, rule: Rule) -> Result<(String, bool), Error> {
    let (stable, recalled) = measure_random(row.p, rule, row.sets)?;
    let stored = (row.sets * row.p) as f64;
    let mut figures = String::new();
    let mut inside = true;
    for (ours, (reference, error), count) in
        [(stable, row.stable, stored), (recalled, row.recalled, stored * RANDOM_TRIALS as f64)]
    {
        figures += &format!("{ours:.5} / {reference:.5} ({error:.5})   ");
        // A share of exactly 0 or 1 shows no spread: there, one case in all is the error. The table has five digits.
        inside &= (ours - reference).abs() <= 4.0 * error.max(1.0 / count) + 5e-6;
    }
    Ok((figures.trim_end().to_owned(), inside))
}
