//! Cells that are not what their column should have, and how an error tells of one.
use super::table::{Table, TableColumn};
use super::{Expected, ExploreError};
use crate::billing::{UsageField, ValueKind};

/// Characters of a value that an error quotes.
const QUOTED: usize = 60;

impl Table {
    /// The first cell of a row that its record cannot have, as an error that says which: text that was kept where a number
    /// belongs, a time where a day does. Such a cell would be missing in a file that is made of records.
    pub fn misfit(&self, row: u32) -> Option<ExploreError> {
        for column in &self.columns {
            let Some(kind) = column.field.map(UsageField::kind) else { continue };
            let may_have_times = column.kind == ValueKind::Day && !column.is_plain;
            if column.bad.is_empty() && column.kind == kind && !may_have_times {
                continue;
            }
            let code = column.values.code(row);
            if column.read(code).is_none_or(|value| value.kind != kind && !value.text.is_empty()) {
                let (column, expected, text) = (column.header.clone(), expected(column), column.values.text(code));
                return Some(ExploreError::Value { line: self.line(row), column, expected, found: quoted(text) });
            }
        }
        None
    }
}

pub(super) fn expected(column: &TableColumn) -> Expected {
    match column.kind {
        ValueKind::Number | ValueKind::Text if column.notation.is_amount => Expected::Amount,
        ValueKind::Number | ValueKind::Text => Expected::Number,
        ValueKind::Day => Expected::Day(column.notation.days),
        ValueKind::Flag => Expected::Flag,
        ValueKind::Json => Expected::Json,
    }
}

pub(super) fn quoted(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
