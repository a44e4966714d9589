//! JSON that a person saved (`az rest`, `az billing`, a REST client), answered as a read-only Azure Billing REST API: their
//! own billing account in the same blades, without a sign-in. Nothing leaves the machine, and nothing can be changed.
//!
//! Comes in: billing, the request and response types and the JSON reader and writer of arm, thiserror, chrono types. Never: the
//! browser, the clock, floats. A resource stays the text it was saved as, so every number keeps its digits; it is looked at
//! only to find where it belongs: by its `id`, since live answers write other `type`s than the specification
//! (contract §7.2).
//!
//! What is accepted, in UTF-8 or UTF-16, with or without a byte order mark: a list as the API answers it (`{"value": […],
//! "nextLink": …}`), a bare list and the flattened resources that `az billing … list` prints (their fields are put back
//! under `properties`), one resource, and any of these one after the other (NDJSON). A file is read whole or not at all.
//!
//! What no file says but ids and references tell, is told too: the accounts, profiles, sections, customers and
//! subscriptions that others name ([`Summary`] counts them as `derived`). What is not in the files is refused with the
//! code [`NOT_IN_FILES`] and the command that saves it; an empty list is only answered where something was left out by the
//! days that were asked for.
mod agree;
mod answer;
mod belong;
mod call;
mod complete;
mod derive;
mod element;
mod id;
mod index;
mod kind;
mod problem;
mod reading;
mod refusal;
mod scan;
mod settle;
mod shelf;
mod summary;
mod table;
mod text;
mod usage;

pub use kind::Kind;
pub use problem::{Problem, Trouble};
pub use reading::Reading;
pub use refusal::{NOT_IN_FILES, READ_ONLY};
pub use summary::{FileSummary, Incomplete, KindSummary, Missing, Summary};
pub use table::is_table;

use crate::arm::{Request, Response};
use crate::billing::Task;
use id::Names;
use shelf::{File, Item, Place};

/// The files of a person, read: a billing account that can be looked at.
#[derive(Debug)]
pub struct OwnFiles {
    files: Vec<File>,
    /// All but usage rows; invoices stand newest first.
    items: Vec<Item>,
    /// Usage rows by day.
    rows: Vec<Item>,
    places: Vec<Place>,
    /// What resources hang below, as `billingaccounts/a/billingprofiles/p`.
    parents: Vec<String>,
    /// What usage hangs below, and the months there are of it.
    sources: Vec<usage::Source>,
    problems: Vec<Problem>,
    summary: Summary,
}

impl OwnFiles {
    /// Reads files by their names. Always gives what could be read; what could not is among [`OwnFiles::problems`].
    pub fn read(files: Vec<(String, Vec<u8>)>) -> OwnFiles {
        let mut reading = Reading::new();
        for (name, bytes) in files {
            reading.add(name, bytes);
        }
        reading.finish()
    }

    /// Answers a request of the client. Any origin will do; paths are compared without case. Never changes anything.
    pub fn answer(&self, request: &Request) -> Response {
        answer::route(self, request).unwrap_or_else(|refusal| refusal.response())
    }

    /// What could not be read, and what contradicts itself, in the order of the files.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many of each kind there are, from which files, and what is missing.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }

    /// Whether there is nothing to look at.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.rows.is_empty()
    }

    /// Whether a task can be done on files: everything may be looked at, nothing may be changed.
    pub fn allows(task: Task) -> bool {
        matches!(task, Task::SeeRoleAssignments | Task::SeeProperties | Task::SeeInvoices)
    }

    fn names(&self, item: &Item) -> &Names {
        static NOWHERE: Names = Names::NONE;
        self.places.get(item.place as usize).map_or(&NOWHERE, |place| &place.names)
    }

    fn parent(&self, item: &Item) -> &str {
        self.parents.get(item.parent as usize).map_or("", String::as_str)
    }

    /// The text of a resource as it was saved.
    fn text(&self, item: &Item) -> &str {
        let file = self.files.get(item.file as usize);
        file.and_then(|file| file.text.get(item.start..item.end)).unwrap_or_default()
    }
}
