//! "Why is there no invoice?" (seeds S000-18, S001-18, S003-19): one reason at a time, and nothing claimed of the unknown.
use crate::fixtures::*;
use factuur::billing::*;
use proptest::prelude::*;

fn facts() -> Facts {
    Facts::on(day("2026-04-20"))
}

fn verdict(facts: &Facts, reason: MissingReason) -> Verdict {
    let found: Vec<Finding> = reasons(facts).into_iter().filter(|finding| finding.reason == reason).collect();
    assert_eq!(found.len(), 1, "{reason:?} is looked at once");
    found[0].verdict.clone()
}

fn applies(evidence: Evidence, next: NextStep) -> Verdict {
    Verdict::Applies { evidence, next }
}

/// The invoice of a subscription made on 5 March, on an account of the second: 2 May, or up to two days later.
fn expected() -> ExpectedInvoice {
    let cycle = BillingCycle::new(day("2026-03-05"));
    service_invoices(&cycle, Anchor::new(2).unwrap()).next().unwrap()
}

fn credit(granted: &str, used: &str) -> Option<Credit> {
    Some(Credit { granted: money(granted, Currency::EUR), used: money(used, Currency::EUR) })
}

fn identity(address: &str, kind: IdentityKind) -> Identity {
    Identity { address: address.to_owned(), kind }
}

fn directory(id: &str) -> Directory {
    Directory { id: id.into(), name: None }
}

fn other_account(name: &str, has_invoices: Option<bool>) -> OtherAccount {
    OtherAccount { name: name.into(), display_name: name.to_owned(), has_invoices }
}

#[test]
fn fewer_than_30_days_since_signing_up_is_a_reason_until_the_thirtieth() {
    use MissingReason::NewAccount;
    let signed_up = |on| Facts { signed_up: Some(day(on)), ..facts() };
    let evidence = Evidence::SignedUp { on: day("2026-03-22"), days: 29 };
    let wait = NextStep::WaitUntil(day("2026-04-21"));
    assert_eq!(verdict(&signed_up("2026-03-22"), NewAccount), applies(evidence, wait));
    assert_eq!(verdict(&signed_up("2026-03-21"), NewAccount), Verdict::DoesNotApply);
}

#[test]
fn being_new_explains_nothing_when_the_invoice_is_overdue() {
    let bought = support_invoices(day("2026-04-10"), Anchor::new(2).unwrap(), None).next();
    let overdue = Facts { signed_up: Some(day("2026-04-10")), expected: bought, ..facts() };
    assert_eq!(verdict(&overdue, MissingReason::NewAccount), Verdict::DoesNotApply);
    assert_eq!(verdict(&overdue, MissingReason::NotReady), Verdict::DoesNotApply);
}

#[test]
fn an_invoice_is_not_ready_before_its_day_nor_before_two_days_after() {
    use MissingReason::NotReady;
    let on = |today| Facts { expected: Some(expected()), ..Facts::on(day(today)) };
    let evidence =
        |is_period_over| Evidence::Expected { periods: expected().periods, window: expected().window, is_period_over };
    let until = |day_text| NextStep::WaitUntil(day(day_text));
    assert_eq!(verdict(&on("2026-04-04"), NotReady), applies(evidence(false), until("2026-05-02")));
    assert_eq!(verdict(&on("2026-04-05"), NotReady), applies(evidence(true), until("2026-05-02")));
    assert_eq!(verdict(&on("2026-05-02"), NotReady), applies(evidence(true), until("2026-05-04")));
    assert_eq!(verdict(&on("2026-05-04"), NotReady), applies(evidence(true), until("2026-05-04")));
    assert_eq!(verdict(&on("2026-05-05"), NotReady), Verdict::DoesNotApply);
}

#[test]
fn a_profiles_invoice_comes_at_the_beginning_of_the_next_month() {
    let april = profile_invoice(Period::month(2026, 4).unwrap(), Anchor::new(1));
    let open = Facts { agreement: Some(AgreementType::Mca), expected: april, ..facts() };
    let Verdict::Applies { next, .. } = verdict(&open, MissingReason::NotReady) else {
        panic!("April is not over");
    };
    assert_eq!(next, NextStep::WaitUntil(day("2026-05-01")));
}

