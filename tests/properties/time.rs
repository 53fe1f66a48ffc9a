//! Time travel: whatever was done before, any moment of a run is shown exactly as it was, and running on
//! from there goes the same way. The core replays from checkpoints; here every moment is simply kept.

use hopfield_net::{Network, Order, Pattern, Rest, Trace};
use proptest::{prelude::*, sample::Index};

use crate::support::{
    plain::{Plain, PlainRun},
    scenes::{Scene, asynchronous_orders, orders, small_scenes, thorough},
};

const STRIDE: usize = Trace::STRIDE;

/// What a person does with a run.
#[derive(Clone, Debug)]
enum Act {
    Run(usize),
    Travel(Index),
    Restart,
    Order(Order),
    Temperature(f64),
    Seed(u64),
    Flip(Index),
    Corrupt(Index),
    Store,
    Forget(Index),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let place = any::<Index>;
    let act = prop_oneof![
        600 => (0..40_usize).prop_map(Act::Run),
        4 => (STRIDE - 40..2 * STRIDE + 40).prop_map(Act::Run),
        300 => place().prop_map(Act::Travel),
        80 => Just(Act::Restart),
        80 => orders().prop_map(Act::Order),
        80 => prop_oneof![Just(0.0), 0.01..2.0].prop_map(Act::Temperature),
        80 => any::<u64>().prop_map(Act::Seed),
        40 => place().prop_map(Act::Flip),
        40 => place().prop_map(Act::Corrupt),
        40 => Just(Act::Store),
        40 => place().prop_map(Act::Forget),
    ];
    prop::collection::vec(act, 1..12)
}

/// The plain theory with a memory for every moment.
struct Chronicle {
    memories: Vec<Pattern>,
    biased: bool,
    /// Everything at each moment since the cue, ready to go on.
    moments: Vec<PlainRun>,
    /// The updates between them.
    updates: Vec<(usize, i64, bool)>,
    time: usize,
}

impl Chronicle {
    fn new(scene: &Scene) -> Self {
        let (memories, cue) = scene.pictures();
        let start = PlainRun::new(Plain::hebb(&memories, scene.biased, &cue), scene.seed);
        Self { memories, biased: scene.biased, moments: vec![start], updates: vec![], time: 0 }
    }

    fn run(&mut self, updates: usize) {
        for _ in 0..updates {
            if self.time == self.updates.len() {
                let mut next = self.moments[self.time].clone();
                self.updates.push(next.update());
                self.moments.push(next);
            }
            self.time += 1;
        }
    }

    /// A change of how the run goes on: the future that was known no longer holds.
    fn amend(&mut self, change: impl FnOnce(&mut PlainRun)) {
        self.moments.truncate(self.time + 1);
        self.updates.truncate(self.time);
        change(&mut self.moments[self.time]);
    }

    /// An edit: the present becomes the new cue.
    fn edit(&mut self, change: impl FnOnce(&mut PlainRun)) {
        let mut cue = self.moments.swap_remove(self.time);
        change(&mut cue);
        cue.begin_sweep();
        (self.moments, self.updates, self.time) = (vec![cue], vec![], 0);
    }

    fn reshape(&mut self, state: &Pattern) {
        let network = Plain::hebb(&self.memories, self.biased, state);
        self.edit(|run| run.network = network);
    }

    /// Compares what is shown now.
    fn check(&self, network: &Network) -> Result<(), TestCaseError> {
        let now = &self.moments[self.time];
        let state: Vec<i64> = network.state().signs().into_iter().map(i64::from).collect();
        prop_assert_eq!(&state, &now.network.state);
        prop_assert_eq!(network.energy(), Ok(now.network.energy() as f64));
        prop_assert_eq!(network.outcome().energy, Some(now.network.energy() as f64));
        prop_assert_eq!((network.time(), network.trace().end()), (self.time, self.updates.len()));
        let flips = self.updates[..self.time].iter().filter(|&&(_, _, flipped)| flipped).count();
        prop_assert_eq!(network.flips(), flips);
        prop_assert_eq!((network.order(), network.temperature()), (now.order, now.temperature));
        Ok(())
    }
}

