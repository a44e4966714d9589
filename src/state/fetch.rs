//! What is fetched: loading, ready or failed, aborted when its blade goes away, asked again when the session changes.
use super::use_session;
use crate::arm::{ArmError, Client, LocalFuture};
use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::task::Poll;

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

    /// The same of what is made of the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Load<U> {
        match self {
            Load::Loading => Load::Loading,
            Load::Ready(value) => Load::Ready(make(value)),
            Load::Failed(error) => Load::Failed(error),
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

/// A value or a key without its type: one copy of the machinery below serves every kind of thing that is fetched, which
/// keeps the download small.
type Anything = Rc<dyn Any>;

/// A handle on something fetched.
pub struct Fetch<T: 'static> {
    value: RwSignal<Load<Anything>, LocalStorage>,
    busy: RwSignal<bool>,
    again: RwSignal<u32>,
    kind: PhantomData<fn() -> T>,
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
        typed(self.value.get())
    }

    /// Its value, once it is there.
    pub fn ready(&self) -> Option<T> {
        self.get().ready()
    }

    /// Its value, once it is there, without being called again when it changes: for event handlers.
    pub fn ready_untracked(&self) -> Option<T> {
        typed(self.value.get_untracked()).ready()
    }

    /// Its error, if it failed.
    pub fn failed(&self) -> Option<ArmError> {
        self.value.get().failed()
    }

    /// True while there is nothing to show yet.
    pub fn is_loading(&self) -> bool {
        self.value.with(|value| matches!(value, Load::Loading))
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
        self.value.set(Load::Ready(Rc::new(value)));
    }
}

fn typed<T: Clone + 'static>(load: Load<Anything>) -> Load<T> {
    match load {
        Load::Loading => Load::Loading,
        Load::Failed(error) => Load::Failed(error),
        // Only values of this type are ever put in; anything else would be one that never came.
        Load::Ready(value) => value.downcast_ref::<T>().cloned().map_or(Load::Loading, Load::Ready),
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
    let source = Source {
        key: Box::new(move || key().map(|key| Rc::new(key) as Anything)),
        same: |one, other| one.downcast_ref::<K>() == other.downcast_ref::<K>(),
        run: Box::new(move |client, key| {
            let work = key.downcast_ref::<K>().cloned().map(|key| run(client, key))?;
            Some(Box::pin(async move { work.await.map(|value| Rc::new(value) as Anything) }))
        }),
    };
    let slot = Slot { value: RwSignal::new_local(Load::Loading), busy: RwSignal::new(false), again: RwSignal::new(0) };
    watch(source, slot);
    Fetch { value: slot.value, busy: slot.busy, again: slot.again, kind: PhantomData }
}

type Run = dyn Fn(Client, &dyn Any) -> Option<LocalFuture<'static, Result<Anything, ArmError>>>;

/// What is fetched: by which key, and how.
struct Source {
    key: Box<dyn Fn() -> Option<Anything>>,
    same: fn(&dyn Any, &dyn Any) -> bool,
    run: Box<Run>,
}

/// Where it goes.
#[derive(Clone, Copy)]
struct Slot {
    value: RwSignal<Load<Anything>, LocalStorage>,
    busy: RwSignal<bool>,
    again: RwSignal<u32>,
}

fn watch(source: Source, slot: Slot) {
    let session = use_session();
    // `on_cleanup` asks for Send; the lock is never contended, there is one thread.
    let current: Arc<Mutex<Option<AbortHandle>>> = Arc::default();
    let last: RefCell<Option<(u32, Anything)>> = RefCell::default();
    on_cleanup({
        let current = current.clone();
        move || replace(&current, None)
    });
    Effect::new(move |_| {
        slot.again.track();
        let client = session.client();
        let epoch = session.epoch();
        let wanted = (source.key)();
        replace(&current, None);
        // What was under way is given up, also when nothing comes in its place.
        slot.busy.set(false);
        let Some(client) = client else {
            // Whoever asks next is somebody else.
            slot.value.set(Load::Loading);
            return;
        };
        let Some(wanted) = wanted else { return };
        let same = last.borrow().as_ref().is_some_and(|(then, key)| *then == epoch && (source.same)(&**key, &*wanted));
        if !same || slot.value.with_untracked(|value| matches!(value, Load::Failed(_))) {
            slot.value.set(Load::Loading);
        }
        let Some(work) = (source.run)(client, &*wanted) else { return };
        *last.borrow_mut() = Some((epoch, wanted));
        slot.busy.set(true);
        let (work, handle) = abortable(work);
        replace(&current, Some(handle));
        leptos::task::spawn_local(async move {
            // Aborted: the page is gone or something newer was asked.
            let Ok(answer) = work.await else { return };
            slot.busy.try_set(false);
            slot.value.try_set(match answer {
                Ok(value) => Load::Ready(value),
                Err(error) => Load::Failed(error),
            });
        });
    });
}

/// Does all of it side by side; the results in the order of the work.
pub async fn all_of<T>(work: Vec<LocalFuture<'_, T>>) -> Vec<T> {
    let mut work: Vec<_> = work.into_iter().map(|future| (future, None)).collect();
    poll_fn(move |context| {
        let mut is_done = true;
        for (future, result) in &mut work {
            if result.is_none() {
                match future.as_mut().poll(context) {
                    Poll::Ready(value) => *result = Some(value),
                    Poll::Pending => is_done = false,
                }
            }
        }
        if is_done {
            Poll::Ready(work.iter_mut().filter_map(|(_, result)| result.take()).collect())
        } else {
            Poll::Pending
        }
    })
    .await
}

fn replace(current: &Mutex<Option<AbortHandle>>, next: Option<AbortHandle>) {
    let Ok(mut slot) = current.lock() else { return };
    if let Some(handle) = std::mem::replace(&mut *slot, next) {
        handle.abort();
    }
}
