//! FOCUS: each rule of the mapping, the specification's scenarios, Microsoft's rows, the golden files, laws over any record.
mod files;
mod laws;
mod records;
mod rules;
mod samples;
