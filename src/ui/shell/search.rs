//! Search over the site: pages by their label or any label they ever had, accounts, profiles, invoice numbers.
use crate::billing::{AccountName, AgreementType, BillingAccount, Charging, InvoiceName, ProfileName, fold_case};
use crate::state::page;
use crate::state::{Query, Travel, t, t_with, use_address, use_estate, use_preferences};
use crate::text::words::search::{Target, labels_like};
use crate::text::words::{self, common, search, shell};
use crate::ui::kit::{ComboOption, Combobox};
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::view;
use leptos::prelude::*;

const FIELD: &str = "global-search";

/// A page or pane that can be found: by its label, and by the older labels that lead to it.
struct Hit {
    targets: &'static [Target],
    label: String,
    href: String,
}

/// What can be gone to from here, whatever account is open.
fn anywhere(place: &Place) -> Vec<Hit> {
    let scopes = Hit { targets: &[Target::BillingScopes], label: t(shell::BILLING_SCOPES), href: Place::Scopes.href() };
    let pane =
        |targets, label, pane: &str| Hit { targets, label: t(label), href: format!("{}?pane={pane}", place.href()) };
    let explore = Hit { targets: &[Target::Explore], label: t(words::explore::TITLE), href: Place::Explore.href() };
    // It never had another label.
    let files = Hit { targets: &[], label: t(words::own::TITLE), href: Place::Open.href() };
    vec![
        scopes,
        explore,
        files,
        pane(&[Target::SwitchDirectory], shell::SWITCH_DIRECTORY, "account"),
        pane(&[Target::Settings], shell::SETTINGS, "settings"),
    ]
}

