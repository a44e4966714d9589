//! Who may see what of pay-as-you-go (seeds S001-08 to S001-11, S000-13, S000-17), and what of it is kept.
use crate::support::*;
use crate::tab::*;
use factuur::arm::ArmError;
use factuur::billing::*;
use std::rc::Rc;

/// Holders of the seven roles on Azure-sub 01; the group's holders are its members.
const HOLDERS: [(u32, SubscriptionRole); 7] = [
    (4, SubscriptionRole::Owner),
    (16, SubscriptionRole::Contributor),
    (3, SubscriptionRole::Reader),
    (GROUP_MEMBER, SubscriptionRole::BillingReader),
    (21, SubscriptionRole::UserAccessAdministrator),
    (22, SubscriptionRole::CoAdministrator),
    (23, SubscriptionRole::ServiceAdministrator),
];

fn first() -> (Rc<factuur::sandbox::Sandbox>, BillingSubscription) {
    let sandbox = at(TODAY);
    let it = named(&client(&sandbox, OWNER), MOSP, "Azure-sub 01");
    (sandbox, it)
}

fn refusal(error: &ArmError) -> (u16, &str, &str) {
    (error.status().unwrap_or_default(), error.code().unwrap_or_default(), &error.service().unwrap().message)
}

#[test]
fn the_switch_opens_invoices_to_each_of_the_seven_roles() {
    let (sandbox, it) = first();
    let admin = client(&sandbox, OWNER);
    let newest = run(admin.subscription_invoices(&MOSP.into(), &it.id)).unwrap().remove(0).name;
    for on in [true, false] {
        let wanted = if on { AccessSwitch::On } else { AccessSwitch::Off };
        assert_eq!(run(admin.set_invoice_access(&it.id, on)), Ok(wanted));
        for (who, role) in HOLDERS {
            let holder = client(&sandbox, who);
            assert_eq!(run(holder.invoice_access(&it.id)), Ok(wanted), "{role:?}");
            assert_eq!(matches!(right(&holder, &it.id), InvoiceAccess::Allowed(_)), on, "{role:?}");
            let list = run(holder.subscription_invoices(&MOSP.into(), &it.id));
            let account = run(holder.invoices(&Scope::Account(MOSP.into()), None)).unwrap();
            match list {
                Ok(list) => {
                    let name = &list[0].name;
                    assert!(on && account.len() >= list.len(), "{role:?}");
                    assert!(run(holder.subscription_invoice(&MOSP.into(), &it.id, name)).is_ok());
                    assert!(run(holder.transactions(&MOSP.into(), name)).is_ok());
                }
                Err(error) => {
                    let (status, code, message) = refusal(&error);
                    assert!(!on && (status, code) == (403, "InvoiceAccessDenied"), "{role:?}: {message}");
                    assert!(message.contains(role.as_wire()) && message.contains("Marijke"), "{message}");
                    for refused in [
                        run(holder.subscription_invoice(&MOSP.into(), &it.id, &newest)).unwrap_err(),
                        run(holder.invoice(&MOSP.into(), &newest)).unwrap_err(),
                        run(holder.transactions(&MOSP.into(), &newest)).unwrap_err(),
                    ] {
                        assert_eq!(refusal(&refused).1, "InvoiceAccessDenied", "{role:?}");
                    }
                    assert!(account.iter().all(|it| it.subscription_display_name.as_deref() != Some("Azure-sub 01")));
                }
            }
            // The billing API is open to them either way; the Account Center never is.
            let period = it.cycle().unwrap().closed_on(day(TODAY)).last().unwrap().period;
            assert!(!daily(&holder, &it.id, period).is_empty(), "{role:?}");
            let closed = run(holder.meter_terms(&it.id, period)).unwrap_err();
            assert_eq!(refusal(&closed).1, "AccountCenterOnlyForAccountAdministrator", "{role:?}");
            assert_eq!(run(holder.billing_property(&it.id)).unwrap().is_account_admin, Some(false));
            let account = run(holder.billing_account(&MOSP.into())).unwrap();
            assert_eq!((account.has_read_access, account.sold_to), (Some(false), None), "by name only");
            assert_eq!(refusal(&run(holder.set_invoice_access(&it.id, !on)).unwrap_err()).1, "NotAccountAdministrator");
            assert_eq!(refusal(&run(holder.subscription_email(&it.id)).unwrap_err()).1, "NotAccountAdministrator");
        }
        assert!(!run(admin.subscription_invoices(&MOSP.into(), &it.id)).unwrap().is_empty());
    }
    let roles = run(admin.subscription_roles(&it.id)).unwrap();
    assert_eq!(roles.len(), 7);
    assert!(
        roles
            .iter()
            .any(|held| held.principal.kind == PrincipalKind::Group && held.role == SubscriptionRole::BillingReader)
    );
    assert!(roles.iter().any(|held| held.principal.kind == PrincipalKind::ServicePrincipal));
}

