//! Elements of which there are hundreds, all alike: made once and copied, which is far quicker than making each.
use super::Node;
use super::node::Kind;
use super::shown::ElementShown;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// An element to copy. Nothing in it changes by itself, and nothing in it listens.
pub struct Pattern(web_sys::Element);

impl Pattern {
    /// Of an element; none of anything else.
    pub fn of(node: Node) -> Option<Pattern> {
        match node.0.take() {
            Kind::Element(element) => Some(Pattern(ElementShown::build(*element.0).into_element())),
            _ => None,
        }
    }

    /// A copy with everything in it, after `change` has made it another; nothing where the browser makes none.
    pub fn copy(&self, change: impl FnOnce(&web_sys::Element)) -> Node {
        let copied = self.0.clone_node_with_deep(true).ok().and_then(|node| node.dyn_into::<web_sys::Element>().ok());
        let Some(copied) = copied else { return Node::nothing() };
        change(&copied);
        Node::new(Kind::Made(copied))
    }
}
