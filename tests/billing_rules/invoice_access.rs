//! Who may download a pay-as-you-go invoice (seeds S001-08, S001-09, S002-01, S003-08), and who may change that.
use factuur::billing::*;
use proptest::prelude::*;

fn principal(id: &str, kind: PrincipalKind) -> Principal {
    Principal { id: id.into(), tenant: None, display_name: None, email: None, kind }
}

fn held(role: SubscriptionRole, who: &str, kind: PrincipalKind) -> SubscriptionRoleAssignment {
    SubscriptionRoleAssignment { subscription: "sub-01".into(), role, principal: principal(who, kind) }
}

fn caller(who: &str, groups: &[&str]) -> Caller {
    let groups = Some(groups.iter().map(|&id| id.into()).collect());
    Caller { principal: who.into(), groups, is_account_admin: Some(false) }
}

fn ask(caller: &Caller, switch: AccessSwitch, roles: &[SubscriptionRoleAssignment]) -> InvoiceAccess {
    may_download(caller, &"SUB-01".into(), false, switch, Some(roles))
}

#[test]
fn the_account_administrator_always_may() {
    let admin = Caller { is_account_admin: Some(true), ..caller("anna", &[]) };
    for switch in [AccessSwitch::On, AccessSwitch::Off, AccessSwitch::Unknown] {
        for support in [false, true] {
            let access = may_download(&admin, &"sub-01".into(), support, switch, None);
            assert_eq!(access, InvoiceAccess::Allowed(AccessReason::AccountAdministrator));
        }
    }
}

#[test]
fn with_the_switch_on_exactly_seven_roles_open_the_invoice() {
    let names = [
        "Owner",
        "Contributor",
        "Reader",
        "User Access Administrator",
        "Billing Reader",
        "Co-Administrator",
        "Service Administrator",
    ];
    assert_eq!(names.len(), SubscriptionRole::OPENING_INVOICES.len());
    for name in names {
        let role = SubscriptionRole::from_wire(name);
        let roles = [held(role.clone(), "BO", PrincipalKind::User)];
        let allowed = InvoiceAccess::Allowed(AccessReason::Role { role: role.clone(), through: None });
        assert_eq!(ask(&caller("bo", &[]), AccessSwitch::On, &roles), allowed, "{name}");
        let refused = InvoiceAccess::Denied(AccessRefusal::SwitchedOff { role });
        assert_eq!(ask(&caller("bo", &[]), AccessSwitch::Off, &roles), refused, "{name}");
    }
    for name in ["Cost Management Reader", "Virtual Machine Contributor", "owners"] {
        let roles = [held(SubscriptionRole::from_wire(name), "bo", PrincipalKind::User)];
        let refused = InvoiceAccess::Denied(AccessRefusal::NoRole { switch: AccessSwitch::On });
        assert_eq!(ask(&caller("bo", &[]), AccessSwitch::On, &roles), refused, "{name}");
    }
}

#[test]
fn users_groups_and_service_principals_may_hold_the_role() {
    let roles = [
        held(SubscriptionRole::Reader, "team", PrincipalKind::Group),
        held(SubscriptionRole::Owner, "robot", PrincipalKind::ServicePrincipal),
    ];
    let through_group =
        AccessReason::Role { role: SubscriptionRole::Reader, through: Some(principal("team", PrincipalKind::Group)) };
    assert_eq!(ask(&caller("bo", &["TEAM"]), AccessSwitch::On, &roles), InvoiceAccess::Allowed(through_group));
    let robot = AccessReason::Role { role: SubscriptionRole::Owner, through: None };
    assert_eq!(ask(&caller("robot", &[]), AccessSwitch::On, &roles), InvoiceAccess::Allowed(robot));
}

#[test]
fn a_role_on_another_subscription_opens_nothing_here() {
    let mut elsewhere = held(SubscriptionRole::Owner, "bo", PrincipalKind::User);
    elsewhere.subscription = "sub-02".into();
    let refused = InvoiceAccess::Denied(AccessRefusal::NoRole { switch: AccessSwitch::On });
    assert_eq!(ask(&caller("bo", &[]), AccessSwitch::On, &[elsewhere]), refused);
}

#[test]
fn a_support_plans_invoice_is_its_account_administrators_alone() {
    let roles = [held(SubscriptionRole::Owner, "bo", PrincipalKind::User)];
    let access = may_download(&caller("bo", &[]), &"sub-01".into(), true, AccessSwitch::On, Some(&roles));
    assert_eq!(access, InvoiceAccess::Denied(AccessRefusal::SupportPlan));
    assert!(AccessRefusal::SupportPlan.granters().is_empty());
}

