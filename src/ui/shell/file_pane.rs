//! The pane in which a file is made: open while the address names it; who closes it while the file is made is asked first.
use crate::state::{FileJob, Query, t, use_query};
use crate::text::words::{common, downloads};
use crate::ui::kit::Pane;
use crate::ui::view;
use leptos::prelude::*;

/// The pane: open while the address says `pane=` and its name.
#[component]
pub fn FilePane(
    /// Its name in the address.
    name: &'static str,
    /// What it is for.
    title: String,
    /// Takes what it has in the address out of it, beside its name.
    forget: fn(Query) -> Query,
    /// A file is being made: set by [`tell_running`].
    running: RwSignal<bool>,
    /// The form; built anew at each opening.
    children: ChildrenFn,
) -> impl IntoView {
    let query = use_query();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some(name));
    let close = Callback::new(move |()| query.change(|query| forget(query.with("pane", None)), false));
    view! {
        <Pane
            open
            on_close=close
            title
            close_label=t(common::CLOSE)
            // Who closes the pane stops the work: not by mistake.
            dirty=running
            discard_question=t(downloads::WAIT_OR_CANCEL)
            discard_label=t(common::CANCEL)
            keep_label=t(common::CONTINUE)
        >
            {children()}
        </Pane>
    }
}

/// Tells the pane around a form whether its file is being made.
pub fn tell_running(job: FileJob, running: RwSignal<bool>) {
    Effect::new(move |_| running.set(job.is_running()));
    on_cleanup(move || {
        running.try_set(false);
    });
}
