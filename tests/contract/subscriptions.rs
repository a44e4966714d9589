//! Pay-as-you-go: subscriptions, who bills them, their invoices and usage, and what only the sandbox tells.
use crate::support::*;
use factuur::arm::{ArmError, UsageKind, UsagePage};
use factuur::billing::*;

const SUBSCRIPTION: &str = "90000000-0000-0000-0000-00000000000a";
const MOSP: &str = "0f7a2c1e-0000-0000-0000-000000000001";

fn subscription() -> SubscriptionId {
    SUBSCRIPTION.into()
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn eur(amount: &str) -> Money {
    Money::new(rust_decimal::Decimal::from_str_exact(amount).unwrap(), Currency::EUR)
}

#[test]
fn subscriptions_are_asked_for_with_their_charges() {
    let server = Server::new([ok(EMPTY), ok(r#"{"name":"x"}"#)]);
    let client = server.client();
    assert_eq!(run(client.billing_subscriptions(&MOSP.into())), Ok(Vec::new()));
    run(client.billing_subscription(&MOSP.into(), &subscription())).unwrap();
    let path = format!("{ORIGIN}/providers/Microsoft.Billing/billingAccounts/{MOSP}/billingSubscriptions");
    let query = "api-version=2024-04-01&expand=LastMonthCharges%2CMonthToDateCharges";
    assert_eq!(server.urls(), [format!("{path}?{query}"), format!("{path}/{SUBSCRIPTION}?{query}")]);
}

#[test]
fn a_subscription_says_where_it_stands_and_what_it_costs() {
    let body = format!(
        r#"{{"id":"/a/billingSubscriptions/n1","name":"n1","properties":{{"displayName":"Azure-sub 02","subscriptionId":"{SUBSCRIPTION}",
        "offerId":"MS-AZR-0003P","status":"Warned","productCategory":"UsageBased","purchaseDate":"2024-01-10T09:00:00.1234567Z",
        "termEndDate":"0001-01-01T00:00:00","monthToDateCharges":{{"currency":"EUR","value":1234567890123456789.123456}},
        "lastMonthCharges":{{"currency":"EUR","value":0}},"suspensionReasons":["PastDue","Eclipse"],
        "suspensionReasonDetails":[{{"effectiveDate":"2026-03-20T00:00:00Z","reason":"PastDue"}}],"invented":{{}}}}}}"#
    );
    let server = Server::new([ok(&body)]);
    let it = run(server.client().billing_subscription(&MOSP.into(), &subscription())).unwrap();
    assert_eq!((it.id.as_str(), it.display_name.as_str()), (SUBSCRIPTION, "Azure-sub 02"));
    assert_eq!((it.status, it.product_category), (SubscriptionStatus::Warned, Some(ProductCategory::UsageBased)));
    assert_eq!((it.created, it.term_end), (Some(day("2024-01-10")), None));
    assert_eq!((it.month_to_date, it.last_month), (Some(eur("1234567890123456789.123456")), Some(eur("0"))));
    let unknown = SuspensionReason::Other("Eclipse".to_owned());
    assert_eq!(
        it.suspensions,
        [
            Suspension { reason: SuspensionReason::PastDue, effective: Some(day("2026-03-20")) },
            Suspension { reason: unknown, effective: None }
        ]
    );
}

#[test]
fn a_subscription_of_2020_and_one_of_a_kind_nobody_knows_are_read() {
    let body = r#"{"value":[{"name":"a","properties":{"subscriptionBillingStatus":"Inactive"}},
        {"name":"b","properties":{"status":"Hibernating","offerId":"","productCategory":"Weather"}}]}"#;
    let server = Server::new([ok(body)]);
    let list = run(server.client().billing_subscriptions(&MOSP.into())).unwrap();
    assert_eq!((list[0].id.as_str(), list[0].display_name.as_str()), ("a", "a"));
    assert_eq!((&list[0].status, &list[0].offer), (&SubscriptionStatus::Disabled, &None));
    assert_eq!(list[1].status, SubscriptionStatus::Other("Hibernating".to_owned()));
    assert_eq!(list[1].product_category, Some(ProductCategory::Other("Weather".to_owned())));
    assert_eq!((list[1].month_to_date, &list[1].offer), (None, &None));
}

