//! A network at a moment, to come back to: what undo keeps.
//!
//! The run itself is shared, not copied: a network that goes on to another cue leaves its old trace to the
//! snapshots of it.

use std::sync::Arc;

use crate::{memories::Memories, rules::Rule, sleep::Sleep, trace::Trace};

/// All that a network is; see [`crate::Network::snapshot`].
///
/// ```
/// use hopfield_net::{Network, Pattern};
/// let mut network = Network::with_seed(8, 8, 7)?;
/// network.store(&Pattern::from_hex("0x040c081c3c306078")?)?;
/// network.run(100);
/// let before = network.snapshot();
/// let state = network.state().clone();
///
/// network.forget(0)?;
/// network.corrupt(20)?;
/// network.restore(&before)?;
/// assert_eq!((network.memories().len(), network.time(), network.state()), (1, 100, &state));
/// # Ok::<(), hopfield_net::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub(crate) memories: Memories,
    pub(crate) rule: Rule,
    pub(crate) biased: bool,
    pub(crate) sleep: Sleep,
    pub(crate) trace: Arc<Trace>,
    pub(crate) time: usize,
}

impl Snapshot {
    /// Updates that it remembers: what it costs to keep.
    #[must_use]
    pub fn updates(&self) -> usize {
        self.trace.end() - self.trace.first()
    }
}
