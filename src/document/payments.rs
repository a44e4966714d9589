//! Payments, and those that did not come through.
use super::InvoicePaper;
use super::grid::{Column, Grid, Row, cell};
use super::lines::heading;
use super::sheet::Sheets;
use crate::billing::{Payment, PaymentFamily};
use crate::text::words::{document, invoices};
use crate::text::{Language, Named, date, money};

/// Draws the table of payments; nothing when there are none.
pub(super) fn draw(sheets: &mut Sheets, paper: &InvoicePaper<'_>) {
    let (invoice, language, region) = (paper.invoice, paper.locale.language, paper.locale.region);
    let mut rows = Vec::new();
    for payment in &invoice.payments {
        let amount = payment.amount.map_or_else(String::new, |amount| money(&amount, region));
        let day = payment.date.map_or_else(String::new, |day| date(day, region));
        let status = cell(invoices::PAYMENT.text(language));
        rows.push(Row::Body(vec![cell(day), cell(means(payment, language)), status, cell(amount)]));
    }
    for payment in &invoice.failed_payments {
        let day = payment.date.map_or_else(String::new, |day| date(day, region));
        let reason = payment.reason.as_ref().map_or_else(String::new, |reason| reason.name_in(language));
        let status = cell(invoices::PAYMENT_FAILED.text(language));
        rows.push(Row::Body(vec![cell(day), cell(reason), status, cell("")]));
    }
    if rows.is_empty() {
        return;
    }
    let columns = [
        Column::short(document::DATE.text(language)),
        Column::text(document::MEANS.text(language)),
        Column::short(invoices::LINE_TYPE.text(language)),
        Column::number(document::AMOUNT.text(language)),
    ];
    let grid = Grid::new(&columns, sheets.width(), rows.iter());
    let name = invoices::PAYMENTS.text(language);
    heading(sheets, name, grid.beginning(&rows));
    grid.draw(sheets, &document::CONTINUED.with(language, &[("name", name)]), &rows);
    sheets.y -= 24.0;
}

/// The means, with the brand where it says something: of a card.
fn means(payment: &Payment, language: Language) -> String {
    let family = payment.family.as_ref();
    let brand = payment.method.as_deref().filter(|_| family.is_none_or(|of| *of == PaymentFamily::CreditCard));
    let family = family.map(|family| family.name_in(language));
    match (family, brand) {
        (Some(family), Some(brand)) => format!("{family} {brand}"),
        (family, brand) => family.or(brand.map(str::to_owned)).unwrap_or_default(),
    }
}