#[test]
fn what_cannot_be_read_of_a_subscription_is_named() {
    for (properties, path) in [
        (r#"{"purchaseDate":"long ago"}"#, "purchaseDate"),
        (r#"{"monthToDateCharges":{"currency":"EUR","value":"1"}}"#, "monthToDateCharges.value"),
        (r#"{"lastMonthCharges":{"currency":"EURO","value":1}}"#, "lastMonthCharges.currency"),
        (r#"{"suspensionReasonDetails":[{},{"effectiveDate":5}]}"#, "suspensionReasonDetails[1].effectiveDate"),
    ] {
        let server = Server::new([ok(&format!(r#"{{"value":[{{"name":"a","properties":{properties}}}]}}"#))]);
        let found = run(server.client().billing_subscriptions(&MOSP.into()));
        let Err(ArmError::Decode { error, .. }) = found else { panic!("{found:?}") };
        assert_eq!(error.path, format!("value[0].properties.{path}"));
    }
}

#[test]
fn the_billing_property_leads_to_the_account_and_says_who_administers_it() {
    let body = format!(
        r#"{{"name":"default","properties":{{"billingAccountId":"/providers/Microsoft.Billing/BillingAccounts/{MOSP}",
        "billingAccountDisplayName":"Kwelderoog","billingAccountAgreementType":"MicrosoftOnlineServicesProgram","isAccountAdmin":true,
        "accountAdminNotificationEmailAddress":"a@b.example","billingTenantId":"t1","subscriptionBillingType":"Free",
        "billingCurrency":"EUR","subscriptionBillingStatus":"Active","billingAccountSoldToCountry":"NL"}}}}"#
    );
    let server = Server::new([ok(&body), ok(r#"{"properties":{"billingAccountId":""}}"#)]);
    let it = run(server.client().billing_property(&subscription())).unwrap();
    assert_eq!((it.account.as_str(), it.agreement, it.is_account_admin), (MOSP, AgreementType::Mosp, Some(true)));
    assert_eq!((it.billing_type.as_deref(), it.currency), (Some("Free"), Some(Currency::EUR)));
    assert_eq!((it.tenant, it.account_admin_email.as_deref()), (Some("t1".into()), Some("a@b.example")));
    let path = format!("{ORIGIN}/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Billing/billingProperty/default");
    assert_eq!(server.urls(), [format!("{path}?api-version=2024-04-01&includeBillingCountry=true")]);
    let nameless = run(server.client().billing_property(&subscription()));
    let Err(ArmError::Decode { error, .. }) = nameless else { panic!("{nameless:?}") };
    assert_eq!(error.path, "properties.billingAccountId");
}

#[test]
fn invoices_of_a_subscription_are_asked_for_under_the_literal_default() {
    let body = r#"{"value":[{"name":"E123456789","properties":{"invoiceType":"AzureMarketplace","status":"OverDue",
        "subscriptionId":"s","billedAmount":{"currency":"EUR","value":33.99}}}]}"#;
    let server = Server::new([ok(body), ok(r#"{"name":"E123456789"}"#), status(403)]);
    let client = server.client();
    let list = run(client.subscription_invoices(&MOSP.into(), &subscription())).unwrap();
    assert_eq!((list[0].account.as_str(), &list[0].status), (MOSP, &InvoiceStatus::OverDue));
    assert_eq!((list[0].invoice_type.clone(), list[0].total), (Some(InvoiceType::AzureMarketplace), None));
    run(client.subscription_invoice(&MOSP.into(), &subscription(), &"E123456789".into())).unwrap();
    assert!(run(client.subscription_invoices(&MOSP.into(), &subscription())).unwrap_err().is_forbidden());
    let path = format!(
        "GET /providers/Microsoft.Billing/billingAccounts/default/billingSubscriptions/{SUBSCRIPTION}/invoices"
    );
    assert_eq!(server.lines(), [path.clone(), format!("{path}/E123456789"), path]);
}

#[test]
fn names_that_cannot_be_part_of_an_address_are_never_sent() {
    let server = Server::new([]);
    let client = server.client();
    for id in ["", ".", ".."] {
        assert!(run(client.billing_property(&id.into())).is_err());
        assert!(run(client.subscription_invoices(&MOSP.into(), &id.into())).is_err());
        assert!(run(client.invoice_access(&id.into())).is_err());
        assert!(client.subscription_usage_pages(&id.into(), march()).is_err());
    }
    assert_eq!(server.count(), 0);
}

#[test]
fn usage_is_asked_for_by_the_documented_filter() {
    let path = format!("{ORIGIN}/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Consumption/usageDetails");
    let next = format!("{path}?$skiptoken=2");
    let first = include_str!("fixtures/legacy-usage.json").replacen('{', &format!(r#"{{"nextLink":"{next}","#), 1);
    let server = Server::new([ok(&first), status(204)]);
    let mut pages = server.client().subscription_usage_pages(&subscription(), march()).unwrap();
    assert_eq!(run(pages.next()).unwrap().unwrap().records(UsageKind::Legacy).unwrap().len(), 2);
    assert_eq!(run(pages.next()), Ok(None));
    let query = "api-version=2023-11-01&$expand=properties%2FmeterDetails%2Cproperties%2FadditionalInfo&$top=1000\
                 &$filter=properties%2FusageStart%20ge%20%272026-03-01%27%20and%20properties%2FusageEnd%20le%20%272026-03-31%27";
    assert_eq!(server.urls(), [format!("{path}?{query}"), next]);
}

#[test]
fn a_legacy_row_is_read_into_the_columns_of_the_pay_as_you_go_file() {
    let page = UsagePage { bytes: include_bytes!("fixtures/legacy-usage.json").to_vec() };
    let records = page.records(UsageKind::Legacy).unwrap();
    let it = &records[0];
    for (field, written) in [
        (UsageField::SubscriptionId, "S1"),
        (UsageField::MeterName, "B2ms"),
        (UsageField::MeterCategory, "Virtual Machines"),
        (UsageField::MeterSubCategory, "Bs Series"),
        (UsageField::MeterRegion, "EU West"),
        (UsageField::UnitOfMeasure, "1 Hour"),
        (UsageField::ServiceName, "Virtual Machines"),
        (UsageField::ServiceTier, ""),
        (UsageField::ResourceType, "Microsoft.Compute/virtualMachines"),
        (UsageField::ResourceGroupName, "RG"),
        (UsageField::Tags, r#"{"env":"a b","q":"\"x"}"#),
        (UsageField::AdditionalInfo, r#"{"VCPUs":2}"#),
        (UsageField::ServiceInfo1, ""),
        (UsageField::ServiceInfo2, "two"),
        (UsageField::BillingCurrency, "EUR"),
        (UsageField::OfferId, "MS-AZR-0003P"),
    ] {
        assert_eq!(it.text(field), written, "{field:?}");
    }
    assert!(it.text(UsageField::ResourceId).ends_with("vmé"));
    assert!(matches!(it.get(UsageField::MeterName), std::borrow::Cow::Borrowed(_)), "text is borrowed");
    assert_eq!(it.text(UsageField::Quantity), "0.0000361234567890123456789");
    assert_eq!(it.text(UsageField::CostInBillingCurrency), "1234567890123456789.123456");
    assert_eq!((it.day(UsageField::Date), it.text(UsageField::EffectivePrice)), (Some(day("2026-03-05")), "0.0832"));
    let daily = it.daily().unwrap();
    assert_eq!((daily.quantity, daily.meter.region.as_str()), (it.number(UsageField::Quantity).unwrap(), "EU West"));
    let empty = &records[1];
    assert_eq!((empty.text(UsageField::EffectivePrice), empty.text(UsageField::Quantity)), ("2", "0.0000001"));
    assert_eq!((empty.text(UsageField::Tags), empty.daily()), ("", None), "a row without a day is no usage of a day");
}

#[test]
fn a_legacy_row_that_cannot_be_read_names_its_column() {
    let read = |row: &str| {
        let page =
            UsagePage { bytes: format!(r#"{{"value":[{{"kind":"legacy","properties":{{}}}},{row}]}}"#).into_bytes() };
        page.records(UsageKind::Legacy).map(|records| records.len()).unwrap_err()
    };
    for (row, path) in [
        (r#"{"kind":"legacy","properties":{"cost":"1"}}"#, "value[1].properties.cost"),
        (r#"{"kind":"legacy","properties":{"date":"soon"}}"#, "value[1].properties.date"),
        (r#"{"kind":"legacy","properties":{"date":5}}"#, "value[1].properties.date"),
        (r#"{"kind":"legacy","properties":{"meterId":5,"cost":"x"}}"#, "value[1].properties.meterId"),
        (r#"{"kind":"legacy"}"#, "value[1].properties"),
    ] {
        let ArmError::Decode { error, .. } = read(row) else { panic!() };
        assert_eq!(error.path, path);
    }
    assert_eq!(read(r#"{"kind":"modern","properties":{}}"#), ArmError::UsageKind("modern".to_owned()));
}

#[test]
fn the_sandbox_tells_and_takes_what_azure_has_no_api_for() {
    let terms = r#"{"provisioning":[{"subscriptionId":"s","orderId":"o","anniversaryDay":31,"status":"Enabled"}],
        "terms":[{"meterCategory":"Storage","meterName":"Data","unitOfMeasure":"1 GB","partNumber":"AAA","includedQuantity":5.0,
        "listPrice":{"currency":"EUR","value":0.123456789012345678901234}}]}"#;
    let email = r#"{"terms":{"version":"2020-01","acceptedOn":"2026-02-03"},"recipients":["x@b.example"]}"#;
    let person = r#"{"id":"p1","displayName":"Ada","type":"Group"}"#;
    let roles =
        format!(r#"{{"value":[{{"role":"Owner","principal":{person}}},{{"role":"Wizard","principal":{person}}}]}}"#);
    let server = Server::new([
        ok(r#"{"enabled":true}"#),
        ok(r#"{"enabled":false}"#),
        ok("{}"),
        ok(email),
        ok(&roles),
        ok(terms),
        status(204),
        ok(r#"{"granted":{"currency":"EUR","value":130},"used":{"currency":"EUR","value":12.5}}"#),
        ok(
            r#"{"value":[{"address":"a@b.example","kind":"MicrosoftAccount","maySeeInvoices":true},{"address":"c","kind":"WorkOrSchool"}]}"#,
        ),
        ok(
            r#"{"value":[{"tenantId":"t","tenantName":"T","name":"n","agreementType":"EnterpriseAgreement","hasInvoices":false}]}"#,
        ),
        ok(r#"{"address":"facturen@b.example"}"#),
        status(204),
    ]);
    let client = server.client();
    let id = subscription();
    assert_eq!(run(client.invoice_access(&id)), Ok(AccessSwitch::On));
    assert_eq!(run(client.set_invoice_access(&id, false)), Ok(AccessSwitch::Off));
    assert_eq!(run(client.subscription_email(&id)), Ok(SubscriptionEmail::default()));
    let wanted = SubscriptionEmail {
        terms: Some(AcceptedTerms { version: "2020-01".into(), on: day("2026-02-03") }),
        preferred: None,
        recipients: vec!["x@b.example".into()],
    };
    assert_eq!(run(client.set_subscription_email(&id, &wanted)), Ok(wanted));
    let roles = run(client.subscription_roles(&id)).unwrap();
    assert_eq!(
        (&roles[0].subscription, &roles[0].role, roles[0].principal.label()),
        (&id, &SubscriptionRole::Owner, "Ada")
    );
    assert_eq!(roles[1].role, SubscriptionRole::Other("Wizard".into()));
    let terms = run(client.meter_terms(&id, march())).unwrap();
    assert_eq!((terms.provisioning[0].anniversary_day, terms.terms[0].sku.as_str()), (31, "AAA"));
    assert_eq!(terms.terms[0].list_price, eur("0.123456789012345678901234"));
    assert_eq!(run(client.credit(&id, march())), Ok(None));
    assert_eq!(run(client.credit(&id, march())), Ok(Some(Credit { granted: eur("130"), used: eur("12.5") })));
    let identities = run(client.identities()).unwrap();
    assert_eq!((identities[0].0.kind, identities[0].1), (IdentityKind::MicrosoftAccount, Some(true)));
    assert_eq!((identities[1].0.kind, identities[1].1), (IdentityKind::WorkOrSchool, None));
    let everywhere = run(client.accounts_everywhere()).unwrap().remove(0);
    assert_eq!((everywhere.agreement, everywhere.account.has_invoices), (AgreementType::Ea, Some(false)));
    assert_eq!((everywhere.directory.name.as_deref(), everywhere.account.display_name.as_str()), (Some("T"), "n"));
    assert_eq!(run(client.ea_receiver(&"82749163".into())), Ok(Some("facturen@b.example".into())));
    assert_eq!(run(client.ea_receiver(&MOSP.into())), Ok(None));
    let root = format!("{ORIGIN}/providers/Factuur.Sandbox");
    let at = |what: &str| format!("{root}/subscriptions/{SUBSCRIPTION}/{what}api-version=2024-04-01");
    let within = |what: &str| at(&format!("{what}?")) + "&start=2026-03-01&end=2026-03-31";
    let (access, mail) = (at("invoiceAccess?"), at("invoiceEmail?"));
    assert_eq!(
        server.urls(),
        [
            access.clone(),
            access,
            mail.clone(),
            mail,
            at("roleAssignments?"),
            within("statementTerms"),
            within("credit"),
            within("credit"),
            format!("{root}/me/identities?api-version=2024-04-01"),
            format!("{root}/me/accounts?api-version=2024-04-01"),
            format!("{root}/billingAccounts/82749163/invoiceReceiver?api-version=2024-04-01"),
            format!("{root}/billingAccounts/{MOSP}/invoiceReceiver?api-version=2024-04-01"),
        ]
    );
    let bodies: Vec<String> = server
        .requests
        .borrow()
        .iter()
        .flat_map(|sent| sent.body.clone())
        .map(|body| String::from_utf8(body).unwrap())
        .collect();
    let sent = r#"{"terms":{"version":"2020-01","acceptedOn":"2026-02-03"},"recipients":["x@b.example"]}"#;
    assert_eq!(bodies, [r#"{"enabled":false}"#, sent]);
}

#[test]
fn what_the_sandbox_says_wrongly_is_named() {
    let id = subscription();
    let path = |error: ArmError| match error {
        ArmError::Decode { error, .. } => error.path,
        other => panic!("{other}"),
    };
    let server = Server::new([
        ok(r#"{"terms":[{"meterName":"x"}]}"#),
        ok(r#"{"terms":{"version":"1"}}"#),
        ok(r#"{"granted":{"currency":"EUR","value":1}}"#),
        ok(r#"{"value":[{"address":"a","kind":"Robot"}]}"#),
    ]);
    let client = server.client();
    assert_eq!(path(run(client.meter_terms(&id, march())).unwrap_err()), "terms[0].listPrice");
    assert_eq!(path(run(client.subscription_email(&id)).unwrap_err()), "terms.acceptedOn");
    assert_eq!(path(run(client.credit(&id, march())).unwrap_err()), "used");
    assert_eq!(path(run(client.identities()).unwrap_err()), "value[0].kind");
}

#[test]
fn an_account_says_on_which_day_it_was_made() {
    let body = r#"{"value":[{"name":"a","systemData":{"createdAt":"2022-02-02T08:30:00Z"}},{"name":"b"}]}"#;
    let server = Server::new([ok(body)]);
    let list = run(server.client().billing_accounts()).unwrap();
    assert_eq!([list[0].created, list[1].created], [Some(day("2022-02-02")), None]);
}

#[test]
fn how_an_account_is_paid_is_read_and_no_more_of_a_card_than_is_told() {
    let body = r#"{"value":[
        {"name":"1","properties":{"family":"CreditCard","paymentMethodType":"visa","accountHolderName":"A. Jansen",
         "expiration":"1/2035","lastFourDigits":"4242","status":"active"}},
        {"name":"2","properties":{"family":"CarrierPigeon","status":"inactive"}}]}"#;
    let server = Server::new([ok(body)]);
    let list = run(server.client().payment_methods(&"a".into())).unwrap();
    assert_eq!(list[0].family, Some(PaymentFamily::CreditCard));
    assert_eq!(list[0].last_four_digits.as_deref(), Some("4242"));
    assert_eq!(list[0].is_active, Some(true));
    assert_eq!(list[1].family, Some(PaymentFamily::Other("CarrierPigeon".to_owned())));
    assert_eq!((list[1].is_active, &list[1].holder), (Some(false), &None));
    let asked = &server.requests.borrow()[0].url;
    assert!(asked.contains("/billingAccounts/a/paymentMethods?api-version=2024-04-01"), "{asked}");
}
