//! The transactions of an invoice as a table: what the API says of each line (contract §6).
use super::{ExportError, Field, FieldKind, Table, TableMaker};
use crate::billing::Transaction;

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TransactionColumn {
    /// UTC day.
    Date,
    /// Number of the invoice; empty while it is pending.
    Invoice,
    /// Display name of the invoice section.
    Section,
    /// Name of the invoice section in its id.
    SectionId,
    /// Display name of the customer (MPA).
    Customer,
    /// `Compute`, `Storage` …
    ProductFamily,
    /// `Azure plan` …
    ProductType,
    /// What was bought.
    Product,
    /// Kind of line, in the caller's word.
    Type,
    /// How many.
    Quantity,
    /// Of what.
    Unit,
    /// The charge.
    Amount,
    /// Azure credit taken off.
    Credit,
    /// Charge less credit.
    SubTotal,
    /// Tax, where it is kept per transaction.
    Tax,
}

impl TransactionColumn {
    /// Its name in addresses, and what its values are.
    fn described(self) -> (&'static str, FieldKind) {
        match self {
            TransactionColumn::Date => ("date", FieldKind::Day),
            TransactionColumn::Invoice => ("invoice", FieldKind::Text),
            TransactionColumn::Section => ("section", FieldKind::Text),
            TransactionColumn::SectionId => ("section-id", FieldKind::Text),
            TransactionColumn::Customer => ("customer", FieldKind::Text),
            TransactionColumn::ProductFamily => ("family", FieldKind::Text),
            TransactionColumn::ProductType => ("product-type", FieldKind::Text),
            TransactionColumn::Product => ("product", FieldKind::Text),
            TransactionColumn::Type => ("type", FieldKind::Text),
            TransactionColumn::Quantity => ("quantity", FieldKind::Number),
            TransactionColumn::Unit => ("unit", FieldKind::Text),
            TransactionColumn::Amount => (AMOUNT, FieldKind::Amount),
            TransactionColumn::Credit => ("credit", FieldKind::Amount),
            TransactionColumn::SubTotal => ("sub-total", FieldKind::Amount),
            TransactionColumn::Tax => ("tax", FieldKind::Amount),
        }
    }
}

/// What the file is added up by.
const AMOUNT: &str = "amount";

/// The words that the file takes from the language of the screen.
pub struct TransactionWords<'w> {
    /// Header of the currency column.
    pub currency: &'w str,
    /// What a kind of line is called.
    pub line_type: &'w dyn Fn(&Transaction) -> String,
}

/// The list, a row per transaction in the order given. The billing currency has a column of its own right after the last
/// amount. What is not told is an empty cell.
///
/// # Errors
/// [`ExportError::CurrenciesDiffer`] for a transaction whose amounts are not all in one currency.
pub fn transactions(
    title: String,
    columns: &[(TransactionColumn, String)],
    words: &TransactionWords<'_>,
    rows: &[Transaction],
) -> Result<Table, ExportError> {
    let described = |(column, header): &(TransactionColumn, String)| {
        let (id, kind) = column.described();
        (id.into(), header.clone(), kind)
    };
    let columns_of_table = columns.iter().map(described).collect();
    let mut maker = TableMaker::new(title, columns_of_table, words.currency).added_up_by(AMOUNT);
    for line in rows {
        maker.row(&line.name, columns.iter().map(|(column, _)| value(line, *column, words)))?;
    }
    Ok(maker.table())
}

fn value(line: &Transaction, column: TransactionColumn, words: &TransactionWords<'_>) -> Field {
    match column {
        TransactionColumn::Date => Field::day(line.date),
        TransactionColumn::Invoice => Field::told(line.invoice.as_ref().map(|invoice| invoice.as_str())),
        TransactionColumn::Section => Field::told(line.section_display_name.as_deref()),
        TransactionColumn::SectionId => Field::told(line.section.as_ref().map(|section| section.as_str())),
        TransactionColumn::Customer => Field::told(line.customer_display_name.as_deref()),
        TransactionColumn::ProductFamily => Field::told(line.product_family.as_deref()),
        TransactionColumn::ProductType => Field::told(line.product_type.as_deref()),
        TransactionColumn::Product => Field::told(line.product_description.as_deref()),
        TransactionColumn::Type => Field::text((words.line_type)(line)),
        TransactionColumn::Quantity => Field::number(line.quantity),
        TransactionColumn::Unit => Field::told(line.unit_of_measure.as_deref()),
        TransactionColumn::Amount => Field::amount(line.amount),
        TransactionColumn::Credit => Field::amount(line.credit),
        TransactionColumn::SubTotal => Field::amount(line.sub_total),
        TransactionColumn::Tax => Field::amount(line.tax),
    }
}
