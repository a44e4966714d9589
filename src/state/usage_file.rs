//! *Download Azure usage and charges*: pages of usage from the API become one CSV file, all of it or nothing.
use crate::arm::{ArmError, Client, UsagePage, UsagePages};
use crate::billing::{Period, Scope, SubscriptionId};
use crate::browser::clock;
use crate::browser::download::FileParts;
use crate::export::{CellMode, ExportError, Tally, Verifier};
use crate::export::{cost_details_2021_10_01 as cost_details, pay_as_you_go_2019_11_01 as pay_as_you_go};
use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// Why there is no file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UsageFileError {
    /// The API did not give a page, or one that cannot be read.
    #[error(transparent)]
    Arm(#[from] ArmError),
    /// Read back, the file is not what was written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The browser does not take the file.
    #[error("the browser refused the file")]
    Refused,
}

/// Whose usage a file holds. It decides the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageOf {
    /// Of a billing profile or what is below it (MCA, MPA): cost details, 2021-10-01.
    Scope(Scope),
    /// Of a pay-as-you-go subscription (MOSP): usage details, 2019-11-01.
    Subscription(SubscriptionId),
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
    /// A page failed. What was read is kept: *Resume* asks only for what is missing.
    Failed(UsageFileError),
    /// The file was handed over under this name.
    Done(String),
}

/// What was done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Rows written.
    pub rows: u64,
    /// Bytes written.
    pub bytes: u64,
    /// Pages read.
    pub pages: u32,
}

/// The work itself: what has been read and written so far. It stays when a page fails, so that resuming gives the same file
/// byte for byte.
struct Work {
    is_pay_as_you_go: bool,
    pages: UsagePages,
    parts: FileParts,
    written: Tally,
    verifier: Verifier,
    mode: CellMode,
}

impl Work {
    fn start(client: &Client, of: &UsageOf, period: Period, mode: CellMode) -> Result<Work, UsageFileError> {
        let (pages, verifier, header): (_, _, fn(&mut Vec<u8>)) = match of {
            UsageOf::Scope(scope) => {
                (client.usage_pages(scope, period)?, cost_details::verifier(mode), cost_details::header)
            }
            UsageOf::Subscription(id) => {
                (client.subscription_usage_pages(id, period)?, pay_as_you_go::verifier(mode), pay_as_you_go::header)
            }
        };
        let mut work = Work {
            is_pay_as_you_go: matches!(of, UsageOf::Subscription(_)),
            pages,
            parts: FileParts::default(),
            written: Tally::default(),
            verifier,
            mode,
        };
        let mut bytes = Vec::new();
        header(&mut bytes);
        work.verifier.read(&bytes)?;
        work.parts.push(&bytes);
        Ok(work)
    }

    /// Reads and writes one page; false after the last. A page that fails in any way leaves everything as it was, so that
    /// resuming asks for that page again: none is ever left out.
    async fn step(&mut self) -> Result<bool, UsageFileError> {
        let (mut pages, mut written, mut verifier) = (self.pages.clone(), self.written.clone(), self.verifier.clone());
        let Some(page) = pages.next().await? else { return Ok(false) };
        let bytes = self.rows(&page, &mut written)?;
        // Read back before it is handed on.
        verifier.read(&bytes)?;
        self.parts.push(&bytes);
        (self.pages, self.written, self.verifier) = (pages, written, verifier);
        Ok(true)
    }

    /// The rows of a page as they stand in the file, counted in `written`.
    fn rows(&self, page: &UsagePage, written: &mut Tally) -> Result<Vec<u8>, UsageFileError> {
        if self.is_pay_as_you_go {
            let records = page.legacy_records()?;
            let mut bytes = Vec::with_capacity(records.len() * 500);
            for record in &records {
                written.count(&record.currency, record.pre_tax_cost)?;
                pay_as_you_go::row(record, self.mode, &mut bytes);
            }
            return Ok(bytes);
        }
        let records = page.records()?;
        let mut bytes = Vec::with_capacity(records.len() * 700);
        for record in &records {
            written.add(record)?;
            cost_details::row(record, self.mode, &mut bytes);
        }
        Ok(bytes)
    }

    fn count(&self) -> Count {
        Count { rows: self.written.rows(), bytes: self.parts.len(), pages: self.pages.pages_read() }
    }
}

/// A download of usage. Copy; it belongs to the component that made it and stops with it.
#[derive(Clone, Copy)]
pub struct UsageFile {
    /// Where it stands.
    pub stage: RwSignal<Stage>,
    /// How far it is.
    pub count: RwSignal<Count>,
    work: StoredValue<Rc<RefCell<Option<Work>>>, LocalStorage>,
    abort: StoredValue<Option<AbortHandle>>,
}

impl Default for UsageFile {
    fn default() -> UsageFile {
        let file = UsageFile {
            stage: RwSignal::new(Stage::Idle),
            count: RwSignal::new(Count::default()),
            work: StoredValue::new_local(Rc::default()),
            abort: StoredValue::new(None),
        };
        on_cleanup(move || file.stop());
        file
    }
}

impl UsageFile {
    /// Starts anew.
    pub fn start(&self, client: &Client, of: &UsageOf, period: Period, mode: CellMode, name: String) {
        self.stop();
        self.count.set(Count::default());
        match Work::start(client, of, period, mode) {
            Ok(work) => {
                self.work.with_value(|slot| *slot.borrow_mut() = Some(work));
                self.run(name);
            }
            Err(error) => self.stage.set(Stage::Failed(error)),
        }
    }

    /// Goes on after a failed page: only what is missing is asked for.
    pub fn resume(&self, name: String) {
        self.run(name);
    }

    /// Stops, and forgets what was read.
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
        let file = *self;
        let Some(slot) = self.work.try_get_value() else { return };
        self.stage.set(Stage::Running);
        let (work, handle) = abortable(async move {
            // Taken out while at work, so that nothing is held over a wait; put back when a page fails.
            let Some(mut work) = slot.borrow_mut().take() else { return };
            let end = loop {
                match work.step().await {
                    Ok(true) => {
                        file.count.try_set(work.count());
                        clock::breathe().await;
                    }
                    Ok(false) => break finish(&work, name),
                    Err(error) => break Err(error),
                }
            };
            match end {
                Ok(name) => {
                    file.stage.try_set(Stage::Done(name));
                }
                Err(error) => {
                    *slot.borrow_mut() = Some(work);
                    file.stage.try_set(Stage::Failed(error));
                }
            }
        });
        self.abort.set_value(Some(handle));
        leptos::task::spawn_local(async move {
            let _ = work.await;
        });
    }
}

/// Hands the file over once row count and sums of what was read back are those of what was written.
fn finish(work: &Work, name: String) -> Result<String, UsageFileError> {
    work.verifier.finish(&work.written)?;
    if work.parts.save(&name, "text/csv;charset=utf-8") { Ok(name) } else { Err(UsageFileError::Refused) }
}
