//! The head of the paper: what it is, what to pay, whom it is for, when; and in a notice what replaces or cancels what.
use super::InvoicePaper;
use super::sheet::{Ink, SIDE, Sheets, Style};
use super::tags::Role;
use super::wrap::Line;
use crate::billing::{Address, DocumentKind, InvoiceStatus, InvoiceType, PaymentTerm, RelatedKind, related_documents};
use crate::text::words::{common, document, invoices};
use crate::text::{Language, Named, Word, date, money, related_kind_word};
use chrono::NaiveDate;

const LABEL: Style = Style::text(7.5).grey();
const PLAIN: Style = Style::text(9.0);

/// Draws the head.
pub(super) fn draw(sheets: &mut Sheets, paper: &InvoicePaper<'_>) {
    sheets.rule(SIDE, sheets.y, sheets.width(), 2.5, Ink::Accent);
    sheets.y -= 40.0;
    title(sheets, paper);
    notice(sheets, paper);
    addresses(sheets, paper);
    facts(sheets, paper);
}

/// The kind of paper and its number at the left; at the right what is to be paid, or the word that says why nothing is.
fn title(sheets: &mut Sheets, paper: &InvoicePaper<'_>) {
    let (invoice, language, region) = (paper.invoice, paper.locale.language, paper.locale.region);
    let node = sheets.element(Role::Title);
    let big = Style::text(25.0).bold();
    let half = sheets.width() * 0.56;
    sheets.open(node);
    sheets.lines(SIDE, sheets.y, big, false, &big.wrap(&invoice.kind.name_in(language), half, 1));
    let number = Style::text(12.0).grey();
    sheets.lines(SIDE, sheets.y - 20.0, number, false, &number.wrap(invoice.name.as_str(), half, 1));
    sheets.close();
    let amount = match (invoice.amount_due, invoice.total) {
        (Some(due), _) if invoice.kind == DocumentKind::Invoice => Some((invoices::AMOUNT_DUE, due)),
        (_, Some(total)) => Some((invoices::TOTAL, total)),
        (due, None) => due.map(|due| (invoices::AMOUNT_DUE, due)),
    };
    let (label, value) = match amount {
        _ if invoice.status == InvoiceStatus::Void => {
            (common::STATUS.text(language), InvoiceStatus::Void.name_in(language))
        }
        Some((word, amount)) => (word.text(language), money(&amount, region)),
        None => ("", String::new()),
    };
    if !value.is_empty() {
        let node = sheets.element(Role::Paragraph);
        let right = sheets.right();
        sheets.open(node);
        sheets.text_right(right, sheets.y + 12.0, LABEL, label);
        sheets.text_right(right, sheets.y - 8.0, Style::text(20.0).bold(), &value);
        if let Some(due) = invoice.due_date.filter(|_| invoice.is_open()) {
            let text = format!("{}: {}", invoices::DUE_DATE.text(language), date(due, region));
            sheets.text_right(right, sheets.y - 22.0, LABEL, &text);
        }
        sheets.close();
    }
    sheets.y -= 44.0;
}

