//! A row of the grid.
use crate::ui::dom::Node;
use crate::ui::view;
use leptos::prelude::*;
use std::collections::BTreeSet;

use super::super::menu::Menu;
use super::column::Plain;
use super::{AnyRow, Shape};

/// A row's place in the grid: its key, its content, and the heading it opens.
#[derive(Clone)]
pub(super) struct RowSlot {
    pub(super) key: String,
    pub(super) row: ArcRwSignal<AnyRow>,
    pub(super) heading: Option<String>,
}

impl RowSlot {
    /// What must stay the same for the row's elements to stay.
    pub(super) fn identity(&self) -> String {
        // No key and no heading holds a line's end.
        format!("{}\n{}", self.key, self.heading.as_deref().unwrap_or_default())
    }
}

/// The heading, if the row opens a group, and the row.
#[component]
pub(super) fn Row(item: RowSlot, shape: Shape) -> impl IntoView {
    let RowSlot { key, row, heading } = item;
    let row = RwSignal::from(row);
    let name = Signal::derive(move || shape.row_label.with_value(|tell| row.with(|row| tell(row))));
    let chosen = {
        let key = key.clone();
        Memo::new(move |_| shape.selected.is_some_and(|s| s.with(|s| s.contains(&key))))
    };
    let may = row.with_untracked(|row| shape.may_select(row));
    let tick = shape.selected.map(|selected| match may {
        true => tick(shape, selected, key, name, chosen),
        false => view! { <td class="fx-grid__cell fx-grid__cell--tick" role="cell"></td> },
    });
    let heading = heading.map(|words| {
        let width = shape.width().to_string();
        view! {
            <tr class="fx-grid__row fx-grid__row--group" role="row">
                <th class="fx-grid__group" colspan=width scope="rowgroup" role="rowheader">
                    {words}
                </th>
            </tr>
        }
    });
    let menu = shape.row_menu.get_value().map(|make| {
        let items = Signal::derive(move || row.with(|row| make(row)));
        let label =
            Signal::derive(move || shape.words.with_value(|words| format!("{} {}", words.row_menu, name.get())));
        view! {
            <td class="fx-grid__cell fx-grid__cell--menu" role="cell">
                <Menu label items />
            </td>
        }
    });
    let cells = shape.columns.with_value(|all| all.iter().map(|column| cell(column, row)).collect::<Vec<_>>());
    view! {
        {heading}
        <tr class="fx-grid__row" class:fx-grid__row--chosen=chosen role="row">
            {tick}
            {cells}
            {menu}
        </tr>
    }
}

/// The tick that chooses the row.
fn tick(
    shape: Shape,
    selected: RwSignal<BTreeSet<String>>,
    key: String,
    name: Signal<String>,
    chosen: Memo<bool>,
) -> Node {
    let change = move |ev| {
        let (on, key) = (event_target_checked(&ev), key.clone());
        selected.update(|s| {
            if on {
                s.insert(key);
            } else {
                s.remove(&key);
            }
        });
    };
    let label = move || shape.words.with_value(|words| format!("{} {}", words.select_row, name.get()));
    view! {
        <td class="fx-grid__cell fx-grid__cell--tick" role="cell">
            <label class="fx-grid__tick">
                <input type="checkbox" aria-label=label prop:checked=chosen on:change=change />
            </label>
        </td>
    }
}

fn cell(column: &Plain, row: RwSignal<AnyRow>) -> Node {
    let draw = column.cell.clone();
    let content = move || row.with(|row| draw(row));
    let (number, folds, whole, header) = (column.numeric, column.folds, column.whole, column.header);
    if column.row_header {
        view! {
            <th class="fx-grid__cell" class:fx-grid__cell--fold=folds scope="row" role="rowheader" data-label=header>
                {content}
            </th>
        }
    } else {
        view! {
            <td
                class="fx-grid__cell"
                class:fx-grid__cell--number=number
                class:fx-grid__cell--fold=folds
                class:fx-grid__cell--whole=whole
                role="cell"
                data-label=header
            >
                {content}
            </td>
        }
    }
}
