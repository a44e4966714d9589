//! A node as a view of Leptos. The site is drawn in the browser alone, so the ways of a server do not occur.
use super::node::Node;
use super::shown::Shown;
use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Position, PositionState};

impl Render for Node {
    type State = Shown;

    fn build(self) -> Shown {
        Shown::build(self)
    }

    fn rebuild(self, state: &mut Shown) {
        state.rebuild(self);
    }
}

impl AddAnyAttr for Node {
    type Output<SomeNewAttr: Attribute> = Node;

    /// Nobody spreads attributes over a view here: `view!` does not read that.
    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Node {
        self
    }
}

impl RenderHtml for Node {
    type AsyncOutput = Node;
    type Owned = Node;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Node {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Node {
        self
    }
}
