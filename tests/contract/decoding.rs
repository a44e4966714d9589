//! What the service really sends, beside what is declared (contract §1, §5, §7).
use crate::support::*;
use factuur::arm::ArmError;
use factuur::billing::*;

fn day(text: &str) -> Option<chrono::NaiveDate> {
    Some(text.parse().unwrap())
}

fn invoices() -> Vec<Invoice> {
    let server = Server::new([ok(include_str!("fixtures/invoices.json"))]);
    run(server.client().invoices(&account_scope(), Some(march()))).unwrap()
}

#[test]
fn an_invoice_is_read_as_the_live_service_writes_it() {
    let it = &invoices()[0];
    assert_eq!((it.status.clone(), it.kind.clone()), (InvoiceStatus::OverDue, DocumentKind::Invoice));
    assert_eq!(it.sub_total.unwrap().to_string(), "100.10 EUR", "also when it is spelled subtotal");
    assert_eq!(it.period.unwrap().end.to_string(), "2026-02-28", "the last instant of a day is that day");
    assert_eq!(it.due_date, day("2026-03-10"));
    assert_eq!(it.profile.as_ref().unwrap().as_str(), PROFILE, "also behind a doubled segment");
    assert_eq!(it.po_number, None, "an empty order number is none");
    assert_eq!(it.payments[0].payment_type.as_deref(), Some("Charged"));
    assert_eq!(it.failed_payments[0].reason, Some(FailedPaymentReason::Other("MoonPhase".to_owned())));
    assert_eq!(it.documents[0].kind, DocumentKind::TaxReceipt);
}

#[test]
fn a_rebill_chain_is_one_object_in_another() {
    let chain = invoices()[0].rebill.clone().unwrap();
    assert_eq!(chain.invoice.unwrap().as_str(), "I000002");
    assert_eq!(chain.credit_note.unwrap().as_str(), "CreditNote2");
    let next = chain.next.unwrap();
    assert_eq!((next.invoice.unwrap().as_str(), next.next), ("I000001", None));
}

#[test]
fn null_is_absent_and_absent_amounts_are_not_zero() {
    let it = &invoices()[1];
    assert_eq!((it.total, it.tax, it.due_date, it.invoice_date, it.period), (None, None, None, None, None));
    assert_eq!(it.status, InvoiceStatus::Other("OnTheMoon".to_owned()), "a word that is not known is kept");
    assert_eq!(it.kind, DocumentKind::Other("Other".to_owned()));
    assert_eq!((it.payments.len(), it.documents.len(), it.rebill.clone()), (0, 0, None));
    assert_eq!(it.subscription_id.as_deref(), Some("s-1"));
}

#[test]
fn a_void_document_and_a_credit_note_name_what_they_are_for() {
    let list = invoices();
    assert_eq!(list[2].billed_document.as_ref().unwrap().as_str(), "G000000001");
    assert_eq!(list[2].credit_for.as_ref().unwrap().as_str(), "G000000002");
}

#[test]
fn a_name_is_taken_from_the_id_when_it_is_missing_and_needed_otherwise() {
    let server = Server::new([ok(r#"{"id":"providers/Microsoft.Billing/BillingAccounts/a1"}"#), ok("{}")]);
    let client = server.client();
    assert_eq!(run(client.billing_account(&account())).unwrap().name.as_str(), "a1");
    let Err(ArmError::Decode { error, .. }) = run(client.billing_account(&account())) else { panic!() };
    assert_eq!(error.path, "name");
}

#[test]
fn agreements_and_states_that_are_not_known_are_kept() {
    let body = r#"{"value":[{"name":"a","properties":{"agreementType":"MicrosoftLunarAgreement","accountStatus":"active",
        "hasReadAccess":null,"soldTo":{"country":"NL","planet":"Earth"}},"systemData":{"createdAt":"0001-01-01T00:00:00"}}],
        "nextLink":null,"totalCount":1}"#;
    let server = Server::new([ok(body)]);
    let it = run(server.client().billing_accounts()).unwrap().remove(0);
    assert_eq!(it.agreement, AgreementType::Other("MicrosoftLunarAgreement".to_owned()));
    assert_eq!(it.status, AccountStatus::Active, "words are compared without case");
    assert_eq!((it.display_name.as_str(), it.has_read_access), ("a", None));
    assert_eq!(it.sold_to.unwrap().country.as_deref(), Some("NL"));
}

