//! Who asks, what is answered, in which shape.
use crate::support::*;
use factuur::arm::Method::{Delete, Get, Post, Put};
use factuur::sandbox::{Seed, SeedError};
use proptest::prelude::*;

#[test]
fn without_a_token_nothing_is_answered() {
    let sandbox = sandbox();
    for path in [account(""), profile(EUR), "/providers/Factuur.Sandbox/me".to_owned()] {
        let response = sandbox.handle(&request(Get, &path, None, None));
        assert_eq!((response.status, code(&response).as_str()), (401, "InvalidAuthenticationToken"), "{path}");
    }
}

#[test]
fn who_does_not_know_the_tenant_is_the_person_of_a_first_visit() {
    let sandbox = sandbox();
    let mut asked = request(Get, "/providers/Factuur.Sandbox/me", Some(OWNER), None);
    asked.headers = vec![("authorization".to_owned(), "Bearer sandbox.default".to_owned())];
    let me = json(&sandbox.handle(&asked));
    assert_eq!(me["principal"]["id"], sandbox.default_principal());
    asked.headers = vec![("authorization".to_owned(), "Bearer sandbox.".to_owned())];
    assert_eq!(sandbox.handle(&asked).status, 401);
}

#[cfg(feature = "site")]
#[test]
fn the_page_hands_in_every_file_of_the_tenant() {
    assert_eq!(factuur::browser::sandbox::TENANT_FILES, Seed::FILES);
}

#[test]
fn a_request_without_an_api_version_is_refused() {
    let mut asked = request(Get, &account(MCA), Some(OWNER), None);
    asked.url = asked.url.replace("?api-version=2024-04-01", "");
    let response = sandbox().handle(&asked);
    assert_eq!((response.status, code(&response).as_str()), (400, "MissingApiVersionParameter"));
}

#[test]
fn every_answer_has_a_request_id_and_no_two_the_same() {
    let sandbox = sandbox();
    let ids = [1, 2].map(|_| get(&sandbox, &account(MCA), OWNER).header("X-MS-Request-Id").unwrap().to_owned());
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn paths_and_query_names_are_compared_without_case_and_names_may_be_encoded() {
    let sandbox = sandbox();
    let path = format!("/PROVIDERS/microsoft.billing/BillingAccounts/{}", MCA.replace(':', "%3A").to_uppercase());
    assert_eq!(good(&sandbox, &path, OWNER)["name"], MCA);
    let list = good(&sandbox, &format!("{}/invoices?$TOP=3", account(MCA)), OWNER);
    assert_eq!(list["value"].as_array().unwrap().len(), 3);
}

#[test]
fn the_owner_sees_the_accounts_of_each_directory_with_their_agreements() {
    let sandbox = sandbox();
    let list = good(&sandbox, "/providers/Microsoft.Billing/billingAccounts", OWNER);
    let types: Vec<&str> = list["value"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["properties"]["agreementType"].as_str().unwrap())
        .collect();
    assert_eq!(types, ["MicrosoftCustomerAgreement", "MicrosoftOnlineServicesProgram", "EnterpriseAgreement"]);
    let mut asked = request(Get, "/providers/Microsoft.Billing/billingAccounts", Some(OWNER), None);
    asked.headers.push(("x-factuur-directory".into(), "22bb0000-7c1e-4d52-9a01-0c0ffee00002".into()));
    assert_eq!(names(&json(&sandbox.handle(&asked))), [MPA]);
}

#[test]
fn who_has_no_role_gets_an_empty_list_of_accounts_and_no_error() {
    let list = good(&sandbox(), "/providers/Microsoft.Billing/billingAccounts", NOBODY);
    assert_eq!(list["value"].as_array().unwrap().len(), 0);
}

#[test]
fn what_is_refused_names_the_roles_that_would_help() {
    let sandbox = sandbox();
    let response = get(&sandbox, &format!("{}/invoices", profile(EUR)), NOBODY);
    assert_eq!(response.status, 403);
    let message = json(&response)["error"]["message"].as_str().unwrap().to_owned();
    assert!(message.contains("Invoice manager") && message.contains("Billing profile reader"), "{message}");
}

#[test]
fn what_does_not_exist_is_not_found() {
    let sandbox = sandbox();
    for path in [account("nobody"), profile("NONE"), format!("{}/invoices/G000000000", account(MCA)), "/x".into()] {
        let response = get(&sandbox, &path, OWNER);
        assert_eq!((response.status, code(&response).as_str()), (404, "NotFound"), "{path}");
    }
}

#[test]
fn a_section_owner_sees_that_the_profile_exists_and_his_section() {
    let sandbox = sandbox();
    let profiles = good(&sandbox, &format!("{}/billingProfiles", account(MCA)), SECTION_OWNER);
    assert_eq!(names(&profiles), [EUR]);
    let properties = &profiles["value"][0]["properties"];
    assert_eq!(properties["hasReadAccess"], false);
    assert!(properties["billTo"].is_null(), "addresses are not for him");
    let sections = good(&sandbox, &format!("{}/invoiceSections", profile(EUR)), SECTION_OWNER);
    assert_eq!(names(&sections), ["Q5LM-2WRD-PJA-PGB"]);
    assert_eq!(get(&sandbox, &format!("{}/invoices", account(MCA)), SECTION_OWNER).status, 403);
}

#[test]
fn customers_are_listed_by_account_and_by_profile() {
    let sandbox = sandbox();
    assert_eq!(all(&sandbox, &format!("{}/customers", account(MPA)), PARTNER_OWNER).len(), 5);
    let by_profile = format!("{}/billingProfiles/S8KW-2TJN-BG7-PHA/customers", account(MPA));
    assert_eq!(all(&sandbox, &by_profile, PARTNER_OWNER).len(), 2);
}

const EDITED: &str = r#"{"properties":{"displayName":"Kwelderoog NL","poNumber":"P=1","invoiceEmailOptIn":true,
    "invoiceRecipients":["a@kwelderoog.example"],"currency":"JPY","newThing":{"limit":1.10}}}"#;

