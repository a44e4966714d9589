//! The usage of pay-as-you-go subscriptions: the rows of the usage file, and what they come to on the statement.
use crate::priced::priced;
use crate::support::*;
use crate::tab::*;
use factuur::arm::UsageKind;
use factuur::billing::*;
use factuur::export::{CellMode, Target, UsageFile, UsagePlan, UsageSchema};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// The row of the pay-as-you-go file.
fn row_of(record: &UsageRecord<'_>) -> String {
    let plan = UsagePlan::whole(UsageSchema::PayAsYouGo20191101, Target::Csv, CellMode::Exact);
    let mut file = UsageFile::new(&plan).unwrap();
    file.page(|rows| rows.add(record)).unwrap();
    String::from_utf8(file.exporter().bytes().to_vec()).unwrap()
}

#[test]
fn usage_comes_in_pages_and_is_what_the_usage_file_has() {
    let sandbox = at(TODAY);
    let client = client(&sandbox, OWNER);
    for name in ["Azure-sub 01", "Laadruimteplanning", "Visual Studio Enterprise – Joost"] {
        let it = named(&client, MOSP, name);
        let period = it.cycle().unwrap().closed_on(day(TODAY)).last().unwrap().period;
        let terms = run(client.meter_terms(&it.id, period)).unwrap().terms;
        let usage = daily(&client, &it.id, period);
        assert!(usage.windows(2).all(|two| two[0].date <= two[1].date), "the oldest first");
        let (first, last) = (usage.first().unwrap().date, usage.last().unwrap().date);
        assert_eq!((first, last), (period.start, period.end), "of every day");
        let url = format!(
            "/subscriptions/{}/providers/Microsoft.Consumption/usageDetails?$top=37&startDate={}&endDate={}\
             &$expand=properties/meterDetails,properties/additionalInfo",
            it.id, period.start, period.end
        );
        let raw = all(&sandbox, &url, OWNER);
        let bytes = format!(r#"{{"value":{}}}"#, serde_json::Value::from(raw.clone()));
        let page = factuur::arm::UsagePage { bytes: bytes.into_bytes() };
        let records = page.records(UsageKind::Legacy).unwrap();
        assert_eq!(records.len(), usage.len(), "pages of another size have the same rows");
        let ids: BTreeSet<&str> = raw.iter().map(|row| row["name"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), raw.len(), "each row once");
        let offer = it.offer.as_ref().unwrap().as_str();
        for (record, usage) in records.iter().zip(&usage) {
            let price = terms.iter().find(|terms| terms.meter == usage.meter).unwrap().list_price;
            let mut priced = priced(usage, it.id.as_str(), offer, price);
            // What is not there is an empty cell in a row of the API, and an empty object in the Account Center's file.
            for field in [UsageField::Tags, UsageField::AdditionalInfo] {
                if priced.text(field) == "{}" {
                    priced.set(field, "");
                }
            }
            // A value of serde_json gives up zeros and digits of long numbers: compared as far as it keeps them.
            let cells = |line: String| line.split(',').take(9).map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(cells(row_of(record)), cells(row_of(&priced)));
        }
        let mut pages = client.subscription_usage_pages(&it.id, period).unwrap();
        let mut lines = 0;
        while let Some(page) = run(pages.next()).unwrap() {
            for (record, usage) in page.records(UsageKind::Legacy).unwrap().iter().zip(&usage[lines..]) {
                let of = terms.iter().find(|terms| terms.meter == usage.meter).unwrap();
                let rate = record.number(UsageField::EffectivePrice).unwrap();
                assert!(rate == of.list_price.amount() || rate.is_zero() && !of.included.is_zero(), "{of:?}: {rate}");
                assert_eq!(
                    record.number(UsageField::CostInBillingCurrency),
                    Some(usage.quantity * rate),
                    "exact to the last digit"
                );
                assert_eq!(record.text(UsageField::BillingCurrency), "EUR");
            }
            lines += page.records(UsageKind::Legacy).unwrap().len();
        }
        assert_eq!(lines, usage.len());
    }
}

#[test]
fn the_costs_of_the_usage_file_are_the_lines_of_the_statement() {
    let sandbox = at(TODAY);
    let client = client(&sandbox, OWNER);
    let (mut compared, mut split) = (0, 0);
    for it in subscriptions(&client, MOSP) {
        let closed: Vec<Period> = it.cycle().unwrap().closed_on(day(TODAY)).map(|one| one.period).collect();
        for period in closed.into_iter().rev().take(6) {
            let terms = run(client.meter_terms(&it.id, period)).unwrap().terms;
            let lines = statement_lines(period, &daily(&client, &it.id, period), &terms).unwrap();
            let mut costs: BTreeMap<String, (Decimal, BTreeSet<Decimal>)> = BTreeMap::new();
            let mut pages = client.subscription_usage_pages(&it.id, period).unwrap();
            while let Some(page) = run(pages.next()).unwrap() {
                for record in page.records(UsageKind::Legacy).unwrap() {
                    let of = costs.entry(record.daily().unwrap().meter.name).or_default();
                    of.0 += record.number(UsageField::CostInBillingCurrency).unwrap();
                    of.1.insert(record.number(UsageField::EffectivePrice).unwrap());
                }
            }
            for line in &lines {
                let (cost, rates) = &costs[&line.meter.name];
                let cost = Money::new(*cost, line.value.currency()).rounded();
                assert_eq!(cost, line.value, "{} {period:?} {}", it.display_name, line.meter.name);
                compared += 1;
                split += usize::from(rates.len() == 2);
            }
        }
    }
    assert!(compared > 100 && split > 0, "{compared} lines, {split} with included units");
}

#[test]
fn what_the_offer_gives_is_free_of_charge() {
    let client = client(&at(TODAY), OWNER);
    let it = named(&client, MOSP, "Azure-sub 01");
    let period = it.cycle().unwrap().closed_on(day(TODAY)).last().unwrap().period;
    let terms = run(client.meter_terms(&it.id, period)).unwrap();
    let lines = statement_lines(period, &daily(&client, &it.id, period), &terms.terms).unwrap();
    let out: Vec<_> = lines.iter().filter(|line| line.meter.category == "Bandwidth").collect();
    assert_eq!((out.len(), out[0].included), (1, Decimal::from(100)));
    assert_eq!(out[0].overage_quantity, out[0].consumed - Decimal::from(100));
    assert!(lines.iter().filter(|line| line.included.is_zero()).count() >= 6);
    let order = &terms.provisioning[0];
    assert_eq!(
        (order.anniversary_day, order.description.as_str(), order.status.as_str()),
        (5, "Pay-As-You-Go", "Enabled")
    );
    assert_eq!(order.order_id.len(), 36);
}

#[test]
fn usage_ends_with_yesterday_and_with_the_subscription() {
    let client = client(&at(TODAY), OWNER);
    let all = Period { start: day("2020-01-01"), end: day("2030-01-01") };
    let last = |name: &str| {
        let it = named(&client, MOSP, name);
        (daily(&client, &it.id, Period { start: day("2026-07-01"), ..all }).last().map(|usage| usage.date), it)
    };
    assert_eq!(last("Azure-sub 07").0, Some(day("2026-11-20")));
    let (day, it) = last("Azure-sub 08");
    assert_eq!(day, it.ended_on());
    let plan = named(&client, MOSP, "Ondersteuningsabonnement");
    assert!(daily(&client, &plan.id, all).is_empty());
}
