//! The bar at the top: menu, name, search, notifications, settings, who am I.
use super::search::GlobalSearch;
use crate::state::{Fetch, t, t_count, use_estate, use_me, use_notifications, use_query, use_session};
use crate::text::words::{own, shell};
use crate::ui::kit::{Appearance, Button, Icon};
use crate::ui::routes::Place;
use crate::ui::view;
use leptos::prelude::*;

/// Whether the left menu is open as a drawer (narrow pages).
#[derive(Clone, Copy)]
pub struct Drawer(pub RwSignal<bool>);

/// The top bar.
#[component]
pub fn TopBar() -> impl IntoView {
    let query = use_query();
    let notifications = use_notifications();
    let drawer = use_context::<Drawer>().map(|drawer| drawer.0);
    let open = move |pane: &'static str| Callback::new(move |()| query.set("pane", Some(pane)));
    let bell = Signal::derive(move || match notifications.unread.get() {
        0 => t(shell::NOTIFICATIONS),
        count => t_count(shell::NOTIFICATIONS_UNREAD, count),
    });
    view! {
        <header class="shell-bar">
            <span class="shell-bar__tools">
                <Button
                    label=t(shell::MENU)
                    icon=Icon::Navigation
                    icon_only=true
                    appearance=Appearance::Subtle
                    on_click=Callback::new(move |()| if let Some(drawer) = drawer { drawer.update(|open| *open = !*open) })
                />
            </span>
            <a class="shell-bar__name" href=Place::Scopes.href()>"Factuur"</a>
            <GlobalSearch />
            <span class="shell-bar__button">
                <Button label=bell icon=Icon::Alert icon_only=true appearance=Appearance::Subtle on_click=open("notifications") />
                {move || {
                    let unread = notifications.unread.get();
                    (unread > 0).then(|| view! { <span class="shell-bar__count" aria-hidden="true">{unread}</span> })
                }}
            </span>
            <Button
                label=t(shell::SETTINGS)
                icon=Icon::Settings
                icon_only=true
                appearance=Appearance::Subtle
                on_click=open("settings")
            />
            <Account on_click=open("account") />
        </header>
    }
}

/// Name over directory; opens the account menu.
#[component]
fn Account(on_click: Callback<()>) -> impl IntoView {
    let me = use_me();
    let session = use_session();
    let name = move || {
        if session.is_own() {
            return t(own::SOURCE);
        }
        let me = me.as_ref().and_then(Fetch::ready);
        let name = me.map(|me| me.principal.label().to_owned());
        // A token need not say whose it is.
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| t(shell::ACCOUNT))
    };
    let estate = use_estate();
    // Name over directory; the address where the source tells no directories.
    let below = move || {
        if session.is_own() {
            return t_count(own::FILES, session.own.counts().0);
        }
        let me = me.as_ref().and_then(Fetch::ready);
        let id = session.directory.get().or_else(|| me.as_ref().and_then(|me| me.home_tenant.clone()));
        let list = estate.directories.ready().unwrap_or_default();
        let directory = list.iter().find(|directory| Some(&directory.id) == id.as_ref()).map(|d| d.name.clone());
        directory.or_else(|| me.and_then(|me| me.principal.email)).unwrap_or_default()
    };
    view! {
        <button class="shell-account" type="button" aria-haspopup="dialog" on:click=move |_| on_click.run(())>
            <span class="visually-hidden">{t(shell::ACCOUNT_MENU)}</span>
            <span class="shell-account__name">{name}</span>
            <span class="shell-account__directory">{below}</span>
        </button>
    }
}
