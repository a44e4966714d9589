//! Rows as JSON objects: one list of them, or one a line. Numbers keep their digits, a cell without a value is `null`.
use super::{Cell, Column, DayStyle, ExportError, Plan, Tally, Target};
use crate::billing::ValueKind;
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

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
        let names = keys.iter().map(|key| format!("{}:", quoted(key))).collect();
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

    fn has_names(&self, row: &BTreeMap<String, &RawValue>) -> bool {
        self.keys.len() == row.len() && self.keys.iter().all(|key| row.contains_key(key))
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
            (ValueKind::Json, text) if is_object(text) => out.extend_from_slice(text.as_bytes()),
            (_, text) => out.extend_from_slice(quoted(text).as_bytes()),
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Some files have their tags without the braces, and then they are text.
fn is_object(text: &str) -> bool {
    text.starts_with('{') && serde_json::from_str::<&RawValue>(text).is_ok()
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
    cost: Option<String>,
    currency: Option<String>,
    found: Tally,
}

impl JsonReadBack {
    /// Nothing read yet.
    pub(super) fn new(plan: &Plan, rows: &JsonRows) -> JsonReadBack {
        let key = |at: Option<usize>| rows.keys.get(at?).cloned();
        JsonReadBack { cost: key(plan.cost), currency: key(plan.currency), found: Tally::default() }
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
        // A line break stands between rows alone: within a text it is written `\n`.
        for line in page.split(|byte| *byte == b'\n') {
            let line = line.strip_suffix(b",").unwrap_or(line);
            if line.is_empty() {
                continue;
            }
            let differs = ExportError::RowDiffers { row: found.rows() + 1 };
            let read = serde_json::from_slice::<BTreeMap<String, &RawValue>>(line);
            let Some(row) = read.ok().filter(|row| rows.has_names(row)) else { return Err(differs) };
            let raw = |key: &Option<String>| key.as_ref().and_then(|key| row.get(key)).map_or("null", |raw| raw.get());
            let cost = Some(raw(&self.cost)).filter(|cost| *cost != "null").unwrap_or_default();
            let currency: Option<String> = serde_json::from_str(raw(&self.currency)).map_err(|_| differs)?;
            found.count_text(&currency.unwrap_or_default(), cost)?;
        }
        self.found = found;
        Ok(())
    }
}
