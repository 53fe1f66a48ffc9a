//! Prints our figure beside the reference's, line by line, with a verdict: `npm run check:reference`. The last line counts
//! the rows compared and those outside their bars.
//!
//! The recall tables: counts of whole numbers, those after sleep among them, exactly; with real numbers digits within 2 of 200
//! probes; random memories within 4 standard errors. Measured figures: within 4 standard errors of the difference.
#![allow(clippy::unwrap_used, clippy::panic, reason = "without its figures it cannot go on")]

#[path = "../../tests/support/recall.rs"]
mod recall;
#[path = "../../tests/support/reference/mod.rs"]
mod reference;
#[path = "../../tests/support/mod.rs"]
mod support;
mod tables;

use std::process::ExitCode;

use hopfield_net::Error;
use reference::{Figure, annealing, bias, crosstalk, dreams, heat, rest, swings, triples};

/// How many rows were compared, and how many were outside their bars.
#[derive(Default)]
struct Tally {
    rows: usize,
    outside: usize,
}

impl Tally {
    /// Counts a row, and says its verdict.
    fn count(&mut self, inside: bool) -> &'static str {
        self.rows += 1;
        self.outside += usize::from(!inside);
        if inside { "ok" } else { "OUTSIDE" }
    }

    fn figures(&mut self, title: &str, figures: &[Figure]) {
        println!("\n{title}");
        for figure in figures {
            let verdict = self.count(figure.is_inside());
            println!("{figure}   {verdict}");
        }
    }
}

fn main() -> Result<ExitCode, Error> {
    let mut tally = Tally::default();
    println!("Measured figures: ours +- its standard error / the reference's");
    tally.figures("One step from a memory", &crosstalk::error_per_bit(60));
    tally.figures("The usual bug", &crosstalk::error_with_diagonal(60));
    tally.figures("At N = 64", &crosstalk::error_per_bit_at_64(4000));
    tally.figures("Ties", &crosstalk::stability(10_000));
    tally.figures("Settled from a memory", &rest::overlap_after_settling(40));
    tally.figures("Settled from anywhere, N = 1000 and 64", &rest::shares(400));
    println!(
        "\nHow far from the reference's shares at N = 64 other definitions of near are, root mean square"
    );
    for (definition, distance) in rest::definitions(400) {
        println!("{definition:75} {distance:.4}");
    }
    tally.figures("Synchronous updates", &swings::cycles(2000));
    tally.figures("A lone memory, half broken", &swings::half_flipped(10_000));
    tally.figures("The ten digits", &triples::figures(10_000));
    tally.figures("The article's bias", &bias::figures(20_000));
    tally.figures("Unlearning, N = 32, p = 5", &dreams::unlearning(1000));
    tally.figures("Unlearning, the best dose", &dreams::best_dose(400));
    tally.figures("Daydreaming", &dreams::daydreaming());
    tally.figures("The dreaming kernel", &dreams::dreaming_kernel());
    tally.figures("Heat bath, one memory", &heat::lone_memory(40, 500));
    tally.figures("Heat bath, one memory among others", &heat::retrieval(200));
    tally.figures("Annealing", &annealing::figures(400, 3));
    tables::digits(&mut tally)?;
    tables::random(&mut tally)?;
    println!("\n{} rows, {} outside", tally.rows, tally.outside);
    Ok(if tally.outside == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
