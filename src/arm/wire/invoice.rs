//! Invoices (contract §5).
use super::{DecodeError, Fields, Json};
use crate::billing::{
    AccountName, DocumentKind, FailedPayment, FailedPaymentReason, Invoice, InvoiceDocument, InvoiceName,
    InvoiceStatus, InvoiceType, Payment, PaymentFamily, Period, ProfileName, Rebill,
};

/// `Microsoft.Billing/billingAccounts/invoices`, of `account`.
pub(crate) fn invoice(json: &Json<'_>, account: &AccountName) -> Result<Invoice, DecodeError> {
    let name = InvoiceName::new(json.resource_name()?);
    properties(json.inside("properties")?, account, name).map_err(|error| error.under("properties"))
}

fn properties(json: &Json<'_>, account: &AccountName, name: InvoiceName) -> Result<Invoice, DecodeError> {
    let it = Fields::of(json);
    let start = it.day("invoicePeriodStartDate");
    let end = it.day("invoicePeriodEndDate");
    // Live answers spell it both ways.
    let sub_total = if it.field("subTotal").is_some() { "subTotal" } else { "subtotal" };
    it.end(Invoice {
        account: account.clone(),
        name,
        status: InvoiceStatus::from_wire(it.word("status")),
        kind: DocumentKind::from_wire(it.word("documentType")),
        invoice_type: it.filled("invoiceType").map(|word| InvoiceType::from_wire(&word)),
        invoice_date: it.day("invoiceDate"),
        due_date: it.day("dueDate"),
        period: start.zip(end).map(|(start, end)| Period { start, end }),
        profile: it.name_in("billingProfileId").map(ProfileName::from),
        profile_display_name: it.filled("billingProfileDisplayName"),
        subscription_id: it.name_in("subscriptionId").map(str::to_owned),
        subscription_display_name: it.filled("subscriptionDisplayName"),
        po_number: it.filled("purchaseOrderNumber"),
        billed: it.money("billedAmount"),
        credit: it.money("creditAmount"),
        prepayment: it.money("azurePrepaymentApplied"),
        free_credit: it.money("freeAzureCreditApplied"),
        sub_total: it.money(sub_total),
        tax: it.money("taxAmount"),
        total: it.money("totalAmount"),
        amount_due: it.money("amountDue"),
        payments: it.each("payments", &payment),
        failed_payments: it.each("failedPayments", &failed_payment),
        documents: it.each("documents", &document),
        rebill: it.keep(rebill(json)),
        billed_document: it.name_in("billedDocumentId").map(InvoiceName::from),
        credit_for: it.name_in("creditForDocumentId").map(InvoiceName::from),
    })
}

fn payment(json: &Json<'_>) -> Result<Payment, DecodeError> {
    let it = Fields::of(json);
    it.end(Payment {
        amount: it.money("amount"),
        date: it.day("date"),
        family: it.filled("paymentMethodFamily").map(|word| PaymentFamily::from_wire(&word)),
        method: it.filled("paymentMethodType"),
        payment_type: it.filled("paymentType"),
    })
}

fn failed_payment(json: &Json<'_>) -> Result<FailedPayment, DecodeError> {
    let it = Fields::of(json);
    let reason = it.filled("failedPaymentReason");
    it.end(FailedPayment { date: it.day("date"), reason: reason.map(|word| FailedPaymentReason::from_wire(&word)) })
}

fn document(json: &Json<'_>) -> Result<InvoiceDocument, DecodeError> {
    let it = Fields::of(json);
    it.end(InvoiceDocument {
        kind: DocumentKind::from_wire(it.word("kind")),
        name: it.filled("name"),
        numbers: it.texts("documentNumbers"),
        source: it.filled("source"),
    })
}

/// The rebill chain: one object in another, not a map. An object that names neither paper is none.
fn rebill(outer: &Json<'_>) -> Result<Option<Rebill>, DecodeError> {
    const NAME: &str = "rebillDetails";
    let Some(it) = outer.field(NAME)? else {
        return Ok(None);
    };
    let inside = |error: DecodeError| error.under(NAME);
    let invoice = it.name_in("invoiceDocumentId").map_err(inside)?.map(InvoiceName::from);
    let credit_note = it.name_in("creditNoteDocumentId").map_err(inside)?.map(InvoiceName::from);
    let next = rebill(it).map_err(inside)?.map(Box::new);
    let says = invoice.is_some() || credit_note.is_some() || next.is_some();
    Ok(says.then_some(Rebill { invoice, credit_note, next }))
}
