//! Usage records to write, and what each column of their row must stand for.
use chrono::{Datelike, NaiveDate};
use factuur::billing::UsageRecord;
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::HashMap;

/// The fields of the 65 columns by type, typed apart from the code that writes them; `is_azure_credit_eligible` and
/// `pricing_model` are in no list.
macro_rules! with_fields {
    ($text:ident, $number:ident, $date:ident) => {
        $text!(
            invoice_id,
            previous_invoice_id,
            billing_account_id,
            billing_account_name,
            billing_profile_id,
            billing_profile_name,
            invoice_section_id,
            invoice_section_name,
            reseller_name,
            reseller_mpn_id,
            cost_center,
            service_family,
            product_order_id,
            product_order_name,
            consumed_service,
            meter_id,
            meter_name,
            meter_category,
            meter_sub_category,
            meter_region,
            product_id,
            product_name,
            subscription_id,
            subscription_name,
            publisher_type,
            publisher_id,
            publisher_name,
            resource_group_name,
            resource_id,
            resource_location,
            location,
            unit_of_measure,
            charge_type,
            billing_currency,
            pricing_currency,
            service_info1,
            service_info2,
            additional_info,
            tags,
            frequency,
            term,
            reservation_id,
            reservation_name,
            cost_allocation_rule_name,
            benefit_id,
            benefit_name,
            provider
        );
        $number!(
            effective_price,
            quantity,
            cost_in_billing_currency,
            cost_in_pricing_currency,
            cost_in_usd,
            payg_cost_in_billing_currency,
            payg_cost_in_usd,
            exchange_rate_pricing_to_billing,
            payg_price,
            unit_price
        );
        $date!(
            billing_period_end_date,
            billing_period_start_date,
            service_period_end_date,
            service_period_start_date,
            date,
            exchange_rate_date
        );
    };
}

/// What a column must stand for, by its name in lower case.
pub fn expected(record: &UsageRecord<'_>) -> HashMap<String, String> {
    let mut cells = HashMap::new();
    let mut put = |field: &str, cell: String| cells.insert(field.replace('_', ""), cell);
    macro_rules! text {
        ($($field:ident),+) => { $(put(stringify!($field), record.$field.to_string());)+ };
    }
    macro_rules! number {
        ($($field:ident),+) => { $(put(stringify!($field), record.$field.map(|n| n.to_string()).unwrap_or_default());)+ };
    }
    macro_rules! date {
        ($($field:ident),+) => { $(put(stringify!($field), record.$field.map(month_first).unwrap_or_default());)+ };
    }
    with_fields!(text, number, date);
    let flag = match record.is_azure_credit_eligible {
        Some(true) => "True",
        Some(false) => "False",
        None => "",
    };
    put("is_azure_credit_eligible", flag.to_owned());
    put("pricing_model", record.pricing_model.replace("On Demand", "OnDemand"));
    cells
}

fn month_first(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", date.month(), date.day(), date.year())
}

/// Text that files have broken on: formulas, quotes, line ends, separators, marks that cannot be seen.
pub fn hostile_text() -> impl Strategy<Value = String> {
    let trap = proptest::sample::select(vec![
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
        "a\"b",
        "\"",
        "\"\"",
        "\r\n",
        "{\"env\":\"a, b\"}",
        "",
        " ",
        "\u{202e}x",
        "A01$9HF",
        "A*4664@2",
        "0012",
        "1e5",
        "人",
        "a\u{301}",
    ]);
    let trap = trap.prop_map(str::to_owned);
    prop_oneof![
        trap.clone(),
        trap,
        ".{0,12}",
        proptest::collection::vec(any::<char>(), 0..6).prop_map(String::from_iter)
    ]
}

pub fn any_number() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), any::<i32>(), 0_u32..=28).prop_map(|(high, low, scale)| {
        let digits = (i128::from(high) * i128::from(low)).clamp(-(1 << 95), 1 << 95);
        Decimal::from_i128_with_scale(digits, scale)
    })
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (1..3_650_000_i32).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap())
}

pub fn any_record() -> impl Strategy<Value = UsageRecord<'static>> {
    let texts = proptest::collection::vec(hostile_text(), 47);
    let numbers = proptest::collection::vec(proptest::option::of(any_number()), 10);
    let dates = proptest::collection::vec(proptest::option::of(any_date()), 6);
    let model = proptest::sample::select(vec!["On Demand", "Reservation", "SavingsPlan", "Spot", ""]);
    let currency = proptest::sample::select(vec!["EUR", "USD", "=SEK", "'"]);
    (texts, numbers, dates, any::<Option<bool>>(), model, currency).prop_map(
        |(texts, numbers, dates, flag, model, currency)| {
            let (mut texts, mut numbers, mut dates) =
                (texts.into_iter().cycle(), numbers.into_iter().cycle(), dates.into_iter().cycle());
            let mut record = UsageRecord::default();
            macro_rules! text {
                ($($field:ident),+) => { $(record.$field = texts.next().unwrap().into();)+ };
            }
            macro_rules! number {
                ($($field:ident),+) => { $(record.$field = numbers.next().unwrap();)+ };
            }
            macro_rules! date {
                ($($field:ident),+) => { $(record.$field = dates.next().unwrap();)+ };
            }
            with_fields!(text, number, date);
            record.is_azure_credit_eligible = flag;
            record.pricing_model = model.into();
            record.billing_currency = currency.into();
            record
        },
    )
}
