//! Settles how the numbers and days of a file are written, over all its values, and checks them.
//!
//! In a known family a column is what the format says; its days are in the documented order unless the values show another,
//! its decimal sign is a point unless the values show a comma. In any other file a column is what all its values can be.
//! What reads two ways and is settled by no value stays text, and is told.
use super::dictionary::Style;
use super::misfit::{expected, quoted};
use super::notation::{self, DayShape, is_long_number};
use super::table::{Table, TableColumn};
use super::{Choices, DayOrder, DecimalMark, Dialect, ExploreError, Family, Note};
use crate::billing::ValueKind;
use crate::export::is_run_by_spreadsheets;

pub(super) fn settle(
    family: Family,
    tables: &mut [Table],
    choices: Choices,
    dialect: &mut Dialect,
    notes: &mut Vec<Note>,
) -> Result<(), ExploreError> {
    let mut columns: Vec<&mut TableColumn> = tables.iter_mut().flat_map(|table| &mut table.columns).collect();
    dialect.is_guarded = is_guarded(&columns);
    for column in &mut columns {
        column.notation.is_guarded = dialect.is_guarded;
    }
    if family == Family::Unknown {
        guess(&mut columns, choices, notes);
    } else {
        as_documented(&mut columns, choices, notes);
    }
    dialect.decimal = columns.iter().find(|column| has_decimals(column)).map(|column| column.notation.decimal);
    let of_days = |column: &&&mut TableColumn| column.kind == ValueKind::Day && !texts(column).is_empty();
    dialect.days = columns.iter().find(of_days).map(|column| column.notation.days);
    drop(columns);
    check(tables, family, choices, notes)
}

/// The numbers of the texts of a column that are something.
fn texts(column: &TableColumn) -> Vec<u32> {
    (0..column.values.len()).filter(|code| !column.is_nothing(*code)).collect()
}

fn has_decimals(column: &TableColumn) -> bool {
    let sign = char::from(column.notation.decimal.byte());
    column.kind == ValueKind::Number
        && !column.notation.is_amount
        && (0..column.values.len()).any(|code| column.values.text(code).contains(sign))
}

/// Whether `'` is in front of text as a file that is safe for spreadsheets has it: before all that a spreadsheet would run,
/// and before nothing else but another `'`.
fn is_guarded(columns: &[&mut TableColumn]) -> bool {
    let mut found = false;
    for column in columns.iter().filter(|column| column.kind == ValueKind::Text) {
        for code in 0..column.values.len() {
            let text = column.values.text(code);
            if matches!(column.values.style(code), Style::Bare | Style::Quoted) {
                match text.strip_prefix('\'') {
                    Some(rest) if rest.starts_with('\'') || is_run_by_spreadsheets(rest) => found = true,
                    Some(_) => return false,
                    None if is_run_by_spreadsheets(text) && (column.is_known || !is_number(text)) => return false,
                    None => {}
                }
            }
        }
    }
    found
}

/// A number, which is never guarded; it is text only as long as nobody knows its column.
fn is_number(text: &str) -> bool {
    [DecimalMark::Point, DecimalMark::Comma].into_iter().any(|mark| notation::number(text, mark).is_some())
}

/// What the days of some columns show.
#[derive(Debug, Clone, Copy, Default)]
struct DaysSeen {
    month_first: bool,
    day_first: bool,
    year_first: bool,
    /// The sign of a day that reads both ways, or of any whose year is last.
    sign: Option<u8>,
}

impl DaysSeen {
    fn see(&mut self, text: &str) {
        match notation::day_shape(text) {
            Some(DayShape::YearLast(a, b, _, sign)) => {
                self.day_first |= a > 12;
                self.month_first |= b > 12;
                self.sign = self.sign.or(Some(sign));
            }
            Some(DayShape::YearFirst(..)) => self.year_first = true,
            None => {}
        }
    }

    /// The order, when the values alone tell it.
    fn order(self) -> Option<DayOrder> {
        match (self.sign, self.month_first, self.day_first) {
            (None, ..) => self.year_first.then_some(DayOrder::YearFirst),
            (_, true, false) => Some(DayOrder::MonthFirst),
            (_, false, true) => Some(DayOrder::DayFirst),
            _ => None,
        }
    }
}

