//! Rows on their way into a workbook, as XML that can still be thrown away.
use super::place::{Letters, put_number};
use super::text::put_text;
use super::{CELL_UNITS, KEPT_DIGITS, SHEET_BYTES, XlsxCounts, XlsxError};
use crate::billing::ValueKind;
use crate::export::{Cell, Column};
use crate::zip::ZipError;
use chrono::NaiveDate;
use std::rc::Rc;

/// What follows the place of a header: style 1 is bold.
const HEADER: &[u8] = b"\" s=\"1\" t=\"inlineStr\"><is><t";

/// How far the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    /// Last row of the sheet that is in use, from 1; its header is row 1.
    pub(super) row: u32,
    /// Bytes of the sheet.
    pub(super) bytes: u64,
    /// What was written.
    pub(super) counts: XlsxCounts,
}

/// Rows as the XML of sheets, in a buffer that is used again. Made by [`XlsxWriter::page`](super::XlsxWriter::page).
///
/// After an error the page is good for nothing but [`XlsxPage::restart`].
#[derive(Debug, Clone)]
pub struct XlsxPage {
    pub(super) columns: Rc<[Column]>,
    pub(super) sheet_rows: u32,
    pub(super) xml: Vec<u8>,
    /// Where another sheet begins: the bytes of the XML before it, and the last row of the sheet before it.
    pub(super) breaks: Vec<(usize, u32)>,
    /// Bytes of a sheet before its rows.
    head: u64,
    /// Where the page begins.
    pub(super) start: Place,
    /// Where it ends.
    pub(super) end: Place,
    /// The number of the row as text, while it is open.
    row: Vec<u8>,
    /// Where its XML begins.
    row_start: usize,
    /// Cells of the row so far.
    cells: usize,
    letters: Letters,
}

impl XlsxPage {
    pub(super) fn new(columns: Rc<[Column]>, sheet_rows: u32, head: u64, start: Place) -> XlsxPage {
        XlsxPage {
            head,
            columns,
            sheet_rows,
            xml: Vec::new(),
            breaks: Vec::new(),
            start,
            end: start,
            row: Vec::new(),
            row_start: 0,
            cells: 0,
            letters: Letters::BEFORE,
        }
    }

    /// Takes every row out, and begins after the last row that the writer has accepted.
    pub fn restart(&mut self, writer: &super::XlsxWriter) {
        self.xml.clear();
        self.breaks.clear();
        self.row.clear();
        self.cells = 0;
        self.start = writer.place();
        self.end = self.start;
    }

    /// The next cell of the row: an empty one is left out of the file.
    ///
    /// # Errors
    /// [`XlsxError::CellCountDiffers`], [`XlsxError::TextTooLong`], [`XlsxError::NotOfItsKind`].
    pub fn cell(&mut self, cell: Cell<'_>) -> Result<(), XlsxError> {
        if self.row.is_empty() {
            self.begin_row();
        }
        self.cells += 1;
        self.letters.step();
        if self.cells > self.columns.len() {
            return Err(self.count_differs());
        }
        if cell.text.is_empty() {
            return Ok(());
        }
        match cell.kind {
            ValueKind::Text | ValueKind::Json => self.text(cell.text, false),
            ValueKind::Number => match significant_digits(cell.text) {
                None => Err(self.not_of_its_kind(cell)),
                Some(digits) if digits > KEPT_DIGITS => {
                    self.end.counts.long_numbers += 1;
                    self.text(cell.text, false)
                }
                Some(_) => {
                    self.begin_cell(b"\"><v>");
                    self.xml.extend_from_slice(cell.text.as_bytes());
                    self.xml.extend_from_slice(b"</v></c>");
                    Ok(())
                }
            },
            ValueKind::Day => match serial(cell.text) {
                None => Err(self.not_of_its_kind(cell)),
                Some(None) => {
                    self.end.counts.early_days += 1;
                    self.text(cell.text, false)
                }
                Some(Some(serial)) => {
                    // Style 2 is that of days.
                    self.begin_cell(b"\" s=\"2\"><v>");
                    put_number(&mut self.xml, serial);
                    self.xml.extend_from_slice(b"</v></c>");
                    Ok(())
                }
            },
            ValueKind::Flag => {
                let value: &[u8] = match cell.text {
                    "true" => b"1",
                    "false" => b"0",
                    _ => return Err(self.not_of_its_kind(cell)),
                };
                self.begin_cell(b"\" t=\"b\"><v>");
                self.xml.extend_from_slice(value);
                self.xml.extend_from_slice(b"</v></c>");
                Ok(())
            }
        }
    }

    /// Ends the row.
    ///
    /// # Errors
    /// [`XlsxError::CellCountDiffers`]; [`XlsxError::Zip`] for a row that makes its sheet larger than 4 GiB.
    pub fn end_row(&mut self) -> Result<(), XlsxError> {
        if self.cells != self.columns.len() {
            return Err(self.count_differs());
        }
        self.xml.extend_from_slice(b"</row>");
        self.end.bytes += (self.xml.len() - self.row_start) as u64;
        self.end.counts.rows += 1;
        self.row.clear();
        self.cells = 0;
        // The last bytes are room for what is behind the rows.
        if self.end.bytes >= u64::from(u32::MAX) - 4_096 {
            return Err(XlsxError::Zip(ZipError::TooLarge(format!("row {}", self.end.counts.rows))));
        }
        Ok(())
    }

