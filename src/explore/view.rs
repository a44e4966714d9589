//! A choice of a table's rows, in an order.
use super::find::Needle;
use super::order::sort_rows;
use super::table::{Table, TableColumn, Value};
use crate::billing::{ValueKind, fold_case};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What a row must be. Columns are counted from 0; a column that is not there holds for no row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The text stands in the column, or in any column when none is named, in any case. It is looked for in the cells as
    /// they stand in the file: a day is found by the digits that the file has.
    Contains {
        /// The column; none for any.
        column: Option<usize>,
        /// What to look for. Every row has the empty text.
        text: String,
    },
    /// The value is this one, in the form of [`Value`]; names of Azure's resources in any case.
    Equals {
        /// The column.
        column: usize,
        /// The value.
        text: String,
    },
    /// The value is a number within these, both included.
    Numbers {
        /// The column.
        column: usize,
        /// The least; none for any.
        from: Option<Decimal>,
        /// The greatest; none for any.
        to: Option<Decimal>,
    },
    /// The value is a day within these, both included; times of a day belong to it. UTC.
    Days {
        /// The column.
        column: usize,
        /// The first; none for any.
        from: Option<NaiveDate>,
        /// The last; none for any.
        to: Option<NaiveDate>,
    },
}

/// What rows are sorted by: a column, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortKey {
    /// The column, counted from 0.
    pub column: usize,
    /// Whether the greatest comes first. Nothing comes last either way.
    pub is_descending: bool,
}

/// Which rows, and in which order. Every condition must hold; the first key counts most; what is equal stays in the file's
/// order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// What a row must be.
    pub conditions: Vec<Condition>,
    /// What the rows are sorted by.
    pub sort: Vec<SortKey>,
}

/// Rows of a [`Table`], by their numbers from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    rows: Vec<u32>,
}

/// Rows looked at in one go.
const BLOCK: usize = 1024;

/// For every row, 1 when it is in.
struct Mask(Vec<u8>);

impl Mask {
    /// Hands on a block of rows with the codes of their texts.
    fn each(&mut self, column: &TableColumn, mut block: impl FnMut(&mut [u8], &[u32])) {
        let mut codes = [0; BLOCK];
        for (at, rows) in self.0.chunks_mut(BLOCK).enumerate() {
            column.values.codes(at * BLOCK, &mut codes);
            block(rows, &codes);
        }
    }

    /// Keeps the rows whose texts are marked.
    fn keep(&mut self, column: &TableColumn, flags: &[u8]) {
        self.each(column, |rows, codes| {
            for (row, code) in rows.iter_mut().zip(codes) {
                *row &= flags.get(*code as usize).copied().unwrap_or(0);
            }
        });
    }

    /// Takes in the rows whose texts are marked.
    fn add(&mut self, column: &TableColumn, flags: &[u8]) {
        self.each(column, |rows, codes| {
            for (row, code) in rows.iter_mut().zip(codes) {
                *row |= flags.get(*code as usize).copied().unwrap_or(0);
            }
        });
    }
}

impl View {
    /// The rows that a query asks for. Each text of a column is tested once, however many rows have it.
    pub fn new(table: &Table, query: &Query) -> View {
        let mut mask = Mask(vec![1; table.rows() as usize]);
        for condition in &query.conditions {
            condition.apply(table, &mut mask);
        }
        let mut rows = if query.conditions.is_empty() {
            (0..table.rows()).collect()
        } else {
            let count = mask.0.iter().map(|is_in| usize::from(*is_in)).sum();
            let mut rows = Vec::with_capacity(count);
            rows.extend((0_u32..).zip(&mask.0).filter(|(_, is_in)| **is_in > 0).map(|(row, _)| row));
            rows
        };
        drop(mask);
        // The last key first, since each keeps the order it finds.
        for key in query.sort.iter().rev() {
            if let Some(column) = table.columns().get(key.column) {
                sort_rows(&mut rows, column, key.is_descending);
            }
        }
        View { rows }
    }

    /// The rows, in order.
    pub fn rows(&self) -> &[u32] {
        &self.rows
    }

