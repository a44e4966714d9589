//! Transactions of an invoice (contract §6).
use super::{Amount, DecodeError, Resource, day, decimal, filled, money, name_in, wire};
use crate::arm::Number;
use crate::billing::{InvoiceName, Transaction};

/// `Microsoft.Billing/billingAccounts/billingProfiles/transactions`.
pub(crate) type WireTransaction = Resource<TransactionProperties>;

wire! {
    /// What a transaction says.
    TransactionProperties {
        /// When.
        date: String,
        /// Invoice name, or `pending`.
        invoice: String,
        /// Invoice id.
        invoice_id: String,
        /// `Purchase`, `Usage Charge` …
        transaction_type: String,
        /// Profile.
        billing_profile_id: String,
        /// Section.
        invoice_section_id: String,
        /// That section's display name.
        invoice_section_display_name: String,
        /// Customer (MPA).
        customer_id: String,
        /// That customer's display name.
        customer_display_name: String,
        /// `Compute` …
        product_family: String,
        /// `Azure plan` …
        product_type: String,
        /// What was bought.
        product_description: String,
        /// How many.
        quantity: Number,
        /// Of what.
        unit_of_measure: String,
        /// Currency of the invoice.
        billing_currency: String,
        /// The charge.
        transaction_amount: Amount,
        /// Charge less credit.
        sub_total: Amount,
        /// Tax.
        tax: Amount,
        /// Credit.
        azure_credit_applied: Amount,
    }
}

impl WireTransaction {
    /// The transaction.
    pub fn into_billing(self) -> Result<Transaction, DecodeError> {
        let name = self.require_name()?;
        self.properties.unwrap_or_default().into_billing(name).map_err(|error| error.under("properties"))
    }
}

impl TransactionProperties {
    fn into_billing(self, name: String) -> Result<Transaction, DecodeError> {
        let it = self;
        let invoice = filled(it.invoice).filter(|word| !word.eq_ignore_ascii_case("pending"));
        Ok(Transaction {
            name,
            date: day(it.date.as_deref(), "date")?,
            invoice: invoice.map(InvoiceName::new),
            transaction_type: it.transaction_type.unwrap_or_default(),
            section: name_in(it.invoice_section_id.as_deref()),
            section_display_name: filled(it.invoice_section_display_name),
            customer_display_name: filled(it.customer_display_name),
            product_family: filled(it.product_family),
            product_description: filled(it.product_description),
            product_type: filled(it.product_type),
            quantity: decimal(it.quantity, "quantity")?,
            unit_of_measure: filled(it.unit_of_measure),
            amount: money(it.transaction_amount, "transactionAmount")?,
            sub_total: money(it.sub_total, "subTotal")?,
            credit: money(it.azure_credit_applied, "azureCreditApplied")?,
            tax: money(it.tax, "tax")?,
        })
    }
}
