//! The lists of any page as files: the command, and the pane, which is a part of the app.
use super::files::TableSource;
use super::parts;
use crate::state::{t, use_query};
use crate::text::words::common;
use crate::ui::dom::Node;
use crate::ui::kit::{Button, CommandItem, Icon};
use crate::ui::shell::{Loading, blade_command, pane_later};
use crate::ui::view;
use leptos::prelude::*;

/// *Export*: opens the pane of the page's list; `rows` tells how many there are to be exported. As the other two, to be made
/// once.
pub fn command(rows: impl Fn() -> usize + Send + Sync + 'static) -> CommandItem {
    command_unless(Signal::derive(move || (rows() == 0).then(|| t(common::EXPORT_NONE))))
}

/// The same, with the reason why there is nothing to be exported.
pub fn command_unless(none: Signal<Option<String>>) -> CommandItem {
    let query = use_query();
    let open = move || query.set("pane", Some("export"));
    blade_command("export", Icon::Table, t(common::EXPORT), open).disabled(none)
}

/// Whether the list of a page is there.
#[derive(Clone, Copy)]
struct There(RwSignal<bool>);

/// The same for a page whose list comes later than the page, or not at all.
pub fn command_when_there() -> CommandItem {
    let there = RwSignal::new(false);
    provide_context(There(there));
    command_unless(Signal::derive(move || (!there.get()).then(|| t(common::EXPORT_NONE))))
}

/// The same as a button beside a list that has a pane of its own name.
pub fn button(pane: &'static str) -> Node {
    let query = use_query();
    let open = Callback::new(move |()| query.set("pane", Some(pane)));
    view! { <p class="form__actions"><Button label=t(common::EXPORT) icon=Icon::Table on_click=open /></p> }
}

/// The pane of a list.
pub fn pane(source: TableSource) -> Node {
    let names: &'static [&'static str] = match source.pane {
        "export-lines" => &["export-lines"],
        "export-problems" => &["export-problems"],
        _ => &["export"],
    };
    if let Some(There(there)) = use_context::<There>().filter(|_| source.pane == "export") {
        there.set(true);
        on_cleanup(move || {
            there.try_set(false);
        });
    }
    let draw = move || -> Loading<Node, _> { Box::pin(parts::draw_table(source.clone())) };
    pane_later(names, || Box::pin(parts::load_table()), draw)
}
