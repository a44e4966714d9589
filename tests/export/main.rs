//! Files: the golden files, round trips over hostile text, the real file, and what is refused.
mod account_center;
mod cost_details;
mod file_names;
mod lists;
mod pay_as_you_go;
mod records;
mod spreadsheets;
mod statements;
mod sums;
mod xlsx;
