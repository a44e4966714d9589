//! Subscriptions: their ids and offers, and whether one is disabled and why.
use crate::fixtures::*;
use factuur::billing::*;
use std::collections::{BTreeSet, HashSet};

fn subscription(status: &str) -> BillingSubscription {
    BillingSubscription { status: SubscriptionStatus::from_wire(status), ..azure_subscription("sub-01") }
}

fn stopped(reason: &str, effective: Option<&str>) -> Suspension {
    Suspension { reason: SuspensionReason::from_wire(reason), effective: effective.map(day) }
}

fn unpaid_invoice(name: &str, subscription: &str) -> Invoice {
    let mut invoice = invoice(name, InvoiceStatus::OverDue, "12.50");
    invoice.subscription_id = Some(subscription.to_owned());
    invoice.due_date = Some(day("2026-03-04"));
    invoice
}

#[test]
fn a_subscription_id_is_the_same_in_any_case() {
    let (upper, lower) = (SubscriptionId::from("0A1B-FF"), SubscriptionId::from("0a1b-ff"));
    assert_eq!(upper, lower);
    assert_eq!(HashSet::from([upper.clone(), lower.clone()]).len(), 1);
    assert_eq!(BTreeSet::from([upper.clone(), lower]).len(), 1);
    assert_eq!(upper.as_str(), "0A1B-FF");
    assert!(SubscriptionId::from("0a1b-fe") < upper && upper < SubscriptionId::from("0a1b-ff0"));
}

#[test]
fn the_offers_of_the_documents_are_known_in_any_case() {
    for (id, kind) in [
        ("ms-azr-0003p", OfferKind::PayAsYouGo),
        ("ms-azr-0044p", OfferKind::FreeTrial),
        ("MS-AZR-0063P", OfferKind::MonthlyCredit),
        ("MS-AZR-0041P", OfferKind::Support),
        ("MS-AZR-0017P", OfferKind::EnterpriseAgreement),
        ("MS-AZR-0111p", OfferKind::AzureInOpen),
        ("MS-AZR-0145P", OfferKind::CloudSolutionProvider),
    ] {
        assert_eq!(OfferId::from(id).offer().map(|offer| offer.kind), Some(kind), "{id}");
    }
    assert_eq!(OfferId::from("MS-AZR-9999P").offer(), None);
    assert!(OfferId::from("ms-azr-usgov-0003p").is_government());
    assert!(!OfferId::from("MS-AZR-0003P").is_government());
    assert!(!OfferId::from("MS-AZR-USGO\u{e9}").is_government());
}

#[test]
fn only_offers_with_a_credit_or_for_free_are_billed_beyond_it_only() {
    use OfferKind::*;
    for kind in [FreeTrial, MonthlyCredit, GivenCredit, Free, AzureInOpen] {
        assert!(kind.is_billed_beyond_credit_only(), "{kind:?}");
    }
    for kind in [PayAsYouGo, Support, EnterpriseAgreement, CloudSolutionProvider, AzurePlan] {
        assert!(!kind.is_billed_beyond_credit_only(), "{kind:?}");
    }
}

#[test]
fn older_answers_name_the_same_states_by_other_words() {
    assert_eq!(SubscriptionStatus::from_wire("Inactive"), SubscriptionStatus::Disabled);
    assert_eq!(SubscriptionStatus::from_wire("warning"), SubscriptionStatus::Warned);
    assert_eq!(SubscriptionStatus::from_wire("Abandoned"), SubscriptionStatus::Abandoned);
    assert_eq!(SubscriptionStatus::from_wire("Paused").as_wire(), "Paused");
}

#[test]
fn every_state_says_whether_the_subscription_can_be_used() {
    for status in ["Disabled", "Deleted", "Expired", "Cancelled", "Suspended", "Failed", "Inactive", "Abandoned"] {
        assert!(subscription(status).is_disabled(), "{status}");
    }
    for status in ["Active", "Warned", "Expiring", "AutoRenew", "Unknown", "Paused"] {
        assert!(!subscription(status).is_disabled(), "{status}");
    }
}

