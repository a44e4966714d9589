//! Laws over any record, and over the sandbox's tenant.
use super::records::*;
use crate::tenant;
use factuur::billing::UsageField::*;
use factuur::billing::{UsageRecord, ValueKind};
use factuur::export::focus::FocusVersion;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The digits of a number without its point, followed by so many zeros, modulo a prime: multiplied apart from the code that
/// is tested.
fn modulo(number: &str, zeros: usize, prime: u128) -> u128 {
    let digits = number.bytes().filter(u8::is_ascii_digit).map(|digit| u128::from(digit - b'0'));
    let value = digits.chain(std::iter::repeat_n(0, zeros)).fold(0, |value, digit| (value * 10 + digit) % prime);
    if number.starts_with('-') { (prime - value) % prime } else { value }
}

fn is_product(a: &str, b: &str, product: &str) -> bool {
    let places = |number: &str| number.split_once('.').map_or(0, |(_, places)| places.len());
    let most = (places(a) + places(b)).max(places(product));
    let zeros = (most - places(a) - places(b), most - places(product));
    [(1 << 61) - 1, 1_000_000_007]
        .into_iter()
        .all(|prime: u128| modulo(a, zeros.0, prime) * modulo(b, 0, prime) % prime == modulo(product, zeros.1, prime))
}

fn number() -> impl Strategy<Value = String> {
    let decimal = |digits: i64, places: u32| rust_decimal::Decimal::new(digits, places).to_string();
    prop_oneof![
        (any::<i64>(), 0_u32..=28).prop_map(move |(digits, places)| decimal(digits, places)),
        (0_i64..100_000, 0_u32..=6).prop_map(move |(digits, places)| decimal(digits, places)),
        Just("0".to_owned()),
    ]
}

