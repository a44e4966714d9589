//! The published examples, saved as files and asked for again (`../shared/contract`, beside this repository).
use crate::support::*;
use factuur::arm::UsageKind;
use factuur::billing::{AccountName, CostMetric, SubscriptionId, UsageField};
use factuur::own::OwnFiles;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn folder() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/contract/examples");
    if !path.is_dir() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

#[derive(serde::Deserialize)]
struct Example {
    responses: BTreeMap<String, Part>,
}

#[derive(serde::Deserialize)]
struct Part {
    body: Option<Box<RawValue>>,
}

/// The first success of an example, as a person would have saved it.
fn saved(folder: &Path, file: &str) -> (String, Vec<u8>) {
    let text = std::fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let example: Example = serde_json::from_str(&text).unwrap();
    let body = example.responses.into_values().find_map(|part| part.body).unwrap();
    (file.to_owned(), body.get().as_bytes().to_vec())
}

fn own(folder: &Path, names: &[&str]) -> OwnFiles {
    let own = OwnFiles::read(names.iter().map(|file| saved(folder, file)).collect());
    assert_eq!(sentences(&own), Vec::<String>::new());
    own
}

#[test]
fn every_published_list_is_told_again() {
    let Some(at) = folder() else { return };
    let account =
        AccountName::new("00000000-0000-0000-0000-000000000000:00000000-0000-0000-0000-000000000000_2019-05-31");
    let client = client_of(own(
        &at,
        &[
            "2024-04-01/billingAccountsList.json",
            "2024-04-01/billingProfilesListByBillingAccount.json",
            "2024-04-01/invoiceSectionsListByBillingProfile.json",
            "2024-04-01/customersListByBillingProfile.json",
            "2024-04-01/transactionsListByInvoice.json",
            "2024-04-01/billingSubscriptionsListByBillingAccount.json",
        ],
    ));
    assert!(run(client.billing_accounts()).unwrap().len() >= 4);
    let profiles = run(client.billing_profiles(&account)).unwrap();
    assert!(!profiles.is_empty());
    let profile = &profiles[0].name;
    assert!(!run(client.invoice_sections(&account, profile)).unwrap().is_empty());
    assert!(!run(client.customers(&account, Some(profile))).unwrap().is_empty());
    assert_eq!(run(client.transactions(&account, &"G123456789".into())).unwrap().len(), 1, "the other one is pending");
    assert!(!run(client.billing_subscriptions(&account)).unwrap().is_empty());
}

#[test]
fn published_invoices_roles_and_properties_are_told_again() {
    let Some(at) = folder() else { return };
    let client = client_of(own(&at, &["2024-04-01/invoicesListByBillingAccount.json"]));
    let account = run(client.billing_accounts()).unwrap().remove(0);
    let invoices = run(client.invoices(&account.scope(), None)).unwrap();
    assert_eq!(invoices.len(), 2);
    assert_eq!(run(client.invoice(&account.name, &invoices[0].name)).unwrap(), invoices[0]);
    let client = client_of(own(
        &at,
        &["2024-04-01/invoicesListByBillingSubscription.json", "2024-04-01/billingPropertyGetMOSP.json"],
    ));
    let account = run(client.billing_accounts()).unwrap().remove(0);
    let id = SubscriptionId::from("11111111-1111-1111-1111-111111111111");
    assert_eq!(account.name.as_str(), "00000000-0000-0000-0000-000000000000");
    assert_eq!(run(client.subscription_invoices(&account.name, &id)).unwrap().len(), 3);
    assert_eq!(run(client.billing_property(&id)).unwrap().account, account.name);
    for file in [
        "2024-04-01/billingRoleAssignmentListByBillingAccount.json",
        "2024-04-01/billingRoleAssignmentListByBillingProfile.json",
        "2024-04-01/resolveBillingRoleAssignmentByBillingProfile.json",
    ] {
        let client = client_of(own(&at, &[file]));
        let account = run(client.billing_accounts()).unwrap().remove(0);
        let mut scope = account.scope();
        if file.contains("Profile") {
            scope = run(client.billing_profiles(&account.name)).unwrap().remove(0).scope();
        }
        assert_eq!(run(client.resolve_role_assignments(&scope)).unwrap().len(), 2, "{file}");
    }
}

#[test]
fn published_usage_is_told_again() {
    let Some(at) = folder() else { return };
    let client = client_of(own(
        &at,
        &["2023-11-01/UsageDetailsListByMCABillingProfile.json", "2023-11-01/UsageDetailsList.json"],
    ));
    let account = AccountName::new("1234:56789");
    let profile = run(client.billing_profiles(&account)).unwrap().remove(0);
    let mut pages =
        client.usage_pages(&profile.scope(), period("2019-10-01", "2019-10-31"), CostMetric::Actual).unwrap();
    let page = run(pages.next()).unwrap().unwrap();
    let record = &page.records(UsageKind::Modern).unwrap()[0];
    assert_eq!(record.text(UsageField::CostInBillingCurrency), "1.84763819095477");
    let id = SubscriptionId::from("00000000-0000-0000-0000-000000000000");
    let mut pages = client.subscription_usage_pages(&id, period("2019-04-01", "2019-04-30")).unwrap();
    let page = run(pages.next()).unwrap().unwrap();
    assert_eq!(
        page.records(UsageKind::Legacy).unwrap()[0].text(UsageField::CostInBillingCurrency),
        "0.000001980949998"
    );
}

/// What is not shown here is told, and nothing ends the program.
#[test]
fn every_published_body_is_read_or_told() {
    let Some(at) = folder() else { return };
    let mut read = 0;
    for version in ["2024-04-01", "2020-05-01", "2023-11-01", "2019-10-01-preview", "2018-03-01-preview"] {
        let Ok(files) = std::fs::read_dir(at.join(version)) else { continue };
        for file in files {
            let name = format!("{version}/{}", file.unwrap().file_name().to_string_lossy());
            let text = std::fs::read_to_string(at.join(&name)).unwrap();
            let Ok(example) = serde_json::from_str::<Example>(&text) else { continue };
            for body in example.responses.into_values().filter_map(|part| part.body) {
                let own = OwnFiles::read(vec![(name.clone(), body.get().as_bytes().to_vec())]);
                assert!(!own.is_empty() || !own.problems().is_empty(), "{name}");
                read += usize::from(!own.is_empty());
            }
        }
    }
    println!("{read} published bodies hold something that is shown");
    assert!(read >= 40, "{read}");
}
