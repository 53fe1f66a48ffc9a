//! The JavaScript face: checks what comes in, calls the theory, and hands plain values back.
//! Only this file holds `#[wasm_bindgen]`; there is no arithmetic in it.
//!
//! It makes two modules, so that a page loads first only what it needs first: with the feature `paint` the network and
//! its pictures, with the feature `surveys` the network and the surveys, for a worker.
#![allow(unsafe_code, reason = "wasm-bindgen generates the glue")]
#![allow(missing_docs, reason = "the comments below become the documentation of the types in TypeScript")]

#[cfg(feature = "paint")]
mod paint_values;
#[cfg(feature = "surveys")]
mod survey_values;
mod values;

use std::str::FromStr;

use js_sys::{Array, Float64Array, Int8Array, Int32Array, Uint16Array};
use wasm_bindgen::prelude::*;

#[cfg(feature = "surveys")]
use crate::survey::{self, Survey};
use crate::{
    dynamics::{Order, Rest},
    network,
    pattern::Pattern,
    random::fresh_seed,
    rules::Rule,
    sleep::Sleep,
    snapshot,
};
#[cfg(feature = "paint")]
use crate::{
    error::Error,
    paint::{
        Colours, council::Council, couplings::Cache, curve, graph, grid, history::History, matrix, overlaps,
        votes,
    },
};
#[cfg(feature = "paint")]
use paint_values::{canvas, curve_look, graph_look, heard, links_shown, pad_look, texts};
#[cfg(feature = "surveys")]
use survey_values::{BasinRate, CapacityResult, Rate, attractors, plain, wholes};
use values::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** How memories become couplings. */
export type Rule = "hebb" | "storkey" | "projection" | "perceptron" | "symmetric-perceptron" | "dreaming-kernel" | "dense" | "exponential";
/** The order in which neurons are asked. */
export type Order = "random" | "shuffled" | "cyclic" | "synchronous";
/** What a state is. */
export type Kind = "memory" | "inverse" | "mixture" | "spurious" | "cycle" | "unsettled";
/** One update: the neuron asked, the field it heard, whether it flipped, the energy afterwards (null where the rule has none). */
export interface Step { cell: number; field: number; flipped: boolean; energy: number | null }
/** How a run ended. `memories` are those concerned (a mixture's parents), `signs` +1 for each or -1 for its inverse. */
export interface Outcome { kind: Kind; memories: number[]; signs: number[]; updates: number; sweeps: number; flips: number; energy: number | null }
/** A state by name: see Outcome. */
export interface Named { kind: Kind; memories: number[]; signs: number[] }
/** A dream: its random start, the attractor that was unlearnt and what it was; in a daydream also the memory learnt again. */
export interface Dream extends Named { start: Int8Array; attractor: Int8Array; sweeps: number; relearned: number | null }
"#;

#[cfg(feature = "surveys")]
#[wasm_bindgen(typescript_custom_section)]
const SURVEY_TYPES: &str = r#"
/** Where starts or cues ended, and how many. */
export interface Attractor extends Named { picture: Int8Array; count: number }
/** Hits of trials, and where the true share lies with 95 % confidence. */
export interface Rate { hits: number; trials: number; share: number; low: number; high: number }
/** How often a memory came back exactly from cues with so many cells flipped. */
export interface BasinRate extends Rate { memory: number; flips: number }
/** What a capacity survey measures: for each rule and number of memories, `trials` sets with one cue each, `flips` cells flipped. */
export interface CapacityPlan { rules: { name: Rule; parameter?: number }[]; loads: number[]; trials: number; flips: number; bias?: boolean }
/** What it found for a rule (its place in the plan) and a number of memories. */
export interface CapacityResult { rule: number; load: number; stable: Rate; recalled: Rate }
"#;

#[cfg(feature = "paint")]
#[wasm_bindgen(typescript_custom_section)]
const PAINT_TYPES: &str = r#"
/** CSS colours by what they mean; `font` is a family. */
export interface Colours { active: string; inactive: string; ink: string; paper: string; muted: string; line: string; positive: string; negative: string; memories: string[]; font: string }
/** What the pad shows besides its cells. `pulses`: for each cell 1 (just flipped) to 0. */
export interface PadLook { asked?: number; focus?: number; dots?: boolean; pulses?: Float32Array }
/** What the energy curve shows besides the energy. `hover` is a moment. */
export interface CurveLook { names?: string[]; hover?: number; fontSize?: number }
/** Where the curve was put, in CSS pixels: x of the moments `first` and `updates`, y of the energies `high` and `low`. */
export interface CurveLayout { left: number; right: number; top: number; bottom: number; first: number; updates: number; high: number; low: number }
/** What one neuron hears: a vote above 0 says on, below 0 off, from each neuron or (without couplings) from each memory.
 * `spin` is what it was then; `chance` how likely it answers on (null at temperature 0); `change` by how much flipping it
 * changes the energy (null where the rule has none). */
export interface Council { by: "neurons" | "memories"; votes: number[]; on: number; off: number; bias: number; field: number; spin: number; chance: number | null; change: number | null }
/** Which links of the graph, and where its neurons lie. `threshold`: the faintest shown, as a part of the strongest. */
export interface GraphLook { circle?: boolean; active?: boolean; threshold?: number; pointed?: number }
/** Links drawn, links asked for (where that is more, the strongest were drawn), and pairs of neurons. */
export interface LinksShown { shown: number; wanted: number; pairs: number }
"#;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

