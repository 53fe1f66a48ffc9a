//! Values on their way from JavaScript, checked, and back.

use js_sys::{
    Array, ArrayBuffer, BigInt, Error as JsError, Float64Array, Function, Int8Array, RangeError, Reflect,
    TypeError,
};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CanvasRenderingContext2d;

use crate::{
    error::Error,
    network,
    outcome::{self, Name},
    pattern::Pattern,
    sleep::Dream,
    survey,
};

pub(super) type Fallible<T> = Result<T, JsValue>;

/// Errors as JavaScript knows them: RangeError for a value out of place, Error for what cannot be.
impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::NoEnergy
            | Error::NoCouplings
            | Error::Diverged
            | Error::NoEntropy
            | Error::NoRoom { .. } => JsError::new(&message).into(),
            _ => RangeError::new(&message).into(),
        }
    }
}

#[derive(Serialize)]
pub(super) struct Step {
    pub(super) cell: usize,
    pub(super) field: f64,
    pub(super) flipped: bool,
    pub(super) energy: Option<f64>,
}

impl From<network::Step> for Step {
    fn from(step: network::Step) -> Self {
        Self { cell: step.cell, field: step.field, flipped: step.flipped, energy: step.energy }
    }
}

#[derive(Serialize)]
pub(super) struct Outcome {
    pub(super) kind: &'static str,
    pub(super) memories: Vec<usize>,
    pub(super) signs: Vec<i8>,
    pub(super) updates: usize,
    pub(super) sweeps: usize,
    pub(super) flips: usize,
    pub(super) energy: Option<f64>,
}

impl From<outcome::Outcome> for Outcome {
    fn from(outcome: outcome::Outcome) -> Self {
        Self {
            kind: outcome.name.kind.name(),
            memories: outcome.name.memories,
            signs: outcome.name.signs,
            updates: outcome.updates,
            sweeps: outcome.sweeps,
            flips: outcome.flips,
            energy: outcome.energy,
        }
    }
}

#[derive(Serialize)]
pub(super) struct Rate {
    pub(super) hits: usize,
    pub(super) trials: usize,
    pub(super) share: f64,
    pub(super) low: f64,
    pub(super) high: f64,
}

impl From<survey::Rate> for Rate {
    fn from(rate: survey::Rate) -> Self {
        let (low, high) = rate.interval();
        Self { hits: rate.hits, trials: rate.trials, share: rate.share(), low, high }
    }
}

#[derive(Serialize)]
pub(super) struct BasinRate {
    pub(super) memory: usize,
    pub(super) flips: usize,
    #[serde(flatten)]
    pub(super) rate: Rate,
}

#[derive(Serialize)]
pub(super) struct CapacityResult {
    pub(super) rule: usize,
    pub(super) load: usize,
    pub(super) stable: Rate,
    pub(super) recalled: Rate,
}

#[derive(Deserialize)]
pub(super) struct CapacityPlan {
    pub(super) rules: Vec<NamedRule>,
    pub(super) loads: Vec<usize>,
    pub(super) trials: usize,
    pub(super) flips: usize,
    #[serde(default)]
    pub(super) bias: bool,
}

#[derive(Deserialize)]
pub(super) struct NamedRule {
    pub(super) name: String,
    pub(super) parameter: Option<f64>,
}

// From JavaScript.

pub(super) fn number(what: &str, value: &JsValue) -> Fallible<f64> {
    value.as_f64().ok_or_else(|| wrong_type(&format!("{what} to be a number"), value))
}

/// A whole number from 0 to 2^32 - 1.
pub(super) fn whole(what: &str, value: &JsValue) -> Fallible<usize> {
    let number = number(what, value)?;
    if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) {
        Ok(number as usize)
    } else {
        Err(RangeError::new(&format!("expected {what} to be a whole number from 0 up, got {number}")).into())
    }
}

