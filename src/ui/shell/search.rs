//! Search over the site: pages by their label or any label they ever had, accounts, profiles, invoice numbers.
use crate::billing::InvoiceName;
use crate::state::page;
use crate::state::{t, use_estate, use_preferences};
use crate::text::words::{common, search, shell};
use crate::ui::kit::{ComboOption, Combobox};
use crate::ui::routes::Place;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

const FIELD: &str = "global-search";

/// A page that can be found, and the words that find it.
fn pages(place: &Place) -> Vec<(Place, Option<&'static str>, String, Vec<&'static str>)> {
    let mut found = vec![(Place::Scopes, None, t(shell::BILLING_SCOPES), search::SCOPES.to_vec())];
    let Some(a) = place.account() else { return found };
    let invoices =
        place.profile().map_or_else(|| Place::Invoices(a.clone()), |p| Place::ProfileInvoices(a.clone(), p.clone()));
    let access =
        place.profile().map_or_else(|| Place::AccountAccess(a.clone()), |p| Place::ProfileAccess(a.clone(), p.clone()));
    found.push((invoices.clone(), None, t(shell::INVOICES), search::INVOICES.to_vec()));
    found.push((Place::Profiles(a.clone()), None, t(shell::BILLING_PROFILES), search::PROFILES.to_vec()));
    found.push((access, None, t(shell::ACCESS_CONTROL), search::ACCESS.to_vec()));
    found.push((invoices, Some("email"), t(crate::text::words::email::TITLE), search::EMAIL.to_vec()));
    found
}

/// The search field of the top bar.
#[component]
pub fn GlobalSearch() -> impl IntoView {
    let estate = use_estate();
    let preferences = use_preferences();
    let place = use_context::<Memo<Place>>();
    let navigate = use_navigate();
    let text = RwSignal::new(String::new());
    let hits = Memo::new(move |_| {
        let wanted = text.get().trim().to_lowercase();
        if wanted.is_empty() {
            return Vec::new();
        }
        let here = place.map_or(Place::Scopes, |place| place.get());
        let has = |text: &str| text.to_lowercase().contains(&wanted);
        let mut hits: Vec<(String, String, String)> = Vec::new();
        for (place, pane, label, words) in pages(&here) {
            if has(&label) || words.iter().any(|word| has(word)) {
                let pane = pane.map(|pane| format!("?pane={pane}")).unwrap_or_default();
                hits.push((format!("{}{pane}", place.href()), label, t(search::PAGE)));
            }
        }
        for account in estate.accounts.ready().iter().flat_map(|list| list.iter()) {
            if has(&account.display_name) || has(account.name.as_str()) {
                hits.push((
                    Place::Account(account.name.clone()).href(),
                    account.display_name.clone(),
                    t(search::ACCOUNT),
                ));
            }
        }
        for profile in estate.profiles.ready().iter().flat_map(|list| list.iter()) {
            if has(&profile.display_name) || has(profile.name.as_str()) {
                let place = Place::Profile(profile.account.clone(), profile.name.clone());
                hits.push((place.href(), profile.display_name.clone(), t(search::PROFILE)));
            }
        }
        let number = wanted.to_uppercase();
        let like_a_number = number.len() >= 9 && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if let (true, Some(account)) = (like_a_number, here.account()) {
            let place = Place::Invoice(account.clone(), InvoiceName::new(number.clone()));
            hits.push((place.href(), number, t(search::INVOICE)));
        }
        hits
    });
    let options = Signal::derive(move || {
        hits.get().into_iter().map(|(id, label, detail)| ComboOption { id, label, detail }).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |option: ComboOption| {
        text.set(String::new());
        navigate(&option.id, Default::default());
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
                options
                on_input=Callback::new(move |value| text.set(value))
                on_choose=choose
                empty_text=t(search::NOTHING_FOUND)
                count_text=Signal::derive(move || crate::state::t_count(search::FOUND, hits.with(Vec::len)))
                loading_text=t(common::LOADING)
            />
        </search>
    }
    .into_any()
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
