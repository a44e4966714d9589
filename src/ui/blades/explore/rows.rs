//! The rows, or the groups, of the choice.
use crate::billing::ValueKind;
use crate::state::{
    Chosen, ColumnFilter, FilterKind, GroupSort, OwnFile, Said, TableFacts, What, ask_explorer, group_sort_name, t,
    t_with, use_query,
};
use crate::text::words::explore as words;
use crate::text::{self, Region};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{EmptyState, Sort, VirtualColumn, VirtualGrid};
use crate::ui::shell::{read_sort, write_sort};
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

/// A value as the person's region writes it; what is not of its kind stays as it is.
pub fn shown(kind: ValueKind, value: String, region: Region) -> String {
    let read = match kind {
        ValueKind::Number => {
            rust_decimal::Decimal::from_str_exact(&value).ok().map(|number| text::number(number, region))
        }
        ValueKind::Day => crate::billing::parse_day(&value).map(|day| text::date(day, region)),
        ValueKind::Text | ValueKind::Flag | ValueKind::Json => None,
    };
    read.unwrap_or(value)
}

fn width_of(kind: ValueKind, header: &str) -> i64 {
    let words = i64::try_from(header.chars().count()).unwrap_or(0) * 8 + 40;
    match kind {
        ValueKind::Day => words.clamp(112, 200),
        ValueKind::Flag => words.clamp(88, 200),
        ValueKind::Number => words.clamp(168, 240),
        ValueKind::Text | ValueKind::Json => words.clamp(168, 280),
    }
}

fn column(id: String, header: String, kind: ValueKind, sortable: bool) -> VirtualColumn {
    VirtualColumn { id, width: width_of(kind, &header), header, numeric: kind == ValueKind::Number, sortable }
}

/// The columns of rows, or of groups with their row counts, sums and quantity.
fn columns_of(table: &TableFacts, chosen: &Chosen) -> Vec<VirtualColumn> {
    let own = |at: usize| {
        let facts = table.columns.get(at)?;
        Some(column(facts.header.clone(), facts.header.clone(), facts.kind, true))
    };
    if chosen.looked.groups.is_none() {
        return (0..table.columns.len()).filter_map(own).collect();
    }
    let named = |by: &GroupSort, header: String| column(group_sort_name(by, table), header, ValueKind::Number, true);
    let mut all: Vec<VirtualColumn> = chosen.look.group.iter().copied().filter_map(own).collect();
    all.push(named(&GroupSort::Rows, t(words::ROWS_COLUMN)));
    for (currency, _) in &chosen.looked.sums {
        let header = t_with(words::SUM_COLUMN, &[("currency", currency)]);
        // A sum is seen whole: most have no more digits than this holds.
        let sum = named(&GroupSort::Sum(currency.clone()), header.trim().to_owned());
        all.push(VirtualColumn { width: 288, ..sum });
    }
    let quantity = column(String::new(), t(words::QUANTITY_COLUMN), ValueKind::Number, false);
    all.push(VirtualColumn { width: 240, ..quantity });
    all
}

/// The headers of a file of the groups, each another: those of [`columns_of`], and the unit in a column of its own.
pub fn group_headers(table: &TableFacts, chosen: &Chosen) -> Vec<String> {
    let mut headers: Vec<String> = Vec::new();
    for header in columns_of(table, chosen).into_iter().map(|column| column.header).chain([t(words::UNIT_COLUMN)]) {
        let number = |n: usize| if n == 1 { header.clone() } else { format!("{header} ({n})") };
        let name = (1..).map(number).find(|name| !headers.contains(name));
        headers.push(name.unwrap_or_default());
    }
    headers
}

