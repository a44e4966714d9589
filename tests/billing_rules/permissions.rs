//! The permission matrix cell by cell, inheritance, the reasons of a refusal, and removal.
use crate::fixtures::*;
use factuur::billing::*;
use proptest::prelude::*;

/// Microsoft's table for a billing profile, typed again from the documentation: + is yes, . is no.
const PROFILE_TABLE: &str = "
                       P-owner P-contrib P-reader Invoice-manager A-owner A-contrib A-reader
SeeRoleAssignments     +       +         +        +               +       +         +
GivePermissions        +       .         .        .               +       .         .
SeeProperties          +       +         +        +               +       +         +
UpdateProperties       +       +         .        .               +       +         .
SeeInvoices            +       +         +        +               +       +         +
PayByCard              +       +         .        +               +       .         .
CreateInvoiceSection   +       +         .        .               +       +         .
ManagePaymentMethods   +       +         .        .               +       +         .
ChangeEmailPreference  +       +         .        .               +       +         .
MoveProducts           +       +         .        .               +       +         .
CreateSubscription     +       +         .        .               +       +         .
";

const ACCOUNT_TABLE: &str = "
                       A-owner A-contrib A-reader
SeeRoleAssignments     + + +
GivePermissions        + . .
SeeProperties          + + +
UpdateProperties       + + .
SeeInvoices            + + +
PayByCard              + . .
ManagePaymentMethods   + + .
CreateSubscription     + + .
";

const SECTION_TABLE: &str = "
                    S-owner S-contrib S-reader Creator P-owner P-contrib P-reader Invoice-manager A-owner A-contrib A-reader
SeeRoleAssignments  +       +         +        .       +       +         +        +               +       +         +
GivePermissions     +       .         .        .       +       .         .        .               +       .         .
SeeProperties       +       +         +        .       +       +         +        +               +       +         +
UpdateProperties    +       +         .        .       +       +         .        .               +       +         .
SeeInvoices         .       .         .        .       +       +         +        +               +       +         +
MoveProducts        +       +         .        .       +       +         .        .               +       +         .
CreateSubscription  +       +         .        +       +       +         .        .               +       +         .
";

const CUSTOMER_TABLE: &str = "
                    C-owner C-contrib C-reader P-owner P-contrib P-reader Invoice-manager A-owner A-contrib A-reader
SeeRoleAssignments  +       +         +        +       +         +        +               +       +         +
GivePermissions     +       .         .        +       .         .        .               +       .         .
SeeProperties       +       +         +        +       +         +        +               +       +         +
UpdateProperties    +       +         .        +       +         .        .               +       +         .
SeeInvoices         .       .         .        +       +         +        +               +       +         +
CreateSubscription  +       +         .        +       +         .        .               +       +         .
";

fn role_of(column: &str) -> Role {
    match column {
        "A-owner" => Role::AccountOwner,
        "A-contrib" => Role::AccountContributor,
        "A-reader" => Role::AccountReader,
        "P-owner" => Role::ProfileOwner,
        "P-contrib" => Role::ProfileContributor,
        "P-reader" => Role::ProfileReader,
        "Invoice-manager" => Role::InvoiceManager,
        "S-owner" => Role::SectionOwner,
        "S-contrib" => Role::SectionContributor,
        "S-reader" => Role::SectionReader,
        "Creator" => Role::SubscriptionCreator,
        "C-owner" => Role::CustomerOwner,
        "C-contrib" => Role::CustomerContributor,
        "C-reader" => Role::CustomerReader,
        other => panic!("no such column: {other}"),
    }
}

/// Every role × every task: what the table says, and no for what it leaves out.
fn assert_table(table: &str, scope: &Scope) {
    let mut lines = table.trim().lines();
    let columns: Vec<Role> = lines.next().unwrap().split_whitespace().map(role_of).collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split_whitespace().collect()).collect();
    for task in Task::ALL {
        let row = rows.iter().find(|row| row[0] == format!("{task:?}"));
        for role in Role::KNOWN {
            let cell = columns.iter().position(|column| *column == role);
            let expected = match (row, cell) {
                (Some(row), Some(cell)) => row[cell + 1] == "+",
                _ => false,
            };
            let decision = may(&[held(role.clone())], task, scope);
            assert_eq!(decision.is_allowed(), expected, "{role:?} {task:?} at {scope}");
        }
    }
    let typed = rows.iter().all(|row| row.len() == columns.len() + 1);
    assert!(typed, "a row of the table in the test is not complete");
}

#[test]
fn profile_matrix_is_microsofts_cell_by_cell() {
    assert_table(PROFILE_TABLE, &profile());
}

#[test]
fn account_matrix_holds_cell_by_cell() {
    assert_table(ACCOUNT_TABLE, &account());
}

#[test]
fn section_matrix_holds_cell_by_cell() {
    assert_table(SECTION_TABLE, &section());
}

#[test]
fn customer_matrix_holds_cell_by_cell() {
    assert_table(CUSTOMER_TABLE, &customer());
}

#[test]
fn a_refusal_names_the_missing_roles_and_who_can_grant_them() {
    let reader = held(Role::ProfileReader);
    assert_eq!(
        may(&[reader], Task::PayByCard, &profile()),
        Decision::Denied {
            missing: vec![Role::InvoiceManager, Role::ProfileContributor, Role::ProfileOwner, Role::AccountOwner],
            granters: vec![Role::ProfileOwner, Role::AccountOwner],
            held: vec![Role::ProfileReader],
        }
    );
}

