//! What a grid is told: columns, sort, totals, words.
use std::marker::PhantomData;
use std::sync::Arc;

use crate::ui::dom::{IntoNode, Node};
use leptos::prelude::*;

use super::any_row::Tell;

/// What the values of a column are, in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Any text.
    Text,
    /// A number: its digits.
    Number,
    /// A UTC day, `YYYY-MM-DD`.
    Day,
    /// An amount of money: its digits, and the code of its currency.
    Amount,
}

/// The values of a column in a file: in any language the same, with every digit.
#[derive(Clone)]
pub(super) struct Values {
    pub(super) id: &'static str,
    pub(super) header: Signal<String>,
    pub(super) kind: CellKind,
    /// The text, and the currency of an amount.
    pub(super) tell: Tell<(String, String)>,
}

/// A column without the type of its rows.
#[derive(Clone)]
pub(super) struct Plain {
    pub(super) id: &'static str,
    pub(super) header: Signal<String>,
    pub(super) cell: Tell<Node>,
    pub(super) sortable: bool,
    pub(super) numeric: bool,
    pub(super) folds: bool,
    pub(super) row_header: bool,
    pub(super) whole: bool,
    /// What it is in a file; nothing where it only leads elsewhere.
    pub(super) values: Vec<Values>,
}

impl Plain {
    fn new(id: &'static str, header: Signal<String>, cell: Tell<Node>) -> Plain {
        Plain {
            id,
            header,
            cell,
            sortable: false,
            numeric: false,
            folds: false,
            row_header: false,
            whole: false,
            values: Vec::new(),
        }
    }

    fn text(id: &'static str, header: Signal<String>, tell: Tell<(String, String)>) -> Plain {
        let shown = tell.clone();
        let mut plain = Plain::new(id, header, Arc::new(move |row| Node::text(shown(row).0)));
        plain.values.push(Values { id, header, kind: CellKind::Text, tell });
        plain
    }
}

/// A column of a grid over `T`.
pub struct Column<T> {
    pub(super) plain: Plain,
    row: PhantomData<fn(&T)>,
}

impl<T: 'static> Column<T> {
    /// A column by its id, the words of its header and how a cell is drawn.
    pub fn new<V: IntoNode + 'static>(
        id: &'static str,
        header: impl Into<Signal<String>>,
        cell: impl Fn(&T) -> V + Send + Sync + 'static,
    ) -> Self {
        let cell: Tell<Node> = Arc::new(move |row| row.with(|row| Some(cell(row))).into_node());
        Self { plain: Plain::new(id, header.into(), cell), row: PhantomData }
    }

    /// A column whose cells are text, on screen and in a file.
    pub fn text(
        id: &'static str,
        header: impl Into<Signal<String>>,
        text: impl Fn(&T) -> String + Send + Sync + 'static,
    ) -> Self {
        let tell: Tell<(String, String)> = Arc::new(move |row| (row.with(&text), String::new()));
        Self { plain: Plain::text(id, header.into(), tell), row: PhantomData }
    }

    /// What the column is in a file.
    #[must_use]
    pub fn value(self, kind: CellKind, of: impl Fn(&T) -> String + Send + Sync + 'static) -> Self {
        let (id, header) = (self.plain.id, self.plain.header);
        self.part(id, header, kind, of)
    }

    /// One of the columns that the column is in a file, where it is several: a span of days is two.
    #[must_use]
    pub fn part(
        mut self,
        id: &'static str,
        header: impl Into<Signal<String>>,
        kind: CellKind,
        of: impl Fn(&T) -> String + Send + Sync + 'static,
    ) -> Self {
        let tell: Tell<(String, String)> = Arc::new(move |row| (row.with(&of), String::new()));
        self.plain.values.push(Values { id, header: header.into(), kind, tell });
        self
    }

    /// The column is an amount in a file: its digits and the code of its currency, where there is one.
    #[must_use]
    pub fn amount(mut self, of: impl Fn(&T) -> Option<(String, String)> + Send + Sync + 'static) -> Self {
        let tell: Tell<(String, String)> = Arc::new(move |row| row.with(&of).unwrap_or_default());
        let (id, header) = (self.plain.id, self.plain.header);
        self.plain.values.push(Values { id, header, kind: CellKind::Amount, tell });
        self
    }

    /// The header is a button that sorts.
    #[must_use]
    pub fn sortable(mut self) -> Self {
        self.plain.sortable = true;
        self
    }

    /// Numbers: right-aligned, figures of one width.
    #[must_use]
    pub fn numeric(mut self) -> Self {
        self.plain.numeric = true;
        self
    }

    /// On a narrow screen the cell becomes a "label: value" line under the others.
    #[must_use]
    pub fn folds(mut self) -> Self {
        self.plain.folds = true;
        self
    }

    /// The cell is not broken into lines: ids, units.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.plain.whole = true;
        self
    }

    /// The cell names the row.
    #[must_use]
    pub fn row_header(mut self) -> Self {
        self.plain.row_header = true;
        self
    }

    /// The column's id.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.plain.id
    }
}

/// What the rows are sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Id of the column.
    pub column: String,
    /// Largest, latest or last first.
    pub descending: bool,
}

/// A row of totals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TotalRow {
    /// What is added up, such as "Total EUR".
    pub label: String,
    /// Column id and the total under it.
    pub cells: Vec<(&'static str, String)>,
}

/// The words a grid says by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridWords {
    /// Name of the tick that selects every row.
    pub select_all: String,
    /// Verb before a row's name, for its tick.
    pub select_row: String,
    /// Words before a row's name, for its menu, such as "More actions for".
    pub row_menu: String,
    /// Header of the column of menus; read, not seen.
    pub actions: String,
    /// Said while the rows are on their way.
    pub loading: String,
}
