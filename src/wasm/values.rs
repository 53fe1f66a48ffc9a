//! Values on their way from JavaScript, checked, and back.

use js_sys::{
    Array, ArrayBuffer, BigInt, Error as JsError, Float64Array, Int8Array, RangeError, Reflect, TypeError,
};
use wasm_bindgen::{JsCast, JsValue};

use super::{Int8Copy, array_from, is_array, printed};
use crate::{
    error::Error,
    network::Step,
    outcome::{Name, Outcome},
    pattern::Pattern,
    sleep::Dream,
};

pub(super) type Fallible<T> = Result<T, JsValue>;

/// Errors as JavaScript knows them: RangeError for a value out of place, Error for what cannot be.
impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        let message = error.message(|number| printed(&number.into()));
        match error {
            Error::NoEnergy
            | Error::NoCouplings
            | Error::Asleep
            | Error::Diverged
            | Error::NoEntropy
            | Error::NoRoom { .. } => JsError::new(&message).into(),
            _ => RangeError::new(&message).into(),
        }
    }
}

// From JavaScript.

pub(super) fn number(what: &str, value: &JsValue) -> Fallible<f64> {
    value.as_f64().ok_or_else(|| wrong_type(&[what, " to be a number"].concat(), value))
}

/// A whole number from 0 to 2^32 - 1.
pub(super) fn whole(what: &str, value: &JsValue) -> Fallible<usize> {
    let number = number(what, value)?;
    if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) {
        return Ok(number as usize);
    }
    let expected = if number > f64::from(u32::MAX) { "below 2 ** 32" } else { "from 0 up" };
    let words = ["expected ", what, " to be a whole number ", expected, ", got ", &printed(value)];
    Err(RangeError::new(&words.concat()).into())
}

pub(super) fn to_seed(value: &JsValue) -> Fallible<u64> {
    const EXPECTED: &str = "the seed to be a bigint from 0n to 2n ** 64n - 1n, such as 7n";
    let bigint: &BigInt = value.dyn_ref().ok_or_else(|| wrong_type(EXPECTED, value))?;
    let shown = printed(bigint);
    u64::try_from(bigint.clone())
        .map_err(|_| RangeError::new(&["expected ", EXPECTED, ", got ", &shown].concat()).into())
}

/// Whole numbers of either sign, from a plain or typed array.
fn integers(what: &str, value: &JsValue) -> Fallible<Vec<i32>> {
    let integer = |item: JsValue| {
        let number = number(what, &item)?;
        if number.fract() == 0.0 && number.abs() <= f64::from(i32::MAX) {
            Ok(number as i32)
        } else {
            let got = printed(&item);
            Err(RangeError::new(&["expected ", what, " to be whole numbers, got ", &got].concat()).into())
        }
    };
    array(what, value)?.iter().map(integer).collect()
}

/// How many numbers an array may hold: more than there can be pictures that a sleep has dosed.
const MOST_NUMBERS: usize = 1_000_000;

pub(super) fn array(what: &str, value: &JsValue) -> Fallible<Array> {
    if !value.is_object() {
        return Err(wrong_type(&[what, " as an array of numbers"].concat(), value));
    }
    let got = told_length(value)?;
    if got > MOST_NUMBERS {
        let most = MOST_NUMBERS.to_string();
        return Err(Error::range("an array of numbers to hold", ["at most ", &most].concat(), got).into());
    }
    array_from(value)
}

pub(super) fn text(what: &str, value: &JsValue) -> Fallible<String> {
    value.as_string().ok_or_else(|| wrong_type(&[what, " to be a string"].concat(), value))
}

/// The numbers in an Int8Array, whichever frame made it; none if the value is something else.
/// A class made of it may throw or lie when asked: what is measured and taken is a copy.
fn int8s(value: &JsValue, expected: usize) -> Fallible<Option<Vec<i8>>> {
    let is_one = value.is_instance_of::<Int8Array>() || class(value).as_deref() == Some("Int8Array");
    if !is_one || !ArrayBuffer::is_view(value) {
        return Ok(None);
    }
    length(told_length(value)?, expected)?;
    let copy: Int8Array = Int8Copy::new(value)?.unchecked_into();
    length(copy.length() as usize, expected)?;
    Ok(Some(copy.to_vec()))
}

