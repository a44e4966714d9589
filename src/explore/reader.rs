//! Reads a file piece by piece into tables.
use super::decode::Decoder;
use super::dictionary::{Dictionary, Refused};
use super::fault::{fault_at, not_utf8};
use super::recognise::{columns_of, header_cells};
use super::rows::{CellRules, LONGEST_ROW, RawRow, RowEnds};
use super::sections::Section;
use super::settle::settle;
use super::table::{Lines, Notation, Table, TableColumn};
use super::{DayOrder, DecimalMark, Dialect, ExploreError, Family, LineEnd, Note, Recognised};
use crate::billing::ValueKind;
use std::cell::OnceCell;

/// What the person says about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choices {
    /// Values that are not what their column has are kept as text and counted, instead of being an error.
    pub is_lenient: bool,
    /// The order of a day's parts, where the file does not tell.
    pub days: Option<DayOrder>,
    /// The decimal sign, where the file does not tell.
    pub decimal: Option<DecimalMark>,
}

/// A file that was read.
#[derive(Debug)]
pub struct Opened {
    family: Family,
    dialect: Dialect,
    tables: Vec<Table>,
    notes: Vec<Note>,
}

impl Opened {
    /// Which of Azure's files it is.
    pub fn family(&self) -> Family {
        self.family
    }

    /// How it is written.
    pub fn dialect(&self) -> &Dialect {
        &self.dialect
    }

    /// Its tables in the file's order: one, or the sections of an Account Center file.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// The table to show first: the daily usage of an Account Center file, the only one of others.
    pub fn main_table(&self) -> Option<&Table> {
        let daily = self.tables.iter().find(|table| table.section == Some(Section::DailyUsage));
        daily.or_else(|| self.tables.last())
    }

    /// What is to be told of it.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}

/// What the next row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Title,
    Header,
    Row,
}

/// Reads a file in pieces of any size. An error is final.
#[derive(Debug)]
pub struct Reader {
    decoder: Decoder,
    ends: RowEnds,
    sheet: Sheet,
    choices: Choices,
}

/// The tables as far as they are read.
#[derive(Debug)]
struct Sheet {
    family: Family,
    dialect: Dialect,
    rules: CellRules,
    next: Next,
    line: u64,
    title: Vec<u8>,
    scratch: Vec<u8>,
    tables: Vec<Table>,
}

impl Reader {
    /// A reader of a file that was recognised. It begins at the first byte again.
    pub fn new(recognised: &Recognised, choices: Choices) -> Reader {
        let (family, dialect) = (recognised.family, recognised.dialect);
        let has_sections = family == Family::AccountCenter;
        let sheet = Sheet {
            family,
            dialect,
            rules: CellRules { delimiter: dialect.delimiter, has_wraps: has_sections },
            next: if has_sections { Next::Title } else { Next::Header },
            line: 1,
            title: Vec::new(),
            scratch: Vec::new(),
            tables: Vec::new(),
        };
        Reader { decoder: Decoder::new(dialect.encoding), ends: RowEnds::default(), sheet, choices }
    }

    /// Reads the next piece.
    ///
    /// # Errors
    /// [`ExploreError`], but never of a value: those are told by [`Reader::finish`].
    pub fn push(&mut self, piece: &[u8]) -> Result<(), ExploreError> {
        let text = self.decoder.push(piece)?;
        let sheet = &mut self.sheet;
        self.ends.push(text, |row| sheet.take(&row, true))?;
        if self.ends.rest().bytes.len() > LONGEST_ROW {
            // A quote that was never closed is more likely than such a row.
            self.sheet.check(&self.ends.rest())?;
            return Err(ExploreError::RowTooLong { line: self.sheet.line });
        }
        Ok(())
    }

    /// Rows read so far, for the progress.
    pub fn rows(&self) -> u64 {
        self.sheet.tables.iter().map(|table| u64::from(table.rows)).sum()
    }

    /// Reads what has no end, settles how numbers and days are written, and checks every value.
    ///
    /// # Errors
    /// [`ExploreError`].
    pub fn finish(mut self) -> Result<Opened, ExploreError> {
        self.decoder.finish()?;
        let rest = self.ends.rest();
        if !rest.bytes.is_empty() {
            self.sheet.take(&rest, false)?;
        }
        let Sheet { family, dialect, mut tables, .. } = self.sheet;
        if tables.is_empty() {
            return Err(ExploreError::NoHeader);
        }
        tables.iter_mut().flat_map(|table| &mut table.columns).for_each(|column| column.values.close());
        let mut opened = Opened { family, dialect, tables, notes: Vec::new() };
        settle(family, &mut opened.tables, self.choices, &mut opened.dialect, &mut opened.notes)?;
        Ok(opened)
    }
}

