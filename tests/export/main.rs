//! Files: the golden cost-details file, round trips over hostile text, and what is refused.
mod cost_details;
mod records;
mod sums;