/// What the paper is to other papers, in words.
fn notice(sheets: &mut Sheets, paper: &InvoicePaper<'_>) {
    let (invoice, language) = (paper.invoice, paper.locale.language);
    let related = related_documents(invoice, paper.among);
    let has = |kind: RelatedKind| related.iter().any(|of| of.kind == kind);
    let sentence = if invoice.status == InvoiceStatus::Void {
        document::VOID_NOTICE
    } else if has(RelatedKind::ReplacedBy) {
        document::REPLACED_NOTICE
    } else if invoice.kind == DocumentKind::CreditNote {
        document::CREDIT_NOTICE
    } else if invoice.kind == DocumentKind::VoidNote {
        document::VOID_NOTE_NOTICE
    } else if !related.is_empty() {
        document::RELATED_NOTICE
    } else {
        return;
    };
    let inner = sheets.width() - 28.0;
    let strong = PLAIN.bold();
    let first = strong.wrap(sentence.text(language), inner, 3);
    let mut rest: Vec<Line> = Vec::new();
    for of in related {
        let text = format!("{}: {}", related_kind_word(of.kind).text(language), of.name);
        rest.extend(PLAIN.wrap(&text, inner, 2));
    }
    let height = (first.len() + rest.len()) as f32 * PLAIN.leading() + 18.0;
    sheets.need(height);
    let top = sheets.y;
    sheets.open_artifact();
    sheets.fill(SIDE, top - height, sheets.width(), height, Ink::Ground);
    sheets.fill(SIDE, top - height, 3.0, height, Ink::Accent);
    sheets.close();
    let node = sheets.element(Role::Paragraph);
    let base = top - 9.0 - PLAIN.size;
    sheets.open(node);
    sheets.lines(SIDE + 16.0, base, strong, false, &first);
    sheets.lines(SIDE + 16.0, base - first.len() as f32 * PLAIN.leading(), PLAIN, false, &rest);
    sheets.close();
    sheets.y = top - height - 22.0;
}

fn addresses(sheets: &mut Sheets, paper: &InvoicePaper<'_>) {
    let given = [(document::BILL_TO, paper.bill_to), (document::SOLD_TO, paper.sold_to)];
    let column = sheets.width() / 2.0;
    let mut blocks = Vec::new();
    for (word, address) in given {
        let lines: Vec<Line> = address.map_or_else(Vec::new, |address| {
            address_lines(address).iter().flat_map(|line| PLAIN.wrap(line, column - 24.0, 2)).collect()
        });
        if !lines.is_empty() {
            blocks.push((word, lines));
        }
    }
    let Some(most) = blocks.iter().map(|(_, lines)| lines.len()).max() else { return };
    let height = 14.0 + most as f32 * PLAIN.leading() + 20.0;
    sheets.need(height);
    for (at, (word, lines)) in blocks.iter().enumerate() {
        let x = SIDE + at as f32 * column;
        let node = sheets.element(Role::Paragraph);
        sheets.open(node);
        sheets.text(x, sheets.y - LABEL.size, LABEL, word.text(paper.locale.language));
        sheets.lines(x, sheets.y - 14.0 - PLAIN.size, PLAIN, false, lines);
        sheets.close();
    }
    sheets.y -= height;
}

/// The lines of an address as they are written on an envelope; parts that are not told are left out.
fn address_lines(address: &Address) -> Vec<String> {
    let together = |parts: &[&Option<String>]| {
        let told: Vec<&str> = parts.iter().filter_map(|part| part.as_deref()).filter(|part| !part.is_empty()).collect();
        told.join(" ")
    };
    let mut lines = vec![
        together(&[&address.company_name]),
        together(&[&address.first_name, &address.middle_name, &address.last_name]),
        together(&[&address.address_line1]),
        together(&[&address.address_line2]),
        together(&[&address.address_line3]),
        together(&[&address.district]),
        together(&[&address.postal_code, &address.city]),
        together(&[&address.region]),
        together(&[&address.country]),
    ];
    lines.retain(|line| !line.is_empty());
    lines
}

