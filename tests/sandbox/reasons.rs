//! "Why is there no invoice?": for each reason there is somebody in the tenant to whom it applies, by the answers they get.
use crate::tab::*;
use factuur::arm::Client;
use factuur::billing::*;

/// Everything that a page can learn about the newest invoice of a subscription, or of an account.
fn facts(client: &Client, now: &str, account: &str, subscription: Option<&str>) -> Facts {
    let today = day(now);
    let everywhere = run(client.accounts_everywhere()).unwrap();
    let me = run(client.me()).unwrap();
    let directories = run(client.tenants()).unwrap();
    let home = everywhere.iter().find(|it| it.account.name == account.into()).unwrap();
    let current = directories.iter().find(|it| Some(&it.id) == me.home_tenant.as_ref()).unwrap();
    let found = account_of(client, account);
    let others = everywhere.iter().filter(|it| it.account.name != account.into() && it.directory == home.directory);
    let mut facts = Facts {
        agreement: Some(found.agreement.clone()),
        signed_up: found.created,
        ea_receiver: run(client.ea_receiver(&account.into())).unwrap(),
        signed_in: me.identity.map(|kind| Identity { address: me.principal.email.clone().unwrap(), kind }),
        identities: Some(run(client.identities()).unwrap()),
        other_accounts: Some(others.map(|it| it.account.clone()).collect()),
        directory: Some(Directory { id: current.id.clone(), name: Some(current.name.clone()) }),
        home: Some(home.directory.clone()),
        ..Facts::on(today)
    };
    let Some(name) = subscription else { return facts };
    let it = named(client, account, name);
    facts.right = Some(InvoiceRight::Subscription(right(client, &it.id)));
    facts.offer = it.offer.clone();
    let cycle = it.cycle().unwrap();
    let newest = cycle.closed_on(today).last().or_else(|| cycle.periods().next()).unwrap().period;
    facts.credit = run(client.credit(&it.id, newest)).unwrap();
    if let Some(made) = found.created {
        facts.expected = service_invoices(&cycle, Anchor::of(made)).find(|expected| expected.periods.contains(&newest));
    }
    facts
}

fn applies(facts: &Facts, reason: MissingReason) -> Option<(Evidence, NextStep)> {
    let finding = reasons(facts).into_iter().find(|finding| finding.reason == reason)?;
    match finding.verdict {
        Verdict::Applies { evidence, next } => Some((evidence, next)),
        _ => None,
    }
}

#[test]
fn every_reason_has_somebody_in_the_tenant_whatever_the_clock_says() {
    use MissingReason::*;
    let table: [(MissingReason, u32, &str, Option<&str>); 8] = [
        (EnterpriseAgreement, 28, ENTERPRISE, None),
        (NoPermission, 3, MOSP, Some("Azure-sub 02")),
        (NotReady, 1, MOSP, Some("Azure-sub 07")),
        (CreditNotExceeded, 1, MOSP, Some("Visual Studio Enterprise – Karin")),
        (NewAccount, 26, TRIAL, Some("Kostnadsfri")),
        (OtherDirectory, 27, SWEDISH, Some("Sjömätning")),
        (OtherAccount, 26, TRIAL, Some("Kostnadsfri")),
        (OtherIdentity, 24, DUINHOVEN, Some("Duinhoven")),
    ];
    for now in CLOCKS {
        let sandbox = at(now);
        for (reason, who, account, subscription) in table {
            let facts = facts(&client(&sandbox, who), now, account, subscription);
            let found = applies(&facts, reason);
            assert!(found.is_some(), "{now} {reason:?}: {facts:#?}");
            let (evidence, next) = found.unwrap();
            match reason {
                EnterpriseAgreement => {
                    assert_eq!(next, NextStep::AskReceiver(Some("ea-facturen@kwelderoog.example".into())));
                }
                NoPermission => assert_eq!(next, NextStep::Ask(vec![Granter::AccountAdministrator])),
                NotReady => assert!(matches!(evidence, Evidence::Expected { is_period_over: true, .. })),
                CreditNotExceeded => assert!(matches!(evidence, Evidence::WithinCredit { credit: Some(_), .. })),
                NewAccount => assert!(matches!(evidence, Evidence::SignedUp { days: 12, .. })),
                OtherDirectory => assert!(matches!(next, NextStep::SwitchDirectory(home) if home.name.is_some())),
                OtherAccount => assert_eq!(next, NextStep::SwitchAccount(SWEDISH.into())),
                OtherIdentity => {
                    assert!(matches!(next, NextStep::SignInAs(twin) if twin.kind == IdentityKind::MicrosoftAccount))
                }
            }
        }
    }
}

#[test]
fn to_who_has_the_invoice_none_of_it_applies() {
    let sandbox = at(TODAY);
    let facts = facts(&client(&sandbox, 26), TODAY, SWEDISH, Some("Sjömätning"));
    assert_eq!(
        facts.right,
        Some(InvoiceRight::Subscription(InvoiceAccess::Allowed(AccessReason::AccountAdministrator)))
    );
    let found = reasons(&facts).into_iter().filter(|it| matches!(it.verdict, Verdict::Applies { .. }));
    let found: Vec<MissingReason> = found.map(|it| it.reason).collect();
    assert!(found.iter().all(|it| *it == MissingReason::NotReady), "{found:?}");
}

#[test]
fn somebody_in_the_wrong_directory_sees_the_account_from_the_right_one() {
    let sandbox = at(TODAY);
    let here = client(&sandbox, 27);
    assert!(run(here.billing_accounts()).unwrap().is_empty());
    let home = run(here.accounts_everywhere()).unwrap().remove(0).directory.id;
    let there = here.with_directory(Some(home));
    let seen = run(there.billing_accounts()).unwrap();
    assert_eq!((seen.len(), seen[0].name.as_str(), seen[0].has_read_access), (1, SWEDISH, Some(false)));
    let it = named(&there, SWEDISH, "Sjömätning");
    assert!(!run(there.subscription_invoices(&SWEDISH.into(), &it.id)).unwrap().is_empty(), "the switch is on");
}

#[test]
fn two_identities_with_one_address_are_told_apart() {
    let sandbox = at(TODAY);
    for (who, kind) in [(24, IdentityKind::WorkOrSchool), (25, IdentityKind::MicrosoftAccount)] {
        let client = client(&sandbox, who);
        assert_eq!(run(client.me()).unwrap().identity, Some(kind));
        let all = run(client.identities()).unwrap();
        let told: Vec<(IdentityKind, Option<bool>)> = all.iter().map(|(it, may)| (it.kind, *may)).collect();
        assert_eq!(told, [(IdentityKind::WorkOrSchool, Some(false)), (IdentityKind::MicrosoftAccount, Some(true))]);
    }
}
