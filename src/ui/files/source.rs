//! A list of a page that can be exported. What makes a table of it is in the part that writes it.
use crate::billing::{Invoice, RoleAssignment, Transaction};
use crate::state::{Fetch, Load};
use crate::ui::kit::{Column, GridValues, Rows, grid_values};
use std::sync::Arc;

/// The rows of a list.
#[derive(Debug, Clone, PartialEq)]
pub enum Listed {
    /// What a grid shows.
    Grid(GridValues),
    /// Invoices; of a pay-as-you-go account, with the subscription in place of the profile.
    Invoices {
        /// The rows.
        rows: Vec<Invoice>,
        /// Whether they are of subscriptions.
        by_subscription: bool,
    },
    /// The lines of an invoice.
    Transactions(Vec<Transaction>),
    /// Who holds which role.
    Assignments(Vec<RoleAssignment>),
}

/// A list that can be exported.
#[derive(Clone)]
pub struct TableSource {
    /// What kind of list it is: the first word of the file's name, and what its choice is remembered by.
    pub kind: &'static str,
    /// Name of its pane in the address (`pane=export`).
    pub pane: &'static str,
    /// What the list is called.
    pub title: String,
    /// What it is of, for the file's name: the number of an invoice. Empty where it is of all there is.
    pub about: String,
    /// The rows; tracked.
    pub list: Arc<dyn Fn() -> Load<Listed> + Send + Sync>,
}

impl TableSource {
    /// The one list of a page.
    pub fn new(
        kind: &'static str,
        title: String,
        list: impl Fn() -> Load<Listed> + Send + Sync + 'static,
    ) -> TableSource {
        TableSource { kind, pane: "export", title, about: String::new(), list: Arc::new(list) }
    }

    /// What a grid shows, once `fetch` is there.
    pub fn grid<F: Clone + 'static, T: 'static>(
        kind: &'static str,
        title: String,
        fetch: Fetch<F>,
        columns: impl Fn() -> Vec<Column<T>> + Send + Sync + 'static,
        rows: Rows<T>,
    ) -> TableSource {
        TableSource::new(kind, title, move || fetch.get().map(|_| Listed::Grid(grid_values(columns(), rows))))
    }

    /// The same list, with what it is of.
    #[must_use]
    pub fn about(self, about: impl Into<String>) -> TableSource {
        TableSource { about: about.into(), ..self }
    }

    /// The same list in a pane of another name, where a page has more than one.
    #[must_use]
    pub fn in_pane(self, pane: &'static str) -> TableSource {
        TableSource { pane, ..self }
    }
}
