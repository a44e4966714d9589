//! Files: the golden files, round trips over hostile text, the real file, and what is refused.
mod account_center;
mod file_names;
mod lists;
mod priced;
mod records;
mod spreadsheets;
mod statements;
mod sums;
mod usage;
mod xlsx;