/// The pages of an account, or of a profile or subscription of it, as far as its agreement and `charging`, that of the open
/// subscription, have them.
fn pages(
    a: &AccountName,
    here: Option<&Place>,
    agreement: Option<&AgreementType>,
    charging: Option<Charging>,
) -> Vec<Hit> {
    use Target::*;
    let profile = here.and_then(Place::profile);
    let subscription = here.and_then(Place::subscription);
    let of = |account: fn(AccountName) -> Place, of_profile: fn(AccountName, ProfileName) -> Place| match profile {
        Some(p) => of_profile(a.clone(), p.clone()),
        None => account(a.clone()),
    };
    let hit = |targets, label, place: &Place, pane: &str| Hit { targets, label: t(label), href: place.href() + pane };
    let invoices = match subscription {
        Some(s) => Place::Subscription(a.clone(), s.clone(), SubscriptionPage::Invoices),
        None => of(Place::Invoices, Place::ProfileInvoices),
    };
    let mut found = Vec::new();
    if agreement == Some(&AgreementType::Mosp) {
        let list = Place::Subscriptions(a.clone());
        found.push(hit(&[Subscriptions], words::subscriptions::TITLE, &list, ""));
        found.push(hit(&[Invoices, DownloadUsage], shell::INVOICES, &invoices, ""));
        found.push(hit(&[InvoiceAccess, AccessControl], words::invoice_access::TITLE, &invoices, "?pane=access"));
        found.push(hit(&[EmailPreference], words::subscription_email::TITLE, &invoices, "?pane=email"));
        // Each subscription has a history of its own: where none is open, or one that was bought, it is chosen first.
        let history = match subscription.filter(|_| charging != Some(Charging::Purchase)) {
            Some(s) => Place::Subscription(a.clone(), s.clone(), SubscriptionPage::AccountCenter),
            None => list,
        };
        found.push(hit(&[BillingHistory, DownloadUsage], words::account_center::HISTORY, &history, ""));
        if let Some(s) = subscription {
            let payment = Place::Subscription(a.clone(), s.clone(), SubscriptionPage::PaymentMethods);
            found.push(hit(&[PaymentMethods], words::subscriptions::PAYMENT_METHODS, &payment, ""));
        }
    } else if agreement.is_none_or(AgreementType::has_profiles) {
        found.push(hit(&[Invoices, BillingHistory], shell::INVOICES, &invoices, ""));
        found.push(hit(&[DownloadUsage], words::invoices::DOWNLOAD_USAGE, &invoices, "?pane=usage"));
        found.push(hit(&[EmailPreference], words::email::TITLE, &invoices, "?pane=email"));
        found.push(hit(&[BillingProfiles], shell::BILLING_PROFILES, &Place::Profiles(a.clone()), ""));
    }
    found.push(hit(&[WhyNoInvoice], words::missing::TITLE, &invoices, "?pane=why"));
    if agreement.is_none_or(AgreementType::has_billing_roles) {
        let access = of(Place::AccountAccess, Place::ProfileAccess);
        found.push(hit(&[AccessControl, InvoiceAccess], shell::ACCESS_CONTROL, &access, ""));
    }
    let properties = of(Place::AccountProperties, Place::ProfileProperties);
    found.push(hit(&[Properties], shell::PROPERTIES, &properties, ""));
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
        let former = labels_like(&wanted);
        let mut page = |Hit { targets, label, href }: Hit, of: Option<&str>| {
            let old = former.iter().find(|(_, leads_to)| targets.contains(leads_to)).map(|(old, _)| *old);
            let detail = match old {
                _ if has(&label) => t(search::PAGE),
                // The page of all scopes has the name of the whole as its heading.
                _ if targets.contains(&Target::BillingScopes) && has(&t(shell::PRODUCT)) => t(shell::PRODUCT),
                Some(old) => t_with(search::FORMERLY, &[("label", old)]),
                None => return,
            };
            let detail = of.map_or_else(|| detail.clone(), |of| format!("{detail} · {of}"));
            hits.push(ComboOption { id: href, label, detail });
        };
        anywhere(&here).into_iter().for_each(|hit| page(hit, None));
        let known = estate.accounts.ready().unwrap_or_default();
        match here.account() {
            Some(open) => {
                let agreement = estate.account(open).map(|account| account.agreement);
                let subscription = here.subscription().and_then(|id| estate.subscription(id));
                let charging = subscription.map(|subscription| subscription.charging());
                let found = pages(open, Some(&here), agreement.as_ref(), charging);
                found.into_iter().for_each(|hit| page(hit, None));
            }
            // Nothing is open: the pages of every account, each with the account's name.
            None => {
                for account in known.iter() {
                    let found = pages(&account.name, None, Some(&account.agreement), None);
                    found.into_iter().for_each(|hit| page(hit, Some(&account.display_name)));
                }
            }
        }
        let mut hit = |id, label, detail| hits.push(ComboOption { id, label, detail });
        for account in known.iter() {
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
        for subscription in estate.subscriptions.ready().iter().flat_map(|list| list.iter()) {
            if has(&subscription.display_name) || has(subscription.id.as_str()) {
                let (account, id) = (subscription.account.clone(), subscription.id.clone());
                let place = Place::Subscription(account, id, SubscriptionPage::Overview);
                hit(place.href(), subscription.display_name.clone(), t(search::SUBSCRIPTION));
            }
        }
        // A number, or a part of one: the list of the account knows what holds it.
        let typed = text.get();
        let typed = typed.trim();
        if typed.len() >= 3 && typed.bytes().any(|byte| byte.is_ascii_digit()) {
            let has_invoices = |account: &&BillingAccount| account.agreement.has_invoices();
            let lists: Vec<(AccountName, String)> = match here.account() {
                Some(open) => vec![(open.clone(), String::new())],
                None => known
                    .iter()
                    .filter(has_invoices)
                    .map(|a| (a.name.clone(), format!(" · {}", a.display_name)))
                    .collect(),
            };
            let query = Query::default().with("q", Some(typed)).to_search();
            for (account, of) in lists {
                let number = typed.to_ascii_uppercase();
                if number.len() >= 9 && number.bytes().all(|byte| byte.is_ascii_alphanumeric()) && of.is_empty() {
                    let place = Place::Invoice(account.clone(), InvoiceName::new(number.clone()));
                    hit(place.href(), number, t(search::INVOICE));
                }
                let list = Place::Invoices(account).href() + &query;
                hit(list, t(shell::INVOICES), format!("{} “{typed}”{of}", t(common::FILTER)));
            }
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
                enter_takes_first=true
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
