//! Columns of the Account Center's sections, of version 2 and of version 1 (usage-files §2, §3).
use crate::billing::UsageField as F;
use crate::billing::ValueKind::{self, Day, Json, Number, Text};

/// The sections of an Account Center file, by the columns they have; titles are in the person's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// One row per order and service.
    ProvisioningStatus,
    /// One row per meter and period, with its charge.
    Statement,
    /// One row per day, meter and resource.
    DailyUsage,
}

/// A column of a section: its name in version 2 and in version 1, empty where it has none.
struct Column {
    names: [&'static str; 2],
    kind: ValueKind,
    field: Option<F>,
}

const fn column(v2: &'static str, v1: &'static str, kind: ValueKind, field: Option<F>) -> Column {
    Column { names: [v2, v1], kind, field }
}

static PROVISIONING: [&str; 10] = [
    "Subscription ID",
    "Subscription Name",
    "Order Id",
    "Description",
    "Billing Date(Anniversary Date)",
    "Offer Name",
    "Service Name",
    "Subs Status",
    "Subs Extra Status",
    "Provisioning Status",
];

#[rustfmt::skip]
static STATEMENT: [Column; 16] = [
    column("Billing Period", "Billing Period", Text, None),
    column("Meter Category", "Name", Text, Some(F::MeterCategory)),
    column("Meter Sub-category", "Type", Text, Some(F::MeterSubCategory)),
    column("Meter Name", "Resource", Text, Some(F::MeterName)),
    column("Meter Region", "Region", Text, Some(F::MeterRegion)),
    column("SKU", "SKU", Text, None),
    column("Unit", "Unit", Text, Some(F::UnitOfMeasure)),
    column("Consumed Quantity", "Consumed", Number, Some(F::Quantity)),
    column("Included Quantity", "Included", Number, None),
    column("Within Commitment", "Within Commitment", Number, None),
    column("Overage Quantity", "Billable", Number, None),
    column("Currency", "Currency", Text, Some(F::BillingCurrency)),
    column("Overage", "Overage", Number, None),
    column("Commitment Rate", "Commitment Rate", Number, None),
    column("Rate", "Rate", Number, Some(F::EffectivePrice)),
    column("Value", "Value", Number, Some(F::CostInBillingCurrency)),
];

#[rustfmt::skip]
static DAILY: [Column; 17] = [
    column("Usage Date", "Usage Date", Day, Some(F::Date)),
    column("Meter Category", "Name", Text, Some(F::MeterCategory)),
    column("Meter Id", "ResourceGuid", Text, Some(F::MeterId)),
    column("Meter Sub-category", "Type", Text, Some(F::MeterSubCategory)),
    column("Meter Name", "Resource", Text, Some(F::MeterName)),
    column("Meter Region", "Region", Text, Some(F::MeterRegion)),
    column("Unit", "Unit", Text, Some(F::UnitOfMeasure)),
    column("Consumed Quantity", "Consumed", Number, Some(F::Quantity)),
    column("Resource Location", "Sub Region", Text, Some(F::ResourceLocation)),
    column("Consumed Service", "Service", Text, Some(F::ConsumedService)),
    column("Resource Group", "", Text, Some(F::ResourceGroupName)),
    column("Instance Id", "", Text, Some(F::ResourceId)),
    column("Tags", "", Json, Some(F::Tags)),
    column("Additional Info", "Additional Info", Json, Some(F::AdditionalInfo)),
    column("Service Info 1", "Service Info 1", Text, Some(F::ServiceInfo1)),
    column("Service Info 2", "Service Info 2", Text, Some(F::ServiceInfo2)),
    column("", "Component", Text, None),
];

impl Section {
    /// The section that a header is of; none when it is another.
    pub(super) fn of(header: &[&str]) -> Option<Section> {
        let has = |name: &str| header.iter().any(|cell| cell.eq_ignore_ascii_case(name));
        match () {
            () if has("Usage Date") => Some(Section::DailyUsage),
            () if has("Billing Period") => Some(Section::Statement),
            () if PROVISIONING.iter().filter(|name| has(name)).count() > 4 => Some(Section::ProvisioningStatus),
            () => None,
        }
    }

    /// What the values of a column are, and its field; none for an unknown name.
    pub(super) fn column(self, name: &str) -> Option<(ValueKind, Option<F>)> {
        let columns: &[Column] = match self {
            Section::ProvisioningStatus => {
                return PROVISIONING.iter().any(|known| known.eq_ignore_ascii_case(name)).then_some((Text, None));
            }
            Section::Statement => &STATEMENT,
            Section::DailyUsage => &DAILY,
        };
        let is_it = |column: &&Column| column.names.iter().any(|known| known.eq_ignore_ascii_case(name));
        columns.iter().find(is_it).map(|column| (column.kind, column.field))
    }

    /// The version that a header of the statement or of the daily usage tells; the first section is alike in both.
    pub(super) fn version(self, header: &[&str]) -> Option<&'static str> {
        let has = |name: &str| header.iter().any(|cell| cell.eq_ignore_ascii_case(name));
        match self {
            Section::ProvisioningStatus => None,
            _ if has("Meter Category") => Some("2"),
            _ if has("Name") => Some("1"),
            _ => None,
        }
    }
}
