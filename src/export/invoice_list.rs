//! The list of invoices as CSV: the columns, rows and order of the screen, with numbers and days that a program can read.
use super::{CellMode, CsvWriter, ExportError};
use crate::billing::{Currency, DocumentKind, Invoice, InvoiceStatus, InvoiceType, Money};
use chrono::NaiveDate;

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
    fn is_amount(self) -> bool {
        use InvoiceColumn::*;
        matches!(self, Billed | Credit | SubTotal | Tax | Total | AmountDue)
    }
}

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

/// The file, header first. Days are ISO 8601, amounts plain digits; the billing currency has a column of its own right after
/// the last amount, when there is any. What is not told is an empty cell.
///
/// # Errors
/// [`ExportError::CurrenciesDiffer`] for an invoice whose amounts are not all in one currency.
pub fn invoice_list(
    columns: &[(InvoiceColumn, &str)],
    words: &InvoiceListWords<'_>,
    rows: &[&Invoice],
    mode: CellMode,
) -> Result<Vec<u8>, ExportError> {
    let last_amount = columns.iter().rposition(|(column, _)| column.is_amount());
    let mut out = Vec::new();
    let mut writer = CsvWriter::new(&mut out, mode);
    for (at, (_, header)) in columns.iter().enumerate() {
        writer.text(header);
        if Some(at) == last_amount {
            writer.text(words.currency);
        }
    }
    writer.end_row();
    for invoice in rows {
        let mut currency = None;
        for (at, (column, _)) in columns.iter().enumerate() {
            match value(invoice, *column, words) {
                Value::Text(text) => writer.text(&text),
                Value::Date(date) => writer.date_iso(date),
                Value::Amount(amount) => {
                    writer.number(amount.map(|money| money.amount()));
                    currency = one_currency(currency, amount, invoice)?;
                }
            }
            if Some(at) == last_amount {
                writer.text(currency.as_ref().map_or("", Currency::code));
            }
        }
        writer.end_row();
    }
    Ok(out)
}

fn one_currency(
    so_far: Option<Currency>,
    amount: Option<Money>,
    invoice: &Invoice,
) -> Result<Option<Currency>, ExportError> {
    let this = amount.map(|money| money.currency());
    match (so_far, this) {
        (Some(one), Some(other)) if one != other => {
            Err(ExportError::CurrenciesDiffer { invoice: invoice.name.as_str().to_owned() })
        }
        _ => Ok(so_far.or(this)),
    }
}

enum Value {
    Text(String),
    Date(Option<NaiveDate>),
    Amount(Option<Money>),
}

fn value(invoice: &Invoice, column: InvoiceColumn, words: &InvoiceListWords<'_>) -> Value {
    let told = |text: &Option<String>| Value::Text(text.clone().unwrap_or_default());
    match column {
        InvoiceColumn::Number => Value::Text(invoice.name.as_str().to_owned()),
        InvoiceColumn::InvoiceDate => Value::Date(invoice.invoice_date),
        InvoiceColumn::DueDate => Value::Date(invoice.due_date),
        InvoiceColumn::PeriodStart => Value::Date(invoice.period.map(|of| of.start)),
        InvoiceColumn::PeriodEnd => Value::Date(invoice.period.map(|of| of.end)),
        InvoiceColumn::Status => Value::Text((words.status)(&invoice.status)),
        InvoiceColumn::Kind => Value::Text((words.kind)(&invoice.kind)),
        InvoiceColumn::Profile => told(&invoice.profile_display_name),
        InvoiceColumn::Type => Value::Text(invoice.invoice_type.as_ref().map(words.invoice_type).unwrap_or_default()),
        InvoiceColumn::Subscription => told(&invoice.subscription_display_name),
        InvoiceColumn::PoNumber => told(&invoice.po_number),
        InvoiceColumn::Billed => Value::Amount(invoice.billed),
        InvoiceColumn::Credit => Value::Amount(invoice.credit),
        InvoiceColumn::SubTotal => Value::Amount(invoice.sub_total),
        InvoiceColumn::Tax => Value::Amount(invoice.tax),
        InvoiceColumn::Total => Value::Amount(invoice.total),
        InvoiceColumn::AmountDue => Value::Amount(invoice.amount_due),
    }
}
