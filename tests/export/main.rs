//! Files: the golden cost-details file, round trips over hostile text, and what is refused.
mod cost_details;
mod file_names;
mod lists;
mod records;
mod sums;
