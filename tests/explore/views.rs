//! Rows found, sorted and grouped are those that looking at every row would give, and sums are exact.
use crate::support::*;
use factuur::billing::{ExactSum, fold_case};
use factuur::explore::{Condition, GroupOrder, Groups, Opened, Query, SortKey, Table, View};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

const HEADER: &str = "date,resourceGroupName,meterName,quantity,unitOfMeasure,billingCurrency,costInBillingCurrency\n";

fn usage(rows: &[[String; 7]]) -> Opened {
    let mut file = HEADER.to_owned();
    for row in rows {
        let cells: Vec<_> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        file.push_str(&cells.join(","));
        file.push('\n');
    }
    open(file)
}

fn found(table: &Table, condition: Condition) -> Vec<u32> {
    View::new(table, &Query { conditions: vec![condition], sort: vec![] }).rows().to_vec()
}

fn sorted(table: &Table, column: usize, is_descending: bool) -> Vec<u32> {
    View::new(table, &Query { conditions: vec![], sort: vec![SortKey { column, is_descending }] }).rows().to_vec()
}

fn all(table: &Table) -> View {
    View::new(table, &Query::default())
}

fn rows(rows: &[[&str; 7]]) -> Vec<[String; 7]> {
    rows.iter().map(|row| row.map(str::to_owned)).collect()
}

#[test]
fn numbers_are_sorted_by_value_days_by_date_and_text_by_the_numbers_in_it() {
    let opened = usage(&rows(&[
        ["02/10/2026", "rg-10", "B", "10", "1 GB", "EUR", "1.0"],
        ["12/31/2025", "RG-9", "a", "9.5", "1 GB", "EUR", ""],
        ["02/09/2026", "rg-9", "b", "-1", "1 GB", "EUR", "0.99"],
        ["02/10/2026", "", "Å", "9.50", "1 GB", "EUR", "1"],
    ]));
    let table = &opened.tables()[0];
    assert_eq!(sorted(table, 0, false), [1, 2, 0, 3]);
    assert_eq!(sorted(table, 1, false), [1, 2, 0, 3], "in any case, 9 before 10, nothing last");
    assert_eq!(sorted(table, 1, true), [0, 1, 2, 3], "nothing last, equals as they stand");
    assert_eq!(sorted(table, 2, false), [1, 0, 2, 3]);
    assert_eq!(sorted(table, 3, false), [2, 1, 3, 0]);
    assert_eq!(sorted(table, 6, true), [0, 3, 2, 1]);
    let keys = [(0, true), (3, false)].map(|(column, is_descending)| SortKey { column, is_descending });
    let view = View::new(table, &Query { conditions: vec![], sort: keys.to_vec() });
    assert_eq!(view.rows(), [3, 0, 2, 1], "the first key counts most");
    assert_eq!(view.window(1, 2), [0, 2]);
    assert_eq!((view.window(3, 9).len(), view.window(9, 9).len()), (1, 0));
    let (row, values) = view.values(table, 1, 1).next().unwrap();
    assert_eq!((row, values.map(|value| value.text.into_owned()).nth(1).unwrap()), (0, "rg-10".to_owned()));
}

#[test]
fn conditions_must_all_hold() {
    let opened = usage(&rows(&[
        ["02/10/2026", "rg-a", "Disk", "1", "1 GB", "EUR", "1.50"],
        ["02/11/2026", "RG-A", "Disk", "1", "1 GB", "SEK", "1.5"],
        ["02/12/2026", "rg-b", "disk", "1", "1 GB", "EUR", "2"],
    ]));
    let table = &opened.tables()[0];
    let equals = |column, text: &str| Condition::Equals { column, text: text.to_owned() };
    assert_eq!(found(table, equals(1, "rg-A")), [0, 1], "a resource group is the same in any case");
    assert_eq!(found(table, equals(2, "disk")), [2], "a meter's name is text");
    assert_eq!(found(table, equals(0, "2026-02-11")), [1]);
    assert!(found(table, equals(9, "")).is_empty());
    let number = |text: &str| text.parse::<Decimal>().ok();
    assert_eq!(found(table, Condition::Numbers { column: 6, from: number("1.5"), to: number("1.9") }), [0, 1]);
    assert!(found(table, Condition::Numbers { column: 2, from: None, to: None }).is_empty(), "no number, no range");
    let days = Condition::Days { column: 0, from: "2026-02-11".parse().ok(), to: None };
    assert_eq!(found(table, days.clone()), [1, 2]);
    let both = Query { conditions: vec![days, equals(5, "EUR")], sort: vec![] };
    assert_eq!(View::new(table, &both).rows(), [2]);
}

