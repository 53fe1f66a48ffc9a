//! What pictures are to look like, on its way from JavaScript, and where they were put, on its way back.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CanvasRenderingContext2d;

use super::{
    array_from, structured_clone,
    values::{Fallible, list, number, object, or_null, text, whole, wrong_type},
};
use crate::paint::{
    Colours,
    axes::{CurveLayout, CurveLook},
    council::{Council, Voters},
    graph::{GraphLook, LinksShown},
    grid::PadLook,
};

pub(super) fn canvas(value: &JsValue) -> Fallible<&CanvasRenderingContext2d> {
    value.dyn_ref().ok_or_else(|| wrong_type("a CanvasRenderingContext2D", value))
}

/// A plain object, read entry by entry. It is a copy, for the original may throw when it is looked at.
struct Settings(JsValue);

impl Settings {
    fn of(value: &JsValue) -> Fallible<Self> {
        match structured_clone(value) {
            Ok(copy) if copy.is_object() => Ok(Self(copy)),
            _ => Err(wrong_type("settings as a plain object", value)),
        }
    }

    /// What `read` makes of an entry; none if it is not there.
    fn entry<T>(&self, key: &str, read: impl Fn(&str, &JsValue) -> Fallible<T>) -> Fallible<Option<T>> {
        let value = Reflect::get(&self.0, &key.into())?;
        if value.is_undefined() || value.is_null() { Ok(None) } else { read(key, &value).map(Some) }
    }

    fn text(&self, key: &str) -> Fallible<String> {
        text(key, &Reflect::get(&self.0, &key.into())?)
    }

    fn flag(&self, key: &str) -> Fallible<bool> {
        let flag = |key: &str, value: &JsValue| {
            value.as_bool().ok_or_else(|| wrong_type(&[key, " to be true or false"].concat(), value))
        };
        Ok(self.entry(key, flag)?.unwrap_or_default())
    }

    fn texts(&self, key: &str) -> Fallible<Vec<String>> {
        Ok(self.entry(key, texts)?.unwrap_or_default())
    }
}

pub(super) fn texts(what: &str, value: &JsValue) -> Fallible<Vec<String>> {
    items(what, value)?.iter().map(|item| text(what, &item)).collect()
}

fn numbers(what: &str, value: &JsValue) -> Fallible<Vec<f64>> {
    items(what, value)?.iter().map(|item| number(what, &item)).collect()
}

fn items(what: &str, value: &JsValue) -> Fallible<Array> {
    if value.is_object() {
        array_from(value)
    } else {
        Err(wrong_type(&[what, " to be an array"].concat(), value))
    }
}

pub(super) fn colours(value: &JsValue) -> Fallible<Colours> {
    let given = Settings::of(value)?;
    let mut colours = Colours { memories: given.texts("memories")?, ..Colours::default() };
    for (key, place) in [
        ("active", &mut colours.active),
        ("inactive", &mut colours.inactive),
        ("ink", &mut colours.ink),
        ("paper", &mut colours.paper),
        ("muted", &mut colours.muted),
        ("line", &mut colours.line),
        ("positive", &mut colours.positive),
        ("negative", &mut colours.negative),
        ("font", &mut colours.font),
    ] {
        *place = given.text(key)?;
    }
    Ok(colours)
}

pub(super) fn pad_look(value: &JsValue) -> Fallible<PadLook> {
    let given = Settings::of(value)?;
    Ok(PadLook {
        asked: given.entry("asked", whole)?,
        focus: given.entry("focus", whole)?,
        dots: given.flag("dots")?,
        pulses: given.entry("pulses", numbers)?.unwrap_or_default(),
    })
}

pub(super) fn curve_look(value: &JsValue) -> Fallible<CurveLook> {
    let given = Settings::of(value)?;
    Ok(CurveLook {
        names: given.texts("names")?,
        hover: given.entry("hover", number)?,
        font_size: given.entry("fontSize", number)?,
    })
}

pub(super) fn graph_look(value: &JsValue) -> Fallible<GraphLook> {
    let given = Settings::of(value)?;
    Ok(GraphLook {
        circle: given.flag("circle")?,
        active: given.flag("active")?,
        threshold: given.entry("threshold", number)?.unwrap_or_default(),
        pointed: given.entry("pointed", whole)?,
    })
}

pub(super) fn layout(layout: &CurveLayout) -> Fallible<JsValue> {
    object(&[
        ("left", layout.left.into()),
        ("right", layout.right.into()),
        ("top", layout.top.into()),
        ("bottom", layout.bottom.into()),
        ("first", layout.first.into()),
        ("updates", layout.updates.into()),
        ("high", layout.high.into()),
        ("low", layout.low.into()),
    ])
}

pub(super) fn heard(council: &Council, change: Option<f64>) -> Fallible<JsValue> {
    let by = match council.by {
        Voters::Neurons => "neurons",
        Voters::Memories => "memories",
    };
    object(&[
        ("by", by.into()),
        ("votes", list(&mut council.votes.iter().copied())),
        ("on", council.on.into()),
        ("off", council.off.into()),
        ("bias", council.bias.into()),
        ("field", council.field.into()),
        ("spin", council.spin.into()),
        ("chance", or_null(council.chance)),
        ("change", or_null(change)),
    ])
}

pub(super) fn links_shown(links: &LinksShown) -> Fallible<JsValue> {
    object(&[("shown", links.shown.into()), ("wanted", links.wanted.into()), ("pairs", links.pairs.into())])
}
