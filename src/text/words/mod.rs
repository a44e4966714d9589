//! The catalogue: one module per place, a row per text. Labels are Azure's; where the older documents' machine translation
//! is wrong, they are corrected by hand, and the older label is kept for the search.
pub mod common;
pub mod time;

use super::Word;

/// Every module's name and rows: what the tests go through.
pub const CATALOGUE: &[(&str, &[(&str, Word)])] = &[("common", common::ALL), ("time", time::ALL)];
