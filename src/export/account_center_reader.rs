//! Reads an Account Center usage file back to its records.
use super::account_center::{DAILY, Layout, PROVISIONING, PROVISIONING_COLUMNS, STATEMENT};
use crate::billing::{
    Currency, DailyUsage, Money, Period, ProvisioningStatus, StatementLine, SubscriptionStatement, UsageMeter,
    effective_rate,
};
use chrono::NaiveDate;
use csv::StringRecord;
use rust_decimal::Decimal;

/// Why a usage file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, {column}: expected {expected}")]
pub struct AccountCenterError {
    /// Line on which the row begins, from 1.
    pub line: usize,
    /// The column, or the section when it is about the whole row.
    pub column: &'static str,
    /// What should be there.
    pub expected: &'static str,
}

/// A column, and what was expected in it.
type Fault = (&'static str, &'static str);

pub(super) fn read(file: &[u8], layout: &Layout) -> Result<SubscriptionStatement, AccountCenterError> {
    let file = text_of(file)?;
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file.as_bytes());
    let mut rows = Rows { file, reader, row: StringRecord::new(), is_at_end: false };
    let mut found = SubscriptionStatement::default();
    rows.next()?;
    rows.section(PROVISIONING, &PROVISIONING_COLUMNS, &mut |row| {
        found.provisioning.push(provisioning(row)?);
        Ok(())
    })?;
    rows.section(STATEMENT, &layout.statement, &mut |row| {
        found.lines.push(line(row)?);
        Ok(())
    })?;
    rows.section(DAILY, layout.daily, &mut |row| {
        found.daily.push(if layout.has_ids { day(row)? } else { day_without_ids(row)? });
        Ok(())
    })?;
    if rows.is_at_end { Ok(found) } else { Err(rows.fault((DAILY, "no section after this one"))) }
}

/// The text after the byte order mark.
fn text_of(file: &[u8]) -> Result<&str, AccountCenterError> {
    let fault = |at: usize, expected| {
        let before = file.get(..at).unwrap_or_default();
        AccountCenterError { line: line_after(before), column: "the file", expected }
    };
    let text = std::str::from_utf8(file).map_err(|error| fault(error.valid_up_to(), "UTF-8"))?;
    if !text.ends_with('\n') {
        return Err(fault(file.len(), "the end of a line: the file is cut off"));
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn line_after(before: &[u8]) -> usize {
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}

struct Rows<'f> {
    file: &'f str,
    reader: csv::Reader<&'f [u8]>,
    row: StringRecord,
    is_at_end: bool,
}

impl Rows<'_> {
    fn next(&mut self) -> Result<(), AccountCenterError> {
        match self.reader.read_record(&mut self.row) {
            Ok(found) => self.is_at_end = !found,
            Err(_) => return Err(self.fault(("the file", "rows of comma-separated values"))),
        }
        Ok(())
    }

    fn fault(&self, (column, expected): Fault) -> AccountCenterError {
        // The position may be before the line end, or the empty lines, that come before the row.
        let at = self.row.position().map_or(0, |position| position.byte() as usize);
        let at = if self.is_at_end { self.file.len() } else { at };
        let (before, rest) = self.file.split_at_checked(at).unwrap_or((self.file, ""));
        let skipped = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let line = line_after(before.as_bytes()) + line_after(rest.get(..skipped).unwrap_or_default().as_bytes()) - 1;
        AccountCenterError { line, column, expected }
    }

    /// Reads a section, the title of which is the present row, up to the next title.
    fn section(
        &mut self,
        title: &'static str,
        columns: &[&'static str],
        take: &mut dyn FnMut(&Row<'_>) -> Result<(), Fault>,
    ) -> Result<(), AccountCenterError> {
        if self.is_at_end || self.row.len() != 1 || self.row.get(0).and_then(unwrapped) != Some(title) {
            return Err(self.fault((title, "the title of this section, alone on its line")));
        }
        self.next()?;
        let cells = self.row.len();
        let mut places = Vec::new();
        for column in columns {
            let is_it = |cell: &str| unwrapped(cell).is_some_and(|name| name.eq_ignore_ascii_case(column));
            let place = self.row.iter().position(is_it);
            if place.is_none() && *column != RATE {
                return Err(self.fault((column, "this name in the header")));
            }
            places.push(place);
        }
        loop {
            self.next()?;
            if self.is_at_end || self.row.len() == 1 {
                return Ok(());
            }
            if self.row.len() != cells {
                return Err(self.fault((title, "as many cells as the header has")));
            }
            take(&Row { cells: &self.row, places: &places, columns }).map_err(|fault| self.fault(fault))?;
        }
    }
}

const RATE: &str = "Rate";

/// A row, its cells counted in the order of the columns asked for, wherever the file has them.
struct Row<'r> {
    cells: &'r StringRecord,
    places: &'r [Option<usize>],
    columns: &'r [&'static str],
}

impl Row<'_> {
    fn fault(&self, column: usize, expected: &'static str) -> Fault {
        (self.columns.get(column).copied().unwrap_or_default(), expected)
    }

    fn cell(&self, column: usize) -> Result<Option<&str>, Fault> {
        let place = self.places.get(column).copied().flatten();
        match place.and_then(|place| self.cells.get(place)) {
            Some(cell) => unwrapped(cell).map(Some).ok_or_else(|| self.fault(column, "a quote at the end of the text")),
            None => Ok(None),
        }
    }

    fn text(&self, column: usize) -> Result<String, Fault> {
        Ok(self.cell(column)?.unwrap_or_default().to_owned())
    }

    fn parsed<T>(&self, column: usize, expected: &'static str, parse: fn(&str) -> Option<T>) -> Result<T, Fault> {
        self.cell(column)?.and_then(parse).ok_or_else(|| self.fault(column, expected))
    }

    fn number(&self, column: usize) -> Result<Decimal, Fault> {
        self.parsed(column, "a decimal number of at most 28 digits", number)
    }
}

