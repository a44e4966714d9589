//! What stands in a cell of a file, before a target decides how it is written.
use crate::billing::ValueKind;
use std::borrow::Cow;

/// A value on its way into a file. The text of a number, a day or a flag has the form that [`UsageRecord`] keeps it in.
///
/// [`UsageRecord`]: crate::billing::UsageRecord
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// What it is.
    pub kind: ValueKind,
    /// The value; empty when there is none.
    pub text: &'a str,
}

impl<'a> Cell<'a> {
    /// A cell of text.
    pub fn text(text: &'a str) -> Cell<'a> {
        Cell { kind: ValueKind::Text, text }
    }
}

/// A column of a file: its header, and what its cells are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The header.
    pub name: Cow<'static, str>,
    /// What its cells are.
    pub kind: ValueKind,
}

impl Column {
    /// A column.
    pub fn new(name: impl Into<Cow<'static, str>>, kind: ValueKind) -> Column {
        Column { name: name.into(), kind }
    }
}