#[test]
fn a_missing_billing_role_is_named_with_who_can_give_it() {
    let decision = may(&[held(Role::SectionOwner)], Task::SeeInvoices, &profile());
    let no_role = Facts { right: Some(InvoiceRight::BillingRole(decision)), ..facts() };
    // The roles of the documents: of the profile owner, contributor, reader, invoice manager; of the account the first three.
    let any_of = vec![
        Role::ProfileReader,
        Role::InvoiceManager,
        Role::ProfileContributor,
        Role::ProfileOwner,
        Role::AccountReader,
        Role::AccountContributor,
        Role::AccountOwner,
    ];
    let ask = NextStep::AskRole(vec![Role::ProfileOwner, Role::AccountOwner]);
    let expected = applies(Evidence::MissingRoles { any_of }, ask);
    assert_eq!(verdict(&no_role, MissingReason::NoPermission), expected);
    let allowed = may(&[held(Role::InvoiceManager)], Task::SeeInvoices, &profile());
    let may_see = Facts { right: Some(InvoiceRight::BillingRole(allowed)), ..facts() };
    assert_eq!(verdict(&may_see, MissingReason::NoPermission), Verdict::DoesNotApply);
}

#[test]
fn a_pay_as_you_go_invoice_that_is_not_shared_is_the_account_administrators_to_open() {
    let denied = |refusal| Facts { right: Some(InvoiceRight::Subscription(InvoiceAccess::Denied(refusal))), ..facts() };
    let ask = || NextStep::Ask(vec![Granter::AccountAdministrator]);
    for refusal in [AccessRefusal::SwitchedOff { role: SubscriptionRole::Reader }, AccessRefusal::SupportPlan] {
        let expected = applies(Evidence::Refused(refusal.clone()), ask());
        assert_eq!(verdict(&denied(refusal), MissingReason::NoPermission), expected);
    }
    let unknown = InvoiceAccess::Unknown(vec![MissingFact::Switch]);
    let not_told = Facts { right: Some(InvoiceRight::Subscription(unknown)), ..facts() };
    assert_eq!(verdict(&not_told, MissingReason::NoPermission), Verdict::Unknown);
}

#[test]
fn within_the_credit_nothing_is_owed_and_beyond_it_something_is() {
    use MissingReason::CreditNotExceeded;
    let with =
        |credit| Facts { agreement: Some(AgreementType::Mosp), offer: Some("MS-AZR-0063P".into()), credit, ..facts() };
    let visual_studio = OfferId::from("MS-AZR-0063P").offer();
    for used in ["0", "129.99", "130.00"] {
        let evidence = Evidence::WithinCredit { offer: visual_studio, credit: credit("130", used), period: None };
        let expected = applies(evidence, NextStep::NothingIsOwed);
        assert_eq!(verdict(&with(credit("130", used)), CreditNotExceeded), expected, "{used}");
    }
    assert_eq!(verdict(&with(credit("130", "130.01")), CreditNotExceeded), Verdict::DoesNotApply);
    assert_eq!(verdict(&with(None), CreditNotExceeded), Verdict::Unknown);
    let dollars = Some(Credit { granted: money("130", Currency::USD), used: money("1", Currency::EUR) });
    assert_eq!(verdict(&with(dollars), CreditNotExceeded), Verdict::Unknown);
}

