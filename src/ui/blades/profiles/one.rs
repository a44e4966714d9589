//! One billing profile: overview and properties.
use super::list::status;
use crate::billing::{
    AccountName, BillingProfile, DocumentKind, Invoice, InvoiceStatus, ProfileName, ProfileStatus, Task, Totals,
};
use crate::state::clock;
use crate::state::{
    date, deny_words, money, name_of, or_none, t, t_count, t_with, use_access, use_copy, use_estate, use_fetch,
    use_query,
};
use crate::text::words::{common, invoices, overview, profiles, scopes, shell};
use crate::ui::kit::{Card, CommandItem, Essentials, Fact, Icon, Intent, LinkButton, MessageBar};
use crate::ui::routes::Place;
use crate::ui::shell::{Blade, Loaded, address_lines, blade_command, locked_words};
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

fn title(account: AccountName, profile: ProfileName) -> Signal<String> {
    let estate = use_estate();
    Signal::derive(move || estate.profile_label(&account, &profile))
}

fn facts(profile: &BillingProfile) -> Vec<Fact> {
    let state = profile.status.clone();
    let id = Fact::text(t(common::ID), profile.name.to_string()).copyable();
    if profile.has_read_access == Some(false) {
        return vec![id];
    }
    vec![
        id,
        Fact::view(t(common::STATUS), move || status(&state)),
        Fact::text(t(invoices::CURRENCY), or_none(profile.currency.map(|currency| currency.to_string()))),
        Fact::text(t(profiles::INVOICE_DAY), or_none(profile.invoice_day.map(|day| day.to_string()))),
        Fact::text(t(invoices::PO_NUMBER), or_none(profile.po_number.clone())).copyable(),
        Fact::text(t(profiles::INVOICES_BY_EMAIL), t(if profile.email.opt_in { common::YES } else { common::NO })),
    ]
}

/// Why a profile that is not active is in its state, or why so little is shown of it.
fn warning(profile: &BillingProfile) -> Option<String> {
    let reason = profile.status_reason.as_ref().map(name_of);
    match (&profile.status, reason) {
        _ if profile.has_read_access == Some(false) => Some(t(profiles::ONLY_THE_NAME)),
        (ProfileStatus::Active, _) => None,
        (_, Some(reason)) => Some(t_with(profiles::STATUS_BAR, &[("reason", &reason)])),
        (_, None) => None,
    }
}

#[component]
fn ProfileFacts(profile: BillingProfile, more: Vec<Fact>) -> impl IntoView {
    let mut items = facts(&profile);
    if profile.has_read_access != Some(false) {
        items.extend(more);
    }
    view! {
        {warning(&profile).map(|text| view! { <MessageBar intent=Intent::Warning text /> })}
        <Essentials
            title=t(common::ESSENTIALS)
            items
            copy_label=t(common::COPY_THIS)
            copied_label=t(common::COPIED)
            on_copy=use_copy()
        />
    }
}

/// Overview of a billing profile.
#[component]
pub fn Overview(account: AccountName, profile: ProfileName) -> impl IntoView {
    let query = use_query();
    let key = (account.clone(), profile.clone());
    let scope = crate::billing::Scope::Profile(account.clone(), profile.clone());
    let fetch = use_fetch(
        move || Some(key.clone()),
        |client, (account, profile)| async move { client.billing_profile(&account, &profile).await },
    );
    let bills = use_fetch(
        {
            let scope = scope.clone();
            move || Some(scope.clone())
        },
        |client, scope| async move { client.invoices(&scope, None).await.map(Arc::new) },
    );
    let access = use_access(move || Some(scope.clone()));
    let denied = Signal::derive(move || deny_words(access.ready().map(|access| access.may(Task::SeeInvoices))));
    let commands: Signal<Vec<CommandItem>> = Signal::derive(move || {
        vec![
            blade_command("usage", Icon::Download, t(invoices::DOWNLOAD_USAGE), move || {
                query.set("pane", Some("usage"))
            })
            .disabled(denied),
            blade_command("refresh", Icon::Refresh, t(common::REFRESH), move || {
                fetch.refetch();
                bills.refetch();
            }),
        ]
    });
    let unreadable = move || fetch.ready().is_some_and(|profile| profile.has_read_access == Some(false));
    let readable = Memo::new(move |_| fetch.failed().is_none() && !unreadable());
    let place = Place::Profile(account.clone(), profile.clone());
    let (a, p) = (account.clone(), profile.clone());
    view! {
        <Blade place title=title(account, profile) kind=t(scopes::KIND_PROFILE) icon=Icon::Building commands>
            <Loaded of=fetch view={|profile: BillingProfile| view! { <ProfileFacts profile more=Vec::new() /> }} />
            // Who may not read the profile may not read its invoices: that is said once.
            {move || readable.get().then(|| view! {
                <Loaded of=bills lines=4 view={|list: Arc<Vec<Invoice>>| view! { <Bills list /> }} />
            })}
            <p class="form__actions">
                <LinkButton
                    label=t(shell::INVOICES)
                    href=Place::ProfileInvoices(a.clone(), p.clone()).href()
                    icon=Icon::Receipt
                />
                <LinkButton label=t(shell::ACCESS_CONTROL) href=Place::ProfileAccess(a, p).href() icon=Icon::People />
            </p>
        </Blade>
    }
}

