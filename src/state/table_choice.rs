//! What a person wants the file of a list to be: kept in the address, so that it can be shared, and remembered for the next
//! file of that list.
use super::Query;
use crate::browser::clock;
use crate::browser::storage::{self, Area};
use crate::engine::protocol::TableOrder;
use crate::export::{CellMode, Table, Target, file_name};
use std::sync::Arc;

const REMEMBERED: &str = "factuur.table.";
// As in the address of a usage file.
const TARGET: &str = "target";
const CONTENTS: &str = "contents";
const COLUMNS: &str = "columns";

/// What a file of a list is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableChoice {
    /// What it is written for.
    pub target: Target,
    /// How text is written, where the target has formulas.
    pub mode: CellMode,
    /// Which of the list's columns, in their order.
    pub columns: Vec<usize>,
}

impl TableChoice {
    /// The choice in an address; what it does not say is as it was the last time for a list of this kind. Columns that the
    /// list does not have are passed over.
    pub fn of(query: &Query, kind: &str, table: &Table) -> TableChoice {
        let remembered = Query::parse(&storage::read(Area::Local, &key(kind)).unwrap_or_default());
        let value = |name: &str| query.get(name).or_else(|| remembered.get(name)).map(str::to_owned);
        let mut columns = Vec::new();
        for id in value(COLUMNS).unwrap_or_default().split(',') {
            let named = table.columns.iter().position(|column| column.id == id);
            columns.extend(named.filter(|at| !columns.contains(at)));
        }
        TableChoice {
            target: value(TARGET).and_then(|name| Target::parse(&name)).unwrap_or_default(),
            mode: if value(CONTENTS).as_deref() == Some("exact") { CellMode::Exact } else { CellMode::Safe },
            columns: if columns.is_empty() { (0..table.columns.len()).collect() } else { columns },
        }
    }

    /// Writes the choice into an address. All columns in their order are none: a column that the list has later is there
    /// then.
    #[must_use]
    pub fn into_query(&self, query: Query, table: &Table) -> Query {
        let contents = if self.mode == CellMode::Exact { "exact" } else { "safe" };
        let is_whole = self.columns.iter().copied().eq(0..table.columns.len());
        let ids = self.columns.iter().filter_map(|at| table.columns.get(*at)).map(|column| &*column.id);
        let columns = (!is_whole).then(|| ids.collect::<Vec<_>>().join(","));
        query.with(TARGET, Some(self.target.name())).with(CONTENTS, Some(contents)).with(COLUMNS, columns.as_deref())
    }

    /// Takes every word of a choice out of an address.
    #[must_use]
    pub fn out_of(query: Query) -> Query {
        query.without(&[TARGET, CONTENTS, COLUMNS])
    }

    /// Keeps the choice for the next file of a list of this kind.
    pub fn remember(&self, kind: &str, table: &Table) {
        storage::write(Area::Local, &key(kind), &self.into_query(Query::default(), table).to_search());
    }

    /// The name of such a file: what it lists, of what, and today.
    pub fn file_name(&self, kind: &str, about: &str) -> String {
        let today = clock::today().to_string();
        let parts: Vec<&str> = [kind, about, &today].into_iter().filter(|part| !part.is_empty()).collect();
        file_name(&parts, self.target, self.mode)
    }

    /// The order for such a file.
    pub fn order(&self, table: &Arc<Table>) -> TableOrder {
        TableOrder {
            table: table.clone(),
            columns: self.columns.clone(),
            target: self.target.name().to_owned(),
            exact: self.mode == CellMode::Exact,
        }
    }
}

fn key(kind: &str) -> String {
    format!("{REMEMBERED}{kind}")
}