/// A charge of any kind, of any numbers.
pub fn any_charge() -> impl Strategy<Value = UsageRecord<'static>> {
    let one = |of: &[&'static str]| proptest::sample::select(of.to_vec());
    let kind = one(&[
        "Usage",
        "Purchase",
        "Refund",
        "UnusedReservation",
        "UnusedSavingsPlan",
        "RoundingAdjustment",
        "Credit",
        "Tax",
        "Else",
        "",
    ]);
    let model = one(&["On Demand", "OnDemand", "Reservation", "SavingsPlan", "Spot", "Else", ""]);
    let frequency = one(&["OneTime", "Recurring", "UsageBased", "Other", ""]);
    let benefit = one(&[RESERVATION, SAVINGS_PLAN, "/providers/else/1", ""]);
    let place = one(&["", "westeurope", "EU West", "Mars"]);
    let thing = one(&["", VM, RESERVATION, "name", "/subscriptions/5f1c"]);
    let unit = one(&["", "1 Hour", "10K", "1 GB/Month", "odd"]);
    let pricing = one(&["", "USD", "EUR"]);
    let json = one(&["", "{}", r#"{"a":"b","VCPUs":4}"#, r#"{"a":{"b":[1]}}"#, "\"a\":\"b\"", "{"]);
    let numbers = proptest::collection::vec(proptest::option::of(number()), 7);
    let day = proptest::option::of(
        (1..3_650_000_i32).prop_map(|days| chrono::NaiveDate::from_num_days_from_ce_opt(days).unwrap().to_string()),
    );
    ((kind, model, frequency, benefit, place), (thing, unit, pricing, json), numbers, day).prop_map(
        |((kind, model, frequency, benefit, place), (thing, unit, pricing, json), numbers, day)| {
            let fields = [
                Quantity,
                PaygPrice,
                UnitPrice,
                EffectivePrice,
                ExchangeRatePricingToBilling,
                CostInBillingCurrency,
                CostInPricingCurrency,
            ];
            let record = fields
                .into_iter()
                .zip(numbers)
                .fold(usage(), |record, (field, number)| record.with(field, number.unwrap_or_default()));
            record
                .with(ChargeType, kind)
                .with(PricingModel, model)
                .with(Frequency, frequency)
                .with(BenefitId, benefit)
                .with(ResourceLocation, place)
                .with(ResourceId, thing)
                .with(UnitOfMeasure, unit)
                .with(PricingCurrency, pricing)
                .with(AdditionalInfo, json)
                .with(Tags, json)
                .with(Date, day.unwrap_or_default())
                .with(BillingPeriodStartDate, "")
                .with(BillingPeriodEndDate, "")
        },
    )
}

const SERVICE_CATEGORIES: [&str; 19] = [
    "AI and Machine Learning",
    "Analytics",
    "Business Applications",
    "Compute",
    "Databases",
    "Developer Tools",
    "Multicloud",
    "Identity",
    "Integration",
    "Internet of Things",
    "Management and Governance",
    "Media",
    "Migration",
    "Mobile",
    "Networking",
    "Security",
    "Storage",
    "Web",
    "Other",
];

fn holds(row: &Row) -> Result<(), String> {
    let at = |name: &str| row[name].as_str();
    let is = |is: bool, words: &str| if is { Ok(()) } else { Err(format!("{words}: {row:?}")) };
    for (name, allowed) in [
        ("ChargeCategory", &["Usage", "Purchase", "Tax", "Credit", "Adjustment"][..]),
        ("ChargeClass", &["", "Correction"]),
        ("ChargeFrequency", &["One-Time", "Recurring", "Usage-Based"]),
        ("CommitmentDiscountCategory", &["", "Spend", "Usage"]),
        ("CommitmentDiscountStatus", &["", "Used", "Unused"]),
        ("CapacityReservationStatus", &["", "Used", "Unused"]),
        ("PricingCategory", &["", "Standard", "Dynamic", "Committed", "Other"]),
        ("ServiceCategory", &SERVICE_CATEGORIES),
    ] {
        is(allowed.contains(&at(name)), name)?;
    }
    for (cost, price) in [("ListCost", "ListUnitPrice"), ("ContractedCost", "ContractedUnitPrice")] {
        let can_be_told = !at(price).is_empty() && !at("PricingQuantity").is_empty();
        is(!can_be_told || is_product(at(price), at("PricingQuantity"), at(cost)), cost)?;
    }
    for column in FocusVersion::V1_2.columns() {
        let text = at(column.name);
        match column.kind {
            _ if text.is_empty() => {}
            ValueKind::Number => is(text.contains('.') && !text.starts_with('+') && !text.contains('e'), column.name)?,
            ValueKind::Json => {
                let value: serde_json::Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
                let flat = value.as_object().is_some_and(|it| {
                    !it.is_empty() && it.values().all(|value| !value.is_object() && !value.is_array())
                });
                is(flat, column.name)?;
            }
            _ => {}
        }
    }
    let is_usage = at("ChargeCategory") == "Usage";
    let both = |a: &str, b: &str| is(at(a).is_empty() == at(b).is_empty(), a);
    both("ConsumedQuantity", "ConsumedUnit")?;
    both("PricingQuantity", "PricingUnit")?;
    both("CommitmentDiscountQuantity", "CommitmentDiscountUnit")?;
    both("CommitmentDiscountId", "CommitmentDiscountCategory")?;
    both("CommitmentDiscountId", "CommitmentDiscountType")?;
    both("RegionId", "RegionName")?;
    both("ResourceId", "ResourceType")?;
    both("SubAccountId", "SubAccountType")?;
    is(
        is_usage && at("CommitmentDiscountStatus") != "Unused" || at("ConsumedQuantity").is_empty(),
        "what is consumed is usage",
    )?;
    is(at("CommitmentDiscountStatus").is_empty() == (at("CommitmentDiscountId").is_empty() || !is_usage), "status")?;
    is(at("ChargeCategory") != "Purchase" || at("ChargeFrequency") != "Usage-Based", "a purchase is not by usage")?;
    let is_priced = matches!(at("ChargeCategory"), "Usage" | "Purchase");
    is(!is_priced || !at("PricingCategory").is_empty(), "what is used or bought has a pricing category")?;
    for name in [
        "BillingAccountId",
        "InvoiceIssuerName",
        "ProviderName",
        "PublisherName",
        "ServiceName",
        "ServiceCategory",
        "ServiceSubcategory",
        "PricingCurrency",
    ] {
        is(!at(name).is_empty(), name)?;
    }
    let next =
        |day: &str| day.parse().ok().and_then(|day: chrono::NaiveDate| day.succ_opt()).map(|day| day.to_string());
    is(next(at("ChargePeriodStart")).unwrap_or_default() == at("ChargePeriodEnd"), "a charge is of one day")
}

proptest! {
    #[test]
    fn any_record_gives_a_row_that_focus_allows(record in any_charge()) {
        prop_assert_eq!(holds(&row(&record)), Ok(()));
    }

    #[test]
    fn a_cost_is_its_price_times_its_quantity_as_printed(
        price in number(), quantity in number(), rate in number()
    ) {
        let record = usage().with(PaygPrice, price).with(Quantity, quantity).with(ExchangeRatePricingToBilling, rate);
        let row = row(&record);
        prop_assert!(is_product(record.text(PaygPrice), record.text(ExchangeRatePricingToBilling), &row["ListUnitPrice"]));
        prop_assert!(is_product(&row["ListUnitPrice"], &row["PricingQuantity"], &row["ListCost"]));
        prop_assert!(is_product(&row["ContractedUnitPrice"], &row["PricingQuantity"], &row["ContractedCost"]));
    }
}

#[test]
fn the_tenant_of_the_sandbox_keeps_the_rules_and_its_bills() {
    let bytes = tenant::profile(FocusVersion::V1_2, "M2XJ-9HVC-BG7-UTS").unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let header = reader.headers().unwrap().clone();
    let (mut services, mut statuses, mut rows) = (BTreeMap::new(), BTreeSet::new(), 0);
    for found in reader.records() {
        let found = found.unwrap();
        let row: Row = FocusVersion::V1_2
            .columns()
            .iter()
            .zip(found.iter())
            .map(|(column, text)| {
                // As it is in a file: the moment at which the day begins.
                let text = if column.kind == ValueKind::Day { text.trim_end_matches("T00:00:00Z") } else { text };
                (column.name, text.to_owned())
            })
            .collect();
        assert_eq!(holds(&row), Ok(()));
        let moment = &found[header.iter().position(|name| name == "ChargePeriodEnd").unwrap()];
        assert!(moment.len() == 20 && moment.ends_with("T00:00:00Z"), "{moment}");
        let service = (row["ServiceCategory"].clone(), row["ServiceSubcategory"].clone());
        assert_eq!(*services.entry(row["ServiceName"].clone()).or_insert(service.clone()), service, "one category");
        statuses.insert((
            row["ChargeCategory"].clone(),
            row["ChargeClass"].clone(),
            row["CommitmentDiscountStatus"].clone(),
        ));
        rows += 1;
    }
    assert!(rows > 2_000 && services.len() > 15, "{rows} rows, {services:?}");
    for (category, class, status) in [
        ("Usage", "", "Used"),
        ("Usage", "", "Unused"),
        ("Purchase", "", ""),
        ("Purchase", "Correction", ""),
        ("Adjustment", "", ""),
    ] {
        assert!(
            statuses.contains(&(category.to_owned(), class.to_owned(), status.to_owned())),
            "{category} {class} {status}"
        );
    }
}
