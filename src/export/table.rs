//! Any list as a table: the rows of a screen with values that a program can read, on their way into a file.
use super::preview::as_it_reads;
use super::{Cell, CellMode, Column, DayStyle, ExportError, Exporter, Plan, Target};
use crate::billing::{Money, ValueKind, parse_day};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::borrow::Cow;

/// Rows of one page of a file.
const PAGE: usize = 1000;

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// Its name in addresses, the same in every language.
    pub id: Cow<'static, str>,
    /// Its header, and what its cells are. No two columns of a table have the same header.
    pub column: Column,
}

/// A list. Each cell is text in the form that [`Cell`] asks for: numbers are plain digits, days `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it is called, in a workbook.
    pub title: String,
    /// The columns, in the order of the screen.
    pub columns: Vec<TableColumn>,
    /// The rows: a cell for each column.
    pub rows: Vec<Vec<String>>,
    /// The column that a file is added up by, where there are amounts.
    pub cost: Option<usize>,
    /// The column of their currency: the sums of two currencies are two sums.
    pub currency: Option<usize>,
}

/// What a file of a table is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TablePlan {
    /// Which of the table's columns it has, in their order.
    pub columns: Vec<usize>,
    /// What it is written for.
    pub target: Target,
    /// How text is written.
    pub mode: CellMode,
}

impl TablePlan {
    /// All columns of a table, in its order.
    pub fn whole(table: &Table, target: Target, mode: CellMode) -> TablePlan {
        TablePlan { columns: (0..table.columns.len()).collect(), target, mode }
    }
}

impl Table {
    fn chosen<'t>(&'t self, plan: &'t TablePlan) -> impl Iterator<Item = &'t Column> {
        plan.columns.iter().filter_map(|at| self.columns.get(*at)).map(|column| &column.column)
    }

    /// The cells of the first rows of a file as they will read, header first.
    pub fn first_rows(&self, plan: &TablePlan, most: usize) -> Vec<Vec<String>> {
        let header = self.chosen(plan).map(|column| column.name.to_string()).collect();
        let shown = |row: &Vec<String>| {
            let cells = plan.columns.iter().filter_map(|at| Some((self.columns.get(*at)?, row.get(*at)?)));
            let shown = |(column, text): (&TableColumn, &String)| {
                as_it_reads(Cell { kind: column.column.kind, text }, plan.target, DayStyle::Iso, plan.mode)
            };
            cells.map(shown).collect()
        };
        std::iter::once(header).chain(self.rows.iter().take(most).map(shown)).collect()
    }
}

/// A file of a table being made.
#[derive(Debug)]
pub struct TableFile {
    exporter: Exporter,
    columns: Vec<usize>,
    /// Rows written.
    at: usize,
}

impl TableFile {
    /// Begins a file: its head is in [`Exporter::bytes`].
    ///
    /// # Errors
    /// [`ExportError`], as [`Exporter::new`].
    pub fn new(table: &Table, plan: &TablePlan) -> Result<TableFile, ExportError> {
        let columns: Vec<usize> = plan.columns.iter().copied().filter(|at| *at < table.columns.len()).collect();
        let place = |wanted: Option<usize>| columns.iter().position(|at| Some(*at) == wanted);
        let exporter = Exporter::new(Plan {
            columns: table.chosen(plan).cloned().collect(),
            target: plan.target,
            mode: plan.mode,
            days: DayStyle::Iso,
            cost: place(table.cost),
            currency: place(table.currency),
            title: table.title.clone(),
        })?;
        Ok(TableFile { exporter, columns, at: 0 })
    }

    /// Adds the next rows of the table that it was begun with: what they make is in [`Exporter::bytes`]. False after the
    /// last.
    ///
    /// # Errors
    /// [`ExportError::RowDiffers`] for a row of another length or a cell that is not what its column is, and as
    /// [`Exporter::page`].
    pub fn step(&mut self, table: &Table) -> Result<bool, ExportError> {
        let rows: Vec<&Vec<String>> = table.rows.iter().skip(self.at).take(PAGE).collect();
        if rows.is_empty() {
            return Ok(false);
        }
        let (at, columns) = (self.at, &*self.columns);
        self.exporter.page(|page| {
            for (row, number) in rows.iter().zip(at as u64 + 1..) {
                let differs = ExportError::RowDiffers { row: number };
                let cell = |at: &usize| {
                    let (column, text) = (table.columns.get(*at)?, row.get(*at)?);
                    Some(Cell { kind: column.column.kind, text }).filter(|cell| fits(*cell))
                };
                let cells: Option<Vec<Cell<'_>>> = columns.iter().map(cell).collect();
                let cells = cells.filter(|_| row.len() == table.columns.len()).ok_or(differs)?;
                page.row(cells.into_iter())?;
            }
            Ok::<(), ExportError>(())
        })?;
        self.at += rows.len();
        Ok(true)
    }

    /// Ends the file, as [`Exporter::finish`].
    ///
    /// # Errors
    /// [`ExportError::RowCountDiffers`], [`ExportError::SumDiffers`].
    pub fn finish(&mut self) -> Result<(), ExportError> {
        self.exporter.finish()
    }

