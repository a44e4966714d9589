//! The grid: a native table with sorting, selection, a menu per row, totals, groups and a narrow layout.
mod any_row;
mod column;
mod header;
mod row;
mod values;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::ui::dom::{IntoNode, Node, Reference, each};
use crate::ui::view;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

pub use any_row::Rows;
use any_row::{AnyRow, Tell};
use column::Plain;
pub use column::{CellKind, Column, GridWords, Sort, TotalRow};
use header::Header;
use row::{Row, RowSlot};
pub use values::{GridValues, ValueColumn, grid_values};

use super::menu::MenuItem;
use super::size::on_resize;

/// Makes the menu of a row.
pub type RowMenu<T> = Arc<dyn Fn(&T) -> Vec<MenuItem> + Send + Sync>;

/// What every row needs to draw itself.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    columns: StoredValue<Vec<Plain>>,
    row_label: StoredValue<Tell<String>>,
    row_menu: StoredValue<Option<Tell<Vec<MenuItem>>>>,
    /// Keys of the ticked rows, where rows can be ticked.
    selected: Option<RwSignal<BTreeSet<String>>>,
    can_select: StoredValue<Option<Tell<bool>>>,
    words: StoredValue<GridWords>,
}

impl Shape {
    /// Whether the row can be ticked.
    fn may_select(self, row: &AnyRow) -> bool {
        self.can_select.with_value(|can| can.as_ref().is_none_or(|can| can(row)))
    }

    /// Cells of a row, the tick and the menu included.
    fn width(self) -> usize {
        let menu = usize::from(self.row_menu.with_value(Option::is_some));
        self.columns.with_value(Vec::len) + menu + usize::from(self.selected.is_some())
    }
}

/// Rows of `T` in a table. Where it does not fit, the columns marked `folds` become "label: value" under the others.
#[component]
pub fn DataGrid<T>(
    /// What the table holds; its accessible name.
    #[prop(into)]
    caption: Signal<String>,
    /// The columns, in order.
    columns: Vec<Column<T>>,
    /// The rows, sorted and filtered already.
    #[prop(into)]
    rows: Rows<T>,
    /// What tells one row from all others.
    key: fn(&T) -> String,
    /// Short name of a row, for the names of its tick and menu.
    row_label: fn(&T) -> String,
    /// Words of the grid itself.
    words: GridWords,
    /// The first rows are on their way: grey lines in their place.
    #[prop(optional, into)]
    loading: Signal<bool>,
    /// How many grey lines.
    #[prop(default = 8)]
    loading_rows: usize,
    /// What the rows are sorted by.
    #[prop(optional, into)]
    sort: Signal<Option<Sort>>,
    /// Called with the sort that was asked for.
    #[prop(optional, into)]
    on_sort: Option<Callback<Sort>>,
    /// Makes the menu at the end of each row.
    #[prop(optional, into)]
    row_menu: Option<RowMenu<T>>,
    /// Rows can be ticked: the keys of those that are. One that is filtered out keeps its tick; who uses them asks for those
    /// that are shown.
    #[prop(optional)]
    selected: Option<RwSignal<BTreeSet<String>>>,
    /// Which rows can be ticked; all, where nothing is said.
    #[prop(default = None)]
    can_select: Option<fn(&T) -> bool>,
    /// Heading a row stands under; shown where it changes from one row to the next.
    #[prop(default = None)]
    group: Option<fn(&T) -> String>,
    /// Rows of totals at the end, one per currency.
    #[prop(optional, into)]
    totals: Signal<Vec<TotalRow>>,
    /// Shown in place of the rows when there are none.
    #[prop(optional, into)]
    empty: Option<ViewFn>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let told = |tell: fn(&T) -> String| -> Tell<String> { Arc::new(move |row| row.with(tell)) };
    let columns: Vec<Plain> = columns.into_iter().map(|column| column.plain).collect();
    let rows = rows.all;
    let row_menu = row_menu.map(|make| -> Tell<Vec<MenuItem>> { Arc::new(move |row| row.with(|row| make(row))) });
    view! {
        <Grid
            caption
            columns
            rows
            key=told(key)
            row_label=told(row_label)
            words
            loading
            loading_rows
            sort
            on_sort
            row_menu
            selected
            can_select=can_select.map(|can| -> Tell<bool> { Arc::new(move |row| row.with(can)) })
            group=group.map(told)
            totals
            empty
        />
    }
}

