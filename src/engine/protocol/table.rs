//! A table on its way to the engine, as JSON and back: the page has the rows already.
use crate::arm::{Fields, Json, Object, array, string};
use crate::billing::ValueKind;
use crate::export::{CellMode, Column, Table, TableColumn, TablePlan, Target};
use std::sync::Arc;

/// What file of a table is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableOrder {
    /// The table.
    pub table: Arc<Table>,
    /// Which of its columns, in their order.
    pub columns: Vec<usize>,
    /// Name of the target.
    pub target: String,
    /// Whether text is written as it is.
    pub exact: bool,
}

impl TableOrder {
    /// The plan of the file; none when it would have no columns, and when the name of the target is none.
    pub fn plan(&self) -> Option<TablePlan> {
        let has_columns = self.columns.iter().any(|at| *at < self.table.columns.len());
        Some(TablePlan {
            columns: Some(self.columns.clone()).filter(|_| has_columns)?,
            target: Target::parse(&self.target)?,
            mode: if self.exact { CellMode::Exact } else { CellMode::Safe },
        })
    }

    /// The same with the first rows of the table alone.
    #[must_use]
    pub fn first(&self, rows: usize) -> TableOrder {
        let table = &self.table;
        let rows = table.rows.iter().take(rows).cloned().collect();
        let (title, columns) = (table.title.clone(), table.columns.clone());
        let table = Table { title, columns, rows, cost: table.cost, currency: table.currency };
        TableOrder { table: Arc::new(table), ..self.clone() }
    }

    pub(super) fn to_json(&self) -> String {
        let Table { title, columns, rows, cost, currency } = &*self.table;
        let texts = |texts: &[&str]| array(texts.iter().map(|text| string(text)));
        let column = |of: &TableColumn| texts(&[&of.id, &of.column.name, kind_name(of.column.kind)]);
        let row = |row: &Vec<String>| array(row.iter().map(|cell| string(cell)));
        let place = |object: Object, name: &str, at: Option<usize>| match at {
            Some(at) => object.count(name, at),
            None => object,
        };
        let object = Object::new()
            .text("title", title)
            .raw("of", &array(columns.iter().map(column)))
            .raw("rows", &array(rows.iter().map(row)))
            .raw("columns", &array(self.columns.iter().map(usize::to_string)))
            .text("target", &self.target)
            .flag("exact", self.exact);
        place(place(object, "cost", *cost), "currency", *currency).end()
    }

    pub(super) fn from_json(json: &Json<'_>) -> Option<TableOrder> {
        let fields = Fields::of(json);
        let text = |json: &Json<'_>| json.as_text().map(str::to_owned);
        let row = |row: &Json<'_>| row.items().iter().map(text).collect::<Option<Vec<String>>>();
        let column = |of: &Json<'_>| match of.items() {
            [id, name, kind] => {
                Some(TableColumn { id: text(id)?.into(), column: Column::new(text(name)?, kind_of(kind.as_text()?)?) })
            }
            _ => None,
        };
        let place = |name: &str| fields.whole(name).map(|at| at as usize);
        let table = Table {
            title: fields.text("title").unwrap_or_default(),
            columns: json.find("of")?.items().iter().map(column).collect::<Option<_>>()?,
            rows: json.find("rows")?.items().iter().map(row).collect::<Option<_>>()?,
            cost: place("cost"),
            currency: place("currency"),
        };
        let columns = json.find("columns")?.items().iter().map(|at| at.raw.parse().ok()).collect::<Option<_>>()?;
        let exact = fields.flag("exact")?;
        let order = TableOrder { table: Arc::new(table), columns, target: fields.required("target"), exact };
        fields.end(order).ok()
    }
}

const KINDS: [(ValueKind, &str); 5] = [
    (ValueKind::Text, "text"),
    (ValueKind::Number, "number"),
    (ValueKind::Day, "day"),
    (ValueKind::Flag, "flag"),
    (ValueKind::Json, "json"),
];

fn kind_name(kind: ValueKind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("text", |(_, name)| name)
}

fn kind_of(name: &str) -> Option<ValueKind> {
    KINDS.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::protocol::Ask;

    fn column(id: &'static str, name: &'static str, kind: ValueKind) -> TableColumn {
        TableColumn { id: id.into(), column: Column::new(name, kind) }
    }

    #[test]
    fn a_table_reaches_the_engine_as_the_page_has_it() {
        let rows = [["-1234567.50", "=1+1"], ["", "\"quoted\"\r\n\u{0}\u{1f}\u{feff}"], ["0", "\\u0041 å"]];
        let table = Table {
            title: "Invoices \"all\"".into(),
            columns: vec![column("total", "Total\n", ValueKind::Number), column("po", "", ValueKind::Text)],
            rows: rows.map(|row| row.map(str::to_owned).to_vec()).to_vec(),
            cost: Some(0),
            currency: None,
        };
        let order = TableOrder { table: Arc::new(table), columns: vec![1, 0], target: "excel-nl".into(), exact: true };
        let bare = TableOrder { table: Arc::default(), columns: vec![], target: "csv".into(), exact: false };
        assert_eq!(bare.plan(), None);
        assert_eq!(order.first(2).table.rows, order.table.rows[..2]);
        for ask in [
            Ask::Table { job: 1, order: order.clone(), rows: Some(5) },
            Ask::Table { job: 2, order: order.first(0), rows: None },
            Ask::Table { job: 3, order, rows: None },
            Ask::Table { job: 4, order: bare, rows: None },
        ] {
            assert_eq!(Ask::from_json(&ask.to_json()), Some(ask));
        }
    }

    #[test]
    fn every_kind_of_cell_is_known_by_its_name() {
        for (kind, name) in KINDS {
            assert_eq!((kind_name(kind), kind_of(name)), (name, Some(kind)));
        }
    }
}
