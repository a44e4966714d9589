//! The frame of a page: breadcrumb, title, commands. Sets the window's title and takes the focus when a page is gone to.
use crate::state::page;
use crate::state::{Outcome, Query, t, use_address, use_estate, use_notifications};
use crate::text::words::{common, shell};
use crate::ui::kit::{Appearance, Breadcrumb, Button, CommandBar, CommandItem, Crumb, Glyph, Icon};
use crate::ui::routes::Place;
use crate::ui::view;
use leptos::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};

const TITLE_ID: &str = "blade-title";

/// The first page keeps the browser's own focus; after that each page's title takes it, so that it is read out.
static WALKED: AtomicBool = AtomicBool::new(false);

/// A command of a blade's bar.
pub fn blade_command(
    id: &'static str,
    icon: Icon,
    label: String,
    on_click: impl Fn() + Send + Sync + 'static,
) -> CommandItem {
    CommandItem::new(id, label, icon, Callback::new(move |()| on_click()))
}

/// A page.
#[component]
pub fn Blade(
    /// Where it is, for the breadcrumb.
    place: Place,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// What kind of thing it shows, in grey under the heading.
    #[prop(into, optional)]
    kind: Signal<String>,
    /// Its icon.
    icon: Icon,
    /// What can be done with what it shows.
    #[prop(into, optional)]
    commands: Signal<Vec<CommandItem>>,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let notifications = use_notifications();
    Effect::new(move |_| page::set_title(&format!("{} - Factuur", title.get())));
    Effect::new(move |_| {
        if WALKED.swap(true, Ordering::Relaxed) {
            page::focus(TITLE_ID);
        }
    });
    let copy_link = move |()| {
        leptos::task::spawn_local(async move {
            let done = page::copy(&page::address()).await;
            let (outcome, word) =
                if done { (Outcome::Done, shell::LINK_COPIED) } else { (Outcome::Failed, common::COPY_FAILED) };
            notifications.add(outcome, t(word), None, None);
        });
    };
    view! {
        <Trail place title />
        <header class="blade-header">
            <span class="blade-header__icon"><Glyph icon /></span>
            <div class="blade-header__words">
                <h1 class="blade-header__title" id=TITLE_ID tabindex="-1">{title}</h1>
                <p class="blade-header__type">{kind}</p>
            </div>
            <Button
                label=t(shell::COPY_LINK)
                icon=Icon::Link
                icon_only=true
                appearance=Appearance::Subtle
                on_click=Callback::new(copy_link)
            />
        </header>
        {move || {
            (!commands.with(Vec::is_empty))
                .then(|| view! { <CommandBar label=t(shell::COMMANDS) more_label=t(common::MORE_ACTIONS) items=commands /> })
        }}
        <div class="blade">{children()}</div>
    }
}

/// Home > account > profile > this page.
#[component]
fn Trail(place: Place, title: Signal<String>) -> impl IntoView {
    let estate = use_estate();
    let search = use_address().search;
    let items = Signal::derive(move || {
        let mut items = vec![Crumb { label: t(shell::HOME), href: Place::Scopes.href() }];
        if let Some(name) = place.account() {
            let label = estate.account(name).map_or_else(|| name.to_string(), |account| account.display_name);
            items.push(Crumb { label, href: Place::Account(name.clone()).href() });
            if let Some(profile) = place.profile() {
                let label = estate.profile(name, profile).map_or_else(|| profile.to_string(), |p| p.display_name);
                items.push(Crumb { label, href: Place::Profile(name.clone(), profile.clone()).href() });
            }
            if let Place::Invoice(account, _) = &place {
                // Back to the list as it was left: its filters travel in the address of the invoice.
                let filters = Query::parse(&search.get()).with("pane", None).to_search();
                let href = format!("{}{filters}", Place::Invoices(account.clone()).href());
                items.push(Crumb { label: t(shell::INVOICES), href });
            }
        }
        // The overviews are the last step themselves.
        if !matches!(place, Place::Account(_) | Place::Profile(..) | Place::Scopes) {
            items.push(Crumb { label: title.get(), href: place.href() });
        }
        items
    });
    view! { <Breadcrumb label=t(shell::BREADCRUMB) items /> }
}