// JavaScript's own. What comes from outside may throw whenever it is looked at; thrown through Rust, that would leave the
// network locked for ever, so such looks are taken by functions of which a throw is caught and becomes an error.
#[wasm_bindgen]
extern "C" {
    /// A number as JavaScript shows it.
    #[wasm_bindgen(js_name = String)]
    fn printed(number: &JsValue) -> String;

    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Fallible<bool>;

    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    fn array_from(value: &JsValue) -> Fallible<Array>;

    #[wasm_bindgen(catch, js_name = structuredClone)]
    fn structured_clone(value: &JsValue) -> Fallible<JsValue>;

    /// Of an array of numbers a copy is made as it is held, whatever its class may say of it.
    #[wasm_bindgen(js_name = Int8Array)]
    type Int8Copy;

    #[wasm_bindgen(catch, constructor, js_class = "Int8Array")]
    fn new(value: &JsValue) -> Fallible<Int8Copy>;
}

/// A Hopfield network.
#[wasm_bindgen]
pub struct Network {
    inner: network::Network,
}

#[wasm_bindgen]
impl Network {
    /// A network of `rows` x `columns` neurons, 1 to 64 each: all inactive, Hebb's rule, random order, T = 0, no bias, a fresh seed.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "number")] rows: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] columns: &JsValue,
    ) -> Fallible<Network> {
        let (rows, columns) = (whole("rows", rows)?, whole("columns", columns)?);
        Ok(Self { inner: network::Network::new(rows, columns)? })
    }

    #[wasm_bindgen(getter)]
    pub fn rows(&self) -> usize {
        self.inner.state().rows()
    }

    #[wasm_bindgen(getter)]
    pub fn columns(&self) -> usize {
        self.inner.state().columns()
    }

    /// Rows times columns.
    #[wasm_bindgen(getter)]
    pub fn cells(&self) -> usize {
        self.inner.neurons()
    }

    // Memories.

    /// Stores a picture (+1 and -1, row by row) and returns the new memory's index.
    pub fn store(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Int8Array")] picture: &JsValue,
    ) -> Fallible<usize> {
        let picture = self.picture(picture)?;
        Ok(self.inner.store(&picture)?)
    }

    /// Forgets a memory exactly; those behind it move up by one.
    pub fn forget(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] index: &JsValue,
    ) -> Fallible<()> {
        Ok(self.inner.forget(whole("the memory", index)?)?)
    }

    /// Moves a memory to another place in the order.
    #[wasm_bindgen(js_name = moveMemory)]
    pub fn move_memory(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] from: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] to: &JsValue,
    ) -> Fallible<()> {
        Ok(self.inner.reorder(whole("the memory", from)?, whole("its new place", to)?)?)
    }

    /// A memory's picture.
    pub fn memory(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] index: &JsValue,
    ) -> Fallible<Int8Array> {
        Ok(signs(self.get(index)?))
    }

    #[wasm_bindgen(getter, js_name = memoryCount)]
    pub fn memory_count(&self) -> usize {
        self.inner.memories().len()
    }

    /// Whether x_i h_i >= 0 in every cell of a memory.
    #[wasm_bindgen(js_name = isStable)]
    pub fn is_stable(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] index: &JsValue,
    ) -> Fallible<bool> {
        Ok(self.inner.is_stable(whole("the memory", index)?)?)
    }

    /// The least x_i h_i of a memory: from 0 up it is stable.
    pub fn weakest(&self, #[wasm_bindgen(unchecked_param_type = "number")] index: &JsValue) -> Fallible<f64> {
        Ok(self.margins(index)?.into_iter().fold(f64::INFINITY, f64::min))
    }

    /// The cells of a memory that want to flip.
    #[wasm_bindgen(js_name = restlessCells)]
    pub fn restless_cells(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] index: &JsValue,
    ) -> Fallible<Uint16Array> {
        let margins = self.margins(index)?;
        let restless = (0..).zip(&margins).filter(|&(_, &margin)| margin < 0.0).map(|(cell, _)| cell);
        Ok(Uint16Array::from(&restless.collect::<Vec<u16>>()[..]))
    }

    /// The energy of a memory as a state.
    #[wasm_bindgen(js_name = memoryEnergy)]
    pub fn memory_energy(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] index: &JsValue,
    ) -> Fallible<f64> {
        Ok(self.inner.energy_at(self.get(index)?)?)
    }

    /// The overlap of a memory with every memory; with itself it is N.
    #[wasm_bindgen(js_name = memoryOverlaps)]
    pub fn memory_overlaps(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] index: &JsValue,
    ) -> Fallible<Float64Array> {
        Ok(numbers(&self.inner.memories().overlaps(self.get(index)?)))
    }

    // Settings.

    /// How memories become couplings; memories and state stay. The parameter is the perceptron's c (10 N if left out),
    /// the symmetric perceptron's kappa (0.7), the dreaming kernel's t (10) or the dense memories' power (3).
    #[wasm_bindgen(js_name = setRule)]
    pub fn set_rule(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Rule")] name: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] parameter: &JsValue,
    ) -> Fallible<()> {
        let name = text("the rule", name)?;
        let parameter = match parameter.is_undefined() {
            true => None,
            false => Some(number("the rule's parameter", parameter)?),
        };
        Ok(self.inner.set_rule(Rule::parse(&name, parameter)?)?)
    }

    /// The rule's parameter; undefined if it has none, or if it is left to the size of the grid.
    #[wasm_bindgen(getter, js_name = ruleParameter)]
    pub fn rule_parameter(&self) -> Option<f64> {
        self.inner.rule().parameter()
    }

    #[wasm_bindgen(getter, unchecked_return_type = "Rule")]
    pub fn rule(&self) -> String {
        self.inner.rule().name().to_owned()
    }

    /// Whether each neuron leans the way it stands in the memories; in field and energy alike.
    #[wasm_bindgen(js_name = setBias)]
    pub fn set_bias(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "boolean")] on: &JsValue,
    ) -> Fallible<()> {
        let on = on.as_bool().ok_or_else(|| wrong_type("the bias to be true or false", on))?;
        Ok(self.inner.set_bias(on)?)
    }

    #[wasm_bindgen(getter)]
    pub fn bias(&self) -> bool {
        self.inner.biased()
    }

    /// The order in which neurons are asked.
    #[wasm_bindgen(js_name = setOrder)]
    pub fn set_order(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Order")] order: &JsValue,
    ) -> Fallible<()> {
        self.inner.set_order(Order::from_str(&text("the order", order)?)?);
        Ok(())
    }

    #[wasm_bindgen(getter, unchecked_return_type = "Order")]
    pub fn order(&self) -> String {
        self.inner.order().name().to_owned()
    }

    /// T in units in which a lone memory loses its hold at 1; 0 is the sign rule.
    #[wasm_bindgen(js_name = setTemperature)]
    pub fn set_temperature(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] t: &JsValue,
    ) -> Fallible<()> {
        Ok(self.inner.set_temperature(number("the temperature", t)?)?)
    }

    #[wasm_bindgen(getter)]
    pub fn temperature(&self) -> f64 {
        self.inner.temperature()
    }

    /// Starts the one generator afresh, which drives corrupt, step, run and settle in the order called.
    #[wasm_bindgen(js_name = setSeed)]
    pub fn set_seed(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "bigint")] seed: &JsValue,
    ) -> Fallible<()> {
        self.inner.set_seed(to_seed(seed)?);
        Ok(())
    }

    /// The seed last set.
    #[wasm_bindgen(getter)]
    pub fn seed(&self) -> u64 {
        self.inner.seed()
    }

    /// Draws a new seed (below 2^53), sets it and returns it.
    #[wasm_bindgen(js_name = freshSeed)]
    pub fn fresh_seed(&mut self) -> Fallible<u64> {
        self.inner.set_seed(fresh_seed()?);
        Ok(self.inner.seed())
    }

    // Sleep.

    /// Unlearns so many dreams and returns the last.
    #[wasm_bindgen(unchecked_return_type = "Dream | undefined")]
    pub fn dream(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] count: &JsValue,
    ) -> Fallible<JsValue> {
        let count = whole("the number of dreams", count)?;
        self.inner.dream(count)?.map_or(Ok(JsValue::UNDEFINED), |last| dream(&last))
    }

    /// Unlearns so many dreams, each with a random memory learnt again, and returns the last.
    #[wasm_bindgen(unchecked_return_type = "Dream | undefined")]
    pub fn daydream(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] count: &JsValue,
    ) -> Fallible<JsValue> {
        let count = whole("the number of daydreams", count)?;
        self.inner.daydream(count)?.map_or(Ok(JsValue::UNDEFINED), |last| dream(&last))
    }

    /// Makes the couplings again exactly what the rule makes of the memories.
    pub fn wake(&mut self) -> Fallible<()> {
        Ok(self.inner.wake()?)
    }

    /// Dreams unlearnt since the network was last awake.
    #[wasm_bindgen(getter)]
    pub fn dreams(&self) -> usize {
        self.inner.sleep().dreams()
    }

    /// Daydreams since the network was last awake.
    #[wasm_bindgen(getter)]
    pub fn daydreams(&self) -> usize {
        self.inner.sleep().daydreams()
    }

    /// The number of dreams that helps most: p / 2 epsilon.
    #[wasm_bindgen(getter, js_name = bestDose)]
    pub fn best_dose(&self) -> usize {
        self.inner.dream_doses().0
    }

    /// The number of dreams that ruins: p / epsilon.
    #[wasm_bindgen(getter, js_name = ruinDose)]
    pub fn ruin_dose(&self) -> usize {
        self.inner.dream_doses().1
    }

    /// Wakes, and sets 1 / epsilon for dreams to come: a whole number from 1 to 1000.
    #[wasm_bindgen(js_name = setFineness)]
    pub fn set_fineness(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] fineness: &JsValue,
    ) -> Fallible<()> {
        let fineness = u32::try_from(whole("1 / epsilon", fineness)?).unwrap_or(u32::MAX);
        Ok(self.inner.set_fineness(fineness)?)
    }

    /// 1 / epsilon: so many dreams of a picture weigh as much as storing it by Hebb's rule.
    #[wasm_bindgen(getter)]
    pub fn fineness(&self) -> u32 {
        self.inner.sleep().fineness()
    }

    /// The pictures of which sleep has taken or given doses, one after the other.
    #[wasm_bindgen(js_name = dosedPictures)]
    pub fn dosed_pictures(&self) -> Int8Array {
        let pictures = self.inner.sleep().doses().flat_map(|(picture, _)| picture.signs());
        Int8Array::from(&pictures.collect::<Vec<i8>>()[..])
    }

    /// How many doses of each: below 0 taken out of the couplings, above 0 put in.
    pub fn doses(&self) -> Int32Array {
        let doses = self.inner.sleep().doses().map(|(_, doses)| doses);
        Int32Array::from(&doses.collect::<Vec<i32>>()[..])
    }

    /// Sleeps again what `fineness`, `dosedPictures`, `doses`, `dreams` and `daydreams` told of another sleep.
    #[wasm_bindgen(js_name = setSleep)]
    pub fn set_sleep(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] fineness: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Int8Array")] pictures: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "ArrayLike<number>")] doses: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] dreams: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] daydreams: &JsValue,
    ) -> Fallible<()> {
        let fineness = u32::try_from(whole("1 / epsilon", fineness)?).unwrap_or(u32::MAX);
        let doses = dosed(pictures, doses, self.rows(), self.columns())?;
        let (dreams, daydreams) =
            (whole("the number of dreams", dreams)?, whole("the number of daydreams", daydreams)?);
        Ok(self.inner.set_sleep(Sleep::from_doses(fineness, doses, dreams, daydreams)?)?)
    }

    // The state.

    /// Every cell, +1 or -1, row by row: a copy.
    pub fn state(&self) -> Int8Array {
        signs(self.inner.state())
    }

    /// The picture with which the run began: a copy.
    pub fn cue(&self) -> Int8Array {
        signs(self.inner.cue())
    }

    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Int8Array")] picture: &JsValue,
    ) -> Fallible<()> {
        let picture = self.picture(picture)?;
        Ok(self.inner.set_state(&picture)?)
    }

    /// Turns one cell over.
    pub fn flip(&mut self, #[wasm_bindgen(unchecked_param_type = "number")] cell: &JsValue) -> Fallible<()> {
        Ok(self.inner.flip(whole("the cell", cell)?)?)
    }

    /// Turns over exactly that many different cells, chosen at random.
    pub fn corrupt(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] cells: &JsValue,
    ) -> Fallible<()> {
        Ok(self.inner.corrupt(whole("the number of cells to corrupt", cells)?)?)
    }

    /// The energy of the state. Throws where the rule has none.
    pub fn energy(&self) -> Fallible<f64> {
        Ok(self.inner.energy()?)
    }

    /// What a neuron hears.
    pub fn field(&self, #[wasm_bindgen(unchecked_param_type = "number")] cell: &JsValue) -> Fallible<f64> {
        Ok(self.inner.field(whole("the cell", cell)?)?)
    }

    /// x . s for every memory x.
    pub fn overlaps(&self) -> Float64Array {
        numbers(&self.inner.memories().overlaps(self.inner.state()))
    }

    /// W, N x N row by row. Throws where N x N numbers do not fit.
    pub fn couplings(&self) -> Fallible<Float64Array> {
        Ok(Float64Array::from(&self.inner.couplings()?[..]))
    }

    /// How many neurons want to flip.
    #[wasm_bindgen(getter)]
    pub fn restless(&self) -> usize {
        self.inner.restless()
    }

    /// Names the state as it stands; counts are those since the cue.
    #[wasm_bindgen(unchecked_return_type = "Outcome")]
    pub fn outcome(&self) -> Fallible<JsValue> {
        outcome(&self.inner.outcome())
    }

    // Running.

    /// Asks one neuron.
    #[wasm_bindgen(unchecked_return_type = "Step")]
    pub fn step(&mut self) -> Fallible<JsValue> {
        step(&self.inner.step())
    }

    /// Asks that many neurons and returns how many flipped.
    pub fn run(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] updates: &JsValue,
    ) -> Fallible<usize> {
        Ok(self.inner.run(whole("the number of updates", updates)?))
    }

    /// Asks at most that many neurons, until the run is over; true when it is.
    #[wasm_bindgen(js_name = runUntilSettled)]
    pub fn run_until_settled(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] updates: &JsValue,
    ) -> Fallible<bool> {
        Ok(self.inner.run_until_settled(whole("the number of updates", updates)?) != Rest::Moving)
    }

    /// Runs until the run is over, for at most that many sweeps of N updates.
    #[wasm_bindgen(unchecked_return_type = "Outcome")]
    pub fn settle(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number", js_name = maxSweeps)] max_sweeps: &JsValue,
    ) -> Fallible<JsValue> {
        let most = whole("the number of sweeps", max_sweeps)?;
        outcome(&self.inner.settle(most))
    }

    /// Cools from one temperature to another in so many sweeps, then to 0 until the run is over.
    #[wasm_bindgen(unchecked_return_type = "Outcome")]
    pub fn anneal(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] from: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] to: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] sweeps: &JsValue,
    ) -> Fallible<JsValue> {
        let (from, to) = (number("the first temperature", from)?, number("the last temperature", to)?);
        outcome(&self.inner.anneal(from, to, whole("the number of sweeps", sweeps)?)?)
    }

    // Time.

    /// Updates since the cue, at the moment shown.
    #[wasm_bindgen(getter)]
    pub fn time(&self) -> usize {
        self.inner.time()
    }

    /// The latest moment known.
    #[wasm_bindgen(getter)]
    pub fn end(&self) -> usize {
        self.inner.trace().end()
    }

    /// The earliest moment known: 0, until more than a million updates were made.
    #[wasm_bindgen(getter)]
    pub fn first(&self) -> usize {
        self.inner.trace().first()
    }

    /// Flips since the cue, at the moment shown.
    #[wasm_bindgen(getter)]
    pub fn flips(&self) -> usize {
        self.inner.flips()
    }

    /// The update that led to a moment, from `first` + 1 to `end`.
    #[wasm_bindgen(unchecked_return_type = "Step")]
    pub fn moment(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] time: &JsValue,
    ) -> Fallible<JsValue> {
        step(&self.inner.moment(whole("the update", time)?)?)
    }

    /// Shows a moment again, from `first` to `end`. Running on from there goes the same way.
    pub fn travel(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] time: &JsValue,
    ) -> Fallible<()> {
        Ok(self.inner.travel(whole("the moment", time)?)?)
    }

    /// Back to the cue, with the same order to come.
    pub fn restart(&mut self) {
        self.inner.restart();
    }

    /// The network as it is now, to come back to.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { inner: self.inner.snapshot() }
    }

    /// Becomes again what it was, whatever happened since, and of whatever size it was.
    pub fn restore(&mut self, snapshot: &Snapshot) -> Fallible<()> {
        Ok(self.inner.restore(&snapshot.inner)?)
    }

    /// The energy at the moment `first`; undefined where the rule has none.
    #[wasm_bindgen(getter, js_name = firstEnergy)]
    pub fn first_energy(&self) -> Option<f64> {
        self.inner.trace().energies().0
    }

    /// Whether the rule has an energy.
    #[wasm_bindgen(getter, js_name = hasEnergy)]
    pub fn has_energy(&self) -> bool {
        self.inner.rule().has_energy()
    }

    /// Whether the rule makes couplings between pairs of neurons.
    #[wasm_bindgen(getter, js_name = hasCouplings)]
    pub fn has_couplings(&self) -> bool {
        self.inner.rule().has_couplings()
    }

    #[cfg(feature = "paint")]
    fn cell(&self, cell: &JsValue) -> Fallible<usize> {
        let cell = whole("the cell", cell)?;
        Error::check_index("a cell", self.inner.neurons(), cell)?;
        Ok(cell)
    }

    fn get(&self, index: &JsValue) -> Fallible<&Pattern> {
        Ok(self.inner.memories().get(whole("the memory", index)?)?)
    }

    fn margins(&self, index: &JsValue) -> Fallible<Vec<f64>> {
        Ok(self.inner.margins(whole("the memory", index)?)?)
    }

    fn picture(&self, picture: &JsValue) -> Fallible<Pattern> {
        pattern(picture, self.rows(), self.columns())
    }
}

