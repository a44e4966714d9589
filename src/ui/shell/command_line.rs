//! A command that a person runs elsewhere.
use crate::state::{t, t_with, use_copy};
use crate::text::words::{common, own};
use crate::ui::kit::CopyButton;
use crate::ui::view;
use leptos::prelude::*;

/// The command as it is typed, and a button that copies it.
#[component]
pub fn CommandLine(
    /// The command.
    command: String,
) -> impl IntoView {
    view! {
        <div class="command">
            <code class="command__text">{command.clone()}</code>
            <CopyButton
                text=command
                label=t_with(common::COPY_THIS, &[("name", &t(own::COMMAND))])
                done_label=t(common::COPIED)
                on_copy=use_copy()
            />
        </div>
    }
}