/// The facts of the paper, four beside each other, each below its label. One with a word that is too long for its column has
/// two of them.
fn facts(sheets: &mut Sheets, paper: &InvoicePaper<'_>) {
    const ACROSS: usize = 4;
    let column = sheets.width() / ACROSS as f32;
    let wrap = |value: &str, across: usize| PLAIN.wrap(value, across as f32 * column - 12.0, 4);
    // Each with the column it begins in; a row ends where the next one has no room.
    let mut rows: Vec<Vec<(usize, &str, Vec<Line>)>> = vec![Vec::new()];
    let mut next = 0;
    for (label, value) in told(paper) {
        let across = if wrap(&value, 1).iter().any(|line| line.is_cut) { 2 } else { 1 };
        if next + across > ACROSS {
            rows.push(Vec::new());
            next = 0;
        }
        if let Some(row) = rows.last_mut() {
            row.push((next, label, wrap(&value, across)));
        }
        next += across;
    }
    sheets.rule(SIDE, sheets.y, sheets.width(), 0.4, Ink::Rule);
    sheets.y -= 12.0;
    for row in rows {
        let most = row.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(0);
        let height = 12.0 + most as f32 * PLAIN.leading() + 10.0;
        sheets.need(height);
        for (at, label, lines) in row {
            let x = SIDE + at as f32 * column;
            let node = sheets.element(Role::Paragraph);
            sheets.open(node);
            sheets.text(x, sheets.y - LABEL.size, LABEL, label);
            sheets.lines(x, sheets.y - 12.0 - PLAIN.size, PLAIN, false, &lines);
            sheets.close();
        }
        sheets.y -= height;
    }
    sheets.rule(SIDE, sheets.y, sheets.width(), 0.4, Ink::Rule);
    sheets.y -= 26.0;
}

/// Label and value of everything that is told.
fn told(paper: &InvoicePaper<'_>) -> Vec<(&'static str, String)> {
    let (invoice, language, region) = (paper.invoice, paper.locale.language, paper.locale.region);
    let mut facts = Vec::new();
    let mut add = |word: Word, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            facts.push((word.text(language), value));
        }
    };
    let day = |day: Option<NaiveDate>| day.map(|day| date(day, region));
    let number = match invoice.kind {
        DocumentKind::Invoice => invoices::NUMBER,
        DocumentKind::CreditNote => document::CREDIT_NOTE_NUMBER,
        _ => document::DOCUMENT_NUMBER,
    };
    let is_invoice = invoice.kind == DocumentKind::Invoice;
    add(number, Some(invoice.name.to_string()));
    add(if is_invoice { invoices::INVOICE_DATE } else { document::DATE }, day(invoice.invoice_date));
    add(invoices::DUE_DATE, day(invoice.due_date));
    add(common::STATUS, Some(invoice.status.name_in(language)));
    let period = invoice.period.map(|of| format!("{} –\u{a0}{}", date(of.start, region), date(of.end, region)));
    add(invoices::PERIOD, period);
    add(invoices::PROFILE, both(&invoice.profile_display_name, invoice.profile.as_ref().map(|name| name.as_str())));
    add(document::SUBSCRIPTION, both(&invoice.subscription_display_name, invoice.subscription_id.as_deref()));
    add(document::INVOICE_FOR, invoice.invoice_type.as_ref().map(|of| made_for(of, language)));
    add(invoices::PO_NUMBER, invoice.po_number.clone());
    add(document::PAYMENT_TERMS, paper.payment_term.and_then(|term| payment_term(term, language)));
    facts
}

/// A display name with the name behind it.
fn both(display: &Option<String>, name: Option<&str>) -> Option<String> {
    match (display.as_deref(), name) {
        (Some(display), Some(name)) if display != name => Some(format!("{display} ({name})")),
        (display, name) => display.or(name).map(str::to_owned),
    }
}

fn made_for(of: &InvoiceType, language: Language) -> String {
    let word = match of {
        InvoiceType::AzureServices => document::FOR_SERVICES,
        InvoiceType::AzureMarketplace => document::FOR_MARKETPLACE,
        InvoiceType::AzureSupport => document::FOR_SUPPORT,
        InvoiceType::Other(wire) => return wire.clone(),
    };
    word.text(language).to_owned()
}

/// `net30` in words; any other term as it is on the wire.
fn payment_term(term: &PaymentTerm, language: Language) -> Option<String> {
    let wire = term.term.as_deref()?;
    let days = wire.get(..3).filter(|word| word.eq_ignore_ascii_case("net")).and(wire.get(3..)).map(str::trim);
    let is_days = |days: &&str| !days.is_empty() && days.bytes().all(|byte| byte.is_ascii_digit());
    Some(match days.filter(is_days) {
        Some(days) => document::NET_DAYS.with(language, &[("n", days)]),
        None => wire.to_owned(),
    })
}