/// A network at a moment, with its whole run. Free it when it is no longer needed.
#[wasm_bindgen]
pub struct Snapshot {
    inner: snapshot::Snapshot,
}

#[wasm_bindgen]
impl Snapshot {
    /// Updates of the run that it remembers: each costs some ten bytes.
    #[wasm_bindgen(getter)]
    pub fn updates(&self) -> usize {
        self.inner.updates()
    }
}

/// A survey is taken in slices, whatever it asks: it tells how far it is, and goes on.
#[cfg(feature = "surveys")]
macro_rules! in_slices {
    ($($survey:ident),+) => {$(
        #[wasm_bindgen]
        impl $survey {
            /// How many samples it takes: starts, trials or cues.
            #[wasm_bindgen(getter)]
            pub fn total(&self) -> usize {
                self.inner.total()
            }

            /// How many of them are taken.
            #[wasm_bindgen(getter)]
            pub fn done(&self) -> usize {
                self.inner.done()
            }

            /// Takes at most that many more; returns how many are done.
            pub fn advance(
                &mut self,
                #[wasm_bindgen(unchecked_param_type = "number")] samples: &JsValue,
            ) -> Fallible<usize> {
                Ok(self.inner.advance(whole("the number of samples", samples)?))
            }
        }
    )+};
}

