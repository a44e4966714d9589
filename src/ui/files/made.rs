//! The table of a list, in the words of the screen.
use super::Listed;
use crate::export::{
    AssignmentColumn, AssignmentWords, ExportError, Field, FieldKind, InvoiceColumn, InvoiceListWords, Table,
    TableMaker, TransactionColumn, TransactionWords, invoice_list, role_assignments, transactions,
};
use crate::state::{Estate, line_type, name_of, principal_kind, t};
use crate::text::Word;
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
            let columns: Vec<_> = TRANSACTION_COLUMNS.iter().map(|(column, word)| (*column, t(*word))).collect();
            transactions(title, &columns, &words, &rows)
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

/// All that the API says of a line (contract §6): more than the screen shows.
const TRANSACTION_COLUMNS: &[(TransactionColumn, Word)] = &[
    (TransactionColumn::Date, invoices::LINE_DATE),
    (TransactionColumn::ServiceStart, invoices::SERVICE_START),
    (TransactionColumn::ServiceEnd, invoices::SERVICE_END),
    (TransactionColumn::Invoice, invoices::NUMBER),
    (TransactionColumn::Profile, invoices::PROFILE),
    (TransactionColumn::ProfileId, invoices::PROFILE_ID),
    (TransactionColumn::Section, invoices::LINE_SECTION),
    (TransactionColumn::SectionId, invoices::LINE_SECTION_ID),
    (TransactionColumn::Customer, invoices::LINE_CUSTOMER),
    (TransactionColumn::CustomerId, invoices::LINE_CUSTOMER_ID),
    (TransactionColumn::ProductFamily, invoices::PRODUCT_FAMILY),
    (TransactionColumn::ProductType, invoices::PRODUCT_TYPE),
    (TransactionColumn::ProductTypeId, invoices::PRODUCT_TYPE_ID),
    (TransactionColumn::Product, invoices::PRODUCT),
    (TransactionColumn::PartNumber, invoices::PART_NUMBER),
    (TransactionColumn::AzurePlan, invoices::AZURE_PLAN),
    (TransactionColumn::ThirdParty, invoices::THIRD_PARTY),
    (TransactionColumn::Type, invoices::LINE_TYPE),
    (TransactionColumn::Kind, invoices::LINE_KIND),
    (TransactionColumn::CreditType, invoices::CREDIT_TYPE),
    (TransactionColumn::ReasonCode, invoices::REASON_CODE),
    (TransactionColumn::Quantity, invoices::QUANTITY),
    (TransactionColumn::Unit, invoices::UNIT),
    (TransactionColumn::Units, invoices::UNITS),
    (TransactionColumn::UnitType, invoices::UNIT_TYPE),
    (TransactionColumn::MarketPrice, invoices::MARKET_PRICE),
    (TransactionColumn::MarketPriceCurrency, invoices::MARKET_PRICE_CURRENCY),
    (TransactionColumn::Discount, invoices::DISCOUNT),
    (TransactionColumn::EffectivePrice, invoices::EFFECTIVE_PRICE),
    (TransactionColumn::EffectivePriceCurrency, invoices::EFFECTIVE_PRICE_CURRENCY),
    (TransactionColumn::PricingCurrency, invoices::PRICING_CURRENCY),
    (TransactionColumn::ExchangeRate, invoices::EXCHANGE_RATE),
    (TransactionColumn::Amount, invoices::CHARGE),
    (TransactionColumn::Credit, invoices::CREDIT),
    (TransactionColumn::SubTotal, invoices::SUB_TOTAL),
    (TransactionColumn::Tax, invoices::TAX),
    (TransactionColumn::Commitment, invoices::COMMITMENT),
    (TransactionColumn::CommitmentCurrency, invoices::COMMITMENT_CURRENCY),
    (TransactionColumn::SpecialTaxation, invoices::SPECIAL_TAXATION),
];

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
