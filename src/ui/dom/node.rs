//! What can stand in the page.
use super::Element;
use super::each::Named;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyView;
use send_wrapper::SendWrapper;
use std::borrow::Cow;

/// Something to be shown. Not yet in the page.
#[must_use]
pub struct Node(pub(super) SendWrapper<Kind>);

/// What a node is.
pub(super) enum Kind {
    /// Nothing, at a place where something may come.
    Nothing,
    Text(Cow<'static, str>),
    Element(Element),
    /// An element that is made already.
    Made(leptos::web_sys::Element),
    /// What the closure says, and says again when a signal that it read changes.
    Live(Box<dyn FnMut() -> Node>),
    /// One after the other.
    List(Vec<Node>),
    /// One after the other, each with its own name.
    Each(Box<dyn FnMut() -> Vec<Named>>),
    /// A view of Leptos.
    View(AnyView),
}

impl Node {
    pub(super) fn new(kind: Kind) -> Node {
        Node(SendWrapper::new(kind))
    }

    /// Nothing.
    pub fn nothing() -> Node {
        Node::new(Kind::Nothing)
    }

    /// A text.
    pub fn text(text: impl Into<Cow<'static, str>>) -> Node {
        Node::new(Kind::Text(text.into()))
    }

    /// An element.
    pub fn element(element: Element) -> Node {
        Node::new(Kind::Element(element))
    }

    /// One after the other.
    pub fn list(nodes: Vec<Node>) -> Node {
        Node::new(Kind::List(nodes))
    }

    /// A view of Leptos: what a component gives.
    pub fn view(view: impl IntoAny) -> Node {
        Node::new(Kind::View(view.into_any()))
    }

    /// A part that changes.
    pub fn live(node: impl FnMut() -> Node + 'static) -> Node {
        Node::new(Kind::Live(Box::new(node)))
    }
}

/// A node that is there while a condition holds. It stays as it is while the condition goes on holding.
pub fn when(condition: impl Fn() -> bool + Send + Sync + 'static, node: impl Fn() -> Node + 'static) -> Node {
    let holds = Memo::new(move |_| condition());
    Node::live(move || if holds.get() { node() } else { Node::nothing() })
}

/// What can be written between two tags.
pub trait IntoNode {
    /// As a node.
    fn into_node(self) -> Node;
}

impl IntoNode for Node {
    fn into_node(self) -> Node {
        self
    }
}

impl IntoNode for Element {
    fn into_node(self) -> Node {
        Node::element(self)
    }
}

impl IntoNode for AnyView {
    fn into_node(self) -> Node {
        Node::new(Kind::View(self))
    }
}

impl<T: IntoNode> IntoNode for View<T> {
    fn into_node(self) -> Node {
        self.into_inner().into_node()
    }
}

impl IntoNode for () {
    fn into_node(self) -> Node {
        Node::nothing()
    }
}

impl IntoNode for &'static str {
    fn into_node(self) -> Node {
        Node::text(self)
    }
}

impl IntoNode for String {
    fn into_node(self) -> Node {
        Node::text(self)
    }
}

impl IntoNode for usize {
    fn into_node(self) -> Node {
        Node::text(self.to_string())
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn into_node(self) -> Node {
        self.map_or_else(Node::nothing, T::into_node)
    }
}

impl<T: IntoNode> IntoNode for Vec<T> {
    fn into_node(self) -> Node {
        Node::list(self.into_iter().map(T::into_node).collect())
    }
}

impl<F: FnMut() -> T + 'static, T: IntoNode> IntoNode for F {
    fn into_node(mut self) -> Node {
        Node::live(move || self().into_node())
    }
}

macro_rules! signals {
    ($($signal:ident),*) => {
        $(impl<T: IntoNode + Clone + Send + Sync + 'static> IntoNode for $signal<T> {
            fn into_node(self) -> Node {
                Node::live(move || self.get().into_node())
            }
        })*
    };
}
signals!(Signal, Memo, RwSignal, ReadSignal);
