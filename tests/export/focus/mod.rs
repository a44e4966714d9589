//! FOCUS: each rule of the mapping, the specification's scenarios, Microsoft's rows, the golden files, laws over any record.
pub mod files;
mod laws;
pub mod records;
mod round_trip;
mod rules;
mod samples;
