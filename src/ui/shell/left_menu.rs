//! The menu of the scope that is open.
use super::top_bar::Drawer;
use crate::billing::{AccountName, AgreementType, Charging, SubscriptionId, fold_case};
use crate::state::{t, use_estate};
use crate::text::words::{account_center, common, explore, own, shell, subscriptions};
use crate::ui::kit::{Appearance, Button, Glyph, Icon, SearchBox};
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::view;
use leptos::prelude::*;

/// One link of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Item {
    place: Place,
    icon: Icon,
    label: String,
}

/// A group of links under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Group {
    heading: Option<String>,
    items: Vec<Item>,
}

fn item(place: Place, icon: Icon, label: String) -> Item {
    Item { place, icon, label }
}

fn groups(place: &Place, agreement: Option<AgreementType>, charging: Option<Charging>) -> Vec<Group> {
    let scopes = item(Place::Scopes, Icon::Money, t(shell::BILLING_SCOPES));
    let home = Group { heading: None, items: vec![scopes] };
    let explore = item(Place::Explore, Icon::Table, t(explore::TITLE));
    let files = Group { heading: None, items: vec![explore, item(Place::Open, Icon::Copy, t(own::TITLE))] };
    let Some(a) = place.account().cloned() else { return vec![home, files] };
    let mut groups = vec![home];
    if let Some(s) = place.subscription() {
        groups.extend(subscription_groups(&a, s, charging));
        groups.push(files);
        return groups;
    }
    match place.profile().cloned() {
        Some(p) => {
            let (a1, p1) = (a.clone(), p.clone());
            let mut billing = vec![item(Place::ProfileInvoices(a1, p1), Icon::Receipt, t(shell::INVOICES))];
            if agreement.as_ref().is_none_or(AgreementType::has_sections) {
                billing.push(item(Place::Sections(a.clone(), p.clone()), Icon::Table, t(shell::INVOICE_SECTIONS)));
            }
            let overview = item(Place::Profile(a.clone(), p.clone()), Icon::Building, t(shell::OVERVIEW));
            let access = item(Place::ProfileAccess(a.clone(), p.clone()), Icon::People, t(shell::ACCESS_CONTROL));
            groups.push(Group { heading: None, items: vec![overview, access] });
            groups.push(Group { heading: Some(t(shell::GROUP_BILLING)), items: billing });
            let properties = item(Place::ProfileProperties(a, p), Icon::Info, t(shell::PROPERTIES));
            groups.push(Group { heading: Some(t(shell::GROUP_SETTINGS)), items: vec![properties] });
        }
        None => groups.extend(account_groups(a, agreement)),
    }
    groups.push(files);
    groups
}

/// The billing menu of a subscription. What was bought has no history: it is billed once, or with what others bought.
fn subscription_groups(a: &AccountName, s: &SubscriptionId, charging: Option<Charging>) -> Vec<Group> {
    let page = |page, icon, label| item(Place::Subscription(a.clone(), s.clone(), page), icon, t(label));
    let back = item(Place::Subscriptions(a.clone()), Icon::Table, t(subscriptions::TITLE));
    let overview = page(SubscriptionPage::Overview, Icon::Home, shell::OVERVIEW);
    let mut billing = vec![page(SubscriptionPage::Invoices, Icon::Receipt, shell::INVOICES)];
    if charging != Some(Charging::Purchase) {
        billing.push(page(SubscriptionPage::AccountCenter, Icon::Clock, account_center::HISTORY));
    }
    billing.push(page(SubscriptionPage::PaymentMethods, Icon::Money, subscriptions::PAYMENT_METHODS));
    let settings = vec![page(SubscriptionPage::Properties, Icon::Info, shell::PROPERTIES)];
    vec![
        Group { heading: None, items: vec![back, overview] },
        Group { heading: Some(t(shell::GROUP_BILLING)), items: billing },
        Group { heading: Some(t(shell::GROUP_SETTINGS)), items: settings },
    ]
}

