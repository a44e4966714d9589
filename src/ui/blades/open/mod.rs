//! *Open files of your own*: saved JSON becomes a read-only billing account; what it holds, what is missing, what is wrong.
mod found;
mod how;
mod pick;
mod words;

use crate::state::{page, t, use_session};
use crate::text::words::{common, own};
use crate::ui::dom::IntoNode;
use crate::ui::kit::{Appearance, Icon, Intent, LinkButton, MessageBar};
use crate::ui::routes::Place;
use crate::ui::shell::{Blade, LeaveFiles};
use crate::ui::view;
use leptos::prelude::*;

/// The page; `place` is another one's where files have to be opened again before that can be shown.
#[component]
pub fn OpenFiles(place: Place) -> impl IntoView {
    let session = use_session();
    let is_gone = place != Place::Open;
    let opened = move || session.own.opened.with(Option::is_some);
    view! {
        <Blade place=Place::Open title=t(own::TITLE) kind=t(own::KIND) icon=Icon::Copy>
            {is_gone.then(|| view! {
                <MessageBar intent=Intent::Warning text=t(own::GONE)>
                    <LeaveFiles appearance=Appearance::Transparent />
                </MessageBar>
            })}
            <p>{t(own::INTRO)}</p>
            <p>{t(own::PRIVATE)}</p>
            <pick::Pick />
            <pick::Aside />
            {move || opened().then(|| view! {
                <Ways />
                <found::Found />
            })}
            <how::How />
        </Blade>
    }
}

/// What can be done once files were read.
#[component]
fn Ways() -> impl IntoView {
    let session = use_session();
    (move || {
        if !session.own.has_files() {
            let clear = Callback::new(move |()| session.own.forget());
            return view! {
                <MessageBar intent=Intent::Error text=t(own::NOTHING) action_label=t(common::CLEAR) on_action=clear />
            };
        }
        view! {
            <p class="form__actions">
                <LinkButton label=t(own::OPEN_BILLING) href=Place::Scopes.href() appearance=Appearance::Primary />
                <LeaveFiles />
            </p>
        }
    })
    .into_node()
}

/// Where usage files are opened.
fn explore() -> String {
    format!("{}explore", page::base())
}
