//! Transactions of an invoice (contract §6).
use super::{DecodeError, Fields, Json};
use crate::billing::{CustomerName, InvoiceName, Money, ProfileName, SectionName, Transaction};

/// `Microsoft.Billing/billingAccounts/billingProfiles/transactions`.
pub(crate) fn transaction(json: &Json<'_>) -> Result<Transaction, DecodeError> {
    let name = json.resource_name()?;
    properties(json.inside("properties")?, name).map_err(|error| error.under("properties"))
}

fn properties(json: &Json<'_>, name: String) -> Result<Transaction, DecodeError> {
    let it = Fields::of(json);
    // The contract gives this one field no type.
    let profile_display_name = it.field("billingProfileDisplayName").and_then(Json::as_text).unwrap_or_default();
    let invoice = it.filled("invoice").filter(|word| !word.eq_ignore_ascii_case("pending"));
    it.end(Transaction {
        name,
        date: it.day("date"),
        service_start: it.day("servicePeriodStartDate"),
        service_end: it.day("servicePeriodEndDate"),
        invoice: invoice.map(InvoiceName::new),
        transaction_type: it.text("transactionType").unwrap_or_default(),
        kind: it.filled("kind"),
        credit_type: it.filled("creditType"),
        reason_code: it.filled("reasonCode"),
        is_third_party: it.flag("isThirdParty"),
        profile: it.name_in("billingProfileId").map(ProfileName::from),
        profile_display_name: Some(profile_display_name.to_owned()).filter(|name| !name.is_empty()),
        section: it.name_in("invoiceSectionId").map(SectionName::from),
        section_display_name: it.filled("invoiceSectionDisplayName"),
        customer: it.name_in("customerId").map(CustomerName::from),
        customer_display_name: it.filled("customerDisplayName"),
        product_family: it.filled("productFamily"),
        product_description: it.filled("productDescription"),
        product_type: it.filled("productType"),
        product_type_id: it.filled("productTypeId"),
        part_number: it.filled("partNumber"),
        azure_plan: it.filled("azurePlan"),
        quantity: it.number("quantity"),
        unit_of_measure: it.filled("unitOfMeasure"),
        units: it.number("units"),
        unit_type: it.filled("unitType"),
        market_price: price(&it, "marketPrice"),
        discount: it.number("discount"),
        effective_price: price(&it, "effectivePrice"),
        pricing_currency: it.filled("pricingCurrency"),
        exchange_rate: it.number("exchangeRate"),
        amount: it.money("transactionAmount"),
        sub_total: it.money("subTotal"),
        credit: it.money("azureCreditApplied"),
        tax: it.money("tax"),
        commitment_decremented: price(&it, "consumptionCommitmentDecremented"),
        special_taxation_type: it.filled("specialTaxationType"),
    })
}

/// An amount that need not be in the billing currency: without a currency it is none, since nobody could tell what it is.
fn price(it: &Fields<'_, '_>, name: &str) -> Option<Money> {
    let currency = it.field(name)?.find("currency").and_then(Json::as_text).unwrap_or_default();
    if currency.is_empty() { None } else { it.money(name) }
}
