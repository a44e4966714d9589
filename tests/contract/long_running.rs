//! Work that goes on after the answer (contract §1).
use crate::support::*;
use factuur::arm::ArmError;
use std::rc::Rc;

const LOCATION: &str = "https://management.azure.com/providers/Microsoft.Billing/billingAccounts/a/operationResults/x_1?api-version=2024-04-01";

fn resolve(script: Vec<Sent>) -> (Rc<Server>, Result<usize, ArmError>) {
    let server = Server::new([vec![ok(EMPTY)], script].concat());
    let found = run(server.client().resolve_role_assignments(&profile_scope())).map(|list| list.len());
    (server, found)
}

fn accepted(headers: &[(&str, &str)]) -> Sent {
    answer(202, headers, "")
}

#[test]
fn the_result_is_fetched_when_the_work_is_done_and_waits_are_kept() {
    let (server, found) = resolve(vec![
        accepted(&[("Location", LOCATION), ("Retry-After", "1")]),
        accepted(&[("location", LOCATION), ("retry-after", "5")]),
        accepted(&[]),
        ok(EMPTY),
    ]);
    assert_eq!(found, Ok(0));
    assert_eq!(server.gaps()[1..], [1_000, 5_000, 2_000], "two seconds where the service does not say");
    assert_eq!(server.left(), 0);
}

#[test]
fn a_relative_location_with_a_raw_colon_is_followed() {
    let there = format!("/providers/Microsoft.Billing/billingAccounts/{ACCOUNT}/operationResults/resolve_1?a=b");
    let (server, found) = resolve(vec![accepted(&[("location", &there)]), ok(EMPTY)]);
    assert_eq!(found, Ok(0));
    assert_eq!(server.urls()[2], format!("{ORIGIN}{there}"));
}

#[test]
fn work_whose_address_cannot_be_read_is_not_a_success() {
    let (server, found) = resolve(vec![accepted(&[("retry-after", "1")])]);
    assert!(matches!(found, Err(ArmError::CannotFollow { .. })));
    assert_eq!(server.left(), 0);
}

#[test]
fn the_status_address_is_asked_before_the_result() {
    let both = [("azure-asyncoperation", "/providers/Microsoft.Billing/operationStatus/1"), ("location", LOCATION)];
    let (server, found) = resolve(vec![
        accepted(&both),
        ok(r#"{"status":"InProgress"}"#),
        ok(r#"{"status":"a word nobody knows"}"#),
        ok(r#"{"status":{"status":"running"}}"#),
        ok(r#"{"status":"SUCCEEDED"}"#),
        ok(EMPTY),
    ]);
    assert_eq!(found, Ok(0));
    assert!(server.urls().last().unwrap().contains("operationResults"));
    assert_eq!(server.left(), 0);
}

#[test]
fn work_that_was_given_up_is_an_error_with_its_state() {
    for (body, code) in [
        (r#"{"status":"CANCELLED"}"#, ""),
        (r#"{"status":"Canceled"}"#, ""),
        (r#"{"status":"Failed"}"#, ""),
        (r#"{"status":"failed","error":{"code":"Nope","message":"No."}}"#, "Nope"),
    ] {
        let (_, found) = resolve(vec![
            accepted(&[("azure-asyncoperation", "/providers/Microsoft.Billing/operationStatus/1")]),
            ok(body),
        ]);
        let Err(ArmError::OperationFailed { error, .. }) = found else { panic!("{found:?}") };
        assert_eq!(error.code, code);
    }
}

#[test]
fn faults_while_following_do_not_end_the_work() {
    let (server, found) = resolve(
        [
            vec![accepted(&[("location", LOCATION)]), status(404)],
            vec![status(500), status(500), status(500), status(500)],
            vec![cut_off(), cut_off(), cut_off(), cut_off()],
            vec![answer(429, &[("retry-after", "3")], ""), ok(EMPTY)],
        ]
        .concat(),
    );
    assert_eq!(found, Ok(0));
    assert_eq!(server.left(), 0);
}

#[test]
fn an_operation_that_stays_unknown_or_is_refused_ends() {
    let lost = vec![accepted(&[("location", LOCATION)]), status(404), status(404), status(404), status(404)];
    assert!(resolve(lost).1.unwrap_err().is_not_found());
    let refused = vec![accepted(&[("location", LOCATION)]), status(403)];
    assert!(resolve(refused).1.unwrap_err().is_forbidden());
}

#[test]
fn work_is_followed_for_a_quarter_of_an_hour() {
    let mut script = vec![accepted(&[("location", LOCATION)])];
    script.extend((0..400).map(|_| accepted(&[("retry-after", "60")])));
    let (server, found) = resolve(script);
    assert_eq!(found, Err(ArmError::StillRunning { minutes: 15 }));
    assert!((900..1_000).contains(&server.now.get().as_secs()));
}

#[test]
fn a_profile_is_written_whole_followed_and_read_again() {
    let profile = include_str!("fixtures/profile.json");
    for first in [ok("{}"), answer(201, &[], "{}"), accepted(&[("location", LOCATION)])] {
        let long = first.as_ref().is_ok_and(|response| response.status == 202);
        let mut script = vec![ok(profile), first];
        script.extend(long.then(|| status(204)));
        script.push(ok(profile));
        let server = Server::new(script);
        let client = server.client();
        let mut before = run(client.billing_profile(&account(), &crate::support::profile())).unwrap();
        before.email.opt_in = false;
        let after = run(client.update_billing_profile(&before)).unwrap();
        assert!(after.email.opt_in, "what counts is what is read again");
        assert_eq!(server.left(), 0);
        let requests = server.requests.borrow();
        let body: serde_json::Value = serde_json::from_slice(requests[1].body.as_ref().unwrap()).unwrap();
        let sent = &body["properties"];
        assert_eq!(requests[1].method.as_str(), "PUT");
        assert_eq!(sent["invoiceEmailOptIn"], false);
        for kept in [
            "displayName",
            "poNumber",
            "billTo",
            "shipTo",
            "soldTo",
            "invoiceRecipients",
            "enabledAzurePlans",
            "tags",
            "indirectRelationshipInfo",
            "currentPaymentTerm",
        ] {
            let read: serde_json::Value = serde_json::from_str(profile).unwrap();
            assert_eq!(sent[kept], read["properties"][kept], "{kept} comes back as it was");
        }
        assert!(sent.get("currency").is_none() && sent.get("systemId").is_none(), "nothing read-only is written");
    }
}
