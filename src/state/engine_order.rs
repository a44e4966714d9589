//! What the engine can be told to make.
use crate::engine::protocol::{Ask, JobId, Order, TableOrder};

/// What the engine is to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EngineOrder {
    /// A file of usage: the engine asks the API for it.
    Usage(Order),
    /// A file of a table that is in the page.
    Table(TableOrder),
}

impl From<Order> for EngineOrder {
    fn from(order: Order) -> EngineOrder {
        EngineOrder::Usage(order)
    }
}

impl From<TableOrder> for EngineOrder {
    fn from(order: TableOrder) -> EngineOrder {
        EngineOrder::Table(order)
    }
}

impl EngineOrder {
    /// Asks for the file.
    pub fn file(&self, job: JobId) -> Ask {
        match self.clone() {
            EngineOrder::Usage(order) => Ask::Export { job, order },
            EngineOrder::Table(order) => Ask::Table { job, order, rows: None },
        }
    }

    /// Asks for the first rows.
    pub fn preview(self, job: JobId, rows: usize) -> Ask {
        match self {
            EngineOrder::Usage(order) => Ask::Preview { job, order, rows },
            EngineOrder::Table(order) => Ask::Table { job, order, rows: Some(rows) },
        }
    }

    /// Whether the engine can go on after a failure. A table is written anew.
    pub fn goes_on(&self) -> bool {
        matches!(self, EngineOrder::Usage(_))
    }
}
