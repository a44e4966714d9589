//! The cells of the grid and their headers.
use super::{Shown, VirtualColumn};
use crate::ui::dom::Node;
use crate::ui::kit::grid::Sort;
use crate::ui::kit::icon::{Glyph, Icon};
use crate::ui::view;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

fn width_of(column: &VirtualColumn) -> String {
    format!("calc({} * var(--px))", column.width)
}

/// The header of a column.
pub(super) fn head_cell(
    at: usize,
    column: &VirtualColumn,
    sort: Signal<Option<Sort>>,
    on_sort: Callback<Sort>,
) -> Node {
    let VirtualColumn { id, header, numeric, sortable, .. } = column.clone();
    let mine = id.clone();
    // `Some(descending)` while the rows are sorted by this column.
    let here = Memo::new(move |_| sort.with(|sort| sort.as_ref().filter(|s| s.column == mine).map(|s| s.descending)));
    let title = header.clone();
    let words = if sortable {
        let press = move |_| on_sort.run(Sort { column: id.clone(), descending: here.get_untracked() == Some(false) });
        let arrow = move || {
            here.get().map(|descending| {
                let icon = if descending { Icon::SortDown } else { Icon::SortUp };
                view! { <Glyph icon /> }
            })
        };
        view! {
            <button class="fx-virtual__sort" type="button" title=title on:click=press>
                <span class="fx-virtual__word">{header}</span>
                {arrow}
            </button>
        }
    } else {
        view! { <span class="fx-virtual__word" title=title>{header}</span> }
    };
    view! {
        <div
            class="fx-virtual__cell"
            class:fx-virtual__cell--number=numeric
            role="columnheader"
            aria-colindex=(at + 1).to_string()
            aria-sort=move || here.get().map(|descending| if descending { "descending" } else { "ascending" })
            style:width=width_of(column)
        >
            {words}
        </div>
    }
}

/// Row and column of the cell that something happens in, and the cell.
pub(super) fn cell_of(event: &leptos::ev::MouseEvent) -> Option<((usize, usize), Element)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let cell = target.closest("[role=gridcell]").ok()??;
    let place = |element: &Element, name: &str| element.get_attribute(name)?.parse::<usize>().ok();
    let row = place(&cell.parent_element()?, "aria-rowindex")?.checked_sub(2)?;
    Some(((row, place(&cell, "aria-colindex")?.checked_sub(1)?), cell))
}

/// Whether a text may not fit. Only such a cell is cut off: a browser takes longer over each one that is.
fn is_long(text: &str, column: &VirtualColumn) -> bool {
    let width = |letter: char| if letter.is_ascii() { 10 } else { 20 };
    text.chars().map(width).sum::<i64>() + 16 > column.width
}

/// A row, with the cells of the columns in view.
pub(super) fn body_row(shown: Shown, columns: &[VirtualColumn], id: StoredValue<String>) -> Node {
    let Shown { row, cells, columns: (first, last), active, .. } = shown;
    let cell = |(at, column): (usize, &VirtualColumn)| {
        let text = cells.as_ref().map_or_else(|| "…".to_owned(), |cells| cells.get(at).cloned().unwrap_or_default());
        view! {
            <div
                class="fx-virtual__cell"
                class:fx-virtual__cell--number=column.numeric
                class:fx-virtual__cell--active=active == Some(at)
                class:fx-virtual__cell--long=is_long(&text, column)
                id=(active == Some(at)).then(|| id.with_value(|id| format!("{id}-{row}-{at}")))
                role="gridcell"
                aria-colindex=(at + 1).to_string()
                style:width=width_of(column)
            >
                {text}
            </div>
        }
    };
    let cells = columns.iter().enumerate().take(last).skip(first).map(cell).collect::<Vec<_>>();
    view! { <div class="fx-virtual__row" role="row" aria-rowindex=(row + 2).to_string()>{cells}</div> }
}