#[test]
fn a_support_plan_is_told_by_its_category_or_its_offer() {
    let plain = subscription("Active");
    assert!(!plain.is_support_plan());
    let category = Some(ProductCategory::AzureSupport);
    assert!(BillingSubscription { product_category: category, offer: None, ..plain.clone() }.is_support_plan());
    let offer = Some(OfferId::from("ms-azr-0043p"));
    assert!(BillingSubscription { product_category: None, offer, ..plain }.is_support_plan());
}

#[test]
fn a_subscription_whose_past_due_invoice_is_not_paid_is_disabled_for_that_reason() {
    let past_due = stopped("PastDue", Some("2026-04-01"));
    let disabled = BillingSubscription { suspensions: vec![past_due.clone()], ..subscription("Disabled") };
    assert_eq!(disabled.blocked_by(day("2026-04-01")), [&past_due]);
    assert!(disabled.blocked_by(day("2026-03-31")).is_empty());
    let invoice = unpaid_invoice("E1", "SUB-01");
    let causes = vec![Cause::Suspended(past_due), Cause::Unpaid { invoice: "E1".into(), due: Some(day("2026-03-04")) }];
    assert_eq!(disabled.standing(&[invoice], day("2026-04-02")), Standing::Disabled(causes));
}

#[test]
fn a_past_due_invoice_puts_its_own_subscription_at_risk_before_azure_says_so() {
    let invoices = [unpaid_invoice("E1", "SUB-01"), unpaid_invoice("E2", "sub-02")];
    let at_risk = Standing::AtRisk(vec![Cause::Unpaid { invoice: "E1".into(), due: Some(day("2026-03-04")) }]);
    assert_eq!(subscription("Active").standing(&invoices, day("2026-03-10")), at_risk);
    let paid = Invoice { status: InvoiceStatus::Paid, ..unpaid_invoice("E1", "sub-01") };
    assert_eq!(subscription("Active").standing(&[paid], day("2026-03-10")), Standing::Good);
    let due = Invoice { status: InvoiceStatus::Due, ..unpaid_invoice("E1", "sub-01") };
    assert_eq!(subscription("Active").standing(&[due], day("2026-03-04")), Standing::Good);
}

#[test]
fn an_announced_stop_is_a_risk_and_no_reason_is_none() {
    let announced = stopped("SpendingLimitReached", Some("2026-05-01"));
    let warned = BillingSubscription { suspensions: vec![announced.clone()], ..subscription("Active") };
    assert_eq!(warned.standing(&[], day("2026-04-01")), Standing::AtRisk(vec![Cause::Suspended(announced)]));
    let nothing = BillingSubscription { suspensions: vec![stopped("None", None)], ..subscription("Active") };
    assert_eq!(nothing.standing(&[], day("2026-04-01")), Standing::Good);
    assert_eq!(subscription("Warning").standing(&[], day("2026-04-01")), Standing::AtRisk(Vec::new()));
}

#[test]
fn a_word_that_is_not_known_claims_nothing() {
    assert_eq!(subscription("Paused").standing(&[], day("2026-04-01")), Standing::Unknown);
    assert_eq!(subscription("Unknown").standing(&[], day("2026-04-01")), Standing::Unknown);
    assert_eq!(subscription("Disabled").standing(&[], day("2026-04-01")), Standing::Disabled(Vec::new()));
}

#[test]
fn cancelling_or_moving_a_subscription_ends_it() {
    let told = BillingSubscription { cancelled: Some(day("2025-11-16")), ..subscription("Cancelled") };
    assert_eq!(told.ended_on(), Some(day("2025-11-16")));
    for reason in ["Cancelled", "Transferred"] {
        let suspensions = vec![stopped("PastDue", Some("2025-11-01")), stopped(reason, Some("2025-11-16"))];
        assert_eq!(BillingSubscription { suspensions, ..subscription("Disabled") }.ended_on(), Some(day("2025-11-16")));
    }
    let suspensions = vec![stopped("PastDue", Some("2025-11-01"))];
    assert_eq!(BillingSubscription { suspensions, ..subscription("Disabled") }.ended_on(), None);
}
