//! What was done: shown as a toast, kept behind the bell until the page is closed.
use crate::browser::{clock, page};
use crate::text::words::common;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

/// How a piece of work ended, or that it is still going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// It failed.
    Failed,
    /// News without success or failure.
    Info,
}

/// One entry.
#[derive(Clone)]
pub struct Notification {
    /// Number within this page.
    pub id: u64,
    /// What it is about.
    pub title: String,
    /// More, if there is more.
    pub detail: Option<String>,
    /// How it ended.
    pub outcome: Outcome,
    /// When.
    pub time: DateTime<Utc>,
    /// Words and work of its one action, such as *Undo*. Taken away once used.
    pub action: Option<(String, Callback<()>)>,
}

/// All entries of this page, newest first.
#[derive(Clone, Copy)]
pub struct Notifications {
    list: RwSignal<Vec<Notification>>,
    next: StoredValue<u64>,
    /// Those that are still shown as toasts.
    pub toasts: RwSignal<Vec<u64>>,
    /// How many came since the list was last opened.
    pub unread: RwSignal<usize>,
}

impl Default for Notifications {
    fn default() -> Notifications {
        Notifications {
            list: RwSignal::new(Vec::new()),
            next: StoredValue::new(1),
            toasts: RwSignal::new(Vec::new()),
            unread: RwSignal::new(0),
        }
    }
}

impl Notifications {
    /// Adds an entry and shows it.
    pub fn add(
        &self,
        outcome: Outcome,
        title: impl Into<String>,
        detail: Option<String>,
        action: Option<(String, Callback<()>)>,
    ) -> u64 {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        let entry = Notification { id, title: title.into(), detail, outcome, time: clock::now(), action };
        self.list.update(|list| list.insert(0, entry));
        self.toasts.update(|toasts| toasts.push(id));
        self.unread.update(|unread| *unread += 1);
        id
    }

    /// All entries, newest first.
    pub fn list(&self) -> Vec<Notification> {
        self.list.get()
    }

    /// The entry's action was used or can no longer be: it is offered no more.
    pub fn without_action(&self, id: u64) {
        self.list.update(|list| {
            if let Some(entry) = list.iter_mut().find(|entry| entry.id == id) {
                entry.action = None;
            }
        });
    }

    /// Takes one entry's toast away; the entry stays in the list.
    pub fn hide_toast(&self, id: u64) {
        self.toasts.update(|toasts| toasts.retain(|toast| *toast != id));
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.list.set(Vec::new());
        self.toasts.set(Vec::new());
        self.unread.set(0);
    }
}

/// Puts a text on the clipboard, and says so when the browser refuses.
pub fn use_copy() -> Callback<String> {
    let notifications = use_notifications();
    Callback::new(move |text: String| {
        leptos::task::spawn_local(async move {
            if !page::copy(&text).await {
                notifications.add(Outcome::Failed, super::t(common::COPY_FAILED), None, None);
            }
        });
    })
}

/// Puts a text on the clipboard and says that it is there, or that the browser refuses.
pub fn use_copy_told() -> Callback<String> {
    let notifications = use_notifications();
    Callback::new(move |text: String| {
        leptos::task::spawn_local(async move {
            let done = page::copy(&text).await;
            let (outcome, word) =
                if done { (Outcome::Done, common::COPIED) } else { (Outcome::Failed, common::COPY_FAILED) };
            notifications.add(outcome, super::t(word), None, None);
        });
    })
}

/// The notifications of this page.
pub fn use_notifications() -> Notifications {
    use_context().unwrap_or_default()
}