/// Does the same to both.
fn perform(act: &Act, network: &mut Network, chronicle: &mut Chronicle) {
    let cells = network.neurons();
    match act {
        Act::Run(updates) => {
            network.run(*updates);
            chronicle.run(*updates);
        }
        Act::Travel(time) => {
            chronicle.time = time.index(chronicle.moments.len());
            network.travel(chronicle.time).unwrap();
        }
        Act::Restart => {
            network.restart();
            chronicle.time = 0;
            chronicle.amend(|_| ());
        }
        Act::Order(order) => {
            network.set_order(*order);
            chronicle.amend(|run| {
                run.order = *order;
                run.begin_sweep();
            });
        }
        Act::Temperature(temperature) => {
            network.set_temperature(*temperature).unwrap();
            if chronicle.moments[chronicle.time].temperature != *temperature {
                chronicle.amend(|run| run.temperature = *temperature);
            }
        }
        Act::Seed(seed) => {
            network.set_seed(*seed);
            chronicle.amend(|run| {
                run.generator = hopfield_net::Generator::new(*seed);
                run.begin_sweep();
            });
        }
        Act::Flip(cell) => {
            network.flip(cell.index(cells)).unwrap();
            chronicle.edit(|run| run.network.state[cell.index(cells)] *= -1);
        }
        Act::Corrupt(count) => {
            network.corrupt(count.index(cells + 1)).unwrap();
            chronicle.edit(|run| {
                for &cell in &run.generator.permutation(cells as u16)[..count.index(cells + 1)] {
                    run.network.state[usize::from(cell)] *= -1;
                }
            });
        }
        Act::Store => {
            let picture = network.state().clone();
            network.store(&picture).unwrap();
            chronicle.memories.push(picture.clone());
            chronicle.reshape(&picture);
        }
        Act::Forget(index) if !chronicle.memories.is_empty() => {
            let index = index.index(chronicle.memories.len());
            network.forget(index).unwrap();
            chronicle.memories.remove(index);
            chronicle.reshape(network.state());
        }
        Act::Forget(_) => assert!(network.forget(0).is_err()),
    }
}

proptest! {
    #![proptest_config(thorough())]

    #[test]
    fn any_moment_is_shown_as_it_was(scene in small_scenes(0, 4), acts in acts(), visits in prop::collection::vec(any::<Index>(), 8)) {
        let mut network = scene.network();
        let mut chronicle = Chronicle::new(&scene);
        for act in &acts {
            perform(act, &mut network, &mut chronicle);
            chronicle.check(&network)?;
        }

        let end = chronicle.updates.len();
        for (time, update) in (1..).zip(&chronicle.updates) {
            let step = network.moment(time).unwrap();
            prop_assert_eq!(&(step.cell, step.field as i64, step.flipped), update);
            if step.flipped {
                prop_assert_eq!(step.energy, Some(chronicle.moments[time].network.energy() as f64));
            }
        }
        prop_assert!(network.moment(0).is_err() && network.moment(end + 1).is_err());

        let near_checkpoints = [0, STRIDE - 1, STRIDE, STRIDE + 1, end].into_iter().filter(|&time| time <= end);
        for time in visits.iter().map(|visit| visit.index(end + 1)).chain(near_checkpoints) {
            network.travel(time).unwrap();
            chronicle.time = time;
            chronicle.check(&network)?;
            network.run(5);
            chronicle.run(5);
            chronicle.check(&network)?;
        }
        prop_assert!(network.travel(chronicle.updates.len() + 1).is_err());
        chronicle.check(&network)?;
    }

    /// The lull of a warm run is not rest: cooled down, neurons that want to flip still have to be asked.
    #[test]
    fn a_settled_run_has_no_neuron_that_wants_to_flip(
        scene in small_scenes(0, 4), order in asynchronous_orders(), temperature in 0.01..3.0, updates in 0..60_usize,
    ) {
        let mut network = scene.network();
        network.set_order(order);
        network.set_temperature(temperature).unwrap();
        prop_assert_eq!(network.run_until_settled(updates), Rest::Moving);
        network.set_temperature(0.0).unwrap();
        prop_assert_eq!(network.run_until_settled(100_000), Rest::Still);
        prop_assert_eq!(network.restless(), 0);
    }
}
