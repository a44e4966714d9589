//! A file being made: start, progress, cancel, resume, done.
use crate::state::{Count, FileError, FileJob, Stage, arm_text, t, t_with};
use crate::text;
use crate::text::words::{common, downloads, files};
use crate::ui::dom::IntoNode;
use crate::ui::kit::{Appearance, Button, Intent, MessageBar, Progress};
use crate::ui::view;
use leptos::prelude::*;

fn so_far(count: Count) -> String {
    let region = crate::state::region();
    let number = |count: u64| text::number(rust_decimal::Decimal::from(count), region);
    let size = text::bytes(count.bytes, region);
    match count.of {
        None => t_with(downloads::SO_FAR, &[("rows", &number(count.done)), ("size", &size)]),
        Some(of) => {
            t_with(downloads::DOCUMENTS_SO_FAR, &[("done", &number(count.done)), ("of", &number(of)), ("size", &size)])
        }
    }
}

fn with_rate(text: String, rate: Option<u64>) -> String {
    let Some(rate) = rate else { return text };
    let rate = text::number(rust_decimal::Decimal::from(rate), crate::state::region());
    format!("{text}, {}", t_with(files::RATE, &[("rows", &rate)]))
}

/// What the file adds up to, with every digit.
fn sums_words(sums: &[(String, String)]) -> Option<String> {
    let region = crate::state::region();
    let one = |(currency, digits): &(String, String)| {
        let number = rust_decimal::Decimal::from_str_exact(digits)
            .map_or_else(|_| digits.clone(), |number| text::number(number, region));
        format!("{number} {currency}").trim_end().to_owned()
    };
    let sum = sums.iter().map(one).collect::<Vec<_>>().join(", ");
    (!sum.is_empty()).then(|| t_with(files::SUM, &[("sum", &sum)]))
}

/// How many numbers of a workbook are text.
fn long_numbers(count: u64) -> Option<String> {
    let number = text::number(rust_decimal::Decimal::from(count), crate::state::region());
    (count > 0).then(|| t_with(files::LONG_NUMBERS, &[("count", &number)]))
}

/// Why there is no file, in words.
pub fn file_error_words(error: &FileError) -> String {
    match error {
        FileError::Arm(error) => arm_text(error),
        FileError::Export(error) => t_with(downloads::NOT_EQUAL, &[("difference", &error.to_string())]),
        FileError::Statement(error) => t_with(downloads::NOT_MADE, &[("reason", &error.to_string())]),
        FileError::Differs(difference) => t_with(downloads::NOT_EQUAL, &[("difference", difference)]),
        FileError::Engine(reason) => t_with(downloads::NOT_MADE, &[("reason", reason)]),
        FileError::Document(error) => t_with(downloads::NOT_MADE, &[("reason", &error.to_string())]),
        FileError::Refused => t(common::SAVE_FAILED),
    }
}

/// The button that starts it, and then how it goes.
#[component]
pub fn JobView(
    /// The job.
    job: FileJob,
    /// The verb that starts it.
    label: String,
    /// What is said while it is at work.
    making: String,
    /// Starts it anew.
    on_start: Callback<()>,
    /// Goes on after a failed step.
    on_resume: Callback<()>,
    /// Hands over what there is after a failure, where there is something.
    #[prop(optional)]
    on_keep: Option<Callback<()>>,
) -> impl IntoView {
    let cancel = Callback::new(move |()| job.cancel());
    let text = Signal::derive(move || so_far(job.count.get()));
    let pace = Signal::derive(move || {
        with_rate(text.get(), job.count.with(|count| job.rate.get().filter(|_| count.of.is_none())))
    });
    let keep = move || {
        let on_keep = on_keep.filter(|_| job.can_keep.get())?;
        let rows = text::number(rust_decimal::Decimal::from(job.count.get().done), crate::state::region());
        Some(view! {
            <Button label=t(files::KEEP_PARTIAL) on_click=on_keep />
            <p class="note">{t_with(files::KEEP_PARTIAL_HINT, &[("rows", &rows)])}</p>
        })
    };
    let percent = Signal::derive(move || {
        job.count.with(|count| count.of.filter(|of| *of > 0).and_then(|of| u8::try_from(count.done * 100 / of).ok()))
    });
    let button = move || view! { <Button label=label.clone() appearance=Appearance::Primary on_click=on_start /> };
    let shown = move || match job.stage.get() {
        Stage::Idle => button().into_node(),
        Stage::Running => view! {
            <Progress label=making.clone() percent text=pace />
            <Button label=t(common::CANCEL) on_click=cancel />
        },
        Stage::Cancelled => view! {
            <MessageBar intent=Intent::Info text=t(downloads::CANCELLED) />
            {button()}
        },
        Stage::Failed(error) => view! {
            <MessageBar intent=Intent::Error text=format!("{} {}", file_error_words(&error), t(downloads::NOTHING_SAVED)) />
            <p>{text}</p>
            <Button label=t(downloads::RESUME) appearance=Appearance::Primary on_click=on_resume />
            <Button label=t(common::CANCEL) on_click=cancel />
            {keep()}
        },
        Stage::Done(name) => view! {
            <MessageBar intent=Intent::Success text=t_with(common::FILE_SAVED, &[("name", &name)]) />
            <p>{text}</p>
            {job.sums.with(|sums| sums_words(sums)).map(|words| view! { <p>{words}</p> })}
            {long_numbers(job.long_numbers.get()).map(|words| view! { <p class="note">{words}</p> })}
            {button()}
        },
    };
    // In view however long the form above it is.
    view! { <div class="form__actions job">{shown}</div> }
}
