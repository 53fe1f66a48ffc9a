//! Sleeps as files and links tell them: one that is taken tells the same again, any other is an error and no panic.
#![no_main]
use hopfield_net::{Pattern, Sleep};
use libfuzzer_sys::fuzz_target;

type Told = (u32, Vec<(u64, i32)>, usize, usize);

fuzz_target!(|told: Told| {
    let (fineness, doses, dreams, daydreams) = told;
    let doses = doses.into_iter().map(|(word, doses)| (Pattern::from_word(word), doses));
    if let Ok(sleep) = Sleep::from_doses(fineness, doses, dreams, daydreams) {
        assert_eq!((sleep.dreams(), sleep.daydreams()), (dreams, daydreams));
        let again = Sleep::from_doses(fineness, sleep.doses().map(|(p, d)| (p.clone(), d)), dreams, daydreams);
        assert!(again.is_ok());
    }
});
