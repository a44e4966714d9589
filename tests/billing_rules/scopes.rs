//! Scopes and their ids.
use crate::fixtures::*;
use factuur::billing::*;
use proptest::prelude::*;

fn any_scope() -> impl Strategy<Value = Scope> {
    let name = "[A-Za-z0-9][A-Za-z0-9:_-]{0,20}";
    (name, name, name, 0..4_u8).prop_map(|(account, profile, last, kind)| {
        let (account, profile) = (AccountName::new(account), ProfileName::new(profile));
        match kind {
            0 => Scope::Account(account),
            1 => Scope::Profile(account, profile),
            2 => Scope::Section(account, profile, SectionName::new(last)),
            _ => Scope::Customer(account, profile, CustomerName::new(last)),
        }
    })
}

proptest! {
    #[test]
    fn an_id_reads_back_as_its_scope_in_any_case_and_without_the_slash(scope in any_scope()) {
        let id = scope.id();
        prop_assert_eq!(Scope::parse(&id).unwrap().id(), id.clone());
        prop_assert_eq!(&Scope::parse(&id.to_lowercase()).unwrap(), &scope);
        prop_assert_eq!(&Scope::parse(&id.to_uppercase()).unwrap(), &scope);
        prop_assert_eq!(&Scope::parse(id.trim_start_matches('/')).unwrap(), &scope);
        prop_assert_eq!(Scope::parse(&format!("{id}/")).unwrap().kind(), scope.kind());
    }

    #[test]
    fn a_scope_contains_itself_and_what_is_below_and_not_what_is_above(scope in any_scope()) {
        prop_assert!(scope.contains(&scope));
        if let Some(parent) = scope.parent() {
            prop_assert!(parent.contains(&scope));
            prop_assert!(!scope.contains(&parent));
        }
    }
}

#[test]
fn a_section_and_a_customer_of_one_name_are_two_scopes() {
    assert_ne!(section(), customer());
    assert!(Scope::parse("/subscriptions/00000000-0000-0000-0000-000000000000").is_err());
}
