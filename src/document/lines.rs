//! The lines: by invoice section (customer on a partner's invoice) and service family, or the usage of a pay-as-you-go
//! invoice.
use super::grid::{Cell, Column, Grid, Part, Row, cell};
use super::sheet::{SIDE, Sheets, Style};
use super::tags::Role;
use super::{InvoicePaper, PaperLine, PayAsYouGoLine};
use crate::billing::{Money, Transaction};
use crate::text::words::{document, invoices};
use crate::text::{Locale, date, money, number};

/// Draws what there is of lines.
pub(super) fn draw(sheets: &mut Sheets, paper: &InvoicePaper<'_>) {
    if !paper.lines.is_empty() {
        by_section(sheets, paper);
    }
    if !paper.pay_as_you_go.is_empty() {
        usage(sheets, paper);
    }
}

/// A heading of a part, on the page where `below` points of what follows have room.
pub(super) fn heading(sheets: &mut Sheets, text: &str, below: f32) {
    let style = Style::text(12.0).bold();
    let lines = style.wrap(text, sheets.width(), 2);
    let height = lines.len() as f32 * style.leading() + 6.0;
    sheets.need(height + below);
    let node = sheets.element(Role::Heading);
    sheets.open(node);
    sheets.lines(SIDE, sheets.y - style.size, style, false, &lines);
    sheets.close();
    sheets.y -= height;
}

/// The sections in the order they first come in, each with its lines.
fn sections<'a>(lines: &'a [PaperLine<'a>]) -> Vec<(&'a str, Vec<&'a PaperLine<'a>>)> {
    let mut found: Vec<(&str, Vec<&PaperLine<'_>>)> = Vec::new();
    for line in lines {
        let of = line.transaction;
        let name = of.section_display_name.as_deref().or(of.customer_display_name.as_deref()).unwrap_or_default();
        push(&mut found, name, line);
    }
    found
}

/// Adds to the group of a name; the last one is looked at first, since lines mostly come group by group.
fn push<'a, T>(groups: &mut Vec<(&'a str, Vec<T>)>, name: &'a str, item: T) {
    let at = groups.iter().rposition(|(known, _)| *known == name);
    match at.and_then(|at| groups.get_mut(at)) {
        Some((_, items)) => items.push(item),
        None => groups.push((name, vec![item])),
    }
}

/// Which columns the lines have something for.
struct Shown {
    unit_price: bool,
    credit: bool,
    tax: bool,
}

fn by_section(sheets: &mut Sheets, paper: &InvoicePaper<'_>) {
    let language = paper.locale.language;
    let any = |of: fn(&Transaction) -> Option<Money>| {
        paper.lines.iter().any(|line| of(line.transaction).is_some_and(|amount| !amount.is_zero()))
    };
    let shown = Shown {
        unit_price: paper.lines.iter().any(|line| line.unit_price.is_some()),
        credit: any(|line| line.credit),
        tax: any(|line| line.tax),
    };
    let mut columns = vec![
        Column::text(invoices::PRODUCT.text(language)),
        Column::number(invoices::QUANTITY.text(language)),
        Column::short(invoices::UNIT.text(language)),
    ];
    let further = [
        (shown.unit_price, document::UNIT_PRICE),
        (shown.credit, invoices::CREDIT),
        (shown.tax, invoices::TAX),
        (true, invoices::CHARGE),
    ];
    columns.extend(further.iter().filter(|(is, _)| *is).map(|(_, word)| Column::number(word.text(language))));
    let has_sections = paper.invoice.profile.is_some();
    let sections: Vec<(String, Vec<Row>)> = sections(paper.lines)
        .into_iter()
        .map(|(name, lines)| section(name, &lines, &shown, has_sections, paper.locale))
        .collect();
    let grid = Grid::new(&columns, sheets.width(), sections.iter().flat_map(|(_, rows)| rows));
    let sub = Style::text(10.0).bold();
    // An account without sections has one list of lines.
    if let ([(_, rows)], false) = (&*sections, has_sections) {
        let name = invoices::LINES_ALL.text(language);
        heading(sheets, name, grid.beginning(rows));
        grid.draw(sheets, &document::CONTINUED.with(language, &[("name", name)]), rows);
        sheets.y -= 20.0;
        return;
    }
    for (at, (name, rows)) in sections.iter().enumerate() {
        let lines = sub.wrap(name, sheets.width(), 2);
        let height = lines.len() as f32 * sub.leading() + 4.0;
        let below = height + grid.beginning(rows);
        if at == 0 {
            heading(sheets, invoices::LINES.text(language), below);
        } else {
            sheets.need(below);
        }
        let node = sheets.element(Role::SubHeading);
        sheets.open(node);
        sheets.lines(SIDE, sheets.y - sub.size, sub, false, &lines);
        sheets.close();
        sheets.y -= height;
        grid.draw(sheets, &document::CONTINUED.with(language, &[("name", name)]), rows);
        sheets.y -= 20.0;
    }
}

