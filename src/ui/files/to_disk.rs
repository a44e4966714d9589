//! Where a file goes: to the browser's downloads, or straight to a place on disk.
use crate::export::Target;
use crate::state::{FileJob, Session, Stage, Wanted, ask_place, goes_to_disk, set_goes_to_disk, t};
use crate::text::words::files;
use crate::ui::kit::Checkbox;
use crate::ui::view;
use leptos::prelude::*;

/// Whether files go straight to disk, in browsers that can: asked once, and kept.
#[component]
pub fn ToDisk() -> impl IntoView {
    let chosen = RwSignal::new(goes_to_disk() == Some(true));
    goes_to_disk().map(|_| {
        view! {
            <Checkbox
                label=t(files::TO_DISK)
                detail=t(files::TO_DISK_HINT)
                checked=chosen
                on_change=Callback::new(move |is: bool| {
                    set_goes_to_disk(is);
                    chosen.set(is);
                })
            />
        }
    })
}

/// Starts a file, after the person has said where on disk it is to go, if that is wanted. Who closes that dialog without an
/// answer wants no file.
pub fn start_file(session: Session, job: FileJob, wanted: impl Into<Wanted>, target: Target, name: String) {
    start(session, job, wanted.into(), target, name);
}

fn start(session: Session, job: FileJob, wanted: Wanted, target: Target, name: String) {
    if goes_to_disk() != Some(true) {
        return job.start(Ok(wanted.work(session, None)), name);
    }
    // What was said of the file before is not said of this one while the person looks for a place.
    job.stage.set(Stage::Idle);
    leptos::task::spawn_local(async move {
        if let Some(place) = ask_place(&name, target).await {
            job.start(Ok(wanted.work(session, place)), name);
        }
    });
}
