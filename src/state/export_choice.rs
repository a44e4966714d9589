//! What a person wants a file to be: kept in the address, so that it can be shared, and remembered for the next file.
use super::{Query, Session};
use crate::billing::{Period, Scope, SubscriptionId};
use crate::browser::storage::{self, Area};
use crate::engine::protocol::{self, Order};
use crate::export::{CellMode, Target, UsageSchema};

const REMEMBERED: &str = "factuur.export";
/// What the choice is called in an address.
const NAMES: [&str; 4] = ["schema", "target", "contents", "columns"];

/// What a file of usage is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportChoice {
    /// The schema.
    pub schema: UsageSchema,
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
    pub fn of(query: &Query, offered: &[UsageSchema]) -> ExportChoice {
        let remembered = Query::parse(&storage::read(Area::Local, REMEMBERED).unwrap_or_default());
        let value = |name: &str| query.get(name).or_else(|| remembered.get(name)).map(str::to_owned);
        let named = value("schema").and_then(|name| UsageSchema::parse(&name));
        let schema = named.filter(|schema| offered.contains(schema));
        let schema = schema.or_else(|| offered.first().copied()).unwrap_or(UsageSchema::CostDetails20211001);
        let mode = if value("contents").as_deref() == Some("exact") { CellMode::Exact } else { CellMode::Safe };
        let columns = value("columns").map(|names| places(schema, &names)).filter(|places| !places.is_empty());
        ExportChoice {
            schema,
            target: value("target").and_then(|name| Target::parse(&name)).unwrap_or_default(),
            mode,
            columns: columns.unwrap_or_else(|| all(schema)),
        }
    }

    /// Whether all columns are chosen, in the schema's order.
    pub fn has_all_columns(&self) -> bool {
        self.columns == all(self.schema)
    }

    /// The same with all columns of the schema.
    #[must_use]
    pub fn with_all_columns(self) -> ExportChoice {
        ExportChoice { columns: all(self.schema), ..self }
    }

    /// Writes the choice into an address, and keeps it for the next file.
    #[must_use]
    pub fn into_query(&self, query: Query) -> Query {
        let contents = match self.mode {
            CellMode::Safe => "safe",
            CellMode::Exact => "exact",
        };
        let columns = (!self.has_all_columns()).then(|| self.column_names().join(","));
        let values = [Some(self.schema.name()), Some(self.target.name()), Some(contents), columns.as_deref()];
        let write =
            |query: Query| NAMES.into_iter().zip(values).fold(query, |query, (name, value)| query.with(name, value));
        storage::write(Area::Local, REMEMBERED, &write(Query::default()).to_search());
        write(query)
    }

    /// Takes every word of a choice out of an address.
    #[must_use]
    pub fn out_of(query: Query) -> Query {
        NAMES.into_iter().fold(query, |query, name| query.with(name, None))
    }

    /// Headers of the chosen columns.
    pub fn column_names(&self) -> Vec<String> {
        let all = self.schema.columns();
        self.columns.iter().filter_map(|at| all.get(*at)).map(|column| column.name.to_string()).collect()
    }

    /// The order for such a file of the usage of a scope (MCA, MPA); none while a token is missing.
    pub fn of_scope(&self, session: &Session, scope: &Scope, period: Period) -> Option<Order> {
        self.order(session, protocol::UsageOf::Scope(scope.id()), period)
    }

    /// The order for such a file of the usage of a pay-as-you-go subscription; none while a token is missing.
    pub fn of_subscription(&self, session: &Session, id: &SubscriptionId, period: Period) -> Option<Order> {
        self.order(session, protocol::UsageOf::Subscription(id.as_str().to_owned()), period)
    }

    fn order(&self, session: &Session, of: protocol::UsageOf, period: Period) -> Option<Order> {
        Some(Order {
            source: session.engine_source()?,
            of,
            days: (period.start.to_string(), period.end.to_string()),
            schema: self.schema.name().to_owned(),
            columns: self.columns.clone(),
            target: self.target.name().to_owned(),
            exact: self.mode == CellMode::Exact,
        })
    }
}

fn all(schema: UsageSchema) -> Vec<usize> {
    (0..schema.columns().len()).collect()
}

/// The columns of these names, each once; names that the schema does not have are passed over.
fn places(schema: UsageSchema, names: &str) -> Vec<usize> {
    let all = schema.columns();
    let mut places = Vec::new();
    for name in names.split(',') {
        if let Some(at) = all.iter().position(|column| column.name == name).filter(|at| !places.contains(at)) {
            places.push(at);
        }
    }
    places
}
