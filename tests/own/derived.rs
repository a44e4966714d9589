//! What no file says but others name.
use crate::support::*;
use factuur::billing::{AgreementType, InvoiceName, SubscriptionId};
use factuur::own::{Kind, Missing};

const MOSP: &str = "dddddddd-0000-4000-8000-000000000004";

fn subscription_invoice(name: &str) -> String {
    resource(
        &format!(
            "/providers/Microsoft.Billing/billingAccounts/default/billingSubscriptions/{SUBSCRIPTION}/invoices/{name}"
        ),
        &format!(
            r#""invoiceDate":"2026-03-05T00:00:00Z","subscriptionId":"{SUBSCRIPTION}","subscriptionDisplayName":"Pay-As-You-Go",
            "invoiceType":"AzureServices","billedAmount":{{"currency":"EUR","value":3.99}}"#
        ),
    )
}

#[test]
fn an_invoice_alone_names_its_account_and_its_profile() {
    let own = files(&[("invoice.json", &an_invoice("G1", 2, "1.50"))]);
    assert_eq!(counted(&own, Kind::Account), (0, 1, 0));
    assert_eq!(counted(&own, Kind::Profile), (0, 1, 0));
    let client = client_of(own);
    let account = run(client.billing_accounts()).unwrap().remove(0);
    assert_eq!((account.name.as_str(), account.display_name.as_str()), (ACCOUNT, ACCOUNT));
    assert_eq!(account.agreement, AgreementType::Mca);
    let profile = run(client.billing_profiles(&account.name)).unwrap().remove(0);
    assert_eq!((profile.display_name.as_str(), profile.currency.unwrap().code()), ("Operations", "EUR"));
    assert_eq!(run(client.invoices(&profile.scope(), None)).unwrap().len(), 1);
}

