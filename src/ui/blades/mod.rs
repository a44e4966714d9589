//! One folder a page: `model.rs` pure, `view.rs` what is seen. No blade uses another; they are put together here.
pub mod access;
mod account;
mod customers;
mod email;
mod invoice;
pub mod invoices;
mod nowhere;
mod profiles;
mod scopes;
mod sections;
mod usage;

use crate::billing::Scope;
use crate::ui::dom::{IntoNode, Node};
use crate::ui::routes::Place;
use crate::ui::view;
use leptos::prelude::*;

/// The page of the address.
#[component]
pub fn Page() -> impl IntoView {
    let place = use_context::<Memo<Place>>();
    (move || {
        let place = place.map_or(Place::Scopes, |place| place.get());
        match place.clone() {
            Place::Scopes => view! { <scopes::Scopes /> },
            Place::Account(account) => view! { <account::Overview account /> },
            Place::AccountProperties(account) => view! { <account::Properties account /> },
            Place::Invoices(account) => invoices(Scope::Account(account), place),
            Place::ProfileInvoices(account, profile) => invoices(Scope::Profile(account, profile), place),
            Place::Invoice(account, name) => view! {
                <invoice::InvoiceBlade account name />
                <usage::UsagePane />
            },
            Place::Profiles(account) => view! { <profiles::Profiles account /> },
            Place::Customers(account) => view! { <customers::Customers account /> },
            Place::Profile(account, profile) => view! {
                <profiles::Overview account profile />
                <usage::UsagePane />
            },
            Place::ProfileProperties(account, profile) => view! { <profiles::Properties account profile /> },
            Place::Sections(account, profile) => view! { <sections::Sections account profile /> },
            Place::AccountAccess(account) => access(Scope::Account(account), place),
            Place::ProfileAccess(account, profile) => access(Scope::Profile(account, profile), place),
            Place::SectionAccess(account, profile, section) => access(Scope::Section(account, profile, section), place),
            Place::Nowhere(path) => view! { <nowhere::Nowhere path /> },
        }
    })
    .into_node()
}

/// The list of invoices, with the panes that open beside it.
fn invoices(scope: Scope, place: Place) -> Node {
    let profile = scope.profile().cloned();
    let account = scope.account().clone();
    view! {
        <invoices::Invoices scope place />
        <email::EmailPane account profile />
        <usage::UsagePane />
    }
}

fn access(scope: Scope, place: Place) -> Node {
    view! { <access::AccessControl scope place /> }
}