    /// How many of the rows have, in any of these columns, a value that is wanted. Each text is looked at once.
    pub fn count(&self, table: &Table, columns: &[usize], is_wanted: &dyn Fn(usize, &str) -> bool) -> u32 {
        let marked = |at: &usize| {
            let column = table.columns().get(*at)?;
            let marks: Vec<bool> =
                (0..column.distinct()).map(|code| is_wanted(*at, &column.value(code).text)).collect();
            marks.contains(&true).then_some((column, marks))
        };
        let marked: Vec<_> = columns.iter().filter_map(marked).collect();
        if marked.is_empty() {
            return 0;
        }
        let has_one = |row: &&u32| {
            marked.iter().any(|(column, marks)| marks.get(column.values.code(**row) as usize) == Some(&true))
        };
        u32::try_from(self.rows.iter().filter(has_one).count()).unwrap_or(u32::MAX)
    }

    /// So many rows from one on, fewer at the end.
    pub fn window(&self, from: usize, count: usize) -> &[u32] {
        let rows = self.rows.get(from..).unwrap_or_default();
        rows.get(..count).unwrap_or(rows)
    }

    /// The values of so many rows from one on, each row with its number.
    pub fn values<'t>(
        &'t self,
        table: &'t Table,
        from: usize,
        count: usize,
    ) -> impl Iterator<Item = (u32, impl Iterator<Item = Value<'t>>)> {
        self.window(from, count).iter().map(|row| (*row, table.values(*row)))
    }
}

impl Condition {
    fn apply(&self, table: &Table, mask: &mut Mask) {
        let marks = |column: &TableColumn, test: &dyn Fn(u32) -> bool| -> Vec<u8> {
            (0..column.distinct()).map(|code| u8::from(test(code))).collect()
        };
        let none = |mask: &mut Mask| mask.0.fill(0);
        match self {
            Condition::Contains { column: None, text } => {
                let needle = Needle::new(text);
                let mut found = Mask(vec![0; mask.0.len()]);
                for column in table.columns() {
                    let mut flags = vec![0; column.distinct() as usize];
                    match needle.mark(&column.values, &mut flags) {
                        0 => {}
                        all if all == flags.len() => return,
                        _ => found.add(column, &flags),
                    }
                }
                mask.0.iter_mut().zip(&found.0).for_each(|(row, found)| *row &= found);
            }
            Condition::Contains { column: Some(column), text } => match table.columns().get(*column) {
                Some(column) => {
                    let mut flags = vec![0; column.distinct() as usize];
                    Needle::new(text).mark(&column.values, &mut flags);
                    mask.keep(column, &flags);
                }
                None => none(mask),
            },
            Condition::Equals { column, text } => match table.columns().get(*column) {
                Some(column) => {
                    let folded = column.is_caseless().then(|| fold_case(text));
                    let test = |code: u32| match &folded {
                        Some(folded) => fold_case(&column.value(code).text) == *folded,
                        None => column.value(code).text == *text,
                    };
                    mask.keep(column, &marks(column, &test));
                }
                None => none(mask),
            },
            Condition::Numbers { column, from, to } => match of_kind(table, *column, ValueKind::Number) {
                Some(column) => {
                    let is_in = |number: &Option<Decimal>| {
                        number.is_some_and(|number| {
                            from.is_none_or(|from| number >= from) && to.is_none_or(|to| number <= to)
                        })
                    };
                    let flags: Vec<u8> = column.numbers().iter().map(|number| u8::from(is_in(number))).collect();
                    mask.keep(column, &flags);
                }
                None => none(mask),
            },
            Condition::Days { column, from, to } => match of_kind(table, *column, ValueKind::Day) {
                Some(column) => {
                    let test = |code: u32| {
                        column.day(code).is_some_and(|(day, _)| {
                            from.is_none_or(|from| day >= from) && to.is_none_or(|to| day <= to)
                        })
                    };
                    mask.keep(column, &marks(column, &test));
                }
                None => none(mask),
            },
        }
    }
}

fn of_kind(table: &Table, column: usize, kind: ValueKind) -> Option<&TableColumn> {
    table.columns().get(column).filter(|column| column.kind() == kind)
}
