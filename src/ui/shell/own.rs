//! That one looks at files of one's own: said above every page, in the account pane and in the settings, with the way out.
use crate::state::{Travel, t, t_count, t_with, use_address, use_session};
use crate::text::words::own;
use crate::ui::dom::IntoNode;
use crate::ui::kit::{Appearance, Button, Intent, LinkButton, MessageBar};
use crate::ui::routes::Place;
use crate::ui::view;
use leptos::prelude::*;

/// Goes back to the source before, and to a page that it has.
#[component]
pub fn LeaveFiles(
    /// How much attention it asks for.
    #[prop(optional)]
    appearance: Appearance,
) -> impl IntoView {
    let session = use_session();
    let address = use_address();
    let place = use_context::<Memo<Place>>();
    let leave = Callback::new(move |()| {
        session.leave_files();
        if place.is_some_and(|place| place.get_untracked() != Place::Open) {
            address.go(&Place::Scopes.href(), Travel::Page);
        }
    });
    view! { <Button label=t(own::LEAVE) appearance on_click=leave /> }
}

/// How many files there are and how much is wrong with them.
pub(super) fn counts(files: usize, problems: usize) -> String {
    let files = t_count(own::FILES, files);
    if problems == 0 { files } else { format!("{files}, {}", t_count(own::PROBLEMS, problems)) }
}

/// The bar above every page.
#[component]
pub(super) fn OwnBar() -> impl IntoView {
    let session = use_session();
    let shown = Memo::new(move |_| (session.is_own() && !session.needs_files()).then(|| session.own.counts()));
    (move || {
        shown.get().map(|(files, problems)| {
            view! {
                <MessageBar intent=Intent::Info text=t_with(own::BAR, &[("counts", &counts(files, problems))])>
                    <LinkButton label=t(own::SHOW) href=Place::Open.href() appearance=Appearance::Transparent />
                    <LeaveFiles appearance=Appearance::Transparent />
                </MessageBar>
            }
        })
    })
    .into_node()
}
