//! What a person wants a file to be: kept in the address, so that it can be shared, and remembered for the next file.
use super::explored::ORIGIN as EXPLORED;
use super::{Query, Session};
use crate::billing::{Period, Scope, SubscriptionId};
use crate::browser::storage::{self, Area};
use crate::engine::protocol::{self, Order};
use crate::export::{CellMode, FileSchema, Target, UsageSchema, file_name};

const REMEMBERED: &str = "factuur.export";
const SCHEMA: &str = "schema";
const TARGET: &str = "target";
const CONTENTS: &str = "contents";
const COLUMNS: &str = "columns";

/// What a file of usage is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportChoice {
    /// The schema.
    pub schema: FileSchema,
    /// What it is written for.
    pub target: Target,
    /// How text is written, where the target has formulas.
    pub mode: CellMode,
    /// Which of the schema's columns, in their order.
    pub columns: Vec<usize>,
}

impl ExportChoice {
    /// The choice in an address; what it does not say is as it was the last time. Of the schemas on offer, the first is
    /// the usual one.
    pub fn of(query: &Query, offered: &[FileSchema]) -> ExportChoice {
        let remembered = Query::parse(&storage::read(Area::Local, REMEMBERED).unwrap_or_default());
        let value = |name: &str| query.get(name).or_else(|| remembered.get(name)).map(str::to_owned);
        let named = value(SCHEMA).and_then(|name| FileSchema::parse(&name));
        let schema = named.filter(|schema| offered.contains(schema));
        let schema =
            schema.or_else(|| offered.first().copied()).unwrap_or(FileSchema::Usage(UsageSchema::CostDetails20211001));
        let mode = if value(CONTENTS).as_deref() == Some("exact") { CellMode::Exact } else { CellMode::Safe };
        // Names of another schema's columns mean nothing here.
        let of_schema = query.get(COLUMNS).or_else(|| remembered.get(COLUMNS).filter(|_| named == Some(schema)));
        let columns = of_schema.map(|names| places(schema, names)).filter(|places| !places.is_empty());
        ExportChoice {
            schema,
            target: value(TARGET).and_then(|name| Target::parse(&name)).unwrap_or_default(),
            mode,
            columns: columns.unwrap_or_else(|| all(schema)),
        }
    }

    /// What a file is when nobody chose anything: CSV with all columns, safe for spreadsheets.
    pub fn usual(schema: UsageSchema) -> ExportChoice {
        let schema = FileSchema::Usage(schema);
        ExportChoice { schema, target: Target::Csv, mode: CellMode::Safe, columns: all(schema) }
    }

    /// The same in another schema, with all of its columns.
    #[must_use]
    pub fn in_schema(self, schema: FileSchema) -> ExportChoice {
        ExportChoice { schema, columns: all(schema), ..self }
    }

    /// Whether all columns are chosen, in the schema's order.
    pub fn has_all_columns(&self) -> bool {
        self.columns == all(self.schema)
    }

    /// Writes the choice into an address.
    #[must_use]
    pub fn into_query(&self, query: Query) -> Query {
        let contents = match self.mode {
            CellMode::Safe => "safe",
            CellMode::Exact => "exact",
        };
        let columns = (!self.has_all_columns()).then(|| self.column_names().join(","));
        query
            .with(SCHEMA, Some(self.schema.name()))
            .with(TARGET, Some(self.target.name()))
            .with(CONTENTS, Some(contents))
            .with(COLUMNS, columns.as_deref())
    }

    /// Keeps the choice for the next file.
    pub fn remember(&self) {
        storage::write(Area::Local, REMEMBERED, &self.into_query(Query::default()).to_search());
    }

    /// Takes every word of a choice out of an address.
    #[must_use]
    pub fn out_of(query: Query) -> Query {
        query.without(&[SCHEMA, TARGET, CONTENTS, COLUMNS])
    }

    /// Headers of the chosen columns.
    pub fn column_names(&self) -> Vec<String> {
        let all = self.schema.column_names();
        self.columns.iter().filter_map(|at| all.get(*at)).map(|name| (*name).to_owned()).collect()
    }

    /// The name of such a file. `is_whole` is false for one that a person keeps though it is not: its name says so.
    pub fn file_name(&self, parts: &[&str], is_whole: bool) -> String {
        let partial: &[&str] = if is_whole { &[] } else { &["PARTIAL"] };
        let schema: &[&str] = if matches!(self.schema, FileSchema::Focus(_)) { &[self.schema.name()] } else { &[] };
        file_name(&[partial, parts, schema].concat(), self.target, self.mode)
    }

    /// The order for such a file of the usage of a scope (MCA, MPA); none while a token is missing.
    pub fn of_scope(&self, session: &Session, scope: &Scope, period: Period) -> Option<Order> {
        self.order(session, protocol::UsageOf::Scope(scope.id()), period)
    }

    /// The order for such a file of the usage of a pay-as-you-go subscription; none while a token is missing.
    pub fn of_subscription(&self, session: &Session, id: &SubscriptionId, period: Period) -> Option<Order> {
        self.order(session, protocol::UsageOf::Subscription(id.as_str().to_owned()), period)
    }

    /// The order for such a file of the chosen rows of a file of the person's own; `choice` is
    /// [`Chosen::version`](super::Chosen::version).
    pub fn of_own(&self, choice: u32) -> Order {
        let source = protocol::Source { origin: EXPLORED.to_owned(), token: None, directory: None, in_page: true };
        let days = (String::new(), String::new());
        self.order_of(source, protocol::UsageOf::Own(choice), days)
    }

    fn order(&self, session: &Session, of: protocol::UsageOf, period: Period) -> Option<Order> {
        let days = (period.start.to_string(), period.end.to_string());
        Some(self.order_of(session.engine_source()?, of, days))
    }

    fn order_of(&self, source: protocol::Source, of: protocol::UsageOf, days: (String, String)) -> Order {
        Order {
            source,
            of,
            days,
            schema: self.schema.name().to_owned(),
            columns: self.columns.clone(),
            target: self.target.name().to_owned(),
            exact: self.mode == CellMode::Exact,
        }
    }
}

fn all(schema: FileSchema) -> Vec<usize> {
    (0..schema.column_names().len()).collect()
}

/// The columns of these names, each once; names that the schema does not have are passed over.
fn places(schema: FileSchema, names: &str) -> Vec<usize> {
    let all = schema.column_names();
    let mut places = Vec::new();
    for name in names.split(',') {
        if let Some(at) = all.iter().position(|column| *column == name).filter(|at| !places.contains(at)) {
            places.push(at);
        }
    }
    places
}
