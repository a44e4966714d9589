//! The start of the explorer.
use super::desk::Desk;
use super::protocol::Ask;
use crate::browser::worker;

/// Hears the page from now on. What cannot be read is passed over: page and explorer are of one build.
pub fn run() {
    let desk = Desk::default();
    worker::listen(move |json, beside| {
        if let Some(ask) = Ask::from_json(&json) {
            desk.hear(ask, beside);
        }
    });
}
