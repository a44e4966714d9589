//! Statements to write: one small enough to be read by eye, and any there can be.
use crate::priced::priced;
use crate::records::{any_date, any_number, hostile_text};
use chrono::NaiveDate;
use factuur::billing::*;
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn number(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

fn meter(category: &str, sub_category: &str, name: &str, region: &str, unit: &str) -> UsageMeter {
    UsageMeter {
        category: category.into(),
        sub_category: sub_category.into(),
        name: name.into(),
        region: region.into(),
        unit: unit.into(),
    }
}

fn transfer() -> UsageMeter {
    meter("Networking", "", "Data Transfer Out (GB)", "Zone 1", "GB")
}

fn requests() -> UsageMeter {
    meter("Data Management", "Geo \"hot\"", "Table Writes (in 10,000s)", "", "10,000s")
}

fn dollars(amount: &str) -> Money {
    Money::new(number(amount), Currency::USD)
}

/// Ten gigabytes are free, then 0.087 each; the requests cost what nobody sees.
pub fn terms() -> [MeterTerms; 2] {
    [
        MeterTerms { meter: requests(), sku: String::new(), included: Decimal::ZERO, list_price: dollars("0.0036") },
        MeterTerms { meter: transfer(), sku: "7TD-00001".into(), included: number("10"), list_price: dollars("0.087") },
    ]
}

pub fn march() -> Period {
    Period { start: day("2018-03-05"), end: day("2018-04-04") }
}

const SUBSCRIPTION: &str = "0a1b2c3d-0000-4000-8000-0000000000aa";

pub fn daily() -> Vec<DailyUsage> {
    let resource =
        |kind_and_name: &str| format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/Water/providers/{kind_and_name}");
    let usage = |date: &str, meter, id: &str, quantity: &str, provider: &str, kind_and_name: &str| DailyUsage {
        date: day(date),
        meter,
        meter_id: id.into(),
        quantity: number(quantity),
        resource_location: "westeurope".into(),
        consumed_service: provider.into(),
        resource_group: "Water".into(),
        instance_id: resource(kind_and_name),
        tags: "{}".into(),
        additional_info: "{}".into(),
        ..DailyUsage::default()
    };
    let web = "Microsoft.Web/sites/pump=1";
    vec![
        DailyUsage {
            tags: "{\"owner\":\"a, b\"}".into(),
            additional_info: "{\"Plan\":\"/subscriptions/x\"}".into(),
            ..usage("2018-03-05", transfer(), "0a1b2c3d-0000-4000-8000-000000000001", "40.0", "Microsoft.Web", web)
        },
        usage(
            "2018-03-12",
            requests(),
            "0a1b2c3d-0000-4000-8000-000000000002",
            "0.0290",
            "Microsoft.Storage",
            "Microsoft.Storage/storageAccounts/waterlogs",
        ),
        DailyUsage {
            service_info2: "=one+two".into(),
            ..usage(
                "2018-04-04",
                transfer(),
                "0a1b2c3d-0000-4000-8000-000000000001",
                "21.666666666666666656",
                "Microsoft.Web",
                web,
            )
        },
    ]
}

pub fn statement() -> SubscriptionStatement {
    SubscriptionStatement {
        provisioning: vec![ProvisioningStatus {
            subscription_id: SUBSCRIPTION.into(),
            subscription_name: "Irrigation, \"north\"".into(),
            order_id: "0a1b2c3d-0000-4000-8000-0000000000bb".into(),
            description: "Pay-As-You-Go".into(),
            anniversary_day: 5,
            offer_name: String::new(),
            service_name: "Azure Service Component".into(),
            status: "Enabled".into(),
            extra_status: "None".into(),
            provisioning_status: "Provisioned".into(),
        }],
        lines: statement_lines(march(), &daily(), &terms()).unwrap(),
        daily: daily(),
    }
}

/// Today's records of the same usage, each at its list price.
pub fn pay_as_you_go(daily: &[DailyUsage], terms: &[MeterTerms]) -> Vec<UsageRecord<'static>> {
    let price = |usage: &DailyUsage| terms.iter().find(|terms| terms.meter == usage.meter).unwrap().list_price;
    daily.iter().map(|usage| priced(usage, SUBSCRIPTION, "MS-AZR-0003P", price(usage))).collect()
}

/// Whole numbers of 28 digits, many places, and what lies between.
fn any_quantity() -> impl Strategy<Value = Decimal> {
    let longest = Just(Decimal::from_i128_with_scale(9_999_999_999_999_999_999_999_999_999, 0));
    prop_oneof![any_number(), longest, (0_i64..1_000_000, 0_u32..9).prop_map(|(n, scale)| Decimal::new(n * 100, scale))]
}

fn any_meter() -> impl Strategy<Value = UsageMeter> {
    vec(hostile_text(), 5).prop_map(|text| meter(&text[0], &text[1], &text[2], &text[3], &text[4]))
}

fn any_provisioning() -> impl Strategy<Value = ProvisioningStatus> {
    (vec(hostile_text(), 9), 1_u32..=31).prop_map(|(text, anniversary_day)| {
        let mut text = text.into_iter();
        let mut next = || text.next().unwrap();
        ProvisioningStatus {
            subscription_id: next(),
            subscription_name: next(),
            order_id: next(),
            description: next(),
            anniversary_day,
            offer_name: next(),
            service_name: next(),
            status: next(),
            extra_status: next(),
            provisioning_status: next(),
        }
    })
}

fn any_line() -> impl Strategy<Value = StatementLine> {
    let currency = proptest::sample::select(vec!["USD", "EUR", "GBP", "SEK", "JPY", "KWD", "XXX"]);
    (any_date(), any_date(), any_meter(), hostile_text(), vec(any_quantity(), 8), currency).prop_map(
        |(start, end, meter, sku, numbers, currency)| StatementLine {
            period: Period { start, end },
            meter,
            sku,
            consumed: numbers[0],
            included: numbers[1],
            within_commitment: numbers[2],
            overage_quantity: numbers[3],
            overage: numbers[4],
            commitment_rate: numbers[5],
            rate: numbers[6],
            value: Money::new(numbers[7], Currency::parse(currency).unwrap()),
        },
    )
}

fn any_daily() -> impl Strategy<Value = DailyUsage> {
    (any_date(), any_meter(), any_quantity(), vec(hostile_text(), 9)).prop_map(|(date, meter, quantity, text)| {
        let mut text = text.into_iter();
        let mut next = || text.next().unwrap();
        DailyUsage {
            date,
            meter,
            quantity,
            meter_id: next(),
            resource_location: next(),
            consumed_service: next(),
            resource_group: next(),
            instance_id: next(),
            tags: next(),
            additional_info: next(),
            service_info1: next(),
            service_info2: next(),
        }
    })
}

pub fn any_statement() -> impl Strategy<Value = SubscriptionStatement> {
    (vec(any_provisioning(), 0..3), vec(any_line(), 0..3), vec(any_daily(), 0..3))
        .prop_map(|(provisioning, lines, daily)| SubscriptionStatement { provisioning, lines, daily })
}
