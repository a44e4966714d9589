//! Addresses, what people paste, and who is sent the next invoice.
use crate::fixtures::*;
use factuur::billing::*;
use proptest::prelude::*;

#[test]
fn ordinary_and_international_addresses_are_taken() {
    for text in [
        "anna@example.com",
        " o'neil+invoices@mail.example.co.uk\n",
        "jan@b\u{fc}cher.example",
        "a@xn--bcher-kva.example",
        "x_1@a-b.example",
    ] {
        assert_eq!(check_address(text), Ok(text.trim().to_owned()));
    }
}

#[test]
fn what_is_no_address_is_refused_with_its_reason() {
    use AddressError::*;
    let long = format!("{}@example.com", "a".repeat(65));
    let longer = format!("a@{}com", "b.".repeat(130));
    for (text, reason) in [
        ("  ", Empty),
        ("anna", NoAt),
        ("a@b@example.com", NoAt),
        ("@example.com", Local),
        (".a@example.com", Local),
        ("a..b@example.com", Local),
        (&long, Local),
        ("a@", Domain),
        ("a@localhost", Domain),
        ("a@-b.com", Domain),
        ("a@b..com", Domain),
        ("a@127.0.0.1", Domain),
        ("a b@example.com", Character),
        ("a@exa mple.com", Character),
        ("a@ex\u{200b}ample.com", Character),
        ("a\r\nBcc:b@example.com", Character),
        ("<a@example.com>", Character),
        (&longer, TooLong),
    ] {
        assert_eq!(check_address(text), Err(reason), "{text:?}");
    }
}

#[test]
fn a_pasted_list_falls_apart_into_its_addresses() {
    for (pasted, expected) in [
        ("a@x.nl, b@x.nl;c@x.nl\r\nd@x.nl e@x.nl", vec!["a@x.nl", "b@x.nl", "c@x.nl", "d@x.nl", "e@x.nl"]),
        ("Anna Jansen <a@x.nl>, Bo < b@x.nl >", vec!["a@x.nl", "b@x.nl"]),
        ("Jansen, Anna <a@x.nl>; Bo <b@x.nl>", vec!["a@x.nl", "b@x.nl"]),
        ("\"Jansen; Anna\" <a@x.nl>", vec!["a@x.nl"]),
        ("a@x.nl <A@x.nl>", vec!["a@x.nl"]),
        ("a@x.nl Bo <b@x.nl>", vec!["a@x.nl", "b@x.nl"]),
        ("typo, a@x.nl", vec!["typo", "a@x.nl"]),
        ("a@x.nl; typo", vec!["a@x.nl", "typo"]),
        ("a@x.nl <b@x.nl", vec!["a@x.nl", "b@x.nl"]),
        (" ,;\n", vec![]),
    ] {
        assert_eq!(split_addresses(pasted), expected, "{pasted:?}");
    }
}

fn opted_in(recipients: &[&str]) -> EmailPreference {
    EmailPreference { opt_in: true, recipients: recipients.iter().map(|&text| text.to_owned()).collect() }
}

#[test]
fn owner_contributor_reader_and_invoice_manager_of_the_profile_are_mailed() {
    let mailed = [Role::ProfileOwner, Role::ProfileContributor, Role::ProfileReader, Role::InvoiceManager];
    for role in Role::KNOWN {
        let scope = scope_of(role.given_at().unwrap());
        let holder = assignment(role.clone(), scope, "anna", Some("anna@x.nl"));
        let recipients = resolve_recipients(&opted_in(&[]), &[holder]);
        assert_eq!(recipients.len() == 1, mailed.contains(&role), "{role:?}");
    }
}

#[test]
fn nobody_is_mailed_when_the_profile_does_not_want_it() {
    let holder = assignment(Role::ProfileOwner, profile(), "anna", Some("anna@x.nl"));
    let mut preference = opted_in(&["bo@x.nl"]);
    preference.opt_in = false;
    assert!(resolve_recipients(&preference, &[holder]).is_empty());
}

#[test]
fn one_person_with_two_roles_who_is_also_typed_in_gets_one_mail_for_three_reasons() {
    let roles = [
        assignment(Role::InvoiceManager, profile(), "anna", None),
        assignment(Role::ProfileOwner, profile(), "ANNA", Some("anna@x.nl")),
    ];
    let recipients = resolve_recipients(&opted_in(&[" Anna@X.nl", "bo@x.nl", "", "BO@x.nl"]), &roles);
    assert_eq!(recipients.len(), 2);
    let role = |role| RecipientReason::Role { role, scope: profile() };
    assert_eq!(
        recipients[0].reasons,
        [role(Role::ProfileOwner), role(Role::InvoiceManager), RecipientReason::Additional]
    );
    assert_eq!(recipients[1].reasons, [RecipientReason::Additional]);
    assert_eq!(recipients[1].address.as_deref(), Some("bo@x.nl"));
}

#[test]
fn a_group_without_an_address_is_listed_without_one() {
    let mut group = assignment(Role::ProfileReader, profile(), "team", None);
    group.principal.kind = PrincipalKind::Group;
    let mut app = assignment(Role::ProfileReader, profile(), "robot", Some(" "));
    app.principal.kind = PrincipalKind::ServicePrincipal;
    let recipients = resolve_recipients(&opted_in(&[]), &[group, app]);
    let kinds: Vec<_> =
        recipients.iter().map(|one| (one.address.clone(), one.principal.as_ref().unwrap().kind)).collect();
    assert_eq!(kinds, [(None, PrincipalKind::Group), (None, PrincipalKind::ServicePrincipal)]);
}

proptest! {
    #[test]
    fn nobody_is_ever_listed_twice_nor_without_a_reason(
        holders in proptest::collection::vec(
            (proptest::sample::select(Role::KNOWN.to_vec()), "[abAB]", proptest::option::of("[abAB]@x\\.nl")), 0..8),
        extra in proptest::collection::vec("[abAB]@x\\.nl", 0..5),
    ) {
        let assignments: Vec<_> = holders
            .into_iter()
            .map(|(role, who, email)| {
                let scope = scope_of(role.given_at().unwrap());
                assignment(role, scope, &who, email.as_deref())
            })
            .collect();
        let extra: Vec<&str> = extra.iter().map(String::as_str).collect();
        let recipients = resolve_recipients(&opted_in(&extra), &assignments);
        let mut seen = std::collections::HashSet::new();
        for recipient in &recipients {
            let key = match (&recipient.address, &recipient.principal) {
                (Some(address), _) => address.to_lowercase(),
                (None, Some(principal)) => principal.id.as_str().to_lowercase(),
                (None, None) => String::new(),
            };
            prop_assert!(seen.insert(key));
            prop_assert!(!recipient.reasons.is_empty());
        }
    }

    #[test]
    fn taking_a_pasted_text_apart_never_fails(text in "\\PC*") {
        for part in split_addresses(&text) {
            prop_assert!(!part.is_empty());
        }
    }
}
