//! The engine as the page sees it: started once, jobs by number, and what answers in the page asked for it.
use super::engine_order::EngineOrder;
use super::explored::WithExplorer;
use super::inbox::{Inbox, Inboxes};
use super::{Count, FileError, FileWork, Session};
use crate::arm::{LocalFuture, Method, Request, Transport};
use crate::browser::download::save_blob;
use crate::browser::engine::{EngineWorker, Thing};
use crate::engine::protocol::{Ask, Contents, Failure, JobId, Tell};
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    /// One engine for the page, from the first file on.
    static ENGINE: RefCell<Option<Engine>> = const { RefCell::new(None) };
}

/// The engine. Clones share it.
#[derive(Clone)]
pub struct Engine(Rc<Shared>);

struct Shared {
    worker: EngineWorker,
    jobs: Rc<Inboxes<Tell>>,
}

impl Engine {
    /// The page's engine; started when it is first asked for, and again after it could not be.
    ///
    /// # Errors
    /// [`FileError::Engine`].
    async fn get(session: Session) -> Result<Engine, FileError> {
        if let Some(engine) = ENGINE.with(|engine| engine.borrow().clone()) {
            return Ok(engine);
        }
        let jobs = Rc::new(Inboxes::default());
        let (heard, in_page) = (jobs.clone(), Rc::new(WithExplorer(session.in_page())));
        let worker = EngineWorker::start("factuur-engine", move |json, beside| {
            let Some(tell) = Tell::from_json(&json) else { return };
            match &tell {
                Tell::Request { .. } => answer(tell, in_page.clone()),
                Tell::Progress { job, .. }
                | Tell::Done { job, .. }
                | Tell::Preview { job, .. }
                | Tell::Failed { job, .. } => heard.put(*job, tell, beside),
            }
        });
        let worker = worker.await.map_err(FileError::Engine)?;
        let engine = Engine(Rc::new(Shared { worker, jobs }));
        ENGINE.with(|place| place.borrow_mut().get_or_insert(engine).clone());
        ENGINE.with(|engine| engine.borrow().clone()).ok_or_else(|| FileError::Engine(String::new()))
    }

    fn say(&self, ask: &Ask, beside: &Thing) {
        self.0.worker.say(&ask.to_json(), beside);
    }
}

/// Asks the sandbox, or the person's own files, for the engine.
fn answer(tell: Tell, in_page: Rc<dyn Transport>) {
    let Tell::Request { request, url, headers } = tell else { return };
    leptos::task::spawn_local(async move {
        let answer = in_page.send(Request { method: Method::Get, url, headers, body: None }).await;
        let Some(engine) = ENGINE.with(|engine| engine.borrow().clone()) else { return };
        match answer {
            Ok(response) => {
                let ask = Ask::Answer { request, status: response.status, headers: response.headers };
                engine.0.worker.say_with_bytes(&ask.to_json(), &response.body);
            }
            Err(error) => engine.say(&Ask::NoAnswer { request, failure: error.into() }, &Thing::UNDEFINED),
        }
    });
}

/// A conversation with the engine about one job. Dropped, it cancels the job.
struct Job {
    engine: Engine,
    id: JobId,
    inbox: Rc<Inbox<Tell>>,
}

impl Job {
    async fn new(session: Session) -> Result<Job, FileError> {
        let engine = Engine::get(session).await?;
        let (id, inbox) = engine.0.jobs.open();
        Ok(Job { engine, id, inbox })
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.engine.0.jobs.close(self.id);
        self.engine.say(&Ask::Cancel { job: self.id }, &Thing::UNDEFINED);
    }
}

impl From<Failure> for FileError {
    fn from(failure: Failure) -> FileError {
        match failure {
            Failure::Export(words) => FileError::Differs(words),
            Failure::Refused => FileError::Refused,
            other => other.arm_error().map_or_else(FileError::Engine, FileError::Arm),
        }
    }
}

/// A file that the engine makes.
pub struct EngineFile {
    session: Session,
    order: EngineOrder,
    /// Handle of a file on disk, or nothing.
    place: Thing,
    job: Option<Job>,
    has_failed: bool,
    contents: Contents,
    file: Option<Thing>,
    /// Whether there is something to be kept after a failure.
    can_keep: bool,
}