#[test]
fn a_credit_is_no_reason_for_pay_as_you_go_a_support_plan_or_another_agreement() {
    use MissingReason::CreditNotExceeded;
    let within = Facts {
        agreement: Some(AgreementType::Mosp),
        offer: Some("MS-AZR-0044P".into()),
        credit: credit("170", "12"),
        ..facts()
    };
    assert!(matches!(verdict(&within, CreditNotExceeded), Verdict::Applies { .. }));
    let pay_as_you_go = Facts { offer: Some("MS-AZR-0003P".into()), ..within.clone() };
    assert_eq!(verdict(&pay_as_you_go, CreditNotExceeded), Verdict::DoesNotApply);
    let plan = support_invoices(day("2026-04-10"), Anchor::new(2).unwrap(), None).next();
    let support = Facts { expected: plan, ..within.clone() };
    assert_eq!(verdict(&support, CreditNotExceeded), Verdict::DoesNotApply);
    // MCA and MPA always have an invoice.
    for agreement in [AgreementType::Mca, AgreementType::Mpa] {
        let other = Facts { agreement: Some(agreement), ..within.clone() };
        assert_eq!(verdict(&other, CreditNotExceeded), Verdict::DoesNotApply);
    }
    let starter = Facts { offer: Some("MS-AZR-0144P".into()), credit: None, ..within };
    assert!(matches!(verdict(&starter, CreditNotExceeded), Verdict::Applies { .. }));
}

#[test]
fn invoices_of_an_enterprise_agreement_are_sent_to_the_configured_receiver() {
    let receiver = Some("books@x.nl".to_owned());
    let enterprise = Facts {
        agreement: Some(AgreementType::Ea),
        ea_receiver: receiver.clone(),
        signed_up: Some(day("2026-04-19")),
        expected: Some(expected()),
        ..facts()
    };
    let evidence = Evidence::Enrollment { receiver: receiver.clone() };
    let expected = applies(evidence, NextStep::AskReceiver(receiver.clone()));
    assert_eq!(verdict(&enterprise, MissingReason::EnterpriseAgreement), expected);
    assert_eq!(verdict(&enterprise, MissingReason::NotReady), Verdict::DoesNotApply);
    assert_eq!(verdict(&enterprise, MissingReason::NewAccount), Verdict::DoesNotApply);
    assert_eq!(advice(&reasons(&enterprise)), NextStep::AskReceiver(receiver));
    for agreement in [AgreementType::Mosp, AgreementType::Mca, AgreementType::Mpa] {
        let other = Facts { agreement: Some(agreement), ..enterprise.clone() };
        assert_eq!(verdict(&other, MissingReason::EnterpriseAgreement), Verdict::DoesNotApply);
    }
}

#[test]
fn another_identity_with_the_same_address_may_see_it() {
    use IdentityKind::{MicrosoftAccount, WorkOrSchool};
    use MissingReason::OtherIdentity;
    let me = identity("anna@x.nl", WorkOrSchool);
    let with = |address, kind, may_see| Facts {
        signed_in: Some(me.clone()),
        identities: Some(vec![(me.clone(), Some(false)), (identity(address, kind), may_see)]),
        ..facts()
    };
    let twin = identity("ANNA@x.nl", MicrosoftAccount);
    let expected = applies(Evidence::Identity(twin.clone()), NextStep::SignInAs(twin));
    assert_eq!(verdict(&with("ANNA@x.nl", MicrosoftAccount, Some(true)), OtherIdentity), expected);
    assert_eq!(verdict(&with("ANNA@x.nl", MicrosoftAccount, None), OtherIdentity), Verdict::Unknown);
    assert_eq!(verdict(&with("ANNA@x.nl", MicrosoftAccount, Some(false)), OtherIdentity), Verdict::DoesNotApply);
    assert_eq!(verdict(&with("bo@x.nl", MicrosoftAccount, Some(true)), OtherIdentity), Verdict::DoesNotApply);
    assert_eq!(verdict(&with("anna@x.nl", WorkOrSchool, Some(true)), OtherIdentity), Verdict::DoesNotApply);
    let allowed = may(&[held(Role::ProfileReader)], Task::SeeInvoices, &profile());
    let right = Some(InvoiceRight::BillingRole(allowed));
    let already = Facts { right, ..with("anna@x.nl", MicrosoftAccount, Some(true)) };
    assert_eq!(verdict(&already, OtherIdentity), Verdict::DoesNotApply);
}

