//! The frame of a page: breadcrumb, title, commands. Sets the window's title and takes the focus when a page is gone to.
use super::load::{empty_with_why, error_panel};
use crate::state::page;
use crate::state::{
    ArmError, Estate, Fetch, Outcome, Query, t, use_address, use_estate, use_fetch, use_notifications, use_query,
    use_session,
};
use crate::text::words::{common, scopes, shell, subscriptions};
use crate::ui::dom::Node;
use crate::ui::kit::{Appearance, Breadcrumb, Button, CommandBar, CommandItem, Crumb, Glyph, Icon, LinkButton};
use crate::ui::routes::{Place, SubscriptionPage};
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
    let estate = use_estate();
    let account = place.account().cloned();
    let unseen = Memo::new(move |_| estate.unseen(account.as_ref()?));
    let is_hidden = Memo::new(move |_| unseen.with(Option::is_some));
    let commands = Signal::derive(move || {
        // Of an account that is not for this person, nothing can be done but to ask why.
        let is_left = |item: &CommandItem| !is_hidden.get() || item.id == "why";
        commands.get().into_iter().filter(is_left).collect::<Vec<_>>()
    });
    let section = section_name(&place);
    let resource = {
        let place = place.clone();
        Signal::derive(move || resource_of(estate, &place, section))
    };
    Effect::new(move |_| {
        // The window is not named after what is still on its way.
        let known = resource.get().filter(|name| name != "…");
        let words = [Some(title.get()), known, Some("Factuur".to_owned())];
        page::set_title(&words.into_iter().flatten().collect::<Vec<_>>().join(" - "));
    });
    // What the page is about stands under its name, where that is not the thing itself.
    let kind = move || [Some(kind.get()), resource.get()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
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
        {move || unseen.get().map(|error| view! { <div class="blade">{no_account(estate, &error)}</div> })}
        <div class="blade" hidden=is_hidden>{children()}</div>
    }
}

/// In place of what an account has: it is not for this person, or could not be asked for.
fn no_account(estate: Estate, error: &ArmError) -> Node {
    // Files that do not hold it: the command that saves it.
    let is_own = use_session().is_own_untracked();
    if is_own || !(error.is_forbidden() || error.is_not_found()) {
        return error_panel(error, Some(Callback::new(move |()| estate.look_again())));
    }
    let query = use_query();
    let switch = Callback::new(move |()| query.set("pane", Some("account")));
    view! {
        {empty_with_why(t(scopes::NOT_FOUND), t(scopes::NOT_FOUND_REASON))}
        <p class="form__actions">
            <Button label=t(shell::SWITCH_DIRECTORY) on_click=switch />
            <LinkButton label=t(shell::GO_HOME) href=Place::Scopes.href() />
        </p>
    }
}

/// What the page is about, for one that is not named after it: its section, profile or account.
fn resource_of(estate: Estate, place: &Place, section: Fetch<Option<String>>) -> Option<String> {
    match place {
        Place::Scopes | Place::Explore | Place::Open | Place::Nowhere(_) => None,
        Place::Account(_) | Place::Profile(..) | Place::Invoice(..) => None,
        Place::Subscription(_, _, SubscriptionPage::Overview) => None,
        Place::SectionAccess(_, _, name) => {
            Some(section.ready().map_or_else(|| "…".to_owned(), |found| found.unwrap_or_else(|| name.to_string())))
        }
        place => {
            let account = place.account()?;
            Some(match (place.profile(), place.subscription()) {
                (Some(profile), _) => estate.profile_label(account, profile),
                (None, Some(subscription)) => estate.subscription_label(subscription),
                (None, None) => estate.account_label(account),
            })
        }
    }
}

/// What the section of the page is called.
fn section_name(place: &Place) -> Fetch<Option<String>> {
    let key = match place {
        Place::SectionAccess(a, p, s) => Some((a.clone(), p.clone(), s.clone())),
        _ => None,
    };
    use_fetch(
        move || key.clone(),
        |client, (account, profile, name)| async move {
            let sections = client.invoice_sections(&account, &profile).await.unwrap_or_default();
            Ok(sections.into_iter().find(|section| section.name == name).map(|section| section.display_name))
        },
    )
}

/// Home > account > profile > this page.
#[component]
fn Trail(place: Place, title: Signal<String>) -> impl IntoView {
    let estate = use_estate();
    let search = use_address().search;
    let items = Signal::derive(move || {
        let mut items = vec![Crumb { label: t(shell::HOME), href: Place::Scopes.href() }];
        if let Some(name) = place.account() {
            items.push(Crumb { label: estate.account_label(name), href: Place::Account(name.clone()).href() });
            if let Some(profile) = place.profile() {
                items.push(Crumb {
                    label: estate.profile_label(name, profile),
                    href: Place::Profile(name.clone(), profile.clone()).href(),
                });
            }
            if let Some(subscription) = place.subscription() {
                let list = Place::Subscriptions(name.clone()).href();
                items.push(Crumb { label: t(subscriptions::TITLE), href: list });
                let page = SubscriptionPage::Overview;
                let href = Place::Subscription(name.clone(), subscription.clone(), page).href();
                items.push(Crumb { label: estate.subscription_label(subscription), href });
            }
            if let Place::SectionAccess(account, profile, _) = &place {
                let href = Place::Sections(account.clone(), profile.clone()).href();
                items.push(Crumb { label: t(shell::INVOICE_SECTIONS), href });
            }
            if let Place::Invoice(account, _) = &place {
                // Back to the list as it was left: its filters travel in the address of the invoice.
                let filters = Query::parse(&search.get()).with("pane", None).to_search();
                let href = format!("{}{filters}", Place::Invoices(account.clone()).href());
                items.push(Crumb { label: t(shell::INVOICES), href });
            }
        }
        // The overviews are the last step themselves.
        let overview = matches!(place, Place::Subscription(_, _, SubscriptionPage::Overview));
        if !overview && !matches!(place, Place::Account(_) | Place::Profile(..) | Place::Scopes) {
            items.push(Crumb { label: title.get(), href: place.href() });
        }
        items
    });
    view! { <Breadcrumb label=t(shell::BREADCRUMB) items /> }
}
