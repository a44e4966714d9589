//! A pill that tells a filter and opens its choices.
use crate::ui::dom::Reference;
use crate::ui::view;
use leptos::prelude::*;
use leptos::web_sys::{HtmlButtonElement, HtmlElement};

use super::button::{Appearance, Button};
use super::choice::{Checkbox, Choice};
use super::dom::{Place, place_at, unique_id};
use super::icon::{Glyph, Icon};

/// A filter such as "Status: All". Several choices may be on; none on means all.
#[component]
pub fn FilterPill(
    /// What is filtered.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen; `detail` may carry a count.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// Values that are on.
    #[prop(into)]
    selected: Signal<Vec<String>>,
    /// Called with all values that are on after a change, in the order of the options.
    #[prop(into)]
    on_change: Callback<Vec<String>>,
    /// The word when nothing is filtered.
    #[prop(into)]
    all_word: Signal<String>,
    /// The verb that takes the filter away.
    #[prop(into)]
    clear_label: Signal<String>,
) -> impl IntoView {
    let id = unique_id("fx-filter");
    let target = id.clone();
    let button = Reference::<HtmlButtonElement>::new();
    let panel = Reference::<HtmlElement>::new();
    let open = RwSignal::new(false);
    let place = RwSignal::new(Place::default());
    // Two names fit; more are counted.
    let told = move || {
        let on = selected.get();
        let names: Vec<_> =
            options.with(|all| all.iter().filter(|o| on.contains(&o.value)).map(|o| o.label.clone()).collect());
        match names.len() {
            0 => all_word.get(),
            1 | 2 => names.join(", "),
            count => count.to_string(),
        }
    };
    let toggle = Callback::new(move |(value, on): (String, bool)| {
        let now = selected.get_untracked();
        on_change.run(options.with_untracked(|all| {
            all.iter().map(|o| &o.value).filter(|v| if **v == value { on } else { now.contains(v) }).cloned().collect()
        }));
    });
    let choice = move |Choice { value, label, detail }: Choice| {
        let this = value.clone();
        let checked = Signal::derive(move || selected.with(|s| s.contains(&this)));
        let label = detail.map_or_else(|| label.clone(), |d| format!("{label} ({d})"));
        view! { <Checkbox label checked on_change=move |on| toggle.run((value.clone(), on)) /> }
    };
    view! {
        <button
            class="fx-pill"
            class:fx-pill--on=move || selected.with(|s| !s.is_empty())
            type="button"
            node_ref=button
            popovertarget=target
            aria-expanded=move || open.get().to_string()
        >
            <span>{move || format!("{}: ", label.get())}</span>
            <strong class="fx-pill__value">{told}</strong>
            <Glyph icon=Icon::ChevronDown />
        </button>
        <div
            class="fx-popover"
            id=id
            popover="auto"
            role="group"
            aria-label=label
            node_ref=panel
            style:top=move || place.get().top
            style:bottom=move || place.get().bottom
            style:left=move || place.get().left
            style:right=move || place.get().right
            on:beforetoggle=move |_: leptos::ev::Event| {
                if let Some(button) = button.get_untracked() {
                    place.set(place_at(&button));
                }
            }
            on:toggle=move |_| {
                open.set(
                    panel.get_untracked().is_some_and(|p| p.matches(":popover-open").unwrap_or(false)),
                );
            }
        >
            <div class="fx-popover__body">
                {move || options.get().into_iter().map(choice).collect::<Vec<_>>()}
            </div>
            <Button
                label=clear_label
                appearance=Appearance::Subtle
                on_click=move |()| on_change.run(Vec::new())
            />
        </div>
    }
}
