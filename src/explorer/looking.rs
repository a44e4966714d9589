//! Choosing rows: questions of the page in the words of `explore`.
use super::answers::sums;
use super::protocol::{Filter, GroupSort, Look, Looked};
use crate::arm::wire::day;
use crate::billing::{UsageField, ValueKind, fold_case};
use crate::explore::{Condition, GroupOrder, Groups, Measure, Query, SortKey, Table, View};
use crate::export::focus::is_commitment;
use rust_decimal::Decimal;

/// What a filter asks; none for one that no row can be held to.
fn condition(table: &Table, filter: &Filter) -> Option<Condition> {
    let range = |column: usize, text: &str, is_from: bool| {
        let kind = table.columns().get(column)?.kind();
        Some(match kind {
            ValueKind::Day => {
                let day = Some(day(text, "").ok()??);
                let (from, to) = if is_from { (day, None) } else { (None, day) };
                Condition::Days { column, from, to }
            }
            _ => {
                let number = Some(Decimal::from_str_exact(text).ok()?);
                let (from, to) = if is_from { (number, None) } else { (None, number) };
                Condition::Numbers { column, from, to }
            }
        })
    };
    match filter {
        Filter::Contains { column, text } => Some(Condition::Contains { column: *column, text: text.clone() }),
        Filter::Is { column, text } => Some(Condition::Equals { column: *column, text: text.clone() }),
        Filter::From { column, text } => range(*column, text, true),
        Filter::To { column, text } => range(*column, text, false),
    }
}

/// The rows that are asked for.
pub fn rows_of(table: &Table, look: &Look) -> View {
    // One that cannot be read holds for no row: a column that is not there.
    let none = || Condition::Contains { column: Some(usize::MAX), text: String::new() };
    let conditions = look.filters.iter().map(|filter| condition(table, filter).unwrap_or_else(none)).collect();
    let sort =
        look.sort.iter().map(|(column, is_descending)| SortKey { column: *column, is_descending: *is_descending });
    View::new(table, &Query { conditions, sort: sort.collect() })
}

/// What is added up.
fn measure(table: &Table, look: &Look) -> Option<Measure> {
    let all = table.measures();
    let named = look.measure.and_then(|column| all.iter().find(|measure| measure.column == column));
    named.or_else(|| all.first()).copied()
}

/// The groups that are asked for.
pub fn groups_of(table: &Table, look: &Look, view: &View) -> Groups {
    let mut groups = Groups::new(table, view, &look.group, measure(table, look));
    if let Some((by, is_descending)) = &look.group_sort {
        let order = match by {
            GroupSort::Column(column) => GroupOrder::Column(*column),
            GroupSort::Rows => GroupOrder::Rows,
            GroupSort::Sum(currency) => GroupOrder::Sum { currency: currency.clone() },
        };
        groups.sort(table, &order, *is_descending);
    }
    groups
}

/// What all chosen rows add up to, with the currencies in their order. The groups have it, where there are some.
pub fn total(table: &Table, look: &Look, view: &View, groups: Option<&Groups>) -> Looked {
    let added = groups.and_then(|groups| Some((groups, groups.whole()?)));
    let all = added.is_none().then(|| Groups::new(table, view, &[], measure(table, look)));
    let whole = match (&added, &all) {
        (Some((groups, whole)), _) => Some((*groups, whole)),
        (None, all) => all.as_ref().and_then(|all| Some((all, all.groups().first()?))),
    };
    let mut sums = whole.map(|(groups, whole)| sums(table, groups, whole)).unwrap_or_default();
    sums.sort();
    Looked {
        rows: u32::try_from(view.rows().len()).unwrap_or(u32::MAX),
        groups: groups.map(|groups| u32::try_from(groups.groups().len()).unwrap_or(u32::MAX)),
        sums,
        unread: whole.map_or(0, |(_, whole)| whole.unread),
        commitments: commitments(table, view),
    }
}

/// Rows that say so by their pricing model, or name a reservation or another benefit: not every version has all three.
fn commitments(table: &Table, view: &View) -> u32 {
    let model = table.column_of(UsageField::PricingModel);
    let benefits = [UsageField::ReservationId, UsageField::BenefitId].map(|field| table.column_of(field));
    let columns: Vec<usize> = benefits.into_iter().chain([model]).flatten().collect();
    view.count(table, &columns, &|column, text| {
        if Some(column) == model { is_commitment(text) } else { !text.is_empty() }
    })
}

