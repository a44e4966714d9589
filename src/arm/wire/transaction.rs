//! Transactions of an invoice (contract §6).
use super::{DecodeError, Fields, Json};
use crate::billing::{InvoiceName, SectionName, Transaction};

/// `Microsoft.Billing/billingAccounts/billingProfiles/transactions`.
pub(crate) fn transaction(json: &Json<'_>) -> Result<Transaction, DecodeError> {
    let name = json.resource_name()?;
    properties(json.inside("properties")?, name).map_err(|error| error.under("properties"))
}

fn properties(json: &Json<'_>, name: String) -> Result<Transaction, DecodeError> {
    let it = Fields::of(json);
    let invoice = it.filled("invoice").filter(|word| !word.eq_ignore_ascii_case("pending"));
    it.end(Transaction {
        name,
        date: it.day("date"),
        invoice: invoice.map(InvoiceName::new),
        transaction_type: it.text("transactionType").unwrap_or_default(),
        section: it.name_in("invoiceSectionId").map(SectionName::from),
        section_display_name: it.filled("invoiceSectionDisplayName"),
        customer_display_name: it.filled("customerDisplayName"),
        product_family: it.filled("productFamily"),
        product_description: it.filled("productDescription"),
        product_type: it.filled("productType"),
        quantity: it.number("quantity"),
        unit_of_measure: it.filled("unitOfMeasure"),
        amount: it.money("transactionAmount"),
        sub_total: it.money("subTotal"),
        credit: it.money("azureCreditApplied"),
        tax: it.money("tax"),
    })
}