/// The text within the quotes of a cell, which are a part of it: `"GB"`, or `="GB"`. A cell without is taken as it is; none
/// when the second quote is missing.
fn unwrapped(cell: &str) -> Option<&str> {
    let quoted = cell.strip_prefix('=').filter(|rest| rest.starts_with('"')).unwrap_or(cell);
    match quoted.strip_prefix('"') {
        Some(rest) => rest.strip_suffix('"'),
        None => Some(cell),
    }
}

fn provisioning(row: &Row<'_>) -> Result<ProvisioningStatus, Fault> {
    let day = row.parsed(4, "a day of the month, from 1 to 31", |cell| {
        is_digits(cell).then(|| cell.parse().ok()).flatten().filter(|day| (1..=31).contains(day))
    })?;
    Ok(ProvisioningStatus {
        subscription_id: row.text(0)?,
        subscription_name: row.text(1)?,
        order_id: row.text(2)?,
        description: row.text(3)?,
        anniversary_day: day,
        offer_name: row.text(5)?,
        service_name: row.text(6)?,
        status: row.text(7)?,
        extra_status: row.text(8)?,
        provisioning_status: row.text(9)?,
    })
}

fn line(row: &Row<'_>) -> Result<StatementLine, Fault> {
    let currency = row.parsed(11, "a currency code of three letters", |cell| Currency::parse(cell).ok())?;
    let value = row.parsed(15, "an amount and its currency, such as $4.49 USD", value)?;
    if value.currency() != currency {
        return Err(row.fault(15, "an amount in the currency of its row"));
    }
    let overage_quantity = row.number(10)?;
    let rate = match row.cell(14)? {
        Some(_) => row.number(14)?,
        None => effective_rate(value.amount(), overage_quantity)
            .map_err(|_| row.fault(15, "an amount that its quantity can divide"))?,
    };
    Ok(StatementLine {
        period: row.parsed(0, "a period such as 201802(1/1/2018 - 1/31/2018)", period)?,
        meter: UsageMeter {
            category: row.text(1)?,
            sub_category: row.text(2)?,
            name: row.text(3)?,
            region: row.text(4)?,
            unit: row.text(6)?,
        },
        sku: row.text(5)?,
        consumed: row.number(7)?,
        included: row.number(8)?,
        within_commitment: row.number(9)?,
        overage_quantity,
        overage: row.number(12)?,
        commitment_rate: row.number(13)?,
        rate,
        value,
    })
}

/// The cells that both versions begin with.
fn day_without_ids(row: &Row<'_>) -> Result<DailyUsage, Fault> {
    Ok(DailyUsage {
        instance_id: row.text(10)?,
        service_info1: row.text(11)?,
        service_info2: row.text(12)?,
        additional_info: row.text(13)?,
        ..day_and_meter(row)?
    })
}

fn day(row: &Row<'_>) -> Result<DailyUsage, Fault> {
    Ok(DailyUsage {
        resource_group: row.text(10)?,
        instance_id: row.text(11)?,
        tags: row.text(12)?,
        additional_info: row.text(13)?,
        service_info1: row.text(14)?,
        service_info2: row.text(15)?,
        ..day_and_meter(row)?
    })
}

fn day_and_meter(row: &Row<'_>) -> Result<DailyUsage, Fault> {
    Ok(DailyUsage {
        date: row.parsed(0, "a day as month/day/year", date)?,
        meter: UsageMeter {
            category: row.text(1)?,
            sub_category: row.text(3)?,
            name: row.text(4)?,
            region: row.text(5)?,
            unit: row.text(6)?,
        },
        meter_id: row.text(2)?,
        quantity: row.number(7)?,
        resource_location: row.text(8)?,
        consumed_service: row.text(9)?,
        ..DailyUsage::default()
    })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Plain digits with a point among them or none. Zeros at the end are kept where there is room for them.
fn number(cell: &str) -> Option<Decimal> {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let shorter = |cell: &str| Decimal::from_str_exact(cell.trim_end_matches('0').trim_end_matches('.')).ok();
    Decimal::from_str_exact(cell).ok().or_else(|| cell.contains('.').then(|| shorter(cell)).flatten())
}

/// `M/D/YYYY`, with zeros in front or without.
fn date(cell: &str) -> Option<NaiveDate> {
    let mut parts = cell.split('/').filter(|part| is_digits(part));
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    if cell.split('/').count() != 3 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The days of a period. Its label follows from them, and is not compared: only labels of whole months are known.
fn period(cell: &str) -> Option<Period> {
    let (label, days) = cell.strip_suffix(')')?.split_once('(')?;
    let (start, end) = days.split_once(" - ")?;
    if !is_digits(label) {
        return None;
    }
    Some(Period { start: date(start)?, end: date(end)? })
}

/// `$4.49 USD`, with any symbol or none.
fn value(cell: &str) -> Option<Money> {
    let (amount, currency) = cell.rsplit_once(' ')?;
    let positive = amount.strip_prefix('-').unwrap_or(amount);
    let is_symbol = |c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '-');
    let digits = positive.trim_start_matches(is_symbol);
    let value = number(digits).filter(|_| !digits.starts_with('-'))?;
    let value = if positive.len() < amount.len() { -value } else { value };
    Some(Money::new(value, Currency::parse(currency).ok()?))
}
