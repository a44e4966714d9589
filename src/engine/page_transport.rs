//! The sandbox as seen from the engine: it runs in the page, so the page is asked.
use super::protocol::Tell;
use crate::arm::{LocalFuture, Request, Response, Transport, TransportError};
use crate::browser::worker;
use futures_util::future::poll_fn;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::task::{Poll, Waker};

type Answer = Result<Response, TransportError>;

/// Where an answer is waited for.
#[derive(Default)]
struct Slot {
    answer: Option<Answer>,
    waker: Option<Waker>,
}

/// Asks the page. Clones share the questions.
#[derive(Clone, Default)]
pub struct PageTransport {
    open: Rc<RefCell<BTreeMap<u32, Rc<RefCell<Slot>>>>>,
    last: Rc<RefCell<u32>>,
}

impl PageTransport {
    /// The page answered.
    pub fn answered(&self, request: u32, answer: Answer) {
        if let Some(slot) = self.open.borrow_mut().remove(&request) {
            let mut slot = slot.borrow_mut();
            slot.answer = Some(answer);
            if let Some(waker) = slot.waker.take() {
                waker.wake();
            }
        }
    }
}

impl Transport for PageTransport {
    fn send(&self, request: Request) -> LocalFuture<'_, Answer> {
        let number = {
            let mut last = self.last.borrow_mut();
            *last = last.wrapping_add(1);
            *last
        };
        let slot = Rc::new(RefCell::new(Slot::default()));
        self.open.borrow_mut().insert(number, slot.clone());
        let tell = Tell::Request { request: number, url: request.url, headers: request.headers };
        worker::tell(&tell.to_json(), None);
        Box::pin(poll_fn(move |context| {
            let mut slot = slot.borrow_mut();
            match slot.answer.take() {
                Some(answer) => Poll::Ready(answer),
                None => {
                    slot.waker = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        }))
    }
}