    /// The engine, for what it made and how far it is.
    pub fn exporter(&self) -> &Exporter {
        &self.exporter
    }
}

/// Whether a cell has the form of its kind; an empty one has that of each.
fn fits(cell: Cell<'_>) -> bool {
    let is_plain = || cell.text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'));
    match cell.kind {
        _ if cell.text.is_empty() => true,
        ValueKind::Text | ValueKind::Json => true,
        ValueKind::Number => is_plain() && Decimal::from_str_exact(cell.text).is_ok(),
        ValueKind::Day => parse_day(cell.text).is_some(),
        ValueKind::Flag => matches!(cell.text, "true" | "false"),
    }
}

/// What the values of a list's column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// An exact number.
    Number,
    /// A UTC day.
    Day,
    /// An amount of money: its digits, with the currency in a column of its own.
    Amount,
    /// Yes or no.
    Flag,
}

impl FieldKind {
    fn cell(self) -> ValueKind {
        match self {
            FieldKind::Text => ValueKind::Text,
            FieldKind::Number | FieldKind::Amount => ValueKind::Number,
            FieldKind::Day => ValueKind::Day,
            FieldKind::Flag => ValueKind::Flag,
        }
    }
}

/// A value of a list; the default is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    /// Its text, as a cell has it.
    pub text: String,
    /// The currency code of an amount.
    pub currency: String,
}

impl Field {
    /// Any text.
    pub fn text(text: impl Into<String>) -> Field {
        Field { text: text.into(), currency: String::new() }
    }

    /// Text that may not be told.
    pub fn told(text: Option<&str>) -> Field {
        Field::text(text.unwrap_or_default())
    }

    /// A number with every digit of its source.
    pub fn number(number: Option<Decimal>) -> Field {
        Field::text(number.map(|number| number.to_string()).unwrap_or_default())
    }

    /// A UTC day.
    pub fn day(day: Option<NaiveDate>) -> Field {
        Field::text(day.map(|day| day.to_string()).unwrap_or_default())
    }

    /// Yes or no.
    pub fn flag(flag: Option<bool>) -> Field {
        Field::told(flag.map(|flag| if flag { "true" } else { "false" }))
    }

    /// An amount with every digit of its source.
    pub fn amount(amount: Option<Money>) -> Field {
        let currency = amount.map(|amount| amount.currency().code().to_owned()).unwrap_or_default();
        Field { currency, ..Field::number(amount.map(|amount| amount.amount())) }
    }
}

/// Makes a table of a list, row by row.
#[derive(Debug)]
pub struct TableMaker {
    table: Table,
}

impl TableMaker {
    /// A table of these columns: id, header and kind. Right after the last amount, where there is one, stands its currency
    /// under the header `currency`; the first amount is what the file is added up by.
    pub fn new(title: String, columns: Vec<(Cow<'static, str>, String, FieldKind)>, currency: &str) -> TableMaker {
        let last = columns.iter().rposition(|(.., kind)| *kind == FieldKind::Amount);
        let cost = columns.iter().position(|(.., kind)| *kind == FieldKind::Amount);
        let mut all: Vec<TableColumn> = Vec::with_capacity(columns.len() + 1);
        let mut add = |id, name: String, kind| {
            // JSON has the headers as keys: a second one of the same name would take the place of the first.
            let same = |name: &str| all.iter().any(|other| other.column.name == name);
            let numbered = (2..).map(|number: u32| format!("{name} ({number})"));
            let name = std::iter::once(name.clone()).chain(numbered).find(|name| !same(name)).unwrap_or_default();
            all.push(TableColumn { id, column: Column::new(name, kind) });
        };
        for (at, (id, name, kind)) in columns.into_iter().enumerate() {
            add(id, name, kind.cell());
            if Some(at) == last {
                add("currency".into(), currency.to_owned(), ValueKind::Text);
            }
        }
        let currency = last.map(|at| at + 1);
        TableMaker { table: Table { title, columns: all, rows: Vec::new(), cost, currency } }
    }

    /// Has the file added up by the column of this id instead, where it is there.
    #[must_use]
    pub fn added_up_by(mut self, id: &str) -> TableMaker {
        let named = self.table.columns.iter().position(|column| column.id == id);
        self.table.cost = named.or(self.table.cost);
        self
    }

    /// Adds a row; `name` tells which one, should it be refused.
    ///
    /// # Errors
    /// [`ExportError::CurrenciesDiffer`] where its amounts are not all in one currency.
    pub fn row(&mut self, name: &str, fields: impl Iterator<Item = Field>) -> Result<(), ExportError> {
        let mut row: Vec<String> = Vec::with_capacity(self.table.columns.len());
        let mut currency = String::new();
        for field in fields {
            if !field.currency.is_empty() {
                if !currency.is_empty() && currency != field.currency {
                    return Err(ExportError::CurrenciesDiffer { invoice: name.to_owned() });
                }
                currency = field.currency;
            }
            row.push(field.text);
        }
        if let Some(at) = self.table.currency.filter(|at| *at <= row.len()) {
            row.insert(at, currency);
        }
        self.table.rows.push(row);
        Ok(())
    }

    /// The table.
    pub fn table(self) -> Table {
        self.table
    }
}
