//! Attributes, classes, styles and properties of an element in the page.
use super::element::{Attribute, Target};
use super::shown::Live;
use super::value::Value;
use leptos::tachys::renderer::Rndr;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys;
use std::mem;

pub(super) struct AttributeShown {
    pub(super) target: Target,
    pub(super) name: &'static str,
    /// Kept, so that it goes on as long as the element is there.
    value: ValueShown,
}

enum ValueShown {
    Fixed(Value),
    Live(Live<Value>),
}

impl AttributeShown {
    pub(super) fn build(attribute: Attribute, element: &web_sys::Element) -> AttributeShown {
        let Attribute { target, name, value } = attribute;
        AttributeShown { target, name, value: show(target, name, value, element, &Value::None) }
    }

    pub(super) fn rebuild(&mut self, value: Value, element: &web_sys::Element) {
        // An effect that is left behind must not write any more: it ends before the next begins.
        let before = match mem::replace(&mut self.value, ValueShown::Fixed(Value::None)) {
            ValueShown::Fixed(before) => before,
            ValueShown::Live(live) => live.with(|value| mem::replace(value, Value::None)).unwrap_or(Value::None),
        };
        self.value = show(self.target, self.name, value, element, &before);
    }
}

fn show(target: Target, name: &'static str, value: Value, element: &web_sys::Element, before: &Value) -> ValueShown {
    match value {
        Value::Live(mut live) => {
            let element = element.clone();
            let mut first = Some(settled(before));
            ValueShown::Live(Live::new(move |before: Option<Value>| {
                let before = before.or_else(|| first.take()).unwrap_or(Value::None);
                let value = settle(live());
                apply(target, name, &value, &element, &before);
                value
            }))
        }
        value => {
            apply(target, name, &value, element, before);
            ValueShown::Fixed(value)
        }
    }
}

/// A value that a closure gave may be a closure again.
fn settle(mut value: Value) -> Value {
    while let Value::Live(mut live) = value {
        value = live();
    }
    value
}

fn settled(value: &Value) -> Value {
    match value {
        Value::Flag(flag) => Value::Flag(*flag),
        Value::Text(text) => Value::Text(text.clone()),
        Value::None | Value::Live(_) => Value::None,
    }
}

fn apply(target: Target, name: &'static str, value: &Value, element: &web_sys::Element, before: &Value) {
    // A property is written again even when it is the same: a person may have changed it since. So is a class: the whole
    // list may just have been written.
    if value == before && matches!(target, Target::Attribute | Target::Style) {
        return;
    }
    let text = match value {
        Value::Text(text) => Some(&**text),
        Value::Flag(true) => Some(""),
        _ => None,
    };
    match target {
        Target::Attribute => match text {
            Some(text) => Rndr::set_attribute(element, name, text),
            None => Rndr::remove_attribute(element, name),
        },
        Target::Class => {
            let list = element.class_list();
            let _ = if text.is_some() { list.add_1(name) } else { list.remove_1(name) };
        }
        Target::Style => {
            if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
                let style = element.style();
                let _ = match text {
                    Some(text) => style.set_property(name, text),
                    None => style.remove_property(name).map(drop),
                };
            }
        }
        Target::Property => {
            let value = match value {
                Value::Flag(flag) => JsValue::from_bool(*flag),
                _ => JsValue::from_str(text.unwrap_or_default()),
            };
            Rndr::set_property_or_value(element, name, &value);
        }
    }
}