#[test]
fn a_refusal_says_whom_to_ask() {
    use SubscriptionRole::{Owner, UserAccessAdministrator};
    let givers = [Granter::Role(Owner), Granter::Role(UserAccessAdministrator)];
    assert_eq!(AccessRefusal::NoRole { switch: AccessSwitch::On }.granters(), givers);
    let role = SubscriptionRole::Reader;
    assert_eq!(AccessRefusal::SwitchedOff { role }.granters(), [Granter::AccountAdministrator]);
    assert_eq!(AccessRefusal::NotAccountAdministrator.granters(), [Granter::AccountAdministrator]);
    for switch in [AccessSwitch::Off, AccessSwitch::Unknown] {
        assert_eq!(AccessRefusal::NoRole { switch }.granters()[2], Granter::AccountAdministrator);
    }
}

#[test]
fn against_azure_the_switch_is_not_known_so_nothing_is_claimed() {
    let roles = [held(SubscriptionRole::Reader, "bo", PrincipalKind::User)];
    let unknown = InvoiceAccess::Unknown(vec![MissingFact::Switch]);
    assert_eq!(ask(&caller("bo", &[]), AccessSwitch::Unknown, &roles), unknown);
}

#[test]
fn what_is_not_known_is_named_and_never_a_refusal() {
    let nobody_knows = Caller { principal: "bo".into(), groups: None, is_account_admin: None };
    let access = may_download(&nobody_knows, &"sub-01".into(), false, AccessSwitch::Off, None);
    let missing = vec![MissingFact::AccountAdministrator, MissingFact::RoleAssignments];
    assert_eq!(access, InvoiceAccess::Unknown(missing));
    let not_the_groups = Caller { groups: None, ..caller("bo", &[]) };
    let roles = [held(SubscriptionRole::Reader, "team", PrincipalKind::Group)];
    assert_eq!(ask(&not_the_groups, AccessSwitch::On, &roles), InvoiceAccess::Unknown(vec![MissingFact::Groups]));
    let people_only = [held(SubscriptionRole::Reader, "cleo", PrincipalKind::User)];
    let refused = InvoiceAccess::Denied(AccessRefusal::NoRole { switch: AccessSwitch::On });
    assert_eq!(ask(&not_the_groups, AccessSwitch::On, &people_only), refused);
    let support = may_download(&nobody_knows, &"sub-01".into(), true, AccessSwitch::On, None);
    assert_eq!(support, InvoiceAccess::Unknown(vec![MissingFact::AccountAdministrator]));
}

#[test]
fn only_the_account_administrator_turns_the_switch_and_enters_the_account_center() {
    let owner = caller("bo", &[]);
    let admin = Caller { is_account_admin: Some(true), ..owner.clone() };
    let unknown = Caller { is_account_admin: None, ..owner.clone() };
    assert_eq!(may_switch_access(&admin, false), InvoiceAccess::Allowed(AccessReason::AccountAdministrator));
    assert_eq!(may_switch_access(&owner, false), InvoiceAccess::Denied(AccessRefusal::NotAccountAdministrator));
    assert_eq!(may_switch_access(&unknown, false), InvoiceAccess::Unknown(vec![MissingFact::AccountAdministrator]));
    assert_eq!(may_switch_access(&admin, true), InvoiceAccess::Denied(AccessRefusal::SupportPlan));
    assert_eq!(usage_door(&admin), UsageDoor::AccountCenter);
    assert_eq!([usage_door(&owner), usage_door(&unknown)], [UsageDoor::BillingApi; 2]);
}

proptest! {
    #[test]
    fn nobody_but_the_administrator_downloads_while_the_switch_is_off(
        roles in proptest::collection::vec(
            (proptest::sample::select(SubscriptionRole::OPENING_INVOICES.to_vec()), "[a-c]", any::<bool>()), 0..6),
        groups in proptest::collection::vec("[a-c]", 0..3),
    ) {
        let roles: Vec<_> = roles
            .into_iter()
            .map(|(role, who, group)| {
                held(role, &who, if group { PrincipalKind::Group } else { PrincipalKind::User })
            })
            .collect();
        let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
        let access = ask(&caller("a", &groups), AccessSwitch::Off, &roles);
        prop_assert!(matches!(access, InvoiceAccess::Denied(_)));
    }
}
