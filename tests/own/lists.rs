//! The real client before files.
use crate::support::*;
use factuur::arm::{ArmError, Method};
use factuur::billing::{CostMetric, InvoiceName, Role, Task};
use factuur::own::{Kind, NOT_IN_FILES, OwnFiles, READ_ONLY};

const LONG: &str = "123456789012.3456789012345";

fn assignment(scope: &str, person: &str, definition: &str) -> String {
    let name = format!("{definition}_{person}");
    resource(
        &format!("{scope}/billingRoleAssignments/{name}"),
        &format!(
            r#""principalId":"{person}","roleDefinitionId":"{scope}/billingRoleDefinitions/{definition}","scope":"{scope}""#
        ),
    )
}

fn transaction(name: &str, invoice: &str, amount: &str) -> String {
    resource(
        &format!("{}/transactions/{name}", profile_id().replace("billingAccounts", "BillingAccounts")),
        &format!(
            r#""invoice":"{invoice}","date":"2026-03-31T00:00:00Z","transactionAmount":{{"currency":"EUR","value":{amount}}},
            "invoiceSectionId":"{}/invoiceSections/{SECTION}","invoiceSectionDisplayName":"Web","kind":"All""#,
            profile_id()
        ),
    )
}

fn whole() -> OwnFiles {
    const OWNER: &str = "40000000-aaaa-bbbb-cccc-100000000000";
    files(&[
        ("accounts.json", &list(&[an_account(ACCOUNT, "MicrosoftCustomerAgreement")])),
        ("profiles.json", &list(&[a_profile()])),
        ("sections.json", &list(&[resource(&section_scope().id(), r#""displayName":"Web","state":"Active""#)])),
        ("invoices.json", &list(&[an_invoice("G1", 2, LONG), an_invoice("G2", 3, "-0.10")])),
        (
            "lines.json",
            &list(&[transaction("t1", "G1", LONG), transaction("t2", "G2", "1"), transaction("t3", "G1", "2")]),
        ),
        (
            "roles.json",
            &list(&[
                assignment(&profile_id(), "p1", OWNER),
                assignment(&account_id(), "p2", "50000000-aaaa-bbbb-cccc-100000000002"),
            ]),
        ),
    ])
}

#[test]
fn every_list_of_an_account_is_told_from_files() {
    let own = whole();
    assert_eq!(sentences(&own), Vec::<String>::new());
    let client = client_of(own);
    let accounts = run(client.billing_accounts()).unwrap();
    assert_eq!(accounts.iter().map(|it| it.display_name.as_str()).collect::<Vec<_>>(), ["Contoso"]);
    assert_eq!(run(client.billing_account(&account())).unwrap(), accounts[0]);
    let profiles = run(client.billing_profiles(&account())).unwrap();
    assert_eq!((profiles[0].display_name.as_str(), profiles[0].invoice_day), ("Operations", Some(5)));
    assert_eq!(run(client.billing_profile(&account(), &profile())).unwrap(), profiles[0]);
    let sections = run(client.invoice_sections(&account(), &profile())).unwrap();
    assert_eq!(sections[0].display_name, "Web");
    let invoices = run(client.invoices(&profile_scope(), None)).unwrap();
    assert_eq!(invoices.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["G2", "G1"], "the newest first");
    assert_eq!(run(client.invoices(&account_scope(), None)).unwrap(), invoices);
    let invoice = run(client.invoice(&account(), &InvoiceName::new("g1"))).unwrap();
    assert_eq!(invoice.total.unwrap().amount().to_string(), LONG);
    let lines = run(client.transactions(&account(), &InvoiceName::new("G1"))).unwrap();
    assert_eq!(lines.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["t1", "t3"]);
    assert_eq!(lines[0].amount.unwrap().amount().to_string(), LONG);
}

#[test]
fn roles_are_those_given_at_the_scope_itself() {
    let client = client_of(whole());
    let roles = run(client.role_assignments(&profile_scope())).unwrap();
    assert_eq!(
        roles.iter().map(|it| (it.principal.id.as_str(), it.role.clone())).collect::<Vec<_>>(),
        [("p1", Role::ProfileOwner)]
    );
    let roles = run(client.resolve_role_assignments(&account_scope())).unwrap();
    assert_eq!(roles.iter().map(|it| it.role.clone()).collect::<Vec<_>>(), [Role::AccountReader]);
    let error = run(client.role_assignments(&section_scope())).unwrap_err();
    assert_eq!((error.status(), error.code()), (Some(404), Some(NOT_IN_FILES)));
}

#[test]
fn the_invoices_of_a_time_are_those_whose_period_meets_it() {
    let client = client_of(whole());
    let named = |from, until| -> Vec<String> {
        let list = run(client.invoices(&profile_scope(), Some(period(from, until)))).unwrap();
        list.iter().map(|it| it.name.as_str().to_owned()).collect()
    };
    assert_eq!(named("2026-03-01", "2026-03-31"), ["G2"]);
    assert_eq!(named("2026-02-28", "2026-03-01"), ["G2", "G1"]);
    assert_eq!(named("2025-01-01", "2025-12-31"), Vec::<String>::new(), "invoices are there, and none of that year");
}

#[test]
fn what_is_not_in_the_files_is_refused_with_the_command_that_saves_it() {
    let client = client(&[("accounts.json", &list(&[an_account(ACCOUNT, "MicrosoftCustomerAgreement")]))]);
    let refused = |error: ArmError| {
        assert_eq!((error.status(), error.code()), (Some(404), Some(NOT_IN_FILES)));
        error.service().unwrap().message.clone()
    };
    let message = refused(run(client.invoices(&profile_scope(), None)).unwrap_err());
    let encoded = ACCOUNT.replace(':', "%3A");
    let url = format!(
        "\"https://management.azure.com/providers/Microsoft.Billing/billingAccounts/{encoded}/billingProfiles/{PROFILE}/invoices?api-version=2024-04-01\""
    );
    assert!(
        message.contains(&format!(
            "az rest --method get --url {url} --output-file invoices-{}.json",
            PROFILE.to_lowercase()
        )),
        "{message}"
    );
    let message = refused(run(client.resolve_role_assignments(&profile_scope())).unwrap_err());
    assert!(message.contains("billingRoleAssignments?api-version=2024-04-01\""), "{message}");
    let mut pages = client.usage_pages(&profile_scope(), march(), CostMetric::Actual).unwrap();
    let message = refused(run(pages.next()).unwrap_err());
    assert!(message.contains("startDate=2026-03-01&endDate=2026-03-31"), "{message}");
    assert!(!message.contains('$'), "a shell would read it: {message}");
    refused(run(client.invoice(&account(), &InvoiceName::new("G9"))).unwrap_err());
    refused(run(client.billing_account(&"other".into())).unwrap_err());
}

#[test]
fn no_files_are_an_empty_list_of_accounts() {
    let own = files(&[]);
    assert!(own.is_empty());
    assert_eq!(run(client_of(own).billing_accounts()).unwrap(), []);
}

#[test]
fn everything_may_be_read_and_nothing_changed() {
    let own = whole();
    let scope = profile_id();
    for (method, path) in [
        (Method::Put, scope.clone()),
        (Method::Patch, format!("{}/billingSubscriptions/s", account_id())),
        (Method::Delete, format!("{scope}/billingRoleAssignments/x")),
        (Method::Post, format!("{scope}/createBillingRoleAssignment")),
        (Method::Post, format!("{}/invoices/G1/download", account_id())),
    ] {
        let (status, body) = ask(&own, method, &format!("{path}?api-version=2024-04-01"), Some("{}"));
        assert!(status == 403 && body.contains(READ_ONLY), "{} {path}: {status} {body}", method.as_str());
    }
    let client = client_of(own);
    let read = "Microsoft.Billing/billingAccounts/billingProfiles/read";
    let write = "Microsoft.Billing/billingAccounts/billingProfiles/write";
    let answers = run(client.check_access(&profile_scope(), &[read, write])).unwrap();
    assert_eq!(answers, [(read.to_owned(), true), (write.to_owned(), false)]);
    assert!(run(client.me()).unwrap().memberships.is_empty());
    for task in Task::ALL {
        let looks = matches!(task, Task::SeeInvoices | Task::SeeProperties | Task::SeeRoleAssignments);
        assert_eq!(OwnFiles::allows(task), looks, "{task:?}");
    }
    let error =
        run(client.update_billing_profile(&run(client.billing_profile(&account(), &profile())).unwrap())).unwrap_err();
    assert_eq!((error.is_forbidden(), error.code()), (true, Some(READ_ONLY)));
}

#[test]
fn what_az_prints_is_read_as_what_the_api_answers() {
    let invoice = a_printed_invoice("G1", 2, LONG);
    let account = format!(
        r#"[{{"accountStatus":"Active","agreementType":"MicrosoftCustomerAgreement","displayName":"Contoso","hasReadAccess":true,
        "id":"{}","name":"{ACCOUNT}","soldTo":null,"tags":null,"type":"Microsoft.Billing/billingAccounts"}}]"#,
        account_id()
    );
    let own = files(&[("accounts.json", &account), ("invoices.json", &format!("[{invoice}]"))]);
    assert_eq!(sentences(&own), Vec::<String>::new());
    let client = client_of(own);
    assert_eq!(run(client.billing_accounts()).unwrap()[0].display_name, "Contoso");
    let invoices = run(client.invoices(&profile_scope(), None)).unwrap();
    assert_eq!(
        invoices,
        run(crate::support::client(&[("arm.json", &an_invoice("G1", 2, LONG))]).invoices(&profile_scope(), None))
            .unwrap()
    );
    assert_eq!(invoices[0].total.unwrap().amount().to_string(), LONG);
}

#[test]
fn what_az_expands_inside_an_account_is_read_too() {
    let printed = format!(
        r#"[{{"id":"{}","name":"{ACCOUNT}","displayName":"Contoso","billingProfiles":{{"hasMoreResults":true,"value":[
        {{"id":"{}","name":"{PROFILE}","displayName":"Operations","invoiceSections":{{"hasMoreResults":false,"value":[
        {{"id":"{}","name":"{SECTION}","displayName":"Web"}}]}}}}]}}}}]"#,
        account_id(),
        profile_id(),
        section_scope().id()
    );
    let own = files(&[("accounts.json", &printed)]);
    assert_eq!(sentences(&own), Vec::<String>::new());
    let there = own.summary().incomplete.iter().map(|it| (it.kind, it.pages)).collect::<Vec<_>>();
    assert_eq!(there, [(Kind::Profile, 1)], "the service says that there are more profiles");
    let client = client_of(own);
    assert_eq!(run(client.billing_profiles(&account())).unwrap()[0].display_name, "Operations");
    assert_eq!(run(client.invoice_sections(&account(), &profile())).unwrap()[0].display_name, "Web");
}

#[test]
fn one_resource_lines_of_them_and_every_encoding_are_read() {
    let (one, two) = (an_invoice("G1", 2, "1.10"), an_invoice("G2", 3, "2.20"));
    let lines = format!("{}\n{}\r\n", one.replace('\n', " "), two.replace('\n', " "));
    let wide = |text: &str, unit: fn(u16) -> [u8; 2], mark: [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(unit)).collect()
    };
    let texts: [Vec<u8>; 5] = [
        lines.clone().into_bytes(),
        [b"\xef\xbb\xbf", lines.as_bytes()].concat(),
        wide(&lines, u16::to_le_bytes, [0xff, 0xfe]),
        wide(&lines, u16::to_be_bytes, [0xfe, 0xff]),
        format!("[{one},{two}]").into_bytes(),
    ];
    for bytes in texts {
        let own = OwnFiles::read(vec![("x".to_owned(), bytes)]);
        assert_eq!((sentences(&own), counted(&own, Kind::Invoice)), (Vec::new(), (2, 0, 0)));
    }
    let own = files(&[("one.json", &one)]);
    assert_eq!(counted(&own, Kind::Invoice), (1, 0, 0));
}
