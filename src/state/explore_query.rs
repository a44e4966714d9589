//! What a person chose of a file, in the address: columns by their headers, so that it holds for the next file too.
use super::{Query, decode, encode};
use crate::explorer::protocol::{FileFacts, Filter, GroupSort, Look, TableFacts};

/// How a column is filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilterKind {
    /// The text stands in it.
    Contains,
    /// The value is this one.
    Is,
    /// This one or greater.
    From,
    /// This one or smaller.
    To,
}

impl FilterKind {
    /// Every kind with its name in the address.
    const NAMES: [(FilterKind, &'static str); 4] =
        [(Self::Contains, "has"), (Self::Is, "is"), (Self::From, "from"), (Self::To, "to")];

    fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    fn parse(name: &str) -> Option<FilterKind> {
        Self::NAMES.into_iter().find(|(_, known)| *known == name).map(|(kind, _)| kind)
    }
}

/// A filter of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnFilter {
    /// How.
    pub kind: FilterKind,
    /// Header of the column.
    pub column: String,
    /// The text, number or day.
    pub text: String,
}

const FILTERS: &str = "f";
const GROUP: &str = "group";
const SORT: &str = "sort";
const TABLE: &str = "table";
const MEASURE: &str = "sum";
/// What groups are sorted by beside a column: their rows, or the sum in a currency.
const BY_ROWS: &str = "*rows";
const BY_SUM: &str = "*sum:";

impl ColumnFilter {
    /// The filters of an address; what cannot be read is passed over.
    pub fn all(query: &Query) -> Vec<ColumnFilter> {
        let read = |text: &String| {
            let mut parts = text.splitn(3, ':');
            let kind = FilterKind::parse(parts.next()?)?;
            let (column, text) = (decode(parts.next()?), decode(parts.next()?));
            Some(ColumnFilter { kind, column, text })
        };
        query.list(FILTERS).iter().filter_map(read).collect()
    }

    /// The address with these filters.
    pub fn write(query: Query, filters: &[ColumnFilter]) -> Query {
        let one = |filter: &ColumnFilter| {
            format!("{}:{}:{}", filter.kind.name(), encode(&filter.column), encode(&filter.text))
        };
        query.with_list(FILTERS, &filters.iter().map(one).collect::<Vec<_>>())
    }

    /// The address with one column filtered by these alone.
    pub fn put(query: Query, column: &str, filters: Vec<ColumnFilter>) -> Query {
        let mut all = ColumnFilter::all(&query);
        all.retain(|filter| filter.column != column);
        all.extend(filters.into_iter().filter(|filter| filter.kind == FilterKind::Is || !filter.text.is_empty()));
        ColumnFilter::write(query, &all)
    }
}

fn place(table: &TableFacts, header: &str) -> Option<usize> {
    let find = |is: &dyn Fn(&str) -> bool| table.columns.iter().position(|column| is(&column.header));
    // Versions of a file write the same header in small and in capital letters.
    find(&|own| own == header).or_else(|| find(&|own| own.eq_ignore_ascii_case(header)))
}

/// The table of an address.
pub fn table_of(query: &Query, facts: &FileFacts) -> usize {
    let named = query.get(TABLE).and_then(|text| text.parse::<usize>().ok());
    named.filter(|table| *table < facts.tables.len()).unwrap_or(facts.main)
}

/// Columns that rows are grouped by, as far as the table has them.
pub fn group_of(query: &Query, table: &TableFacts) -> Vec<usize> {
    query.list(GROUP).iter().filter_map(|header| place(table, header)).collect()
}

/// The address with other columns to group by. What it was sorted by means nothing then.
pub fn with_group(query: Query, headers: &[String]) -> Query {
    query.with_list(GROUP, headers).with(SORT, None)
}

/// What an address asks of a file. A filter of a column that the table does not have is passed over.
pub fn look_of(query: &Query, facts: &FileFacts) -> Look {
    let at = table_of(query, facts);
    let Some(table) = facts.tables.get(at) else { return Look::default() };
    let mut filters = Vec::new();
    if let Some(text) = query.get("q") {
        filters.push(Filter::Contains { column: None, text: text.to_owned() });
    }
    for ColumnFilter { kind, column, text } in ColumnFilter::all(query) {
        let Some(column) = place(table, &column) else { continue };
        filters.push(match kind {
            FilterKind::Contains => Filter::Contains { column: Some(column), text },
            FilterKind::Is => Filter::Is { column, text },
            FilterKind::From => Filter::From { column, text },
            FilterKind::To => Filter::To { column, text },
        });
    }
    let group = group_of(query, table);
    let (mut sort, mut group_sort) = (Vec::new(), None);
    let (is_descending, by) = match query.get(SORT) {
        Some(text) => text.strip_prefix('-').map_or((false, text), |by| (true, by)),
        None => (false, ""),
    };
    if group.is_empty() {
        sort.extend(place(table, by).map(|column| (column, is_descending)));
    } else {
        let by = match by {
            BY_ROWS => Some(GroupSort::Rows),
            // The most frequent first, until the person says otherwise.
            "" => None,
            by => by
                .strip_prefix(BY_SUM)
                .map(|currency| GroupSort::Sum(currency.to_owned()))
                .or_else(|| place(table, by).map(GroupSort::Column)),
        };
        group_sort = Some(by.map_or((GroupSort::Rows, true), |by| (by, is_descending)));
    }
    let measure = query.get(MEASURE).and_then(|header| place(table, header));
    Look { table: at, filters, sort, group, group_sort, measure }
}

/// What groups are sorted by, as the address has it.
pub fn group_sort_name(by: &GroupSort, table: &TableFacts) -> String {
    match by {
        GroupSort::Rows => BY_ROWS.to_owned(),
        GroupSort::Sum(currency) => format!("{BY_SUM}{currency}"),
        GroupSort::Column(column) => table.columns.get(*column).map(|one| one.header.clone()).unwrap_or_default(),
    }
}

/// Whether the address chooses something of a file, which itself cannot be in it.
pub fn has_choice(query: &Query) -> bool {
    ["q", FILTERS, GROUP, SORT].into_iter().any(|name| query.get(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filter(kind: FilterKind, column: &str, text: &str) -> ColumnFilter {
        ColumnFilter { kind, column: column.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn filters_read_back_from_the_address_whatever_is_in_them() {
        let filters = [
            filter(FilterKind::Is, "Billing Date(Anniversary Date)", ""),
            filter(FilterKind::Contains, "a:b,c", "50 %, \"x\": é & +"),
            filter(FilterKind::From, "Date", "2026-02-17"),
        ];
        let query = ColumnFilter::write(Query::default().with("q", Some("a:b")), &filters);
        let query = Query::parse(&query.to_search());
        assert_eq!(ColumnFilter::all(&query), filters);
        assert_eq!(query.get("q"), Some("a:b"));
    }

    #[test]
    fn a_column_is_filtered_anew_and_the_others_stay() {
        let query = ColumnFilter::write(
            Query::default(),
            &[filter(FilterKind::From, "Cost", "1"), filter(FilterKind::Is, "Date", "x")],
        );
        let query = ColumnFilter::put(
            query,
            "Cost",
            vec![filter(FilterKind::To, "Cost", "2"), filter(FilterKind::From, "Cost", "")],
        );
        assert_eq!(
            ColumnFilter::all(&query),
            [filter(FilterKind::Is, "Date", "x"), filter(FilterKind::To, "Cost", "2")]
        );
    }
}
