//! Usage records to write: three that can be read by eye, and any there can be.
use chrono::NaiveDate;
use factuur::billing::UsageField::{self, *};
use factuur::billing::{UsageRecord, ValueKind};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

/// What the values of each field are, typed apart from the code; what is in no list is text.
const NUMBERS: [UsageField; 11] = [
    EffectivePrice,
    Quantity,
    CostInBillingCurrency,
    CostInPricingCurrency,
    CostInUsd,
    PaygCostInBillingCurrency,
    PaygCostInUsd,
    ExchangeRatePricingToBilling,
    PaygPrice,
    UnitPrice,
    PartnerEarnedCreditRate,
];
const DAYS: [UsageField; 6] = [
    BillingPeriodEndDate,
    BillingPeriodStartDate,
    ServicePeriodEndDate,
    ServicePeriodStartDate,
    Date,
    ExchangeRateDate,
];
const OBJECTS: [UsageField; 2] = [AdditionalInfo, Tags];

pub fn kind_of(field: UsageField) -> ValueKind {
    match field {
        _ if NUMBERS.contains(&field) => ValueKind::Number,
        _ if DAYS.contains(&field) => ValueKind::Day,
        _ if OBJECTS.contains(&field) => ValueKind::Json,
        IsAzureCreditEligible => ValueKind::Flag,
        _ => ValueKind::Text,
    }
}

/// What a column must hold, by its header: the field of that name, in any case, or under the name it has elsewhere.
pub fn field_of(header: &str) -> UsageField {
    let name = match header {
        "product" => "ProductName",
        "InstanceName" | "InstanceId" => "ResourceId",
        "SubscriptionGuid" => "SubscriptionId",
        "ResourceGroup" => "ResourceGroupName",
        "UsageDateTime" => "Date",
        "UsageQuantity" => "Quantity",
        "ResourceRate" => "EffectivePrice",
        "PreTaxCost" => "CostInBillingCurrency",
        "Currency" => "BillingCurrency",
        other => other,
    };
    let is_named = |field: &&UsageField| format!("{field:?}").eq_ignore_ascii_case(name);
    *UsageField::ALL.iter().find(is_named).unwrap_or_else(|| panic!("no field is called {header}"))
}

fn record(base: &UsageRecord<'static>, values: &[(UsageField, &'static str)]) -> UsageRecord<'static> {
    let mut record = base.clone();
    values.iter().for_each(|(field, value)| record.set(*field, *value));
    record
}

