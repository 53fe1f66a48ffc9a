//! What shapes a landscape. Painters keep what is dear to make of it until it is another.

use crate::{memories::Memories, network::Network, rules::Rule, sleep::Sleep};

/// The memories and how they are learnt.
#[derive(Debug)]
pub struct Shape {
    neurons: usize,
    memories: Memories,
    rule: Rule,
    biased: bool,
    sleep: Sleep,
}

impl Shape {
    /// What shapes the landscape of a network now.
    pub fn of(network: &Network) -> Self {
        Self {
            neurons: network.neurons(),
            memories: network.memories().clone(),
            rule: network.rule(),
            biased: network.biased(),
            sleep: network.sleep().clone(),
        }
    }

    /// Whether the landscape of a network is still made of this.
    pub fn is_that_of(&self, network: &Network) -> bool {
        self.neurons == network.neurons()
            && self.rule == network.rule()
            && self.biased == network.biased()
            && self.memories == *network.memories()
            && self.sleep == *network.sleep()
    }
}
