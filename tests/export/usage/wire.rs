//! From the page of the service to the cells of the file: what the page says is what every file says.
use super::round_trip::{expected, fields};
use crate::reader::read;
use crate::records::{any_date, any_number, hostile_text, kind_of};
use factuur::arm::{ArmError, UsageKind, UsagePage};
use factuur::billing::UsageField::{self, *};
use factuur::billing::{UsageRecord, ValueKind};
use factuur::export::{CellMode, ExportError, Target, UsageFile, UsagePlan, UsageSchema};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

/// What went wrong, in words.
#[derive(Debug)]
struct Failure(String);

impl From<ArmError> for Failure {
    fn from(error: ArmError) -> Failure {
        Failure(error.to_string())
    }
}

impl From<ExportError> for Failure {
    fn from(error: ExportError) -> Failure {
        Failure(error.to_string())
    }
}

/// The names on the wire that are not the field's own with a small letter (typed apart from the code).
fn wire_name(kind: UsageKind, field: UsageField) -> String {
    let name = match (kind, field) {
        (_, ResourceGroupName) => "resourceGroup",
        (UsageKind::Modern, SubscriptionId) => "subscriptionGuid",
        (UsageKind::Modern, ResourceId) => "instanceName",
        (UsageKind::Modern, ProductName) => "product",
        (UsageKind::Modern, ProductId) => "productIdentifier",
        (UsageKind::Modern, Location) => "resourceLocationNormalized",
        (UsageKind::Modern, BillingCurrency) => "billingCurrencyCode",
        (UsageKind::Modern, PricingCurrency) => "pricingCurrencyCode",
        (UsageKind::Modern, CostInUsd) => "costInUSD",
        (UsageKind::Modern, PaygCostInUsd) => "paygCostInUSD",
        (UsageKind::Modern, PaygPrice) => "payGPrice",
        (UsageKind::Legacy, CostInBillingCurrency) => "cost",
        (UsageKind::Legacy, MeterRegion) => "meterLocation",
        _ => {
            let name = format!("{field:?}");
            return name[..1].to_lowercase() + &name[1..];
        }
    };
    name.to_owned()
}

/// A value as it stands in a page.
#[derive(Debug, Clone)]
struct Source {
    json: String,
    /// The cell, to the letter; or, of a number that is written in another way, its value.
    means: Result<String, Decimal>,
}

fn source(json: impl Into<String>, means: impl Into<String>) -> Source {
    Source { json: json.into(), means: Ok(means.into()) }
}

fn any_source_text() -> impl Strategy<Value = Source> {
    let nothing = || Just(source("null", ""));
    let plain = || hostile_text().prop_map(|text| source(serde_json::to_string(&text).unwrap(), text));
    let escaped = hostile_text().prop_map(|text| {
        let json: String = text.encode_utf16().map(|unit| format!("\\u{unit:04X}")).collect();
        source(format!("\"{json}\""), text)
    });
    prop_oneof![plain(), plain(), escaped, nothing()]
}

fn any_source_number() -> impl Strategy<Value = Source> {
    let plain = || any_number().prop_map(|number| source(number.to_string(), number.to_string()));
    let exponent = (any::<i32>(), 0_u32..6, 0_u32..10, -12_i32..=8, any::<bool>()).prop_map(
        |(digits, places, zeros, exponent, is_large)| {
            let number = Decimal::new(digits.into(), places).to_string();
            let zeros = if number.contains('.') { "0".repeat(zeros as usize) } else { String::new() };
            let sign = ["", "+"][usize::from(is_large && exponent >= 0)];
            let json = format!("{number}{zeros}{}{sign}{exponent}", if is_large { 'E' } else { 'e' });
            let scale = places as i32 - exponent;
            let value = i128::from(digits) * 10_i128.pow((-scale).max(0) as u32);
            Source { json, means: Err(Decimal::from_i128_with_scale(value, scale.max(0) as u32)) }
        },
    );
    let zeros = (any::<i64>(), 29_usize..60)
        .prop_map(|(whole, zeros)| Source { json: format!("{whole}.{}", "0".repeat(zeros)), means: Err(whole.into()) });
    let edges = select(vec![
        "-0",
        "0",
        "0.0",
        "-0.000",
        "9999999999999999999999999999",
        "79228162514264337593543950335",
        "0.0000000000000000000000000001",
        "-7.9228162514264337593543950335",
        "1.0000000000000000000000000000",
    ]);
    let tiny = Just(Source { json: "1E-7".to_owned(), means: Ok("0.0000001".to_owned()) });
    prop_oneof![
        plain(),
        plain(),
        exponent,
        zeros,
        edges.prop_map(|text| source(text, text)),
        tiny,
        Just(source("null", "")),
    ]
}

