//! What a program in a worker said and nobody has heard yet: an inbox for each question, by number.
use crate::browser::engine::Thing;
use futures_util::future::poll_fn;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use std::task::{Poll, Waker};

/// The inboxes of one program.
pub(super) struct Inboxes<T> {
    last: Cell<u32>,
    open: RefCell<BTreeMap<u32, Rc<Inbox<T>>>>,
}

/// What was said to one question, each with what came beside it.
pub(super) struct Inbox<T> {
    said: RefCell<VecDeque<(T, Thing)>>,
    waker: RefCell<Option<Waker>>,
}

impl<T> Default for Inboxes<T> {
    fn default() -> Inboxes<T> {
        Inboxes { last: Cell::default(), open: RefCell::default() }
    }
}

impl<T> Inboxes<T> {
    /// An inbox for the next question, and its number.
    pub(super) fn open(&self) -> (u32, Rc<Inbox<T>>) {
        let id = self.last.get().wrapping_add(1);
        self.last.set(id);
        let inbox = Rc::new(Inbox { said: RefCell::default(), waker: RefCell::default() });
        self.open.borrow_mut().insert(id, inbox.clone());
        (id, inbox)
    }

    /// Puts what was said into the inbox of its question, and wakes who waits there; without one it is passed over.
    pub(super) fn put(&self, id: u32, said: T, beside: Thing) {
        let inbox = self.open.borrow().get(&id).cloned();
        let Some(inbox) = inbox else { return };
        inbox.said.borrow_mut().push_back((said, beside));
        let waker = inbox.waker.borrow_mut().take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Nobody waits for this question any more.
    pub(super) fn close(&self, id: u32) {
        self.open.borrow_mut().remove(&id);
    }
}

impl<T> Inbox<T> {
    /// The next thing that was said, once there is one.
    pub(super) async fn hear(&self) -> (T, Thing) {
        poll_fn(|context| match self.said.borrow_mut().pop_front() {
            Some(said) => Poll::Ready(said),
            None => {
                *self.waker.borrow_mut() = Some(context.waker().clone());
                Poll::Pending
            }
        })
        .await
    }

    /// Whether more was said than was heard.
    pub(super) fn has_more(&self) -> bool {
        !self.said.borrow().is_empty()
    }
}
