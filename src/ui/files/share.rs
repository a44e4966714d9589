//! The way back to a file: its choice as a link.
use crate::state::{Query, page, t, use_copy};
use crate::text::words::{common, files};
use crate::ui::kit::CopyButton;
use crate::ui::view;
use leptos::prelude::*;

/// Copies the address of this page with `query`, where the choice may be one that was remembered and is not in the address
/// yet.
#[component]
pub fn ShareLink(query: Signal<Query>) -> impl IntoView {
    view! {
        <p class="note">
            {t(files::SHARE)}
            <CopyButton
                text=Signal::derive(move || {
                    let address = page::address();
                    format!("{}{}", address.split('?').next().unwrap_or_default(), query.get().to_search())
                })
                label=t(files::SHARE)
                done_label=t(common::COPIED)
                on_copy=use_copy()
            />
        </p>
    }
}
