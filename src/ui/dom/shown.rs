//! What is in the page, and how it follows what should be there.
use super::attribute::AttributeShown;
use super::each::EachShown;
use super::element::{Attribute, Listener, Parts};
use super::node::{Kind, Node};
use leptos::prelude::*;
use leptos::tachys::renderer::{CastFrom, Rndr};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys;
use send_wrapper::SendWrapper;
use std::borrow::Cow;

/// A node in the page.
pub enum Shown {
    /// A comment keeps the place.
    Nothing(web_sys::Comment),
    Text(web_sys::Text, Cow<'static, str>),
    Element(ElementShown),
    /// It stays as it is.
    Made(web_sys::Element),
    Live(Live<Shown>),
    /// A comment keeps the end.
    List(Vec<Shown>, web_sys::Comment),
    Each(Live<EachShown>),
    View(AnyViewState),
}

/// An effect that ends at once, with everything in it, when it is dropped. Left to itself, what it made would live until its
/// task is woken: long enough for an effect in it to read a signal that is gone.
pub struct Live<T: 'static>(RenderEffect<T>);

impl<T> Live<T> {
    pub(super) fn new(run: impl FnMut(Option<T>) -> T + 'static) -> Live<T> {
        Live(RenderEffect::new(run))
    }

    /// What it made last; none while it is at work.
    pub(super) fn with<R>(&self, run: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.0.with_value_mut(run)
    }
}

impl<T> Drop for Live<T> {
    fn drop(&mut self) {
        drop(self.0.take_value());
    }
}

/// An element in the page.
pub struct ElementShown {
    tag: &'static str,
    element: web_sys::Element,
    attributes: Vec<AttributeShown>,
    listeners: Vec<(Cow<'static, str>, Handler)>,
    children: Vec<Shown>,
}

type Handler = Closure<dyn FnMut(web_sys::Event)>;

impl Shown {
    /// Makes a node. It is not in the page until it is mounted.
    pub(super) fn build(node: Node) -> Shown {
        match node.0.take() {
            Kind::Nothing => Shown::Nothing(Rndr::create_placeholder()),
            Kind::Text(text) => Shown::Text(Rndr::create_text_node(&text), text),
            Kind::Element(element) => Shown::Element(ElementShown::build(*element.0)),
            Kind::Made(element) => Shown::Made(element),
            Kind::Live(mut live) => Shown::Live(Live::new(move |before: Option<Shown>| {
                let node = live();
                match before {
                    None => Shown::build(node),
                    Some(mut shown) => {
                        shown.rebuild(node);
                        shown
                    }
                }
            })),
            Kind::List(nodes) => Shown::List(nodes.into_iter().map(Shown::build).collect(), Rndr::create_placeholder()),
            Kind::Each(list) => Shown::Each(EachShown::build(list)),
            Kind::View(view) => Shown::View(view.build()),
        }
    }

    /// Makes what is in the page into what should be there, and leaves alone what need not change: a field that is written
    /// in keeps its focus.
    pub(super) fn rebuild(&mut self, node: Node) {
        let kind = match (node.0.take(), &mut *self) {
            (Kind::Nothing, Shown::Nothing(_)) => return,
            (Kind::Text(text), Shown::Text(node, before)) => {
                if text != *before {
                    node.set_data(&text);
                    *before = text;
                }
                return;
            }
            (Kind::Element(element), Shown::Element(shown)) => match shown.rebuild(*element.0) {
                Ok(()) => return,
                Err(other) => Kind::Element(super::Element(Box::new(other))),
            },
            (Kind::List(nodes), Shown::List(shown, end)) => {
                rebuild_list(nodes, shown, |node| {
                    mount_before(end, node);
                });
                return;
            }
            (Kind::View(view), Shown::View(shown)) => return view.rebuild(shown),
            (kind, _) => kind,
        };
        let mut new = Shown::build(Node(SendWrapper::new(kind)));
        self.insert_before_this(&mut new);
        self.unmount();
        *self = new;
    }

