//! The cells of the grid and their headers.
use super::{Block, VirtualColumn};
use crate::ui::dom::{Node, Pattern};
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

/// Rows with the cells of the columns in view; `below` tells how many pixels below the first block the one of a row stands. A
/// block is painted once and then moved: what comes into view is all that is painted.
pub(super) fn body_block(
    block: Block,
    columns: &[VirtualColumn],
    id: StoredValue<String>,
    below: Callback<usize, i64>,
) -> Node {
    let first = block.first;
    let pattern = row_pattern(&block, columns);
    let rows: Vec<_> = (0..block.rows.len())
        .map(|at| pattern.as_ref().map(|pattern| pattern.copy(|row| fill(row, &block, at, columns, id))))
        .collect();
    view! {
        <div
            class="fx-virtual__block"
            role="presentation"
            style:transform=move || format!("translateY({}px)", below.run(first))
        >
            {rows}
        </div>
    }
}

/// A row without its texts.
fn row_pattern(block: &Block, columns: &[VirtualColumn]) -> Option<Pattern> {
    let (first, last) = block.columns;
    let cell = |(at, column): (usize, &VirtualColumn)| {
        view! {
            <div
                class="fx-virtual__cell"
                class:fx-virtual__cell--number=column.numeric
                role="gridcell"
                aria-colindex=(at + 1).to_string()
                style:width=width_of(column)
            />
        }
    };
    let cells = columns.iter().enumerate().take(last).skip(first).map(cell).collect::<Vec<_>>();
    Pattern::of(view! { <div class="fx-virtual__row" role="row">{cells}</div> })
}

/// Makes a row of the pattern the one at this place of the block.
fn fill(row: &Element, block: &Block, at: usize, columns: &[VirtualColumn], id: StoredValue<String>) {
    let number = block.first + at;
    let _ = row.set_attribute("aria-rowindex", &(number + 2).to_string());
    let active = block.active.filter(|(active, _)| *active == number).map(|(_, column)| column);
    let texts = block.rows.get(at).and_then(Option::as_ref);
    let mut next = row.first_element_child();
    for (at, column) in columns.iter().enumerate().take(block.columns.1).skip(block.columns.0) {
        let Some(cell) = next else { return };
        let text = texts.map_or("…", |texts| texts.get(at).map_or("", String::as_str));
        cell.set_text_content(Some(text));
        if is_long(text, column) {
            let _ = cell.class_list().add_1("fx-virtual__cell--long");
        }
        if active == Some(at) {
            let _ = cell.class_list().add_1("fx-virtual__cell--active");
            cell.set_id(&id.with_value(|id| format!("{id}-{number}-{at}")));
        }
        next = cell.next_element_sibling();
    }
}