#[test]
fn a_section_owner_is_sent_to_the_profiles_owner_for_invoices() {
    let Decision::Denied { granters, .. } = may(&[held(Role::SectionOwner)], Task::SeeInvoices, &section()) else {
        panic!("a section's owner sees no invoices");
    };
    assert_eq!(granters, [Role::ProfileOwner, Role::AccountOwner]);
}

#[test]
fn what_is_not_done_at_a_scope_is_denied_without_a_role_to_ask_for() {
    let decision = may(&[held(Role::AccountOwner)], Task::ChangeEmailPreference, &account());
    let expected = Decision::Denied { missing: Vec::new(), granters: Vec::new(), held: vec![Role::AccountOwner] };
    assert_eq!(decision, expected);
}

#[test]
fn the_role_nearest_to_the_scope_is_the_reason() {
    let both = [held(Role::AccountOwner), held(Role::ProfileReader)];
    let reason = |task| may(&both, task, &profile());
    let by = |role: Role| Decision::Allowed { scope: scope_of(role.given_at().unwrap()), role };
    assert_eq!(reason(Task::SeeInvoices), by(Role::ProfileReader));
    assert_eq!(reason(Task::GivePermissions), by(Role::AccountOwner));
}

#[test]
fn a_role_on_another_profile_grants_nothing_here() {
    let elsewhere =
        HeldRole { role: Role::ProfileOwner, scope: Scope::Profile("contoso:main_2019-05-31".into(), "USD-1".into()) };
    assert!(!may(&[elsewhere], Task::SeeInvoices, &profile()).is_allowed());
}

#[test]
fn every_known_role_can_be_given_at_its_own_kind_of_scope_only() {
    use ScopeKind::*;
    for kind in [Account, Profile, Section, Customer] {
        let expected = Role::KNOWN.into_iter().filter(|role| role.given_at() == Some(kind));
        assert_eq!(roles_assignable_at(kind).to_vec(), expected.collect::<Vec<_>>());
    }
}

#[test]
fn an_inherited_role_is_removed_where_it_was_given() {
    let owner = assignment(Role::AccountOwner, account(), "anna", None);
    assert_eq!(may_remove(&owner, std::slice::from_ref(&owner), &profile()), Err(RemoveRefusal::Inherited(account())));
    let below = assignment(Role::SectionReader, section(), "bo", None);
    assert_eq!(may_remove(&below, &[], &profile()), Err(RemoveRefusal::Elsewhere(section())));
}

#[test]
fn the_last_owner_of_any_scope_stays() {
    for role in Role::KNOWN.into_iter().filter(Role::is_owner) {
        let scope = scope_of(role.given_at().unwrap());
        let last = assignment(role.clone(), scope.clone(), "anna", None);
        let twice = [last.clone(), assignment(role.clone(), scope.clone(), "ANNA", None)];
        let refused = Err(RemoveRefusal::LastOwner(role.clone()));
        assert_eq!(may_remove(&last, &twice, &scope), refused);
        let second = assignment(role, scope.clone(), "bo", None);
        assert_eq!(may_remove(&last, &[last.clone(), second], &scope), Ok(()));
    }
}

#[test]
fn an_inherited_owner_does_not_stand_in_for_the_last_one_given_here() {
    let last = assignment(Role::ProfileOwner, profile(), "anna", None);
    let above = assignment(Role::AccountOwner, account(), "bo", None);
    let refused = Err(RemoveRefusal::LastOwner(Role::ProfileOwner));
    assert_eq!(may_remove(&last, &[last.clone(), above], &profile()), refused);
}

#[test]
fn the_only_invoice_manager_can_be_removed() {
    let only = assignment(Role::InvoiceManager, profile(), "anna", None);
    assert_eq!(may_remove(&only, std::slice::from_ref(&only), &profile()), Ok(()));
}

fn any_held() -> impl Strategy<Value = HeldRole> {
    proptest::sample::select(Role::KNOWN.to_vec()).prop_map(held)
}

fn any_task() -> impl Strategy<Value = Task> {
    proptest::sample::select(Task::ALL.to_vec())
}

proptest! {
    #[test]
    fn a_role_never_grants_anything_above_its_scope(held in any_held(), task in any_task()) {
        for above in held.scope.with_ancestors().skip(1) {
            prop_assert!(!may(std::slice::from_ref(&held), task, &above).is_allowed());
        }
    }

    #[test]
    fn another_role_never_takes_a_right_away(
        roles in proptest::collection::vec(any_held(), 0..4), more in any_held(), task in any_task(),
    ) {
        for scope in [account(), profile(), section(), customer()] {
            let before = may(&roles, task, &scope).is_allowed();
            let after: Vec<HeldRole> = roles.iter().cloned().chain([more.clone()]).collect();
            prop_assert!(!before || may(&after, task, &scope).is_allowed());
        }
    }

    #[test]
    fn getting_a_missing_role_helps(held in any_held(), task in any_task()) {
        for scope in [account(), profile(), section(), customer()] {
            if let Decision::Denied { missing, granters, .. } = may(std::slice::from_ref(&held), task, &scope) {
                prop_assert_eq!(missing.is_empty(), granters.is_empty());
                for role in missing {
                    prop_assert!(may(&[crate::fixtures::held(role)], task, &scope).is_allowed());
                }
            }
        }
    }
}