#[cfg(feature = "surveys")]
in_slices!(Census, Basin, Capacity, AttractorMap);

/// Where random starts end, and how often.
#[cfg(feature = "surveys")]
#[wasm_bindgen]
pub struct Census {
    inner: survey::Census,
}

#[cfg(feature = "surveys")]
#[wasm_bindgen]
impl Census {
    /// A census of the network's landscape as it is now.
    #[wasm_bindgen(constructor)]
    pub fn new(
        network: &Network,
        #[wasm_bindgen(unchecked_param_type = "number")] starts: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "bigint")] seed: &JsValue,
    ) -> Fallible<Census> {
        let starts = whole("the number of starts", starts)?;
        Ok(Self { inner: survey::Census::new(&network.inner, starts, to_seed(seed)?)? })
    }

    /// How many different attractors were found.
    #[wasm_bindgen(getter)]
    pub fn distinct(&self) -> usize {
        self.inner.distinct()
    }

    /// The attractors in which most starts ended, at most that many.
    #[wasm_bindgen(unchecked_return_type = "Attractor[]")]
    pub fn attractors(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] most: &JsValue,
    ) -> Fallible<JsValue> {
        let found = self.inner.attractors(whole("the number of attractors", most)?);
        attractors(found.iter().map(|found| (&found.pattern, &found.name, found.count)))
    }

    /// Starts by kind of end.
    #[wasm_bindgen(unchecked_return_type = "Record<Exclude<Kind, \"cycle\">, number>")]
    pub fn shares(&self) -> Fallible<JsValue> {
        let shares = self.inner.shares().map(|(kind, count)| (kind.name(), count.into()));
        object(&shares)
    }
}