impl Sheet {
    /// Takes a row; `is_ended` says whether a line feed follows it.
    fn take(&mut self, raw: &RawRow<'_>, is_ended: bool) -> Result<(), ExploreError> {
        let (row, end) = match raw.bytes.strip_suffix(b"\r") {
            Some(row) if is_ended => (row, LineEnd::CrLf),
            _ => (raw.bytes, LineEnd::Lf),
        };
        let with_end = || {
            let mut line = row.to_vec();
            line.extend_from_slice(if is_ended { end.bytes() } else { b"" });
            line
        };
        let has_sections = self.family == Family::AccountCenter;
        // A title comes after an empty line.
        if self.next == Next::Row && has_sections && !row.is_empty() {
            self.next = self.tables.last().filter(|table| !table.tail.is_empty()).map_or(Next::Row, |_| Next::Title);
        }
        match self.next {
            Next::Title => {
                self.check(raw)?;
                self.title = with_end();
                self.next = Next::Header;
            }
            Next::Header => {
                self.header(raw, row, end, is_ended)?;
                self.next = Next::Row;
            }
            Next::Row if row.is_empty() && self.has_empty_lines() => {
                if let Some(table) = self.tables.last_mut() {
                    table.tail.extend_from_slice(&with_end());
                }
            }
            Next::Row => self.row(raw, row, end, is_ended)?,
        }
        self.line += 1 + u64::from(raw.lines);
        Ok(())
    }

    /// Whether an empty line is no row: in a table of one column it is one.
    fn has_empty_lines(&self) -> bool {
        self.tables.last().is_some_and(|table| table.columns.len() > 1)
    }

    fn header(&mut self, raw: &RawRow<'_>, row: &[u8], end: LineEnd, is_ended: bool) -> Result<(), ExploreError> {
        self.check(raw)?;
        let (cells, _) = header_cells(row, self.rules).ok_or(ExploreError::NoHeader)?;
        let names: Vec<&str> = cells.iter().map(String::as_str).collect();
        let section = if self.family == Family::AccountCenter { Section::of(&names) } else { None };
        let notation = Notation {
            decimal: DecimalMark::Point,
            days: DayOrder::YearFirst,
            is_amount: false,
            is_guarded: false,
            has_null: self.family == Family::Focus,
        };
        let column = |known: super::KnownColumn| TableColumn {
            notation: Notation {
                is_amount: section == Some(Section::Statement)
                    && known.field == Some(crate::billing::UsageField::CostInBillingCurrency)
                    && known.kind == ValueKind::Number,
                ..notation
            },
            header: known.header,
            kind: known.kind,
            field: known.field,
            is_known: known.is_known,
            values: Dictionary::new(),
            bad: Vec::new(),
            is_plain: false,
            numbers: OnceCell::new(),
            ranks: OnceCell::new(),
            classes: OnceCell::new(),
        };
        let mut head = row.to_vec();
        head.extend_from_slice(if is_ended { end.bytes() } else { b"" });
        self.tables.push(Table {
            section,
            title: std::mem::take(&mut self.title),
            head,
            tail: Vec::new(),
            columns: columns_of(self.family, &cells).into_iter().map(column).collect(),
            rows: 0,
            lines: Lines { first: self.line + 1 + u64::from(raw.lines), ..Lines::default() },
            line_end: if is_ended { end } else { self.dialect.line_end },
            is_ended,
            delimiter: self.rules.delimiter,
        });
        Ok(())
    }

    fn row(&mut self, raw: &RawRow<'_>, row: &[u8], end: LineEnd, is_ended: bool) -> Result<(), ExploreError> {
        let (line, rules) = (self.line, self.rules);
        let Some(table) = self.tables.last_mut() else { return Err(ExploreError::NoHeader) };
        let expected = table.columns.len();
        if !table.tail.is_empty() {
            let empty = table.tail.iter().filter(|byte| **byte == b'\n').count() as u64;
            return Err(ExploreError::Cells { line: line - empty, expected, found: 1 });
        }
        let (mut at, mut found) = (Some(0), 0);
        while let Some(start) = at {
            let cell = rules.cell(row, start, &mut self.scratch).map_err(|fault| fault_at(line, row, fault, rules))?;
            if let Some(column) = table.columns.get_mut(found) {
                column.values.push(cell.text, cell.style).map_err(|refused| match refused {
                    Refused::TooLarge => ExploreError::TooLarge { line },
                    Refused::NotUtf8 { .. } => not_utf8(line, row),
                })?;
            }
            found += 1;
            at = cell.next;
        }
        if found != expected {
            return Err(ExploreError::Cells { line, expected, found });
        }
        if raw.lines > 0 {
            let before = table.lines.within.last().map_or(0, |(_, lines)| *lines);
            table.lines.within.push((table.rows, before + u64::from(raw.lines)));
        }
        if is_ended && end != table.line_end {
            table.lines.odd_ends.push(table.rows);
        }
        table.is_ended = is_ended;
        table.rows = table.rows.checked_add(1).ok_or(ExploreError::TooLarge { line })?;
        Ok(())
    }

    /// That a row reads as cells of text.
    fn check(&mut self, raw: &RawRow<'_>) -> Result<(), ExploreError> {
        let row = raw.bytes.strip_suffix(b"\r").unwrap_or(raw.bytes);
        std::str::from_utf8(row).map_err(|_| not_utf8(self.line, row))?;
        let mut at = Some(0);
        while let Some(start) = at {
            let cell = self.rules.cell(row, start, &mut self.scratch);
            at = cell.map_err(|fault| fault_at(self.line, row, fault, self.rules))?.next;
        }
        Ok(())
    }
}