#[test]
fn a_date_that_is_none_names_its_field() {
    let server = Server::new([ok(r#"{"name":"b","properties":{"dueDate":"soon"}}"#)]);
    let Err(ArmError::Decode { error, .. }) = run(server.client().invoice(&account(), &"b".into())) else { panic!() };
    assert_eq!((error.path.as_str(), error.detail.as_str()), ("properties.dueDate", "not a date"));
}

#[test]
fn a_pending_transaction_has_no_invoice_yet() {
    let body = r#"{"value":[{"name":"t1","properties":{"invoice":"pending","date":"2026-03-01T00:00:00Z",
        "invoiceSectionId":"/a/b/invoiceSections/S1","transactionType":"Usage Charge"}},
        {"name":"t2","properties":{"invoice":"G1","quantity":11.25,"billingProfileDisplayName":{"odd":1}}}]}"#;
    let server = Server::new([ok(body)]);
    let list = run(server.client().transactions(&account(), &"G1".into())).unwrap();
    assert_eq!((list[0].invoice.clone(), list[1].invoice.clone()), (None, Some("G1".into())));
    assert_eq!(list[0].section.as_ref().unwrap().as_str(), "S1");
    assert_eq!(list[1].quantity.unwrap().to_string(), "11.25");
}

#[test]
fn a_transaction_tells_all_that_the_contract_has_of_its_charge() {
    let body = r#"{"value":[{"name":"t1","properties":{"kind":"Reservation","creditType":"Refund","reasonCode":"R7",
        "isThirdParty":true,"billingProfileId":"/a/billingProfiles/P1","billingProfileDisplayName":"Fabrikam",
        "customerId":"/a/customers/C1","productTypeId":"A1","partNumber":"0001","azurePlan":"Plan","unitType":"1 Minute",
        "pricingCurrency":"USD","exchangeRate":0.90,"discount":0.1,"units":11.25,"specialTaxationType":"InvoiceLevel",
        "servicePeriodStartDate":"2026-02-01T00:00:00Z","servicePeriodEndDate":"2026-02-28T00:00:00Z",
        "effectivePrice":{"currency":"USD","value":9},"marketPrice":{"currency":"USD","value":10.0},
        "consumptionCommitmentDecremented":{"currency":"USD","value":-1},"transactionAmount":{"currency":"EUR","value":8.1}}},
        {"name":"t2","properties":{"marketPrice":{"value":0},"effectivePrice":{"currency":"","value":0},"discount":null,
        "servicePeriodEndDate":"0001-01-01T00:00:00Z","kind":"","billingProfileDisplayName":{"odd":1}}}]}"#;
    let server = Server::new([ok(body)]);
    let list = run(server.client().transactions(&account(), &"G1".into())).unwrap();
    let money = |digits: &str, currency| Some(Money::new(digits.parse().unwrap(), currency));
    let text = |text: &str| Some(text.to_owned());
    let all = Transaction {
        name: "t1".to_owned(),
        kind: text("Reservation"),
        credit_type: text("Refund"),
        reason_code: text("R7"),
        is_third_party: Some(true),
        profile: Some("P1".into()),
        profile_display_name: text("Fabrikam"),
        customer: Some("C1".into()),
        product_type_id: text("A1"),
        part_number: text("0001"),
        azure_plan: text("Plan"),
        unit_type: text("1 Minute"),
        pricing_currency: text("USD"),
        exchange_rate: "0.90".parse().ok(),
        discount: "0.1".parse().ok(),
        units: "11.25".parse().ok(),
        special_taxation_type: text("InvoiceLevel"),
        service_start: "2026-02-01".parse().ok(),
        service_end: "2026-02-28".parse().ok(),
        effective_price: money("9", Currency::USD),
        market_price: money("10.0", Currency::USD),
        commitment_decremented: money("-1", Currency::USD),
        amount: money("8.1", Currency::EUR),
        ..Transaction::default()
    };
    assert_eq!(list[0], all);
    assert_eq!(list[0].exchange_rate.unwrap().to_string(), "0.90");
    // What is not told, a price without a currency among it, is none and breaks nothing.
    assert_eq!(list[1], Transaction { name: "t2".to_owned(), ..Transaction::default() });
}

fn refusal(status: u16, body: &str) -> ArmError {
    let server = Server::new([answer(status, &[("x-ms-request-id", "them-7")], body)]);
    run(server.client().billing_accounts()).unwrap_err()
}