/// A usage row, a refund, and the smallest cost there can be.
pub fn golden_records() -> [UsageRecord<'static>; 3] {
    let base = record(
        &UsageRecord::default(),
        &[
            (BillingAccountId, "f00d0000-aaaa:bbbb_2019-05-31"),
            (BillingAccountName, "Fabrikam Orchards"),
            (BillingProfileId, "EUR1-AAAA-BG7-TGB"),
            (BillingProfileName, "Fabrikam Euro"),
            (InvoiceSectionId, "SEC1-AAAA-PJA-TGB"),
            (InvoiceSectionName, "Greenhouses"),
            (PartnerTenantId, "0a1b2c3d-0000-4000-8000-0000000000cc"),
            (PartnerName, "Fabrikam Advies"),
            (CustomerTenantId, "0a1b2c3d-0000-4000-8000-0000000000dd"),
            (CustomerName, "@Orchard"),
        ],
    );
    let usage = record(
        &base,
        &[
            (InvoiceId, "G000000101"),
            (BillingPeriodEndDate, "2026-02-28"),
            (BillingPeriodStartDate, "2026-02-01"),
            (ServicePeriodEndDate, "2026-03-01"),
            (ServicePeriodStartDate, "2026-02-01"),
            (Date, "2026-02-07"),
            (ServiceFamily, "Compute"),
            (ProductOrderName, "Azure plan"),
            (ConsumedService, "Microsoft.Compute"),
            (MeterId, "0a1b2c3d-0000-4000-8000-000000000001"),
            (MeterName, "D2s v3"),
            (MeterCategory, "Virtual Machines"),
            (MeterSubCategory, "Dsv3 Series"),
            (MeterRegion, "EU West"),
            (ProductId, "DZH318Z0AAAA0001"),
            (ProductName, "Virtual Machines Dsv3 Series - D2s v3 - EU West"),
            (SubscriptionId, "0a1b2c3d-0000-4000-8000-0000000000aa"),
            (SubscriptionName, "Irrigation, \"north\""),
            (PublisherType, "Microsoft"),
            (PublisherName, "Microsoft"),
            (ResourceGroupName, "RG-Water"),
            (
                ResourceId,
                "/subscriptions/0a1b2c3d-0000-4000-8000-0000000000aa/resourceGroups/RG-Water/providers/Microsoft.Compute/virtualMachines/pump1",
            ),
            (ResourceLocation, "westeurope"),
            (Location, "West Europe"),
            (EffectivePrice, "0.18662"),
            (Quantity, "0.316672"),
            (UnitOfMeasure, "1 Hour"),
            (ChargeType, "Usage"),
            (BillingCurrency, "EUR"),
            (PricingCurrency, "USD"),
            (CostInBillingCurrency, "0.0543695421888000000"),
            (CostInPricingCurrency, "0.05909732864"),
            (CostInUsd, "0.05909732864"),
            (PaygCostInBillingCurrency, "0.0600"),
            (PaygCostInUsd, "0.0652"),
            (ExchangeRatePricingToBilling, "0.92"),
            (ExchangeRateDate, "2026-02-01"),
            (IsAzureCreditEligible, "true"),
            (ServiceInfo2, "Canonical"),
            (AdditionalInfo, "{\"VCPUs\":2,\"ServiceType\":\"Standard_D2s_v3\"}"),
            (Tags, "{\"env\":\"prod\",\"owner\":\"=teams\"}"),
            (PartnerEarnedCreditRate, "0.15"),
            (PartnerEarnedCreditApplied, "1"),
            (PaygPrice, "0.2060"),
            (Frequency, "UsageBased"),
            (PricingModel, "On Demand"),
            (UnitPrice, "0.18662"),
            (Provider, "Azure"),
        ],
    );
    let refund = record(
        &base,
        &[
            (InvoiceId, "G000000102"),
            (PreviousInvoiceId, "G000000101"),
            (Date, "2026-02-20"),
            (ServiceFamily, "SaaS"),
            (ProductOrderName, "=Backup plan"),
            (PublisherType, "Marketplace"),
            (PublisherName, "'Quoted' Ltd"),
            (EffectivePrice, "12.50"),
            (Quantity, "-1"),
            (UnitOfMeasure, "1/Month"),
            (ChargeType, "Refund"),
            (BillingCurrency, "EUR"),
            (PricingCurrency, "EUR"),
            (CostInBillingCurrency, "-12.50"),
            (CostInPricingCurrency, "-12.50"),
            (CostInUsd, "-13.586956521739130434782608"),
            (ExchangeRatePricingToBilling, "1"),
            (IsAzureCreditEligible, "false"),
            (Frequency, "OneTime"),
            (Term, "12"),
            (CostAllocationRuleName, "-shared\nrule"),
            (Provider, "Azure"),
        ],
    );
    let smallest = record(
        &base,
        &[
            (ServicePeriodEndDate, "2026-03-01"),
            (ServicePeriodStartDate, "2026-02-01"),
            (Date, "2026-02-28"),
            (Quantity, "0.00000047"),
            (EffectivePrice, "0"),
            (CostInBillingCurrency, "0.00000000000000000000000001"),
            (BillingCurrency, "SEK"),
            (PricingCurrency, "USD"),
            (ChargeType, "Usage"),
            (ResourceGroupName, "Vaxthus Å"),
            (PricingModel, "Reservation"),
        ],
    );
    [usage, refund, smallest]
}