pub(super) fn to_seed(value: JsValue) -> Fallible<u64> {
    const EXPECTED: &str = "the seed to be a bigint from 0n to 2n ** 64n - 1n, such as 7n";
    let bigint: BigInt = value.dyn_into().map_err(|value| wrong_type(EXPECTED, &value))?;
    let shown = bigint.to_string(10).map_or_else(|_| String::new(), String::from);
    u64::try_from(bigint).map_err(|_| RangeError::new(&format!("expected {EXPECTED}, got {shown}")).into())
}

/// Whole numbers from 0 up, from a plain or typed array.
pub(super) fn wholes(what: &str, value: &JsValue) -> Fallible<Vec<usize>> {
    array(what, value)?.iter().map(|item| whole(what, &item)).collect()
}

/// Whole numbers of either sign, from a plain or typed array.
fn integers(what: &str, value: &JsValue) -> Fallible<Vec<i32>> {
    let integer = |item: JsValue| {
        let number = number(what, &item)?;
        if number.fract() == 0.0 && number.abs() <= f64::from(i32::MAX) {
            Ok(number as i32)
        } else {
            Err(RangeError::new(&format!("expected {what} to be whole numbers, got {number}")).into())
        }
    };
    array(what, value)?.iter().map(integer).collect()
}

fn array(what: &str, value: &JsValue) -> Fallible<Array> {
    if !value.is_object() {
        return Err(wrong_type(&format!("{what} as an array of numbers"), value));
    }
    Ok(safely("Array", "from", value)?.unchecked_into())
}

pub(super) fn text(what: &str, value: &JsValue) -> Fallible<String> {
    value.as_string().ok_or_else(|| wrong_type(&format!("{what} to be a string"), value))
}

/// A picture from an Int8Array or a plain array of +1 and -1.
pub(super) fn pattern(value: &JsValue, rows: usize, columns: usize) -> Fallible<Pattern> {
    let cells = Pattern::blank(rows, columns)?.cells();
    let length = |got: u32| match got as usize == cells {
        true => Ok(()),
        false => Err(JsValue::from(Error::Length { expected: cells, got: got as usize })),
    };
    if ArrayBuffer::is_view(value)
        && let Some(signs) = value.dyn_ref::<Int8Array>()
    {
        // Before the copy: there may be no room for what came.
        length(signs.length())?;
        return Ok(Pattern::from_signs(rows, columns, &signs.to_vec())?);
    }
    const EXPECTED: &str = "a picture as an Int8Array of +1 and -1";
    if ArrayBuffer::is_view(value) || !safely("Array", "isArray", value)?.is_truthy() {
        return Err(wrong_type(EXPECTED, value));
    }
    let array: Array = safely("Array", "from", value)?.unchecked_into();
    length(array.length())?;
    let mut signs = Vec::with_capacity(cells);
    for (cell, item) in array.iter().enumerate() {
        match item.as_f64() {
            Some(1.0) => signs.push(1),
            Some(-1.0) => signs.push(-1),
            Some(got) => {
                let message = format!("expected +1 or -1 in every cell, got {got} in cell {cell}");
                return Err(RangeError::new(&message).into());
            }
            None => return Err(wrong_type("+1 or -1 in every cell", &item)),
        }
    }
    Ok(Pattern::from_signs(rows, columns, &signs)?)
}

/// Doses of pictures: the pictures one after the other in one array, a whole number of doses for each.
pub(super) fn dosed(
    pictures: &JsValue,
    doses: &JsValue,
    rows: usize,
    columns: usize,
) -> Fallible<Vec<(Pattern, i32)>> {
    const EXPECTED: &str = "the dosed pictures as one Int8Array of +1 and -1";
    let cells = Pattern::blank(rows, columns)?.cells();
    let signs: &Int8Array = pictures.dyn_ref().ok_or_else(|| wrong_type(EXPECTED, pictures))?;
    let doses: Vec<i32> = integers("the doses", doses)?;
    let expected = doses.len() * cells;
    if signs.length() as usize != expected {
        return Err(Error::Length { expected, got: signs.length() as usize }.into());
    }
    let pictures = signs.to_vec();
    let pairs = pictures.chunks(cells).zip(doses);
    Ok(pairs
        .map(|(signs, doses)| Ok((Pattern::from_signs(rows, columns, signs)?, doses)))
        .collect::<Result<_, Error>>()?)
}

