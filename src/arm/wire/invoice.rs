//! Invoices (contract §5).
use super::{Amount, DecodeError, Resource, day, filled, money, name_in, wire, word};
use crate::billing::{
    AccountName, DocumentKind, FailedPayment, FailedPaymentReason, Invoice, InvoiceDocument, InvoiceName,
    InvoiceStatus, InvoiceType, Payment, PaymentFamily, Period, Rebill,
};

/// `Microsoft.Billing/billingAccounts/invoices`.
pub(crate) type WireInvoice = Resource<InvoiceProperties>;

wire! {
    /// What an invoice says.
    InvoiceProperties {
        /// Open enum.
        status: String,
        /// Open enum.
        document_type: String,
        /// Open enum (MOSP).
        invoice_type: String,
        /// Whether it is for a whole month.
        is_monthly_invoice: bool,
        /// `SubtotalLevel`, `InvoiceLevel`.
        special_taxation_type: String,
        /// When it was made.
        invoice_date: String,
        /// When it is to be paid by.
        due_date: String,
        /// First day it is for.
        invoice_period_start_date: String,
        /// Last day it is for.
        invoice_period_end_date: String,
        /// Profile (MCA, MPA).
        billing_profile_id: String,
        /// That profile's display name.
        billing_profile_display_name: String,
        /// Subscription (MOSP).
        subscription_id: String,
        /// That subscription's display name.
        subscription_display_name: String,
        /// Order number; may be empty.
        purchase_order_number: String,
        /// Still to be paid.
        amount_due: Amount,
        /// Charges.
        billed_amount: Amount,
        /// Credits.
        credit_amount: Amount,
        /// Azure prepayment.
        azure_prepayment_applied: Amount,
        /// Free credit.
        free_azure_credit_applied: Amount,
        /// Charges less credits; live answers also spell it `subtotal`.
        #[serde(alias = "subtotal")]
        sub_total: Amount,
        /// Tax.
        tax_amount: Amount,
        /// Due when it was made.
        total_amount: Amount,
        /// Payments.
        payments: Vec<WirePayment>,
        /// Payments that failed.
        failed_payments: Vec<WireFailedPayment>,
        /// Papers.
        documents: Vec<WireDocument>,
        /// How it was replaced: one object, not a map.
        rebill_details: RebillDetails,
        /// On a void document.
        billed_document_id: String,
        /// On a credit note.
        credit_for_document_id: String,
    }
}

wire! {
    /// A payment.
    WirePayment {
        /// How much.
        amount: Amount,
        /// When.
        date: String,
        /// Open enum.
        payment_method_family: String,
        /// `visa` …
        payment_method_type: String,
        /// `credited`, `debited`, `Charged`.
        payment_type: String,
    }
}

wire! {
    /// A payment that failed.
    WireFailedPayment {
        /// When.
        date: String,
        /// Open enum.
        failed_payment_reason: String,
    }
}

wire! {
    /// A paper.
    WireDocument {
        /// Open enum.
        kind: String,
        /// Name to ask for it by.
        name: String,
        /// Numbers on it.
        document_numbers: Vec<String>,
        /// `DRS`, `ENF`.
        source: String,
    }
}

wire! {
    /// A link of the rebill chain.
    RebillDetails {
        /// The new invoice's id.
        invoice_document_id: String,
        /// The credit note's id.
        credit_note_document_id: String,
        /// The next link.
        rebill_details: Box<RebillDetails>,
    }
}

impl WireInvoice {
    /// The invoice of `account`.
    pub fn into_billing(self, account: &AccountName) -> Result<Invoice, DecodeError> {
        let name = self.require_name()?;
        let it = self.properties.unwrap_or_default();
        it.into_billing(account, InvoiceName::new(name)).map_err(|error| error.under("properties"))
    }
}

