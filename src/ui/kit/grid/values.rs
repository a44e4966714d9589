//! The rows of a grid as a file has them: values that a program can read, in the order of the screen.
use super::any_row::AnyRow;
use super::column::Values;
use super::{CellKind, Column, Rows};
use leptos::prelude::*;

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueColumn {
    /// Its id, the same in every language.
    pub id: &'static str,
    /// Its header.
    pub header: String,
    /// What its values are.
    pub kind: CellKind,
}

/// What a grid shows, as a file has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridValues {
    /// The columns that are values; those that only lead elsewhere are left out.
    pub columns: Vec<ValueColumn>,
    /// The rows: for each column a text, and the currency of an amount.
    pub rows: Vec<Vec<(String, String)>>,
}

/// The values of a grid of these columns and rows; tracked.
pub fn grid_values<T>(columns: Vec<Column<T>>, rows: Rows<T>) -> GridValues {
    let columns: Vec<Values> = columns.into_iter().flat_map(|column| column.plain.values).collect();
    values(&columns, rows.all)
}

fn values(columns: &[Values], rows: Signal<Vec<AnyRow>>) -> GridValues {
    let described = |of: &Values| ValueColumn { id: of.id, header: of.header.get(), kind: of.kind };
    let row = |row: &AnyRow| columns.iter().map(|column| (column.tell)(row)).collect();
    GridValues {
        columns: columns.iter().map(described).collect(),
        rows: rows.with(|rows| rows.iter().map(row).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_values_of_the_rows_and_no_column_that_only_leads_elsewhere() {
        Owner::new().with(|| {
            let columns = || {
                vec![
                    Column::text("name", "Name".to_owned(), |row: &(String, i32)| row.0.to_uppercase()).sortable(),
                    Column::new("link", "Link".to_owned(), |_: &(String, i32)| "go".to_owned()),
                    Column::new("span", "Period".to_owned(), |row: &(String, i32)| row.1.to_string())
                        .part("start", "From".to_owned(), CellKind::Day, |row| format!("2026-01-{:02}", row.1))
                        .part("end", "Until".to_owned(), CellKind::Day, |_| "2026-01-31".to_owned()),
                    Column::new("total", "Total".to_owned(), |row: &(String, i32)| format!("{} euro", row.1))
                        .amount(|row| (row.1 > 1).then(|| (row.1.to_string(), "EUR".to_owned())))
                        .numeric(),
                ]
            };
            let shown = RwSignal::new(vec![("b".to_owned(), 2), ("a".to_owned(), 1)]);
            let rows = Rows::from(move || shown.get());
            let values = grid_values(columns(), rows);
            let told: Vec<_> = values.columns.iter().map(|of| (of.id, &*of.header, of.kind)).collect();
            assert_eq!(
                told,
                [
                    ("name", "Name", CellKind::Text),
                    ("start", "From", CellKind::Day),
                    ("end", "Until", CellKind::Day),
                    ("total", "Total", CellKind::Amount),
                ]
            );
            let cells = |row: [(&str, &str); 4]| row.map(|(text, of)| (text.to_owned(), of.to_owned())).to_vec();
            assert_eq!(
                values.rows,
                [
                    cells([("B", ""), ("2026-01-02", ""), ("2026-01-31", ""), ("2", "EUR")]),
                    cells([("A", ""), ("2026-01-01", ""), ("2026-01-31", ""), ("", "")]),
                ]
            );
            shown.update(Vec::clear);
            assert_eq!(grid_values(columns(), rows).rows, Vec::<Vec<_>>::new());
        });
    }
}
