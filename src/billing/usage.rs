//! Usage records: one row of usage, purchase, refund or adjustment, as the usage file has it (usage-files §5).
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// A row of usage of an MCA or MPA account. Text is borrowed from the page it was read from where it can be; a text the
/// API left out is empty, as the usage file has it. Amounts keep every digit of their source.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UsageRecord<'a> {
    /// Invoice the charge is on; empty while it is not yet invoiced.
    pub invoice_id: Cow<'a, str>,
    /// On a refund: the invoice that is corrected.
    pub previous_invoice_id: Cow<'a, str>,
    /// Billing account id.
    pub billing_account_id: Cow<'a, str>,
    /// Billing account name.
    pub billing_account_name: Cow<'a, str>,
    /// Billing profile id.
    pub billing_profile_id: Cow<'a, str>,
    /// Billing profile name.
    pub billing_profile_name: Cow<'a, str>,
    /// Invoice section id.
    pub invoice_section_id: Cow<'a, str>,
    /// Invoice section name.
    pub invoice_section_name: Cow<'a, str>,
    /// Reseller name.
    pub reseller_name: Cow<'a, str>,
    /// Reseller mpn id.
    pub reseller_mpn_id: Cow<'a, str>,
    /// Cost center.
    pub cost_center: Cow<'a, str>,
    /// Billing period end date, UTC.
    pub billing_period_end_date: Option<NaiveDate>,
    /// Billing period start date, UTC.
    pub billing_period_start_date: Option<NaiveDate>,
    /// Service period end date, UTC.
    pub service_period_end_date: Option<NaiveDate>,
    /// Service period start date, UTC.
    pub service_period_start_date: Option<NaiveDate>,
    /// UTC day of the usage or purchase.
    pub date: Option<NaiveDate>,
    /// Service family.
    pub service_family: Cow<'a, str>,
    /// Product order id.
    pub product_order_id: Cow<'a, str>,
    /// Product order name.
    pub product_order_name: Cow<'a, str>,
    /// Consumed service.
    pub consumed_service: Cow<'a, str>,
    /// Meter id.
    pub meter_id: Cow<'a, str>,
    /// Meter name.
    pub meter_name: Cow<'a, str>,
    /// Meter category.
    pub meter_category: Cow<'a, str>,
    /// Meter sub category.
    pub meter_sub_category: Cow<'a, str>,
    /// Meter region.
    pub meter_region: Cow<'a, str>,
    /// Product id.
    pub product_id: Cow<'a, str>,
    /// Product name.
    pub product_name: Cow<'a, str>,
    /// Subscription id.
    pub subscription_id: Cow<'a, str>,
    /// Subscription name.
    pub subscription_name: Cow<'a, str>,
    /// Publisher type.
    pub publisher_type: Cow<'a, str>,
    /// Publisher id.
    pub publisher_id: Cow<'a, str>,
    /// Publisher name.
    pub publisher_name: Cow<'a, str>,
    /// Resource group name.
    pub resource_group_name: Cow<'a, str>,
    /// Resource id.
    pub resource_id: Cow<'a, str>,
    /// Resource location.
    pub resource_location: Cow<'a, str>,
    /// Location.
    pub location: Cow<'a, str>,
    /// Price paid per unit, in the pricing currency.
    pub effective_price: Option<Decimal>,
    /// Units of `unit_of_measure` on that day.
    pub quantity: Option<Decimal>,
    /// Unit of measure.
    pub unit_of_measure: Cow<'a, str>,
    /// `Usage`, `Purchase`, `Refund`, `RoundingAdjustment` …, as on the wire.
    pub charge_type: Cow<'a, str>,
    /// Billing currency.
    pub billing_currency: Cow<'a, str>,
    /// Pricing currency.
    pub pricing_currency: Cow<'a, str>,
    /// Cost in the billing currency, not rounded.
    pub cost_in_billing_currency: Option<Decimal>,
    /// Quantity times effective price, not rounded.
    pub cost_in_pricing_currency: Option<Decimal>,
    /// Cost in United States dollars.
    pub cost_in_usd: Option<Decimal>,
    /// Payg cost in billing currency.
    pub payg_cost_in_billing_currency: Option<Decimal>,
    /// Payg cost in usd.
    pub payg_cost_in_usd: Option<Decimal>,
    /// Multiplier from pricing to billing currency.
    pub exchange_rate_pricing_to_billing: Option<Decimal>,
    /// Exchange rate date, UTC.
    pub exchange_rate_date: Option<NaiveDate>,
    /// Is azure credit eligible.
    pub is_azure_credit_eligible: Option<bool>,
    /// Service info1.
    pub service_info1: Cow<'a, str>,
    /// Service info2.
    pub service_info2: Cow<'a, str>,
    /// JSON object of service details, as text.
    pub additional_info: Cow<'a, str>,
    /// JSON object of tags, as text; empty when there are none.
    pub tags: Cow<'a, str>,
    /// List price per unit, in the pricing currency.
    pub payg_price: Option<Decimal>,
    /// Frequency.
    pub frequency: Cow<'a, str>,
    /// Term.
    pub term: Cow<'a, str>,
    /// Reservation id.
    pub reservation_id: Cow<'a, str>,
    /// Reservation name.
    pub reservation_name: Cow<'a, str>,
    /// `On Demand`, `Reservation`, `SavingsPlan`, `Spot`, as on the wire.
    pub pricing_model: Cow<'a, str>,
    /// Contract price per unit before commitments.
    pub unit_price: Option<Decimal>,
    /// Cost allocation rule name.
    pub cost_allocation_rule_name: Cow<'a, str>,
    /// Benefit id.
    pub benefit_id: Cow<'a, str>,
    /// Benefit name.
    pub benefit_name: Cow<'a, str>,
    /// Provider.
    pub provider: Cow<'a, str>,
    /// Customer tenant id.
    pub customer_tenant_id: Cow<'a, str>,
    /// Customer name.
    pub customer_name: Cow<'a, str>,
    /// Partner tenant id.
    pub partner_tenant_id: Cow<'a, str>,
    /// Partner name.
    pub partner_name: Cow<'a, str>,
    /// Partner earned credit rate.
    pub partner_earned_credit_rate: Option<Decimal>,
    /// Partner earned credit applied.
    pub partner_earned_credit_applied: Cow<'a, str>,
}
