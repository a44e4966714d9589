//! Giving and taking roles (contract §7.2).
use crate::support::*;
use factuur::arm::Method::{Delete, Get, Post, Put};
use factuur::arm::Response;
use factuur::sandbox::Sandbox;

fn body(principal: u32, definition: &str) -> String {
    let principal = person(principal);
    format!(
        r#"{{"principalId":"{principal}","principalTenantId":"11aa0000-7c1e-4d52-9a01-0c0ffee00001","roleDefinitionId":"{definition}"}}"#
    )
}

fn invoice_manager(profile: &str) -> String {
    format!("{profile}/billingRoleDefinitions/{INVOICE_MANAGER}")
}

fn make_invoice_manager(sandbox: &Sandbox, principal: u32, who: u32) -> Response {
    let path = format!("{}/createBillingRoleAssignment", profile(EUR));
    ask(sandbox, Post, &path, who, Some(&body(principal, &invoice_manager(&profile(EUR)))))
}

#[test]
fn a_new_invoice_manager_sees_the_invoices_and_is_listed() {
    let sandbox = sandbox();
    let invoices = format!("{}/invoices", profile(EUR));
    assert_eq!(get(&sandbox, &invoices, TO_BE_ASSIGNED).status, 403);
    let first = make_invoice_manager(&sandbox, TO_BE_ASSIGNED, OWNER);
    assert_eq!(first.status, 202);
    assert!(first.body.is_empty());
    let last = finished(&sandbox, first, OWNER);
    assert_eq!(last.status, 200);
    let name = format!("{INVOICE_MANAGER}_{}", person(TO_BE_ASSIGNED));
    assert_eq!(json(&last)["name"], name.as_str());
    let list = good(&sandbox, &format!("{}/billingRoleAssignments", profile(EUR)), OWNER);
    assert!(names(&list).contains(&name));
    assert_eq!(get(&sandbox, &invoices, TO_BE_ASSIGNED).status, 200);
}

#[test]
fn the_answer_leaves_retry_after_out_at_times() {
    let sandbox = sandbox();
    let answers = [11, 12, 13].map(|who| make_invoice_manager(&sandbox, who, OWNER));
    assert_eq!(answers.iter().filter(|answer| answer.header("retry-after").is_some()).count(), 2);
    assert!(answers.iter().all(|answer| answer.header("location").is_some()));
}

#[test]
fn the_same_assignment_twice_is_a_conflict() {
    let sandbox = sandbox();
    assert_eq!(make_invoice_manager(&sandbox, TO_BE_ASSIGNED, OWNER).status, 202);
    let again = make_invoice_manager(&sandbox, TO_BE_ASSIGNED, OWNER);
    assert_eq!((again.status, code(&again).as_str()), (409, "RoleAssignmentExists"));
}

#[test]
fn only_owners_give_roles() {
    let sandbox = sandbox();
    for who in [2, ACCOUNT_READER, EUR_READER, EUR_INVOICE_MANAGER, SECTION_OWNER, NOBODY] {
        assert_eq!(make_invoice_manager(&sandbox, TO_BE_ASSIGNED, who).status, 403, "person {who}");
    }
    assert_eq!(make_invoice_manager(&sandbox, TO_BE_ASSIGNED, EUR_OWNER).status, 202);
}

