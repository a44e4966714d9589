//! Every published example of the operations used here is read, as far as the published files are at hand
//! (`../shared/contract`, beside this repository).
use crate::support::*;
use factuur::arm::{ArmError, Client, UsageKind, UsagePage};
use factuur::billing::*;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A folder of the published contract; none, said aloud, when it is not there.
pub fn folder(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/contract").join(name);
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

/// The bodies of the example's successes, as their source text.
fn bodies(folder: &Path, file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let example: Example = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    let success = example.responses.into_iter().filter(|(status, _)| status.starts_with('2'));
    success.filter_map(|(_, part)| part.body).map(|body| body.get().to_owned()).collect()
}

/// Reads every body of the example with `read`, which gives the number of things in it.
fn each(folder: &Path, file: &str, before: &[Sent], read: impl Fn(&Client) -> Result<usize, ArmError>) {
    let bodies = bodies(folder, file);
    assert!(!bodies.is_empty(), "{file} has an answer");
    for body in bodies {
        let server = Server::new([before, &[ok(&body)]].concat());
        let found = read(&server.client());
        assert!(found.as_ref().is_ok_and(|count| *count > 0), "{file}: {found:?}");
    }
}

#[test]
fn accounts_profiles_sections_and_customers() {
    let Some(at) = folder("examples") else { return };
    for file in [
        "2024-04-01/billingAccountsList.json",
        "2024-04-01/billingAccountForLegacyAccountDetails.json",
        "2020-05-01/BillingAccountsListWithExpand.json",
    ] {
        each(&at, file, &[], |client| run(client.billing_accounts()).map(|list| list.len()));
    }
    each(&at, "2024-04-01/billingAccountsGet.json", &[], |client| run(client.billing_account(&account())).map(|_| 1));
    each(&at, "2024-04-01/billingProfilesListByBillingAccount.json", &[], |client| {
        run(client.billing_profiles(&account())).map(|list| list.len())
    });
    for file in [
        "2024-04-01/billingProfilesGet.json",
        "2024-04-01/billingProfilesCreateOrUpdate.json",
        "2020-05-01/BillingProfile.json",
        "2020-05-01/PutBillingProfile.json",
    ] {
        each(&at, file, &[], |client| run(client.billing_profile(&account(), &profile())).map(|_| 1));
    }
    each(&at, "2024-04-01/invoiceSectionsListByBillingProfile.json", &[], |client| {
        run(client.invoice_sections(&account(), &profile())).map(|list| list.len())
    });
    each(&at, "2024-04-01/customersListByBillingProfile.json", &[], |client| {
        run(client.customers(&account(), Some(&profile()))).map(|list| list.len())
    });
}

#[test]
fn invoices_and_transactions() {
    let Some(at) = folder("examples") else { return };
    for file in [
        "2024-04-01/invoicesListByBillingAccount.json",
        "2024-04-01/invoicesListByBillingSubscription.json",
        "2020-05-01/BillingAccountInvoicesListWithRebillDetails.json",
        "2020-05-01/BillingSubscriptionInvoicesList.json",
    ] {
        each(&at, file, &[], |client| {
            let list = run(client.invoices(&account_scope(), None))?;
            assert!(list.iter().all(|invoice| invoice.amount_due.is_some()), "{file}");
            Ok(list.len())
        });
    }
    for file in ["2024-04-01/invoicesGet.json", "2020-05-01/CreditNote.json"] {
        each(&at, file, &[], |client| run(client.invoice(&account(), &"G1".into())).map(|_| 1));
    }
    each(&at, "2024-04-01/transactionsListByInvoice.json", &[], |client| {
        run(client.transactions(&account(), &"G1".into())).map(|list| list.len())
    });
}

#[test]
fn subscriptions_and_billing_properties() {
    let Some(at) = folder("examples") else { return };
    for file in [
        "2024-04-01/billingSubscriptionsListByBillingAccount.json",
        "2024-04-01/billingSubscriptionsListByBillingProfileMCA.json",
    ] {
        each(&at, file, &[], |client| run(client.billing_subscriptions(&account())).map(|list| list.len()));
    }
    let id = SubscriptionId::from("s");
    each(&at, "2024-04-01/billingSubscriptionsGet.json", &[], |client| {
        run(client.billing_subscription(&account(), &id)).map(|_| 1)
    });
    for file in ["2024-04-01/billingPropertyGetMOSP.json", "2024-04-01/billingPropertyGetMCA.json"] {
        each(&at, file, &[], |client| run(client.billing_property(&id)).map(|_| 1));
    }
    each(&at, "2024-04-01/invoicesListByBillingSubscription.json", &[], |client| {
        run(client.subscription_invoices(&account(), &id)).map(|list| list.len())
    });
}

#[test]
fn roles_and_access() {
    let Some(at) = folder("examples") else { return };
    for (file, kind) in [
        ("2024-04-01/billingRoleDefinitionListByBillingAccount.json", ScopeKind::Account),
        ("2024-04-01/billingRoleDefinitionListByBillingProfile.json", ScopeKind::Profile),
        ("2024-04-01/billingRoleDefinitionListByInvoiceSection.json", ScopeKind::Section),
    ] {
        each(&at, file, &[], |client| {
            let list = run(client.role_definitions(&account_scope()))?;
            let here = list.iter().filter(|definition| definition.role.given_at() == Some(kind)).count();
            assert!(here >= 3, "{file} has the owner, the contributor and the reader");
            Ok(list.len())
        });
    }
    for file in [
        "2024-04-01/billingRoleAssignmentListByBillingAccount.json",
        "2024-04-01/billingRoleAssignmentListByBillingProfile.json",
        "2020-05-01/BillingProfileRoleAssignmentList.json",
    ] {
        each(&at, file, &[ok(EMPTY)], |client| run(client.role_assignments(&profile_scope())).map(|list| list.len()));
    }
    each(&at, "2024-04-01/resolveBillingRoleAssignmentByBillingProfile.json", &[ok(EMPTY)], |client| {
        run(client.resolve_role_assignments(&profile_scope())).map(|list| list.len())
    });
    let role = RoleDefinition { id: "/x".into(), name: "x".into(), role: Role::InvoiceManager, description: None };
    for file in [
        "2024-04-01/billingRoleAssignmentCreateByBillingProfile.json",
        "2024-04-01/billingRoleAssignmentGetByBillingProfile.json",
        "2020-05-01/BillingProfileRoleAssignmentDelete.json",
    ] {
        each(&at, file, &[], |client| {
            run(client.create_role_assignment(&profile_scope(), &role, &colleague())).map(|_| 1)
        });
    }
    each(&at, "2024-04-01/checkAccessByBillingProfile.json", &[], |client| {
        let answers = run(client.check_access(&profile_scope(), &[]))?;
        assert_eq!(answers.iter().map(|(_, allowed)| *allowed).collect::<Vec<_>>(), [true, false]);
        Ok(answers.len())
    });
}

#[test]
fn usage_rows() {
    let Some(at) = folder("examples") else { return };
    let read = |client: &Client| {
        let mut pages = client.usage_pages(&profile_scope(), march(), CostMetric::Actual)?;
        let page = run(pages.next())?.unwrap();
        Ok(page.records(UsageKind::Modern)?.len())
    };
    each(&at, "2023-11-01/UsageDetailsListByMCABillingProfile.json", &[], read);
    for body in bodies(&at, "2023-11-01/UsageDetailsList.json") {
        // Its last page is what is asked about, not its made-up link.
        let server = Server::new([ok(&body.replace("nextLink", "noLink"))]);
        assert_eq!(read(&server.client()).unwrap_err(), ArmError::UsageKind("legacy".to_owned()));
        let page = UsagePage { bytes: body.into_bytes() };
        let record = &page.records(UsageKind::Legacy).unwrap()[0];
        let place = (record.text(UsageField::ResourceLocation), record.text(UsageField::ResourceType));
        assert_eq!(place, ("uswest", "Microsoft.ClassicStorage/storageAccounts"));
    }
}
