//! Search over the site: pages by their label or any label they ever had, accounts, profiles, invoice numbers.
use crate::billing::{AccountName, InvoiceName, ProfileName, fold_case};
use crate::state::page;
use crate::state::{Query, Travel, t, t_with, use_address, use_estate, use_preferences};
use crate::text::words::search::{Target, labels_like};
use crate::text::words::{common, search, shell};
use crate::ui::kit::{ComboOption, Combobox};
use crate::ui::routes::Place;
use crate::ui::view;
use leptos::prelude::*;

const FIELD: &str = "global-search";

/// A page or pane that can be found.
struct Hit {
    target: Target,
    label: String,
    href: String,
}

/// What can be gone to from here.
fn targets(place: &Place) -> Vec<Hit> {
    let hit = |target, label, place: Place, pane: &str| {
        let pane = if pane.is_empty() { String::new() } else { format!("?pane={pane}") };
        Hit { target, label: t(label), href: format!("{}{pane}", place.href()) }
    };
    let mut found = vec![
        hit(Target::BillingScopes, shell::BILLING_SCOPES, Place::Scopes, ""),
        hit(Target::SwitchDirectory, shell::SWITCH_DIRECTORY, place.clone(), "account"),
        hit(Target::Settings, shell::SETTINGS, place.clone(), "settings"),
    ];
    let Some(a) = place.account() else { return found };
    let here = |account: fn(AccountName) -> Place, profile: fn(AccountName, ProfileName) -> Place| match place.profile()
    {
        Some(p) => profile(a.clone(), p.clone()),
        None => account(a.clone()),
    };
    let invoices = here(Place::Invoices, Place::ProfileInvoices);
    found.extend([
        hit(Target::Invoices, shell::INVOICES, invoices.clone(), ""),
        hit(Target::DownloadUsage, crate::text::words::invoices::DOWNLOAD_USAGE, invoices.clone(), "usage"),
        hit(Target::EmailPreference, crate::text::words::email::TITLE, invoices, "email"),
        hit(Target::BillingProfiles, shell::BILLING_PROFILES, Place::Profiles(a.clone()), ""),
        hit(Target::AccessControl, shell::ACCESS_CONTROL, here(Place::AccountAccess, Place::ProfileAccess), ""),
        hit(Target::Properties, shell::PROPERTIES, here(Place::AccountProperties, Place::ProfileProperties), ""),
    ]);
    found
}

/// The search field of the top bar.
#[component]
pub fn GlobalSearch() -> impl IntoView {
    let estate = use_estate();
    let preferences = use_preferences();
    let place = use_context::<Memo<Place>>();
    let address = use_address();
    let text = RwSignal::new(String::new());
    let hits = Memo::new(move |_| {
        let wanted = fold_case(text.get().trim());
        if wanted.is_empty() {
            return Vec::new();
        }
        let here = place.map_or(Place::Scopes, |place| place.get());
        let has = |text: &str| fold_case(text).contains(&wanted);
        let mut hits: Vec<ComboOption> = Vec::new();
        let mut hit = |id, label, detail| hits.push(ComboOption { id, label, detail });
        let former = labels_like(&wanted);
        for Hit { target, label, href } in targets(&here) {
            let old = former.iter().find(|(_, leads_to)| *leads_to == target).map(|(old, _)| *old);
            match old {
                _ if has(&label) => hit(href, label, t(search::PAGE)),
                // The page of all scopes has the name of the whole as its heading.
                _ if target == Target::BillingScopes && has(&t(shell::PRODUCT)) => {
                    hit(href, label, t(shell::PRODUCT));
                }
                Some(old) => hit(href, label, t_with(search::FORMERLY, &[("label", old)])),
                None => {}
            }
        }
        for account in estate.accounts.ready().iter().flat_map(|list| list.iter()) {
            if has(&account.display_name) || has(account.name.as_str()) {
                let place = Place::Account(account.name.clone());
                hit(place.href(), account.display_name.clone(), t(search::ACCOUNT));
            }
        }
        for profile in estate.profiles.ready().iter().flat_map(|list| list.iter()) {
            if has(&profile.display_name) || has(profile.name.as_str()) {
                let place = Place::Profile(profile.account.clone(), profile.name.clone());
                hit(place.href(), profile.display_name.clone(), t(search::PROFILE));
            }
        }
        // Of a part of a number only the list knows what begins so.
        let like_a_part = wanted.len() >= 3 && wanted.bytes().any(|byte| byte.is_ascii_digit());
        if let (true, Some(account)) = (like_a_part, here.account()) {
            let list = Query::default().with("q", Some(text.get().trim())).to_search();
            let place = Place::Invoices(account.clone());
            hit(
                format!("{}{list}", place.href()),
                t(shell::INVOICES),
                format!("{} “{}”", t(common::FILTER), text.get().trim()),
            );
        }
        let number = wanted.to_ascii_uppercase();
        let like_a_number = number.len() >= 9 && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if let (true, Some(account)) = (like_a_number, here.account()) {
            let place = Place::Invoice(account.clone(), InvoiceName::new(number.clone()));
            hit(place.href(), number, t(search::INVOICE));
        }
        hits
    });
    let choose = Callback::new(move |option: ComboOption| {
        text.set(String::new());
        address.go(&option.id, Travel::Page);
    });
    shortcuts(preferences.shortcuts);
    view! {
        <search class="shell-bar__search" aria-label=t(shell::SEARCH)>
            <Combobox
                id=FIELD
                label=t(shell::SEARCH)
                hide_label=true
                placeholder=format!("{} (/)", t(shell::SEARCH))
                value=text
                options=hits
                on_input=Callback::new(move |value| text.set(value))
                on_choose=choose
                empty_text=t(search::NOTHING_FOUND)
                count_text=Signal::derive(move || crate::state::t_count(search::FOUND, hits.with(Vec::len)))
                loading_text=t(common::LOADING)
            />
        </search>
    }
}

/// `/` and Ctrl+K go to the field; the single key only where it is switched on and nobody is typing.
fn shortcuts(single_keys: RwSignal<bool>) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        let control = (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("k");
        let slash = event.key() == "/" && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if control || (slash && single_keys.get_untracked() && !page::is_typing()) {
            event.prevent_default();
            page::focus(FIELD);
        }
    });
    on_cleanup(move || handle.remove());
}