#[test]
fn a_body_wrapped_in_properties_lacks_its_fields() {
    let path = format!("{}/createBillingRoleAssignment", profile(EUR));
    let wrapped = format!(r#"{{"properties":{}}}"#, body(TO_BE_ASSIGNED, &invoice_manager(&profile(EUR))));
    let response = ask(&sandbox(), Post, &path, OWNER, Some(&wrapped));
    assert_eq!(response.status, 400);
    assert!(json(&response)["errors"]["RoleDefinitionId"][0].is_string());
}

#[test]
fn a_role_of_another_scope_and_an_unknown_person_are_refused() {
    let sandbox = sandbox();
    let path = format!("{}/createBillingRoleAssignment", profile(EUR));
    let other = ask(&sandbox, Post, &path, OWNER, Some(&body(TO_BE_ASSIGNED, &invoice_manager(&profile(USD)))));
    assert_eq!((other.status, code(&other).as_str()), (400, "InvalidRoleDefinitionId"));
    let nobody = ask(&sandbox, Post, &path, OWNER, Some(&body(999, &invoice_manager(&profile(EUR)))));
    assert_eq!((nobody.status, code(&nobody).as_str()), (400, "PrincipalNotFound"));
}

#[test]
fn a_put_of_an_assignment_cannot_be_processed() {
    let path = format!("{}/billingRoleAssignments/{}", profile(EUR), person(1));
    assert_eq!(ask(&sandbox(), Put, &path, OWNER, Some("{}")).status, 422);
}

#[test]
fn a_role_taken_away_is_gone_and_can_be_given_again() {
    let sandbox = sandbox();
    let path = format!("{}/billingRoleAssignments/{INVOICE_MANAGER}_{}", profile(EUR), person(EUR_INVOICE_MANAGER));
    let response = ask(&sandbox, Delete, &path, OWNER, None);
    assert_eq!((response.status, response.body.len()), (200, 0));
    assert_eq!(get(&sandbox, &format!("{}/invoices", profile(EUR)), EUR_INVOICE_MANAGER).status, 403);
    assert_eq!(ask(&sandbox, Delete, &path, OWNER, None).status, 204, "gone already");
    assert_eq!(make_invoice_manager(&sandbox, EUR_INVOICE_MANAGER, OWNER).status, 202);
    assert_eq!(ask(&sandbox, Delete, &path, OWNER, None).status, 200);
    assert_eq!(get(&sandbox, &path, OWNER).status, 404);
}

#[test]
fn the_last_owner_and_an_inherited_role_cannot_be_removed() {
    let sandbox = sandbox();
    let owner = format!("40000000-aaaa-bbbb-cccc-100000000000_{}", person(EUR_OWNER));
    let last = ask(&sandbox, Delete, &format!("{}/billingRoleAssignments/{owner}", profile(EUR)), OWNER, None);
    assert_eq!((last.status, code(&last).as_str()), (409, "LastOwnerCannotBeRemoved"));
    let above = format!("50000000-aaaa-bbbb-cccc-100000000000_{}", person(OWNER));
    let inherited = ask(&sandbox, Delete, &format!("{}/billingRoleAssignments/{above}", profile(EUR)), OWNER, None);
    assert_eq!((inherited.status, code(&inherited).as_str()), (409, "InheritedRoleAssignment"));
}

#[test]
fn plain_lists_have_no_names_and_resolving_adds_them() {
    let sandbox = sandbox();
    let list = good(&sandbox, &format!("{}/billingRoleAssignments", profile(USD)), OWNER);
    assert!(list["value"].as_array().unwrap().iter().all(|it| it["properties"]["principalDisplayName"].is_null()));
    let path = format!("{}/resolveBillingRoleAssignments?resolveScopeDisplayNames=true", profile(USD));
    let first = ask(&sandbox, Post, &path, OWNER, None);
    assert_eq!(first.status, 202);
    let resolved = json(&finished(&sandbox, first, OWNER));
    let group = resolved["value"].as_array().unwrap().iter().find(|it| it["properties"]["principalType"] == "Group");
    assert_eq!(group.unwrap()["properties"]["principalDisplayName"], "Financiële administratie");
}

#[test]
fn a_member_has_the_roles_of_the_group() {
    let sandbox = sandbox();
    assert_eq!(get(&sandbox, &format!("{}/invoices", profile(USD)), GROUP_MEMBER).status, 200);
    assert_eq!(get(&sandbox, &format!("{}/invoices", profile(EUR)), GROUP_MEMBER).status, 403);
}

#[test]
fn each_scope_offers_its_own_roles() {
    let sandbox = sandbox();
    let section = format!("{}/invoiceSections/Q5LM-2WRD-PJA-PGB", profile(EUR));
    let customer =
        format!("{}/billingProfiles/F3HS-7RDL-BG7-EKV/customers/c1e5a2b3-0001-4a5b-9c6d-7e8f90a1b2c3", account(MPA));
    for (scope, who, count) in
        [(account(MCA), OWNER, 3), (profile(EUR), OWNER, 4), (section, OWNER, 4), (customer, PARTNER_OWNER, 3)]
    {
        let list = good(&sandbox, &format!("{scope}/billingRoleDefinitions"), who);
        assert_eq!(list["value"].as_array().unwrap().len(), count, "{scope}");
        let id = list["value"][0]["id"].as_str().unwrap();
        assert_eq!(good(&sandbox, id, who)["name"], list["value"][0]["name"]);
    }
}

#[test]
fn permissions_are_opaque_ids_and_check_access_takes_actions() {
    let sandbox = sandbox();
    let held = good(&sandbox, &format!("{}/billingPermissions", profile(EUR)), EUR_INVOICE_MANAGER);
    let actions: Vec<&str> =
        held["value"][0]["actions"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    assert_eq!(actions.len(), 6);
    assert!(actions.contains(&"40000000-aaaa-bbbb-cccc-200000000011"));
    let none = good(&sandbox, &format!("{}/billingPermissions", profile(EUR)), NOBODY);
    assert_eq!(none["value"].as_array().unwrap().len(), 0);
    let asked = r#"{"actions":["Microsoft.Billing/billingAccounts/billingProfiles/write","Microsoft.Billing/billingAccounts/billingProfiles/read","x"]}"#;
    let response = ask(&sandbox, Post, &format!("{}/checkAccess", profile(EUR)), EUR_READER, Some(asked));
    let decisions: Vec<String> =
        json(&response).as_array().unwrap().iter().map(|it| it["accessDecision"].as_str().unwrap().into()).collect();
    assert_eq!(decisions, ["NotAllowed", "Allowed", "Other"]);
}

#[test]
fn an_operation_is_only_for_who_asked() {
    let sandbox = sandbox();
    let first = make_invoice_manager(&sandbox, TO_BE_ASSIGNED, OWNER);
    let location = first.header("location").unwrap();
    assert_eq!(ask(&sandbox, Get, location, EUR_OWNER, None).status, 404);
}
