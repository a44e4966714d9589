//! Everything visible: `kit` (components that know no billing), `shell` (the frame around every page), `blades` (one folder a
//! page, `model.rs` pure and `view.rs`), and the places they live at.
//!
//! Comes in: kit, shell, state, billing, text, export. Never: one blade in another.
mod app;
pub mod blades;
pub mod dom;
pub mod files;
pub mod kit;
pub mod papers;
pub mod parts;
pub mod routes;
pub mod shell;
pub mod tables;

pub use app::App;
pub(crate) use factuur_view::view;
