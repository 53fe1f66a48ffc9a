//! What pictures are to look like, on its way from JavaScript, and where they were put, on its way back.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CanvasRenderingContext2d;

use super::{
    array_from, structured_clone,
    values::{Fallible, list, number, object, or_null, text, whole, wrong_type},
};
use crate::paint::{
    Colours,
    council::{Council, Voters},
    curve::{CurveLayout, CurveLook},
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
            value.as_bool().ok_or_else(|| wrong_type(&format!("{key} to be true or false"), value))
        };
        Ok(self.entry(key, flag)?.unwrap_or_default())
    }

    fn texts(&self, key: &str) -> Fallible<Vec<String>> {
        self.items(key, text)
    }

    /// The items of an array; of none if it is not there.
    fn items<T>(&self, key: &str, read: impl Fn(&str, &JsValue) -> Fallible<T>) -> Fallible<Vec<T>> {
        let items = |key: &str, value: &JsValue| {
            if !value.is_object() {
                return Err(wrong_type(&format!("{key} to be an array"), value));
            }
            array_from(value)?.iter().map(|item| read(key, &item)).collect()
        };
        Ok(self.entry(key, items)?.unwrap_or_default())
    }
}

pub(super) fn colours(value: &JsValue) -> Fallible<Colours> {
    let given = Settings::of(value)?;
    Ok(Colours {
        active: given.text("active")?,
        inactive: given.text("inactive")?,
        ink: given.text("ink")?,
        paper: given.text("paper")?,
        muted: given.text("muted")?,
        line: given.text("line")?,
        positive: given.text("positive")?,
        negative: given.text("negative")?,
        memories: given.texts("memories")?,
        font: given.text("font")?,
    })
}

pub(super) fn pad_look(value: &JsValue) -> Fallible<PadLook> {
    let given = Settings::of(value)?;
    Ok(PadLook {
        asked: given.entry("asked", whole)?,
        focus: given.entry("focus", whole)?,
        dots: given.flag("dots")?,
        pulses: given.items("pulses", number)?,
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

pub(super) fn heard(council: &Council) -> Fallible<JsValue> {
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
        ("change", or_null(council.change)),
    ])
}

pub(super) fn links_shown(links: &LinksShown) -> Fallible<JsValue> {
    object(&[("shown", links.shown.into()), ("wanted", links.wanted.into()), ("pairs", links.pairs.into())])
}
