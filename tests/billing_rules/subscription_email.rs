//! E-mailed invoices of pay-as-you-go subscriptions (seeds S000-04 to S000-08, S001-10 to S001-12, S003-10 to S003-12).
use crate::fixtures::*;
use factuur::billing::*;
use proptest::prelude::*;

fn terms(version: &str) -> AcceptedTerms {
    AcceptedTerms { version: version.to_owned(), on: day("2026-01-15") }
}

fn opted_in(preferred: Option<&str>, recipients: &[&str]) -> SubscriptionEmail {
    SubscriptionEmail {
        terms: Some(terms("2020-08")),
        preferred: preferred.map(str::to_owned),
        recipients: texts(recipients),
    }
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|&text| text.to_owned()).collect()
}

fn of_offer(offer: &str) -> BillingSubscription {
    BillingSubscription { offer: Some(offer.into()), ..azure_subscription("sub-01") }
}

fn of_category(category: &str) -> BillingSubscription {
    let product_category = Some(ProductCategory::from_wire(category));
    BillingSubscription { product_category, ..azure_subscription("sub-01") }
}

/// What a change does to one pay-as-you-go subscription whose administrator asks.
fn outcome(preference: &SubscriptionEmail, change: EmailChange) -> EmailOutcome {
    let subscription = azure_subscription("sub-01");
    let setting = EmailSetting {
        subscription: &subscription,
        agreement: &AgreementType::Mosp,
        preference,
        is_account_admin: Some(true),
    };
    preview_email_change(&[setting], &change).remove(0).1
}

#[test]
fn subscriptions_and_support_plans_can_be_mailed() {
    for offer in ["MS-AZR-0003P", "MS-AZR-0044P", "MS-AZR-0063P", "MS-AZR-0041P", "MS-AZR-0042P", "MS-AZR-0043P"] {
        assert_eq!(email_eligibility(&of_offer(offer), &AgreementType::Mosp), Ok(()), "{offer}");
    }
    assert_eq!(email_eligibility(&of_category("AzureSupport"), &AgreementType::Mosp), Ok(()));
    let nothing_told = BillingSubscription { offer: None, product_category: None, ..azure_subscription("sub-01") };
    assert_eq!(email_eligibility(&nothing_told, &AgreementType::Mosp), Ok(()));
    assert_eq!(email_eligibility(&of_offer("MS-AZR-9999P"), &AgreementType::Mosp), Ok(()));
}

#[test]
fn reservations_and_marketplace_are_not_mailed() {
    for category in ["ReservationOrder", "SavingsPlanOrder", "SaaS", "Software", "Hardware"] {
        assert_eq!(email_eligibility(&of_category(category), &AgreementType::Mosp), Err(EmailRefusal::Purchase));
    }
    assert!(is_mailed(InvoiceKind::AzureServices) && is_mailed(InvoiceKind::SupportPlan));
    assert!(!is_mailed(InvoiceKind::Marketplace) && !is_mailed(InvoiceKind::BillingProfile));
}

#[test]
fn enterprise_agreement_azure_in_open_and_government_offers_are_not_mailed() {
    for (offer, refusal) in [
        ("MS-AZR-0017P", EmailRefusal::EnterpriseAgreement),
        ("MS-AZR-0148P", EmailRefusal::EnterpriseAgreement),
        ("MS-AZR-0111P", EmailRefusal::AzureInOpen),
        ("MS-AZR-0145P", EmailRefusal::Partner),
        ("MS-AZR-0017G", EmailRefusal::BillingProfile),
        ("MS-AZR-USGOV-0003P", EmailRefusal::Government),
        ("MS-AZR-USGOV-0041P", EmailRefusal::Government),
        ("MS-AZR-USGOV-0042P", EmailRefusal::Government),
        ("MS-AZR-USGOV-0043P", EmailRefusal::Government),
    ] {
        assert_eq!(email_eligibility(&of_offer(offer), &AgreementType::Mosp), Err(refusal), "{offer}");
    }
}

#[test]
fn an_account_of_another_agreement_has_its_preference_elsewhere_or_none() {
    let support = of_offer("MS-AZR-0041P");
    assert_eq!(email_eligibility(&support, &AgreementType::Ea), Err(EmailRefusal::EnterpriseAgreement));
    for agreement in [AgreementType::Mca, AgreementType::Mpa] {
        assert_eq!(email_eligibility(&support, &agreement), Err(EmailRefusal::BillingProfile));
    }
    let other = AgreementType::from_wire("SomethingNew");
    assert_eq!(email_eligibility(&support, &other), Err(EmailRefusal::UnknownAgreement));
}

