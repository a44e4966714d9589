//! Parts of one place, one in view at a time.
use crate::ui::view;
use leptos::html;
use leptos::prelude::*;

use super::dom::{Step, step_focus, unique_id};

/// One tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabItem {
    /// What the program calls it.
    pub id: String,
    /// What the person reads.
    pub label: String,
}

/// Tabs with one panel below. Left, Right, Home and End move the focus; Enter or Space chooses.
#[component]
pub fn Tabs(
    /// Name of the group.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    #[prop(into)]
    items: Signal<Vec<TabItem>>,
    /// Id of the one in view.
    #[prop(into)]
    selected: Signal<String>,
    /// Called with the id of the one that was chosen.
    #[prop(into)]
    on_select: Callback<String>,
    /// The panel of the one in view.
    children: Children,
) -> impl IntoView {
    let base = unique_id("fx-tabs");
    let panel_id = format!("{base}-panel");
    let list = NodeRef::<html::Div>::new();
    let labelled = {
        let base = base.clone();
        move || format!("{base}-{}", selected.get())
    };
    let controls = panel_id.clone();
    let tab = move |TabItem { id, label }: TabItem| {
        let (own, sent) = (id.clone(), id.clone());
        let on = Signal::derive(move || selected.with(|s| *s == own));
        view! {
            <button
                class="fx-tab"
                class:fx-tab--on=on
                type="button"
                role="tab"
                id=format!("{base}-{id}")
                aria-selected=move || on.get().to_string()
                aria-controls=controls.clone()
                tabindex=move || if on.get() { "0" } else { "-1" }
                on:click=move |_| on_select.run(sent.clone())
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="fx-tabs">
            <div
                class="fx-tabs__list"
                role="tablist"
                aria-label=label
                node_ref=list
                on:keydown=move |ev| {
                    if let (Some(step), Some(list)) = (Step::of_key(&ev.key()), list.get_untracked()) {
                        ev.prevent_default();
                        step_focus(&list, "[role=tab]", step);
                    }
                }
            >
                {move || items.get().into_iter().map(tab.clone()).collect::<Vec<_>>()}
            </div>
            <div class="fx-tabs__panel" role="tabpanel" id=panel_id aria-labelledby=labelled>
                {children()}
            </div>
        </div>
    }
}
