//! The contract's JSON, one file per area. Every field may be missing or `null` and unknown ones are passed over (contract,
//! "How to read it"); an object turns into a `billing` type at the door, and names the field when it cannot.
mod account;
mod date;
mod envelope;
mod error;
mod extension;
mod fields;
mod invoice;
mod profile;
mod role;
mod section;
mod sink;
mod subscription;
mod subscription_extension;
mod transaction;
mod usage;
mod usage_names;

pub use crate::json::Broken;
pub(crate) use crate::json::{Fault, Json, Reader, Value};
pub(crate) use account::*;
pub(crate) use date::*;
pub(crate) use envelope::*;
pub(crate) use error::*;
pub(crate) use extension::*;
pub(crate) use invoice::*;
pub(crate) use profile::*;
pub(crate) use role::*;
pub(crate) use section::*;
pub(crate) use sink::Fields;
pub(crate) use subscription::*;
pub(crate) use subscription_extension::*;
pub(crate) use transaction::*;
pub(crate) use usage::usage_records;
pub use usage::{EachRecord, PageEnd, UsageKind};

use crate::arm::DecodeError;
