//! Rows beyond count: only those in view are in the page, and only their columns in view.
mod cells;
mod strip;

use super::dom::unique_id;
use super::grid::Sort;
use super::size::on_resize;
use crate::ui::dom::{Reference, each};
use crate::ui::view;
use cells::{body_block, cell_of, head_cell};
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use std::sync::Arc;
use strip::{STEP, Strip, columns_in_view};

/// Height of a row and of the header, in the units of the styles.
const ROW: i64 = 32;

/// Rows that are in view at most, where the window is high.
const MOST: usize = 20;

/// Rows beside those in view that are asked for.
const AHEAD: usize = 128;

/// Rows of a block.
const BLOCK: usize = STEP as usize;

/// A column of a [`VirtualGrid`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VirtualColumn {
    /// What the program calls it.
    pub id: String,
    /// What the person reads.
    pub header: String,
    /// How wide it is, in the units of the styles.
    pub width: i64,
    /// Numbers stand at the end.
    pub numeric: bool,
    /// Whether its header sorts.
    pub sortable: bool,
}

/// Rows of the page that come and go together.
#[derive(Clone)]
struct Block {
    first: usize,
    /// The cells of each row, once they are there.
    rows: Vec<Option<Arc<Vec<String>>>>,
    /// First column, and the one after the last.
    columns: (usize, usize),
    /// Row and column of the active cell, if that is in this block.
    active: Option<(usize, usize)>,
    name: String,
}

/// What is measured of the frame, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Frame {
    top: i64,
    left: i64,
    height: i64,
    width: i64,
    row: i64,
}

