//! Text for pictures: what is understood prints as it was read, everything else is an error and no panic.
#![no_main]
use hopfield_net::Pattern;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(pattern) = text.parse::<Pattern>() {
        assert_eq!(pattern.to_string().parse().as_ref(), Ok(&pattern));
    }
    if let Ok(pattern) = Pattern::from_hex(text) {
        assert_eq!(pattern.hex().map(|hex| Pattern::from_hex(&hex)), Some(Ok(pattern)));
    }
});
