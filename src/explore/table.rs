//! A table in columns: every text as it stood, and its value when it is asked for.
use super::dictionary::{Dictionary, Style};
use super::notation::{self, DayShape};
use super::order::Ranks;
use super::sections::Section;
use super::{DayOrder, DecimalMark, LineEnd};
use crate::billing::{UsageField, UsageRecord, ValueKind};
use crate::export::{Cell, CellMode, restored};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::cell::OnceCell;

/// How the values of a column are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Notation {
    pub(super) decimal: DecimalMark,
    pub(super) days: DayOrder,
    /// Numbers with a currency behind, as in the statement of the Account Center.
    pub(super) is_amount: bool,
    /// Text with `'` in front where a spreadsheet would run it.
    pub(super) is_guarded: bool,
    /// `NULL` and `null` without quotes are nothing (usage-files §7).
    pub(super) has_null: bool,
}

/// A column of a [`Table`].
#[derive(Debug)]
pub struct TableColumn {
    pub(super) header: String,
    pub(super) kind: ValueKind,
    pub(super) field: Option<UsageField>,
    pub(super) is_known: bool,
    pub(super) notation: Notation,
    pub(super) values: Dictionary,
    /// Texts that are not what the column has, in order; they are kept as text.
    pub(super) bad: Vec<u32>,
    /// Whether every number or day stands in the file in the form that a value has.
    pub(super) is_plain: bool,
    pub(super) numbers: OnceCell<Vec<Option<Decimal>>>,
    pub(super) ranks: OnceCell<Ranks>,
    pub(super) classes: OnceCell<Option<Vec<u32>>>,
}

/// A value in the form a usage record has it: a number as plain digits with a decimal point, a day as `YYYY-MM-DD`, a flag
/// as `true` or `false`, JSON with its braces, text without what guarded it. What the file left out is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value<'t> {
    /// What it is: the kind of its column, or text where it is not of that kind, or is a time that is not midnight.
    pub kind: ValueKind,
    /// The value.
    pub text: Cow<'t, str>,
}

impl Value<'_> {
    /// The value as a cell of a file.
    pub fn cell(&self) -> Cell<'_> {
        Cell { kind: self.kind, text: &self.text }
    }
}

impl TableColumn {
    /// The header as it stands.
    pub fn header(&self) -> &str {
        &self.header
    }

    /// What its values are.
    pub fn kind(&self) -> ValueKind {
        self.kind
    }

    /// The field of a usage record that it is.
    pub fn field(&self) -> Option<UsageField> {
        self.field
    }

    /// Whether files of the family have it.
    pub fn is_known(&self) -> bool {
        self.is_known
    }

    /// How many texts it has, as they stand in the file.
    pub fn distinct(&self) -> u32 {
        self.values.len()
    }

    /// Whether there is nothing in a cell with this text.
    pub(super) fn is_nothing(&self, code: u32) -> bool {
        let text = self.values.text(code);
        let is_null = || matches!(text, "NULL" | "null") && self.values.style(code) == Style::Bare;
        text.is_empty() || (self.notation.has_null && is_null())
    }

    pub(super) fn number(&self, code: u32) -> Option<Decimal> {
        let text = self.values.text(code);
        match self.notation.is_amount {
            false => notation::number(text, self.notation.decimal),
            true => notation::amount(text),
        }
    }

    /// The numbers of all texts, read once, when they are first added up or compared.
    pub(super) fn numbers(&self) -> &[Option<Decimal>] {
        self.numbers.get_or_init(|| (0..self.distinct()).map(|code| self.number(code)).collect())
    }

    pub(super) fn day(&self, code: u32) -> Option<(NaiveDate, u32)> {
        notation::day(self.values.text(code), self.notation.days)
    }

    pub(super) fn flag(&self, code: u32) -> Option<bool> {
        notation::flag(self.values.text(code))
    }

    /// The text without what guarded it.
    pub(super) fn text(&self, code: u32) -> &str {
        let text = self.values.text(code);
        if self.notation.is_guarded { restored(text, CellMode::Safe) } else { text }
    }

    /// Whether a text is of the column's kind.
    pub(super) fn reads(&self, code: u32) -> bool {
        self.is_nothing(code)
            || match self.kind {
                ValueKind::Text => true,
                ValueKind::Number => self.number(code).is_some(),
                ValueKind::Day => self.day(code).is_some(),
                ValueKind::Flag => self.flag(code).is_some(),
                ValueKind::Json => notation::is_json(self.values.text(code)),
            }
    }

    /// Whether a number, or a day, stands in the file in the form that a value has.
    pub(super) fn is_written_plainly(&self, code: u32) -> bool {
        let text = self.values.text(code);
        match self.kind {
            ValueKind::Number => {
                !self.notation.is_amount
                    && matches!(notation::number_text(text, self.notation.decimal), Some(Cow::Borrowed(_)))
            }
            ValueKind::Day => {
                let is_iso = text.len() == 10 && text.as_bytes().get(4) == Some(&b'-');
                is_iso && matches!(notation::day_shape(text), Some(DayShape::YearFirst(..)))
            }
            ValueKind::Text | ValueKind::Flag | ValueKind::Json => false,
        }
    }

