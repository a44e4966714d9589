//! What a grid is told: columns, sort, totals, words.
use std::marker::PhantomData;
use std::sync::Arc;

use crate::ui::dom::{IntoNode, Node};
use leptos::prelude::*;

use super::any_row::Tell;

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
        let plain = Plain {
            id,
            header: header.into(),
            cell: Arc::new(move |row| row.with(|row| Some(cell(row))).into_node()),
            sortable: false,
            numeric: false,
            folds: false,
            row_header: false,
            whole: false,
        };
        Self { plain, row: PhantomData }
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