/// `class.method(value)` of JavaScript itself. What comes from outside may throw whenever it is looked at; thrown through
/// Rust, that would leave the network locked for ever, so such looks are taken where a throw is caught and becomes an error.
fn safely(class: &str, method: &str, value: &JsValue) -> Fallible<JsValue> {
    let class = Reflect::get(&js_sys::global(), &class.into())?;
    let method: Function = Reflect::get(&class, &method.into())?.unchecked_into();
    method.call1(&class, value)
}

pub(super) fn canvas(value: &JsValue) -> Fallible<&CanvasRenderingContext2d> {
    value.dyn_ref().ok_or_else(|| wrong_type("a CanvasRenderingContext2D", value))
}

/// Settings from a plain object: a copy of it is read, for the original may throw when it is looked at.
pub(super) fn settings<T: serde::de::DeserializeOwned>(value: JsValue) -> Fallible<T> {
    let global = js_sys::global();
    let copy: Function = Reflect::get(&global, &"structuredClone".into())?.unchecked_into();
    let copied = copy.call1(&global, &value).map_err(|_| wrong_type("settings as a plain object", &value))?;
    serde_wasm_bindgen::from_value(copied).map_err(|error| TypeError::new(&error.to_string()).into())
}

pub(super) fn wrong_type(expected: &str, got: &JsValue) -> JsValue {
    let kind = got.js_typeof().as_string().unwrap_or_default();
    let got = match kind.as_str() {
        "object" if got.is_null() => "null".to_owned(),
        "object" => class(got).unwrap_or(kind),
        "number" => got.as_f64().unwrap_or(f64::NAN).to_string(),
        _ => kind,
    };
    TypeError::new(&format!("expected {expected}, got {got}")).into()
}

/// The name of an object's class, if it has one: a foreign object may hold anything there, or throw.
pub(super) fn class(object: &JsValue) -> Option<String> {
    let constructor = Reflect::get(object, &"constructor".into()).ok()?;
    Reflect::get(&constructor, &"name".into()).ok()?.as_string()
}

// To JavaScript.

pub(super) fn signs(pattern: &Pattern) -> Int8Array {
    Int8Array::from(&pattern.signs()[..])
}

pub(super) fn numbers(values: &[i32]) -> Float64Array {
    let floats: Vec<f64> = values.iter().map(|&value| f64::from(value)).collect();
    Float64Array::from(&floats[..])
}

pub(super) fn plain<T: Serialize>(value: &T) -> Fallible<JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| JsError::new(&error.to_string()).into())
}

pub(super) fn object(entries: &[(&str, JsValue)]) -> Fallible<JsValue> {
    let object = js_sys::Object::new();
    for (key, value) in entries {
        Reflect::set(&object, &JsValue::from_str(key), value)?;
    }
    Ok(object.into())
}

/// A name as entries of an object.
pub(super) fn named(name: &Name) -> Fallible<[(&'static str, JsValue); 3]> {
    let kind = name.kind.name().into();
    Ok([("kind", kind), ("memories", plain(&name.memories)?), ("signs", plain(&name.signs)?)])
}

pub(super) fn told(dream: &Dream) -> Fallible<JsValue> {
    let [kind, memories, parents] = named(&dream.name)?;
    object(&[
        ("start", signs(&dream.start).into()),
        ("attractor", signs(&dream.attractor).into()),
        kind,
        memories,
        parents,
        ("sweeps", dream.sweeps.into()),
        ("relearned", dream.relearned.map_or(JsValue::NULL, JsValue::from)),
    ])
}

pub(super) fn attractors<'a>(
    found: impl Iterator<Item = (&'a Pattern, &'a Name, usize)>,
) -> Fallible<JsValue> {
    let list = Array::new();
    for (pattern, name, count) in found {
        let [kind, memories, parents] = named(name)?;
        let entries = [("picture", signs(pattern).into()), ("count", count.into()), kind, memories, parents];
        list.push(&object(&entries)?);
    }
    Ok(list.into())
}
