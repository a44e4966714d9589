//! The five states of something fetched, drawn the same everywhere.
use crate::state::ArmError;
use crate::state::{DataSource, Fetch, Load, arm_words, t, use_query, use_session};
use crate::text::words::{common, missing, own, token};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{EmptyState, ErrorPanel, LinkButton, Skeleton};
use crate::ui::routes::Place;
use crate::ui::shell::CommandLine;
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

/// Shows a skeleton while nothing is there, the error with its code and request id and another try when it failed, and what
/// `view` makes of the value when it is there. What an empty value means is for the view to say.
#[component]
pub fn Loaded<T: Clone + 'static>(
    /// What is fetched.
    of: Fetch<T>,
    /// How the value is shown.
    view: impl Fn(T) -> Node + Send + Sync + 'static,
    /// How many grey lines stand in for it.
    #[prop(default = 8)]
    lines: usize,
) -> impl IntoView {
    let draw = Arc::new(move || match of.get() {
        Load::Loading => None,
        Load::Failed(error) => Some(error_panel(&error, Some(Callback::new(move |()| of.refetch())))),
        Load::Ready(value) => Some(view(value)),
    });
    loaded(draw, lines)
}

/// Without the type of the value: one copy serves every kind.
fn loaded(draw: Arc<dyn Fn() -> Option<Node> + Send + Sync>, lines: usize) -> Node {
    (move || draw().unwrap_or_else(|| view! { <Skeleton lines label=t(common::LOADING) /> })).into_node()
}

/// In place of what is not there: what would be, why it is not, and the way to everything that was checked.
pub fn empty_with_why(title: String, reason: impl Into<Signal<String>>) -> Node {
    let query = use_query();
    let why = Callback::new(move |()| query.set("pane", Some("why")));
    view! { <EmptyState title reason=reason.into() action_label=t(missing::TITLE) on_action=why /> }
}

/// Invoices that the caller may not see: why, and the way to all that was checked. `reason` says more than the service where it
/// is known.
pub fn invoices_refused(error: &ArmError, reason: Option<String>) -> Node {
    let words = arm_words(error);
    let id = words.request_id.map(|id| format!("{}: {id}", t(common::REQUEST_ID)));
    let told = [words.code, id].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        {empty_with_why(t(missing::REASON_PERMISSION), reason.unwrap_or(words.text))}
        <p class="note">{told}</p>
    }
}

/// An error of the API in words, with what support asks for.
pub fn error_panel(error: &ArmError, retry: Option<Callback<()>>) -> Node {
    let words = arm_words(error);
    let mut details = Vec::new();
    if let Some(code) = words.code {
        details.push((t(common::CODE), code));
    }
    if let Some(id) = words.request_id {
        details.push((t(common::REQUEST_ID), id));
    }
    if let Some(message) = words.message {
        details.push((t(common::DETAILS), message));
    }
    let session = use_session();
    let is_remote = session.source.with_untracked(|source| matches!(source, DataSource::Remote(_)));
    if let Some(command) = words.command {
        return not_in_files(words.text, command);
    }
    match retry {
        // The same token would be refused again.
        _ if is_remote && error.status() == Some(401) => {
            let on_retry = Callback::new(move |()| session.set_token(None));
            view! { <ErrorPanel text=words.text details retry_label=t(token::USE_ANOTHER) on_retry /> }
        }
        Some(on_retry) => {
            view! { <ErrorPanel text=words.text details retry_label=t(common::RETRY) on_retry /> }
        }
        None => view! { <ErrorPanel text=words.text details /> },
    }
}

/// What the person's own files do not hold: the command that saves it, and the way to open it with the others.
fn not_in_files(text: String, command: String) -> Node {
    view! {
        <div class="fx-empty">
            <p class="fx-empty__title">{t(own::NOT_THERE)}</p>
            <p class="fx-empty__reason">{text}</p>
            <CommandLine command />
            <LinkButton label=t(own::TITLE) href=Place::Open.href() />
        </div>
    }
}
