//! A usage file under way: start, progress, cancel, resume, done.
use crate::state::{Count, Stage, UsageFile, UsageFileError, arm_text, t, t_with};
use crate::text;
use crate::text::words::{common, downloads};
use crate::ui::dom::IntoNode;
use crate::ui::kit::{Appearance, Button, Intent, MessageBar, Progress};
use crate::ui::view;
use leptos::prelude::*;

fn rows(count: u64) -> String {
    text::number(rust_decimal::Decimal::from(count), crate::state::region())
}

fn so_far(count: Count) -> String {
    let size = text::bytes(count.bytes, crate::state::region());
    t_with(downloads::SO_FAR, &[("rows", &rows(count.rows)), ("size", &size)])
}

fn failure(error: &UsageFileError) -> String {
    match error {
        UsageFileError::Arm(error) => arm_text(error),
        UsageFileError::Export(error) => t_with(downloads::NOT_EQUAL, &[("difference", &error.to_string())]),
        UsageFileError::Refused => t(common::SAVE_FAILED),
    }
}

/// The button that starts it, and then how it goes.
#[component]
pub fn UsageWork(
    /// The work.
    file: UsageFile,
    /// The verb that starts it.
    label: String,
    /// Starts it anew.
    on_start: Callback<()>,
    /// Goes on after a failed page.
    on_resume: Callback<()>,
) -> impl IntoView {
    let cancel = Callback::new(move |()| file.cancel());
    let text = Signal::derive(move || so_far(file.count.get()));
    let button = move || {
        view! { <Button label=label.clone() appearance=Appearance::Primary on_click=on_start /> }
    };
    (move || match file.stage.get() {
        Stage::Idle => button().into_node(),
        Stage::Running => view! {
            <Progress label=t(downloads::MAKING) text />
            <Button label=t(common::CANCEL) on_click=cancel />
        },
        Stage::Cancelled => view! {
            <MessageBar intent=Intent::Info text=t(downloads::CANCELLED) />
            {button()}
        },
        Stage::Failed(error) => view! {
            <MessageBar intent=Intent::Error text=format!("{} {}", failure(&error), t(downloads::NOTHING_SAVED)) />
            <p>{text}</p>
            <Button label=t(downloads::RESUME) appearance=Appearance::Primary on_click=on_resume />
            <Button label=t(common::CANCEL) on_click=cancel />
        },
        Stage::Done(name) => view! {
            <MessageBar intent=Intent::Success text=t_with(common::FILE_SAVED, &[("name", &name)]) />
            <p>{text}</p>
            {button()}
        },
    })
    .into_node()
}
