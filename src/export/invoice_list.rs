//! The list of invoices as a table: the columns, rows and order of the screen, with numbers and days that a program can
//! read (usage-files §6).
use super::{ExportError, Field, FieldKind, Table, TableMaker};
use crate::billing::{DocumentKind, Invoice, InvoiceStatus, InvoiceType};

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InvoiceColumn {
    /// Invoice number.
    Number,
    /// Day it was made.
    InvoiceDate,
    /// Day it is to be paid by.
    DueDate,
    /// First day it is for.
    PeriodStart,
    /// Last day it is for.
    PeriodEnd,
    /// Status, in the caller's word.
    Status,
    /// Kind of document, in the caller's word.
    Kind,
    /// Display name of the profile it was made for.
    Profile,
    /// What it is for on a pay-as-you-go account, in the caller's word.
    Type,
    /// Display name of the subscription it was made for.
    Subscription,
    /// Order number.
    PoNumber,
    /// Sum of the charges.
    Billed,
    /// Azure credit taken off.
    Credit,
    /// Charges less credits.
    SubTotal,
    /// Tax.
    Tax,
    /// Total.
    Total,
    /// What is still to be paid.
    AmountDue,
}

impl InvoiceColumn {
    /// Its name in addresses, and what its values are.
    fn described(self) -> (&'static str, FieldKind) {
        match self {
            InvoiceColumn::Number => ("number", FieldKind::Text),
            InvoiceColumn::InvoiceDate => ("date", FieldKind::Day),
            InvoiceColumn::DueDate => ("due", FieldKind::Day),
            InvoiceColumn::PeriodStart => ("start", FieldKind::Day),
            InvoiceColumn::PeriodEnd => ("end", FieldKind::Day),
            InvoiceColumn::Status => ("status", FieldKind::Text),
            InvoiceColumn::Kind => ("kind", FieldKind::Text),
            InvoiceColumn::Profile => ("profile", FieldKind::Text),
            InvoiceColumn::Type => ("type", FieldKind::Text),
            InvoiceColumn::Subscription => ("subscription", FieldKind::Text),
            InvoiceColumn::PoNumber => ("po", FieldKind::Text),
            InvoiceColumn::Billed => ("billed", FieldKind::Amount),
            InvoiceColumn::Credit => ("credit", FieldKind::Amount),
            InvoiceColumn::SubTotal => ("sub-total", FieldKind::Amount),
            InvoiceColumn::Tax => ("tax", FieldKind::Amount),
            InvoiceColumn::Total => (TOTAL, FieldKind::Amount),
            InvoiceColumn::AmountDue => ("amount-due", FieldKind::Amount),
        }
    }
}

/// What the file is added up by.
const TOTAL: &str = "total";

/// The words that the file takes from the language of the screen.
pub struct InvoiceListWords<'w> {
    /// Header of the currency column.
    pub currency: &'w str,
    /// What a status is called.
    pub status: &'w dyn Fn(&InvoiceStatus) -> String,
    /// What a kind of document is called.
    pub kind: &'w dyn Fn(&DocumentKind) -> String,
    /// What a type of invoice is called.
    pub invoice_type: &'w dyn Fn(&InvoiceType) -> String,
}

/// The list, a row per invoice. The billing currency has a column of its own right after the last amount, when there is
/// any. What is not told is an empty cell.
///
/// # Errors
/// [`ExportError::CurrenciesDiffer`] for an invoice whose amounts are not all in one currency.
pub fn invoice_list(
    title: String,
    columns: &[(InvoiceColumn, String)],
    words: &InvoiceListWords<'_>,
    rows: &[Invoice],
) -> Result<Table, ExportError> {
    let described = |(column, header): &(InvoiceColumn, String)| {
        let (id, kind) = column.described();
        (id.into(), header.clone(), kind)
    };
    let columns_of_table = columns.iter().map(described).collect();
    let mut maker = TableMaker::new(title, columns_of_table, words.currency).added_up_by(TOTAL);
    for invoice in rows {
        maker.row(invoice.name.as_str(), columns.iter().map(|(column, _)| value(invoice, *column, words)))?;
    }
    Ok(maker.table())
}

fn value(invoice: &Invoice, column: InvoiceColumn, words: &InvoiceListWords<'_>) -> Field {
    match column {
        InvoiceColumn::Number => Field::text(invoice.name.as_str()),
        InvoiceColumn::InvoiceDate => Field::day(invoice.invoice_date),
        InvoiceColumn::DueDate => Field::day(invoice.due_date),
        InvoiceColumn::PeriodStart => Field::day(invoice.period.map(|of| of.start)),
        InvoiceColumn::PeriodEnd => Field::day(invoice.period.map(|of| of.end)),
        InvoiceColumn::Status => Field::text((words.status)(&invoice.status)),
        InvoiceColumn::Kind => Field::text((words.kind)(&invoice.kind)),
        InvoiceColumn::Profile => Field::told(invoice.profile_display_name.as_deref()),
        InvoiceColumn::Type => Field::text(invoice.invoice_type.as_ref().map(words.invoice_type).unwrap_or_default()),
        InvoiceColumn::Subscription => Field::told(invoice.subscription_display_name.as_deref()),
        InvoiceColumn::PoNumber => Field::told(invoice.po_number.as_deref()),
        InvoiceColumn::Billed => Field::amount(invoice.billed),
        InvoiceColumn::Credit => Field::amount(invoice.credit),
        InvoiceColumn::SubTotal => Field::amount(invoice.sub_total),
        InvoiceColumn::Tax => Field::amount(invoice.tax),
        InvoiceColumn::Total => Field::amount(invoice.total),
        InvoiceColumn::AmountDue => Field::amount(invoice.amount_due),
    }
}
