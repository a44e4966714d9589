//! The question before a role is taken away.
use super::change::{self, Changes};
use crate::billing::RoleAssignment;
use crate::state::{arm_text, name_of, t, t_with, use_session};
use crate::text::words::{access, common};
use crate::ui::kit::ConfirmDialog;
use crate::ui::view;
use leptos::prelude::*;

/// The question; open while there is something to remove.
#[component]
pub fn RemoveDialog(
    /// What is to be removed.
    removing: RwSignal<Option<RoleAssignment>>,
    /// What the change needs of the page.
    changes: Changes,
) -> impl IntoView {
    let session = use_session();
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let text = Signal::derive(move || {
        removing.with(|assignment| {
            assignment.as_ref().map_or_else(String::new, |assignment| {
                let values = [("name", assignment.principal.label()), ("role", &name_of(&assignment.role))];
                t_with(access::REMOVE_TEXT, &values)
            })
        })
    });
    let confirm = Callback::new(move |()| {
        let (Some(client), Some(assignment)) = (session.client_untracked(), removing.get_untracked()) else { return };
        busy.set(true);
        error.set(None);
        leptos::task::spawn_local(async move {
            let answer = change::take(changes, client, assignment).await;
            busy.set(false);
            match answer {
                Ok(()) => removing.set(None),
                Err(failed) => error.set(Some(arm_text(&failed))),
            }
        });
    });
    let cancel = Callback::new(move |()| {
        error.set(None);
        removing.set(None);
    });
    view! {
        <ConfirmDialog
            open=Signal::derive(move || removing.with(Option::is_some))
            title=t(access::REMOVE_TITLE)
            text
            confirm_label=t(common::REMOVE)
            cancel_label=t(common::CANCEL)
            busy
            error
            on_confirm=confirm
            on_cancel=cancel
        />
    }
}
