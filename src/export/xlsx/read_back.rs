//! Reads the XML of a page back: strict about what the page may write, and written apart from it.
use super::text::{is_well_formed, read_text};
use super::{XlsxError, XlsxPage};
use chrono::{Days, NaiveDate};
use memchr::memchr;

/// Goes over the rows of a page.
#[derive(Debug)]
pub struct XlsxReadBack<'p> {
    rest: &'p str,
    /// Bytes of the XML.
    whole: usize,
    /// Where another sheet begins.
    breaks: &'p [(usize, u32)],
    columns: usize,
    /// Row of the sheet that was read last.
    row: u32,
    /// Row that was read last, from 1 over all sheets.
    number: u64,
    wanted: &'p [usize],
    texts: Vec<String>,
}

/// How a cell is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Number,
    Day,
    Flag,
}

impl<'p> XlsxReadBack<'p> {
    /// Before the first row of the page; `wanted` are the columns, from 0, whose text is asked for.
    ///
    /// # Errors
    /// [`XlsxError::NotReadable`] when the page is not UTF-8.
    pub fn new(page: &'p XlsxPage, wanted: &'p [usize]) -> Result<XlsxReadBack<'p>, XlsxError> {
        let (row, number) = (page.start.row, page.start.counts.rows);
        let xml = std::str::from_utf8(&page.xml).map_err(|_| XlsxError::NotReadable { row: number + 1 })?;
        Ok(XlsxReadBack {
            rest: xml,
            whole: xml.len(),
            breaks: &page.breaks,
            columns: page.columns.len(),
            row,
            number,
            wanted,
            texts: vec![String::new(); wanted.len()],
        })
    }

    /// Reads the next row: how many cells with a value it has; none behind the last row.
    ///
    /// # Errors
    /// [`XlsxError::NotReadable`].
    pub fn next_row(&mut self) -> Result<Option<usize>, XlsxError> {
        if self.rest.is_empty() && self.breaks.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        let row = self.number;
        self.read_row().map(Some).ok_or(XlsxError::NotReadable { row })
    }

    /// What the row has in a wanted column, in the order in which they were asked for: text, the digits of a number, a day
    /// as `YYYY-MM-DD`, `true` or `false`; empty when there is no cell.
    pub fn text(&self, wanted: usize) -> &str {
        self.texts.get(wanted).map_or("", |text| text)
    }

    fn read_row(&mut self) -> Option<usize> {
        if let Some(((at, last), breaks)) = self.breaks.split_first()
            && self.whole - self.rest.len() == *at
        {
            if *last != self.row {
                return None;
            }
            self.breaks = breaks;
            self.row = 1;
        }
        self.row += 1;
        self.texts.iter_mut().for_each(String::clear);
        self.take("<row r=\"")?;
        let row = self.until(b'"')?;
        if row.starts_with('0') || row.parse() != Ok(self.row) {
            return None;
        }
        self.take("\">")?;
        let (mut found, mut next) = (0, 0);
        while self.take("</row>").is_none() {
            let column = self.place(row)?;
            if column < next || column >= self.columns {
                return None;
            }
            next = column + 1;
            found += 1;
            let (form, raw) = self.value()?;
            self.keep(column, form, raw)?;
        }
        Some(found)
    }

    /// `<c r="BM7`: the column, from 0.
    fn place(&mut self, row: &str) -> Option<usize> {
        self.take("<c r=\"")?;
        let (mut column, mut letters) = (0, 0);
        for letter in self.rest.bytes().take(3).take_while(u8::is_ascii_uppercase) {
            column = column * 26 + usize::from(letter - b'A') + 1;
            letters += 1;
        }
        self.rest = self.rest.get(letters..)?;
        self.take(row)?;
        column.checked_sub(1)
    }

    /// What stands behind the place, up to the end of the cell.
    fn value(&mut self) -> Option<(Form, &'p str)> {
        let (form, is_kept) = if self.take("\" t=\"inlineStr\"><is><t").is_some() {
            let is_kept = self.take(" xml:space=\"preserve\"").is_some();
            self.take(">")?;
            (Form::Text, is_kept)
        } else if self.take("\"><v>").is_some() {
            (Form::Number, false)
        } else if self.take("\" s=\"2\"><v>").is_some() {
            (Form::Day, false)
        } else {
            self.take("\" t=\"b\"><v>")?;
            (Form::Flag, false)
        };
        let raw = self.until(b'<')?;
        if form != Form::Text {
            self.take("</v></c>")?;
            return Some((form, raw));
        }
        self.take("</t></is></c>")?;
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n');
        let (first, last) = (raw.as_bytes().first()?, raw.as_bytes().last()?);
        (is_kept || !is_blank(first) && !is_blank(last)).then_some((form, raw))
    }

    /// Checks a value, and keeps its text when it is wanted.
    fn keep(&mut self, column: usize, form: Form, raw: &str) -> Option<()> {
        let wanted = self.wanted.iter().position(|wanted| *wanted == column);
        let text = wanted.and_then(|at| self.texts.get_mut(at));
        let is_right = match (form, text) {
            (Form::Text, None) => is_well_formed(raw),
            (Form::Text, Some(text)) => read_text(raw, text),
            (Form::Number, text) => {
                if let Some(text) = text {
                    text.push_str(raw);
                }
                is_number(raw)
            }
            (Form::Day, text) => {
                let day = raw.parse().ok().filter(|_| is_number(raw)).and_then(day_of)?;
                if let Some(text) = text {
                    *text = day.to_string();
                }
                true
            }
            (Form::Flag, text) => {
                if let Some(text) = text {
                    text.push_str(if raw == "1" { "true" } else { "false" });
                }
                matches!(raw, "0" | "1")
            }
        };
        is_right.then_some(())
    }

    /// Goes past this, if it comes next.
    fn take(&mut self, wanted: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(wanted)?;
        Some(())
    }

    /// Goes up to this byte; what stands before it.
    fn until(&mut self, end: u8) -> Option<&'p str> {
        let (before, rest) = self.rest.split_at_checked(memchr(end, self.rest.as_bytes())?)?;
        self.rest = rest;
        Some(before)
    }
}