#[test]
fn another_account_of_the_person_has_them() {
    use MissingReason::OtherAccount;
    let with = |accounts: &[(&str, Option<bool>)]| Facts {
        other_accounts: Some(accounts.iter().map(|(name, has)| other_account(name, *has)).collect()),
        ..facts()
    };
    let having = vec![other_account("b", Some(true)), other_account("c", Some(true))];
    let expected = applies(Evidence::Accounts(having), NextStep::SwitchAccount("b".into()));
    let all = [("a", Some(false)), ("b", Some(true)), ("c", Some(true)), ("d", None)];
    assert_eq!(verdict(&with(&all), OtherAccount), expected);
    assert_eq!(verdict(&with(&[("a", Some(false)), ("d", None)]), OtherAccount), Verdict::Unknown);
    assert_eq!(verdict(&with(&[("a", Some(false))]), OtherAccount), Verdict::DoesNotApply);
    assert_eq!(verdict(&with(&[]), OtherAccount), Verdict::DoesNotApply);
}

#[test]
fn the_account_belongs_to_another_directory() {
    use MissingReason::OtherDirectory;
    let with = |home| Facts { directory: Some(directory("T-1")), home: Some(directory(home)), ..facts() };
    let evidence = Evidence::Directories { current: directory("T-1"), home: directory("T-2") };
    let expected = applies(evidence, NextStep::SwitchDirectory(directory("T-2")));
    assert_eq!(verdict(&with("T-2"), OtherDirectory), expected);
    assert_eq!(verdict(&with("t-1"), OtherDirectory), Verdict::DoesNotApply);
    assert_eq!(verdict(&Facts { home: None, ..with("T-2") }, OtherDirectory), Verdict::Unknown);
    assert_eq!(verdict(&Facts { directory: None, ..with("T-2") }, OtherDirectory), Verdict::Unknown);
}

#[test]
fn with_nothing_known_nothing_is_claimed() {
    let findings = reasons(&facts());
    assert_eq!(findings.len(), 8);
    assert!(findings.iter().all(|finding| finding.verdict == Verdict::Unknown));
    assert_eq!(advice(&findings), NextStep::ContactSupport);
}

#[test]
fn when_every_check_is_done_and_none_applies_support_is_asked() {
    let known = Facts {
        agreement: Some(AgreementType::Mosp),
        signed_up: Some(day("2020-02-02")),
        expected: Some(expected()),
        right: Some(InvoiceRight::Subscription(InvoiceAccess::Allowed(AccessReason::AccountAdministrator))),
        offer: Some("MS-AZR-0003P".into()),
        other_accounts: Some(Vec::new()),
        directory: Some(directory("T-1")),
        home: Some(directory("T-1")),
        ..Facts::on(day("2026-05-05"))
    };
    let findings = reasons(&known);
    assert!(findings.iter().all(|finding| finding.verdict == Verdict::DoesNotApply), "{findings:?}");
    assert_eq!(advice(&findings), NextStep::ContactSupport);
}

#[test]
fn what_applies_comes_before_what_is_unknown_and_the_likelier_first() {
    let some = Facts {
        agreement: Some(AgreementType::Mca),
        signed_up: Some(day("2026-04-01")),
        expected: profile_invoice(Period::month(2026, 4).unwrap(), Anchor::new(1)),
        directory: Some(directory("T-1")),
        home: Some(directory("T-2")),
        ..facts()
    };
    use MissingReason::*;
    let order: Vec<MissingReason> = reasons(&some).iter().map(|finding| finding.reason).collect();
    let expected = [
        NotReady,
        NewAccount,
        OtherDirectory,
        NoPermission,
        OtherAccount,
        OtherIdentity,
        EnterpriseAgreement,
        CreditNotExceeded,
    ];
    assert_eq!(order, expected);
    assert_eq!(advice(&reasons(&some)), NextStep::WaitUntil(day("2026-05-01")));
}

