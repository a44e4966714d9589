//! A writer of CSV rows (RFC 4180) in any dialect: CRLF, quotes only where needed and round the word `NULL`, UTF-8.
use super::csv_cell::is_defused;
use super::{Cell, CellMode, DayStyle, Dialect};
use crate::billing::ValueKind;
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use std::io::Write;

/// Writes rows at the end of a buffer, cell by cell. Which rule a cell is under is decided by the method that writes it,
/// that is by the type of its column, and never by looking at the text: a credit of `-5.00` is a number and stays one.
pub struct CsvWriter<'out> {
    out: &'out mut Vec<u8>,
    mode: CellMode,
    dialect: Dialect,
    row_start: usize,
    cells: usize,
}

impl<'out> CsvWriter<'out> {
    /// A writer that adds to `out`, which must end with a whole row or be empty, in Azure's own dialect.
    pub fn new(out: &'out mut Vec<u8>, mode: CellMode) -> CsvWriter<'out> {
        CsvWriter::of(Dialect::azure(DayStyle::MonthFirst), out, mode)
    }

    /// A writer in a dialect; `out` as for [`CsvWriter::new`].
    pub fn of(dialect: Dialect, out: &'out mut Vec<u8>, mode: CellMode) -> CsvWriter<'out> {
        let row_start = out.len();
        CsvWriter { out, mode, dialect, row_start, cells: 0 }
    }

    /// A cell by its kind.
    pub fn cell(&mut self, cell: Cell<'_>) {
        match cell.kind {
            ValueKind::Text | ValueKind::Json => return self.text(cell.text),
            _ => self.separate(),
        }
        match (cell.kind, cell.text) {
            (_, "") => {}
            (ValueKind::Number, digits) => self.dialect.push_number(digits, self.out),
            (ValueKind::Day, day) => self.dialect.push_day(day, self.out),
            (_, flag) => {
                let [yes, no] = self.dialect.flags;
                self.out.extend_from_slice(if flag == "true" { yes } else { no }.as_bytes());
            }
        }
    }

    /// A text cell, defused as the mode says.
    pub fn text(&mut self, text: &str) {
        self.separate();
        let is_defused = is_defused(text, self.mode);
        let start = self.out.len();
        if is_defused {
            self.out.push(b'\'');
        }
        // Most text needs no quotes: it is copied and looked at in one go, and once more only if it does.
        if !copy_plain(text.as_bytes(), self.dialect.delimiter, self.out) && !is_null(text) {
            return;
        }
        self.out.truncate(start);
        self.out.push(b'"');
        if is_defused {
            self.out.push(b'\'');
        }
        self.doubled(text);
        self.out.push(b'"');
    }

    /// A text cell as Account Center files have it: the text within quotes that are a part of the cell, so `GB` is written
    /// `"""GB"""` and read back as `"GB"`; no text is an empty cell. The same in both modes: what begins with a quote is no
    /// formula.
    pub fn wrapped(&mut self, text: &str) {
        self.separate();
        if !text.is_empty() {
            self.out.extend_from_slice(b"\"\"\"");
            self.doubled(text);
            self.out.extend_from_slice(b"\"\"\"");
        }
    }

    /// A cell that is made of such characters that it needs no quotes and runs nowhere: letters, digits, blanks, `$`, `/`.
    pub fn plain(&mut self, text: &str) {
        self.separate();
        self.out.extend_from_slice(text.as_bytes());
    }

    /// A number with every digit of its source: no exponent, no grouping, a sign only when it is negative. None is an
    /// empty cell.
    pub fn number(&mut self, number: Option<Decimal>) {
        self.separate();
        let Some(number) = number else { return };
        match u64::try_from(number.mantissa().unsigned_abs()) {
            // By hand: a month has hundreds of thousands of numbers.
            Ok(digits) if digits > 0 => self.digits(digits, number.scale(), number.is_sign_negative()),
            _ => self.print(format_args!("{number}")),
        }
    }

    /// A day as `M/D/YYYY` with no zeros in front, as Account Center files have it.
    pub fn date_unpadded(&mut self, date: NaiveDate) {
        self.separate();
        for number in [date.month(), date.day()] {
            if number > 9 {
                self.two(number);
            } else {
                self.out.push(b'0' + number as u8);
            }
            self.out.push(b'/');
        }
        self.year(date);
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

    /// A line with nothing in it: it parts the sections of a file, and is no row.
    pub fn empty_line(&mut self) {
        self.out.extend_from_slice(b"\r\n");
        self.row_start = self.out.len();
    }

    /// The text with each quote written twice.
    fn doubled(&mut self, text: &str) {
        for (at, piece) in text.split('"').enumerate() {
            if at > 0 {
                self.out.extend_from_slice(b"\"\"");
            }
            self.out.extend_from_slice(piece.as_bytes());
        }
    }

    fn separate(&mut self) {
        if self.cells > 0 {
            self.out.push(self.dialect.delimiter);
        }
        self.cells += 1;
    }

    /// The digits of a number with so many places after the point, from the last to the first and then turned round.
    fn digits(&mut self, mut digits: u64, places: u32, negative: bool) {
        let start = self.out.len();
        let mut written = 0;
        while digits > 0 || written <= places {
            if written == places && places > 0 {
                self.out.push(b'.');
            }
            self.out.push(b'0' + (digits % 10) as u8);
            digits /= 10;
            written += 1;
        }
        if negative {
            self.out.push(b'-');
        }
        if let Some(turned) = self.out.get_mut(start..) {
            turned.reverse();
        }
    }

    fn two(&mut self, number: u32) {
        self.out.extend([b'0' + (number / 10 % 10) as u8, b'0' + (number % 10) as u8]);
    }

    fn year(&mut self, date: NaiveDate) {
        match u32::try_from(date.year()) {
            Ok(year) if year <= 9999 => {
                self.two(year / 100);
                self.two(year % 100);
            }
            _ => self.print(format_args!("{:04}", date.year())),
        }
    }

    fn print(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing into a Vec cannot fail.
        let _ = self.out.write_fmt(text);
    }
}

/// A word that readers of FOCUS files, ours among them, take for nothing unless it has quotes (usage-files §7). It has them in
/// any file: the writer does not know what a table will be read as.
fn is_null(text: &str) -> bool {
    matches!(text, "NULL" | "null")
}

/// Adds bytes, sixteen at a time: most cells are short, and asking the machine for a copy costs more than the copy.
pub(super) fn copy(bytes: &[u8], out: &mut Vec<u8>) {
    // What needs quotes makes no difference here.
    copy_plain(bytes, b'"', out);
}

/// Adds bytes; whether there is one among them for which a cell needs quotes.
#[inline]
fn copy_plain(bytes: &[u8], delimiter: u8, out: &mut Vec<u8>) -> bool {
    let is_marked = |byte: u8| (byte == delimiter) | (byte == b'"') | (byte == b'\r') | (byte == b'\n');
    // Without an early end, and of a fixed length: so it is compiled to look at all bytes at once.
    let any = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | is_marked(*byte));
    let mut found = false;
    out.reserve(bytes.len());
    let (sixteens, rest) = bytes.as_chunks::<16>();
    for sixteen in sixteens {
        found |= any(sixteen);
        out.extend_from_slice(sixteen);
    }
    let (eights, rest) = rest.as_chunks::<8>();
    for eight in eights {
        found |= any(eight);
        out.extend_from_slice(eight);
    }
    for byte in rest {
        found |= is_marked(*byte);
        out.push(*byte);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(cell: impl FnOnce(&mut CsvWriter<'_>)) -> String {
        let mut out = Vec::new();
        cell(&mut CsvWriter::new(&mut out, CellMode::Exact));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_word_null_is_text_and_has_quotes() {
        for (text, cell) in [("NULL", "\"NULL\""), ("null", "\"null\""), ("Null", "Null"), ("NULLS", "NULLS")] {
            assert_eq!(written(|csv| csv.text(text)), cell);
        }
    }

    proptest! {
        #[test]
        fn a_number_is_written_with_the_digits_it_has(mantissa in any::<i64>(), small in -2000_i64..2000, scale in 0_u32..=28) {
            for mantissa in [mantissa, small] {
                let number = Decimal::new(mantissa, scale);
                prop_assert_eq!(written(|csv| csv.number(Some(number))), number.to_string());
                let long = Decimal::from_i128_with_scale(i128::from(mantissa) * 4_000_000_000, scale);
                prop_assert_eq!(written(|csv| csv.number(Some(long))), long.to_string());
            }
        }

        #[test]
        fn a_day_is_written_as_each_notation_has_it(days in -800_000_i32..4_000_000) {
            let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let (year, month, of_month) = (day.year(), day.month(), day.day());
            prop_assert_eq!(written(|csv| csv.date_unpadded(day)), format!("{month}/{of_month}/{year:04}"));
        }
    }
}