#[test]
fn the_invoice_goes_to_the_preferred_address_and_the_additional_recipients() {
    let mail = opted_in(Some("anna@x.nl"), &["books@x.nl", "ANNA@x.nl", "Books@X.nl"]).next_mail(Some("old@x.nl"));
    let expected = [
        MailTo { address: "anna@x.nl".to_owned(), rules: vec![MailRule::Preferred, MailRule::Additional] },
        MailTo { address: "books@x.nl".to_owned(), rules: vec![MailRule::Additional] },
    ];
    assert_eq!(mail, expected);
}

#[test]
fn without_a_preferred_address_it_goes_to_the_one_of_the_account() {
    let mail = opted_in(None, &[]).next_mail(Some("anna@x.nl"));
    assert_eq!(mail, [MailTo { address: "anna@x.nl".to_owned(), rules: vec![MailRule::AccountContact] }]);
    assert!(opted_in(None, &[]).next_mail(None).is_empty());
    assert!(opted_in(None, &[" "]).next_mail(Some("")).is_empty());
}

#[test]
fn nobody_is_mailed_without_accepted_terms() {
    let not_in = SubscriptionEmail { terms: None, ..opted_in(Some("anna@x.nl"), &["bo@x.nl"]) };
    assert!(!not_in.is_opted_in());
    assert!(not_in.next_mail(Some("anna@x.nl")).is_empty());
}

#[test]
fn opting_out_forgets_every_address_and_says_so_first() {
    let before = opted_in(Some("anna@x.nl"), &["bo@x.nl"]);
    assert_eq!(before.dropped_by_opting_out(), ["anna@x.nl", "bo@x.nl"]);
    let dropped = texts(&["anna@x.nl", "bo@x.nl"]);
    let expected = EmailOutcome::Changed { from: before.clone(), to: SubscriptionEmail::default(), dropped };
    assert_eq!(outcome(&before, EmailChange::OptOut), expected);
    assert_eq!(outcome(&SubscriptionEmail::default(), EmailChange::OptOut), EmailOutcome::Unchanged);
}

#[test]
fn opting_in_twice_changes_nothing_unless_the_terms_are_new() {
    let now = opted_in(None, &["bo@x.nl"]);
    let later = AcceptedTerms { on: day("2026-06-01"), ..terms("2020-08") };
    assert_eq!(outcome(&now, EmailChange::OptIn(later)), EmailOutcome::Unchanged);
    let newer = SubscriptionEmail { terms: Some(terms("2026-04")), ..now.clone() };
    let expected = EmailOutcome::Changed { from: now.clone(), to: newer, dropped: Vec::new() };
    assert_eq!(outcome(&now, EmailChange::OptIn(terms("2026-04"))), expected);
}

#[test]
fn recipients_are_stored_only_after_the_terms_are_accepted() {
    let not_in = SubscriptionEmail::default();
    let refused = EmailOutcome::Refused(EmailRefusal::NotOptedIn);
    assert_eq!(outcome(&not_in, EmailChange::AddRecipients(texts(&["bo@x.nl"]))), refused);
    assert_eq!(outcome(&not_in, EmailChange::SetPreferred(Some("bo@x.nl".to_owned()))), refused);
    assert_eq!(outcome(&not_in, EmailChange::AddRecipients(Vec::new())), EmailOutcome::Unchanged);
    assert_eq!(outcome(&not_in, EmailChange::RemoveRecipients(texts(&["bo@x.nl"]))), EmailOutcome::Unchanged);
    assert_eq!(outcome(&not_in, EmailChange::SetPreferred(None)), EmailOutcome::Unchanged);
}

#[test]
fn adding_who_is_there_and_removing_who_is_not_changes_nothing() {
    let now = opted_in(None, &["bo@x.nl"]);
    assert_eq!(outcome(&now, EmailChange::AddRecipients(texts(&[" BO@x.nl"]))), EmailOutcome::Unchanged);
    assert_eq!(outcome(&now, EmailChange::RemoveRecipients(texts(&["cleo@x.nl"]))), EmailOutcome::Unchanged);
    let removed = EmailOutcome::Changed { from: now.clone(), to: opted_in(None, &[]), dropped: texts(&["bo@x.nl"]) };
    assert_eq!(outcome(&now, EmailChange::RemoveRecipients(texts(&["Bo@X.nl "]))), removed);
}

