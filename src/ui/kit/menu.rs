//! A button that opens a list of things to do.
use crate::ui::dom::Reference;
use crate::ui::view;
use leptos::prelude::*;
use leptos::web_sys::{HtmlButtonElement, HtmlElement};

use super::dom::{Place, Step, place_at, step_focus, unique_id};
use super::icon::{Glyph, Icon};

/// One thing to do in a menu.
#[derive(Clone)]
pub struct MenuItem {
    /// The verb, already in the person's language.
    pub label: String,
    /// Shown before the label.
    pub icon: Option<Icon>,
    /// Why it may not be done now; it stays in the list and tells it.
    pub disabled_reason: Option<String>,
    /// What it does.
    pub on_click: Callback<()>,
}

impl MenuItem {
    /// An item that may be used.
    pub fn new(label: impl Into<String>, on_click: impl Into<Callback<()>>) -> Self {
        Self { label: label.into(), icon: None, disabled_reason: None, on_click: on_click.into() }
    }

    /// With an icon.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With the reason why it may not be used, if there is one.
    #[must_use]
    pub fn disabled(mut self, reason: Option<String>) -> Self {
        self.disabled_reason = reason;
        self
    }
}

/// A menu: arrows, Home, End and Escape work, and the focus returns to the button.
#[component]
pub fn Menu(
    /// Name of the button.
    #[prop(into)]
    label: Signal<String>,
    /// Icon of the button; the three dots when none is given.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Shows the label beside the icon.
    #[prop(optional)]
    show_label: bool,
    /// What can be done; read when the menu opens.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
) -> impl IntoView {
    let id = unique_id("fx-menu");
    let target = id.clone();
    let controls = id.clone();
    let button = Reference::<HtmlButtonElement>::new();
    let list = Reference::<HtmlElement>::new();
    let open = RwSignal::new(false);
    let place = RwSignal::new(Place::default());
    let close = move || {
        if let Some(list) = list.get_untracked() {
            let _ = list.hide_popover();
        }
    };
    // The list has its items only while it is open: a page of rows has a menu each.
    let shown = move || {
        let Some(list) = list.get_untracked() else {
            return;
        };
        let now = list.matches(":popover-open").unwrap_or(false);
        if now {
            request_animation_frame(move || step_focus(&list, "[role=menuitem]", Step::First));
        }
        open.set(now);
    };
    let keys = move |ev: leptos::ev::KeyboardEvent| {
        if let (Some(step), Some(list)) = (Step::of_key(&ev.key()), list.get_untracked()) {
            ev.prevent_default();
            step_focus(&list, "[role=menuitem]", step);
        } else if ev.key() == "Tab" {
            close();
        } else if ev.key() == "Escape" {
            ev.prevent_default();
            ev.stop_propagation();
            close();
            if let Some(button) = button.get_untracked() {
                let _ = button.focus();
            }
        }
    };
    view! {
        <button
            class="fx-button fx-button--subtle"
            class:fx-button--icon-only=!show_label
            type="button"
            node_ref=button
            popovertarget=target
            aria-haspopup="menu"
            aria-controls=controls
            aria-expanded=move || open.get().to_string()
            aria-label=move || (!show_label).then(|| label.get())
            title=move || (!show_label).then(|| label.get())
        >
            <Glyph icon=icon.unwrap_or(Icon::MoreHorizontal) />
            {show_label.then(|| view! { <span class="fx-button__label">{label}</span> })}
        </button>
        <div
            class="fx-menu"
            id=id
            role="menu"
            aria-label=label
            popover="auto"
            node_ref=list
            style:top=move || place.get().top
            style:bottom=move || place.get().bottom
            style:left=move || place.get().left
            style:right=move || place.get().right
            on:beforetoggle=move |_: leptos::ev::Event| {
                if let Some(button) = button.get_untracked() {
                    place.set(place_at(&button));
                }
            }
            on:toggle=move |_| shown()
            on:keydown=keys
        >
            {move || {
                open.get()
                    .then(|| {
                        items
                            .get()
                            .into_iter()
                            .map(|item| view! { <Item item close=Callback::new(move |()| close()) /> })
                            .collect::<Vec<_>>()
                    })
            }}
        </div>
    }
}

#[component]
fn Item(item: MenuItem, close: Callback<()>) -> impl IntoView {
    let MenuItem { label, icon, disabled_reason, on_click } = item;
    let reason_id = unique_id("fx-menu-reason");
    let stopped = disabled_reason.is_some();
    let press = move |_| {
        if !stopped {
            close.run(());
            on_click.run(());
        }
    };
    view! {
        <button
            class="fx-menu__item"
            type="button"
            role="menuitem"
            tabindex="-1"
            aria-disabled=stopped.then_some("true")
            aria-describedby=stopped.then(|| reason_id.clone())
            on:click=press
        >
            <span class="fx-menu__icon">{icon.map(|icon| view! { <Glyph icon /> })}</span>
            <span class="fx-menu__words">
                <span>{label}</span>
                {disabled_reason
                    .map(|reason| {
                        view! { <span class="fx-menu__reason" id=reason_id.clone()>{reason}</span> }
                    })}
            </span>
        </button>
    }
}
