//! The couplings of a network, copied out once and kept until something shapes them anew: a lens that is painted
//! at every frame must not ask for N x N numbers each time.

use super::shape::Shape;
use crate::{error::Error, network::Network};

/// W, and what it was made of.
#[derive(Debug)]
pub struct Couplings {
    shape: Shape,
    neurons: usize,
    /// N x N row by row, W_ij being what i hears from j.
    values: Vec<f64>,
    /// The greatest |W_ij|.
    strongest: f64,
}

impl Couplings {
    fn of(network: &Network) -> Result<Self, Error> {
        let values = network.landscape().couplings()?;
        Ok(Self {
            shape: Shape::of(network),
            neurons: network.neurons(),
            strongest: values.iter().fold(0.0, |strongest, value| value.abs().max(strongest)),
            values,
        })
    }

    /// How many neurons.
    pub fn neurons(&self) -> usize {
        self.neurons
    }

    /// What neuron i hears by: W_ij for every j.
    pub fn row(&self, neuron: usize) -> &[f64] {
        &self.values[neuron * self.neurons..][..self.neurons]
    }

    /// The coupling of a pair; where one side hears more than the other, the mean of both.
    pub fn pair(&self, i: usize, j: usize) -> f64 {
        (self.row(i)[j] + self.row(j)[i]) / 2.0
    }

    /// A coupling against the strongest of all, from -1 to 1.
    pub fn relative(&self, coupling: f64) -> f64 {
        if self.strongest > 0.0 { coupling / self.strongest } else { 0.0 }
    }
}

/// The couplings last asked for.
#[derive(Debug, Default)]
pub struct Cache(Option<Couplings>);

impl Cache {
    /// The couplings of a network as it is now; none where its rule makes none.
    ///
    /// # Errors
    /// [`Error::NoRoom`].
    pub fn of(&mut self, network: &Network) -> Result<Option<&Couplings>, Error> {
        if !self.0.as_ref().is_some_and(|kept| kept.shape.is_that_of(network)) {
            self.0 = match Couplings::of(network) {
                Err(Error::NoCouplings) => None,
                made => Some(made?),
            };
        }
        Ok(self.0.as_ref())
    }
}