#[test]
fn a_group_counts_its_rows_and_adds_up_each_currency_by_itself() {
    let opened = usage(&rows(&[
        ["02/10/2026", "rg-a", "Disk", "1.5", "1 GB", "EUR", "0.1"],
        ["02/10/2026", "RG-A", "Disk", "2", "1 GB", "SEK", "10"],
        ["02/11/2026", "rg-a", "Disk", "4", "1 GB", "EUR", "0.2"],
        ["02/11/2026", "rg-b", "Disk", "1", "1 Hour", "EUR", "7"],
        ["02/11/2026", "rg-b", "Disk", "1", "1 GB", "EUR", ""],
    ]));
    let table = &opened.tables()[0];
    let measure = table.measures()[0];
    assert_eq!(measure.column, 6);
    let mut groups = Groups::new(table, &all(table), &[1], Some(measure));
    let told = |groups: &Groups| -> Vec<String> {
        let one = |group: &factuur::explore::Group| {
            let sums: Vec<_> = groups.sums(table, group).map(|(currency, sum)| format!("{sum} {currency}")).collect();
            let quantity = groups.quantity(table, group).map(|(unit, sum)| format!("{sum} × {unit}"));
            format!("{} {}: {} / {quantity:?}", table.value(group.row, 1).text, group.rows, sums.join(", "))
        };
        groups.groups().iter().map(one).collect()
    };
    assert_eq!(told(&groups), ["rg-a 3: 0.3 EUR, 10 SEK / Some(\"7.5 × 1 GB\")", "rg-b 2: 7 EUR / None"]);
    groups.sort(table, &GroupOrder::Sum { currency: "EUR".to_owned() }, true);
    assert_eq!(groups.groups()[0].row, 3);
    groups.sort(table, &GroupOrder::Sum { currency: "SEK".to_owned() }, false);
    assert_eq!(groups.groups()[0].row, 0, "without a sum comes last");
    groups.sort(table, &GroupOrder::Column(1), true);
    assert_eq!(groups.groups()[0].row, 3);
    groups.sort(table, &GroupOrder::Rows, true);
    assert_eq!(groups.groups()[0].row, 0);
    assert_eq!(Groups::new(table, &all(table), &[1, 0], Some(measure)).groups().len(), 3);
    let total = Groups::new(table, &all(table), &[], Some(measure));
    assert_eq!((total.groups().len(), total.groups()[0].rows), (1, 5));
}

#[test]
fn groups_that_are_equal_stay_as_they_are_and_nothing_is_last_either_way() {
    let opened = usage(&rows(&[
        ["02/10/2026", "rg-b", "Disk", "1", "1 GB", "EUR", "1"],
        ["02/10/2026", "", "Disk", "1", "1 GB", "SEK", "1"],
        ["02/10/2026", "rg-a", "Disk", "1", "1 GB", "EUR", "1.0"],
        ["02/11/2026", "rg-c", "Disk", "1", "1 GB", "EUR", "0.5"],
        ["02/11/2026", "rg-c", "Disk", "1", "1 GB", "EUR", "0.25"],
    ]));
    let table = &opened.tables()[0];
    let sorted = |order: GroupOrder, is_descending: bool| -> Vec<u32> {
        let mut groups = Groups::new(table, &all(table), &[1], Some(table.measures()[0]));
        groups.sort(table, &order, is_descending);
        groups.groups().iter().map(|group| group.row).collect()
    };
    let sum = || GroupOrder::Sum { currency: "EUR".to_owned() };
    assert_eq!(sorted(GroupOrder::Column(1), false), [2, 0, 3, 1]);
    assert_eq!(sorted(GroupOrder::Column(1), true), [3, 0, 2, 1]);
    assert_eq!(sorted(GroupOrder::Rows, false), [0, 1, 2, 3]);
    assert_eq!(sorted(GroupOrder::Rows, true), [3, 0, 1, 2]);
    assert_eq!(sorted(sum(), false), [3, 0, 2, 1]);
    assert_eq!(sorted(sum(), true), [0, 2, 3, 1]);
}

#[test]
fn a_cost_that_is_no_number_is_in_no_sum_and_is_counted() {
    let file = format!("{HEADER}02/10/2026,a,m,1,u,EUR,1.5\n02/10/2026,a,m,1,u,EUR,many\n02/10/2026,a,m,1,u,EUR,\n");
    let opened = open_leniently(file);
    let table = &opened.tables()[0];
    let groups = Groups::new(table, &all(table), &[1], Some(table.measures()[0]));
    let group = &groups.groups()[0];
    assert_eq!((group.rows, group.unread), (3, 1));
    assert_eq!(groups.sums(table, group).next().unwrap().1.to_string(), "1.5");
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "-?[0-9]{1,3}(\\.[0-9]{1,2})?",
        "-?0\\.[0-9]{28}",
        "-?[1-7][0-9]{27}",
        "-?[1-9][0-9]{10}\\.[0-9]{17}",
        Just(String::new()),
    ]
}

fn any_row() -> impl Strategy<Value = [String; 7]> {
    let word = || prop_oneof!["[a-cA-C0-9\"]{0,3}", "[áÁßẞΣσ😀\n]{0,3}"];
    let day = (1_u32..=12, 1_u32..=28).prop_map(|(month, day)| format!("{month:02}/{day:02}/2026"));
    let one = |of: &'static [&'static str]| proptest::sample::select(of).prop_map(str::to_owned);
    (day, word(), word(), number(), one(&["1 GB", "1 Hour"]), one(&["EUR", "SEK"]), number())
        .prop_map(|(a, b, c, d, e, f, g)| [a, b, c, d, e, f, g])
}

