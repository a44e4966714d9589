//! A link in an answer is data: it is followed to the configured origin and under what was asked, or not at all.
use crate::support::*;
use factuur::arm::ArmError;

const COLLECTION: &str = "/providers/Microsoft.Billing/billingAccounts/a1/invoiceSections";

#[test]
fn no_hostile_link_is_ever_followed() {
    let hostile = [
        "https://evil.example/providers/Microsoft.Billing/billingAccounts?$skiptoken=1",
        "http://management.azure.com/providers/Microsoft.Billing/billingAccounts",
        "//evil.example/providers/Microsoft.Billing/billingAccounts",
        "///evil.example/providers/Microsoft.Billing/billingAccounts",
        "https://user@management.azure.com/providers/Microsoft.Billing/billingAccounts",
        "https://user:pass@management.azure.com/providers/Microsoft.Billing/billingAccounts",
        "https://management.azure.com@evil.example/providers/Microsoft.Billing/billingAccounts",
        "https://management.azure.com:8443/providers/Microsoft.Billing/billingAccounts",
        "https://management.azure.com.evil.example/providers/Microsoft.Billing/billingAccounts",
        "https://management.azure.comevil.example/providers/Microsoft.Billing/billingAccounts",
        "https://evil.example\\@management.azure.com/providers/Microsoft.Billing/billingAccounts",
        "https:\\\\evil.example/providers/Microsoft.Billing/billingAccounts",
        "\\\\evil.example\\providers",
        "javascript:alert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "ftp://management.azure.com/providers/Microsoft.Billing/billingAccounts",
        "https:///evil.example/providers/Microsoft.Billing/billingAccounts",
        "/subscriptions/1/providers/Microsoft.Compute/virtualMachines",
        "/providers/Microsoft.Billing/billingAccountsX?a=1",
        "/providers/Microsoft.Billing/billingAccounts/../../Microsoft.Authorization/elevateAccess",
        "/providers/Microsoft.Billing/billingAccounts/%2e%2e/%2E%2e/x",
        "/providers/Microsoft.Billing/billingAccounts%2f..%2f..%2fx",
        "/providers/Microsoft.Billing/billingAccounts/%zz",
        "?$skiptoken=1",
        "#",
        "https://management.azure.com",
    ];
    for link in hostile {
        let server = Server::new([accounts_page("a1", link)]);
        let error = run(server.client().billing_accounts()).unwrap_err();
        assert!(matches!(&error, ArmError::ForeignLink { .. }), "{link} gave {error:?}");
        assert_eq!(server.count(), 1, "{link} was asked");
    }
}

#[test]
fn a_link_to_another_accounts_list_is_not_followed() {
    let link = format!("{ORIGIN}{COLLECTION}");
    let server = Server::new([ok(&format!(r#"{{"value":[],"nextLink":"{link}"}}"#))]);
    let error = run(server.client().invoice_sections(&account(), &profile())).unwrap_err();
    assert_eq!(error, ArmError::ForeignLink { link });
    assert_eq!(server.count(), 1);
}

#[test]
fn a_link_with_a_control_character_is_not_followed() {
    let body = r#"{"value":[],"nextLink":"/providers/Microsoft.Billing/billingAccounts?a=1\r\nhost: evil"}"#;
    let server = Server::new([ok(body)]);
    assert!(matches!(run(server.client().billing_accounts()), Err(ArmError::ForeignLink { .. })));
}

#[test]
fn a_very_long_foreign_link_is_cut_before_it_is_shown() {
    let link = format!("https://evil.example/{}", "x".repeat(10_000));
    let server = Server::new([accounts_page("a1", &link)]);
    let Err(ArmError::ForeignLink { link }) = run(server.client().billing_accounts()) else { panic!() };
    assert_eq!(link.chars().count(), 2_000);
}

#[test]
fn an_operation_is_followed_on_the_configured_origin_only() {
    for location in [
        "https://evil.example/providers/Microsoft.Billing/operationResults/1",
        "//evil.example/x",
        "/subscriptions/1/operationResults/1",
    ] {
        let server = Server::new([ok(EMPTY), answer(202, &[("location", location)], "")]);
        let error = run(server.client().resolve_role_assignments(&profile_scope())).unwrap_err();
        assert!(matches!(error, ArmError::ForeignLink { .. }), "{location} gave {error:?}");
        assert_eq!(server.count(), 2);
    }
}

#[test]
fn a_name_that_would_climb_out_of_its_place_is_refused_before_anything_is_sent() {
    let server = Server::new([]);
    let client = server.client();
    for name in ["..", ".", ""] {
        let error = run(client.billing_account(&name.into())).unwrap_err();
        assert_eq!(error, ArmError::BadName(name.to_owned()));
    }
    assert_eq!(server.count(), 0);
}

#[test]
fn a_name_with_a_slash_stays_one_segment() {
    let server = Server::new([ok(r#"{"name":"x"}"#)]);
    run(server.client().billing_account(&"a/../b?c#d".into())).unwrap();
    assert_eq!(server.lines(), ["GET /providers/Microsoft.Billing/billingAccounts/a%2F..%2Fb%3Fc%23d"]);
}

#[test]
fn only_an_origin_can_be_configured() {
    use factuur::arm::Client;
    let server = Server::new([]);
    let client = |origin: &str| Client::new(origin, server.clone(), server.clone(), None);
    for bad in ["", "management.azure.com", "ftp://x", "https://", "https://a/b", "https://u@a", "javascript:x"] {
        assert_eq!(client(bad).unwrap_err(), ArmError::BadOrigin(bad.to_owned()));
    }
    assert_eq!(client("HTTPS://Management.Azure.com:443/").unwrap().origin(), ORIGIN);
    assert_eq!(client("http://127.0.0.1:8081").unwrap().origin(), "http://127.0.0.1:8081");
}

#[test]
fn the_token_is_not_in_what_a_log_would_show() {
    let server = Server::new([]);
    assert!(!format!("{:?}", server.client()).contains("secret"));
}
