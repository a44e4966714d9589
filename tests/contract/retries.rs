//! What is asked again, how often and after how long.
use crate::support::*;
use factuur::arm::{ArmError, TransportError};
use std::rc::Rc;

fn ask(server: &Rc<Server>) -> Result<usize, ArmError> {
    run(server.client().billing_accounts()).map(|accounts| accounts.len())
}

fn throttled(headers: &[(&str, &str)]) -> Sent {
    answer(429, headers, r#"{"error":{"code":"TooManyRequests","message":"Slow down."}}"#)
}

#[test]
fn the_service_is_asked_again_after_the_wait_it_names() {
    let server = Server::new([throttled(&[("Retry-After", "7")]), ok(ONE_ACCOUNT)]);
    assert_eq!(ask(&server), Ok(1));
    assert_eq!(server.gaps(), [7_000]);
    let requests = server.requests.borrow();
    assert_eq!(requests[0].headers, requests[1].headers, "the same call keeps its id");
}

#[test]
fn a_broken_site_is_not_asked_again_by_itself() {
    let broken = TransportError::Site("factuur-sandbox: changed".to_owned());
    let server = Server::new([Err(broken.clone()), ok(ONE_ACCOUNT)]);
    assert!(matches!(ask(&server), Err(ArmError::Transport { error, .. }) if error == broken));
    assert_eq!(server.requests.borrow().len(), 1);
}

#[test]
fn waits_are_spread_by_up_to_a_tenth() {
    let server = Server::new([throttled(&[("Retry-After", "10")]), ok(ONE_ACCOUNT)]);
    server.chance.set(255);
    ask(&server).unwrap();
    assert_eq!(server.gaps(), [11_000]);
}

#[test]
fn of_several_waits_the_longest_holds_and_quotas_are_not_waits() {
    let server = Server::new([
        throttled(&[
            ("x-ms-ratelimit-microsoft.costmanagement-entity-retry-after", "21"),
            ("x-ms-ratelimit-microsoft.costmanagement-clienttype-retry-after", "47"),
            ("x-ms-ratelimit-microsoft.costmanagement-qpu-retry-after", "5"),
            ("x-ms-ratelimit-remaining-tenant-reads", "11999"),
        ]),
        throttled(&[("x-ms-ratelimit-microsoft.costmanagement-qpu-remaining", "DefaultQuota:3")]),
        ok(ONE_ACCOUNT),
    ]);
    ask(&server).unwrap();
    assert_eq!(server.gaps(), [47_000, 10_000]);
}

#[test]
fn a_date_is_a_wait_from_the_answers_own_date() {
    let date = |wait: &str| answer(503, &[("retry-after", wait), ("date", "Sat, 21 Nov 2026 08:00:00 GMT")], "");
    let server =
        Server::new([date("Sat, 21 Nov 2026 08:00:30 GMT"), date("Sat, 21 Nov 2026 07:00:00 GMT"), ok(ONE_ACCOUNT)]);
    ask(&server).unwrap();
    assert_eq!(server.gaps(), [30_000, 1_600], "a date in the past is no wait");
}

#[test]
fn a_throttled_answer_whose_wait_the_browser_hides_waits_five_seconds_and_doubles() {
    let server = Server::new((0..8).map(|_| throttled(&[])));
    let error = ask(&server).unwrap_err();
    assert_eq!(server.gaps(), [5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
    assert_eq!(error.status(), Some(429));
    assert_eq!(error.code(), Some("TooManyRequests"));
    assert_eq!(error.request_id(), Some("call-1"));
}

#[test]
fn throttling_for_ever_is_one_question_and_seven_more() {
    let server = Server::new((0..20).map(|_| throttled(&[("retry-after", "1"), ("x-ms-request-id", "them-1")])));
    let error = ask(&server).unwrap_err();
    assert_eq!(server.count(), 8);
    assert_eq!(error.request_id(), Some("them-1"));
    assert_eq!(error.service().unwrap().retry_after, Some(1));
}

#[test]
fn a_wait_of_more_than_two_minutes_is_for_a_person_to_decide() {
    for (wait, seconds) in [("840", 840), ("999999999", 999_999_999), (&"9".repeat(400), u64::from(u32::MAX))] {
        let server = Server::new([throttled(&[("retry-after", wait)])]);
        let error = ask(&server).unwrap_err();
        let call = "call-1".to_owned();
        assert_eq!(error, ArmError::TooLongToWait { seconds, status: 429, client_request_id: call });
        assert_eq!(server.count(), 1);
    }
}

#[test]
fn a_wait_that_is_no_number_is_no_wait() {
    for wait in ["-5", "abc", "NaN", "1e3", "", "0"] {
        let server = Server::new([throttled(&[("retry-after", wait)]), ok(ONE_ACCOUNT)]);
        ask(&server).unwrap();
        assert!(server.gaps()[0] >= 400, "{wait}");
    }
}

#[test]
fn each_passing_fault_is_asked_again_three_times() {
    for code in [408, 500, 502, 503, 504] {
        let server = Server::new((0..9).map(|_| status(code)));
        assert_eq!(ask(&server).unwrap_err().status(), Some(code));
        assert_eq!(server.count(), 4, "{code}");
        assert_eq!(server.gaps(), [800, 1_600, 3_200]);
    }
}

#[test]
fn a_lasting_error_is_asked_once() {
    for code in [400, 401, 403, 404, 409, 412, 422, 501, 505] {
        let server = Server::new([status(code)]);
        assert_eq!(ask(&server).unwrap_err().status(), Some(code));
        assert_eq!(server.count(), 1, "{code}");
    }
}

#[test]
fn a_lost_connection_is_tried_again() {
    let server = Server::new([cut_off(), cut_off(), ok(ONE_ACCOUNT)]);
    assert_eq!(ask(&server), Ok(1));
    let server = Server::new((0..9).map(|_| cut_off()));
    let error = ask(&server).unwrap_err();
    assert!(matches!(error, ArmError::Transport { .. }));
    assert_eq!((server.count(), error.request_id()), (4, Some("call-1")));
}

#[test]
fn faults_and_throttling_are_counted_apart() {
    let mut script: Vec<Sent> = Vec::new();
    for _ in 0..3 {
        script.extend([throttled(&[("retry-after", "1")]), status(500), throttled(&[("retry-after", "1")])]);
    }
    script.push(ok(ONE_ACCOUNT));
    let server = Server::new(script);
    assert_eq!(ask(&server), Ok(1));
}

#[test]
fn half_an_answer_that_looks_finished_is_asked_once_more_and_is_never_an_empty_list() {
    let half = &ONE_ACCOUNT[..20];
    let server = Server::new([ok(half), ok(ONE_ACCOUNT)]);
    assert_eq!(ask(&server), Ok(1));
    let server = Server::new([ok(half), ok(half)]);
    assert!(matches!(ask(&server), Err(ArmError::Decode { .. })));
    let server = Server::new([ok(""), ok("")]);
    assert!(matches!(ask(&server), Err(ArmError::Decode { .. })));
}

#[test]
fn a_page_of_a_captive_portal_is_not_an_answer() {
    let html = "<html>Welcome to the hotel</html>";
    for headers in [[("content-type", "text/html")], [("content-type", "application/json")], [("content-type", "")]] {
        let server = Server::new([answer(200, &headers, html)]);
        assert!(matches!(ask(&server), Err(ArmError::NotJson { .. })));
        assert_eq!(server.count(), 1);
    }
}