#[test]
fn who_holds_no_role_sees_nothing_and_reads_whom_to_ask() {
    let (sandbox, it) = first();
    let nobody = client(&sandbox, NOBODY);
    assert!(run(nobody.billing_accounts()).unwrap().is_empty());
    assert!(run(nobody.accounts_everywhere()).unwrap().is_empty());
    let error = run(nobody.subscription_invoices(&MOSP.into(), &it.id)).unwrap_err();
    let (status, code, message) = refusal(&error);
    assert_eq!((status, code), (403, "InvoiceAccessDenied"));
    assert!(message.contains("Billing Reader") && message.contains("role Owner"), "{message}");
    for refused in [
        run(nobody.billing_subscriptions(&MOSP.into())).unwrap_err(),
        run(nobody.billing_subscription(&MOSP.into(), &it.id)).unwrap_err(),
        run(nobody.billing_property(&it.id)).unwrap_err(),
        run(nobody.invoice_access(&it.id)).unwrap_err(),
        run(nobody.subscription_roles(&it.id)).unwrap_err(),
        run(nobody.subscription_usage_pages(&it.id, Period { start: day(TODAY), end: day(TODAY) }).unwrap().next())
            .unwrap_err(),
        run(nobody.invoices(&Scope::Account(MOSP.into()), None)).unwrap_err(),
    ] {
        assert_eq!(refusal(&refused).0, 403);
    }
    let stranger = run(nobody.billing_property(&"90000000-0000-0000-0000-000000000000".into())).unwrap_err();
    assert!(stranger.is_not_found());
}

#[test]
fn a_reader_sees_the_subscriptions_of_his_roles_and_no_other() {
    let sandbox = at(TODAY);
    let karin = client(&sandbox, 3);
    let names: Vec<String> = subscriptions(&karin, MOSP).into_iter().map(|it| it.display_name).collect();
    assert_eq!(names, ["Azure-sub 01", "Azure-sub 02"]);
    let other = named(&client(&sandbox, OWNER), MOSP, "Kassasysteem");
    assert!(run(karin.billing_subscription(&MOSP.into(), &other.id)).unwrap_err().is_forbidden());
}

#[test]
fn a_support_plan_has_no_switch_and_is_the_administrators_alone() {
    let sandbox = at(TODAY);
    let admin = client(&sandbox, OWNER);
    let plan = named(&admin, MOSP, "Ondersteuningsabonnement");
    assert!(plan.is_support_plan());
    assert_eq!(refusal(&run(admin.invoice_access(&plan.id)).unwrap_err()).0, 404);
    let error = run(admin.set_invoice_access(&plan.id, true)).unwrap_err();
    assert_eq!((error.status(), error.code()), (Some(409), Some("NoAccessSwitch")));
    let reader = run(client(&sandbox, 3).subscription_invoices(&MOSP.into(), &plan.id)).unwrap_err();
    assert_eq!(refusal(&reader).1, "InvoiceAccessDenied");
}

fn opted_in(recipients: &[&str]) -> SubscriptionEmail {
    SubscriptionEmail {
        terms: Some(AcceptedTerms { version: "2020-04".into(), on: day("2019-01-01") }),
        preferred: None,
        recipients: recipients.iter().map(|it| (*it).to_owned()).collect(),
    }
}

#[test]
fn only_what_can_be_mailed_is_opted_in() {
    let sandbox = at(TODAY);
    let admin = client(&sandbox, OWNER);
    for it in subscriptions(&admin, MOSP) {
        let outcome = run(admin.set_subscription_email(&it.id, &opted_in(&["a@b.example"])));
        match email_eligibility(&it, &AgreementType::Mosp) {
            Ok(()) => {
                let now = outcome.unwrap_or_else(|error| panic!("{}: {error}", it.display_name));
                assert!(now.is_opted_in() && now.recipients.contains(&"a@b.example".to_owned()));
            }
            Err(refused) => {
                assert_eq!(refused, EmailRefusal::Purchase, "{}", it.display_name);
                assert_eq!(refusal(&outcome.unwrap_err()).1, "PurchasesAreNotMailed");
                let out = run(admin.set_subscription_email(&it.id, &SubscriptionEmail::default()));
                assert_eq!(out, Ok(SubscriptionEmail::default()), "ending mail is open to any");
            }
        }
    }
    let swedish = client(&sandbox, 26);
    let open = named(&swedish, SWEDISH, "Azure i Open");
    let error = run(swedish.set_subscription_email(&open.id, &opted_in(&[]))).unwrap_err();
    assert_eq!((refusal(&error).0, refusal(&error).1), (409, "AzureInOpenIsNotMailed"));
}

