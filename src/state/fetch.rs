//! What is fetched: loading, ready or failed, aborted when its blade goes away, asked again when the session changes.
use super::use_session;
use crate::arm::{ArmError, Client};
use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

/// The state of something fetched. Empty and partial are the view's to tell: only it knows why a list is empty.
#[derive(Debug, Clone, PartialEq)]
pub enum Load<T> {
    /// Not there yet.
    Loading,
    /// There.
    Ready(T),
    /// It could not be had.
    Failed(ArmError),
}

impl<T> Load<T> {
    /// The value, if it is there.
    pub fn ready(self) -> Option<T> {
        match self {
            Load::Ready(value) => Some(value),
            _ => None,
        }
    }

    /// The error, if there is one.
    pub fn failed(self) -> Option<ArmError> {
        match self {
            Load::Failed(error) => Some(error),
            _ => None,
        }
    }
}

/// A handle on something fetched.
pub struct Fetch<T: 'static> {
    value: RwSignal<Load<T>, LocalStorage>,
    busy: RwSignal<bool>,
    again: RwSignal<u32>,
}

impl<T> Clone for Fetch<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Fetch<T> {}

impl<T: Clone + 'static> Fetch<T> {
    /// Its state.
    pub fn get(&self) -> Load<T> {
        self.value.get()
    }

    /// Its value, once it is there.
    pub fn ready(&self) -> Option<T> {
        self.value.get().ready()
    }

    /// Its value, once it is there, without being called again when it changes: for event handlers.
    pub fn ready_untracked(&self) -> Option<T> {
        self.value.get_untracked().ready()
    }

    /// Its error, if it failed.
    pub fn failed(&self) -> Option<ArmError> {
        self.value.get().failed()
    }

    /// True while there is nothing to show yet.
    pub fn is_loading(&self) -> bool {
        matches!(self.value.get(), Load::Loading)
    }

    /// True while a request is under way, also when older data is still shown.
    pub fn is_busy(&self) -> bool {
        self.busy.get()
    }

    /// Asks again; what is there stays until the answer comes. Does nothing once its page is gone.
    pub fn refetch(&self) {
        self.again.try_update(|count| *count += 1);
    }

    /// Puts a value in place that is known from elsewhere (the answer to a write).
    pub fn put(&self, value: T) {
        self.value.set(Load::Ready(value));
    }
}

/// Fetches with the session's client whenever `key` has a value, and again when the key or the session changes. The
/// request is aborted when the calling component goes away, so a late answer never writes into a page that is gone.
pub fn use_fetch<K, T, F>(key: impl Fn() -> Option<K> + 'static, run: impl Fn(Client, K) -> F + 'static) -> Fetch<T>
where
    K: Clone + PartialEq + 'static,
    T: Clone + 'static,
    F: Future<Output = Result<T, ArmError>> + 'static,
{
    let session = use_session();
    let fetch =
        Fetch { value: RwSignal::new_local(Load::Loading), busy: RwSignal::new(false), again: RwSignal::new(0) };
    // `on_cleanup` asks for Send; the lock is never contended, there is one thread.
    let current: Arc<Mutex<Option<AbortHandle>>> = Arc::default();
    let last: Rc<RefCell<Option<(u32, K)>>> = Rc::default();
    on_cleanup({
        let current = current.clone();
        move || replace(&current, None)
    });
    Effect::new(move |_| {
        fetch.again.track();
        let client = session.client();
        let epoch = session.epoch();
        let wanted = key();
        replace(&current, None);
        let (Some(client), Some(wanted)) = (client, wanted) else { return };
        let same = last.borrow().as_ref() == Some(&(epoch, wanted.clone()));
        if !same {
            fetch.value.set(Load::Loading);
            *last.borrow_mut() = Some((epoch, wanted.clone()));
        } else if fetch.value.with_untracked(|value| matches!(value, Load::Failed(_))) {
            fetch.value.set(Load::Loading);
        }
        fetch.busy.set(true);
        let (work, handle) = abortable(run(client, wanted));
        replace(&current, Some(handle));
        leptos::task::spawn_local(async move {
            // Aborted: the page is gone or something newer was asked.
            let Ok(answer) = work.await else { return };
            fetch.busy.try_set(false);
            fetch.value.try_set(match answer {
                Ok(value) => Load::Ready(value),
                Err(error) => Load::Failed(error),
            });
        });
    });
    fetch
}

fn replace(current: &Mutex<Option<AbortHandle>>, next: Option<AbortHandle>) {
    let Ok(mut slot) = current.lock() else { return };
    if let Some(handle) = std::mem::replace(&mut *slot, next) {
        handle.abort();
    }
}