/// The rows of a section: its families in the order they first come in, then what belongs to none, then the sum of the
/// charges, unless they cannot be added exactly. The sum has the section's name where there are sections.
fn section(
    name: &str,
    lines: &[&PaperLine<'_>],
    shown: &Shown,
    has_sections: bool,
    locale: Locale,
) -> (String, Vec<Row>) {
    let language = locale.language;
    let mut families: Vec<(&str, Vec<&PaperLine<'_>>)> = Vec::new();
    for line in lines {
        push(&mut families, line.transaction.product_family.as_deref().unwrap_or_default(), line);
    }
    let is_grouped = families.iter().any(|(family, _)| !family.is_empty());
    // Stable: only what has no family moves to the end.
    families.sort_by_key(|(family, _)| family.is_empty());
    let mut rows = Vec::with_capacity(lines.len() + families.len() + 1);
    for (family, lines) in families {
        if is_grouped {
            let other = document::OTHER.text(language);
            rows.push(Row::Group(if family.is_empty() { other } else { family }.to_owned()));
        }
        rows.extend(lines.into_iter().map(|line| Row::Body(line_cells(line, shown, locale))));
    }
    let name = if name.is_empty() { document::NO_SECTION.text(language) } else { name };
    if let Some(sum) = sum(lines.iter().filter_map(|line| line.transaction.amount)) {
        let label = match has_sections {
            true => document::SUB_TOTAL_OF.with(language, &[("name", name)]),
            false => invoices::SUB_TOTAL.text(language).to_owned(),
        };
        rows.push(Row::Sum(label, money(&sum, locale.region)));
    }
    (name.to_owned(), rows)
}

fn sum(mut amounts: impl Iterator<Item = Money>) -> Option<Money> {
    let first = amounts.next()?;
    amounts.try_fold(first, |sum, amount| sum.plus(&amount)).ok()
}

fn line_cells(line: &PaperLine<'_>, shown: &Shown, locale: Locale) -> Vec<Cell> {
    let of = line.transaction;
    let amount = |amount: Option<Money>| cell(amount.map_or_else(String::new, |amount| money(&amount, locale.region)));
    let quantity = of.quantity.map_or_else(String::new, |quantity| number(quantity, locale.region));
    let unit = of.unit_of_measure.clone().unwrap_or_default();
    let mut cells = vec![product(of, locale), cell(quantity), cell(unit)];
    if shown.unit_price {
        cells.push(amount(line.unit_price));
    }
    if shown.credit {
        cells.push(amount(of.credit));
    }
    if shown.tax {
        cells.push(amount(of.tax));
    }
    cells.push(amount(of.amount));
    cells
}

/// What was bought; below it, unless it is usage, the type and the day of the transaction.
fn product(of: &Transaction, locale: Locale) -> Cell {
    let kind = match of.transaction_type.as_str() {
        "Usage Charge" => invoices::LINE_USAGE.text(locale.language),
        "Credit" => invoices::LINE_CREDIT.text(locale.language),
        "Rounding Adjustment" => invoices::LINE_ROUNDING.text(locale.language),
        other => other,
    };
    let Some(description) = of.product_description.as_deref().filter(|text| !text.is_empty()) else {
        return cell(kind);
    };
    let mut parts = cell(description);
    if of.transaction_type != "Usage Charge" && kind != description {
        let day = of.date.map(|day| date(day, locale.region));
        let told: Vec<&str> =
            [Some(kind), day.as_deref()].into_iter().flatten().filter(|text| !text.is_empty()).collect();
        parts.push(Part { text: told.join(" · "), is_note: true });
    }
    parts
}

fn usage(sheets: &mut Sheets, paper: &InvoicePaper<'_>) {
    let language = paper.locale.language;
    let mut first = Column::text(document::RESOURCE.text(language));
    first.head.push(Part { text: document::NAME_TYPE_REGION.text(language).to_owned(), is_note: true });
    let mut columns = vec![first, Column::short(invoices::UNIT.text(language))];
    let numbers = [document::CONSUMED, document::INCLUDED, document::BILLABLE, document::RATE, document::VALUE];
    columns.extend(numbers.iter().map(|word| Column::number(word.text(language))));
    let mut rows: Vec<Row> =
        paper.pay_as_you_go.iter().map(|line| Row::Body(usage_cells(line, paper.locale))).collect();
    if let Some(sum) = sum(paper.pay_as_you_go.iter().map(|line| line.value)) {
        rows.push(Row::Sum(invoices::SUB_TOTAL.text(language).to_owned(), money(&sum, paper.locale.region)));
    }
    let grid = Grid::new(&columns, sheets.width(), rows.iter());
    let name = document::USAGE.text(language);
    heading(sheets, name, grid.beginning(&rows));
    grid.draw(sheets, &document::CONTINUED.with(language, &[("name", name)]), &rows);
    sheets.y -= 20.0;
}

fn usage_cells(line: &PayAsYouGoLine, locale: Locale) -> Vec<Cell> {
    // The parts are broken between, not within, where the short one of them is concerned.
    let region = line.region.replace(' ', "\u{a0}");
    let told = [line.category.as_str(), &line.subcategory, &region];
    let mut told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).collect();
    let days =
        line.period.map(|of| format!("{} –\u{a0}{}", date(of.start, locale.region), date(of.end, locale.region)));
    told.extend(days.as_deref());
    let mut resource = cell(line.meter.as_str());
    resource.push(Part { text: told.join(" · "), is_note: true });
    let rate = Money::new(line.rate, line.value.currency());
    vec![
        resource,
        cell(line.unit.as_str()),
        cell(number(line.consumed, locale.region)),
        cell(number(line.included, locale.region)),
        cell(number(line.billable, locale.region)),
        cell(money(&rate, locale.region)),
        cell(money(&line.value, locale.region)),
    ]
}