fn value(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_text_is_found_in_any_column_as_by_looking_at_every_cell(
        rows in proptest::collection::vec(any_row(), 1..40),
        text in prop_oneof!["[a-cA-C0-9]{0,3}", "[áÁßẞΣσ]{1,2}", "[ -~]{1,2}"],
    ) {
        let opened = usage(&rows);
        let table = &opened.tables()[0];
        let needle = fold_case(&text);
        let has = |row: &[String; 7]| row.iter().any(|cell| fold_case(cell).contains(&needle));
        let naive: Vec<u32> = (0..).zip(&rows).filter(|(_, row)| has(row)).map(|(at, _)| at).collect();
        prop_assert_eq!(found(table, Condition::Contains { column: None, text: text.clone() }), naive);
        let naive: Vec<u32> =
            (0..).zip(&rows).filter(|(_, row)| fold_case(&row[2]).contains(&needle)).map(|(at, _)| at).collect();
        prop_assert_eq!(found(table, Condition::Contains { column: Some(2), text }), naive);
    }

    #[test]
    fn any_numbers_are_sorted_and_kept_in_range_by_value(
        rows in proptest::collection::vec(any_row(), 1..40),
        from in number(),
        is_descending in any::<bool>(),
    ) {
        let opened = usage(&rows);
        let table = &opened.tables()[0];
        let mut naive: Vec<u32> = (0..rows.len() as u32).collect();
        naive.sort_by(|a, b| {
            let (a, b) = (value(&rows[*a as usize][6]), value(&rows[*b as usize][6]));
            let order = a.cmp(&b);
            a.is_none().cmp(&b.is_none()).then(if is_descending { order.reverse() } else { order })
        });
        prop_assert_eq!(sorted(table, 6, is_descending), naive);
        let from = value(&from);
        let kept = |row: &[String; 7]| value(&row[6]).is_some_and(|number| from.is_none_or(|from| number >= from));
        let naive: Vec<u32> = (0..).zip(&rows).filter(|(_, row)| kept(row)).map(|(at, _)| at).collect();
        prop_assert_eq!(found(table, Condition::Numbers { column: 6, from, to: None }), naive);
    }

    #[test]
    fn sums_of_groups_are_the_exact_sums_of_their_rows(rows in proptest::collection::vec(any_row(), 1..60)) {
        let opened = usage(&rows);
        let table = &opened.tables()[0];
        let mut naive: BTreeMap<(String, String, String), ExactSum> = BTreeMap::new();
        for row in &rows {
            if let Some(cost) = value(&row[6]) {
                let key = (fold_case(&row[1]), row[2].clone(), row[5].clone());
                prop_assert!(naive.entry(key).or_default().add(cost));
            }
        }
        let groups = Groups::new(table, &all(table), &[1, 2], Some(table.measures()[0]));
        let mut found = BTreeMap::new();
        let mut count = 0;
        for group in groups.groups() {
            count += group.rows;
            for (currency, sum) in groups.sums(table, group) {
                let name = |column| table.value(group.row, column).text.into_owned();
                let before = found.insert((fold_case(&name(1)), name(2), currency.into_owned()), sum.exact());
                prop_assert_eq!(before, None);
            }
        }
        prop_assert_eq!(count as usize, rows.len());
        prop_assert_eq!(found, naive);
    }

    #[test]
    fn long_texts_with_a_common_beginning_are_sorted_as_a_simple_comparison_would(
        rows in proptest::collection::vec("(/subscriptions/aaaaaaaa/){0,2}[ab]{0,9}[0-9]{0,12}(-vm)?[0-9]{0,3}", 1..60),
    ) {
        let all: Vec<[String; 7]> = rows
            .iter()
            .map(|text| ["02/10/2026", "", text, "1", "u", "EUR", "1"].map(str::to_owned))
            .collect();
        let opened = usage(&all);
        let mut naive: Vec<u32> = (0..rows.len() as u32).collect();
        naive.sort_by_key(|row| (rows[*row as usize].is_empty(), pieces(&rows[*row as usize])));
        prop_assert_eq!(sorted(&opened.tables()[0], 2, false), naive);
    }
}

/// A text as its letters and numbers: a number stands where its first digit would, and counts by value.
fn pieces(text: &str) -> Vec<(u8, u128)> {
    let mut pieces: Vec<(u8, u128)> = Vec::new();
    let mut is_number = false;
    for byte in text.bytes() {
        match pieces.last_mut() {
            Some((_, number)) if is_number && byte.is_ascii_digit() => *number = *number * 10 + u128::from(byte - b'0'),
            _ if byte.is_ascii_digit() => pieces.push((b'0', u128::from(byte - b'0'))),
            _ => pieces.push((byte, 0)),
        }
        is_number = byte.is_ascii_digit();
    }
    pieces
}