/// How much damage each memory survives.
#[cfg(feature = "surveys")]
#[wasm_bindgen]
pub struct Basin {
    inner: survey::Basin,
}

#[cfg(feature = "surveys")]
#[wasm_bindgen]
impl Basin {
    /// For each memory of the network as it is now and each number of flipped cells, so many trials.
    #[wasm_bindgen(constructor)]
    pub fn new(
        network: &Network,
        #[wasm_bindgen(unchecked_param_type = "ArrayLike<number>")] flips: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] trials: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "bigint")] seed: &JsValue,
    ) -> Fallible<Basin> {
        let levels = wholes("the numbers of flipped cells", flips)?;
        let trials = whole("the number of trials", trials)?;
        Ok(Self { inner: survey::Basin::new(&network.inner, &levels, trials, to_seed(seed)?)? })
    }

    /// Memory by memory, and within it by the number of flipped cells.
    #[wasm_bindgen(unchecked_return_type = "BasinRate[]")]
    pub fn rates(&self) -> Fallible<JsValue> {
        let levels = self.inner.levels();
        let rates = self.inner.rates().chunks(levels.len().max(1)).enumerate().flat_map(|(memory, rates)| {
            rates.iter().zip(levels).map(move |(rate, flips)| BasinRate {
                memory,
                flips: *flips,
                rate: Rate::from(*rate),
            })
        });
        plain(&rates.collect::<Vec<_>>())
    }
}

