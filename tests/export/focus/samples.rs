//! The specification's scenarios and Microsoft's rows, where they are right.
use super::records::*;
use factuur::billing::UsageField::*;
use factuur::billing::UsageRecord;
use factuur::export::focus::FocusVersion;
use std::collections::BTreeMap;

fn sample(name: &str) -> Option<Vec<BTreeMap<String, String>>> {
    let mut reader = csv::Reader::from_path(beside(&format!("samples/focus/{name}"))?).unwrap();
    let header = reader.headers().unwrap().clone();
    let cells = |row: csv::StringRecord| header.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect();
    Some(reader.records().map(|row| cells(row.unwrap())).collect())
}

/// The specification counts a commitment of a dollar an hour; its rows as cost details would tell them.
#[test]
fn the_scenarios_of_the_specification_come_out() {
    let cost = |record: UsageRecord<'static>, cost: String| {
        record
            .with(ExchangeRatePricingToBilling, "1")
            .with(BillingCurrency, "USD")
            .with(CostInBillingCurrency, cost.clone())
            .with(CostInPricingCurrency, cost)
    };
    let plan = |kind: &'static str, quantity: String| savings_plan().with(ChargeType, kind).with(Quantity, quantity);
    let bought = |charge: &'static str| {
        purchase().with(PricingModel, "SavingsPlan").with(BenefitId, SAVINGS_PLAN).with(Frequency, charge)
    };
    let mut read = 0;
    for (name, records) in [
        ("purchase_scenario_1", vec![bought("OneTime")]),
        ("purchase_scenario_2", vec![bought("Recurring"), bought("Recurring"), bought("Recurring")]),
        ("usage_scenario_1", vec![plan("Usage", "1.00".to_owned())]),
        ("usage_scenario_2", vec![plan("UnusedSavingsPlan", "1".to_owned())]),
        ("usage_scenario_3", vec![plan("Usage", "1.00".to_owned()), plan("UnusedSavingsPlan", "1".to_owned())]),
    ] {
        let Some(rows) = sample(&format!("spec-commitment_discount_{name}.csv")) else { continue };
        assert_eq!(rows.len(), records.len());
        for (expected, record) in rows.iter().zip(records) {
            let found = row(&cost(record, expected["CommitmentDiscountQuantity"].clone()));
            let null = |text: &str| if text == "null" { String::new() } else { text.to_owned() };
            let number = |text: &str| text.trim_end_matches('0').trim_end_matches('.').to_owned();
            for name in ["ChargeCategory", "ChargeFrequency", "PricingCategory", "CommitmentDiscountUnit"] {
                assert_eq!(found[name], expected[name], "{name}");
            }
            for name in ["BilledCost", "EffectiveCost", "CommitmentDiscountQuantity", "ConsumedQuantity"] {
                let Some(expected) = expected.get(name) else { continue };
                assert_eq!(number(&found[name]), number(&null(expected)), "{name}");
            }
            if let Some(status) = expected.get("CommitmentDiscountStatus") {
                assert_eq!(&found["CommitmentDiscountStatus"], status);
            }
            read += 1;
        }
    }
    println!("{read} rows of scenarios");
}

/// Left aside are columns of that file that are not right: dates without a time zone, quantities divided by the block size
/// and what is multiplied with them, `AvailabilityZone`, `SkuId` of a product id that is not told, tags with keys twice.
#[test]
fn what_microsofts_rows_say_of_a_resource_is_said_of_it_here() {
    let Some(rows) = sample("focus-1.0-sample.microsoft-rows.csv") else { return };
    assert_eq!(rows.len(), 51);
    let mut differ = BTreeMap::new();
    for expected in &rows {
        let text = |name: &str| expected[name].clone();
        let provider =
            expected["ResourceId"].split("/providers/").nth(1).and_then(|id| id.split('/').next()).unwrap_or_default();
        let record = usage()
            .with(ResourceId, text("ResourceId"))
            .with(ConsumedService, provider.to_owned())
            .with(ResourceLocation, text("RegionName"))
            .with(SubscriptionId, text("SubAccountId").replace("/subscriptions/", ""))
            .with(SubscriptionName, text("SubAccountName"))
            .with(ProductName, text("ChargeDescription"))
            .with(Date, text("ChargePeriodStart").get(..10).unwrap().to_owned())
            .with(BillingPeriodStartDate, "")
            .with(BillingPeriodEndDate, "")
            .with(PaygPrice, text("ListUnitPrice"))
            .with(UnitPrice, text("ContractedUnitPrice"))
            .with(BillingCurrency, text("BillingCurrency"))
            .with(ExchangeRatePricingToBilling, "1");
        let found = row_of(FocusVersion::V1_0, &record);
        for name in [
            "ChargeCategory",
            "ChargeDescription",
            "ChargeFrequency",
            "InvoiceIssuerName",
            "PricingCategory",
            "ProviderName",
            "PublisherName",
            "RegionId",
            "RegionName",
            "ResourceId",
            "ResourceName",
            "ResourceType",
            "ServiceCategory",
            "ServiceName",
            "SubAccountId",
            "SubAccountName",
        ] {
            let expected = if expected[name] == "NULL" { "" } else { &expected[name] };
            // The id is in lower case there already; the table of types is a cut.
            let is_same = match name {
                "ResourceName" => found[name].eq_ignore_ascii_case(expected),
                "ResourceType" => found[name] == expected || found[name] == found["x_ResourceType"],
                _ => found[name] == expected,
            };
            if !is_same {
                *differ.entry((name, expected.to_owned(), found[name].clone())).or_insert(0) += 1;
            }
        }
        for (name, day) in [("ChargePeriodEnd", 10), ("BillingPeriodStart", 10), ("BillingPeriodEnd", 10)] {
            assert_eq!(Some(found[name].as_str()), expected[name].get(..day), "{name}");
        }
    }
    assert_eq!(differ, BTreeMap::new());
}
