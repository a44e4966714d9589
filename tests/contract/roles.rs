//! Giving and taking roles, also when the answer is lost (contract §7).
use crate::support::*;
use factuur::arm::ArmError;
use factuur::billing::{Role, RoleAssignment, RoleDefinition};
use std::rc::Rc;

const MANAGER: &str = "40000000-aaaa-bbbb-cccc-100000000004";

fn definitions() -> Sent {
    let row = |number: &str, name: &str| {
        format!(
            r#"{{"id":"{}/billingRoleDefinitions/40000000-aaaa-bbbb-cccc-1000000000{number}","name":"40000000-aaaa-bbbb-cccc-1000000000{number}","properties":{{"roleName":"{name}"}}}}"#,
            profile_scope()
        )
    };
    let rows = [row("00", "Billing profile owner"), row("04", "Invoice manager"), row("04", "Invoice manager")];
    ok(&format!(r#"{{"value":[{}]}}"#, rows.join(",")))
}

fn manager() -> RoleDefinition {
    RoleDefinition {
        id: format!("{}/billingRoleDefinitions/{MANAGER}", profile_scope()),
        name: MANAGER.to_owned(),
        role: Role::InvoiceManager,
        description: None,
    }
}

fn assignment() -> String {
    let principal = colleague().id;
    // Without leading slashes and in other letters, as the published examples have it.
    let scope = profile_scope().id().to_uppercase();
    format!(
        r#"{{"id":"{}/billingRoleAssignments/{MANAGER}_{principal}","name":"{MANAGER}_{principal}","type":"Microsoft.Billing/billingRoleAssignments","properties":{{"principalId":"{}","principalType":"User","roleDefinitionId":"{}/billingRoleDefinitions/{MANAGER}","scope":"{}","createdOn":"0001-01-01T00:00:00+00:00","newField":1}}}}"#,
        profile_scope(),
        principal.as_str().to_uppercase(),
        &profile_scope().id()[1..],
        &scope[1..],
    )
}

fn list() -> Sent {
    ok(&format!(r#"{{"value":[{}]}}"#, assignment()))
}

fn give(script: Vec<Sent>) -> (Rc<Server>, Result<RoleAssignment, ArmError>) {
    let server = Server::new(script);
    let given = run(server.client().create_role_assignment(&profile_scope(), &manager(), &colleague()));
    (server, given)
}

fn posts(server: &Server) -> usize {
    server.lines().iter().filter(|line| line.starts_with("POST")).count()
}

#[test]
fn a_colleague_becomes_invoice_manager() {
    let (server, given) = give(vec![ok(&assignment())]);
    let given = given.unwrap();
    assert_eq!((given.role, given.created_on), (Role::InvoiceManager, None));
    assert!(given.scope == profile_scope());
    let requests = server.requests.borrow();
    let body: serde_json::Value = serde_json::from_slice(requests[0].body.as_ref().unwrap()).unwrap();
    let id = format!("/providers/Microsoft.Billing/billingAccounts/{ACCOUNT}/billingProfiles/{PROFILE}");
    assert_eq!(
        body,
        serde_json::json!({
            "principalId": "aaaaaaaa-0000-0000-0000-000000000001",
            "principalTenantId": "bbbbbbbb-0000-0000-0000-000000000001",
            "roleDefinitionId": format!("{id}/billingRoleDefinitions/{MANAGER}"),
        }),
        "flat, and the id with its raw colon"
    );
}

#[test]
fn a_role_given_after_a_while_is_found_by_its_location() {
    let location = format!("{ORIGIN}{}/operationResults/createBillingRoleAssignment_1", profile_path());
    let (server, given) = give(vec![
        answer(202, &[("location", &location), ("retry-after", "5")], ""),
        answer(202, &[("location", &location)], ""),
        ok(&assignment()),
    ]);
    assert_eq!(given.unwrap().role, Role::InvoiceManager);
    assert_eq!(posts(&server), 1);
}

#[test]
fn a_lost_answer_is_looked_up_and_not_sent_again() {
    for lost in [cut_off(), status(500), status(503), status(504), status(408)] {
        let (server, given) = give(vec![lost, definitions(), list()]);
        assert_eq!(given.unwrap().principal.id.as_str().to_lowercase(), colleague().id.as_str());
        assert_eq!((posts(&server), server.left()), (1, 0));
    }
}

#[test]
fn a_lost_answer_that_shows_a_little_later_is_not_sent_again() {
    let (server, given) = give(vec![cut_off(), definitions(), ok(EMPTY), list()]);
    assert!(given.is_ok());
    assert_eq!(posts(&server), 1);
    assert_eq!(server.gaps().last(), Some(&2_000));
}

#[test]
fn a_request_that_was_never_carried_out_is_sent_once_more() {
    let (server, given) = give(vec![cut_off(), definitions(), ok(EMPTY), ok(EMPTY), ok(&assignment())]);
    assert!(given.is_ok());
    assert_eq!((posts(&server), server.left()), (2, 0));
}

#[test]
fn a_second_loss_is_looked_up_too_and_there_is_no_third_try() {
    let (server, given) = give(vec![cut_off(), definitions(), ok(EMPTY), ok(EMPTY), cut_off(), list()]);
    assert!(given.is_ok());
    assert_eq!(posts(&server), 2);
    let nothing = vec![cut_off(), definitions(), ok(EMPTY), ok(EMPTY), cut_off(), ok(EMPTY), ok(EMPTY)];
    let (server, given) = give(nothing);
    assert!(matches!(given, Err(ArmError::Transport { .. })));
    assert_eq!(posts(&server), 2);
}

#[test]
fn without_the_right_to_look_the_loss_itself_is_told_and_nothing_is_sent_again() {
    let (server, given) = give(vec![cut_off(), status(403), status(403)]);
    assert!(matches!(given, Err(ArmError::Transport { .. })));
    assert_eq!(posts(&server), 1);
}

#[test]
fn somebody_elses_or_another_role_is_not_taken_for_the_lost_one() {
    let other = assignment().replace("AAAAAAAA", "CCCCCCCC");
    let owner = assignment().replace(MANAGER, "40000000-aaaa-bbbb-cccc-100000000000");
    let above = assignment().replace(&format!("/BILLINGPROFILES/{PROFILE}"), "");
    let rows = ok(&format!(r#"{{"value":[{other},{owner},{above}]}}"#));
    let (server, given) = give(vec![cut_off(), definitions(), rows.clone(), rows, ok(&assignment())]);
    assert!(given.is_ok());
    assert_eq!(posts(&server), 2);
}

#[test]
fn a_throttled_request_was_not_taken_and_is_sent_again() {
    let (server, given) = give(vec![answer(429, &[("retry-after", "2")], ""), ok(&assignment())]);
    assert!(given.is_ok());
    assert_eq!(server.gaps(), [2_000]);
}

#[test]
fn a_role_that_is_already_held_is_told_as_such() {
    let body = r#"{"error":{"code":"RoleAssignmentExists","message":"The role assignment already exists."}}"#;
    let (server, given) = give(vec![answer(409, &[], body)]);
    let error = given.unwrap_err();
    assert!(error.is_conflict() && error.is_already_assigned());
    assert_eq!(server.count(), 1);
}

#[test]
fn an_assignment_has_the_role_that_the_scope_lists_under_its_guid() {
    let renamed = r#"{"value":[{"id":"x/1","name":"40000000-AAAA-bbbb-cccc-100000000004","properties":{"roleName":"billing profile READER"}}]}"#;
    let server = Server::new([ok(renamed), list(), list()]);
    let client = server.client();
    assert_eq!(run(client.role_assignments(&profile_scope())).unwrap()[0].role, Role::ProfileReader);
    run(client.role_assignments(&profile_scope())).unwrap();
    assert_eq!(server.left(), 0, "definitions are read once");
}

#[test]
fn who_may_not_see_definitions_still_reads_the_well_known_roles() {
    let unknown = assignment().replace(MANAGER, "24f8edb6-1668-4659-b5e2-40bb5f3a7d7e");
    let rows = ok(&format!(r#"{{"value":[{},{unknown}]}}"#, assignment()));
    let server = Server::new([status(403), rows]);
    let list = run(server.client().role_assignments(&profile_scope())).unwrap();
    assert_eq!(list[0].role, Role::InvoiceManager);
    assert_eq!(list[1].role, Role::Other("24f8edb6-1668-4659-b5e2-40bb5f3a7d7e".to_owned()));
}

#[test]
fn a_definition_listed_twice_is_one_role() {
    let server = Server::new([definitions()]);
    let roles = run(server.client().role_definitions(&profile_scope())).unwrap();
    assert_eq!(roles.iter().map(|role| &role.role).collect::<Vec<_>>(), [&Role::ProfileOwner, &Role::InvoiceManager]);
}

fn held() -> RoleAssignment {
    let (_, given) = give(vec![ok(&assignment())]);
    given.unwrap()
}

#[test]
fn a_role_is_taken_away() {
    for done in [status(200), status(204), ok(&assignment())] {
        let server = Server::new([done]);
        assert_eq!(run(server.client().delete_role_assignment(&held())), Ok(()));
        let name = format!("DELETE {}/billingRoleAssignments/{MANAGER}_{}", profile_path(), colleague().id);
        assert_eq!(server.lines()[0].to_lowercase(), name.to_lowercase());
    }
}

#[test]
fn a_removal_that_finds_nothing_on_the_second_try_has_done_its_work() {
    for lost in [cut_off(), Err(factuur::arm::TransportError::Timeout), status(503)] {
        let server = Server::new([lost, status(404)]);
        assert_eq!(run(server.client().delete_role_assignment(&held())), Ok(()));
        assert_eq!(server.count(), 2);
    }
}

#[test]
fn a_removal_that_finds_nothing_at_once_is_told() {
    let server = Server::new([answer(429, &[("retry-after", "1")], ""), status(404)]);
    assert!(run(server.client().delete_role_assignment(&held())).unwrap_err().is_not_found());
}

#[test]
fn access_is_allowed_only_where_the_answer_says_so() {
    let body = r#"[{"action":"a/read","accessDecision":"allowed"},{"action":"a/write","accessDecision":"NotAllowed"},
        {"action":"a/new","accessDecision":"Perhaps"},{"action":"a/none"}]"#;
    let server = Server::new([ok(body)]);
    let answers = run(server.client().check_access(&profile_scope(), &["a/read", "a/write", "a/new", "a/none"]));
    let allowed: Vec<bool> = answers.unwrap().into_iter().map(|(_, allowed)| allowed).collect();
    assert_eq!(allowed, [true, false, false, false]);
}
