//! The start of the engine.
use super::jobs::Jobs;
use super::protocol::Ask;
use crate::browser::worker;

/// Hears the page from now on. What cannot be read is passed over: page and engine are of one build.
pub fn run() {
    let jobs = Jobs::default();
    worker::listen(move |json, beside| {
        if let Some(ask) = Ask::from_json(&json) {
            jobs.hear(ask, beside);
        }
    });
}
