//! The usage file of pay-as-you-go subscriptions (MOSP), version 2019-11-01, the only one there is: 24 columns, usage only,
//! no purchases and no refunds (usage-files §4). Days are ISO 8601; costs are not rounded. No byte order mark: files with
//! and without one occur.
use super::verifier::Shape;
use super::{CellMode, CsvWriter, Verifier};
use crate::billing::PayAsYouGoRecord;

/// Some real headers say `MeterSubcategory`; the documented spelling is followed.
static COLUMNS: [&str; 24] = [
    "SubscriptionGuid",
    "ResourceGroup",
    "ResourceLocation",
    "UsageDateTime",
    "MeterCategory",
    "MeterSubCategory",
    "MeterId",
    "MeterName",
    "MeterRegion",
    "UsageQuantity",
    "ResourceRate",
    "PreTaxCost",
    "ConsumedService",
    "ResourceType",
    "InstanceId",
    "Tags",
    "OfferId",
    "AdditionalInfo",
    "ServiceInfo1",
    "ServiceInfo2",
    "ServiceName",
    "ServiceTier",
    "Currency",
    "UnitOfMeasure",
];

const QUANTITY: usize = 9;
const CURRENCY: usize = 22;
const PRE_TAX_COST: usize = 11;
const DATE: usize = 3;

/// The columns' names in the file's order, each with whether it is text, and so under the rules of [`CellMode`].
pub fn columns() -> impl Iterator<Item = (&'static str, bool)> {
    COLUMNS.iter().enumerate().map(|(at, name)| (*name, at != DATE && !(QUANTITY..=PRE_TAX_COST).contains(&at)))
}

/// Adds the header line.
pub fn header(out: &mut Vec<u8>) {
    let mut writer = CsvWriter::new(out, CellMode::Exact);
    for name in COLUMNS {
        writer.text(name);
    }
    writer.end_row();
}

/// Adds the line of one record: numbers with the digits of their source.
pub fn row(record: &PayAsYouGoRecord<'_>, mode: CellMode, out: &mut Vec<u8>) {
    let mut writer = CsvWriter::new(out, mode);
    for text in [&record.subscription_id, &record.resource_group, &record.resource_location] {
        writer.text(text);
    }
    writer.date_iso(record.date);
    let meter = [&record.meter_category, &record.meter_sub_category, &record.meter_id, &record.meter_name];
    for text in meter {
        writer.text(text);
    }
    writer.text(&record.meter_region);
    for number in [record.quantity, record.resource_rate, record.pre_tax_cost] {
        writer.number(number);
    }
    let rest = [
        &record.consumed_service,
        &record.resource_type,
        &record.instance_id,
        &record.tags,
        &record.offer_id,
        &record.additional_info,
        &record.service_info1,
        &record.service_info2,
        &record.service_name,
        &record.service_tier,
        &record.currency,
        &record.unit_of_measure,
    ];
    for text in rest {
        writer.text(text);
    }
    writer.end_row();
}

/// Reads a file of this mode back as it is made, part by part. What is written is counted with
/// [`Tally::count`](super::Tally::count), by currency and pre-tax cost.
pub fn verifier(mode: CellMode) -> Verifier {
    Verifier::new(&SHAPE, mode)
}

static SHAPE: Shape = Shape {
    cells: COLUMNS.len(),
    is_header: |cells| cells.iter().eq(COLUMNS.iter().map(|name| name.as_bytes())),
    currency: CURRENCY,
    cost: PRE_TAX_COST,
};
