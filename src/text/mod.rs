//! Words in English, Dutch and Swedish, and how money, numbers, dates and months read in each.
//!
//! Comes in: billing, chrono's types, rust_decimal. Never: leptos, the browser. Language and regional format are chosen
//! apart; what belongs to both hangs on [`Locale`].
mod format;
mod locale;
mod names;
mod word;
pub mod words;

pub use format::*;
pub use locale::*;
pub use names::*;
pub use word::*;
