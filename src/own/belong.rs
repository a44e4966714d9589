//! Where a resource belongs.
use super::element::Element;
use super::id::{DEFAULT, Id, Names, last};
use super::kind::Kind;

/// Where something belongs: by its id, and by what it refers to.
pub(super) fn names(kind: Kind, mut names: Names, element: &Element<'_>, legacy: bool) -> Names {
    let fill = |place: &mut String, field: &str| {
        let told = last(element.fact(field));
        if place.is_empty() {
            told.clone_into(place);
        }
    };
    match kind {
        Kind::Usage => {
            fill(&mut names.account, "billingAccountId");
            fill(&mut names.subscription, if legacy { "subscriptionId" } else { "subscriptionGuid" });
            if !legacy {
                fill(&mut names.profile, "billingProfileId");
                fill(&mut names.section, "invoiceSectionId");
            }
        }
        Kind::Invoice | Kind::Customer | Kind::Property => {
            fill(&mut names.profile, "billingProfileId");
            if kind != Kind::Customer {
                fill(&mut names.subscription, "subscriptionId");
            }
            let account = ["billingAccountId", "billingProfileId"].map(|field| Id::parse(element.fact(field)));
            let told = account.into_iter().flatten().map(|id| id.names.account).find(|name| !name.is_empty());
            if names.account.is_empty() || names.account.eq_ignore_ascii_case(DEFAULT) {
                names.account = told.unwrap_or(names.account);
            }
        }
        Kind::Transaction => {
            let invoice = element.first(&["invoice", "invoiceId"]);
            if !invoice.eq_ignore_ascii_case("pending") {
                last(invoice).clone_into(&mut names.invoice);
            }
            fill(&mut names.section, "invoiceSectionId");
            fill(&mut names.customer, "customerId");
        }
        Kind::Subscription => {
            let told = last(element.fact("subscriptionId"));
            if !told.is_empty() {
                told.clone_into(&mut names.subscription);
            }
        }
        _ => {}
    }
    names
}