impl InvoiceProperties {
    fn into_billing(self, account: &AccountName, name: InvoiceName) -> Result<Invoice, DecodeError> {
        let it = self;
        let start = day(it.invoice_period_start_date.as_deref(), "invoicePeriodStartDate")?;
        let end = day(it.invoice_period_end_date.as_deref(), "invoicePeriodEndDate")?;
        Ok(Invoice {
            account: account.clone(),
            name,
            status: InvoiceStatus::from_wire(&word(it.status)),
            kind: DocumentKind::from_wire(&word(it.document_type)),
            invoice_type: filled(it.invoice_type).map(|word| InvoiceType::from_wire(&word)),
            invoice_date: day(it.invoice_date.as_deref(), "invoiceDate")?,
            due_date: day(it.due_date.as_deref(), "dueDate")?,
            period: start.zip(end).map(|(start, end)| Period { start, end }),
            profile: name_in(it.billing_profile_id.as_deref()),
            profile_display_name: filled(it.billing_profile_display_name),
            subscription_id: name_in::<Plain>(it.subscription_id.as_deref()).map(|plain| plain.0),
            subscription_display_name: filled(it.subscription_display_name),
            po_number: filled(it.purchase_order_number),
            billed: money(it.billed_amount, "billedAmount")?,
            credit: money(it.credit_amount, "creditAmount")?,
            prepayment: money(it.azure_prepayment_applied, "azurePrepaymentApplied")?,
            free_credit: money(it.free_azure_credit_applied, "freeAzureCreditApplied")?,
            sub_total: money(it.sub_total, "subTotal")?,
            tax: money(it.tax_amount, "taxAmount")?,
            total: money(it.total_amount, "totalAmount")?,
            amount_due: money(it.amount_due, "amountDue")?,
            payments: each(it.payments, "payments", WirePayment::into_billing)?,
            failed_payments: each(it.failed_payments, "failedPayments", WireFailedPayment::into_billing)?,
            documents: each(it.documents, "documents", |document| Ok(document.into_billing()))?,
            rebill: it.rebill_details.and_then(RebillDetails::into_billing),
            billed_document: name_in(it.billed_document_id.as_deref()),
            credit_for: name_in(it.credit_for_document_id.as_deref()),
        })
    }
}

/// A name without a type of its own.
struct Plain(String);

impl From<&str> for Plain {
    fn from(text: &str) -> Plain {
        Plain(text.to_owned())
    }
}

fn each<W, B>(
    list: Option<Vec<W>>,
    field: &str,
    convert: impl Fn(W) -> Result<B, DecodeError>,
) -> Result<Vec<B>, DecodeError> {
    let list = list.into_iter().flatten().enumerate();
    list.map(|(at, element)| convert(element).map_err(|error| error.under(&format!("{field}[{at}]")))).collect()
}

impl WirePayment {
    fn into_billing(self) -> Result<Payment, DecodeError> {
        Ok(Payment {
            amount: money(self.amount, "amount")?,
            date: day(self.date.as_deref(), "date")?,
            family: filled(self.payment_method_family).map(|word| PaymentFamily::from_wire(&word)),
            method: filled(self.payment_method_type),
            payment_type: filled(self.payment_type),
        })
    }
}

impl WireFailedPayment {
    fn into_billing(self) -> Result<FailedPayment, DecodeError> {
        let reason = filled(self.failed_payment_reason);
        Ok(FailedPayment {
            date: day(self.date.as_deref(), "date")?,
            reason: reason.map(|word| FailedPaymentReason::from_wire(&word)),
        })
    }
}

impl WireDocument {
    fn into_billing(self) -> InvoiceDocument {
        InvoiceDocument {
            kind: DocumentKind::from_wire(&word(self.kind)),
            name: filled(self.name),
            numbers: self.document_numbers.unwrap_or_default(),
            source: filled(self.source),
        }
    }
}

impl RebillDetails {
    /// The chain; an object that names neither paper is none.
    fn into_billing(self) -> Option<Rebill> {
        let invoice = name_in(self.invoice_document_id.as_deref());
        let credit_note = name_in(self.credit_note_document_id.as_deref());
        let next = self.rebill_details.and_then(|next| next.into_billing()).map(Box::new);
        let says = invoice.is_some() || credit_note.is_some() || next.is_some();
        says.then_some(Rebill { invoice, credit_note, next })
    }
}