/// How many memories hold, under which rule.
#[cfg(feature = "surveys")]
#[wasm_bindgen]
pub struct Capacity {
    inner: survey::Capacity,
}

#[cfg(feature = "surveys")]
#[wasm_bindgen]
impl Capacity {
    /// With fresh random memories of `rows` x `columns` in every trial.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "number")] rows: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] columns: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "CapacityPlan")] plan: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "bigint")] seed: &JsValue,
    ) -> Fallible<Capacity> {
        let (rows, columns) = (whole("rows", rows)?, whole("columns", columns)?);
        Self::start(survey::Source::Random { rows, columns }, plan, seed)
    }

    /// With the network's own memories: a load is the first so many of them.
    pub fn own(
        network: &Network,
        #[wasm_bindgen(unchecked_param_type = "CapacityPlan")] plan: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "bigint")] seed: &JsValue,
    ) -> Fallible<Capacity> {
        Self::start(survey::Source::Own(network.inner.memories().clone()), plan, seed)
    }

    /// Rule by rule, and within it by the number of memories.
    #[wasm_bindgen(unchecked_return_type = "CapacityResult[]")]
    pub fn results(&self) -> Fallible<JsValue> {
        let loads = &self.inner.plan().loads;
        let results =
            self.inner.results().chunks(loads.len().max(1)).enumerate().flat_map(|(rule, results)| {
                results.iter().zip(loads).map(move |(result, &load)| CapacityResult {
                    rule,
                    load,
                    stable: result.stable.into(),
                    recalled: result.recalled.into(),
                })
            });
        plain(&results.collect::<Vec<_>>())
    }

    fn start(source: survey::Source, plan: &JsValue, seed: &JsValue) -> Fallible<Capacity> {
        let plan = survey_values::plan(plan)?;
        let rules = plan.rules.iter().map(|rule| Rule::parse(&rule.name, rule.parameter));
        let plan = survey::CapacityPlan {
            rules: rules.collect::<Result<_, _>>()?,
            loads: plan.loads,
            trials: plan.trials,
            flips: plan.flips,
            biased: plan.bias,
        };
        Ok(Self { inner: survey::Capacity::new(source, plan, to_seed(seed)?)? })
    }
}

/// A square of cues between two or three memories, and where each ends.
#[cfg(feature = "surveys")]
#[wasm_bindgen]
pub struct AttractorMap {
    inner: survey::Map,
}

#[cfg(feature = "surveys")]
#[wasm_bindgen]
impl AttractorMap {
    /// A map between memories of the network as it is now.
    #[wasm_bindgen(constructor)]
    pub fn new(
        network: &Network,
        #[wasm_bindgen(unchecked_param_type = "ArrayLike<number>")] between: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] side: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "bigint")] seed: &JsValue,
    ) -> Fallible<AttractorMap> {
        let between = wholes("the memories", between)?;
        let side = whole("the side", side)?;
        Ok(Self { inner: survey::Map::new(&network.inner, &between, side, to_seed(seed)?)? })
    }

