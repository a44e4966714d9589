//! What a file of the chosen rows has: columns of the file itself, or groups.
use super::answers::sums;
use super::protocol::{Looked, Trouble, Writing};
use crate::billing::ValueKind;
use crate::explore::{Currency, DayOrder, Group, Groups, Note, Opened, Table, Value};
use crate::export::{CellMode, Column, DayStyle, ExportError, Exporter, Plan, Target, as_it_reads};
use std::borrow::Cow;

/// Rows that are written in one go.
const PAGE: usize = 4096;

/// Rows of a table that are to be written.
#[derive(Clone, Copy)]
pub struct Chosen<'o> {
    /// The file.
    pub opened: &'o Opened,
    /// The table's place in it.
    pub at: usize,
    /// The table.
    pub table: &'o Table,
    /// The rows, in order.
    pub rows: &'o [u32],
    /// Their groups, and the columns they are grouped by.
    pub groups: Option<(&'o Groups, &'o [usize])>,
    /// What they add up to.
    pub looked: &'o Looked,
}

/// Rows of a plan, and how the cells of each are had.
pub struct Listed<'o> {
    plan: Plan,
    rows: usize,
    cells: Box<dyn Fn(usize) -> Vec<Value<'o>> + 'o>,
}

impl<'o> Listed<'o> {
    /// What is wanted; none for what is written back as it was.
    ///
    /// # Errors
    /// [`Trouble::Question`] for what the choice does not have.
    pub fn new(chosen: &Chosen<'o>, wanted: &Writing) -> Result<Option<Listed<'o>>, Trouble> {
        let plan = |target: &str, exact: bool| {
            let target = Target::parse(target).ok_or(Trouble::Question)?;
            Ok::<_, Trouble>((target, if exact { CellMode::Exact } else { CellMode::Safe }))
        };
        Ok(Some(match wanted {
            Writing::AsItWas => return Ok(None),
            Writing::Own { columns, target, exact } => own(chosen, columns, plan(target, *exact)?),
            Writing::Groups { headers, columns, target, exact } => {
                groups(chosen, headers, columns, plan(target, *exact)?).ok_or(Trouble::Question)?
            }
        }))
    }

    /// What it is written for.
    pub fn target(&self) -> Target {
        self.plan.target
    }

    /// The first rows as they will read, header first.
    pub fn first_rows(&self, most: usize) -> Vec<Vec<String>> {
        let Listed { plan, rows, cells } = self;
        let header = plan.columns.iter().map(|column| column.name.to_string()).collect();
        let shown = |value: &Value<'_>| as_it_reads(value.cell(), plan.target, plan.days, plan.mode);
        let row = |at| cells(at).iter().map(shown).collect();
        std::iter::once(header).chain((0..most.min(*rows)).map(row)).collect()
    }

    /// Begins the file.
    ///
    /// # Errors
    /// [`ExportError`], as [`Exporter::new`].
    pub fn exporter(&self) -> Result<Exporter, ExportError> {
        Exporter::new(self.plan.clone())
    }

    /// Adds the rows behind those that are written; false after the last.
    ///
    /// # Errors
    /// [`ExportError`], as [`Exporter::page`].
    pub fn step(&self, exporter: &mut Exporter) -> Result<bool, ExportError> {
        let from = usize::try_from(exporter.written().rows()).unwrap_or(usize::MAX);
        let to = self.rows.min(from.saturating_add(PAGE));
        if from >= to {
            return Ok(false);
        }
        exporter.page(|page| {
            (from..to).try_for_each(|at| {
                let values = (self.cells)(at);
                page.row(values.iter().map(Value::cell))
            })
        })?;
        Ok(true)
    }
}

fn own<'o>(chosen: &Chosen<'o>, columns: &[usize], (target, mode): (Target, CellMode)) -> Listed<'o> {
    let Chosen { opened, table, rows, .. } = *chosen;
    let columns: Vec<usize> = columns.iter().copied().filter(|at| *at < table.columns().len()).collect();
    let place = |column: usize| columns.iter().position(|at| *at == column);
    // A column with values that are kept as text cannot be added up.
    let is_whole = |header: &str| {
        !opened.notes().iter().any(|note| matches!(note, Note::KeptAsText { column, .. } if column == header))
    };
    let measures = table.measures();
    let cost = measures
        .first()
        .filter(|measure| table.columns().get(measure.column).is_some_and(|column| is_whole(column.header())));
    let currency = cost.and_then(|measure| match measure.currency {
        Currency::Column(column) => place(column),
        _ => None,
    });
    let cost = cost.and_then(|measure| place(measure.column));
    let of = |at: &usize| table.columns().get(*at).map(|column| Column::new(column.header().to_owned(), column.kind()));
    let plan = Plan {
        columns: columns.iter().filter_map(of).collect(),
        target,
        mode,
        days: match opened.dialect().days {
            Some(DayOrder::MonthFirst) => DayStyle::MonthFirst,
            _ => DayStyle::Iso,
        },
        // Sums of two currencies are two sums: without the column of the currency there is none.
        cost: cost.filter(|_| currency.is_some()),
        currency,
        title: "usage".to_owned(),
    };
    let cells = move |at: usize| {
        let row = rows.get(at).copied().unwrap_or(u32::MAX);
        columns.iter().map(|column| table.value(row, *column)).collect()
    };
    Listed { plan, rows: rows.len(), cells: Box::new(cells) }
}