#[test]
fn a_profile_is_replaced_as_a_whole_by_a_long_running_operation() {
    let sandbox = sandbox();
    let first = ask(&sandbox, Put, &profile(EUR), EUR_OWNER, Some(EDITED));
    assert_eq!(first.status, 202);
    assert!(first.header("Location").unwrap().contains("/operationResults/putBillingProfile_"));
    assert!(first.header("Retry-After").is_some());
    let second = ask(&sandbox, Get, first.header("location").unwrap(), EUR_OWNER, None);
    assert_eq!(second.status, 202, "it takes a while");
    assert_eq!(finished(&sandbox, second, EUR_OWNER).status, 200);
    let response = get(&sandbox, &profile(EUR), EUR_OWNER);
    let properties = &json(&response)["properties"];
    assert_eq!(properties["displayName"], "Kwelderoog NL");
    assert_eq!(properties["currency"], "EUR", "the currency cannot be changed");
    assert!(properties["billTo"].is_null(), "what was left out is cleared");
    assert!(String::from_utf8_lossy(&response.body).contains(r#""newThing":{"limit":1.10}"#), "kept as it came");
}

#[test]
fn opting_out_of_e_mail_removes_the_recipients() {
    let sandbox = sandbox();
    let body = EDITED.replace("\"invoiceEmailOptIn\":true", "\"invoiceEmailOptIn\":false");
    finished(&sandbox, ask(&sandbox, Put, &profile(EUR), EUR_OWNER, Some(&body)), EUR_OWNER);
    let properties = &good(&sandbox, &profile(EUR), EUR_OWNER)["properties"];
    assert_eq!(properties["invoiceRecipients"].as_array().unwrap().len(), 0);
}

#[test]
fn a_profile_with_a_recipient_that_is_no_address_is_refused_field_by_field() {
    let body = EDITED.replace("a@kwelderoog.example", "nobody");
    let response = ask(&sandbox(), Put, &profile(EUR), OWNER, Some(&body));
    assert_eq!(response.status, 400);
    assert!(json(&response)["errors"]["properties.InvoiceRecipients"][0].is_string());
}

#[test]
fn a_reader_and_an_invoice_manager_cannot_change_the_profile() {
    let sandbox = sandbox();
    for who in [EUR_READER, EUR_INVOICE_MANAGER, ACCOUNT_READER] {
        assert_eq!(ask(&sandbox, Put, &profile(EUR), who, Some(EDITED)).status, 403);
    }
}

#[test]
fn a_fault_that_a_test_asks_for_stands_in_the_way_once() {
    let sandbox = sandbox();
    let fault = r#"{"next":[{"match":"/invoices","status":503,"times":1,"retryAfter":2}]}"#;
    assert_eq!(ask(&sandbox, Post, "/providers/Factuur.Sandbox/faults", OWNER, Some(fault)).status, 204);
    let response = get(&sandbox, &format!("{}/invoices", account(MCA)), OWNER);
    assert_eq!((response.status, response.header("retry-after")), (503, Some("2")));
    assert_eq!(get(&sandbox, &format!("{}/invoices", account(MCA)), OWNER).status, 200);
}

#[test]
fn the_extension_tells_who_i_am_and_where() {
    let sandbox = sandbox();
    let me = good(&sandbox, "/providers/Factuur.Sandbox/me", GROUP_MEMBER);
    assert_eq!(me["principal"]["displayName"], "Nadia Koorevliet");
    assert_eq!(me["memberships"][0], person(15));
    let tenants = good(&sandbox, "/providers/Factuur.Sandbox/tenants", OWNER);
    let access: Vec<(u64, bool)> = tenants["value"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["accountCount"].as_u64().unwrap(), it["hasAccess"].as_bool().unwrap()))
        .collect();
    assert_eq!(access, [(3, true), (1, true), (0, false)]);
}

#[test]
fn people_are_found_by_name_and_by_address() {
    let sandbox = sandbox();
    let search = |text: &str| good(&sandbox, &format!("/providers/Factuur.Sandbox/people?search={text}"), OWNER);
    assert_eq!(search("tomas")["value"][0]["principal"]["id"], person(TO_BE_ASSIGNED).as_str());
    assert_eq!(search("%C3%85kerblad")["value"][0]["principal"]["id"], person(TO_BE_ASSIGNED).as_str());
    assert_eq!(search("femke.van")["value"].as_array().unwrap().len(), 1);
    assert_eq!(search("")["value"].as_array().unwrap().len(), 20);
    let personas = good(&sandbox, "/providers/Factuur.Sandbox/personas", OWNER);
    assert!(personas["value"].as_array().unwrap().len() >= 10);
}

#[test]
fn a_tenant_with_a_file_missing_or_broken_says_which() {
    assert_eq!(Seed::parse(&[]).err(), Some(SeedError::Missing("accounts.json")));
    let broken = Seed::parse(&[("sandbox/accounts.json", b"{")]).err().unwrap();
    assert!(matches!(broken, SeedError::Malformed { file: "accounts.json", .. }), "{broken}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_is_asked_is_answered(
        start in 0_usize..8,
        tail in "(/[a-zA-Z]{0,12}|/invoices|/transactions|%[0-9a-zA-Z]{0,2}|/é|//){0,4}",
        query in r"(([$]?(top|skip|skiptoken|filter|orderBy|startDate|endDate|start|end|search)=[-0-9a-z.'% é]{0,24})&){0,3}",
        method in prop::sample::select(vec![Get, Post, Put, Delete]),
        body in prop::option::of("[{}\"a-z:,0-9]{0,20}"),
    ) {
        let usage = format!("{}/providers/Microsoft.Consumption/usageDetails", profile(SEK));
        let subscription = "/subscriptions/d0aa7494-3bf8-521a-8408-0303c1e0071e";
        let used = format!("{subscription}/providers/Microsoft.Consumption/usageDetails");
        let own = format!("/providers/Factuur.Sandbox{subscription}");
        let starts = [
            account(""),
            account(MCA),
            profile(SEK),
            usage,
            used,
            format!("{own}/statementTerms"),
            format!("{own}/invoiceEmail"),
            account("0f7a2c1e-8b35-4e9d-a6c4-51d2e3f4a5b6"),
        ];
        let path = starts[start].clone() + &tail + "?" + &query;
        let response = ask(&sandbox(), method, &path, OWNER, body.as_deref());
        prop_assert!((200..500).contains(&response.status), "{} for {path}", response.status);
        prop_assert!(response.status < 400 || json(&response).is_object());
    }
}
