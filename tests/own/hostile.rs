//! Files that nobody saved from Azure.
use crate::support::*;
use factuur::arm::Method;
use factuur::own::{Kind, OwnFiles};
use proptest::prelude::*;

/// Asks everything that the client asks.
fn ask_all(own: &OwnFiles) {
    let (account, profile) = (account_id(), profile_id());
    for path in [
        String::from("/providers/Microsoft.Billing/billingAccounts"),
        account.clone(),
        format!("{account}/billingProfiles"),
        format!("{profile}/invoiceSections"),
        format!("{account}/customers"),
        format!("{account}/invoices?periodStartDate=2026-01-01&periodEndDate=2026-12-31"),
        format!("{account}/invoices/G1/transactions"),
        format!("{account}/billingSubscriptions?$top=1"),
        format!("{profile}/billingRoleAssignments"),
        format!("{profile}/billingRoleDefinitions"),
        format!("{profile}/providers/Microsoft.Consumption/usageDetails?$top=1"),
        format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Consumption/usageDetails"),
        format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Billing/billingProperty/default"),
        format!("/providers/Microsoft.Billing/billingAccounts/default/billingSubscriptions/{SUBSCRIPTION}/invoices"),
    ] {
        let (status, body) = get(own, &path);
        assert!(matches!(status, 200 | 404), "{path}: {status}");
        let value: serde_json::Value =
            serde_json::from_str(&body).unwrap_or_else(|error| panic!("{path}: {error} {body}"));
        assert!(value.is_object(), "{path}");
    }
    // What is told says nothing that panics, and ends.
    let _ = (sentences(own), own.summary().missing.iter().map(|it| it.az_rest(None)).collect::<Vec<_>>());
}

fn everything() -> String {
    let flat = a_profile().replace(r#""properties":{"#, "").replace("}}", "}");
    list(&[
        an_account(ACCOUNT, "MicrosoftCustomerAgreement"),
        a_profile(),
        flat,
        an_invoice("G1", 2, "1.50"),
        a_row(&profile_id(), "r", "2026-03-05", "1"),
        a_legacy_row("l", "2026-03-05", "1"),
    ])
}

#[test]
fn nesting_numbers_names_and_long_texts_end_nothing() {
    let deep = |count: usize| format!("{}{}", "[".repeat(count), "]".repeat(count));
    let long = "x".repeat(32_767);
    for text in [
        deep(100_000),
        "{\"value\":".repeat(100_000),
        format!(r#"{{"id":"{}","properties":{{"a":{}}}}}"#, account_id(), deep(120)),
        format!(r#"[{{"id":"{}","a":{}}}]"#, account_id(), deep(120)),
        format!(r#"[{{"id":"{}","quantity":{}e{}}}]"#, account_id(), "9".repeat(5_000), "9".repeat(50)),
        format!(r#"[{{"id":"/providers/Microsoft.Billing/billingAccounts/{long}","displayName":"{long}"}}]"#),
        format!(r#"[{{"id":"{0}","id":"{0}x","properties":{{"a":1,"a":2}},"properties":{{"b":1}}}}]"#, account_id()),
        String::from(r#"{"value":[],"value":[{"id":"/providers/Microsoft.Billing/billingAccounts/a"}],"value":7}"#),
        String::from(r#"[{"id":"/providers/Microsoft.Billing/billingAccounts/\u0000"}]"#),
        String::from(
            r#"[{"id":"/providers/Microsoft.Billing/billingAccounts/a%"},{"id":"%2e%2e/%2e"},{"id":"////"},{"id":""}]"#,
        ),
        String::from(
            r#"[{"id":"billingProfiles/billingProfiles/billingProfiles"},{"id":"providers"},{"id":"invoices"}]"#,
        ),
        String::from(r#"{"value":[{}],"nextLink":"::%%?&&==","totalCount":-1}"#),
        String::from(r#"{"value":[{}],"nextLink":"https://elsewhere.example","totalCount":99999999999999999999}"#),
        everything().replace("Operations", "\\\"<script>\\n"),
        everything().replace(PROFILE, "a\\\"b"),
    ] {
        ask_all(&files(&[("x.json", &text), ("y.json", &everything())]));
    }
}

#[test]
fn a_path_that_is_not_what_it_seems_is_not_found() {
    let own = files(&[("x.json", &everything())]);
    for path in [
        "",
        "/",
        "//",
        "/..",
        "/providers/Microsoft.Billing/billingAccounts/%2e%2e/invoices",
        "/%",
        "/a%2fb",
        "?x",
        "/subscriptions",
    ] {
        for method in [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete] {
            let (status, _) = ask(&own, method, path, Some("["));
            assert!(matches!(status, 403 | 404), "{} {path:?}: {status}", method.as_str());
        }
    }
    let (status, _) = ask(&own, Method::Post, &format!("{}/checkAccess", account_id()), Some("{\"actions\":[1]}"));
    assert_eq!(status, 400);
}

#[test]
fn an_escaped_name_is_the_name() {
    let text = everything().replace(ACCOUNT, &ACCOUNT.replace(':', "%3A"));
    let own = files(&[("x.json", &text)]);
    assert_eq!(counted(&own, Kind::Account), (1, 1, 0), "the account, and that of the legacy row");
    assert_eq!(run(client_of(own).billing_profiles(&account())).unwrap().len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    /// A file that was cut, or in which bytes were changed, is told or read; nothing ends the program, and every answer is
    /// JSON.
    #[test]
    fn a_damaged_file_is_read_or_told(
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(b"{}[]\",:\\ \n0-e/.%\xffnu".to_vec())), 0..6),
        swaps in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1_usize..40), 0..3),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut bytes = everything().into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        for (from, to, length) in swaps {
            let from = from.index(bytes.len());
            let piece = bytes[from..(from + length).min(bytes.len())].to_vec();
            let to = to.index(bytes.len());
            bytes.splice(to..to, piece);
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let own = OwnFiles::read(vec![("x.json".to_owned(), bytes), ("y.json".to_owned(), everything().into_bytes())]);
        ask_all(&own);
        prop_assert!(!own.is_empty());
    }

    /// Every text that a resource may hold is told again as it was, also when its fields are put back under `properties`.
    #[test]
    fn a_flattened_resource_says_the_same(name in "\\PC{0,40}", digits in "[1-9][0-9]{0,11}\\.[0-9]{1,14}[1-9]") {
        let name = if name.is_empty() { String::from("x") } else { name };
        let text = serde_json::to_string(&name).unwrap();
        let fields = format!(r#""status":"Due","totalAmount":{{"currency":"EUR","value":{digits}}},"billingProfileDisplayName":{text}"#);
        let id = format!("{}/invoices/G1", account_id());
        let nested = resource(&id, &fields);
        let flat = format!(r#"{{{fields},"id":"{id}","name":"G1","type":"x"}}"#);
        let told = [nested, flat].map(|text| run(client(&[("x.json", &text)]).invoice(&account(), &"G1".into())).unwrap());
        prop_assert_eq!(&told[0], &told[1]);
        prop_assert_eq!(told[0].profile_display_name.as_deref(), Some(name.as_str()));
        prop_assert_eq!(told[0].total.unwrap().amount().to_string(), digits);
    }
}
