//! One folder a page: `model.rs` pure, `view.rs` what is seen. No blade uses another; they are put together here.
pub mod access;
mod account;
mod customers;
pub mod email;
pub mod explore;
mod invoice;
pub mod invoices;
pub mod missing;
mod nowhere;
pub mod open;
pub mod papers;
mod profiles;
mod scopes;
mod sections;
pub mod subscriptions;
pub mod usage;

use crate::billing::{AccountName, AgreementType, ProfileName, Scope, SubscriptionId};
use crate::state::{use_estate, use_session};
use crate::ui::dom::Node;
use crate::ui::parts;
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::shell::{Loading, later, pane_later};
use crate::ui::view;
use leptos::prelude::*;

/// The page of the address.
#[component]
pub fn Page() -> impl IntoView {
    let place = use_context::<Memo<Place>>();
    let session = use_session();
    let needs_files = Memo::new(move |_| session.needs_files());
    let page = move || {
        let place = place.map_or(Place::Scopes, |place| place.get());
        // Whatever the address is: it is shown once the files are there again.
        if needs_files.get() {
            return open(place);
        }
        match place.clone() {
            Place::Open => open(place),
            Place::Scopes => view! { <scopes::Scopes /> },
            Place::Account(account) => view! { <account::Overview account /> },
            Place::AccountProperties(account) => view! { <account::Properties account /> },
            Place::Invoices(account) => invoices(Scope::Account(account), place),
            Place::ProfileInvoices(account, profile) => invoices(Scope::Profile(account, profile), place),
            Place::Invoice(account, name) => view! {
                <invoice::InvoiceBlade account=account.clone() name />
                {invoice_panes(account)}
            },
            Place::Profiles(account) => view! { <profiles::Profiles account /> },
            Place::Customers(account) => view! { <customers::Customers account /> },
            Place::Profile(account, profile) => view! {
                <profiles::Overview account profile />
                {usage_pane()}
            },
            Place::ProfileProperties(account, profile) => view! { <profiles::Properties account profile /> },
            Place::Sections(account, profile) => view! { <sections::Sections account profile /> },
            Place::AccountAccess(account) => access(Scope::Account(account), place),
            Place::ProfileAccess(account, profile) => access(Scope::Profile(account, profile), place),
            Place::SectionAccess(account, profile, section) => access(Scope::Section(account, profile, section), place),
            Place::Subscriptions(_) => subscription_page(place),
            Place::Subscription(account, id, _) => {
                view! {
                    {subscription_page(place)}
                    {subscription_panes(account, Some(id))}
                    {papers_pane()}
                }
            }
            Place::Explore => later(|| Box::pin(parts::load_explore()), || Box::pin(parts::draw_explore())),
            Place::Nowhere(path) => view! { <nowhere::Nowhere path /> },
        }
    };
    // Any page may be where an invoice is missed.
    view! {
        {page}
        {why_pane()}
    }
}

/// The list of invoices, with the panes that open beside it: those of a pay-as-you-go account are its subscriptions'.
fn invoices(scope: Scope, place: Place) -> Node {
    let profile = scope.profile().cloned();
    let account = scope.account().clone();
    let (estate, name) = (use_estate(), account.clone());
    let by_subscription =
        Memo::new(move |_| estate.account(&name).map(|account| account.agreement == AgreementType::Mosp));
    let panes = move || match by_subscription.get() {
        None => Node::nothing(),
        Some(true) => subscription_panes(account.clone(), None),
        Some(false) => view! {
            {email_pane(account.clone(), profile.clone())}
            {usage_pane()}
        },
    };
    view! {
        <invoices::Invoices scope place />
        {panes}
        {papers_pane()}
    }
}

/// The panes beside one invoice.
fn invoice_panes(account: AccountName) -> Node {
    view! {
        {usage_pane()}
        {period_pane(account, None)}
    }
}

fn access(scope: Scope, place: Place) -> Node {
    later(|| Box::pin(parts::load_access()), move || Box::pin(parts::draw_access(scope.clone(), place.clone())))
}

fn open(place: Place) -> Node {
    later(|| Box::pin(parts::load_open()), move || Box::pin(parts::draw_open(place.clone())))
}

fn usage_pane() -> Node {
    pane_later(&["usage"], || Box::pin(parts::load_files()), || Box::pin(parts::draw_usage()))
}

fn email_pane(account: AccountName, profile: Option<ProfileName>) -> Node {
    let draw = move || -> Loading<Node, _> { Box::pin(parts::draw_email(account.clone(), profile.clone())) };
    pane_later(&["email"], || Box::pin(parts::load_email()), draw)
}

fn subscription_page(place: Place) -> Node {
    if let Place::Subscription(account, id, SubscriptionPage::AccountCenter) = place {
        let draw = move || -> Loading<Node, _> { Box::pin(parts::draw_account_center(account.clone(), id.clone())) };
        return later(|| Box::pin(parts::load_account_center()), draw);
    }
    later(|| Box::pin(parts::load_subscriptions()), move || Box::pin(parts::draw_subscription(place.clone())))
}

/// The panes over the invoices of a pay-as-you-go account.
fn subscription_panes(account: AccountName, id: Option<SubscriptionId>) -> Node {
    let period = period_pane(account.clone(), id.clone());
    let draw = move || -> Loading<Node, _> { Box::pin(parts::draw_subscription_panes(account.clone(), id.clone())) };
    view! {
        {pane_later(&["access", "email", "email-bulk"], || Box::pin(parts::load_subscription_panes()), draw)}
        {period}
    }
}

fn period_pane(account: AccountName, id: Option<SubscriptionId>) -> Node {
    let draw = move || -> Loading<Node, _> { Box::pin(parts::draw_period(account.clone(), id.clone())) };
    pane_later(&["period"], || Box::pin(parts::load_period()), draw)
}

fn why_pane() -> Node {
    pane_later(&["why"], || Box::pin(parts::load_missing()), || Box::pin(parts::draw_missing()))
}

fn papers_pane() -> Node {
    pane_later(&["papers"], || Box::pin(parts::load_papers()), || Box::pin(parts::draw_papers()))
}