#[test]
fn usage_names_sections_and_customers_make_a_partner() {
    let own = files(&[("usage.json", &list(&[a_row(&profile_id(), "r", "2026-03-05", "1")]))]);
    let client = client_of(own);
    let section = run(client.invoice_sections(&account(), &profile())).unwrap().remove(0);
    assert_eq!((section.name.as_str(), section.display_name.as_str()), (SECTION, "Web"));
    let customer = resource(&format!("{}/customers/c1", profile_id()), r#""displayName":"Fabrikam""#);
    let client = crate::support::client(&[("customers.json", &list(&[customer]))]);
    assert_eq!(run(client.billing_accounts()).unwrap()[0].agreement, AgreementType::Mpa);
    assert_eq!(run(client.customers(&account(), None)).unwrap()[0].display_name, "Fabrikam");
    assert_eq!(run(client.customers(&account(), Some(&profile()))).unwrap().len(), 1);
}

#[test]
fn the_invoices_of_a_subscription_find_their_account_in_another_file() {
    let property = resource(
        &format!("/subscriptions/{SUBSCRIPTION}/providers/Microsoft.Billing/billingProperty/default"),
        &format!(
            r#""billingAccountId":"/providers/Microsoft.Billing/billingAccounts/{MOSP}","isAccountAdmin":true,
            "billingAccountAgreementType":"MicrosoftOnlineServicesProgram","billingAccountDisplayName":"Jane""#
        ),
    );
    let own = files(&[("i.json", &list(&[subscription_invoice("E1")])), ("p.json", &property)]);
    assert_eq!(sentences(&own), Vec::<String>::new());
    let client = client_of(own);
    let account = run(client.billing_accounts()).unwrap().remove(0);
    assert_eq!((account.name.as_str(), account.display_name.as_str()), (MOSP, "Jane"));
    assert_eq!(account.agreement, AgreementType::Mosp);
    let subscription = run(client.billing_subscriptions(&account.name)).unwrap().remove(0);
    assert_eq!((subscription.id.as_str(), subscription.display_name.as_str()), (SUBSCRIPTION, "Pay-As-You-Go"));
    assert_eq!(run(client.billing_subscription(&account.name, &subscription.id)).unwrap(), subscription);
    assert_eq!(run(client.billing_property(&subscription.id)).unwrap().is_account_admin, Some(true));
    assert_eq!(run(client.subscription_invoices(&account.name, &subscription.id)).unwrap().len(), 1);
    assert_eq!(run(client.invoices(&account.scope(), None)).unwrap().len(), 1);
    let one = InvoiceName::new("E1");
    let invoice = run(client.subscription_invoice(&account.name, &subscription.id, &one)).unwrap();
    assert_eq!(invoice, run(client.invoice(&account.name, &one)).unwrap());
    assert_eq!(run(client.invoice(&"default".into(), &one)).unwrap().name, one);
}

#[test]
fn invoices_of_a_subscription_whose_account_nobody_names_are_those_of_default() {
    let client = client(&[("i.json", &list(&[subscription_invoice("E1")]))]);
    let account = run(client.billing_accounts()).unwrap().remove(0);
    assert_eq!((account.name.as_str(), &account.agreement), ("default", &AgreementType::Mosp));
    assert_eq!(run(client.billing_subscriptions(&account.name)).unwrap().len(), 1);
    assert_eq!(run(client.invoices(&account.scope(), None)).unwrap().len(), 1);
    let property = run(client.billing_property(&SubscriptionId::from(SUBSCRIPTION))).unwrap();
    assert_eq!((property.account.as_str(), property.is_account_admin), ("default", None));
}

#[test]
fn the_only_pay_as_you_go_account_has_the_subscription_and_a_customer_agreement_has_not() {
    let of = |agreement: &str| {
        let account = list(&[an_account(MOSP, agreement)]);
        let client = client(&[("a.json", &account), ("i.json", &list(&[subscription_invoice("E1")]))]);
        run(client.billing_accounts()).unwrap().iter().map(|it| it.name.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of("MicrosoftOnlineServicesProgram"), [MOSP]);
    assert_eq!(of("MicrosoftCustomerAgreement"), [MOSP, "default"]);
}

#[test]
fn legacy_rows_name_a_subscription_and_no_profile() {
    let own = files(&[("u.json", &list(&[a_legacy_row("r", "2026-03-01", "1")]))]);
    assert_eq!(counted(&own, Kind::Profile), (0, 0, 0));
    let client = client_of(own);
    let account = run(client.billing_accounts()).unwrap().remove(0);
    assert_eq!((account.name.as_str(), &account.agreement), (MOSP, &AgreementType::Mosp));
    let subscription = run(client.billing_subscriptions(&account.name)).unwrap().remove(0);
    assert_eq!(subscription.offer.unwrap().as_str(), "MS-AZR-0003P");
    let enrollment = a_legacy_row("r", "2026-03-01", "1").replace(MOSP, "8608480");
    let client = crate::support::client(&[("u.json", &list(&[enrollment]))]);
    assert_eq!(run(client.billing_accounts()).unwrap()[0].agreement, AgreementType::Ea);
}

#[test]
fn what_a_file_tells_is_not_derived() {
    let own = files(&[("i.json", &an_invoice("G1", 2, "1")), ("p.json", &list(&[a_profile()]))]);
    assert_eq!(counted(&own, Kind::Profile), (1, 0, 0));
    let missing: Vec<_> = own.summary().missing.iter().map(|it| (it.kind, it.scope.clone())).collect();
    assert!(missing.contains(&(Kind::Account, String::new())), "{missing:?}");
    assert!(missing.contains(&(Kind::Usage, profile_id())), "{missing:?}");
    assert!(missing.contains(&(Kind::Transaction, format!("{}/invoices/G1", account_id()))), "{missing:?}");
    assert!(!missing.iter().any(|(kind, _)| *kind == Kind::Profile || *kind == Kind::Invoice), "{missing:?}");
    let usage = own.summary().missing.iter().find(|it| it.kind == Kind::Usage).unwrap();
    assert_eq!(
        usage.az_rest(Some(march())),
        format!(
            "az rest --method get --url \"https://management.azure.com{}/providers/Microsoft.Consumption/usageDetails?api-version=2023-11-01&%24expand=properties/additionalInfo&metric=actualcost&startDate=2026-03-01&endDate=2026-03-31\" --output-file usageDetails-{PROFILE}.json",
            profile_id().replace(':', "%3A")
        )
    );
}

#[test]
fn the_usage_of_a_subscription_is_saved_by_the_documented_filter() {
    let usage = Missing { kind: Kind::Usage, scope: format!("/subscriptions/{SUBSCRIPTION}") };
    let command = usage.az_rest(Some(march()));
    let filter = "%24filter=properties/usageStart%20ge%20'2026-03-01'%20and%20properties/usageEnd%20le%20'2026-03-31'";
    assert!(command.contains(filter), "{command}");
    assert!(command.contains("%24expand=properties/meterDetails,properties/additionalInfo"), "{command}");
    assert!(!command.contains("startDate"), "{command}");
    let accounts = Missing { kind: Kind::Account, scope: String::new() };
    assert!(accounts.az_rest(None).contains("billingAccounts?api-version=2024-04-01&expand=soldTo\""));
}
