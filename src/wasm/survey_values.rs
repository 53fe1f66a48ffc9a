//! What surveys are told and what they find, on its way from and to JavaScript.

use js_sys::{Array, Error as JsError, TypeError};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::{
    structured_clone,
    values::{Fallible, array, named, object, signs, whole, wrong_type},
};
use crate::{outcome::Name, pattern::Pattern, survey};

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

/// Whole numbers from 0 up, from a plain or typed array.
pub(super) fn wholes(what: &str, value: &JsValue) -> Fallible<Vec<usize>> {
    array(what, value)?.iter().map(|item| whole(what, &item)).collect()
}

/// A plan from a plain object: a copy of it is read, for the original may throw when it is looked at.
pub(super) fn plan(value: &JsValue) -> Fallible<CapacityPlan> {
    let copy = structured_clone(value).map_err(|_| wrong_type("a plan as a plain object", value))?;
    serde_wasm_bindgen::from_value(copy).map_err(|error| TypeError::new(&error.to_string()).into())
}

pub(super) fn plain<T: Serialize>(value: &T) -> Fallible<JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| JsError::new(&error.to_string()).into())
}

pub(super) fn attractors<'a>(
    found: impl Iterator<Item = (&'a Pattern, &'a Name, usize)>,
) -> Fallible<JsValue> {
    let list = Array::new();
    for (pattern, name, count) in found {
        let [kind, memories, parents] = named(name);
        let entries = [("picture", signs(pattern).into()), ("count", count.into()), kind, memories, parents];
        list.push(&object(&entries)?);
    }
    Ok(list.into())
}