    /// Row by row from the top: the place of each destination, or -1 where there is none.
    pub fn points(&self) -> Int32Array {
        let points = self.inner.points().iter().map(|point| point.map_or(-1, |place| place as i32));
        Int32Array::from(&points.collect::<Vec<i32>>()[..])
    }

    /// Where cues ended, in the order in which they were found.
    #[wasm_bindgen(unchecked_return_type = "Attractor[]")]
    pub fn destinations(&self) -> Fallible<JsValue> {
        attractors(self.inner.destinations().iter().map(|found| (&found.pattern, &found.name, found.count)))
    }

    /// The cue at a point; undefined outside the triangle.
    pub fn cue(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] row: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] column: &JsValue,
    ) -> Fallible<Option<Int8Array>> {
        let cue = self.inner.cue(whole("the row", row)?, whole("the column", column)?)?;
        Ok(cue.as_ref().map(signs))
    }
}

/// Paints pictures on a canvas, in CSS pixels: scale the context for the screen first.
#[cfg(feature = "paint")]
#[wasm_bindgen]
pub struct Painter {
    colours: Colours,
    couplings: Cache,
    history: History,
}

#[cfg(feature = "paint")]
#[wasm_bindgen]
impl Painter {
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "Colours")] colours: &JsValue) -> Fallible<Painter> {
        let colours = paint_values::colours(colours)?;
        Ok(Self { colours, couplings: Cache::default(), history: History::default() })
    }

    /// The network's state, `width` wide and `width` * rows / columns high.
    pub fn pad(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CanvasRenderingContext2D")] context: &JsValue,
        network: &Network,
        width: f64,
        #[wasm_bindgen(unchecked_param_type = "PadLook")] look: &JsValue,
    ) -> Fallible<()> {
        grid::pad(canvas(context)?, &self.colours, &network.inner, width, &pad_look(look)?)
    }

    /// A memory of the network; its cells that want to flip carry a dot.
    pub fn memory(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CanvasRenderingContext2D")] context: &JsValue,
        network: &Network,
        #[wasm_bindgen(unchecked_param_type = "number")] index: &JsValue,
        width: f64,
    ) -> Fallible<()> {
        grid::memory(canvas(context)?, &self.colours, network.get(index)?, &network.margins(index)?, width)
    }

    /// A picture that is not stored.
    pub fn picture(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CanvasRenderingContext2D")] context: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Int8Array")] picture: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] rows: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] columns: &JsValue,
        width: f64,
    ) -> Fallible<()> {
        let picture = pattern(picture, whole("rows", rows)?, whole("columns", columns)?)?;
        grid::picture(canvas(context)?, &self.colours, &picture, width)
    }

    /// The energy of the network over time, in `width` x `height`; returns where it was put.
    #[wasm_bindgen(unchecked_return_type = "CurveLayout")]
    pub fn curve(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "CanvasRenderingContext2D")] context: &JsValue,
        network: &Network,
        width: f64,
        height: f64,
        #[wasm_bindgen(unchecked_param_type = "CurveLook")] look: &JsValue,
    ) -> Fallible<JsValue> {
        let layout = curve::curve(
            canvas(context)?,
            &self.colours,
            &network.inner,
            &mut self.history,
            (width, height),
            &curve_look(look)?,
        )?;
        paint_values::layout(&layout)
    }

    /// The overlap with each memory over time, under the time axis of the energy; returns where it was put.
    #[wasm_bindgen(unchecked_return_type = "CurveLayout")]
    pub fn overlaps(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "CanvasRenderingContext2D")] context: &JsValue,
        network: &Network,
        width: f64,
        height: f64,
        #[wasm_bindgen(unchecked_param_type = "CurveLook")] look: &JsValue,
    ) -> Fallible<JsValue> {
        let layout = overlaps::overlaps(
            canvas(context)?,
            &self.colours,
            &network.inner,
            &mut self.history,
            (width, height),
            &curve_look(look)?,
        )?;
        paint_values::layout(&layout)
    }

    /// What a neuron hears now; with `asked`, what the neuron just asked heard when it was.
    #[wasm_bindgen(unchecked_return_type = "Council")]
    pub fn council(
        &mut self,
        network: &Network,
        #[wasm_bindgen(unchecked_param_type = "number")] cell: &JsValue,
        asked: bool,
    ) -> Fallible<JsValue> {
        let cell = network.cell(cell)?;
        let council = Council::of(&network.inner, self.couplings.of(&network.inner)?, cell, asked);
        heard(&council, council.change(&network.inner, cell))
    }

    /// The same as a picture: the votes of the neurons on the grid, `width` wide, or the pull of each memory as a bar.
    pub fn votes(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "CanvasRenderingContext2D")] context: &JsValue,
        network: &Network,
        #[wasm_bindgen(unchecked_param_type = "number")] cell: &JsValue,
        asked: bool,
        width: f64,
        #[wasm_bindgen(unchecked_param_type = "string[]")] names: &JsValue,
    ) -> Fallible<()> {
        let (context, cell) = (canvas(context)?, network.cell(cell)?);
        let couplings = self.couplings.of(&network.inner)?;
        let council = Council::of(&network.inner, couplings, cell, asked);
        match couplings {
            Some(couplings) => {
                let heard = (cell, &council);
                votes::council(context, &self.colours, &network.inner, couplings, heard, width)
            }
            None => votes::pulls(context, &self.colours, &council, &texts("the names", names)?, width),
        }
    }

    /// How high `votes` paints the pulls of the memories.
    #[wasm_bindgen(js_name = pullsHeight)]
    pub fn pulls_height(&self, network: &Network) -> f64 {
        votes::pulls_height(network.memory_count())
    }

    /// The couplings by which one neuron hears, as a picture `width` wide.
    pub fn incoming(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "CanvasRenderingContext2D")] context: &JsValue,
        network: &Network,
        #[wasm_bindgen(unchecked_param_type = "number")] cell: &JsValue,
        width: f64,
    ) -> Fallible<()> {
        let (context, cell) = (canvas(context)?, network.cell(cell)?);
        let couplings = self.couplings.of(&network.inner)?.ok_or(Error::NoCouplings)?;
        votes::incoming(context, &self.colours, &network.inner, couplings, cell, width)
    }

    /// The couplings as links in a square `width` wide; `nodes` goes over them.
    #[wasm_bindgen(unchecked_return_type = "LinksShown")]
    pub fn links(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "CanvasRenderingContext2D")] context: &JsValue,
        network: &Network,
        width: f64,
        #[wasm_bindgen(unchecked_param_type = "GraphLook")] look: &JsValue,
    ) -> Fallible<JsValue> {
        let context = canvas(context)?;
        let couplings = self.couplings.of(&network.inner)?.ok_or(Error::NoCouplings)?;
        let look = graph_look(look)?;
        links_shown(&graph::links(context, &self.colours, &network.inner, couplings, width, &look)?)
    }

    /// The neurons of the graph.
    pub fn nodes(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CanvasRenderingContext2D")] context: &JsValue,
        network: &Network,
        width: f64,
        #[wasm_bindgen(unchecked_param_type = "GraphLook")] look: &JsValue,
    ) -> Fallible<()> {
        graph::nodes(canvas(context)?, &self.colours, &network.inner, width, &graph_look(look)?)
    }

    /// The neuron of the graph near a point, if there is one.
    #[wasm_bindgen(js_name = nodeAt)]
    pub fn node_at(&self, network: &Network, x: f64, y: f64, width: f64, circle: bool) -> Option<usize> {
        graph::node_at(&network.inner, (x, y), width, circle)
    }

    /// The couplings as a matrix in a square `width` wide, the row of the neuron pointed at framed.
    pub fn matrix(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "CanvasRenderingContext2D")] context: &JsValue,
        network: &Network,
        width: f64,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] pointed: &JsValue,
    ) -> Fallible<()> {
        let context = canvas(context)?;
        let pointed = if pointed.is_undefined() { None } else { Some(network.cell(pointed)?) };
        let couplings = self.couplings.of(&network.inner)?.ok_or(Error::NoCouplings)?;
        matrix::matrix(context, &self.colours, couplings, pointed, width)
    }
}