/// An answer of the explorer as cells of the choice.
fn cells_of(said: Said, table: &TableFacts, chosen: &Chosen, region: Region) -> Vec<Vec<String>> {
    let kind = |at: usize| table.columns.get(at).map_or(ValueKind::Text, |column| column.kind);
    let number = |digits: &str| shown(ValueKind::Number, digits.to_owned(), region);
    match said {
        Said::Rows(rows) => {
            let row = |row: Vec<String>| row.into_iter().enumerate().map(|(at, text)| shown(kind(at), text, region));
            rows.into_iter().map(|cells| row(cells).collect()).collect()
        }
        Said::Groups(groups) => groups
            .into_iter()
            .map(|group| {
                let mut cells: Vec<String> = group
                    .values
                    .into_iter()
                    .zip(&chosen.look.group)
                    .map(
                        |(text, at)| {
                            if text.is_empty() { t(words::EMPTY_VALUE) } else { shown(kind(*at), text, region) }
                        },
                    )
                    .collect();
                cells.push(number(&group.rows.to_string()));
                for (currency, _) in &chosen.looked.sums {
                    let sum = group.sums.iter().find(|(known, _)| known == currency);
                    cells.push(sum.map(|(_, digits)| number(digits)).unwrap_or_default());
                }
                cells.push(
                    group.quantity.map(|(digits, unit)| format!("{} {unit}", number(&digits))).unwrap_or_default(),
                );
                cells
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The filters that leave what was opened: the rows with this value, or those of this group.
fn filters_of(said: Said, column: usize, table: &TableFacts, chosen: &Chosen) -> Vec<ColumnFilter> {
    let is = |at: usize, text: &String| {
        let column = table.columns.get(at)?.header.clone();
        Some(ColumnFilter { kind: FilterKind::Is, column, text: text.clone() })
    };
    match said {
        Said::Rows(rows) => rows.first().and_then(|row| is(column, row.get(column)?)).into_iter().collect(),
        Said::Groups(groups) => {
            let values = groups.first().map(|group| group.values.as_slice()).unwrap_or_default();
            chosen.look.group.iter().zip(values).filter_map(|(at, text)| is(*at, text)).collect()
        }
        _ => Vec::new(),
    }
}

/// The grid. It is drawn anew when rows become groups.
pub fn rows(own: OwnFile, table: Arc<TableFacts>) -> Node {
    let query = use_query();
    let is_grouped =
        Memo::new(move |_| own.chosen.with(|chosen| chosen.as_ref().map(|chosen| chosen.looked.groups.is_some())));
    let is_empty = Memo::new(move |_| own.chosen.with(|chosen| chosen.as_ref().is_some_and(|c| c.looked.rows == 0)));
    let draw = move |grouped: bool| {
        let region = crate::state::region();
        let (of, all) = (table.clone(), table.clone());
        let columns = Memo::new(move |_| {
            own.chosen.with(|chosen| chosen.as_ref().map(|chosen| columns_of(&of, chosen)).unwrap_or_default())
        });
        let count = Memo::new(move |_| {
            let looked = own.chosen.with(|chosen| chosen.as_ref().map(|c| c.looked.groups.unwrap_or(c.looked.rows)));
            looked.unwrap_or_default() as usize
        });
        let version = Memo::new(move |_| own.chosen.with(|chosen| chosen.as_ref().map_or(0, |chosen| chosen.version)));
        let to_cells = Callback::new(move |said: Said| {
            let chosen = own.chosen.get_untracked();
            chosen.map(|chosen| cells_of(said, &all, &chosen, region)).unwrap_or_default()
        });
        let table = table.clone();
        let open = Callback::new(move |(row, column): (usize, usize)| {
            let (table, Some(chosen)) = (table.clone(), own.chosen.get_untracked()) else { return };
            leptos::task::spawn_local(async move {
                let what =
                    if grouped { What::Groups { from: row, count: 1 } } else { What::Rows { from: row, count: 1 } };
                let Ok(said) = ask_explorer(what).await else { return };
                let filters = filters_of(said, column, &table, &chosen);
                if filters.is_empty() {
                    return;
                }
                query.change(
                    |query| {
                        let query = if grouped { crate::state::with_group(query, &[]) } else { query };
                        filters.into_iter().fold(query, |query, filter| {
                            let column = filter.column.clone();
                            ColumnFilter::put(query, &column, vec![filter])
                        })
                    },
                    false,
                );
            });
        });
        // Groups come with the most frequent first, rows as the file has them.
        let default = grouped.then(|| format!("-{}", group_sort_name(&GroupSort::Rows, &TableFacts::default())));
        let sort = Signal::derive(move || {
            let text = query.value("sort").or_else(|| default.clone())?;
            read_sort(Some(&text), "")
        });
        view! {
            <VirtualGrid
                caption=t(words::TITLE)
                columns
                rows=count
                version
                cells=Callback::new(move |row| own.cells(row))
                want=Callback::new(move |(from, to)| own.want(from, to, grouped, to_cells))
                sort
                on_sort=Callback::new(move |sort: Sort| query.set("sort", Some(&write_sort(&sort))))
                on_open=open
                open_hint=t(if grouped { words::OPEN_GROUP } else { words::OPEN_CELL })
            />
        }
    };
    (move || match is_grouped.get() {
        None => Node::nothing(),
        Some(_) if is_empty.get() => nothing(query),
        Some(grouped) => draw(grouped),
    })
    .into_node()
}

/// In place of rows that the filters leave nothing of.
fn nothing(query: crate::state::QueryState) -> Node {
    use crate::text::words::common;
    let clear = Callback::new(move |()| {
        query.change(|query| ColumnFilter::write(query.with("q", None), &[]), false);
    });
    let (title, reason) = (t(common::NO_RESULTS), t(common::NO_RESULTS_HINT));
    view! { <EmptyState title reason action_label=t(common::CLEAR_ALL) on_action=clear /> }
}