#[test]
fn addresses_are_checked_and_stored_only_with_accepted_terms() {
    let (sandbox, it) = first();
    let admin = client(&sandbox, OWNER);
    let id = named(&admin, MOSP, "Azure-sub 02").id;
    assert_eq!(run(admin.subscription_email(&id)), Ok(SubscriptionEmail::default()));
    let code =
        |email: &SubscriptionEmail| refusal(&run(admin.set_subscription_email(&id, email)).unwrap_err()).1.to_owned();
    assert_eq!(code(&opted_in(&["nobody"])), "InvalidAddress");
    assert_eq!(code(&SubscriptionEmail { preferred: Some("x@".into()), ..opted_in(&[]) }), "InvalidAddress");
    assert_eq!(code(&SubscriptionEmail { terms: None, ..opted_in(&["a@b.example"]) }), "NotOptedIn");
    let wanted = SubscriptionEmail {
        preferred: Some(" pref@b.example".into()),
        ..opted_in(&["a@b.example", "c@b.example", "A@B.example"])
    };
    let now = run(admin.set_subscription_email(&id, &wanted)).unwrap();
    assert_eq!(now.preferred.as_deref(), Some("pref@b.example"));
    assert_eq!(now.recipients, ["a@b.example", "c@b.example"]);
    assert_eq!(now.terms.as_ref().unwrap().on, day(TODAY), "the day is the server's");
    let fewer = run(admin.set_subscription_email(&id, &opted_in(&["c@b.example"]))).unwrap();
    assert_eq!((fewer.preferred, fewer.recipients), (None, vec!["c@b.example".to_owned()]));
    let out = SubscriptionEmail::default();
    assert_eq!(run(admin.set_subscription_email(&id, &out)), Ok(out.clone()));
    assert_eq!(run(admin.subscription_email(&id)), Ok(out));
    let tenants = run(admin.subscription_email(&it.id)).unwrap();
    assert_eq!(tenants.terms.unwrap().on, it.created.unwrap());
    assert_eq!(
        run(admin.billing_accounts()).unwrap()[1].sold_to.as_ref().unwrap().email.as_deref(),
        Some("crediteuren@kwelderoog.example")
    );
}

#[test]
fn the_switch_and_the_addresses_are_there_tomorrow_and_gone_after_a_reset() {
    let store = Shared::default();
    let open = || Rc::new(sandbox_with(store.clone(), TODAY));
    let id = named(&client(&open(), OWNER), MOSP, "Azure-sub 02").id;
    let admin = client(&open(), OWNER);
    run(admin.set_invoice_access(&id, true)).unwrap();
    run(admin.set_subscription_email(&id, &opted_in(&["a@b.example"]))).unwrap();
    let later = client(&open(), OWNER);
    assert_eq!(run(later.invoice_access(&id)), Ok(AccessSwitch::On));
    assert_eq!(run(later.subscription_email(&id)).unwrap().recipients, ["a@b.example"]);
    assert!(run(client(&open(), 3).subscription_invoices(&MOSP.into(), &id)).is_ok());
    run(later.reset()).unwrap();
    let after = client(&open(), OWNER);
    assert_eq!(run(after.invoice_access(&id)), Ok(AccessSwitch::Off));
    assert!(!run(after.subscription_email(&id)).unwrap().is_opted_in());
}

#[test]
fn what_was_kept_before_there_were_subscriptions_is_still_read() {
    use factuur::sandbox::{StorageState, Store};
    let store = Shared::default();
    let old = r#"{"version":1,"revision":3,"added":[],"removed":[],"profiles":{},"loadTestRows":7}"#;
    store.save(old).unwrap();
    let sandbox = Rc::new(sandbox_with(store, TODAY));
    assert_eq!(sandbox.storage_state(), StorageState::Kept);
    assert_eq!(run(client(&sandbox, OWNER).load_test(None)), Ok(7));
}
