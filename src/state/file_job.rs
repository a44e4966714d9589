//! A file that is made step by step while the person watches: progress, cancel, and all of it or nothing.
use super::StatementError;
use crate::arm::{ArmError, LocalFuture};
use crate::browser::clock;
use crate::document::DocumentError;
use crate::export::ExportError;
use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The API did not give a page, or one that cannot be read.
    #[error(transparent)]
    Arm(#[from] ArmError),
    /// Read back, the file is not what was written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The statement of a subscription could not be put together.
    #[error(transparent)]
    Statement(StatementError),
    /// A paper or an archive could not be made.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The engine's file, read back, is not what was written; in its words.
    #[error("{0}")]
    Differs(String),
    /// The engine could not be started, or gave up; in its words.
    #[error("{0}")]
    Engine(String),
    /// The browser does not take the file.
    #[error("the browser refused the file")]
    Refused,
}

impl From<StatementError> for FileError {
    fn from(error: StatementError) -> FileError {
        match error {
            StatementError::Arm(error) => FileError::Arm(error),
            error @ StatementError::Fault(_) => FileError::Statement(error),
        }
    }
}

/// Where the work stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Stage {
    /// Nothing was started.
    #[default]
    Idle,
    /// At work.
    Running,
    /// Stopped by the person; nothing was handed over.
    Cancelled,
    /// A step failed. What was done is kept: *Resume* asks only for what is missing.
    Failed(FileError),
    /// The file was handed over under this name.
    Done(String),
}

/// What was done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Rows or documents written.
    pub done: u64,
    /// How many there are in all, where that is known.
    pub of: Option<u64>,
    /// Bytes written.
    pub bytes: u64,
}

/// Making a file: it stays when a step fails, so that resuming gives the same file byte for byte.
pub trait FileWork {
    /// Does one step; false after the last. A step that fails in any way leaves everything as it was, so that resuming
    /// does that step again: none is ever left out.
    fn step(&mut self) -> LocalFuture<'_, Result<bool, FileError>>;

    /// What was done so far.
    fn count(&self) -> Count;

    /// Hands the file over under `name` once it is known to be whole.
    ///
    /// # Errors
    /// [`FileError`].
    fn finish(&mut self, name: &str) -> Result<(), FileError>;

    /// Whether there is something to be kept after a failure, as a file that is not whole.
    fn can_keep(&self) -> bool {
        false
    }

    /// Hands over under `name` what there is, as a file that is not whole. Only where [`FileWork::can_keep`].
    fn keep<'a>(&'a mut self, _name: &'a str) -> LocalFuture<'a, Result<(), FileError>> {
        Box::pin(async { Err(FileError::Refused) })
    }

    /// What a whole file adds up to: currency and digits of each sum.
    fn sums(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    /// Numbers that a whole workbook has as text, because they have more digits than Excel keeps.
    fn long_numbers(&self) -> u64 {
        0
    }
}

/// Where the work is kept between its steps.
type Slot = Rc<RefCell<Option<Box<dyn FileWork>>>>;

/// A file being made. Copy; it belongs to the component that made it and stops with it.
#[derive(Clone, Copy)]
pub struct FileJob {
    /// Where it stands.
    pub stage: RwSignal<Stage>,
    /// How far it is.
    pub count: RwSignal<Count>,
    /// Rows or documents a second, once that can be told.
    pub rate: RwSignal<Option<u64>>,
    /// Whether there is something to be kept after a failure.
    pub can_keep: RwSignal<bool>,
    /// What the whole file adds up to.
    pub sums: RwSignal<Vec<(String, String)>>,
    /// Numbers that a workbook has as text.
    pub long_numbers: RwSignal<u64>,
    work: StoredValue<Slot, LocalStorage>,
    abort: StoredValue<Option<AbortHandle>>,
}

impl Default for FileJob {
    fn default() -> FileJob {
        let job = FileJob {
            stage: RwSignal::new(Stage::Idle),
            count: RwSignal::new(Count::default()),
            rate: RwSignal::new(None),
            can_keep: RwSignal::new(false),
            sums: RwSignal::new(Vec::new()),
            long_numbers: RwSignal::new(0),
            work: StoredValue::new_local(Rc::default()),
            abort: StoredValue::new(None),
        };
        on_cleanup(move || job.stop());
        job
    }
}

impl FileJob {
    /// Whether it is at work.
    pub fn is_running(&self) -> bool {
        self.stage.with(|stage| *stage == Stage::Running)
    }

    /// Starts anew.
    pub fn start(&self, work: Result<Box<dyn FileWork>, FileError>, name: String) {
        self.stop();
        match work {
            Ok(work) => {
                self.count.set(work.count());
                self.work.with_value(|slot| *slot.borrow_mut() = Some(work));
                self.run(name);
            }
            Err(error) => self.stage.set(Stage::Failed(error)),
        }
    }

    /// Goes on after a failed step: only what is missing is asked for.
    pub fn resume(&self, name: String) {
        self.run(name);
    }

    /// Hands over what there is after a failure, under a name that says so.
    pub fn keep(&self, name: String) {
        let job = *self;
        let Some(slot) = self.work.try_get_value() else { return };
        leptos::task::spawn_local(async move {
            let Some(mut work) = slot.borrow_mut().take() else { return };
            let kept = work.keep(&name).await;
            job.stage.try_set(kept.map_or_else(Stage::Failed, |()| Stage::Done(name)));
        });
    }

    /// Stops, and forgets what was done.
    pub fn cancel(&self) {
        self.stop();
        self.stage.set(Stage::Cancelled);
    }

    fn stop(&self) {
        if let Some(Some(handle)) = self.abort.try_get_value() {
            handle.abort();
        }
        self.work.try_with_value(|slot| slot.borrow_mut().take());
    }

    fn run(&self, name: String) {
        let job = *self;
        let Some(slot) = self.work.try_get_value() else { return };
        self.stage.set(Stage::Running);
        self.rate.set(None);
        self.sums.set(Vec::new());
        let (since, before) = (clock::now(), self.count.get_untracked().done);
        let (work, handle) = abortable(async move {
            // Taken out while at work, so that nothing is held over a wait; put back when a step fails.
            let Some(mut work) = slot.borrow_mut().take() else { return };
            let end = loop {
                match work.step().await {
                    Ok(true) => {
                        let count = work.count();
                        job.count.try_set(count);
                        job.rate.try_set(rate(count.done.saturating_sub(before), clock::now() - since));
                        clock::breathe().await;
                    }
                    Ok(false) => break work.finish(&name),
                    Err(error) => break Err(error),
                }
            };
            match end {
                Ok(()) => {
                    job.count.try_set(work.count());
                    job.sums.try_set(work.sums());
                    job.long_numbers.try_set(work.long_numbers());
                    job.stage.try_set(Stage::Done(name));
                }
                Err(error) => {
                    job.can_keep.try_set(work.can_keep());
                    *slot.borrow_mut() = Some(work);
                    job.stage.try_set(Stage::Failed(error));
                }
            }
        });
        self.abort.set_value(Some(handle));
        leptos::task::spawn_local(async move {
            let _ = work.await;
        });
    }
}

/// So many a second; none before half a second has passed.
fn rate(done: u64, time: chrono::TimeDelta) -> Option<u64> {
    let millis = u64::try_from(time.num_milliseconds()).ok().filter(|millis| *millis >= 500)?;
    Some(done.saturating_mul(1000) / millis)
}
