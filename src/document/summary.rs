//! The billing summary: from the charges to what is still to be paid, as far as the amounts are told.
use super::InvoicePaper;
use super::sheet::{Ink, Sheets, Style};
use super::tags::{Node, Role};
use crate::billing::{Money, Payment};
use crate::text::words::{document, invoices};
use crate::text::{money, percent};

/// How much a line weighs.
#[derive(Clone, Copy, PartialEq)]
enum Weight {
    Plain,
    /// A sum: a rule above.
    Sum,
    /// What is to be paid.
    End,
}

/// Draws the summary at the right, its heading at the left.
pub(super) fn draw(sheets: &mut Sheets, paper: &InvoicePaper<'_>) {
    let rows = rows(paper);
    if rows.is_empty() {
        return;
    }
    let heights: f32 = rows.iter().map(|(_, _, weight)| height(*weight)).sum();
    sheets.need(heights + 24.0);
    let heading = sheets.element(Role::Heading);
    let style = Style::text(12.0).bold();
    let left = sheets.right() - sheets.width() * 0.52;
    sheets.open(heading);
    let lines = style.wrap(invoices::SUMMARY.text(paper.locale.language), sheets.width() * 0.44, 2);
    sheets.lines(super::sheet::SIDE, sheets.y - style.size, style, false, &lines);
    sheets.close();
    let table = sheets.element(Role::Table);
    for (label, amount, weight) in rows {
        row(sheets, table, left, &label, &amount, weight);
    }
    sheets.y -= 24.0;
}

fn height(weight: Weight) -> f32 {
    if weight == Weight::End { 24.0 } else { 17.0 }
}

fn row(sheets: &mut Sheets, table: Node, left: f32, label: &str, amount: &str, weight: Weight) {
    let style = match weight {
        Weight::Plain => Style::text(9.5),
        Weight::Sum => Style::text(9.5).bold(),
        Weight::End => Style::text(11.5).bold(),
    };
    let (right, top) = (sheets.right(), sheets.y);
    let base = top - height(weight) + if weight == Weight::End { 8.0 } else { 5.5 };
    let node = sheets.tree.add(table, Role::Row);
    let head = sheets.tree.add(node, Role::RowHeader(1));
    let room = right - left - style.width(amount) - 10.0;
    sheets.open(head);
    sheets.lines(left, base, style, false, &style.wrap(label, room, 1));
    sheets.close();
    let cell = sheets.tree.add(node, Role::Cell);
    sheets.open(cell);
    sheets.text_right(right, base, style, amount);
    sheets.close();
    match weight {
        Weight::Plain => {}
        Weight::Sum => sheets.rule(left, top, right - left, 0.4, Ink::Rule),
        Weight::End => sheets.rule(left, top, right - left, 1.0, Ink::Dark),
    }
    sheets.y = top - height(weight);
}

/// Label and amount of everything that is told. What is taken off is printed with its sign turned.
fn rows(paper: &InvoicePaper<'_>) -> Vec<(String, String, Weight)> {
    let (invoice, language, region) = (paper.invoice, paper.locale.language, paper.locale.region);
    let mut rows = Vec::new();
    let mut add = |label: String, amount: Option<Money>, weight| {
        if let Some(amount) = amount {
            rows.push((label, money(&amount, region), weight));
        }
    };
    // What was not taken off is not a line.
    let taken_off = |amount: Option<Money>| amount.filter(|amount| !amount.is_zero()).map(|amount| amount.negated());
    let word = |word: crate::text::Word| word.text(language).to_owned();
    add(word(invoices::CHARGES), invoice.billed, Weight::Plain);
    add(word(invoices::CREDIT), taken_off(invoice.credit), Weight::Plain);
    add(word(invoices::PREPAYMENT), taken_off(invoice.prepayment), Weight::Plain);
    add(word(invoices::FREE_CREDIT), taken_off(invoice.free_credit), Weight::Plain);
    add(word(invoices::SUB_TOTAL), invoice.sub_total, Weight::Sum);
    for tax in paper.taxes {
        let rate = percent(tax.rate, region);
        add(document::TAX_AT.with(language, &[("rate", &rate)]), Some(tax.amount), Weight::Plain);
    }
    // One rate says it all; of several the sum is told too.
    if paper.taxes.len() != 1 || invoice.tax != paper.taxes.first().map(|tax| tax.amount) {
        add(word(invoices::TAX), invoice.tax, Weight::Plain);
    }
    add(word(invoices::TOTAL), invoice.total, Weight::Sum);
    add(word(invoices::PAYMENTS), taken_off(paid(&invoice.payments)), Weight::Plain);
    add(word(invoices::AMOUNT_DUE), invoice.amount_due, Weight::End);
    rows
}

/// Sum of the payments; none when there are none, or they cannot be added exactly.
fn paid(payments: &[Payment]) -> Option<Money> {
    let mut amounts = payments.iter().filter_map(|payment| payment.amount);
    let first = amounts.next()?;
    amounts.try_fold(first, |sum, amount| sum.plus(&amount)).ok()
}