fn account_groups(a: AccountName, agreement: Option<AgreementType>) -> Vec<Group> {
    let has = |test: fn(&AgreementType) -> bool| agreement.as_ref().is_none_or(test);
    let mut top = vec![item(Place::Account(a.clone()), Icon::Home, t(shell::OVERVIEW))];
    if has(AgreementType::has_billing_roles) {
        top.push(item(Place::AccountAccess(a.clone()), Icon::People, t(shell::ACCESS_CONTROL)));
    }
    let mut billing = Vec::new();
    if has(AgreementType::has_profiles) {
        billing.push(item(Place::Invoices(a.clone()), Icon::Receipt, t(shell::INVOICES)));
        billing.push(item(Place::Profiles(a.clone()), Icon::Building, t(shell::BILLING_PROFILES)));
    }
    if agreement == Some(AgreementType::Mosp) {
        billing.push(item(Place::Subscriptions(a.clone()), Icon::Table, t(subscriptions::TITLE)));
        billing.push(item(Place::Invoices(a.clone()), Icon::Receipt, t(shell::INVOICES)));
    }
    if agreement.as_ref().is_some_and(AgreementType::has_customers) {
        billing.push(item(Place::Customers(a.clone()), Icon::People, t(shell::CUSTOMERS)));
    }
    let properties = item(Place::AccountProperties(a), Icon::Info, t(shell::PROPERTIES));
    let mut groups = vec![Group { heading: None, items: top }];
    if !billing.is_empty() {
        groups.push(Group { heading: Some(t(shell::GROUP_BILLING)), items: billing });
    }
    groups.push(Group { heading: Some(t(shell::GROUP_SETTINGS)), items: vec![properties] });
    groups
}

/// The left menu: 240 wide, folds to icons, a drawer on narrow pages.
#[component]
pub fn LeftMenu() -> impl IntoView {
    let place = use_context::<Memo<Place>>();
    let estate = use_estate();
    let drawer = use_context::<Drawer>().map(|drawer| drawer.0);
    let folded = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    let current = move || place.map_or(Place::Scopes, |place| place.get());
    let shown = move || {
        // An account that is not for this person has no pages.
        let is_hidden = |place: &Place| place.account().is_some_and(|account| estate.is_hidden(account));
        let place = Some(current()).filter(|place| !is_hidden(place)).unwrap_or(Place::Scopes);
        let agreement = place.account().and_then(|name| estate.account(name)).map(|account| account.agreement);
        let wanted = fold_case(text.get().trim());
        let open = place.subscription().and_then(|id| estate.subscription(id));
        let mut groups = groups(&place, agreement, open.map(|subscription| subscription.charging()));
        for group in &mut groups {
            group.items.retain(|item| wanted.is_empty() || fold_case(&item.label).contains(&wanted));
        }
        groups.retain(|group| !group.items.is_empty());
        groups
    };
    let is_open = move || drawer.is_some_and(|drawer| drawer.get());
    view! {
        <nav class="shell-menu" class:shell-menu--collapsed=folded class:shell-menu--open=is_open aria-label=t(shell::MENU)>
            <div class="shell-menu__top">
                <SearchBox
                    label=t(shell::FILTER_MENU)
                    value=text
                    clear_label=t(common::CLEAR)
                    on_input=Callback::new(move |value: String| text.set(value))
                />
                <Button
                    label=Signal::derive(move || t(if folded.get() { shell::EXPAND_MENU } else { shell::COLLAPSE_MENU }))
                    icon=Icon::ChevronDoubleLeft
                    icon_only=true
                    appearance=Appearance::Subtle
                    on_click=Callback::new(move |()| folded.update(|folded| *folded = !*folded))
                />
            </div>
            {move || shown().is_empty().then(|| view! { <p class="shell-menu__none">{t(common::NO_RESULTS)}</p> })}
            {move || shown().into_iter().map(|group| view! { <MenuGroup group current=current() /> }).collect::<Vec<_>>()}
        </nav>
        <div
            class="shell-scrim"
            aria-hidden="true"
            on:click=move |_| {
                if let Some(drawer) = drawer {
                    drawer.set(false);
                }
            }
        ></div>
    }
}

#[component]
fn MenuGroup(group: Group, current: Place) -> impl IntoView {
    let drawer = use_context::<Drawer>().map(|drawer| drawer.0);
    let links = group.items.into_iter().map(|item| {
        let (label, hover) = (item.label.clone(), item.label);
        let here = item.place == current || holds(&item.place, &current);
        view! {
            <li>
                <a
                    class="shell-menu__item"
                    href=item.place.href()
                    title=hover
                    aria-current=here.then_some("page")
                    on:click=move |_| if let Some(drawer) = drawer { drawer.set(false) }
                >
                    <Glyph icon=item.icon />
                    <span class="shell-menu__word">{label}</span>
                </a>
            </li>
        }
    });
    let links = links.collect::<Vec<_>>();
    view! {
        {group.heading.map(|heading| view! { <h2 class="shell-menu__group">{heading}</h2> })}
        <ul>{links}</ul>
    }
}

/// Whether a page without an entry of its own belongs to the entry of `item`.
fn holds(item: &Place, current: &Place) -> bool {
    matches!((item, current), (Place::Invoices(a), Place::Invoice(b, _)) if a == b)
        || matches!((item, current), (Place::Sections(..), Place::SectionAccess(..)))
}
