//! The table of a list, in the words of the screen.
use super::Listed;
use crate::export::{
    AssignmentColumn, AssignmentWords, ExportError, Field, FieldKind, InvoiceColumn, InvoiceListWords, Table,
    TableMaker, TransactionColumn, TransactionWords, invoice_list, role_assignments, transactions,
};
use crate::state::{Estate, line_type, name_of, principal_kind, t};
use crate::text::words::{access, common, invoices, subscriptions};
use crate::ui::kit::{CellKind, GridValues};

/// The table of a list.
///
/// # Errors
/// [`ExportError::CurrenciesDiffer`].
pub(super) fn table(listed: Listed, title: String, estate: Estate) -> Result<Table, ExportError> {
    let currency = t(invoices::CURRENCY);
    match listed {
        Listed::Grid(values) => grid(values, title, &currency),
        Listed::Invoices { rows, by_subscription } => {
            let words =
                InvoiceListWords { currency: &currency, status: &name_of, kind: &name_of, invoice_type: &name_of };
            invoice_list(title, &invoice_columns(by_subscription), &words, &rows)
        }
        Listed::Transactions(rows) => {
            let words = TransactionWords { currency: &currency, line_type: &line_type };
            transactions(title, &transaction_columns(), &words, &rows)
        }
        Listed::Assignments(rows) => {
            let scope = |scope: &_| estate.scope_label(scope);
            let words = AssignmentWords { kind: &principal_kind, role: &name_of, scope: &scope };
            role_assignments(title, &assignment_columns(), &words, &rows)
        }
    }
}

fn grid(values: GridValues, title: String, currency: &str) -> Result<Table, ExportError> {
    let kind = |kind: CellKind| match kind {
        CellKind::Text => FieldKind::Text,
        CellKind::Number => FieldKind::Number,
        CellKind::Day => FieldKind::Day,
        CellKind::Amount => FieldKind::Amount,
    };
    let columns = values.columns.into_iter().map(|column| (column.id.into(), column.header, kind(column.kind)));
    let mut maker = TableMaker::new(title, columns.collect(), currency);
    for row in values.rows {
        let name = row.first().map(|(text, _)| text.clone()).unwrap_or_default();
        maker.row(&name, row.into_iter().map(|(text, currency)| Field { text, currency }))?;
    }
    Ok(maker.table())
}

/// The columns of the screen, with the days of a period apart.
fn invoice_columns(by_subscription: bool) -> Vec<(InvoiceColumn, String)> {
    let mut columns = vec![
        (InvoiceColumn::Number, t(invoices::NUMBER)),
        (InvoiceColumn::Status, t(common::STATUS)),
        (InvoiceColumn::InvoiceDate, t(invoices::INVOICE_DATE)),
        (InvoiceColumn::DueDate, t(invoices::DUE_DATE)),
    ];
    if by_subscription {
        columns.extend([
            (InvoiceColumn::PeriodStart, t(invoices::PERIOD_START)),
            (InvoiceColumn::PeriodEnd, t(invoices::PERIOD_END)),
            (InvoiceColumn::Type, t(subscriptions::INVOICE_TYPE)),
            (InvoiceColumn::Subscription, t(subscriptions::FOR_SUBSCRIPTION)),
        ]);
    } else {
        columns.extend([
            (InvoiceColumn::Kind, t(invoices::KIND)),
            (InvoiceColumn::Profile, t(invoices::PROFILE)),
            (InvoiceColumn::PoNumber, t(invoices::PO_NUMBER)),
        ]);
    }
    columns.extend([(InvoiceColumn::Total, t(invoices::TOTAL)), (InvoiceColumn::AmountDue, t(invoices::AMOUNT_DUE))]);
    columns
}

/// What the API says of a line (contract §6): more than the screen shows.
fn transaction_columns() -> Vec<(TransactionColumn, String)> {
    vec![
        (TransactionColumn::Date, t(invoices::LINE_DATE)),
        (TransactionColumn::Invoice, t(invoices::NUMBER)),
        (TransactionColumn::Section, t(invoices::LINE_SECTION)),
        (TransactionColumn::SectionId, t(invoices::LINE_SECTION_ID)),
        (TransactionColumn::Customer, t(invoices::LINE_CUSTOMER)),
        (TransactionColumn::ProductFamily, t(invoices::PRODUCT_FAMILY)),
        (TransactionColumn::ProductType, t(invoices::PRODUCT_TYPE)),
        (TransactionColumn::Product, t(invoices::PRODUCT)),
        (TransactionColumn::Type, t(invoices::LINE_TYPE)),
        (TransactionColumn::Quantity, t(invoices::QUANTITY)),
        (TransactionColumn::Unit, t(invoices::UNIT)),
        (TransactionColumn::Amount, t(invoices::CHARGE)),
        (TransactionColumn::Credit, t(invoices::CREDIT)),
        (TransactionColumn::SubTotal, t(invoices::SUB_TOTAL)),
        (TransactionColumn::Tax, t(invoices::TAX)),
    ]
}

/// What an access review asks for: more than the screen shows.
fn assignment_columns() -> Vec<(AssignmentColumn, String)> {
    vec![
        (AssignmentColumn::Name, t(access::NAME)),
        (AssignmentColumn::Email, t(access::EMAIL)),
        (AssignmentColumn::Kind, t(access::TYPE)),
        (AssignmentColumn::Role, t(access::ROLE)),
        (AssignmentColumn::Scope, t(access::SCOPE)),
        (AssignmentColumn::ScopeId, t(access::SCOPE_ID)),
        (AssignmentColumn::ObjectId, t(access::OBJECT_ID)),
        (AssignmentColumn::GivenOn, t(access::GIVEN_ON)),
    ]
}
