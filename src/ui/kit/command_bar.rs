//! The bar of things that can be done with what is on the blade.
use crate::ui::dom::Reference;
use crate::ui::view;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use super::button::{Appearance, Button};
use super::icon::Icon;
use super::menu::{Menu, MenuItem};
use super::size::on_resize;

/// One thing to do.
#[derive(Clone)]
pub struct CommandItem {
    /// Name within the bar; becomes the element's id.
    pub id: &'static str,
    /// The verb, already in the person's language.
    pub label: Signal<String>,
    /// Shown before the label.
    pub icon: Icon,
    /// Why it may not be done now; it keeps its place and tells it.
    pub disabled_reason: Signal<Option<String>>,
    /// What it does.
    pub on_click: Callback<()>,
}

impl CommandItem {
    /// An item that may be used.
    pub fn new(
        id: &'static str,
        label: impl Into<Signal<String>>,
        icon: Icon,
        on_click: impl Into<Callback<()>>,
    ) -> Self {
        Self { id, label: label.into(), icon, disabled_reason: Signal::stored(None), on_click: on_click.into() }
    }

    /// With the reason why it may not be used, while there is one.
    #[must_use]
    pub fn disabled(mut self, reason: impl Into<Signal<Option<String>>>) -> Self {
        self.disabled_reason = reason.into();
        self
    }
}

/// A flat bar of commands; those that do not fit its width go into the menu at its end.
#[component]
pub fn CommandBar(
    /// Name of the bar.
    #[prop(into)]
    label: Signal<String>,
    /// Name of the menu at the end.
    #[prop(into)]
    more_label: Signal<String>,
    /// What can be done.
    #[prop(into)]
    items: Signal<Vec<CommandItem>>,
) -> impl IntoView {
    let row = Reference::<HtmlElement>::new();
    let fitting = RwSignal::new(usize::MAX);
    watch_width(row, items, fitting);
    let rest = Signal::derive(move || {
        items
            .get()
            .into_iter()
            .skip(fitting.get())
            .map(|i| MenuItem::new(i.label.get(), i.on_click).icon(i.icon).disabled(i.disabled_reason.get()))
            .collect::<Vec<_>>()
    });
    let overflows = Memo::new(move |_| items.with(Vec::len) > fitting.get());
    view! {
        <div class="fx-commands" role="group" aria-label=label>
            <div class="fx-commands__row" node_ref=row>
                {move || {
                    items
                        .get()
                        .into_iter()
                        .enumerate()
                        .map(|(at, item)| {
                            let over = move || fitting.get() <= at;
                            view! {
                                <div
                                    class="fx-commands__item"
                                    class:fx-commands__item--over=over
                                >
                                    <Button
                                        id=item.id
                                        label=item.label
                                        icon=item.icon
                                        appearance=Appearance::Subtle
                                        disabled_reason=item.disabled_reason
                                        on_click=item.on_click
                                    />
                                </div>
                            }
                        })
                        .collect::<Vec<_>>()
                }}
            </div>
            {move || overflows.get().then(|| view! { <Menu label=more_label items=rest /> })}
        </div>
    }
}

/// Counts the items that stand on the first line whenever the width or the items change. The row wraps and shows one line
/// only, so what the browser put on a second line is what does not fit.
fn watch_width(row: Reference<HtmlElement>, items: Signal<Vec<CommandItem>>, fitting: RwSignal<usize>) {
    let measure = move || {
        let Some(row) = row.get_untracked() else {
            return;
        };
        let children = row.children();
        let count = (0..children.length())
            .filter_map(|i| children.item(i)?.dyn_into::<HtmlElement>().ok())
            .take_while(|item| item.offset_top() < item.offset_height() / 2)
            .count();
        if fitting.try_get_untracked().is_some_and(|now| now != count) {
            fitting.set(count);
        }
    };
    Effect::new(move |_| {
        items.track();
        request_animation_frame(measure);
    });
    on_resize(row, measure);
}
