//! Rows as JSON objects: one list of them, or one a line. Numbers keep their digits, a cell without a value is `null`.
use super::{Cell, Column, DayStyle, ExportError, Plan, Tally, Target};
use crate::billing::ValueKind;
use crate::json::Reader;
use crate::json::write::string;
use memchr::memchr;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// How the rows of a plan are written.
#[derive(Debug)]
pub(super) struct JsonRows {
    /// Names in JSON, with quotes and colon.
    names: Vec<String>,
    /// The same as text.
    keys: Vec<String>,
    is_list: bool,
    days: DayStyle,
}

impl JsonRows {
    /// Of a plan. A name that is there twice gets its number: an object has each name once.
    pub(super) fn new(plan: &Plan) -> JsonRows {
        let keys = keys(&plan.columns);
        let names = keys.iter().map(|key| format!("{}:", string(key))).collect();
        // Days are ISO 8601 in JSON, with a time where the schema has one.
        let days = if plan.days == DayStyle::Midnight { DayStyle::Midnight } else { DayStyle::Iso };
        JsonRows { names, keys, is_list: plan.target == Target::Json, days }
    }

    /// Adds what stands before the first row.
    pub(super) fn head(&self, out: &mut Vec<u8>) {
        if self.is_list {
            out.push(b'[');
        }
    }

    /// Adds what stands behind the last of `rows` rows.
    pub(super) fn tail(&self, rows: u64, out: &mut Vec<u8>) {
        if self.is_list {
            out.extend_from_slice(if rows > 0 { b"\n]\n" } else { b"]\n" });
        }
    }

    /// Adds a row.
    pub(super) fn row<'c>(&self, is_first: bool, cells: impl Iterator<Item = Cell<'c>>, out: &mut Vec<u8>) {
        if self.is_list {
            out.extend_from_slice(if is_first { b"\n" } else { b",\n" });
        }
        let mut names = self.names.iter();
        out.push(b'{');
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                out.push(b',');
            }
            out.extend_from_slice(names.next().map_or("\"\":", String::as_str).as_bytes());
            self.value(cell, out);
        }
        out.push(b'}');
        if !self.is_list {
            out.push(b'\n');
        }
    }

    /// The next row of a page and what is behind it; none when it is not parted from the others as it should be. A line
    /// break stands between rows alone.
    fn line<'p>(&self, page: &'p [u8], is_first: bool) -> Option<(&'p [u8], &'p [u8])> {
        if !self.is_list {
            let (line, rest) = page.split_at_checked(memchr(b'\n', page)?)?;
            return Some((line, rest.get(1..)?));
        }
        let row = page.strip_prefix(if is_first { b"\n".as_slice() } else { b",\n" })?;
        match memchr(b'\n', row) {
            // The comma is the next row's.
            Some(at) => row.split_at_checked(at.checked_sub(1)?),
            None => Some((row, &[])),
        }
    }

    /// The values of a row as JSON texts; none when it is not an object with these names in their order.
    fn values<'l>(&self, line: &'l [u8]) -> Option<Vec<&'l str>> {
        let mut values = Vec::with_capacity(self.keys.len());
        let mut keys = self.keys.iter();
        let mut is_it = true;
        let mut reader = Reader::new(line).ok()?;
        let read = reader.object(&mut |inner, name| {
            is_it &= keys.next().is_some_and(|key| *key == name);
            values.push(inner.skip()?);
            Ok(())
        });
        read.and_then(|()| reader.end()).ok()?;
        (is_it && values.len() == self.keys.len()).then_some(values)
    }

    fn value(&self, cell: Cell<'_>, out: &mut Vec<u8>) {
        match (cell.kind, cell.text) {
            (_, "") => out.extend_from_slice(b"null"),
            (ValueKind::Number | ValueKind::Flag, text) => out.extend_from_slice(text.as_bytes()),
            (ValueKind::Day, day) => {
                out.push(b'"');
                out.extend_from_slice(day.as_bytes());
                if self.days == DayStyle::Midnight {
                    out.extend_from_slice(b"T00:00:00Z");
                }
                out.push(b'"');
            }
            // A row is one line. Within a text a line break is escaped, so what is left out here stands between two tokens.
            (ValueKind::Json, text) if is_object(text) => {
                text.split(['\r', '\n']).for_each(|piece| out.extend_from_slice(piece.as_bytes()));
            }
            (_, text) => out.extend_from_slice(string(text).as_bytes()),
        }
    }
}

/// Some files have their tags without the braces, and then they are text. So is an object with half a letter (`\ud83d`
/// alone): many readers refuse it.
fn is_object(text: &str) -> bool {
    let is_json = || {
        let mut reader = Reader::new(text.as_bytes())?;
        reader.skip()?;
        reader.end()
    };
    text.starts_with('{') && is_json().is_ok()
}

fn keys(columns: &[Column]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut key = |name: &str| {
        let numbered = (2..).map(|n| format!("{name} ({n})"));
        let free = std::iter::once(name.to_owned()).chain(numbered).find(|key| !taken.contains(key));
        let free = free.unwrap_or_default();
        taken.insert(free.clone());
        free
    };
    columns.iter().map(|column| key(&column.name)).collect()
}

/// What was found in the rows so far.
#[derive(Debug, Clone)]
pub(super) struct JsonReadBack {
    /// Which columns.
    cost: Option<usize>,
    currency: Option<usize>,
    found: Tally,
}

impl JsonReadBack {
    /// Nothing read yet.
    pub(super) fn new(plan: &Plan) -> JsonReadBack {
        JsonReadBack { cost: plan.cost, currency: plan.currency, found: Tally::default() }
    }

    /// What was found.
    pub(super) fn found(&self) -> &Tally {
        &self.found
    }

    /// Reads a page, which is whole rows. One that cannot be read leaves everything as it was.
    ///
    /// # Errors
    /// [`ExportError::RowDiffers`], [`ExportError::SumTooLarge`].
    pub(super) fn read(&mut self, page: &[u8], rows: &JsonRows) -> Result<(), ExportError> {
        let mut found = self.found.clone();
        let mut rest = page;
        while !rest.is_empty() {
            let differs = ExportError::RowDiffers { row: found.rows() + 1 };
            let Some((line, behind)) = rows.line(rest, found.rows() == 0) else { return Err(differs) };
            rest = behind;
            let Some(row) = rows.values(line) else { return Err(differs) };
            let value = |column: Option<usize>| column.and_then(|at| row.get(at)).filter(|json| **json != "null");
            let currency = match value(self.currency) {
                Some(json) => {
                    Reader::new(json.as_bytes()).and_then(|mut reader| reader.string()).map_err(|_| differs)?
                }
                None => Cow::Borrowed(""),
            };
            found.count_text(&currency, value(self.cost).copied().unwrap_or_default())?;
        }
        self.found = found;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
