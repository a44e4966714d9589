//! The cost-details file of a Microsoft Customer Agreement, version 2021-10-01: 65 columns (usage-files §5). Casing and
//! order are Microsoft's, mixed casing included. Costs are not rounded; there is no tax and no credit in this file.
use super::verifier::Shape;
use super::{CellMode, CsvWriter, Verifier};
use crate::billing::UsageRecord;
use Column::{Date, Flag, Number, Text};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Where a column comes from, and so what type it has.
enum Column {
    Text(for<'r> fn(&'r UsageRecord<'_>) -> &'r str),
    Number(fn(&UsageRecord<'_>) -> Option<Decimal>),
    Date(fn(&UsageRecord<'_>) -> Option<NaiveDate>),
    Flag(fn(&UsageRecord<'_>) -> Option<bool>),
}

/// Header and source of every column, in the file's order. For `PricingModel` the later of two published spellings is
/// followed.
static COLUMNS: [(&str, Column); 65] = [
    ("invoiceId", Text(|of| &of.invoice_id)),
    ("previousInvoiceId", Text(|of| &of.previous_invoice_id)),
    ("billingAccountId", Text(|of| &of.billing_account_id)),
    ("billingAccountName", Text(|of| &of.billing_account_name)),
    ("billingProfileId", Text(|of| &of.billing_profile_id)),
    ("billingProfileName", Text(|of| &of.billing_profile_name)),
    ("invoiceSectionId", Text(|of| &of.invoice_section_id)),
    ("invoiceSectionName", Text(|of| &of.invoice_section_name)),
    ("resellerName", Text(|of| &of.reseller_name)),
    ("resellerMpnId", Text(|of| &of.reseller_mpn_id)),
    ("costCenter", Text(|of| &of.cost_center)),
    ("billingPeriodEndDate", Date(|of| of.billing_period_end_date)),
    ("billingPeriodStartDate", Date(|of| of.billing_period_start_date)),
    ("servicePeriodEndDate", Date(|of| of.service_period_end_date)),
    ("servicePeriodStartDate", Date(|of| of.service_period_start_date)),
    ("date", Date(|of| of.date)),
    ("serviceFamily", Text(|of| &of.service_family)),
    ("productOrderId", Text(|of| &of.product_order_id)),
    ("productOrderName", Text(|of| &of.product_order_name)),
    ("consumedService", Text(|of| &of.consumed_service)),
    ("meterId", Text(|of| &of.meter_id)),
    ("meterName", Text(|of| &of.meter_name)),
    ("meterCategory", Text(|of| &of.meter_category)),
    ("meterSubCategory", Text(|of| &of.meter_sub_category)),
    ("meterRegion", Text(|of| &of.meter_region)),
    ("ProductId", Text(|of| &of.product_id)),
    ("ProductName", Text(|of| &of.product_name)),
    ("SubscriptionId", Text(|of| &of.subscription_id)),
    ("subscriptionName", Text(|of| &of.subscription_name)),
    ("publisherType", Text(|of| &of.publisher_type)),
    ("publisherId", Text(|of| &of.publisher_id)),
    ("publisherName", Text(|of| &of.publisher_name)),
    ("resourceGroupName", Text(|of| &of.resource_group_name)),
    ("ResourceId", Text(|of| &of.resource_id)),
    ("resourceLocation", Text(|of| &of.resource_location)),
    ("location", Text(|of| &of.location)),
    ("effectivePrice", Number(|of| of.effective_price)),
    ("quantity", Number(|of| of.quantity)),
    ("unitOfMeasure", Text(|of| &of.unit_of_measure)),
    ("chargeType", Text(|of| &of.charge_type)),
    ("billingCurrency", Text(|of| &of.billing_currency)),
    ("pricingCurrency", Text(|of| &of.pricing_currency)),
    ("costInBillingCurrency", Number(|of| of.cost_in_billing_currency)),
    ("costInPricingCurrency", Number(|of| of.cost_in_pricing_currency)),
    ("costInUsd", Number(|of| of.cost_in_usd)),
    ("paygCostInBillingCurrency", Number(|of| of.payg_cost_in_billing_currency)),
    ("paygCostInUsd", Number(|of| of.payg_cost_in_usd)),
    ("exchangeRatePricingToBilling", Number(|of| of.exchange_rate_pricing_to_billing)),
    ("exchangeRateDate", Date(|of| of.exchange_rate_date)),
    ("isAzureCreditEligible", Flag(|of| of.is_azure_credit_eligible)),
    ("serviceInfo1", Text(|of| &of.service_info1)),
    ("serviceInfo2", Text(|of| &of.service_info2)),
    ("additionalInfo", Text(|of| &of.additional_info)),
    ("tags", Text(|of| &of.tags)),
    ("PayGPrice", Number(|of| of.payg_price)),
    ("frequency", Text(|of| &of.frequency)),
    ("term", Text(|of| &of.term)),
    ("reservationId", Text(|of| &of.reservation_id)),
    ("reservationName", Text(|of| &of.reservation_name)),
    ("PricingModel", Text(pricing_model)),
    ("unitPrice", Number(|of| of.unit_price)),
    ("costAllocationRuleName", Text(|of| &of.cost_allocation_rule_name)),
    ("benefitId", Text(|of| &of.benefit_id)),
    ("benefitName", Text(|of| &of.benefit_name)),
    ("provider", Text(|of| &of.provider)),
];

const BILLING_CURRENCY: usize = 40;
const COST_IN_BILLING_CURRENCY: usize = 42;

/// The documentation prints `On Demand`, the files say `OnDemand` (usage-files §5).
fn pricing_model<'r>(record: &'r UsageRecord<'_>) -> &'r str {
    match &*record.pricing_model {
        "On Demand" => "OnDemand",
        other => other,
    }
}

/// The columns' names in the file's order, each with whether it is text, and so under the rules of [`CellMode`].
pub fn columns() -> impl Iterator<Item = (&'static str, bool)> {
    COLUMNS.iter().map(|(name, column)| (*name, matches!(column, Text(_))))
}

/// Adds the header line.
pub fn header(out: &mut Vec<u8>) {
    let mut writer = CsvWriter::new(out, CellMode::Exact);
    for (name, _) in columns() {
        writer.text(name);
    }
    writer.end_row();
}

/// Adds the line of one record: dates as `MM/DD/YYYY`, `True` and `False`, numbers with the digits of their source.
pub fn row(record: &UsageRecord<'_>, mode: CellMode, out: &mut Vec<u8>) {
    let mut writer = CsvWriter::new(out, mode);
    for (_, column) in &COLUMNS {
        match column {
            Text(of) => writer.text(of(record)),
            Number(of) => writer.number(of(record)),
            Date(of) => writer.date_month_first(of(record)),
            Flag(of) => writer.flag(of(record)),
        }
    }
    writer.end_row();
}

/// Reads a file of this mode back as it is made, part by part.
pub fn verifier(mode: CellMode) -> Verifier {
    Verifier::new(&SHAPE, mode)
}

static SHAPE: Shape = Shape {
    cells: COLUMNS.len(),
    is_header: |cells| cells.iter().eq(columns().map(|(name, _)| name.as_bytes())),
    currency: BILLING_CURRENCY,
    cost: COST_IN_BILLING_CURRENCY,
};
