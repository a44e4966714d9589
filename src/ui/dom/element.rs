//! An element, before it is in the page.
use super::reference::Filler;
use super::{IntoNode, IntoValue, Node, Reference, Value};
use leptos::prelude::*;
use leptos::tachys::html::event::EventDescriptor;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;
use std::borrow::Cow;

/// What an attribute's name belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Attribute,
    Class,
    Style,
    Property,
}

pub(super) struct Attribute {
    pub(super) target: Target,
    pub(super) name: &'static str,
    pub(super) value: Value,
}

pub(super) struct Listener {
    pub(super) event: Cow<'static, str>,
    pub(super) handler: Box<dyn FnMut(web_sys::Event)>,
}

/// An element. Attributes and children come in the order they are named.
#[must_use]
pub struct Element(pub(super) Box<Parts>);

pub(super) struct Parts {
    pub(super) tag: &'static str,
    pub(super) is_svg: bool,
    pub(super) attributes: Vec<Attribute>,
    pub(super) listeners: Vec<Listener>,
    pub(super) reference: Option<Filler>,
    pub(super) children: Vec<Node>,
}

impl Element {
    fn new(tag: &'static str, is_svg: bool) -> Element {
        let (attributes, listeners, children) = (Vec::new(), Vec::new(), Vec::new());
        Element(Box::new(Parts { tag, is_svg, attributes, listeners, reference: None, children }))
    }

    /// An element of HTML.
    pub fn html(tag: &'static str) -> Element {
        Element::new(tag, false)
    }

    /// An element of SVG.
    pub fn svg(tag: &'static str) -> Element {
        Element::new(tag, true)
    }

    fn set(mut self, target: Target, name: &'static str, value: Value) -> Element {
        self.0.attributes.push(Attribute { target, name, value });
        self
    }

    /// An attribute that never changes.
    pub fn fixed(self, name: &'static str, value: &'static str) -> Element {
        self.set(Target::Attribute, name, Value::Text(Cow::Borrowed(value)))
    }

    /// An attribute; `true` sets it without a text, `false` and none leave it away.
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Element {
        self.set(Target::Attribute, name, value.into_value())
    }

    /// A class beside those of the attribute, while the value is `true`.
    pub fn class(self, name: &'static str, value: impl IntoValue) -> Element {
        self.set(Target::Class, name, value.into_value())
    }

    /// A property of the element's style.
    pub fn style(self, name: &'static str, value: impl IntoValue) -> Element {
        self.set(Target::Style, name, value.into_value())
    }

    /// A property of the element itself: what a person sees in a field, where the attribute is only its beginning.
    pub fn prop(self, name: &'static str, value: impl IntoValue) -> Element {
        self.set(Target::Property, name, value.into_value())
    }

    /// What happens at an event. It runs with the owner that made the element, so that it finds its context.
    pub fn on<E: EventDescriptor>(self, event: E, mut handler: impl FnMut(E::EventType) + 'static) -> Element
    where
        E::EventType: JsCast,
    {
        self.listen(event.name(), Box::new(move |event| handler(event.unchecked_into())))
    }

    fn listen(mut self, event: Cow<'static, str>, mut handler: Box<dyn FnMut(web_sys::Event)>) -> Element {
        let owner = Owner::current().unwrap_or_default();
        let handler = Box::new(move |event| owner.with(|| handler(event)));
        self.0.listeners.push(Listener { event, handler });
        self
    }

    /// Tells the element to whoever must reach it.
    pub fn node_ref<T>(mut self, reference: Reference<T>) -> Element {
        self.0.reference = Some(reference.filler());
        self
    }

    /// What stands in it, behind what stands there.
    pub fn child(mut self, child: impl IntoNode) -> Element {
        self.0.children.push(child.into_node());
        self
    }
}
