//! Bars above every page: the first visit, files of one's own, viewing as somebody else, a store that does not keep.
use super::own::OwnBar;
use crate::state::StorageState;
use crate::state::{DataSource, Fetch, t, t_with, use_me, use_preferences, use_query, use_session};
use crate::text::words::{common, shell};
use crate::ui::dom::IntoNode;
use crate::ui::kit::{Appearance, Button, Intent, MessageBar};
use crate::ui::view;
use leptos::prelude::*;

/// The bars.
#[component]
pub fn Bars() -> impl IntoView {
    view! {
        <div class="shell-bars">
            <OwnBar />
            <ViewingAs />
            <Storage />
            <FirstVisit />
        </div>
    }
}

/// Says that one looks as another person of the sandbox, with the way back.
#[component]
fn ViewingAs() -> impl IntoView {
    let session = use_session();
    let me = use_me();
    (move || {
        session.view_as.get().map(|id| {
            let name =
                me.as_ref().and_then(Fetch::ready).map_or_else(|| id.to_string(), |me| me.principal.label().to_owned());
            view! {
                <MessageBar
                    intent=Intent::Warning
                    text=t_with(shell::VIEWING_AS, &[("name", &name)])
                    action_label=t(shell::STOP_VIEWING)
                    on_action=Callback::new(move |()| session.set_view_as(None))
                />
            }
        })
    })
    .into_node()
}

/// Says that the browser keeps nothing, so that changes are gone with the page.
#[component]
fn Storage() -> impl IntoView {
    let session = use_session();
    (move || {
        let embedded = session.source.with(|source| *source == DataSource::Embedded);
        let word = match session.storage.get().filter(|_| embedded)? {
            StorageState::Kept => return None,
            StorageState::MemoryOnly => shell::STORAGE_IN_MEMORY,
            StorageState::SetAside => shell::STORAGE_SET_ASIDE,
        };
        Some(view! { <MessageBar intent=Intent::Warning text=t(word) /> })
    })
    .into_node()
}

/// What this is, once: a sandbox with invented data.
#[component]
fn FirstVisit() -> impl IntoView {
    let session = use_session();
    let preferences = use_preferences();
    let query = use_query();
    let shown = move || session.source.with(|source| source.has_extension()) && !preferences.welcomed.get();
    let pane = move |name: &'static str| Callback::new(move |()| query.set("pane", Some(name)));
    (move || {
        shown().then(|| {
            view! {
                <MessageBar
                    intent=Intent::Info
                    text=t(shell::SANDBOX_WELCOME)
                    dismiss_label=t(common::CLOSE)
                    on_dismiss=Callback::new(move |()| preferences.welcomed.set(true))
                >
                    <Button label=t(shell::VIEW_AS) appearance=Appearance::Transparent on_click=pane("account") />
                    <Button label=t(shell::RESET_SANDBOX) appearance=Appearance::Transparent on_click=pane("settings") />
                    <Button label=t(shell::DATA_SOURCE) appearance=Appearance::Transparent on_click=pane("settings") />
                </MessageBar>
            }
        })
    }).into_node()
}
