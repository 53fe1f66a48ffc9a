//! What holds for every network, tried on ten thousand of them each.
#![allow(clippy::unwrap_used, reason = "a call that fails where it must not is a failed case")]

#[path = "../support/mod.rs"]
mod support;

mod names;
mod pictures;
mod synchronous;
mod time;
mod valleys;
