//! The explorer as the page sees it: a worker that holds one file of the person's own, questions by number.
use super::inbox::{Inbox, Inboxes};
use super::{Count, FileError, FileWork, OwnOrder};
use crate::arm::LocalFuture;
use crate::browser::download::save_blob;
use crate::browser::engine::{EngineWorker, Thing};
use crate::explorer::protocol::{Ask, AskId, Said, Tell, Trouble, What};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

thread_local! {
    /// One explorer for the page, from the first file on.
    static EXPLORER: RefCell<Option<Explorer>> = const { RefCell::new(None) };
}

/// What is said of a question that means nothing any more.
pub(super) const NO_CHOICE: &str = "other rows are chosen now";

/// Why the explorer has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExplorerError {
    /// Its program could not be started, in words.
    Program(String),
    /// It says why.
    Trouble(Trouble),
}

impl From<ExplorerError> for FileError {
    fn from(error: ExplorerError) -> FileError {
        match error {
            ExplorerError::Program(words) => FileError::Engine(words),
            ExplorerError::Trouble(Trouble::Differs(words)) => FileError::Differs(words),
            ExplorerError::Trouble(Trouble::Broken(error)) => FileError::Engine(error.to_string()),
            ExplorerError::Trouble(Trouble::Refused | Trouble::Unreadable) => FileError::Refused,
            ExplorerError::Trouble(Trouble::Question) => FileError::Engine(NO_CHOICE.to_owned()),
        }
    }
}

/// The explorer. Clones share it.
#[derive(Clone)]
pub struct Explorer(Rc<Shared>);

struct Shared {
    worker: EngineWorker,
    open: Rc<Inboxes<Said>>,
}

impl Explorer {
    /// The page's explorer; started when it is first asked for, and again after it could not be.
    ///
    /// # Errors
    /// [`ExplorerError::Program`].
    pub async fn get() -> Result<Explorer, ExplorerError> {
        if let Some(explorer) = EXPLORER.with(|explorer| explorer.borrow().clone()) {
            return Ok(explorer);
        }
        let open = Rc::new(Inboxes::default());
        let heard = open.clone();
        let worker = EngineWorker::start("factuur-explorer", move |json, beside| {
            let Some(Tell { id, said }) = Tell::from_json(&json) else { return };
            heard.put(id, said, beside);
        });
        let worker = worker.await.map_err(ExplorerError::Program)?;
        let explorer = Explorer(Rc::new(Shared { worker, open }));
        Ok(EXPLORER.with(|place| place.borrow_mut().get_or_insert(explorer).clone()))
    }

    /// Asks something, with a file beside it or nothing.
    pub fn ask(&self, what: What, beside: &Thing) -> Question {
        let (id, inbox) = self.0.open.open();
        self.say(&Ask { id, what }, beside);
        Question { explorer: self.clone(), id, inbox, is_answered: Cell::new(false) }
    }

    fn say(&self, ask: &Ask, beside: &Thing) {
        self.0.worker.say(&ask.to_json(), beside);
    }
}

/// A question to the explorer. Dropped before it is answered, it is cancelled.
pub struct Question {
    explorer: Explorer,
    id: AskId,
    inbox: Rc<Inbox<Said>>,
    is_answered: Cell<bool>,
}

impl Question {
    /// The next thing that is said about it.
    ///
    /// # Errors
    /// [`ExplorerError::Trouble`].
    pub async fn hear(&self) -> Result<(Said, Thing), ExplorerError> {
        let (said, beside) = self.inbox.hear().await;
        self.is_answered.set(!matches!(said, Said::Progress { .. } | Said::Recognised { .. }));
        match said {
            Said::Failed(trouble) => Err(ExplorerError::Trouble(trouble)),
            said => Ok((said, beside)),
        }
    }

    /// Its number.
    pub fn id(&self) -> AskId {
        self.id
    }

    /// Whether more was said than was heard.
    fn has_more(&self) -> bool {
        self.inbox.has_more()
    }
}

impl Drop for Question {
    fn drop(&mut self) {
        self.explorer.0.open.close(self.id);
        if !self.is_answered.get() {
            self.explorer.say(&Ask { id: 0, what: What::Cancel(self.id) }, &Thing::UNDEFINED);
        }
    }
}

/// Asks one thing and waits for the answer.
///
/// # Errors
/// [`ExplorerError`].
pub async fn ask_explorer(what: What) -> Result<Said, ExplorerError> {
    let question = Explorer::get().await?.ask(what, &Thing::UNDEFINED);
    Ok(question.hear().await?.0)
}

/// The first rows of a file that the explorer makes, header first, as they will read.
///
/// # Errors
/// [`FileError`].
pub async fn explorer_preview(order: OwnOrder, most: usize) -> Result<Vec<Vec<String>>, FileError> {
    let OwnOrder { writing: wanted, version: of, .. } = order;
    match ask_explorer(What::Preview { of, wanted, most }).await? {
        Said::Rows(rows) => Ok(rows),
        _ => Err(FileError::Engine(String::new())),
    }
}

/// The chosen rows as a file that the explorer writes.
pub struct ExplorerFile {
    order: OwnOrder,
    /// Handle of a file on disk, or nothing.
    place: Thing,
    question: Option<Question>,
    count: (u64, u64),
    sums: Vec<(String, String)>,
    long_numbers: u64,
    file: Option<Thing>,
}

impl ExplorerFile {
    /// A file that nothing was done about yet.
    pub fn new(order: OwnOrder, place: Option<Thing>) -> ExplorerFile {
        let (place, sums) = (place.unwrap_or(Thing::UNDEFINED), Vec::new());
        ExplorerFile { order, place, question: None, count: (0, 0), sums, long_numbers: 0, file: None }
    }

    async fn advance(&mut self) -> Result<bool, FileError> {
        let question = match &self.question {
            Some(question) => question,
            None => {
                let OwnOrder { writing: wanted, version: of, .. } = self.order.clone();
                let question = Explorer::get().await?.ask(What::Write { of, wanted }, &self.place);
                self.question.insert(question)
            }
        };
        loop {
            match question.hear().await {
                Ok((Said::Progress { rows, bytes }, _)) => {
                    self.count = (rows, bytes);
                    if !question.has_more() {
                        return Ok(true);
                    }
                }
                Ok((Said::Written { rows, bytes, sums, long_numbers }, file)) => {
                    (self.count, self.sums, self.long_numbers) = ((rows, bytes), sums, long_numbers);
                    self.file = Some(file).filter(Thing::is_object);
                    return Ok(false);
                }
                Ok(_) => {}
                Err(error) => {
                    // Tried again, it is asked anew.
                    self.question = None;
                    return Err(error.into());
                }
            }
        }
    }
}

impl FileWork for ExplorerFile {
    fn step(&mut self) -> LocalFuture<'_, Result<bool, FileError>> {
        Box::pin(self.advance())
    }

    fn count(&self) -> Count {
        Count { done: self.count.0, of: Some(self.order.rows), bytes: self.count.1 }
    }

    fn finish(&mut self, name: &str) -> Result<(), FileError> {
        match &self.file {
            Some(file) if !save_blob(file, name) => Err(FileError::Refused),
            _ => Ok(()),
        }
    }

    fn sums(&self) -> Vec<(String, String)> {
        self.sums.clone()
    }

    fn long_numbers(&self) -> u64 {
        self.long_numbers
    }
}