    /// The value of a text; none when it is not of the column's kind. Texts were checked when they were read: they are not
    /// checked again.
    pub(super) fn read(&self, code: u32) -> Option<Value<'_>> {
        let text = self.values.text(code);
        let value = |text| Some(Value { kind: self.kind, text });
        if self.is_nothing(code) {
            return value(Cow::Borrowed(""));
        }
        if self.is_bad(code) {
            return None;
        }
        match self.kind {
            ValueKind::Text => value(Cow::Borrowed(self.text(code))),
            ValueKind::Number | ValueKind::Day if self.is_plain => value(Cow::Borrowed(text)),
            ValueKind::Number if self.notation.is_amount => value(Cow::Owned(self.number(code)?.to_string())),
            ValueKind::Number => value(notation::number_text(text, self.notation.decimal)?),
            ValueKind::Flag => value(Cow::Borrowed(if self.flag(code)? { "true" } else { "false" })),
            ValueKind::Json => value(notation::json(text)),
            ValueKind::Day => match self.day(code)? {
                (day, 0) => value(Cow::Owned(notation::day_text(day))),
                _ => Some(Value { kind: ValueKind::Text, text: Cow::Borrowed(text) }),
            },
        }
    }

    pub(super) fn value(&self, code: u32) -> Value<'_> {
        let kept = || Value { kind: ValueKind::Text, text: Cow::Borrowed(self.values.text(code)) };
        self.read(code).unwrap_or_else(kept)
    }

    pub(super) fn is_bad(&self, code: u32) -> bool {
        !self.bad.is_empty() && self.bad.binary_search(&code).is_ok()
    }
}

/// A row with a line end of its own, or with line feeds within it, counted up.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Line of the first row.
    pub(super) first: u64,
    /// Rows that do not end as the first line does.
    pub(super) odd_ends: Vec<u32>,
    /// A row, and the line feeds within the rows up to it.
    pub(super) within: Vec<(u32, u64)>,
}

/// One table of a file: the only one, or a section of it.
#[derive(Debug)]
pub struct Table {
    pub(super) section: Option<Section>,
    /// The line of the title, as it stands.
    pub(super) title: Vec<u8>,
    /// The line of the header, as it stands.
    pub(super) head: Vec<u8>,
    /// The empty lines after the last row.
    pub(super) tail: Vec<u8>,
    pub(super) columns: Vec<TableColumn>,
    pub(super) rows: u32,
    pub(super) lines: Lines,
    pub(super) line_end: LineEnd,
    /// Whether the last row, or the header if there is no row, has an end.
    pub(super) is_ended: bool,
    pub(super) delimiter: u8,
}

impl Table {
    /// Which section of the file it is; none in a file without.
    pub fn section(&self) -> Option<Section> {
        self.section
    }

    /// Its columns, in the file's order.
    pub fn columns(&self) -> &[TableColumn] {
        &self.columns
    }

    /// How many rows it has, without the header.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// The column that is a field, counted from 0.
    pub fn column_of(&self, field: UsageField) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    /// The column of a header, counted from 0.
    pub fn column_named(&self, header: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.header.eq_ignore_ascii_case(header))
    }

    /// The text of a cell as it stood, without the quotes of CSV and of the Account Center; empty when there is no such cell.
    pub fn source(&self, row: u32, column: usize) -> &str {
        self.columns.get(column).map_or("", |column| column.values.text(column.values.code(row)))
    }

    /// The value of a cell; empty text when there is no such cell.
    pub fn value(&self, row: u32, column: usize) -> Value<'_> {
        match self.columns.get(column) {
            Some(column) => column.value(column.values.code(row)),
            None => Value { kind: ValueKind::Text, text: Cow::Borrowed("") },
        }
    }

    /// The values of a row, a column each: cells of a file under this table's own header.
    pub fn values(&self, row: u32) -> impl Iterator<Item = Value<'_>> {
        self.columns.iter().map(move |column| column.value(column.values.code(row)))
    }

    /// Whether its rows are records of usage that another usage file can be made of: they have a day, a quantity and a cost.
    pub fn has_records(&self) -> bool {
        let needed = [UsageField::Date, UsageField::Quantity, UsageField::CostInBillingCurrency];
        needed.into_iter().all(|field| self.column_of(field).is_some())
    }

    /// The row as a record of usage; a value that is not of its column's kind is left out. Of two columns with one field the
    /// first that has something counts.
    pub fn record(&self, row: u32) -> UsageRecord<'_> {
        let mut record = UsageRecord::default();
        self.fill(row, &mut record);
        record
    }

    /// Makes a record the one of this row, as [`Table::record`].
    pub fn fill<'t>(&'t self, row: u32, record: &mut UsageRecord<'t>) {
        record.clear();
        for column in &self.columns {
            let Some(field) = column.field else { continue };
            let value = column.read(column.values.code(row));
            let value = value.filter(|value| !value.text.is_empty() && value.kind == field.kind());
            if let (Some(value), "") = (value, record.text(field)) {
                record.set(field, value.text);
            }
        }
    }

    /// The line of the file on which a row begins, from 1.
    pub fn line(&self, row: u32) -> u64 {
        let before = self.lines.within.partition_point(|(with, _)| *with < row);
        let within = before.checked_sub(1).and_then(|last| self.lines.within.get(last)).map_or(0, |(_, lines)| *lines);
        self.lines.first + u64::from(row) + within
    }

    /// Bytes of memory that the texts and the rows take.
    pub fn bytes(&self) -> usize {
        let lines = self.lines.odd_ends.capacity() * 4 + self.lines.within.capacity() * 16;
        lines + self.columns.iter().map(|column| column.values.bytes()).sum::<usize>()
    }
}