/// The grid over rows without their type: one copy of it serves every list of the site, which keeps the download small.
#[component]
fn Grid(
    caption: Signal<String>,
    columns: Vec<Plain>,
    rows: Signal<Vec<AnyRow>>,
    key: Tell<String>,
    row_label: Tell<String>,
    words: GridWords,
    loading: Signal<bool>,
    loading_rows: usize,
    sort: Signal<Option<Sort>>,
    on_sort: Option<Callback<Sort>>,
    row_menu: Option<Tell<Vec<MenuItem>>>,
    selected: Option<RwSignal<BTreeSet<String>>>,
    can_select: Option<Tell<bool>>,
    group: Option<Tell<String>>,
    totals: Signal<Vec<TotalRow>>,
    empty: Option<ViewFn>,
) -> impl IntoView {
    let kept = columns.iter().filter(|column| !column.folds).count().clamp(1, 4);
    let shape = Shape {
        columns: StoredValue::new(columns),
        row_label: StoredValue::new(row_label),
        row_menu: StoredValue::new(row_menu),
        selected,
        can_select: StoredValue::new(can_select),
        words: StoredValue::new(words),
    };
    let slots = keep_slots(rows, key, group);
    let has_menu = shape.row_menu.with_value(Option::is_some);
    let frame = Reference::<HtmlElement>::new();
    let folded = fold_where_narrow(frame, shape.width());
    let keys = Memo::new(move |_| {
        let of = |slot: &RowSlot| slot.row.with(|row| shape.may_select(row)).then(|| slot.key.clone());
        slots.with(|slots| slots.iter().filter_map(of).collect::<Vec<_>>())
    });
    let is_empty = Memo::new(move |_| !loading.get() && rows.with(Vec::is_empty));
    let empty = StoredValue::new(empty);
    view! {
        <div
            class=format!("fx-grid fx-grid--keep-{kept}")
            class:fx-grid--menus=has_menu
            class:fx-grid--ticks=selected.is_some()
            class:fx-grid--folded=folded
        >
            <div node_ref=frame>
                // The folded layout changes `display`, which would take the table's meaning away in some browsers: hence the
                // explicit roles.
                <table
                    class="fx-grid__table"
                    role="table"
                    aria-busy=move || loading.get().then_some("true")
                >
                    <caption class="visually-hidden">{caption}</caption>
                    <Header shape keys sort on_sort />
                    <tbody role="rowgroup">
                        {each(move || slots.get(), RowSlot::identity, move |item| view! { <Row item shape /> })}
                        {move || loading.get().then(|| grey_rows(shape.width(), loading_rows))}
                    </tbody>
                    <Totals shape totals />
                </table>
            </div>
            <span class="visually-hidden" role="status">
                {move || loading.get().then(|| shape.words.with_value(|words| words.loading.clone()))}
            </span>
            {move || is_empty.get().then(|| empty.with_value(|e| e.as_ref().map(ViewFn::run)))}
        </div>
    }
}

/// Whether the table has too little room: when it is wider than its frame in these words and this size of letters, and
/// where its columns would have to be squeezed to fit.
fn fold_where_narrow(frame: Reference<HtmlElement>, columns: usize) -> RwSignal<bool> {
    const COMFORTABLE: usize = 92;
    let folded = RwSignal::new(false);
    // What it would need to stand in columns again.
    let needed = StoredValue::new(i32::try_from(columns * COMFORTABLE).unwrap_or(i32::MAX));
    let measure = move || {
        let (Some(frame), Some(is_folded)) = (frame.get_untracked(), folded.try_get_untracked()) else { return };
        let room = frame.client_width();
        if room == 0 {
            return;
        }
        let table = frame.first_element_child().and_then(|table| table.dyn_into::<HtmlElement>().ok());
        if let (false, Some(table)) = (is_folded, table) {
            needed.update_value(|needed| {
                *needed = (*needed).max(if table.offset_width() > room { table.offset_width() } else { 0 })
            });
        }
        let fold = room < needed.get_value();
        if fold != is_folded {
            folded.set(fold);
        }
    };
    Effect::new(move |_| {
        if frame.get().is_some() {
            measure();
        }
    });
    on_resize(frame, measure);
    folded
}

