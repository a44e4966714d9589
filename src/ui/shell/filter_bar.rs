//! Filters above a list: text, pills, the count. On narrow pages the pills fold behind one button that counts them.
use crate::state::{QueryState, t, t_with, use_query};
use crate::text::words::common;
use crate::ui::dom::Node;
use crate::ui::kit::{Appearance, Button, EmptyState, Icon, SearchBox};
use crate::ui::view;
use leptos::prelude::*;

/// The bar. The text is the `q` of the address.
#[component]
pub fn FilterBar(
    /// What the text is looked for in.
    #[prop(into)]
    label: Signal<String>,
    /// How many rows there are, in words.
    #[prop(into)]
    count: Signal<String>,
    /// How many pills are set.
    #[prop(optional, into)]
    set: Signal<usize>,
    /// The pills.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let query = use_query();
    let open = RwSignal::new(false);
    let has_pills = children.is_some();
    let toggle = move || match set.get() {
        0 => t(common::FILTER),
        count => t_with(common::FILTERS_COUNT, &[("n", &count.to_string())]),
    };
    view! {
        <div class="filters">
            <SearchBox
                label
                value=Signal::derive(move || query.value("q").unwrap_or_default())
                clear_label=t(common::CLEAR)
                on_input=Callback::new(move |value: String| query.change(|query| query.with("q", Some(&value)), true))
            />
            {has_pills.then(|| view! {
                <span class="filters__toggle">
                    <Button
                        label=Signal::derive(toggle)
                        icon=Icon::Filter
                        appearance=Appearance::Secondary
                        pressed=Signal::from(open)
                        on_click=move |()| open.update(|open| *open = !*open)
                    />
                </span>
            })}
            <div class="filters__pills" class:filters__pills--open=open>{children.map(|pills| pills())}</div>
            <span class="filters__count" role="status">{count}</span>
        </div>
    }
}

/// In place of a list that its filters leave nothing of: says so, and clears them.
pub fn nothing_matches(query: QueryState) -> Node {
    const FILTERS: [&str; 6] = ["q", "status", "profile", "type", "months", "role"];
    let clear = Callback::new(move |()| {
        query.change(|query| FILTERS.into_iter().fold(query, |query, name| query.with(name, None)), false);
    });
    let (title, reason) = (t(common::NO_RESULTS), t(common::NO_RESULTS_HINT));
    view! { <EmptyState title reason action_label=t(common::CLEAR_ALL) on_action=clear /> }
}