fn as_documented(columns: &mut [&mut TableColumn], choices: Choices, notes: &mut Vec<Note>) {
    let mut seen = DaysSeen::default();
    let (mut points, mut commas) = (false, false);
    for column in columns.iter() {
        for code in texts(column) {
            let text = column.values.text(code);
            match column.kind {
                ValueKind::Day => seen.see(text),
                ValueKind::Number if !column.notation.is_amount => {
                    points |= text.contains('.') && notation::number(text, DecimalMark::Point).is_some();
                    commas |= text.contains(',') && notation::number(text, DecimalMark::Comma).is_some();
                }
                _ => {}
            }
        }
    }
    // Azure writes 02/17/2026; with other signs it is what a spreadsheet in Dutch makes of it.
    let documented = match seen.sign {
        Some(b'/') => DayOrder::MonthFirst,
        Some(_) => DayOrder::DayFirst,
        None => DayOrder::YearFirst,
    };
    let days = choices.days.filter(|_| seen.sign.is_some()).or(seen.order()).unwrap_or(documented);
    if seen.sign.is_some() && choices.days.is_none() {
        match seen.order() {
            None if !seen.month_first => notes.push(Note::DaysByFormat(days)),
            Some(order) if order != documented => notes.push(Note::DaysByValues(order)),
            _ => {}
        }
    }
    let shown = if commas && !points { DecimalMark::Comma } else { DecimalMark::Point };
    let decimal = choices.decimal.unwrap_or(shown);
    for column in columns {
        (column.notation.decimal, column.notation.days) = (decimal, days);
    }
}

/// Numbers of a column: which signs they can have, and which sign only of decimals.
#[derive(Debug, Clone, Copy)]
struct NumbersSeen {
    can: [bool; 2],
    proves: [bool; 2],
    has_sign: bool,
}

const MARKS: [DecimalMark; 2] = [DecimalMark::Point, DecimalMark::Comma];

/// None when a text is no number under either sign, or looks like a code that happens to be digits.
fn numbers_seen(column: &TableColumn, codes: &[u32]) -> Option<NumbersSeen> {
    let mut seen = NumbersSeen { can: [true; 2], proves: [false; 2], has_sign: false };
    for code in codes {
        let text = column.values.text(*code);
        let digits = text.strip_prefix('-').unwrap_or(text);
        if digits.len() > 1 && digits.starts_with('0') && digits.as_bytes().get(1).is_some_and(u8::is_ascii_digit) {
            return None;
        }
        for ((mark, can), proves) in MARKS.into_iter().zip(&mut seen.can).zip(&mut seen.proves) {
            *can &= notation::number(text, mark).is_some();
            if let Some((whole, decimals)) = digits.split_once(char::from(mark.byte())) {
                seen.has_sign = true;
                // 1,234 can be one thousand; 0,234 and 1,23 and 1234,567 cannot.
                *proves |= decimals.len() != 3 || whole.len() > 3 || whole == "0";
            }
        }
        if seen.can == [false; 2] {
            return None;
        }
    }
    Some(seen)
}