/// None where the rows are not grouped.
fn groups<'o>(
    chosen: &Chosen<'o>,
    headers: &[String],
    columns: &[usize],
    (target, mode): (Target, CellMode),
) -> Option<Listed<'o>> {
    let Chosen { table, looked, .. } = *chosen;
    let (groups, by) = chosen.groups.filter(|(_, by)| headers.len() == by.len() + looked.sums.len() + 3)?;
    let kinds = by.iter().map(|at| table.columns().get(*at).map_or(ValueKind::Text, |column| column.kind()));
    let numbers = std::iter::repeat_n(ValueKind::Number, looked.sums.len() + 2);
    let kinds: Vec<ValueKind> = kinds.chain(numbers).chain([ValueKind::Text]).collect();
    let columns: Vec<usize> = columns.iter().copied().filter(|at| *at < kinds.len()).collect();
    let of = |at: &usize| Some(Column::new(headers.get(*at)?.clone(), *kinds.get(*at)?));
    let plan = Plan {
        columns: columns.iter().filter_map(of).collect(),
        target,
        mode,
        days: DayStyle::Iso,
        cost: None,
        currency: None,
        title: "groups".to_owned(),
    };
    let cells = move |at: usize| {
        let all =
            groups.groups().get(at).map(|group| group_cells(table, groups, group, by, looked)).unwrap_or_default();
        columns.iter().filter_map(|at| all.get(*at).cloned()).collect()
    };
    Some(Listed { plan, rows: groups.groups().len(), cells: Box::new(cells) })
}

/// The cells of a group, in the order of [`Writing::Groups`]'s headers.
fn group_cells<'o>(table: &'o Table, groups: &Groups, group: &Group, by: &[usize], looked: &Looked) -> Vec<Value<'o>> {
    let value = |kind: ValueKind, text: String| Value { kind, text: Cow::Owned(text) };
    let mut cells: Vec<_> = by.iter().map(|column| table.value(group.row, *column)).collect();
    cells.push(value(ValueKind::Number, group.rows.to_string()));
    let mut sums = sums(table, groups, group);
    for (currency, _) in &looked.sums {
        let sum = sums.iter_mut().find(|(known, _)| known == currency);
        cells.push(value(ValueKind::Number, sum.map(|(_, digits)| std::mem::take(digits)).unwrap_or_default()));
    }
    let quantity = groups.quantity(table, group).map(|(unit, sum)| (sum.to_string(), unit.into_owned()));
    let (digits, unit) = quantity.unwrap_or_default();
    cells.push(value(ValueKind::Number, digits));
    cells.push(value(ValueKind::Text, unit));
    cells
}