#[test]
fn the_declared_error_is_read_with_its_target_and_details() {
    let error = refusal(
        400,
        r#"{"error":{"code":"BadRequest","message":"No.","target":"poNumber","details":[{"code":"Inner","message":"In."}],"additionalInfo":[{"type":"t","info":{}}]}}"#,
    );
    let service = error.service().unwrap();
    assert_eq!((service.code.as_str(), service.message.as_str()), ("BadRequest", "No."));
    assert_eq!((service.target.as_deref(), service.details[0].code.as_str()), (Some("poNumber"), "Inner"));
    assert_eq!((error.request_id(), service.client_request_id.as_str()), (Some("them-7"), "call-1"));
}

#[test]
fn a_flat_error_is_read() {
    let error = refusal(404, r#"{"code":"NotFound","message":"The resource could not be found."}"#);
    assert!(error.is_not_found());
    assert_eq!(error.code(), Some("NotFound"));
}

#[test]
fn a_validation_problem_is_read_field_by_field() {
    let error = refusal(
        400,
        r#"{"errors":{"properties.RoleDefinitionId":["The RoleDefinitionId field is required.","Really."]},"type":"https://tools.ietf.org/html/rfc7231","title":"One or more validation errors occurred.","status":400,"traceId":"00"}"#,
    );
    let service = error.service().unwrap();
    assert_eq!(service.message, "One or more validation errors occurred.");
    assert_eq!(service.details[0].target.as_deref(), Some("properties.RoleDefinitionId"));
    assert_eq!(service.details[0].message, "The RoleDefinitionId field is required. Really.");
}

#[test]
fn an_error_that_is_a_bare_text_is_read() {
    let error = refusal(401, r#""User is not authorized to view invoices""#);
    assert!(error.status() == Some(401));
    assert_eq!(error.service().unwrap().message, "User is not authorized to view invoices");
}

#[test]
fn an_error_that_cannot_be_read_is_still_an_error() {
    for body in [
        "",
        "{}",
        "null",
        r#"{"error":null}"#,
        r#"{"error":{"code":null,"message":5,"details":{}}}"#,
        "<h1>",
        "[1",
        "\u{0}",
    ] {
        assert!(refusal(403, body).is_forbidden(), "{body}");
    }
}

#[test]
fn a_message_of_three_hundred_kilobytes_is_cut() {
    let error = refusal(400, &format!(r#"{{"error":{{"code":"X","message":"{}"}}}}"#, "é".repeat(300_000)));
    assert_eq!(error.service().unwrap().message.chars().count(), 2_000);
}

#[test]
fn the_sandbox_says_who_is_asking_and_who_there_is() {
    let person = r#"{"id":"p1","tenantId":"t1","displayName":"Ada","email":"ada@tulip.example","type":"User"}"#;
    let list = format!(r#"{{"value":[{{"principal":{person},"note":"owns everything"}}]}}"#);
    let server = Server::new([
        ok(&format!(r#"{{"principal":{person},"memberships":["g1"],"homeTenantId":"t1"}}"#)),
        ok(
            r#"{"value":[{"tenantId":"t1","displayName":"Tulip","domain":"tulip.example","accountCount":2,"hasAccess":true}]}"#,
        ),
        ok(&list),
        ok(&list),
        status(204),
        ok(r#"{"rows":0}"#),
        ok(r#"{"rows":1000000}"#),
    ]);
    let client = server.client();
    let me = run(client.me()).unwrap();
    assert_eq!((me.principal.label(), me.memberships[0].as_str()), ("Ada", "g1"));
    let directory = run(client.tenants()).unwrap().remove(0);
    assert_eq!((directory.name.as_str(), directory.accounts, directory.has_access), ("Tulip", 2, true));
    assert_eq!(run(client.people("a d&")).unwrap()[0].kind, PrincipalKind::User);
    assert_eq!(run(client.personas()).unwrap()[0].note, "owns everything");
    assert_eq!(run(client.reset()), Ok(()));
    assert_eq!(run(client.load_test(None)), Ok(0));
    assert_eq!(run(client.load_test(Some(1_000_000))), Ok(1_000_000));
    assert!(server.lines().iter().all(|line| line.contains("/providers/Factuur.Sandbox/")));
    assert!(server.urls()[2].ends_with("search=a%20d%26"));
}

#[test]
fn another_directory_is_named_only_when_one_was_chosen() {
    let server = Server::new([ok(EMPTY), ok(EMPTY)]);
    run(server.client().billing_accounts()).unwrap();
    run(server.client().with_directory(Some("t2".into())).billing_accounts()).unwrap();
    let named = |request: &factuur::arm::Request| {
        request.headers.iter().find(|(name, _)| name == "x-factuur-directory").map(|(_, value)| value.clone())
    };
    let requests = server.requests.borrow();
    assert_eq!((named(&requests[0]), named(&requests[1])), (None, Some("t2".to_owned())));
}
