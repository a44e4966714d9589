//! Reads a file of text back as it is made: strict RFC 4180, written apart from the writer.
use super::{CellMode, Column, Dialect, ExportError, Plan, Tally, restored};
use crate::export::dialect::MARK;
use memchr::{memchr, memchr3};
use std::borrow::Cow;

/// What was found in a file so far.
#[derive(Debug, Clone)]
pub(super) struct CsvReadBack {
    dialect: Dialect,
    mode: CellMode,
    columns: usize,
    cost: Option<usize>,
    currency: Option<usize>,
    found: Tally,
}

impl CsvReadBack {
    /// Nothing read yet.
    pub(super) fn new(plan: &Plan, dialect: Dialect) -> CsvReadBack {
        let Plan { mode, cost, currency, .. } = *plan;
        CsvReadBack { dialect, mode, columns: plan.columns.len(), cost, currency, found: Tally::default() }
    }

    /// What was found.
    pub(super) fn found(&self) -> &Tally {
        &self.found
    }

    /// Reads the head, which is the header line and nothing else.
    ///
    /// # Errors
    /// [`ExportError::HeaderDiffers`].
    pub(super) fn read_head(&mut self, head: &[u8], plan: &Plan) -> Result<(), ExportError> {
        let rows = match (self.dialect.has_mark, head.strip_prefix(MARK)) {
            (true, Some(rows)) => rows,
            (false, None) => head,
            _ => return Err(ExportError::HeaderDiffers),
        };
        let mut cells = Cells { bytes: rows, delimiter: self.dialect.delimiter };
        let mut is_equal = |(at, column): (usize, &Column)| {
            let (raw, end) = cells.next()?;
            let is_same = restored(&raw.text()?, self.mode) == column.name;
            (is_same && (end == End::Row) == (at + 1 == self.columns)).then_some(())
        };
        let is_header = plan.columns.iter().enumerate().all(|column| is_equal(column).is_some());
        if is_header && cells.bytes.is_empty() { Ok(()) } else { Err(ExportError::HeaderDiffers) }
    }

    /// Reads a page, which is whole rows. One that cannot be read leaves everything as it was.
    ///
    /// # Errors
    /// [`ExportError::RowDiffers`], [`ExportError::SumTooLarge`].
    pub(super) fn read(&mut self, page: &[u8]) -> Result<(), ExportError> {
        let mut cells = Cells { bytes: page, delimiter: self.dialect.delimiter };
        let mut found = self.found.clone();
        while !cells.bytes.is_empty() {
            let row = found.rows() + 1;
            self.row(&mut cells, &mut found).ok_or(ExportError::RowDiffers { row })??;
        }
        self.found = found;
        Ok(())
    }

    /// Reads a row; none when it is not as RFC 4180 has it, or has another number of cells.
    fn row(&self, cells: &mut Cells<'_>, found: &mut Tally) -> Option<Result<(), ExportError>> {
        let (mut cost, mut currency) = (Raw::EMPTY, Raw::EMPTY);
        for at in 0..self.columns {
            let (raw, end) = cells.next()?;
            if self.cost == Some(at) {
                cost = raw;
            } else if self.currency == Some(at) {
                currency = raw;
            }
            if (end == End::Row) != (at + 1 == self.columns) {
                return None;
            }
        }
        let (cost, currency) = (cost.text()?, currency.text()?);
        let cost = match self.dialect.decimal {
            b'.' => cost,
            _ if cost.contains('.') => return None,
            sign => cost.replace(char::from(sign), ".").into(),
        };
        Some(found.count_text(restored(&currency, self.mode), &cost))
    }
}

/// The cells of one row with commas, which ends as RFC 4180 has it; none when it is not as that has it.
pub(super) fn read_row(row: &[u8]) -> Option<Vec<String>> {
    let mut cells = Cells { bytes: row, delimiter: b',' };
    let mut texts = Vec::new();
    loop {
        let (raw, end) = cells.next()?;
        texts.push(raw.text()?.into_owned());
        if end == End::Row {
            return cells.bytes.is_empty().then_some(texts);
        }
    }
}

/// What is behind a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Cell,
    Row,
}

/// A cell as it stands between its quotes.
#[derive(Debug, Clone, Copy)]
struct Raw<'p> {
    bytes: &'p [u8],
    /// Whether a quote in it is written twice.
    is_doubled: bool,
}

impl<'p> Raw<'p> {
    const EMPTY: Raw<'static> = Raw { bytes: b"", is_doubled: false };

    fn text(self) -> Option<Cow<'p, str>> {
        let text = std::str::from_utf8(self.bytes).ok()?;
        Some(if self.is_doubled { text.replace("\"\"", "\"").into() } else { text.into() })
    }
}

/// The cells of rows.
struct Cells<'p> {
    bytes: &'p [u8],
    delimiter: u8,
}

impl<'p> Cells<'p> {
    /// The next cell and what is behind it; none when that is not as RFC 4180 has it.
    #[inline]
    fn next(&mut self) -> Option<(Raw<'p>, End)> {
        let first = *self.bytes.first()?;
        if first == self.delimiter {
            // Nothing between two delimiters: in most rows, most cells.
            self.bytes = self.bytes.get(1..)?;
            return Some((Raw::EMPTY, End::Cell));
        }
        if first == b'"' {
            return self.quoted();
        }
        let at = memchr3(self.delimiter, b'\n', b'"', self.bytes)?;
        let (text, rest) = self.bytes.split_at_checked(at)?;
        // CRLF ends a row; neither sign stands in a cell without quotes.
        let (text, end) = match (text, *rest.first()?) {
            ([text @ .., b'\r'], b'\n') => (text, End::Row),
            (_, b'\n' | b'"') => return None,
            _ => (text, End::Cell),
        };
        if text.contains(&b'\r') {
            return None;
        }
        self.bytes = rest.get(1..)?;
        Some((Raw { bytes: text, is_doubled: false }, end))
    }

    fn quoted(&mut self) -> Option<(Raw<'p>, End)> {
        let inside = self.bytes.get(1..)?;
        let mut at = 0;
        let mut is_doubled = false;
        loop {
            at += memchr(b'"', inside.get(at..)?)?;
            if inside.get(at + 1) != Some(&b'"') {
                break;
            }
            is_doubled = true;
            at += 2;
        }
        let raw = Raw { bytes: inside.get(..at)?, is_doubled };
        let (end, rest) = match inside.get(at + 1..)? {
            [b'\r', b'\n', rest @ ..] => (End::Row, rest),
            [first, rest @ ..] if *first == self.delimiter => (End::Cell, rest),
            _ => return None,
        };
        self.bytes = rest;
        Some((raw, end))
    }
}

#[cfg(test)]
mod tests;
