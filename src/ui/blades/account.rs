//! A billing account: overview and properties.
use crate::billing::{AccountName, AgreementType, BillingAccount, Invoice, InvoiceStatus, Money, Scope, Totals};
use crate::state::{money, name_of, or_none, t, t_count, use_copy, use_estate, use_fetch};
use crate::text::words::{common, invoices, overview, scopes, shell, subscriptions};
use crate::ui::kit::{Card, EmptyState, Essentials, Fact, Icon, LinkButton, Skeleton};
use crate::ui::routes::Place;
use crate::ui::shell::{Blade, Loaded, address_lines, empty_with_why, locked_words};
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

fn facts(account: &BillingAccount) -> Vec<Fact> {
    vec![
        Fact::text(t(scopes::NAME), account.display_name.clone()).copyable(),
        Fact::text(t(scopes::TYPE), name_of(&account.agreement)),
        Fact::text(t(common::ID), account.name.to_string()).copyable(),
        Fact::text(t(common::STATUS), name_of(&account.status)),
    ]
}

/// The facts of an account, from the list that menus use anyway.
#[component]
fn AccountFacts(account: BillingAccount, more: Vec<Fact>) -> impl IntoView {
    let mut items = facts(&account);
    items.extend(more);
    view! {
        <Essentials
            title=t(common::ESSENTIALS)
            items
            copy_label=t(common::COPY_THIS)
            copied_label=t(common::COPIED)
            on_copy=use_copy()
        />
    }
}

/// Overview of a billing account.
#[component]
pub fn Overview(account: AccountName) -> impl IntoView {
    let estate = use_estate();
    let name = account.clone();
    let title = Signal::derive({
        let name = name.clone();
        move || estate.account_label(&name)
    });
    view! {
        <Blade place=Place::Account(account) title kind=t(scopes::KIND_ACCOUNT) icon=Icon::Building>
            <Loaded of=estate.accounts view={move |_| match estate.account(&name) {
                Some(account) => view! { <OverviewBody account /> },
                // One that is not for this person is said so in the page's stead.
                None => view! { <Skeleton label=t(common::LOADING) lines=8 /> },
            }} />
        </Blade>
    }
}

#[component]
fn OverviewBody(account: BillingAccount) -> impl IntoView {
    let scope = account.scope();
    let agreement = account.agreement.clone();
    view! {
        <AccountFacts account more=Vec::new() />
        {match agreement {
            AgreementType::Mca | AgreementType::Mpa | AgreementType::Mosp => {
                view! { <Bills scope is_mosp=agreement == AgreementType::Mosp /> }
            }
            AgreementType::Ea => empty_with_why(t(overview::NO_BLADES), t(scopes::AVAILABLE_EA)),
            AgreementType::Other(_) => {
                view! { <EmptyState title=t(overview::NO_BLADES) reason=t(scopes::AVAILABLE_OTHER) /> }
            }
        }}
    }
}

/// Per currency, largest currency code last: amounts of different currencies are never added.
fn per_currency(totals: &Totals) -> String {
    let amounts: Vec<String> = totals.iter().map(|total| money(&total)).collect();
    if amounts.is_empty() { t(common::NONE) } else { amounts.join("\n") }
}

fn due(list: &[Invoice], wanted: impl Fn(&Invoice) -> bool) -> (usize, Totals) {
    let open: Vec<&Invoice> = list.iter().filter(|invoice| invoice.is_open() && wanted(invoice)).collect();
    let amounts: Vec<Money> = open.iter().filter_map(|invoice| invoice.amount_due).collect();
    (open.len(), Totals::of(&amounts).unwrap_or_default())
}

/// What is to be paid, at a glance, and the ways to the lists.
#[component]
fn Bills(scope: Scope, is_mosp: bool) -> impl IntoView {
    let account = scope.account().clone();
    let wanted = scope.clone();
    let list = use_fetch(
        move || Some(wanted.clone()),
        |client, scope| async move { client.invoices(&scope, None).await.map(Arc::new) },
    );
    view! {
        <Loaded of=list lines=4 view={move |list: Arc<Vec<Invoice>>| {
            let (open, to_pay) = due(&list, |_| true);
            let (late, past_due) = due(&list, |invoice| invoice.status == InvoiceStatus::OverDue);
            let note = [Some(t_count(invoices::COUNT, open)), locked_words(&list)];
            let note = note.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let place = Place::Invoices(account.clone()).href();
            view! {
                <div class="cards">
                    <Card title=t(overview::TO_PAY) value=per_currency(&to_pay) note />
                    <Card title=t(overview::PAST_DUE) value=per_currency(&past_due) note=t_count(invoices::COUNT, late) />
                </div>
                <p class="form__actions">
                    <LinkButton label=t(shell::INVOICES) href=place icon=Icon::Receipt />
                    {if is_mosp {
                        let href = Place::Subscriptions(account.clone()).href();
                        view! { <LinkButton label=t(subscriptions::TITLE) href icon=Icon::Table /> }
                    } else {
                        view! {
                            <LinkButton
                                label=t(shell::BILLING_PROFILES)
                                href=Place::Profiles(account.clone()).href()
                                icon=Icon::Building
                            />
                            <LinkButton
                                label=t(shell::ACCESS_CONTROL)
                                href=Place::AccountAccess(account.clone()).href()
                                icon=Icon::People
                            />
                        }
                    }}
                </p>
            }
        }} />
    }
}

/// Properties of a billing account.
#[component]
pub fn Properties(account: AccountName) -> impl IntoView {
    let key = account.clone();
    let fetch = use_fetch(move || Some(key.clone()), |client, name| async move { client.billing_account(&name).await });
    view! {
        <Blade
            place=Place::AccountProperties(account)
            title=t(shell::PROPERTIES)
            kind=t(scopes::KIND_ACCOUNT)
            icon=Icon::Info
        >
            <Loaded of=fetch view={|account: BillingAccount| {
                let email = account.sold_to.as_ref().and_then(|sold_to| sold_to.email.clone());
                let more = vec![
                    Fact::text(t(scopes::ACCOUNT_TYPE), account.account_type.clone()),
                    Fact::text(t(scopes::TENANT), or_none(account.tenant.as_ref().map(ToString::to_string))).copyable(),
                    Fact::text(t(scopes::SOLD_TO), or_none(account.sold_to.as_ref().map(address_lines))).copyable(),
                    Fact::text(t(subscriptions::CONTACT_EMAIL), or_none(email)).copyable(),
                ];
                view! { <AccountFacts account more /> }
            }} />
        </Blade>
    }
}
