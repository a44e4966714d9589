//! What `view!` is made of: elements, texts and parts that change, all of one type, on Leptos's reactive system.
//!
//! Comes in: `leptos` alone. A [`Node`] is a Leptos view, so it can stand wherever Leptos wants one; a Leptos view can stand
//! in a [`Node`]. Text is text: there is no way to write markup.
mod attribute;
mod each;
mod element;
mod leptos_view;
mod node;
mod pattern;
mod reference;
mod shown;
mod value;

pub use each::each;
pub use element::Element;
pub use node::{IntoNode, Node, when};
pub use pattern::Pattern;
pub use reference::Reference;
pub use value::{IntoValue, Value};
