//! Buttons, and links that look like them.
use crate::ui::dom::Reference;
use crate::ui::view;
use leptos::prelude::*;
use leptos::web_sys::HtmlButtonElement;

use super::dom::unique_id;
use super::icon::{Glyph, Icon};
use super::tooltip::{Tip, TipText};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Appearance {
    /// The one thing most people came to do here: at most one in a pane or header.
    Primary,
    /// A choice beside others.
    #[default]
    Secondary,
    /// Blends into the background until hovered or focused: tools, rows, bars.
    Subtle,
    /// Never has a background: inside text and fields.
    Transparent,
    /// The thing that takes something away, in the dialog that confirms it.
    Danger,
}

impl Appearance {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "fx-button fx-button--primary",
            Self::Secondary => "fx-button fx-button--secondary",
            Self::Subtle => "fx-button fx-button--subtle",
            Self::Transparent => "fx-button fx-button--transparent",
            Self::Danger => "fx-button fx-button--danger",
        }
    }
}

/// A button. One that may not be used now keeps its place and its focus and tells its reason on hover, on focus and to
/// assistive technology.
#[component]
pub fn Button(
    /// The verb on the button; its accessible name too.
    #[prop(into)]
    label: Signal<String>,
    /// How much attention it asks for.
    #[prop(optional)]
    appearance: Appearance,
    /// Shown before the label.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Shows the icon alone; the label becomes its name and its tooltip.
    #[prop(optional)]
    icon_only: bool,
    /// Why it may not be used now; `None` when it may.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// It is at work: shows that, and swallows clicks.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// For a button that stays down: whether it is.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// Sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// Id of the element.
    #[prop(optional, into)]
    id: MaybeProp<String>,
    /// The element, for the one who must give it the focus.
    #[prop(optional)]
    node_ref: Reference<HtmlButtonElement>,
    /// What it does.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
) -> impl IntoView {
    let tip = Tip::new();
    let tip_id = unique_id("fx-tip");
    let described = tip_id.clone();
    let stopped = move || disabled_reason.with(Option::is_some) || busy.get();
    let tip_text = Memo::new(move |_| match disabled_reason.get() {
        Some(reason) => Some(reason),
        None if icon_only => Some(label.get()),
        None => None,
    });
    let press = move |ev: leptos::ev::MouseEvent| {
        if untrack(stopped) {
            ev.prevent_default();
            ev.stop_propagation();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    view! {
        <button
            class=appearance.class()
            class:fx-button--icon-only=icon_only
            type=if submit { "submit" } else { "button" }
            id=move || id.get()
            node_ref=node_ref
            aria-label=move || icon_only.then(|| label.get())
            aria-disabled=move || stopped().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            aria-pressed=move || pressed.map(|pressed| pressed.get().to_string())
            aria-describedby=move || disabled_reason.with(Option::is_some).then(|| described.clone())
            on:click=press
            on:mouseenter=move |ev| tip.show(&ev)
            on:mouseleave=move |_| tip.hide()
            on:focus=move |ev| tip.show_for_keyboard(&ev)
            on:blur=move |_| tip.hide()
            on:keydown=move |ev| {
                if ev.key() == "Escape" {
                    tip.hide();
                }
            }
        >
            {move || {
                if busy.get() {
                    Some(view! { <span class="fx-button__spinner" aria-hidden="true"></span> })
                } else {
                    icon.map(|icon| view! { <Glyph icon /> })
                }
            }}
            {(!icon_only).then(|| view! { <span class="fx-button__label">{label}</span> })}
        </button>
        {move || {
            tip_text.get().map(|text| view! { <TipText tip id=tip_id.clone() text /> })
        }}
    }
}

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    /// The words of the link.
    #[prop(into)]
    label: Signal<String>,
    /// Where it goes.
    #[prop(into)]
    href: Signal<String>,
    /// How much attention it asks for.
    #[prop(optional)]
    appearance: Appearance,
    /// Shown before the label.
    #[prop(optional)]
    icon: Option<Icon>,
) -> impl IntoView {
    view! {
        <a class=appearance.class() href=href>
            {icon.map(|icon| view! { <Glyph icon /> })}
            <span class="fx-button__label">{label}</span>
        </a>
    }
}
