//! The head of the grid: names, sort buttons, the tick for all rows.
use crate::ui::dom::Node;
use crate::ui::view;
use leptos::prelude::*;
use std::collections::BTreeSet;

use super::super::icon::{Glyph, Icon};
use super::column::Plain;
use super::{Shape, Sort};

/// The row of headers.
#[component]
pub(super) fn Header(
    shape: Shape,
    keys: Memo<Vec<String>>,
    sort: Signal<Option<Sort>>,
    on_sort: Option<Callback<Sort>>,
) -> impl IntoView {
    let tick = shape.selected.map(|selected| tick_all(shape, selected, keys));
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
                {tick}
                {heads}
                {menu}
            </tr>
        </thead>
    }
}

/// The tick for all rows that are shown; half ticked while some are.
fn tick_all(shape: Shape, selected: RwSignal<BTreeSet<String>>, keys: Memo<Vec<String>>) -> Node {
    let ticked = move || selected.with(|s| keys.with(|keys| keys.iter().filter(|key| s.contains(*key)).count()));
    let count = move || keys.with(Vec::len);
    let all = move || ticked() == count() && count() > 0;
    let some = move || !all() && ticked() != 0;
    let tick = move |ev| {
        let on = event_target_checked(&ev);
        selected.update(|s| {
            for key in keys.get_untracked() {
                if on {
                    s.insert(key);
                } else {
                    s.remove(&key);
                }
            }
        });
    };
    view! {
        <th class="fx-grid__head fx-grid__head--tick" scope="col" role="columnheader">
            <label class="fx-grid__tick">
                <input
                    type="checkbox"
                    aria-label=shape.words.with_value(|words| words.select_all.clone())
                    prop:checked=all
                    prop:indeterminate=some
                    on:change=tick
                />
            </label>
        </th>
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
