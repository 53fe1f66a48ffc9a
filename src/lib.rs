//! A Hopfield network: pictures stored as valleys of an energy landscape, and recall as rolling downhill.
//!
//! Read the files in this order: [`random`], [`pattern`], [`memories`], [`landscape`], [`rules`],
//! [`dynamics`], [`outcome`], [`trace`], [`sleep`], [`network`], [`snapshot`],
//! [`recall`], [`survey`]. None of them knows a browser, a clock or a file;
//! the JavaScript face and the painting on a canvas stand on top and exist only in WebAssembly.

pub mod dynamics;
pub mod error;
pub mod landscape;
pub mod memories;
pub mod network;
pub mod outcome;
pub mod pattern;
pub mod random;
pub mod recall;
pub mod rules;
pub mod sleep;
pub mod snapshot;
mod sorted;
pub mod survey;
pub mod trace;

pub use dynamics::{Order, Rest};
pub use error::{Error, Got};
pub use memories::{MOST_MEMORIES, Memories};
pub use network::{Network, Step};
pub use outcome::{Kind, Name, Outcome};
pub use pattern::Pattern;
pub use random::Generator;
pub use rules::Rule;
pub use sleep::Sleep;
pub use snapshot::Snapshot;

#[cfg(all(target_arch = "wasm32", feature = "paint"))]
mod paint;
#[cfg(target_arch = "wasm32")]
mod wasm;

/// The examples of the README compile and hold.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