proptest! {
    /// Each reason applies exactly when the facts it rests on are known, whatever else is.
    #[test]
    fn a_fact_that_is_not_known_never_yields_a_claim(mask in 0_u32..4096) {
        let denied = may(&[], Task::SeeInvoices, &profile());
        let me = identity("anna@x.nl", IdentityKind::WorkOrSchool);
        let twin = identity("anna@x.nl", IdentityKind::MicrosoftAccount);
        let keep = |bit: u32| mask & (1 << bit) != 0;
        let some = Facts {
            agreement: keep(0).then_some(AgreementType::Mosp),
            signed_up: keep(1).then(|| day("2026-04-01")),
            expected: keep(2).then(expected),
            right: keep(3).then_some(InvoiceRight::BillingRole(denied)),
            offer: keep(4).then(|| "MS-AZR-0063P".into()),
            credit: if keep(5) { credit("130", "1") } else { None },
            ea_receiver: keep(6).then(|| "books@x.nl".to_owned()),
            signed_in: keep(7).then(|| me.clone()),
            identities: keep(8).then(|| vec![(me, Some(false)), (twin, Some(true))]),
            other_accounts: keep(9).then(|| vec![other_account("b", Some(true))]),
            directory: keep(10).then(|| directory("T-1")),
            home: keep(11).then(|| directory("T-2")),
            ..facts()
        };
        use MissingReason::*;
        let needed = [
            (NewAccount, keep(1)),
            (NotReady, keep(2)),
            (NoPermission, keep(3)),
            (CreditNotExceeded, keep(0) && keep(5)),
            (OtherIdentity, keep(7) && keep(8)),
            (OtherAccount, keep(9)),
            (OtherDirectory, keep(10) && keep(11)),
            (EnterpriseAgreement, false),
        ];
        for (reason, is_known) in needed {
            let applies = matches!(verdict(&some, reason), Verdict::Applies { .. });
            prop_assert_eq!(applies, is_known, "{:?}", reason);
        }
    }
}

#[test]
fn who_sees_invoices_here_is_not_sent_to_another_account_directory_or_identity() {
    let other = |has_invoices| OtherAccount {
        name: AccountName::new("82749163"),
        display_name: "Kwelderoog Groep".to_owned(),
        has_invoices,
    };
    let looking = Facts { other_accounts: Some(vec![other(Some(true))]), ..facts() };
    assert!(matches!(verdict(&looking, MissingReason::OtherAccount), Verdict::Applies { .. }));
    let seeing = Facts { sees_invoices: Some(true), ..looking };
    for reason in [MissingReason::OtherAccount, MissingReason::OtherDirectory, MissingReason::OtherIdentity] {
        assert_eq!(verdict(&seeing, reason), Verdict::DoesNotApply, "{reason:?}");
    }
}

#[test]
fn who_has_no_account_at_all_is_told_to_ask_its_owner_unless_another_directory_has_one() {
    let nobody = Facts { sees_accounts: Some(false), ..facts() };
    let expected = applies(Evidence::NoAccount, NextStep::AskOwner);
    assert_eq!(verdict(&nobody, MissingReason::NoPermission), expected);
    assert_eq!(advice(&reasons(&nobody)), NextStep::AskOwner);
    let elsewhere = Facts { home: Some(directory("T-2")), directory: Some(directory("T-1")), ..nobody };
    assert_eq!(verdict(&elsewhere, MissingReason::NoPermission), Verdict::Unknown);
    assert_eq!(advice(&reasons(&elsewhere)), NextStep::SwitchDirectory(directory("T-2")));
    let somebody = Facts { sees_accounts: Some(true), ..facts() };
    assert_eq!(verdict(&somebody, MissingReason::NoPermission), Verdict::Unknown);
}

#[test]
fn while_the_period_is_open_the_credit_may_still_be_exceeded() {
    let within = |today| Facts {
        agreement: Some(AgreementType::Mosp),
        offer: Some("MS-AZR-0063P".into()),
        credit: credit("130", "12"),
        expected: Some(expected()),
        ..Facts::on(day(today))
    };
    let next = |today| match verdict(&within(today), MissingReason::CreditNotExceeded) {
        Verdict::Applies { next, .. } => next,
        other => panic!("{other:?}"),
    };
    assert_eq!(next("2026-04-04"), NextStep::OnlyBeyondCredit);
    assert_eq!(next("2026-04-05"), NextStep::NothingIsOwed);
}
