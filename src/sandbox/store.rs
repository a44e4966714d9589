//! What the sandbox is handed, and what it keeps of the changes made to its tenant.
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// Tells the time. The tenant's months are counted from it.
pub trait Clock {
    /// Now, in UTC.
    fn now(&self) -> DateTime<Utc>;
}

/// Keeps one text.
pub trait Store {
    /// The text that was saved last; none when nothing was.
    ///
    /// # Errors
    /// [`StoreError`].
    fn load(&self) -> Result<Option<String>, StoreError>;

    /// Replaces the text.
    ///
    /// # Errors
    /// [`StoreError`].
    fn save(&self, state: &str) -> Result<(), StoreError>;
}

/// Why changes cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// No room is left.
    #[error("the store is full")]
    Full,
    /// The browser does not let the site keep anything.
    #[error("the store is blocked")]
    Blocked,
    /// Anything else.
    #[error("the store failed: {0}")]
    Failed(String),
}

/// Whether changes last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageState {
    /// Every change is kept.
    Kept,
    /// Changes last until the page is closed.
    MemoryOnly(StoreError),
    /// What was kept could not be read: the sandbox started afresh and put this text aside. It stays in the store, next
    /// to the new changes, until the sandbox is reset.
    SetAside(String),
}

/// Version of the kept text; another one is not read.
const VERSION: u32 = 1;

/// Changes to the tenant.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) version: u32,
    /// Counts the writes.
    pub(super) revision: u64,
    pub(super) added: Vec<AddedAssignment>,
    /// Ids, in lower case, of assignments of the seed that were removed.
    pub(super) removed: Vec<String>,
    /// Writable properties of changed profiles as JSON texts, by the profile's id in lower case.
    pub(super) profiles: BTreeMap<String, BTreeMap<String, String>>,
    pub(super) load_test_rows: u64,
    /// Pay-as-you-go subscriptions that were changed.
    pub(super) subscriptions: Vec<KeptSubscription>,
    pub(super) set_aside: Option<String>,
}

impl Default for Kept {
    fn default() -> Kept {
        Kept {
            version: VERSION,
            revision: 0,
            added: Vec::new(),
            removed: Vec::new(),
            profiles: BTreeMap::new(),
            load_test_rows: 0,
            subscriptions: Vec::new(),
            set_aside: None,
        }
    }
}

impl Kept {
    /// Reads a kept text; none when it is not one, or of another version.
    pub(super) fn read(text: &str) -> Option<Kept> {
        Kept::from_json(text).ok().filter(|kept| kept.version == VERSION)
    }

    /// What was changed of a subscription.
    pub(super) fn of(&self, id: &str) -> Option<&KeptSubscription> {
        self.subscriptions.iter().find(|kept| kept.id == id)
    }

    /// Changes a subscription, which is named as the tenant names it.
    pub(super) fn change(&mut self, id: &str, access: Option<bool>, email: Option<KeptEmail>) {
        if let Some(kept) = self.subscriptions.iter_mut().find(|kept| kept.id == id) {
            kept.access = access.or(kept.access);
            kept.email = email.or(kept.email.take());
        } else {
            self.subscriptions.push(KeptSubscription { id: id.to_owned(), access, email });
        }
    }
}

/// Changes to a subscription.
#[derive(Debug, Clone)]
pub(super) struct KeptSubscription {
    pub(super) id: String,
    /// *Access to invoice*.
    pub(super) access: Option<bool>,
    /// Invoices by e-mail.
    pub(super) email: Option<KeptEmail>,
}

/// What a subscription says about invoices by e-mail: kept, asked for and answered in one form.
#[derive(Debug, Clone, Default)]
pub(super) struct KeptEmail {
    pub(super) terms: Option<KeptTerms>,
    pub(super) preferred_address: Option<String>,
    pub(super) recipients: Vec<String>,
}

/// Terms that were accepted.
#[derive(Debug, Clone, Default)]
pub(super) struct KeptTerms {
    pub(super) version: String,
    /// UTC day.
    pub(super) accepted_on: String,
}

/// A role given in the sandbox.
#[derive(Debug, Clone)]
pub(super) struct AddedAssignment {
    pub(super) scope: String,
    pub(super) role: String,
    pub(super) principal_id: String,
    pub(super) created_by: String,
    pub(super) created_on: String,
}