/// The last invoice and what is still to be paid.
#[component]
fn Bills(list: Arc<Vec<Invoice>>) -> impl IntoView {
    let standing = |invoice: &&Invoice| invoice.kind == DocumentKind::Invoice && invoice.status != InvoiceStatus::Void;
    let last = list.iter().filter(standing).max_by_key(|invoice| invoice.invoice_date).cloned();
    let open: Vec<_> = list.iter().filter(|invoice| invoice.is_open()).collect();
    let amounts: Vec<_> = open.iter().filter_map(|invoice| invoice.amount_due).collect();
    let late = open.iter().filter(|invoice| invoice.is_past_due_on(clock::today())).count();
    let due = Totals::of(&amounts).unwrap_or_default();
    let due: Vec<String> = due.iter().map(|total| money(&total)).collect();
    let due = if due.is_empty() { t(common::NONE) } else { due.join("\n") };
    let late = (late > 0).then(|| t_count(overview::PAST_DUE_COUNT, late));
    let note = [Some(t_count(invoices::COUNT, open.len())), late, locked_words(&list)];
    let note = note.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let last_card = last.map(|invoice| {
        let value = invoice.total.map(|total| money(&total)).unwrap_or_default();
        let day = invoice.invoice_date.map(date).unwrap_or_default();
        view! { <Card title=t(overview::LAST_INVOICE) value note=format!("{} · {day}", invoice.name) /> }
    });
    view! {
        <div class="cards">
            {last_card}
            <Card title=t(overview::TO_PAY) value=due note />
        </div>
    }
}

/// Properties of a billing profile.
#[component]
pub fn Properties(account: AccountName, profile: ProfileName) -> impl IntoView {
    let key = (account.clone(), profile.clone());
    let fetch = use_fetch(
        move || Some(key.clone()),
        |client, (account, profile)| async move { client.billing_profile(&account, &profile).await },
    );
    view! {
        <Blade
            place=Place::ProfileProperties(account, profile)
            title=t(shell::PROPERTIES)
            kind=t(scopes::KIND_PROFILE)
            icon=Icon::Info
        >
            <Loaded of=fetch view={|profile: BillingProfile| {
                let more = more_facts(&profile);
                view! { <ProfileFacts profile more /> }
            }} />
        </Blade>
    }
}

/// `net30` in words; any other term as it came.
fn term_words(term: &str) -> String {
    match term.strip_prefix("net").filter(|days| !days.is_empty() && days.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(days) => t_with(profiles::NET_DAYS, &[("n", days)]),
        None => term.to_owned(),
    }
}

fn more_facts(profile: &BillingProfile) -> Vec<Fact> {
    let plans: Vec<String> = profile
        .enabled_azure_plans
        .iter()
        .filter_map(|plan| plan.sku_description.clone().or(plan.sku_id.clone()))
        .collect();
    let tags: Vec<String> = profile.tags.iter().map(|(key, value)| format!("{key}: {value}")).collect();
    let recipients = profile.email.recipients.join(", ");
    let term = profile.payment_term.as_ref().and_then(|term| term.term.as_deref()).map(term_words);
    vec![
        Fact::text(t(profiles::NAME), profile.display_name.clone()).copyable(),
        Fact::text(t(profiles::BILL_TO), or_none(profile.bill_to.as_ref().map(address_lines))).copyable(),
        Fact::text(t(profiles::SOLD_TO), or_none(profile.sold_to.as_ref().map(address_lines))).copyable(),
        Fact::text(t(profiles::SHIP_TO), or_none(profile.ship_to.as_ref().map(address_lines))).copyable(),
        Fact::text(t(profiles::PAYMENT_TERM), or_none(term)),
        Fact::text(t(profiles::AZURE_PLANS), or_none(Some(plans.join(", ")))),
        Fact::text(t(profiles::RECIPIENTS), or_none(Some(recipients))),
        Fact::text(t(profiles::TAGS), or_none(Some(tags.join(", ")))),
        Fact::text(t(profiles::SYSTEM_ID), or_none(profile.system_id.clone())).copyable(),
    ]
}
