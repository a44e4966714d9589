//! Reads a file of text back as it is made: strict RFC 4180, written apart from the writer.
use super::{CellMode, Dialect, ExportError, Plan, Tally, restored};
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
        let mut names = plan.columns.iter();
        let mut cells = Cells { bytes: rows, delimiter: self.dialect.delimiter };
        let is_header = |(text, _): (Cow<'_, [u8]>, End)| {
            let text = std::str::from_utf8(&text).ok()?;
            names.next().filter(|column| restored(text, self.mode) == column.name).map(drop)
        };
        let header = cells.row(self.columns, is_header).ok_or(ExportError::HeaderDiffers)?;
        if header == self.columns && cells.bytes.is_empty() { Ok(()) } else { Err(ExportError::HeaderDiffers) }
    }

    /// Reads a page, which is whole rows. One that cannot be read leaves everything as it was.
    ///
    /// # Errors
    /// [`ExportError::RowDiffers`], [`ExportError::SumTooLarge`].
    pub(super) fn read(&mut self, page: &[u8]) -> Result<(), ExportError> {
        let mut cells = Cells { bytes: page, delimiter: self.dialect.delimiter };
        let mut found = self.found.clone();
        while !cells.bytes.is_empty() {
            let differs = ExportError::RowDiffers { row: found.rows() + 1 };
            let (mut cost, mut currency) = (Cow::default(), Cow::default());
            let mut at = 0;
            let read = cells.row(self.columns, |(text, _)| {
                if self.cost == Some(at) {
                    cost = text;
                } else if self.currency == Some(at) {
                    currency = text;
                }
                at += 1;
                Some(())
            });
            if read != Some(self.columns) {
                return Err(differs);
            }
            let text = |bytes: Cow<'_, [u8]>| String::from_utf8(bytes.into_owned());
            let (Ok(cost), Ok(currency)) = (text(cost), text(currency)) else { return Err(differs) };
            let cost = match self.dialect.decimal {
                b'.' => cost,
                _ => cost.replace(char::from(self.dialect.decimal), "."),
            };
            found.count_text(restored(&currency, self.mode), &cost)?;
        }
        self.found = found;
        Ok(())
    }
}

/// What is behind a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Cell,
    Row,
}

/// The cells of rows.
struct Cells<'p> {
    bytes: &'p [u8],
    delimiter: u8,
}

impl<'p> Cells<'p> {
    /// Gives the cells of the next row, at most `most`, to `each`, until it takes none; how many there were. None when they
    /// are not as RFC 4180 has them.
    fn row(&mut self, most: usize, mut each: impl FnMut((Cow<'p, [u8]>, End)) -> Option<()>) -> Option<usize> {
        for at in 1..=most {
            let (text, end) = self.cell()?;
            each((text, end))?;
            if end == End::Row {
                return Some(at);
            }
        }
        None
    }

    fn cell(&mut self) -> Option<(Cow<'p, [u8]>, End)> {
        if self.bytes.first() == Some(&b'"') {
            return self.quoted();
        }
        let at = memchr3(self.delimiter, b'\r', b'\n', self.bytes)?;
        let (text, rest) = self.bytes.split_at_checked(at)?;
        if memchr(b'"', text).is_some() {
            return None;
        }
        self.bytes = rest;
        Some((Cow::Borrowed(text), self.end()?))
    }

    fn quoted(&mut self) -> Option<(Cow<'p, [u8]>, End)> {
        let inside = self.bytes.get(1..)?;
        let mut at = 0;
        let mut doubled = false;
        loop {
            at += memchr(b'"', inside.get(at..)?)?;
            if inside.get(at + 1) != Some(&b'"') {
                break;
            }
            doubled = true;
            at += 2;
        }
        let text = inside.get(..at)?;
        self.bytes = inside.get(at + 1..)?;
        let text = if doubled { Cow::Owned(single_quotes(text)) } else { Cow::Borrowed(text) };
        Some((text, self.end()?))
    }

    fn end(&mut self) -> Option<End> {
        let (end, rest) = match self.bytes {
            [b'\r', b'\n', rest @ ..] => (End::Row, rest),
            [first, rest @ ..] if *first == self.delimiter => (End::Cell, rest),
            _ => return None,
        };
        self.bytes = rest;
        Some(end)
    }
}

fn single_quotes(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr(b'"', rest) {
        out.extend_from_slice(rest.get(..=at).unwrap_or_default());
        rest = rest.get(at + 2..).unwrap_or_default();
    }
    out.extend_from_slice(rest);
    out
}