fn guess(columns: &mut [&mut TableColumn], choices: Choices, notes: &mut Vec<Note>) {
    let mut numbers = Vec::new();
    let mut days = Vec::new();
    let (mut all_days, mut all_numbers) = (DaysSeen::default(), [false; 2]);
    for (at, column) in columns.iter().enumerate() {
        let codes = texts(column);
        if codes.is_empty() {
            continue;
        }
        if let Some(seen) = numbers_seen(column, &codes) {
            let proof = |mark: usize| seen.can[mark] && seen.proves[mark];
            all_numbers = [all_numbers[0] | proof(0), all_numbers[1] | proof(1)];
            numbers.push((at, seen));
        } else if codes.iter().all(|code| notation::day_shape(column.values.text(*code)).is_some()) {
            let mut seen = DaysSeen::default();
            codes.iter().for_each(|code| seen.see(column.values.text(*code)));
            // A column that has both 13/02 and 02/13 is no column of days.
            if !(seen.day_first && seen.month_first) {
                all_days.day_first |= seen.day_first;
                all_days.month_first |= seen.month_first;
                all_days.sign = all_days.sign.or(seen.sign);
                days.push((at, seen));
            }
        }
    }
    for (at, seen) in numbers {
        let only = match seen.can {
            [true, false] if seen.proves[0] => Some(DecimalMark::Point),
            [false, true] if seen.proves[1] => Some(DecimalMark::Comma),
            _ => None,
        };
        let shown = match all_numbers {
            [true, false] if seen.can[0] => Some(DecimalMark::Point),
            [false, true] if seen.can[1] => Some(DecimalMark::Comma),
            _ => None,
        };
        let whole = (!seen.has_sign).then_some(DecimalMark::Point);
        let mark = choices.decimal.filter(|mark| seen.can[usize::from(*mark == DecimalMark::Comma)]);
        let Some(column) = columns.get_mut(at) else { continue };
        match only.or(whole).or(mark).or(shown) {
            Some(mark) => (column.kind, column.notation.decimal) = (ValueKind::Number, mark),
            None => notes.push(Note::NumbersAmbiguous { column: column.header.clone() }),
        }
    }
    for (at, seen) in days {
        let shown = || all_days.order().filter(|order| *order != DayOrder::YearFirst);
        let Some(column) = columns.get_mut(at) else { continue };
        match seen.order().or(choices.days.filter(|order| *order != DayOrder::YearFirst)).or_else(shown) {
            Some(order) => (column.kind, column.notation.days) = (ValueKind::Day, order),
            None => notes.push(Note::DaysAmbiguous { column: column.header.clone() }),
        }
    }
}

/// Checks every text of every column that is not text.
fn check(tables: &mut [Table], family: Family, choices: Choices, notes: &mut Vec<Note>) -> Result<(), ExploreError> {
    for table in tables {
        let mut first: Option<(u32, usize, u32)> = None;
        for at in 0..table.columns.len() {
            let Some(column) = table.columns.get_mut(at) else { continue };
            if column.kind == ValueKind::Text {
                continue;
            }
            let codes = 0..column.values.len();
            column.bad = codes.clone().filter(|code| !column.reads(*code)).collect();
            column.is_plain = codes.into_iter().all(|code| column.is_nothing(code) || column.is_written_plainly(code));
            if column.bad.is_empty() {
                continue;
            }
            let Some(column) = table.columns.get(at) else { continue };
            // FOCUS has products of prices and quantities: a number that is only too long to be reckoned with is not wrong.
            // Nor is another word for yes: Microsoft does not say how such a file has it.
            let is_kept = |code: u32| {
                let is_usual = match column.kind {
                    ValueKind::Number => is_long_number(column.values.text(code), column.notation.decimal),
                    kind => kind == ValueKind::Flag,
                };
                choices.is_lenient || family == Family::Focus && is_usual
            };
            let bad = || (0..table.rows).filter(|row| column.is_bad(column.values.code(*row)));
            let mut kept = bad().filter(|row| is_kept(column.values.code(*row)));
            if let Some(row) = kept.next() {
                notes.push(Note::KeptAsText {
                    column: column.header.clone(),
                    cells: 1 + kept.count() as u64,
                    line: table.line(row),
                    found: quoted(column.values.text(column.values.code(row))),
                });
            }
            let stops = bad().find(|row| !is_kept(column.values.code(*row)));
            if let Some(row) = stops.filter(|row| first.is_none_or(|(best, ..)| *row < best)) {
                first = Some((row, at, column.values.code(row)));
            }
        }
        let first = first.and_then(|(row, at, code)| Some((row, table.columns.get(at)?, code)));
        if let Some((row, column, code)) = first {
            return Err(ExploreError::Value {
                line: table.line(row),
                column: column.header.clone(),
                expected: expected(column),
                found: quoted(column.values.text(code)),
            });
        }
    }
    Ok(())
}
