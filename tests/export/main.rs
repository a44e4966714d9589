//! Files: the golden files, round trips over hostile text, the real file, and what is refused.
mod account_center;
mod file_names;
mod focus;
mod goldens;
mod lists;
mod places;
mod priced;
mod reader;
mod records;
mod spreadsheets;
mod statements;
mod sums;
mod tables;
#[allow(dead_code, reason = "the example needs more of it")]
mod tenant;
mod usage;
mod workbooks;
mod xlsx;
