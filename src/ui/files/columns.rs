//! Which columns a file has, and in which order.
use crate::state::{t, t_with};
use crate::text::words::{common, files};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{Appearance, Button, Checkbox, Icon, SearchBox};
use crate::ui::view;
use leptos::prelude::*;

/// The columns: those of the file in its order, then those that it does not have.
#[component]
pub fn Columns(
    /// The names of all columns, in the usual order.
    names: Signal<Vec<String>>,
    /// Which of them the file has, in its order.
    chosen: Signal<Vec<usize>>,
    /// Takes another choice.
    on_change: Callback<Vec<usize>>,
    /// Why nothing may be changed now.
    busy: Signal<Option<String>>,
) -> impl IntoView {
    let sought = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let count = move || {
        let (some, all) = (chosen.with(Vec::len).to_string(), names.with(Vec::len).to_string());
        t_with(files::COLUMNS_CHOSEN, &[("some", &some), ("all", &all)])
    };
    let put = Callback::new(move |columns: Vec<usize>| {
        if busy.with_untracked(Option::is_none) {
            on_change.run(columns);
        }
    });
    let reset = Callback::new(move |()| put.run((0..names.with_untracked(Vec::len)).collect()));
    let rows = move || {
        let (all, chosen) = (names.get(), chosen.get());
        let sought = sought.get().to_lowercase();
        let rest = (0..all.len()).filter(|at| !chosen.contains(at)).collect::<Vec<_>>();
        let fits = |at: &usize| all.get(*at).is_some_and(|name| name.to_lowercase().contains(&sought));
        let listed = chosen.iter().chain(&rest).copied().filter(fits);
        listed.map(|at| row(at, all.get(at).cloned().unwrap_or_default(), &chosen, put)).collect::<Vec<_>>()
    };
    let is_whole = Signal::derive(move || {
        let all = names.with(Vec::len);
        chosen.with(|chosen| chosen.iter().copied().eq(0..all)).then(|| t(files::COLUMNS_ALL_THERE))
    });
    view! {
        <details class="columns" on:toggle=move |ev| is_open.set(event_target_open(&ev))>
            <summary class="columns__summary">{t(files::COLUMNS)} " " <span class="note">{count}</span></summary>
            {(move || is_open.get().then(|| view! {
                <div class="columns__tools">
                    <SearchBox
                        label=t(files::COLUMNS_SEARCH)
                        value=sought
                        on_input=Callback::new(move |text| sought.set(text))
                        clear_label=t(common::CLEAR)
                    />
                    <Button label=t(files::COLUMNS_RESET) disabled_reason=is_whole on_click=reset />
                </div>
                <ul class="columns__list">{rows}</ul>
            })).into_node()}
        </details>
    }
}

fn event_target_open(event: &leptos::ev::Event) -> bool {
    use leptos::wasm_bindgen::JsCast;
    let details = event.target().and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}

/// One column: ticked when it is in the file, with buttons that move it.
fn row(at: usize, name: String, chosen: &[usize], put: Callback<Vec<usize>>) -> Node {
    let place = chosen.iter().position(|one| *one == at);
    let chosen = StoredValue::new(chosen.to_vec());
    let tick = Callback::new(move |is_in: bool| {
        let mut columns = chosen.get_value();
        columns.retain(|one| *one != at);
        if is_in {
            // Where the schema has it, seen from the columns before it.
            let behind = columns.iter().rposition(|one| *one < at).map_or(0, |place| place + 1);
            columns.insert(behind, at);
        }
        put.run(columns);
    });
    let step = move |by: isize| {
        Callback::new(move |()| {
            let mut columns = chosen.get_value();
            let other = place.and_then(|place| place.checked_add_signed(by));
            if let (Some(place), Some(other)) = (place, other.filter(|other| *other < columns.len())) {
                columns.swap(place, other);
                put.run(columns);
            }
        })
    };
    let last = chosen.with_value(Vec::len);
    let only = place.is_some() && last == 1;
    let at_end = move |is: bool| Signal::stored(is.then(|| t(files::COLUMN_AT_END)));
    let named = name.clone();
    view! {
        <li class="columns__row">
            {if only {
                view! { <span>{name.clone()} <span class="note">{t(files::COLUMN_ONLY)}</span></span> }.into_node()
            } else {
                view! { <Checkbox label=name.clone() checked=Signal::stored(place.is_some()) on_change=tick /> }.into_node()
            }}
            {place.map(|place| view! {
                <span class="columns__moves">
                    <Button
                        label=t_with(files::COLUMN_UP, &[("name", &named)])
                        icon=Icon::SortUp
                        icon_only=true
                        appearance=Appearance::Subtle
                        disabled_reason=at_end(place == 0)
                        on_click=step(-1)
                    />
                    <Button
                        label=t_with(files::COLUMN_DOWN, &[("name", &named)])
                        icon=Icon::SortDown
                        icon_only=true
                        appearance=Appearance::Subtle
                        disabled_reason=at_end(place + 1 == last)
                        on_click=step(1)
                    />
                </span>
            })}
        </li>
    }
    .into_node()
}
