//! Files of the person's own in the page: read and answered by a part of the app that most never load. Only here the room
//! `own` is named, and it is linked into that part alone.
#![allow(unsafe_code)] // The macro links the part to the app by name; nothing here is written by hand.
use super::clock;
use crate::arm::{LocalFuture, Request, Response, Transport, TransportError};
use crate::billing::Task;
use crate::own::{self, OwnFiles, Problem, Summary};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_split_helpers::SplitLoaderError;

pub use crate::own::{NOT_IN_FILES, READ_ONLY};

/// What stands for an origin before what is asked of files. It is never on a network (RFC 6761 keeps the name free).
pub const ORIGIN: &str = "https://files.invalid";

/// Files that were read.
pub trait Opened {
    /// Answers a request; never changes anything.
    fn answer(&self, request: &Request) -> Response;
    /// What there is and what is missing.
    fn summary(&self) -> &Summary;
    /// What could not be read.
    fn problems(&self) -> &[Problem];
    /// Whether there is nothing to look at.
    fn is_empty(&self) -> bool;
    /// Whether a task can be done on files.
    fn allows(&self, task: Task) -> bool;
}

impl Opened for OwnFiles {
    fn answer(&self, request: &Request) -> Response {
        OwnFiles::answer(self, request)
    }

    fn summary(&self) -> &Summary {
        OwnFiles::summary(self)
    }

    fn problems(&self) -> &[Problem] {
        OwnFiles::problems(self)
    }

    fn is_empty(&self) -> bool {
        OwnFiles::is_empty(self)
    }

    fn allows(&self, task: Task) -> bool {
        OwnFiles::allows(task)
    }
}

/// Reads files one by one.
pub trait Reader {
    /// Reads one more; false when it is a table and no JSON: then it is left aside.
    fn add(&mut self, name: String, bytes: Vec<u8>) -> bool;
    /// What they come to.
    fn finish(self: Box<Self>) -> Rc<dyn Opened>;
}

impl Reader for own::Reading {
    fn add(&mut self, name: String, bytes: Vec<u8>) -> bool {
        let is_table = own::is_table(&name, &bytes);
        if !is_table {
            own::Reading::add(self, name, bytes);
        }
        !is_table
    }

    fn finish(self: Box<Self>) -> Rc<dyn Opened> {
        Rc::new(own::Reading::finish(*self))
    }
}

/// The part of the app is missing, incomplete or has been changed.
#[derive(Debug, thiserror::Error)]
#[error("factuur-own: it is missing, incomplete or has been changed")]
pub struct PartError;

impl From<SplitLoaderError> for PartError {
    fn from(_: SplitLoaderError) -> PartError {
        PartError
    }
}

parts! {
    /// What reads files.
    own: load_reader, start_reader() -> Result<Box<dyn Reader>, PartError> {
        Ok(Box::new(own::Reading::new()))
    }
}

/// Answers from the files that are open. Clones share them.
#[derive(Clone, Default)]
pub struct OwnTransport {
    opened: Rc<RefCell<Option<Rc<dyn Opened>>>>,
}

impl OwnTransport {
    /// Answers from these files from now on, or from none.
    pub fn set(&self, opened: Option<Rc<dyn Opened>>) {
        self.opened.replace(opened);
    }
}

impl Transport for OwnTransport {
    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        let opened = self.opened.borrow().clone();
        Box::pin(async move {
            // The page has a chance to draw.
            clock::breathe().await;
            let opened = opened.ok_or_else(|| TransportError::Network("the files were closed".to_owned()))?;
            Ok(opened.answer(&request))
        })
    }
}