/// Whether a rule makes couplings between pairs of neurons; under one that makes none nothing can be dreamt.
#[wasm_bindgen(js_name = hasCouplings)]
pub fn has_couplings(#[wasm_bindgen(unchecked_param_type = "Rule")] rule: &JsValue) -> Fallible<bool> {
    Ok(Rule::from_str(&text("the rule", rule)?)?.has_couplings())
}

/// A picture from text art: `#` active, `.` inactive, a line a row.
#[wasm_bindgen(js_name = parsePicture, unchecked_return_type = "{ rows: number; columns: number; picture: Int8Array }")]
pub fn parse_picture(#[wasm_bindgen(unchecked_param_type = "string")] art: &JsValue) -> Fallible<JsValue> {
    let pattern: Pattern = text("the picture", art)?.parse()?;
    object(&[
        ("rows", pattern.rows().into()),
        ("columns", pattern.columns().into()),
        ("picture", signs(&pattern).into()),
    ])
}

/// A picture as text art.
#[wasm_bindgen(js_name = printPicture)]
pub fn print_picture(
    #[wasm_bindgen(unchecked_param_type = "Int8Array")] picture: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] rows: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] columns: &JsValue,
) -> Fallible<String> {
    Ok(pattern(picture, whole("rows", rows)?, whole("columns", columns)?)?.art())
}

/// An 8x8 picture from hexadecimal: bit i set means cell i active.
#[wasm_bindgen(js_name = parseHex)]
pub fn parse_hex(#[wasm_bindgen(unchecked_param_type = "string")] hex: &JsValue) -> Fallible<Int8Array> {
    Ok(signs(&Pattern::from_hex(&text("the picture", hex)?)?))
}

/// An 8x8 picture as hexadecimal.
#[wasm_bindgen(js_name = printHex)]
pub fn print_hex(#[wasm_bindgen(unchecked_param_type = "Int8Array")] picture: &JsValue) -> Fallible<String> {
    Ok(pattern(picture, 8, 8)?.hex().unwrap_or_default())
}
