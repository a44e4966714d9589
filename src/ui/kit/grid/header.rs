//! The head of the grid: names and sort buttons.
use crate::ui::dom::Node;
use crate::ui::view;
use leptos::prelude::*;

use super::super::icon::{Glyph, Icon};
use super::column::Plain;
use super::{Shape, Sort};

/// The row of headers.
#[component]
pub(super) fn Header(shape: Shape, sort: Signal<Option<Sort>>, on_sort: Option<Callback<Sort>>) -> impl IntoView {
    let menu = shape.row_menu.with_value(Option::is_some).then(|| {
        view! {
            <th class="fx-grid__head fx-grid__head--menu" scope="col" role="columnheader">
                <span class="visually-hidden">{shape.words.with_value(|words| words.actions.clone())}</span>
            </th>
        }
    });
    let heads =
        shape.columns.with_value(|all| all.iter().map(|column| head(column, sort, on_sort)).collect::<Vec<_>>());
    view! {
        <thead class="fx-grid__header" role="rowgroup">
            <tr class="fx-grid__row" role="row">
                {heads}
                {menu}
            </tr>
        </thead>
    }
}

fn head(column: &Plain, sort: Signal<Option<Sort>>, on_sort: Option<Callback<Sort>>) -> Node {
    let (id, header) = (column.id, column.header);
    // `Some(descending)` while the rows are sorted by this column.
    let here = Memo::new(move |_| sort.with(|s| s.as_ref().filter(|s| s.column == id).map(|s| s.descending)));
    let words = match on_sort.filter(|_| column.sortable) {
        None => view! { {header} },
        Some(on_sort) => {
            let press = move |_| {
                on_sort.run(Sort { column: id.to_owned(), descending: here.get_untracked() == Some(false) });
            };
            let arrow = move || {
                here.get().map(|descending| {
                    let icon = if descending { Icon::SortDown } else { Icon::SortUp };
                    view! { <Glyph icon /> }
                })
            };
            view! {
                <button class="fx-grid__sort" type="button" on:click=press>
                    {header}
                    {arrow}
                </button>
            }
        }
    };
    view! {
        <th
            class="fx-grid__head"
            class:fx-grid__head--number=column.numeric
            class:fx-grid__head--fold=column.folds
            scope="col"
            role="columnheader"
            aria-sort=move || {
                here.get().map(|descending| if descending { "descending" } else { "ascending" })
            }
        >
            {words}
        </th>
    }
}
