//! The head of the grid: names, sort buttons, the tick for all rows.
use crate::ui::dom::Node;
use crate::ui::view;
use leptos::prelude::*;

use super::super::icon::{Glyph, Icon};
use super::{AnyRow, Column, Shape, Sort};

/// The row of headers.
#[component]
pub(super) fn Header(
    shape: Shape,
    keys: Memo<Vec<String>>,
    sort: Signal<Option<Sort>>,
    on_sort: Option<Callback<Sort>>,
) -> impl IntoView {
    let words = shape.words;
    let menu = shape.row_menu.with_value(Option::is_some).then(|| {
        view! {
            <th class="fx-grid__head fx-grid__head--menu" scope="col" role="columnheader">
                <span class="visually-hidden">{move || words.get().actions}</span>
            </th>
        }
    });
    let heads =
        move || shape.columns.with(|all| all.iter().map(|column| head(column, sort, on_sort)).collect::<Vec<_>>());
    view! {
        <thead class="fx-grid__header" role="rowgroup">
            <tr class="fx-grid__row" role="row">
                {shape.selected.map(|_| view! { <TickAll shape keys /> })} {heads} {menu}
            </tr>
        </thead>
    }
}

/// The tick for all rows; half ticked while some are.
#[component]
fn TickAll(shape: Shape, keys: Memo<Vec<String>>) -> impl IntoView {
    let words = shape.words;
    let ticked = move || {
        shape.selected.map_or((0, 0), |selected| {
            selected.with(|s| keys.with(|k| (k.iter().filter(|key| s.contains(*key)).count(), k.len())))
        })
    };
    let tick = move |ev| {
        let on = event_target_checked(&ev);
        if let Some(selected) = shape.selected {
            let keys = keys.get_untracked();
            selected.update(|s| {
                for key in keys {
                    if on {
                        s.insert(key);
                    } else {
                        s.remove(&key);
                    }
                }
            });
        }
    };
    view! {
        <th class="fx-grid__head fx-grid__head--tick" scope="col" role="columnheader">
            <label class="fx-grid__tick">
                <input
                    type="checkbox"
                    aria-label=move || words.get().select_all
                    prop:checked=move || {
                        let (on, all) = ticked();
                        all > 0 && on == all
                    }
                    prop:indeterminate=move || {
                        let (on, all) = ticked();
                        on > 0 && on < all
                    }
                    on:change=tick
                />
            </label>
        </th>
    }
}

fn head(column: &Column<AnyRow>, sort: Signal<Option<Sort>>, on_sort: Option<Callback<Sort>>) -> Node {
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