/// The day of a number of Excel's calendar, from 1 March 1900 on.
fn day_of(serial: u64) -> Option<NaiveDate> {
    if serial < 61 {
        return None;
    }
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(serial))
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, decimals].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::billing::ValueKind;
    use crate::export::{Cell, Column, XlsxWriter};

    fn page() -> XlsxPage {
        let columns = [Column::new("Name", ValueKind::Text), Column::new("Cost", ValueKind::Number)];
        let mut page = XlsxWriter::new(&columns, "Usage").unwrap().page();
        for (name, cost) in [("a & b", "1.50"), ("", "-2")] {
            page.cell(Cell::text(name)).unwrap();
            page.cell(Cell { kind: ValueKind::Number, text: cost }).unwrap();
            page.end_row().unwrap();
        }
        page
    }

    /// Cells and texts of every row.
    fn read(page: &XlsxPage) -> Result<Vec<(usize, String, String)>, XlsxError> {
        let mut found = XlsxReadBack::new(page, &[1, 0])?;
        let mut rows = Vec::new();
        while let Some(cells) = found.next_row()? {
            rows.push((cells, found.text(0).to_owned(), found.text(1).to_owned()));
        }
        Ok(rows)
    }

    #[test]
    fn what_was_written_is_read() {
        let rows = [(2, "1.50".to_owned(), "a & b".to_owned()), (1, "-2".to_owned(), String::new())];
        assert_eq!(read(&page()), Ok(rows.to_vec()));
    }

    #[test]
    fn a_row_that_was_not_written_so_is_told() {
        for (written, instead, row) in [
            ("<row r=\"2\">", "<row r=\"3\">", 1),
            ("<row r=\"3\">", "<row r=\"2\">", 2),
            ("r=\"A2\"", "r=\"C2\"", 1),
            ("r=\"A2\"", "r=\"B2\"", 1),
            ("r=\"A2\"", "r=\"A3\"", 1),
            ("a &amp; b", "a & b", 1),
            ("a &amp; b", " a", 1),
            ("a &amp; b", "", 1),
            ("a &amp; b", "a\u{1}", 1),
            ("inlineStr", "str", 1),
            ("<v>1.50", "<v>1,50", 1),
            ("<v>1.50", "<v>", 1),
            ("<v>-2", "<v>--2", 2),
            ("<v>-2", "<v>-2.", 2),
            ("</row>", "", 1),
            ("</v></c></row>", "</v></c>", 1),
            ("</c></row>", "</c></row> ", 2),
        ] {
            let mut page = page();
            let xml = String::from_utf8(page.xml.clone()).unwrap();
            assert!(xml.contains(written));
            page.xml = xml.replacen(written, instead, 1).into_bytes();
            assert_eq!(read(&page), Err(XlsxError::NotReadable { row }), "{written} -> {instead}");
        }
        let mut page = page();
        page.xml.truncate(page.xml.len() - 3);
        assert_eq!(read(&page), Err(XlsxError::NotReadable { row: 2 }));
    }

    #[test]
    fn a_sheet_that_ends_elsewhere_is_told() {
        let mut page = page();
        page.breaks.push((0, 7));
        assert_eq!(read(&page), Err(XlsxError::NotReadable { row: 1 }));
        page.breaks = vec![(3, 1)];
        assert_eq!(read(&page), Err(XlsxError::NotReadable { row: 3 }));
    }
}
