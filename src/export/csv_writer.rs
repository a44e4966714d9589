//! A writer of CSV rows (RFC 4180): comma, CRLF, quotes only where needed, UTF-8 without a byte order mark.
use super::CellMode;
use super::csv_cell::is_defused;
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use std::io::Write;

/// Writes rows at the end of a buffer, cell by cell. Which rule a cell is under is decided by the method that writes it,
/// that is by the type of its column, and never by looking at the text: a credit of `-5.00` is a number and stays one.
pub struct CsvWriter<'out> {
    out: &'out mut Vec<u8>,
    mode: CellMode,
    row_start: usize,
    cells: usize,
}

impl<'out> CsvWriter<'out> {
    /// A writer that adds to `out`, which must end with a whole row or be empty.
    pub fn new(out: &'out mut Vec<u8>, mode: CellMode) -> CsvWriter<'out> {
        let row_start = out.len();
        CsvWriter { out, mode, row_start, cells: 0 }
    }

    /// A text cell, defused as the mode says.
    pub fn text(&mut self, text: &str) {
        self.separate();
        let quoted = text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n'));
        if quoted {
            self.out.push(b'"');
        }
        if is_defused(text, self.mode) {
            self.out.push(b'\'');
        }
        if !quoted {
            self.out.extend_from_slice(text.as_bytes());
            return;
        }
        for (at, piece) in text.split('"').enumerate() {
            if at > 0 {
                self.out.extend_from_slice(b"\"\"");
            }
            self.out.extend_from_slice(piece.as_bytes());
        }
        self.out.push(b'"');
    }

    /// A number with every digit of its source: no exponent, no grouping, a sign only when it is negative. None is an
    /// empty cell.
    pub fn number(&mut self, number: Option<Decimal>) {
        self.separate();
        if let Some(number) = number {
            self.print(format_args!("{number}"));
        }
    }

    /// A day as `MM/DD/YYYY`, as cost-details files have it; none is an empty cell.
    pub fn date_month_first(&mut self, date: Option<NaiveDate>) {
        self.separate();
        if let Some(date) = date {
            let (year, month, day) = (date.year(), date.month(), date.day());
            self.print(format_args!("{month:02}/{day:02}/{year:04}"));
        }
    }

    /// A day as `YYYY-MM-DD` (ISO 8601); none is an empty cell.
    pub fn date_iso(&mut self, date: Option<NaiveDate>) {
        self.separate();
        if let Some(date) = date {
            let (year, month, day) = (date.year(), date.month(), date.day());
            self.print(format_args!("{year:04}-{month:02}-{day:02}"));
        }
    }

    /// `True` or `False`; none is an empty cell.
    pub fn flag(&mut self, flag: Option<bool>) {
        self.separate();
        self.out.extend_from_slice(match flag {
            Some(true) => b"True",
            Some(false) => b"False",
            None => b"",
        });
    }

    /// Ends the row with CRLF. A row of one empty cell is written as `""`: an empty line is no row to most readers.
    pub fn end_row(&mut self) {
        if self.cells == 1 && self.out.len() == self.row_start {
            self.out.extend_from_slice(b"\"\"");
        }
        self.out.extend_from_slice(b"\r\n");
        self.row_start = self.out.len();
        self.cells = 0;
    }

    fn separate(&mut self) {
        if self.cells > 0 {
            self.out.push(b',');
        }
        self.cells += 1;
    }

    fn print(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing into a Vec cannot fail.
        let _ = self.out.write_fmt(text);
    }
}
