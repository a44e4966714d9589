//! The invoices of the tenant: computed from its usage, exact, and of every kind.
use crate::support::*;
use factuur::billing::{BilledDocument, Charge, Currency};
use factuur::sandbox::Sandbox;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// An amount of two decimals: so short that a value of serde_json still writes it as it came.
fn amount(value: &Value) -> Decimal {
    Decimal::from_str_exact(&value["value"].to_string()).unwrap()
}

fn invoices(sandbox: &Sandbox, name: &str, who: u32) -> Vec<Value> {
    all(sandbox, &format!("{}/invoices", account(name)), who)
}

#[test]
fn every_status_and_every_kind_of_document_is_there() {
    let sandbox = sandbox();
    let list = invoices(&sandbox, MCA, OWNER);
    let said = |field: &str| -> BTreeSet<String> {
        list.iter().map(|it| it["properties"][field].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(said("status").into_iter().collect::<Vec<_>>(), ["Due", "Locked", "Other", "OverDue", "Paid", "Void"]);
    assert_eq!(said("documentType").into_iter().collect::<Vec<_>>(), ["CreditNote", "Invoice", "VoidNote"]);
    let pos = said("purchaseOrderNumber");
    assert!(pos.contains("A01$9HF") && pos.contains("A*4664@2"));
    assert!(list.iter().any(|it| it["properties"]["failedPayments"][0]["failedPaymentReason"] == "CardExpired"));
    let chain = list.iter().find(|it| it["properties"]["rebillDetails"]["rebillDetails"].is_object()).unwrap();
    assert_eq!(chain["properties"]["status"], "Void");
}

#[test]
fn invoice_numbers_are_unique_and_of_the_published_form() {
    let sandbox = sandbox();
    let mut list = invoices(&sandbox, MCA, OWNER);
    list.extend(invoices(&sandbox, MPA, PARTNER_OWNER));
    let numbers: BTreeSet<&str> = list.iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(numbers.len(), list.len());
    assert!(numbers.iter().all(|it| it.len() == 10 && it.starts_with('G')));
}

#[test]
fn the_account_lists_its_invoices_in_pages_of_fifty_with_relative_links_and_spaces() {
    let sandbox = sandbox();
    let path = format!("{}/invoices?periodStartDate=2000-01-01&periodEndDate=2030-01-01", account(MCA));
    let first = good(&sandbox, &path, OWNER);
    assert_eq!(first["value"].as_array().unwrap().len(), 50);
    let total = first["totalCount"].as_u64().unwrap() as usize;
    let next = first["nextLink"].as_str().unwrap();
    assert!(next.starts_with("/providers/Microsoft.Billing/") && next.contains("2000-01-01 00:00:00Z"), "{next}");
    let listed = all(&sandbox, &path, OWNER);
    assert_eq!(listed.len(), total);
    assert_eq!(listed.iter().map(|it| it["name"].to_string()).collect::<BTreeSet<_>>().len(), total);
}

#[test]
fn months_come_from_the_clock_and_amounts_do_not() {
    let march = sandbox();
    let april = sandbox_with(Shared::default(), "2026-04-01T00:00:00Z");
    let path = format!("{}/invoices", profile(USD));
    let (march, april) = (all(&march, &path, OWNER), all(&april, &path, OWNER));
    let months = |list: &[Value]| -> BTreeSet<String> {
        list.iter().map(|it| it["properties"]["invoicePeriodStartDate"].as_str().unwrap()[..7].to_owned()).collect()
    };
    assert_eq!(months(&march).len(), 24);
    assert_eq!(months(&march).last().unwrap(), "2026-02");
    assert_eq!(months(&april).last().unwrap(), "2026-03");
    let february = |list: &[Value]| {
        let is_february =
            |it: &&Value| it["properties"]["invoicePeriodStartDate"].as_str().unwrap().starts_with("2026-02");
        let it = list.iter().find(is_february).unwrap();
        (it["name"].clone(), it["properties"]["totalAmount"].clone())
    };
    assert_eq!(february(&march), february(&april));
}

#[test]
fn lists_can_be_filtered_searched_and_ordered() {
    let sandbox = sandbox();
    let path = |query: &str| format!("{}/invoices?{query}", account(MCA));
    let due = all(&sandbox, &path("filter=properties/status%20eq%20%27Due%27"), OWNER);
    assert_eq!(due.len(), 3);
    let found = all(&sandbox, &path("search=a*4664"), OWNER);
    assert!(!found.is_empty() && found.iter().all(|it| it["properties"]["purchaseOrderNumber"] == "A*4664@2"));
    let oldest = good(&sandbox, &path("orderBy=properties/invoiceDate%20asc&top=1"), OWNER);
    assert_eq!(oldest["value"][0]["properties"]["invoiceDate"], "2024-04-01T00:00:00Z");
    let period = all(&sandbox, &path("periodStartDate=2026-01-01&periodEndDate=2026-01-31"), OWNER);
    assert_eq!(period.len(), 3);
    assert_eq!(get(&sandbox, &path("filter=nonsense"), OWNER).status, 400);
}

#[test]
fn a_void_invoice_and_a_credit_note_leave_nothing_due() {
    let sandbox = sandbox();
    let list = invoices(&sandbox, MCA, OWNER);
    let by_id: BTreeMap<&str, &Value> = list.iter().map(|it| (it["id"].as_str().unwrap(), it)).collect();
    let mut notes = 0;
    for note in &list {
        let properties = &note["properties"];
        let of = properties["creditForDocumentId"].as_str().or(properties["billedDocumentId"].as_str());
        let Some(of) = of else { continue };
        notes += 1;
        let invoice = &by_id[of]["properties"];
        assert_eq!(amount(&properties["totalAmount"]) + amount(&invoice["totalAmount"]), Decimal::ZERO);
        assert!(amount(&properties["amountDue"]).is_zero() && amount(&invoice["amountDue"]).is_zero());
    }
    assert!(notes >= 6, "{notes}");
}

/// Bills the rows anew and compares with what the API says of the invoice.
fn adds_up(sandbox: &Sandbox, account_name: &str, profile_name: &str, who: u32) -> usize {
    let scope = format!("{}/billingProfiles/{profile_name}", account(account_name));
    let list = all(sandbox, &format!("{scope}/invoices"), who);
    let currency = Currency::parse(list[0]["properties"]["totalAmount"]["currency"].as_str().unwrap()).unwrap();
    let mut months = BTreeMap::new();
    for invoice in &list {
        let properties = &invoice["properties"];
        let day = |field: &str| properties[field].as_str().unwrap()[..10].to_owned();
        let (from, until) = (day("invoicePeriodStartDate"), day("invoicePeriodEndDate"));
        // An invoice, its credit note and its rebill are of the same month.
        let rows = months.entry(from.clone()).or_insert_with(|| rows(sandbox, &scope, &from, &until, who));
        assert!(!rows.is_empty());
        let (adjusting, charged): (Vec<_>, Vec<_>) =
            rows.iter().partition(|row| row.properties.charge_type == "RoundingAdjustment");
        let charges = charged.iter().map(|row| Charge {
            section: row.properties.owner(),
            meter: format!("{}{}{}", row.properties.meter_id, row.properties.product, row.properties.charge_type),
            cost: row.properties.cost(),
        });
        let credits = amount(&properties["creditAmount"]).abs();
        let sub_total = amount(&properties["subTotal"]).abs();
        let document = BilledDocument::bill(currency, charges, credits, &[]).unwrap();
        assert_eq!(document.billed.amount(), amount(&properties["billedAmount"]).abs(), "{}", invoice["name"]);
        assert_eq!(document.sub_total.amount(), sub_total);
        let total = amount(&properties["subTotal"]) + amount(&properties["taxAmount"]);
        assert_eq!(total, amount(&properties["totalAmount"]));
        let adjustments: Vec<Decimal> = document.adjustments.iter().map(|it| it.amount.amount()).collect();
        let mut said: Vec<Decimal> = adjusting.iter().map(|row| row.properties.cost()).collect();
        let mut wanted = adjustments;
        said.sort();
        wanted.sort();
        assert_eq!(said, wanted, "the rounding adjustment rows are those of the invoice");
    }
    list.len()
}

#[test]
fn every_invoice_adds_up_against_its_usage_rows() {
    let sandbox = sandbox();
    let count = adds_up(&sandbox, MCA, USD, OWNER)
        + adds_up(&sandbox, MCA, SEK, OWNER)
        + adds_up(&sandbox, MPA, "F3HS-7RDL-BG7-EKV", PARTNER_OWNER)
        + adds_up(&sandbox, MPA, "S8KW-2TJN-BG7-PHA", PARTNER_OWNER)
        + adds_up(&sandbox, MCA, EUR, OWNER);
    assert!(count > 120, "{count}");
}

#[test]
fn transactions_sum_to_the_invoice() {
    let sandbox = sandbox();
    let list = all(&sandbox, &format!("{}/invoices", profile(EUR)), OWNER);
    let mut with_credit = 0;
    for invoice in &list {
        let path = format!("{}/transactions", invoice["id"].as_str().unwrap());
        let transactions = all(&sandbox, &path, OWNER);
        assert!(transactions.len() > 50, "more than a page");
        let sum = |field: &str| -> Decimal { transactions.iter().map(|it| amount(&it["properties"][field])).sum() };
        let properties = &invoice["properties"];
        assert_eq!(sum("transactionAmount"), amount(&properties["billedAmount"]));
        assert_eq!(sum("subTotal"), amount(&properties["subTotal"]));
        with_credit += usize::from(!amount(&properties["creditAmount"]).is_zero());
    }
    assert!(with_credit > 0);
}

#[test]
fn a_line_is_its_quantity_at_its_price_in_the_billing_currency_cut_at_the_cent() {
    let sandbox = sandbox();
    // So short that a value of serde_json keeps every digit, if not always their notation.
    let number = |json: &Value| -> Decimal {
        let text = json.to_string();
        text.parse().or_else(|_| Decimal::from_scientific(&text)).unwrap()
    };
    let (mut priced, mut once, mut blended) = (0, 0, 0);
    for invoice in &all(&sandbox, &format!("{}/invoices", profile(EUR)), OWNER) {
        let path = format!("{}/transactions", invoice["id"].as_str().unwrap());
        for it in all(&sandbox, &path, OWNER).iter().map(|it| &it["properties"]) {
            if it["effectivePrice"].is_null() {
                assert!(["exchangeRate", "marketPrice", "discount"].iter().all(|of| it[of].is_null()), "{it}");
                blended += usize::from(it["transactionType"] == "Usage Charge");
                continue;
            }
            assert_eq!((&it["pricingCurrency"], &it["effectivePrice"]["currency"]), (&"USD".into(), &"USD".into()));
            let (price, rate) = (number(&it["effectivePrice"]["value"]), number(&it["exchangeRate"]));
            let cost = number(&it["quantity"]) * price * rate;
            assert_eq!(amount(&it["transactionAmount"]), cost.trunc_with_scale(2), "{it}");
            if it["marketPrice"].is_null() {
                assert!(it["discount"].is_null());
                once += 1;
            } else {
                let list = number(&it["marketPrice"]["value"]);
                assert_eq!(price, list * (Decimal::ONE - number(&it["discount"])), "{it}");
                priced += 1;
            }
        }
    }
    assert!(priced > 1000 && once > 10 && blended > 0, "{priced} {once} {blended}");
}

#[test]
fn an_invoice_is_found_by_its_number_alone_and_not_by_who_may_not_see_it() {
    let sandbox = sandbox();
    let invoice = &all(&sandbox, &format!("{}/invoices", profile(EUR)), OWNER)[0];
    let path = format!("{}/invoices/{}", account("default"), invoice["name"].as_str().unwrap());
    assert_eq!(&good(&sandbox, &path, EUR_INVOICE_MANAGER), invoice);
    assert_eq!(get(&sandbox, &path, GROUP_MEMBER).status, 403);
}