impl EngineFile {
    /// A file that nothing was done about yet.
    pub fn new(session: Session, order: impl Into<EngineOrder>, place: Option<Thing>) -> EngineFile {
        EngineFile {
            session,
            order: order.into(),
            place: place.unwrap_or(Thing::UNDEFINED),
            job: None,
            has_failed: false,
            contents: Contents::default(),
            file: None,
            can_keep: false,
        }
    }

    /// The file, once it is made and where it is not on disk.
    pub fn file(&self) -> Option<Thing> {
        self.file.clone()
    }

    async fn advance(&mut self) -> Result<bool, FileError> {
        let job = match &self.job {
            Some(job) => job,
            None => {
                let job = Job::new(self.session).await?;
                job.engine.say(&self.order.file(job.id), &self.place);
                self.job.insert(job)
            }
        };
        if std::mem::take(&mut self.has_failed) {
            let token = self.session.bearer_untracked();
            job.engine.say(&Ask::Resume { job: job.id, token }, &Thing::UNDEFINED);
        }
        loop {
            match job.inbox.hear().await {
                (Tell::Progress { rows, bytes, .. }, _) => {
                    (self.contents.rows, self.contents.bytes) = (rows, bytes);
                    if !job.inbox.has_more() {
                        return Ok(true);
                    }
                }
                (Tell::Done { contents, .. }, file) => {
                    self.contents = contents;
                    self.file = Some(file).filter(Thing::is_object);
                    return Ok(false);
                }
                (Tell::Failed { failure, has_rows, .. }, _) => {
                    (self.has_failed, self.can_keep) = (true, has_rows);
                    // What failed before it began is begun anew.
                    if !self.order.goes_on() || (self.contents.bytes == 0 && !has_rows) {
                        self.job = None;
                        self.has_failed = false;
                        self.contents = Contents::default();
                    }
                    return Err(failure.into());
                }
                (Tell::Preview { .. } | Tell::Request { .. }, _) => {}
            }
        }
    }
}

impl FileWork for EngineFile {
    fn step(&mut self) -> LocalFuture<'_, Result<bool, FileError>> {
        Box::pin(self.advance())
    }

    fn count(&self) -> Count {
        Count { done: self.contents.rows, of: None, bytes: self.contents.bytes }
    }

    fn finish(&mut self, name: &str) -> Result<(), FileError> {
        match &self.file {
            Some(file) if !save_blob(file, name) => Err(FileError::Refused),
            _ => Ok(()),
        }
    }

    fn can_keep(&self) -> bool {
        self.can_keep
    }

    fn keep<'a>(&'a mut self, name: &'a str) -> LocalFuture<'a, Result<(), FileError>> {
        Box::pin(async move {
            let Some(job) = &self.job else { return Err(FileError::Refused) };
            job.engine.say(&Ask::Keep { job: job.id }, &Thing::UNDEFINED);
            loop {
                match job.inbox.hear().await {
                    (Tell::Done { .. }, file) if save_blob(&file, name) => return Ok(()),
                    (Tell::Done { .. }, _) => return Err(FileError::Refused),
                    (Tell::Failed { failure, .. }, _) => return Err(failure.into()),
                    _ => {}
                }
            }
        })
    }

    fn sums(&self) -> Vec<(String, String)> {
        self.contents.sums.clone()
    }

    fn long_numbers(&self) -> u64 {
        self.contents.long_numbers
    }
}

/// The cells of the first rows of a file that the engine makes, header first, as they will read.
///
/// # Errors
/// [`FileError`].
pub async fn engine_preview(session: Session, order: EngineOrder, rows: usize) -> Result<Vec<Vec<String>>, FileError> {
    let job = Job::new(session).await?;
    job.engine.say(&order.preview(job.id, rows), &Thing::UNDEFINED);
    loop {
        match job.inbox.hear().await.0 {
            Tell::Preview { rows, .. } => return Ok(rows),
            Tell::Failed { failure, .. } => return Err(failure.into()),
            _ => {}
        }
    }
}
