//! Lists come in pages (contract §1): relative and absolute links, spaces in them, empty ones, circles.
use crate::support::*;
use factuur::arm::ArmError;

fn names(server: &std::rc::Rc<Server>) -> Result<Vec<String>, ArmError> {
    let accounts = run(server.client().billing_accounts())?;
    assert_eq!(server.left(), 0, "every page was asked for");
    Ok(accounts.into_iter().map(|account| account.name.as_str().to_owned()).collect())
}

#[test]
fn relative_and_absolute_links_lead_to_the_next_page() {
    let server = Server::new([
        accounts_page("a1", "/providers/Microsoft.Billing/billingAccounts?$skiptoken=2&api-version=2024-04-01"),
        accounts_page("a2", "https://management.azure.com/providers/microsoft.billing/BillingAccounts?$skiptoken=3"),
        accounts_page("a3", "https://MANAGEMENT.azure.com:443/providers/Microsoft.Billing/billingAccounts?p=4"),
        accounts_page("a4", "providers/Microsoft.Billing/billingAccounts?p=5"),
        accounts_page("a5", ""),
    ]);
    assert_eq!(names(&server).unwrap(), ["a1", "a2", "a3", "a4", "a5"]);
    let link = format!("{ORIGIN}/providers/Microsoft.Billing/billingAccounts?$skiptoken=2&api-version=2024-04-01");
    assert_eq!(server.urls()[1], link, "nothing is added to a link");
}

#[test]
fn spaces_in_a_link_are_escaped_and_escapes_are_left_alone() {
    let server = Server::new([
        accounts_page(
            "a1",
            "/providers/Microsoft.Billing/billingAccounts?periodStartDate=2000-01-01 00:00:00Z&f=%27a%27&é=\"",
        ),
        accounts_page("a2", " "),
    ]);
    assert_eq!(names(&server).unwrap(), ["a1", "a2"]);
    let query = server.urls()[1].split_once('?').unwrap().1.to_owned();
    assert_eq!(query, "periodStartDate=2000-01-01%2000:00:00Z&f=%27a%27&%C3%A9=%22");
}

#[test]
fn a_raw_colon_in_a_link_is_the_same_account() {
    let link = format!("/providers/Microsoft.Billing/billingAccounts/{ACCOUNT}/billingProfiles?$skiptoken=x");
    let server = Server::new([ok(&format!(r#"{{"value":[],"nextLink":"{link}"}}"#)), ok(EMPTY)]);
    assert!(run(server.client().billing_profiles(&account())).unwrap().is_empty());
    assert_eq!(server.count(), 2);
}

#[test]
fn an_empty_page_in_the_middle_is_not_the_end() {
    let empty = r#"{"value":[],"nextLink":"/providers/Microsoft.Billing/billingAccounts?p=3"}"#;
    let server = Server::new([
        accounts_page("a1", "/providers/Microsoft.Billing/billingAccounts?p=2"),
        ok(empty),
        ok(r#"{"value":[{"name":"a3"}],"nextLink":null}"#),
    ]);
    assert_eq!(names(&server).unwrap(), ["a1", "a3"]);
}

#[test]
fn pages_that_lead_in_a_circle_are_an_error_at_the_second_visit() {
    let there = "/providers/Microsoft.Billing/billingAccounts?p=2";
    let server = Server::new([accounts_page("a1", there), accounts_page("a2", there)]);
    assert_eq!(names(&server).unwrap_err(), ArmError::LinkCycle { link: there.to_owned() });
    assert_eq!(server.count(), 2);
}

#[test]
fn a_page_that_leads_to_itself_is_an_error() {
    let first = "/providers/Microsoft.Billing/billingAccounts?api-version=2024-04-01&expand=soldTo";
    let server = Server::new([accounts_page("a1", first)]);
    assert!(matches!(names(&server), Err(ArmError::LinkCycle { .. })));
    assert_eq!(server.count(), 1);
}

#[test]
fn a_list_without_its_elements_is_an_error_and_never_an_empty_list() {
    for body in ["{}", r#"{"value":null}"#, "[]", "null", r#"{"value":{}}"#, r#"{"error":null}"#] {
        let server = Server::new([ok(body)]);
        assert!(matches!(names(&server), Err(ArmError::Decode { .. })), "{body}");
    }
}

#[test]
fn no_content_is_an_empty_list() {
    let server = Server::new([status(204)]);
    assert!(names(&server).unwrap().is_empty());
}

#[test]
fn a_failing_second_page_fails_the_list_instead_of_shortening_it() {
    let server = Server::new([
        accounts_page("a1", "/providers/Microsoft.Billing/billingAccounts?p=2"),
        answer(403, &[], r#"{"error":{"code":"AuthorizationFailed","message":"No."}}"#),
    ]);
    assert!(names(&server).unwrap_err().is_forbidden());
}

#[test]
fn all_pages_of_a_list_are_one_call_with_one_id() {
    let server =
        Server::new([accounts_page("a1", "/providers/Microsoft.Billing/billingAccounts?p=2"), accounts_page("a2", "")]);
    names(&server).unwrap();
    let requests = server.requests.borrow();
    let id = |at: usize| requests[at].headers.iter().find(|(name, _)| name == "x-ms-client-request-id").cloned();
    assert_eq!(id(0), id(1));
}