    /// Rows, and what is not what its kind would have it, up to the end of the page.
    pub fn counts(&self) -> XlsxCounts {
        self.end.counts
    }

    /// The XML of the rows, of one sheet after another.
    pub fn xml(&self) -> &[u8] {
        &self.xml
    }

    /// Whether the last row has no end.
    pub(super) fn is_inside_row(&self) -> bool {
        !self.row.is_empty()
    }

    /// The row that is written, from 1 over all sheets.
    pub(super) fn row_number(&self) -> u64 {
        self.end.counts.rows + 1
    }

    /// The first row of a sheet, in bold.
    pub(super) fn header(&mut self) -> Result<(), XlsxError> {
        self.end.row = 0;
        self.begin_row();
        for (at, column) in Rc::clone(&self.columns).iter().enumerate() {
            self.letters.step();
            if !column.name.is_empty() {
                self.text(&column.name, true).map_err(|_| XlsxError::HeaderTooLong(at + 1))?;
            }
        }
        self.xml.extend_from_slice(b"</row>");
        self.row.clear();
        Ok(())
    }

    fn begin_row(&mut self) {
        if self.end.row >= self.sheet_rows || self.end.bytes >= SHEET_BYTES {
            self.breaks.push((self.xml.len(), self.end.row));
            self.end.row = 1;
            self.end.bytes = self.head;
        }
        self.row_start = self.xml.len();
        self.end.row += 1;
        put_number(&mut self.row, u64::from(self.end.row));
        self.xml.extend_from_slice(b"<row r=\"");
        self.xml.extend_from_slice(&self.row);
        self.xml.extend_from_slice(b"\">");
        self.letters = Letters::BEFORE;
    }

    /// `<c r="BM7` and what comes then.
    fn begin_cell(&mut self, then: &[u8]) {
        self.xml.extend_from_slice(b"<c r=\"");
        self.xml.extend_from_slice(self.letters.as_bytes());
        self.xml.extend_from_slice(&self.row);
        self.xml.extend_from_slice(then);
    }

    fn text(&mut self, text: &str, is_header: bool) -> Result<(), XlsxError> {
        // A character has at least as many bytes as UTF-16 code units.
        if text.len() > CELL_UNITS {
            let units = text.encode_utf16().count();
            if units > CELL_UNITS {
                let (row, column) = (self.row_number(), self.column_name());
                return Err(XlsxError::TextTooLong { row, column, units });
            }
        }
        self.begin_cell(if is_header { HEADER } else { b"\" t=\"inlineStr\"><is><t" });
        // Without it blanks at the ends are no part of the text.
        let is_blank = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        let has_blank = is_blank(text.as_bytes().first()) || is_blank(text.as_bytes().last());
        self.xml.extend_from_slice(if has_blank { b" xml:space=\"preserve\">" } else { b">" });
        put_text(&mut self.xml, text);
        self.xml.extend_from_slice(b"</t></is></c>");
        Ok(())
    }

    fn column_name(&self) -> String {
        let column = self.cells.checked_sub(1).and_then(|at| self.columns.get(at));
        column.map_or_else(String::new, |column| column.name.clone().into_owned())
    }

    fn count_differs(&self) -> XlsxError {
        XlsxError::CellCountDiffers { row: self.row_number(), columns: self.columns.len() }
    }

    fn not_of_its_kind(&self, cell: Cell<'_>) -> XlsxError {
        let (row, column) = (self.row_number(), self.column_name());
        XlsxError::NotOfItsKind { row, column, kind: cell.kind, text: cell.text.to_owned() }
    }
}

/// How many digits a number needs: zeros before the first other digit and after the last one are none. None when it is not
/// of the form `-?[0-9]+(.[0-9]+)?`.
fn significant_digits(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    let (mut needed, mut zeros, mut point) = (0, 0, None);
    for (at, byte) in digits.iter().enumerate() {
        match byte {
            b'0' if needed > 0 => zeros += 1,
            b'0' => {}
            b'1'..=b'9' => {
                needed += zeros + 1;
                zeros = 0;
            }
            b'.' if point.is_none() && at > 0 => point = Some(at),
            _ => return None,
        }
    }
    let is_whole = !digits.is_empty() && point.is_none_or(|at| at + 1 < digits.len());
    is_whole.then_some(needed)
}

/// The number of a day of the form `YYYY-MM-DD` in the calendar of 1900, counted from 30 December 1899; no number before 1
/// March 1900, since that calendar has a 29 February before it. None when it is no such day.
fn serial(text: &str) -> Option<Option<u64>> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let number = |digits: &[&u8]| {
        digits
            .iter()
            .try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(**digit - b'0')))
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    let day = NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)?;
    let days = (day - NaiveDate::from_ymd_opt(1899, 12, 30)?).num_days();
    Some(u64::try_from(days).ok().filter(|days| *days >= 61))
}
