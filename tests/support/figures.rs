//! The reference figures of tests/data, read into types.

use std::path::Path;

use hopfield_net::Pattern;
use serde::{Deserialize, de::DeserializeOwned};

/// A file of tests/data as text.
pub fn text(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
    std::fs::read_to_string(path).unwrap()
}

/// A JSON file of tests/data.
pub fn json<T: DeserializeOwned>(file: &str) -> T {
    serde_json::from_str(&text(file)).unwrap()
}

/// The first `count` of the ten handwritten digits.
pub fn digits(count: usize) -> Vec<Pattern> {
    #[derive(Deserialize)]
    struct File {
        digits: Vec<Digit>,
    }
    #[derive(Deserialize)]
    struct Digit {
        hex: String,
        art: Vec<String>,
    }
    let file: File = json("digits.json");
    let digits = file.digits.iter().take(count).map(|digit| {
        let from_art: Pattern = digit.art.join("\n").parse().unwrap();
        assert_eq!(from_art.hex().unwrap(), digit.hex);
        from_art
    });
    digits.collect()
}

/// The seed of a probe: `k` digits stored, digit `mu` broken, `level` 0, 1, 2 for 6, 13, 19 flipped cells.
pub fn probe_seed(k: usize, mu: usize, level: usize, trial: usize) -> u64 {
    (((k * 32 + mu) * 8 + level) * 4096 + trial) as u64
}
