//! Where the page is: its path and its query as signals, kept in step with the address bar. Links of the site, *Back* and
//! *Forward* change them without loading the site again.
use crate::browser::{clock, history, page};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// What a new address means for the steps of *Back* and for what is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Travel {
    /// Another page: a step of its own, shown from its top.
    Page,
    /// Something else in the same page: a step of its own.
    Within,
    /// Belongs to the step before: takes its place.
    Replace,
}

/// The address of the page, without the site's origin.
#[derive(Clone, Copy)]
pub struct Address {
    /// The path below the site's base, as it is in the bar, with its slash.
    pub path: RwSignal<String>,
    /// The query with its question mark, or nothing.
    pub search: RwSignal<String>,
}

impl Address {
    /// Reads the address bar and follows it.
    pub fn follow() -> Address {
        let address = Address { path: RwSignal::new(String::new()), search: RwSignal::new(String::new()) };
        address.read();
        history::place_oneself();
        let travelled = window_event_listener(ev::popstate, move |_| address.travelled());
        let clicked = window_event_listener(ev::click, move |event| {
            if let Some(link) = history::link_of(&event) {
                event.prevent_default();
                address.go(&link, Travel::Page);
            }
        });
        on_cleanup(move || {
            travelled.remove();
            clicked.remove();
        });
        address
    }

    /// Goes to an address of this site: a path with the site's base, and a query.
    pub fn go(self, address: &str, travel: Travel) {
        history::write(address, travel == Travel::Replace);
        self.read();
        if travel == Travel::Page {
            history::scroll_up();
        }
    }

    /// *Back* and *Forward*: the page is shown where it was left, as soon as it is that long again.
    fn travelled(self) {
        let before = self.path.get_untracked();
        self.read();
        let here = (self.path.get_untracked(), self.search.get_untracked());
        let Some(down) = history::read_to() else {
            if here.0 != before {
                history::scroll_up();
            }
            return;
        };
        leptos::task::spawn_local(async move {
            for _ in 0..60 {
                clock::sleep(Duration::from_millis(50)).await;
                let now = (self.path.try_get_untracked(), self.search.try_get_untracked());
                if now != (Some(here.0.clone()), Some(here.1.clone())) || history::scroll_down(down) {
                    return;
                }
            }
        });
    }

    fn read(self) {
        let (path, search) = history::here();
        let path = path.strip_prefix(page::base().trim_end_matches('/')).map(str::to_owned).unwrap_or(path);
        for (signal, value) in [(self.path, path), (self.search, search)] {
            if signal.with_untracked(|before| *before != value) {
                signal.set(value);
            }
        }
    }
}

/// The address of this page.
pub fn use_address() -> Address {
    // The app provides it before anything is drawn; a component mounted alone (a test) follows the bar by itself.
    use_context().unwrap_or_else(Address::follow)
}