#[test]
fn a_text_that_is_no_address_is_refused_with_what_is_wrong() {
    let now = opted_in(None, &[]);
    let refusal = EmailRefusal::Address { text: "bo".to_owned(), why: AddressError::NoAt };
    let change = EmailChange::AddRecipients(texts(&["anna@x.nl", "bo"]));
    assert_eq!(outcome(&now, change), EmailOutcome::Refused(refusal.clone()));
    assert_eq!(outcome(&now, EmailChange::SetPreferred(Some("bo".to_owned()))), EmailOutcome::Refused(refusal));
}

#[test]
fn a_change_of_many_says_for_each_what_it_would_do() {
    let subscriptions = ["sub-01", "sub-02", "sub-03", "sub-04", "sub-05"].map(azure_subscription);
    let [plain, has_it, not_in, not_mine, unknown] = &subscriptions;
    let reservation = of_category("ReservationOrder");
    let now = opted_in(None, &[]);
    let with_bo = opted_in(None, &["bo@x.nl"]);
    let out = SubscriptionEmail::default();
    let row = |subscription, preference, is_account_admin| EmailSetting {
        subscription,
        agreement: &AgreementType::Mosp,
        preference,
        is_account_admin,
    };
    let settings = [
        row(plain, &now, Some(true)),
        row(has_it, &with_bo, Some(true)),
        row(not_in, &out, Some(true)),
        row(not_mine, &now, Some(false)),
        row(unknown, &now, None),
        row(&reservation, &now, Some(true)),
    ];
    let preview = preview_email_change(&settings, &EmailChange::AddRecipients(texts(&["bo@x.nl"])));
    let ids: Vec<&str> = preview.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["sub-01", "sub-02", "sub-03", "sub-04", "sub-05", "sub-01"]);
    let outcomes: Vec<EmailOutcome> = preview.into_iter().map(|(_, outcome)| outcome).collect();
    let expected = [
        EmailOutcome::Changed { from: now.clone(), to: with_bo.clone(), dropped: Vec::new() },
        EmailOutcome::Unchanged,
        EmailOutcome::Refused(EmailRefusal::NotOptedIn),
        EmailOutcome::Refused(EmailRefusal::NotAccountAdministrator),
        EmailOutcome::Refused(EmailRefusal::AdministratorUnknown),
        EmailOutcome::Refused(EmailRefusal::Purchase),
    ];
    assert_eq!(outcomes, expected);
}

#[test]
fn leaving_is_open_to_a_subscription_that_could_not_opt_in() {
    let in_open = of_offer("MS-AZR-0111P");
    let stored = opted_in(None, &["bo@x.nl"]);
    let row = EmailSetting {
        subscription: &in_open,
        agreement: &AgreementType::Mosp,
        preference: &stored,
        is_account_admin: Some(true),
    };
    let left = preview_email_change(&[row], &EmailChange::OptOut).remove(0).1;
    assert!(matches!(left, EmailOutcome::Changed { .. }));
}

fn any_change() -> impl Strategy<Value = EmailChange> {
    let list = proptest::collection::vec("[abAB]@x\\.nl", 0..3);
    prop_oneof![
        "[12]".prop_map(|version| EmailChange::OptIn(terms(&version))),
        Just(EmailChange::OptOut),
        list.clone().prop_map(EmailChange::AddRecipients),
        list.prop_map(EmailChange::RemoveRecipients),
        proptest::option::of("[abAB]@x\\.nl").prop_map(EmailChange::SetPreferred),
    ]
}

proptest! {
    #[test]
    fn whatever_is_done_addresses_are_kept_only_while_opted_in_and_a_change_made_twice_is_made_once(
        changes in proptest::collection::vec(any_change(), 0..12),
    ) {
        let mut now = SubscriptionEmail::default();
        for change in &changes {
            if let Ok(to) = now.changed(change) {
                prop_assert_eq!(to.changed(change), Ok(to.clone()));
                prop_assert!(to.is_opted_in() || to.dropped_by_opting_out().is_empty());
                let mut seen = std::collections::HashSet::new();
                prop_assert!(to.next_mail(Some("a@x.nl")).iter().all(|mail| seen.insert(mail.address.to_lowercase())));
                now = to;
            }
        }
    }
}