/// Text that files have broken on: formulas, quotes, line ends, separators, marks that cannot be seen.
pub const TRAPS: &[&str] = &[
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "  =1",
    "'",
    "''=1",
    "'text",
    " '=1",
    "\u{feff}=1",
    "\u{a0}=1",
    "a,b",
    "a;b",
    "a\tb",
    "a\"b",
    "\"",
    "\"\"",
    "\r\n",
    "{\"env\":\"a, b\"}",
    "{",
    "null",
    "",
    " ",
    "\u{202e}x",
    "A01$9HF",
    "A*4664@2",
    "0012",
    "1e5",
    "人",
    "a\u{301}",
    "\\",
    "\u{2028}",
];

pub fn hostile_text() -> impl Strategy<Value = String> {
    let trap = || select(TRAPS).prop_map(str::to_owned);
    prop_oneof![trap(), trap(), ".{0,12}", vec(any::<char>(), 0..6).prop_map(String::from_iter)]
}

pub fn any_number() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), any::<i32>(), 0_u32..=28).prop_map(|(high, low, scale)| {
        let digits = (i128::from(high) * i128::from(low)).clamp(-(1 << 95), 1 << 95);
        Decimal::from_i128_with_scale(digits, scale)
    })
}

pub fn any_date() -> impl Strategy<Value = NaiveDate> {
    (1..3_650_000_i32).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap())
}

/// A number as a record has it, and those at the ends of what is kept.
fn any_digits() -> impl Strategy<Value = String> {
    let edges = select(vec![
        "0",
        "-0",
        "-0.00",
        "0.0000000000000000000000000001",
        "-0.0000000000000000000000000001",
        "9999999999999999999999999999",
        "79228162514264337593543950335",
        "7.9228162514264337593543950335",
        "1.0000000000000000000000000000",
    ]);
    prop_oneof![3 => any_number().prop_map(|number| number.to_string()), 1 => edges.prop_map(str::to_owned)]
}

/// Objects as services write them, with blanks and line breaks and escapes, and what is none.
fn any_object() -> impl Strategy<Value = String> {
    let given = select(vec![
        "{}",
        r#"{"env":"prod, =1","n":0.10,"deep":{"a":[1,2,null]}}"#,
        "{\n  \"VCPUs\": 2,\r\n\t\"Type\": \"a\\nb\"\n}",
        r#"{"\u4eba":"\u00e9\"\\"}"#,
        r#"{"half":"\ud83d"}"#,
        r#"{"large":1e300}"#,
        r#""env":"no braces","x":"y""#,
        r#"{"open":"#,
        "[1]",
        "",
    ]);
    prop_oneof![2 => given.prop_map(str::to_owned), 1 => hostile_text()]
}

/// A record with something in any of its fields.
pub fn any_record() -> impl Strategy<Value = UsageRecord<'static>> {
    let texts = vec(hostile_text(), UsageField::ALL.len());
    let numbers = vec(proptest::option::of(any_digits()), NUMBERS.len());
    let days = vec(proptest::option::of(any_date()), DAYS.len());
    let objects = vec(any_object(), OBJECTS.len());
    let flag = select(vec!["true", "false", ""]);
    let model = select(vec!["On Demand", "OnDemand", "Reservation", "SavingsPlan", "Spot", ""]);
    let currency = select(vec!["EUR", "USD", "=SEK", "'", "", "a;b\"\n"]);
    (texts, numbers, days, objects, flag, model, currency).prop_map(
        |(texts, numbers, days, objects, flag, model, currency)| {
            let mut record = UsageRecord::default();
            for (field, text) in UsageField::ALL.iter().zip(texts) {
                record.set(*field, text);
            }
            for (field, number) in NUMBERS.iter().zip(numbers) {
                record.set(*field, number.unwrap_or_default());
            }
            for (field, day) in DAYS.iter().zip(days) {
                record.set(*field, day.map(|day| day.to_string()).unwrap_or_default());
            }
            for (field, object) in OBJECTS.iter().zip(objects) {
                record.set(*field, object);
            }
            record.with(IsAzureCreditEligible, flag).with(PricingModel, model).with(BillingCurrency, currency)
        },
    )
}

#[test]
fn a_field_is_of_the_kind_that_its_column_is_documented_to_be() {
    for field in UsageField::ALL {
        assert_eq!(field.kind(), kind_of(*field), "{field:?}");
    }
}