    /// The first node of the page that it has; none for a view of Leptos, which keeps its own.
    fn node(&self) -> Option<&web_sys::Node> {
        match self {
            Shown::Nothing(comment) => Some(comment),
            Shown::Text(text, _) => Some(text),
            Shown::Element(element) => Some(&element.element),
            Shown::Made(element) => Some(element),
            Shown::Live(_) | Shown::List(..) | Shown::Each(_) | Shown::View(_) => None,
        }
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        match self {
            Shown::Live(live) => drop(live.with(Shown::unmount)),
            Shown::Each(live) => drop(live.with(EachShown::unmount)),
            Shown::List(list, end) => {
                list.iter_mut().for_each(Shown::unmount);
                end.remove();
            }
            Shown::View(view) => view.unmount(),
            Shown::Nothing(_) | Shown::Text(..) | Shown::Element(_) | Shown::Made(_) => {
                if let Some(node) = self.node() {
                    Rndr::remove(node);
                }
            }
        }
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        match self {
            Shown::Live(live) => drop(live.with(|shown| shown.mount(parent, marker))),
            Shown::Each(live) => drop(live.with(|each| each.mount(parent, marker))),
            Shown::List(list, end) => {
                for shown in list {
                    shown.mount(parent, marker);
                }
                Rndr::insert_node(parent, end, marker);
            }
            Shown::View(view) => view.mount(parent, marker),
            Shown::Nothing(_) | Shown::Text(..) | Shown::Element(_) | Shown::Made(_) => {
                if let Some(node) = self.node() {
                    Rndr::insert_node(parent, node, marker);
                }
            }
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Shown::Live(live) => live.with(|shown| shown.insert_before_this(child)).unwrap_or_default(),
            Shown::Each(live) => live.with(|each| each.insert_before_this(child)).unwrap_or_default(),
            Shown::List(list, end) => match list.first() {
                Some(first) => first.insert_before_this(child),
                None => mount_before(end, child),
            },
            Shown::View(view) => view.insert_before_this(child),
            Shown::Nothing(_) | Shown::Text(..) | Shown::Element(_) | Shown::Made(_) => {
                self.node().is_some_and(|node| mount_before(node, child))
            }
        }
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        match self {
            Shown::Nothing(_) | Shown::Text(..) => Vec::new(),
            Shown::Element(element) => vec![element.element.clone()],
            Shown::Made(element) => vec![element.clone()],
            Shown::Live(live) => live.with(|shown| shown.elements()).unwrap_or_default(),
            Shown::Each(live) => live.with(|each| each.elements()).unwrap_or_default(),
            Shown::List(list, _) => list.iter().flat_map(Shown::elements).collect(),
            Shown::View(view) => view.elements(),
        }
    }
}

/// Puts something into the page in front of a node; `false` when the node is in none.
pub(super) fn mount_before(node: &web_sys::Node, child: &mut dyn Mountable) -> bool {
    let parent = node.parent_node().and_then(web_sys::Element::cast_from);
    if let Some(parent) = &parent {
        child.mount(parent, Some(node));
    }
    parent.is_some()
}

/// Nodes by their places; what is too much goes, what is new is put in with `mount`.
fn rebuild_list(nodes: Vec<Node>, shown: &mut Vec<Shown>, mut mount: impl FnMut(&mut Shown)) {
    let count = nodes.len();
    for (at, node) in nodes.into_iter().enumerate() {
        if let Some(shown) = shown.get_mut(at) {
            shown.rebuild(node);
        } else {
            let mut new = Shown::build(node);
            mount(&mut new);
            shown.push(new);
        }
    }
    for mut old in shown.drain(count.min(shown.len())..) {
        old.unmount();
    }
}

impl ElementShown {
    /// The element alone: what changes in it, changes no more.
    pub(super) fn into_element(self) -> web_sys::Element {
        self.element
    }

    pub(super) fn build(parts: Parts) -> ElementShown {
        let Parts { tag, is_svg, attributes, listeners, reference, children } = parts;
        let element = Rndr::create_element(tag, is_svg.then_some("http://www.w3.org/2000/svg"));
        let attributes = attributes.into_iter().map(|attribute| AttributeShown::build(attribute, &element)).collect();
        let listeners = listeners.into_iter().map(|listener| listen(listener, &element)).collect();
        let mut children: Vec<Shown> = children.into_iter().map(Shown::build).collect();
        for child in &mut children {
            child.mount(&element, None);
        }
        if let Some(reference) = reference {
            reference.fill(&element);
        }
        ElementShown { tag, element, attributes, listeners, children }
    }

    /// Gives the parts back when they are those of another kind of element.
    fn rebuild(&mut self, parts: Parts) -> Result<(), Parts> {
        let same = |(one, two): (&Attribute, &AttributeShown)| one.name == two.name && one.target == two.target;
        if self.tag != parts.tag
            || self.attributes.len() != parts.attributes.len()
            || !parts.attributes.iter().zip(&self.attributes).all(same)
        {
            return Err(parts);
        }
        for (attribute, shown) in parts.attributes.into_iter().zip(&mut self.attributes) {
            shown.rebuild(attribute.value, &self.element);
        }
        for (event, handler) in self.listeners.drain(..) {
            let handler = handler.as_ref().unchecked_ref();
            let _ = self.element.remove_event_listener_with_callback(&event, handler);
        }
        self.listeners = parts.listeners.into_iter().map(|listener| listen(listener, &self.element)).collect();
        let element = &self.element;
        rebuild_list(parts.children, &mut self.children, |node| node.mount(element, None));
        if let Some(reference) = parts.reference {
            reference.fill(&self.element);
        }
        Ok(())
    }
}

fn listen(listener: Listener, element: &web_sys::Element) -> (Cow<'static, str>, Handler) {
    let handler: Handler = Closure::wrap(listener.handler);
    let _ = element.add_event_listener_with_callback(&listener.event, handler.as_ref().unchecked_ref());
    (listener.event, handler)
}