/// The length that an array tells, to be asked before it is copied: there may be no room for what came.
fn told_length(array: &JsValue) -> Fallible<usize> {
    match Reflect::get(array, &"length".into())? {
        length if length.is_undefined() => Ok(0),
        length => Ok(number("the length of an array", &length)? as usize),
    }
}

fn length(got: usize, expected: usize) -> Result<(), Error> {
    if got == expected { Ok(()) } else { Err(Error::Length { expected, got }) }
}

/// A picture from an Int8Array or a plain array of +1 and -1.
pub(super) fn pattern(value: &JsValue, rows: usize, columns: usize) -> Fallible<Pattern> {
    let cells = Pattern::blank(rows, columns)?.cells();
    if let Some(signs) = int8s(value, cells)? {
        return Ok(Pattern::from_signs(rows, columns, &signs)?);
    }
    const EXPECTED: &str = "a picture as an Int8Array of +1 and -1";
    if ArrayBuffer::is_view(value) || !is_array(value)? {
        return Err(wrong_type(EXPECTED, value));
    }
    length(told_length(value)?, cells)?;
    let array = array_from(value)?;
    length(array.length() as usize, cells)?;
    let mut signs = Vec::with_capacity(cells);
    for (cell, item) in array.iter().enumerate() {
        match item.as_f64() {
            Some(1.0) => signs.push(1),
            Some(-1.0) => signs.push(-1),
            Some(_) => {
                let got = printed(&item);
                let message =
                    ["expected +1 or -1 in every cell, got ", &got, " in cell ", &cell.to_string()].concat();
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
    let doses = integers("the doses", doses)?;
    let signs =
        int8s(pictures, doses.len().saturating_mul(cells))?.ok_or_else(|| wrong_type(EXPECTED, pictures))?;
    let pairs = signs.chunks(cells).zip(doses);
    Ok(pairs
        .map(|(signs, doses)| Ok((Pattern::from_signs(rows, columns, signs)?, doses)))
        .collect::<Result<_, Error>>()?)
}

pub(super) fn wrong_type(expected: &str, got: &JsValue) -> JsValue {
    let kind = got.js_typeof().as_string().unwrap_or_default();
    let got = match kind.as_str() {
        "object" if got.is_null() => "null".to_owned(),
        "object" => class(got).unwrap_or(kind),
        "number" => printed(got),
        _ => kind,
    };
    TypeError::new(&["expected ", expected, ", got ", &got].concat()).into()
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

pub(super) fn object(entries: &[(&str, JsValue)]) -> Fallible<JsValue> {
    let object = js_sys::Object::new();
    for (key, value) in entries {
        Reflect::set(&object, &JsValue::from_str(key), value)?;
    }
    Ok(object.into())
}

/// A plain array of numbers.
pub(super) fn list(numbers: &mut dyn Iterator<Item = f64>) -> JsValue {
    numbers.map(JsValue::from_f64).collect::<Array>().into()
}

/// A number, or null.
pub(super) fn or_null(number: Option<f64>) -> JsValue {
    number.map_or(JsValue::NULL, JsValue::from_f64)
}

/// A name as entries of an object.
pub(super) fn named(name: &Name) -> [(&'static str, JsValue); 3] {
    let memories = list(&mut name.memories.iter().map(|&memory| memory as f64));
    let signs = list(&mut name.signs.iter().map(|&sign| f64::from(sign)));
    [("kind", name.kind.name().into()), ("memories", memories), ("signs", signs)]
}

pub(super) fn step(step: &Step) -> Fallible<JsValue> {
    object(&[
        ("cell", step.cell.into()),
        ("field", step.field.into()),
        ("flipped", step.flipped.into()),
        ("energy", or_null(step.energy)),
    ])
}

pub(super) fn outcome(outcome: &Outcome) -> Fallible<JsValue> {
    let [kind, memories, parents] = named(&outcome.name);
    object(&[
        kind,
        memories,
        parents,
        ("updates", outcome.updates.into()),
        ("sweeps", outcome.sweeps.into()),
        ("flips", outcome.flips.into()),
        ("energy", or_null(outcome.energy)),
    ])
}

pub(super) fn dream(dream: &Dream) -> Fallible<JsValue> {
    let [kind, memories, parents] = named(&dream.name);
    object(&[
        ("start", signs(&dream.start).into()),
        ("attractor", signs(&dream.attractor).into()),
        kind,
        memories,
        parents,
        ("sweeps", dream.sweeps.into()),
        ("relearned", or_null(dream.relearned.map(|memory| memory as f64))),
    ])
}
