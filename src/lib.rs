//! A Hopfield network: pictures stored as valleys of an energy landscape, and recall as rolling downhill.
//!
//! ```
//! use hopfield_net::{Kind, Network, Pattern};
//!
//! let seven = Pattern::from_hex("0x040c081c3c306078")?;
//! let three = Pattern::from_hex("0x3864603018181618")?;
//! let mut network = Network::with_seed(8, 8, 7)?;
//! network.store(&three)?;
//! network.store(&seven)?;
//!
//! network.set_state(&seven)?;
//! network.corrupt(12)?; // turns over exactly twelve cells
//! let high = network.energy()?;
//! let outcome = network.settle(100); // asks neurons until none wants to flip, for at most 100 sweeps
//!
//! assert_eq!((outcome.name.kind, network.state()), (Kind::Memory, &seven));
//! assert!(network.energy()? < high);
//! # Ok::<(), hopfield_net::Error>(())
//! ```
//!
//! A [`Network`] owns its [`Memories`], the landscape that a [`Rule`] makes of them, the state in it and the
//! [`Trace`] of its run; [`survey`]s ask a whole landscape. After any [`Error`] all is as it was before the call, and
//! no call panics. Chance comes from [`Generator`]s alone, whose seeds are visible: one seed, one run.
//!
//! # Conventions
//!
//! ```text
//! field   h_i = sum over j != i of W_ij s_j  +  b_i
//! energy  E   = -1/2 sum over i != j of W_ij s_i s_j  -  sum over i of b_i s_i
//! ```
//!
//! A cell is +1 (active) or -1 (inactive), numbered row by row. A neuron takes the sign of its field, and hearing
//! nothing stays as it is. [`rules::hebb`] has no factor 1/N: its couplings, fields and energies are whole numbers.
//!
//! # To read the sources
//!
//! They teach the theory in this order: `random`, `pattern`, `memories`, `landscape`, `rules`, `dynamics`, `outcome`,
//! `trace`, `sleep`, `snapshot`, `network`, `recall`, `survey`. None of them knows a browser, a clock or a file; the
//! JavaScript face and the painting on a canvas stand on top and exist only in WebAssembly.

mod dynamics;
mod error;
mod landscape;
mod memories;
mod network;
mod outcome;
mod pattern;
mod random;
mod recall;
pub mod rules;
mod sleep;
mod snapshot;
mod sorted;
pub mod survey;
mod trace;

pub use dynamics::{Order, Rest};
pub use error::{Error, Got};
pub use memories::{MOST_MEMORIES, Memories};
pub use network::{Network, Step};
pub use outcome::{Kind, Name, Outcome, identify};
pub use pattern::{LONGEST_SIDE, Pattern};
pub use random::{Generator, fresh_seed};
pub use rules::Rule;
pub use sleep::{Dream, Sleep};
pub use snapshot::Snapshot;
pub use trace::Trace;

#[cfg(all(target_arch = "wasm32", feature = "paint"))]
mod paint;
#[cfg(target_arch = "wasm32")]
mod wasm;

/// The examples of the README compile and hold.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
