//! The recall tables, every line whose rule is one of ours.

use hopfield_net::Error;

use crate::{
    Tally,
    recall::{RANDOM_TRIALS, TRIALS, digits_rows, meant, measure_digits, measure_random, random_rows},
};

pub fn digits(tally: &mut Tally) -> Result<(), Error> {
    println!("\nHandwritten digits: stable, recalled after 6, 13, 19 flipped cells; ours / reference");
    for row in digits_rows() {
        let Some(learning) = meant(&row.rule) else { continue };
        let (stable, recalled) = measure_digits(row.k, learning, row.times)?;
        let tolerance = if learning.is_exact() { 0 } else { 2 * row.k };
        let mut inside = stable == row.stable;
        let mut figures = format!("{stable:3} /{:4}", row.stable);
        for (ours, reference) in recalled.into_iter().zip(row.recalled) {
            figures += &format!("   {ours:5} /{reference:6}");
            inside &= ours.abs_diff(reference) <= tolerance;
        }
        let (probes, verdict) = (row.times * row.k * TRIALS, tally.count(inside));
        println!("digits k={:<2} {:26} {figures} of {probes:5}   {verdict}", row.k, row.rule);
    }
    Ok(())
}

pub fn random(tally: &mut Tally) -> Result<(), Error> {
    println!("\nRandom memories: share stable, share recalled after 6 flipped cells; ours / reference (se)");
    for row in random_rows() {
        let Some(learning) = meant(&row.rule) else { continue };
        let (stable, recalled) = measure_random(row.p, learning, row.sets)?;
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
        println!("random p={:<2} {:26} {figures}{}", row.p, row.rule, tally.count(inside));
    }
    Ok(())
}