fn any_source_day() -> impl Strategy<Value = Source> {
    let behind = select(vec!["", "T00:00:00Z", "T00:00:00.0000000Z", "T23:59:59Z", "T12:00:00+00:00", "T00:00:00"]);
    let set = (any_date(), behind).prop_map(|(day, behind)| {
        let means = if day.to_string() == "0001-01-01" { String::new() } else { day.to_string() };
        source(format!("\"{day}{behind}\""), means)
    });
    prop_oneof![4 => set, 1 => select(vec!["null", "\"\"", "\"0001-01-01T00:00:00Z\""]).prop_map(|json| source(json, ""))]
}

fn any_source_tags() -> impl Strategy<Value = Source> {
    select(vec![
        ("null", ""),
        ("{}", ""),
        ("{ }", ""),
        (
            r#"{"env":"a, b","formule":"=1+1","\u4eba":"\"\\ x"}"#,
            r#"{"env":"a, b","formule":"=1+1","\u4eba":"\"\\ x"}"#,
        ),
        ("{ \"a b\" :\n\t\"c  d\" ,\"e\": \"\" }", r#"{"a b":"c  d","e":""}"#),
    ])
    .prop_map(|(json, means)| source(json, means))
}

/// A row: each field's source, and the order in which its fields stand.
fn any_row() -> impl Strategy<Value = Vec<(UsageField, Source)>> {
    let count = UsageField::ALL.len();
    let info = prop_oneof![
        Just(source(r#""{\n  \"a\": 1.50,\r\n \"b\": \"x\\ny\"}""#, "{\n  \"a\": 1.50,\r\n \"b\": \"x\\ny\"}")),
        any_source_text()
    ];
    let flag =
        select(vec![("true", "true"), ("false", "false"), ("null", "")]).prop_map(|(json, means)| source(json, means));
    let values = (
        vec(any_source_text(), count),
        vec(any_source_number(), 11),
        vec(any_source_day(), 6),
        any_source_tags(),
        info,
        flag,
    );
    (values, Just(UsageField::ALL.to_vec()).prop_shuffle(), select(vec![0_usize, 0, 20])).prop_map(
        |(values, order, untold)| {
            let (texts, numbers, days, tags, info, flag) = values;
            let (mut texts, mut numbers, mut days) = (texts.into_iter(), numbers.into_iter(), days.into_iter());
            let mut of = |field: UsageField| match kind_of(field) {
                ValueKind::Number => numbers.next().unwrap(),
                ValueKind::Day => days.next().unwrap(),
                ValueKind::Flag => flag.clone(),
                ValueKind::Json if field == Tags => tags.clone(),
                ValueKind::Json => info.clone(),
                ValueKind::Text => texts.next().unwrap(),
            };
            // Some of the fields are not told at all.
            order.into_iter().skip(untold).map(|field| (field, of(field))).collect()
        },
    )
}

fn json_of(kind: UsageKind, row: &[(UsageField, Source)]) -> String {
    let is_of_meter = |field: UsageField| {
        let of = [MeterCategory, MeterSubCategory, MeterName, MeterRegion, ServiceName, ServiceTier, UnitOfMeasure];
        kind == UsageKind::Legacy && of.contains(&field)
    };
    let named = |(field, source): &(UsageField, Source)| format!("\"{}\" : {}", wire_name(kind, *field), source.json);
    let told = row.iter().filter(|(field, _)| !matches!(field, Tags | ResourceType));
    let (meter, plain): (Vec<_>, Vec<_>) = told.partition(|(field, _)| is_of_meter(*field));
    let mut properties: Vec<String> = plain.into_iter().map(named).collect();
    let meter: Vec<String> = meter.into_iter().map(named).collect();
    properties.insert(
        properties.len() / 2,
        format!("\"meterDetails\":{{\"other\":[],{}}}", meter.join(",")).replace("],}", "]}"),
    );
    properties.push(r#""unknown":{"quantity":7,"deep":[{"cost":1}]}"#.to_owned());
    let tags = row.iter().find(|(field, _)| *field == Tags).map_or("null", |(_, source)| &source.json);
    let name = if kind == UsageKind::Modern { "modern" } else { "Legacy" };
    format!("{{\"properties\": {{{}}},\n\"tags\":{tags}, \"kind\":\"{name}\"}}", properties.join(", "))
}

/// What the file must say of a pay-as-you-go row that leaves something to be found.
fn complete(record: &mut UsageRecord<'static>) {
    record.set(ResourceType, factuur::billing::resource_type(record.text(ResourceId)));
    if record.text(ServiceName).is_empty() {
        record.set(ServiceName, record.text(MeterCategory).to_owned());
    }
}

fn check(rows: &[Vec<(UsageField, Source)>], schema: UsageSchema) {
    let kind = if schema == UsageSchema::PayAsYouGo20191101 { UsageKind::Legacy } else { UsageKind::Modern };
    let rows: Vec<Vec<(UsageField, Source)>> = match kind {
        UsageKind::Modern | UsageKind::Own => rows.to_vec(),
        // A price that is not told is taken from another column: here it is told, or neither is.
        UsageKind::Legacy => {
            let is_told = |row: &[(UsageField, Source)]| {
                row.iter().any(|(field, it)| *field == EffectivePrice && it.json != "null")
            };
            rows.iter()
                .map(|row| row.iter().filter(|(field, _)| *field != UnitPrice || is_told(row)).cloned().collect())
                .collect()
        }
    };
    let json: Vec<String> = rows.iter().map(|row| json_of(kind, row)).collect();
    let page = UsagePage { bytes: format!("{{\"value\":[{}],\"nextLink\":null}}", json.join(" ,")).into_bytes() };
    let fields = fields(schema);
    for target in Target::ALL {
        let mut file = UsageFile::new(&UsagePlan::whole(schema, target, CellMode::Safe)).unwrap();
        let mut bytes = file.exporter().bytes().to_vec();
        let added = file.page(|out| page.each(kind, &mut |record| Ok::<(), Failure>(out.add(record)?)).map(drop));
        added.unwrap_or_else(|error| panic!("{schema:?} {target:?}: {}", error.0));
        bytes.extend_from_slice(file.exporter().bytes());
        file.finish().unwrap();
        bytes.extend_from_slice(file.exporter().bytes());
        let found = read(&bytes, schema, target, CellMode::Safe, &fields);
        assert_eq!(found.rows.len(), rows.len());
        for (found, row) in found.rows.iter().zip(&rows) {
            let mut record = UsageRecord::default();
            for (field, source) in row {
                record.set(*field, source.means.clone().unwrap_or_else(|number| number.to_string()));
            }
            if kind == UsageKind::Legacy {
                complete(&mut record);
            }
            for (cell, field) in found.iter().zip(&fields) {
                let means = row.iter().find(|(told, _)| told == field).map(|(_, source)| &source.means);
                match means {
                    Some(Err(number)) => {
                        assert_eq!(Decimal::from_str_exact(cell).unwrap(), *number, "{field:?} {cell}")
                    }
                    _ => assert_eq!(*cell, expected(&record, *field, target), "{schema:?} {target:?} {field:?}"),
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_cell_is_what_stands_in_the_page(rows in vec(any_row(), 1..4)) {
        for schema in UsageSchema::ALL {
            check(&rows, schema);
        }
    }
}