/// Keeps one signal per row, so that a row whose content changed is drawn anew and the others stay as they are, with
/// their focus.
fn keep_slots(rows: Signal<Vec<AnyRow>>, key: Tell<String>, group: Option<Tell<String>>) -> Signal<Vec<RowSlot>> {
    let known = StoredValue::new(HashMap::<String, ArcRwSignal<AnyRow>>::new());
    Signal::derive(move || {
        let mut before = None::<String>;
        let mut now = HashMap::new();
        let slots = rows.with(|rows| {
            rows.iter()
                .map(|row| {
                    let key = key(row);
                    let signal = match known.with_value(|k| k.get(&key).cloned()) {
                        Some(signal) => {
                            if signal.with_untracked(|old| old != row) {
                                signal.set(row.clone());
                            }
                            signal
                        }
                        None => ArcRwSignal::new(row.clone()),
                    };
                    now.insert(key.clone(), signal.clone());
                    let name = group.as_ref().map(|g| g(row));
                    // A row of no group opens none.
                    let heading = if name == before { None } else { name.clone().filter(|name| !name.is_empty()) };
                    before = name;
                    RowSlot { key, row: signal, heading }
                })
                .collect()
        });
        known.set_value(now);
        slots
    })
}

fn grey_rows(width: usize, count: usize) -> Node {
    let row = || {
        let cells = (0..width)
            .map(|_| view! { <td class="fx-grid__cell"><span class="fx-skeleton__line"></span></td> })
            .collect::<Vec<_>>();
        view! { <tr class="fx-grid__row fx-grid__row--grey" aria-hidden="true">{cells}</tr> }
    };
    (0..count).map(|_| row()).collect::<Vec<_>>().into_node()
}

/// Totals under the columns they belong to, one row per currency.
#[component]
fn Totals(shape: Shape, totals: Signal<Vec<TotalRow>>) -> impl IntoView {
    let cell = |(at, column): (usize, &Plain), total: &TotalRow| {
        let value = total.cells.iter().find(|(id, _)| *id == column.id).map(|(_, v)| v.clone());
        if at == 0 {
            view! { <th class="fx-grid__cell" scope="row" role="rowheader">{total.label.clone()}</th> }
        } else {
            let class = match (column.numeric, value.is_some()) {
                (true, true) => "fx-grid__cell fx-grid__cell--number",
                (false, true) => "fx-grid__cell",
                (_, false) => "fx-grid__cell fx-grid__cell--blank",
            };
            view! { <td class=class role="cell">{value}</td> }
        }
    };
    let line = move |total: TotalRow| {
        let menu = shape.row_menu.with_value(Option::is_some).then(blank);
        let cells = shape.columns.with_value(|all| all.iter().enumerate().map(|c| cell(c, &total)).collect::<Vec<_>>());
        let tick = shape.selected.map(|_| blank());
        view! { <tr class="fx-grid__row fx-grid__row--total" role="row">{tick} {cells} {menu}</tr> }
    };
    (move || {
        let totals = totals.get();
        (!totals.is_empty()).then(|| {
            view! {
                <tfoot class="fx-grid__totals" role="rowgroup">
                    {totals.into_iter().map(line).collect::<Vec<_>>()}
                </tfoot>
            }
        })
    })
    .into_node()
}

fn blank() -> Node {
    view! { <td class="fx-grid__cell fx-grid__cell--blank" role="cell"></td> }
}
