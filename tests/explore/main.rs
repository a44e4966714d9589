//! A file of the person's own: what it is recognised as, how it is read, found in, sorted, grouped and written back.
#![cfg(not(target_arch = "wasm32"))]

mod exported;
mod exported_focus;
mod hostile;
mod notations;
mod reading;
mod recognition;
mod samples;
mod support;
mod views;