/// A table of any number of rows. Arrow keys, page up and down, home and end move the active cell.
#[component]
pub fn VirtualGrid(
    /// What the table holds; its accessible name.
    #[prop(into)]
    caption: Signal<String>,
    /// The columns, in order.
    #[prop(into)]
    columns: Signal<Vec<VirtualColumn>>,
    /// How many rows there are.
    #[prop(into)]
    rows: Signal<usize>,
    /// Which rows they are: those of another number are others.
    #[prop(into)]
    version: Signal<u32>,
    /// The cells of a row, once they are there; tracked.
    cells: Callback<usize, Option<Arc<Vec<String>>>>,
    /// Called with the rows that are wanted: the first, and the one after the last.
    want: Callback<(usize, usize)>,
    /// What the rows are sorted by.
    #[prop(into)]
    sort: Signal<Option<Sort>>,
    /// Called with the sort that was asked for.
    on_sort: Callback<Sort>,
    /// Called with row and column where a cell is opened: Enter, or a double click.
    on_open: Callback<(usize, usize)>,
    /// How that is done, in words, for who reads the page aloud.
    #[prop(into)]
    open_hint: Signal<String>,
) -> impl IntoView {
    let id = StoredValue::new(unique_id("fx-virtual"));
    let hint_id = id.with_value(|id| format!("{id}-hint"));
    let frame = Reference::<HtmlElement>::new();
    let head = Reference::<HtmlElement>::new();
    let measured = RwSignal::new(Frame::default());
    let active = RwSignal::new((0_usize, 0_usize));
    let measure = move || {
        let (Some(frame), Some(head)) = (frame.get_untracked(), head.get_untracked()) else { return };
        let row = i64::from(head.offset_height()).max(1);
        let now = Frame {
            top: i64::from(frame.scroll_top()),
            left: i64::from(frame.scroll_left()),
            height: i64::from(frame.client_height()) - row,
            width: i64::from(frame.client_width()),
            row,
        };
        if measured.try_get_untracked().is_some_and(|before| before != now) {
            measured.set(now);
        }
    };
    Effect::new(move |_| {
        if frame.get().is_some() && head.get().is_some() {
            measure();
        }
    });
    on_resize(frame, measure);
    let strip = move || {
        let Frame { height, row, .. } = measured.get();
        Strip { rows: i64::try_from(rows.get()).unwrap_or(i64::MAX), row: row.max(1), view: height.max(0) }
    };
    let pixels = move |units: i64| units * measured.with(|frame| frame.row) / ROW;
    // Of other rows the first are seen first.
    Effect::new(move |before: Option<u32>| {
        let now = version.get();
        if before.is_some_and(|before| before != now) {
            active.set((0, active.get_untracked().1));
            if let Some(frame) = frame.get_untracked() {
                frame.set_scroll_top(0);
            }
            measure();
        }
        now
    });
    let window = Memo::new(move |_| {
        let (from, to) = strip().window(measured.with(|frame| frame.top));
        (usize::try_from(from).unwrap_or_default(), usize::try_from(to).unwrap_or_default())
    });
    let across = Memo::new(move |_| {
        let widths: Vec<i64> = columns.with(|all| all.iter().map(|column| pixels(column.width)).collect());
        measured.with(|frame| columns_in_view(&widths, frame.left, frame.width))
    });
    let whole_width = move || format!("{}px", columns.with(|all| all.iter().map(|one| pixels(one.width)).sum::<i64>()));
    Effect::new(move |_| {
        version.track();
        let (from, to) = window.get();
        if to > from {
            // Some that are not in view yet: who goes on finds them there.
            want.run((from.saturating_sub(AHEAD), (to + AHEAD).min(rows.get())));
        }
    });
    // Few rows take little room; the styles say how much many take. Half a row more is the scroll bar's.
    let height =
        move || format!("calc({} * var(--px))", ROW * i64::try_from(rows.get().min(MOST)).unwrap_or(0) + ROW * 3 / 2);
    let left = move || format!("translateX({}px)", across.with(|(_, _, left)| *left));
    let shift = move || {
        let from = i64::try_from(window.get().0).unwrap_or_default();
        let top = strip().place(from, measured.with(|frame| frame.top));
        format!("translate({}px, {top}px)", across.with(|(_, _, left)| *left))
    };
    let shown = move || {
        let ((from, to), (first, last, _), version) = (window.get(), across.get(), version.get());
        let block = |at: usize| {
            let rows: Vec<_> = (at..to.min(at + BLOCK)).map(|row| cells.run(row)).collect();
            let active = Some(active.get()).filter(|(row, _)| (at..at + rows.len()).contains(row));
            let there: String = rows.iter().map(|cells| if cells.is_some() { '1' } else { '0' }).collect();
            let name = format!("{at} {there} {version} {first} {last} {active:?}");
            Block { first: at, rows, columns: (first, last), active, name }
        };
        (from..to).step_by(BLOCK).map(block).collect::<Vec<_>>()
    };
    let below = Callback::new(move |first: usize| {
        let rows = i64::try_from(first).unwrap_or_default() - i64::try_from(window.get().0).unwrap_or_default();
        rows * strip().row
    });
    let heads = move || {
        let (first, last, _) = across.get();
        columns.with(|all| {
            let shown = all.iter().enumerate().take(last).skip(first);
            shown.map(|(at, column)| head_cell(at, column, sort, on_sort)).collect::<Vec<_>>()
        })
    };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        let (row, column) = active.get_untracked();
        let (rows, width) = (rows.get_untracked(), columns.with_untracked(Vec::len));
        let page = usize::try_from(untrack(strip).page()).unwrap_or(1);
        // The buttons of the header have keys of their own.
        let is_own = event.target() == event.current_target();
        if !is_own || rows == 0 || width == 0 || event.alt_key() {
            return;
        }
        let whole = event.ctrl_key() || event.meta_key();
        let (row, column) = match event.key().as_str() {
            "ArrowDown" => (row + 1, column),
            "ArrowUp" => (row.saturating_sub(1), column),
            "ArrowRight" => (row, column + 1),
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "PageDown" => (row + page, column),
            "PageUp" => (row.saturating_sub(page), column),
            "Home" => (if whole { 0 } else { row }, 0),
            "End" => (if whole { rows - 1 } else { row }, width - 1),
            "Enter" => {
                event.prevent_default();
                return on_open.run((row, column));
            }
            _ => return,
        };
        event.prevent_default();
        let (row, column) = (row.min(rows - 1), column.min(width - 1));
        active.set((row, column));
        if let Some(frame) = frame.get_untracked() {
            let strip = untrack(strip);
            let top = strip.scroll_to(i64::try_from(row).unwrap_or_default(), i64::from(frame.scroll_top()));
            frame.set_scroll_top(i32::try_from(top).unwrap_or(i32::MAX));
            let sizes: Vec<i64> =
                untrack(|| columns.with(|all| all.iter().map(|column| pixels(column.width)).collect()));
            let begin: i64 = sizes.iter().take(column).sum();
            let end = begin + sizes.get(column).copied().unwrap_or_default();
            let (at, view) = (i64::from(frame.scroll_left()), i64::from(frame.client_width()));
            let to = if begin < at || end - begin > view {
                begin
            } else if end > at + view {
                end - view
            } else {
                at
            };
            frame.set_scroll_left(i32::try_from(to).unwrap_or_default());
            measure();
        }
    };
    // The cells have no listeners of their own: there are hundreds of them, made anew at every turn of the wheel.
    let touch = move |event: leptos::ev::MouseEvent| {
        if let Some((at, _)) = cell_of(&event) {
            active.set(at);
        }
    };
    let open = move |event: leptos::ev::MouseEvent| {
        if let Some((at, _)) = cell_of(&event) {
            on_open.run(at);
        }
    };
    // What does not fit is read whole where the mouse is.
    let tell = move |event: leptos::ev::MouseEvent| {
        if let Some((_, cell)) = cell_of(&event) {
            let _ = cell.set_attribute("title", &cell.text_content().unwrap_or_default());
        }
    };
    view! {
        <div
            class="fx-virtual"
            style:height=height
            role="grid"
            tabindex="0"
            node_ref=frame
            aria-label=caption
            aria-describedby=hint_id.clone()
            aria-rowcount=move || (rows.get() + 1).to_string()
            aria-colcount=move || columns.with(Vec::len).to_string()
            aria-activedescendant=move || {
                let (row, column) = active.get();
                let (from, to) = window.get();
                let (first, last, _) = across.get();
                ((from..to).contains(&row) && (first..last).contains(&column))
                    .then(|| id.with_value(|id| format!("{id}-{row}-{column}")))
            }
            on:scroll=move |_| measure()
            on:keydown=keys
        >
            <div class="fx-virtual__head" role="rowgroup" node_ref=head style:width=whole_width>
                <div class="fx-virtual__row" role="row" aria-rowindex="1" style:transform=left>{heads}</div>
            </div>
            <div
                class="fx-virtual__strip"
                role="rowgroup"
                style:height=move || format!("{}px", strip().height())
                style:width=whole_width
            >
                <div
                    class="fx-virtual__rows"
                    role="presentation"
                    style:transform=shift
                    on:click=touch
                    on:dblclick=open
                    on:mouseover=tell
                >
                    {each(
                        shown,
                        |block| block.name.clone(),
                        move |block| columns.with_untracked(|all| body_block(block, all, id, below)),
                    )}
                </div>
            </div>
        </div>
        <span class="visually-hidden" id=hint_id>{open_hint}</span>
    }
}
