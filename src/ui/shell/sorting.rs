//! Sort ↔ address, and the grid's own words: the same for every list.
use crate::state::t;
use crate::text::words::common;
use crate::ui::kit::{GridWords, Sort};
use std::cmp::Ordering;

/// Reads `-date` as the column `date`, largest first; without a text the `default` holds.
pub fn read_sort(text: Option<&str>, default: &str) -> Option<Sort> {
    let text = text.unwrap_or(default);
    let (descending, column) = text.strip_prefix('-').map_or((false, text), |column| (true, column));
    Some(Sort { column: column.to_owned(), descending })
}

/// Writes what [`read_sort`] reads.
pub fn write_sort(sort: &Sort) -> String {
    format!("{}{}", if sort.descending { "-" } else { "" }, sort.column)
}

/// The words a grid says by itself.
pub fn grid_words() -> GridWords {
    GridWords {
        select_all: t(common::SELECT_ALL),
        select_row: t(common::SELECT),
        row_menu: t(common::ROW_MENU),
        actions: t(common::ACTIONS),
        loading: t(common::LOADING),
    }
}

/// Puts rows in order; those that compare equal keep theirs. One sort of places serves every kind of row: a sort of its own
/// for each would be felt in the download.
pub fn sort_rows<T>(rows: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let mut slots: Vec<Option<T>> = rows.drain(..).map(Some).collect();
    let order = order(slots.len(), &|a, b| match (slots.get(a), slots.get(b)) {
        (Some(Some(a)), Some(Some(b))) => compare(a, b),
        _ => Ordering::Equal,
    });
    rows.extend(order.into_iter().filter_map(|at| slots.get_mut(at)?.take()));
}

fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_compare_equal_keep_their_order() {
        let mut rows = vec![(2, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e")];
        sort_rows(&mut rows, &|one, other| one.0.cmp(&other.0));
        assert_eq!(rows, [(0, "e"), (1, "b"), (1, "d"), (2, "a"), (2, "c")]);
        sort_rows(&mut Vec::<u8>::new(), &u8::cmp);
    }
}
