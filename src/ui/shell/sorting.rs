//! Sort ↔ address, and the grid's own words: the same for every list.
use crate::state::t;
use crate::text::words::common;
use crate::ui::kit::{GridWords, Sort};

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