/// What stands in a column, the most frequent first, and whether these are all.
pub fn values(table: &Table, column: usize, text: &str, most: usize) -> (Vec<(String, u32)>, bool) {
    let mut groups = Groups::new(table, &View::new(table, &Query::default()), &[column], None);
    groups.sort(table, &GroupOrder::Rows, true);
    let wanted = fold_case(text);
    let mut found = Vec::new();
    for group in groups.groups() {
        let value = table.value(group.row, column).text;
        if wanted.is_empty() || fold_case(&value).contains(&wanted) {
            if found.len() == most {
                return (found, false);
            }
            found.push((value.into_owned(), group.rows));
        }
    }
    (found, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::{Choices, Opened, Reader, recognise};

    const FILE: &str = "UsageDateTime,MeterCategory,MeterName,UnitOfMeasure,UsageQuantity,PreTaxCost,Currency\r\n\
        2026-03-01,Storage,a,GB,1,0.10,EUR\r\n\
        2026-03-02,Storage,b,GB,1,0.20,USD\r\n\
        2026-03-03,Compute,c,GB,1,,EUR\r\n\
        2026-03-04,Compute,d,GB,1,1.5,EUR\r\n";

    fn opened() -> Opened {
        let mut reader = Reader::new(&recognise(FILE.as_bytes()), Choices::default());
        reader.push(FILE.as_bytes()).unwrap();
        reader.finish().unwrap()
    }

    fn rows(filter: Filter) -> Vec<u32> {
        let opened = opened();
        let look = Look { filters: vec![filter], ..Look::default() };
        rows_of(opened.main_table().unwrap(), &look).rows().to_vec()
    }

    #[test]
    fn a_range_is_of_numbers_or_of_days_as_its_column_is() {
        assert_eq!(rows(Filter::From { column: 5, text: "0.2".to_owned() }), [1, 3]);
        assert_eq!(rows(Filter::To { column: 0, text: "2026-03-02".to_owned() }), [0, 1]);
    }

    #[test]
    fn a_filter_that_cannot_be_read_holds_for_no_row() {
        assert_eq!(rows(Filter::From { column: 5, text: "many".to_owned() }), [0_u32; 0]);
        assert_eq!(rows(Filter::Is { column: 99, text: "a".to_owned() }), [0_u32; 0]);
    }

    #[test]
    fn sums_are_exact_and_of_one_currency_each() {
        let opened = opened();
        let table = opened.main_table().unwrap();
        let look = Look { group: vec![1], group_sort: Some((GroupSort::Rows, true)), ..Look::default() };
        let view = rows_of(table, &look);
        let sum = |currency: &str, digits: &str| (currency.to_owned(), digits.to_owned());
        let groups = groups_of(table, &look, &view);
        let whole = total(table, &look, &view, None);
        assert_eq!(whole.sums, [sum("EUR", "1.6"), sum("USD", "0.2")]);
        let of_groups = total(table, &look, &view, Some(&groups));
        assert_eq!(of_groups, Looked { groups: Some(2), ..whole }, "the groups add up to what the rows do");
        let facts = super::super::answers::group_facts(table, &groups, &look.group, 1, 5);
        assert_eq!(facts.len(), 1);
        assert_eq!((facts[0].values.as_slice(), facts[0].rows), (["Compute".to_owned()].as_slice(), 2));
        assert_eq!(facts[0].sums, [sum("EUR", "1.5")]);
    }

    #[test]
    fn rows_about_commitments_are_counted_once_by_whatever_tells_of_them() {
        let file = "date,quantity,costInBillingCurrency,billingCurrency,PricingModel,reservationId,benefitId\r\n\
            03/01/2026,1,0.10,EUR,OnDemand,,\r\n\
            03/01/2026,1,0,EUR,Reservation,/r/1,/r/1\r\n\
            03/01/2026,1,0,EUR,SavingsPlan,,\r\n\
            03/01/2026,1,0,EUR,,/r/2,\r\n\
            03/01/2026,1,0,EUR,,,/s/3\r\n";
        let count = |file: &str| {
            let mut reader = Reader::new(&recognise(file.as_bytes()), Choices::default());
            reader.push(file.as_bytes()).unwrap();
            let opened = reader.finish().unwrap();
            let table = opened.main_table().unwrap();
            let view = rows_of(table, &Look::default());
            total(table, &Look::default(), &view, None).commitments
        };
        assert_eq!(count(file), 4);
        assert_eq!(count(FILE), 0, "a file that has none of the columns");
    }

    #[test]
    fn the_values_of_a_column_come_with_their_rows_and_are_searched_in_any_case() {
        let opened = opened();
        let table = opened.main_table().unwrap();
        let value = |text: &str, rows| (text.to_owned(), rows);
        assert_eq!(values(table, 1, "", 9), (vec![value("Storage", 2), value("Compute", 2)], true));
        assert_eq!(values(table, 1, "COMP", 9), (vec![value("Compute", 2)], true));
        assert_eq!(values(table, 2, "", 2).1, false, "there are more");
    }
}
