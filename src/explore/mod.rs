//! A usage file of the person's own: recognised, kept in columns, filtered, sorted, grouped, written back.
//!
//! Comes in: billing, arm's JSON reader, export (what a cell is, the rules of safe text), memchr, hashbrown, rustc-hash,
//! rust_decimal, chrono's types, thiserror. Never: the browser, Leptos, floats. A file goes in piece by piece through a
//! [`Reader`]; what comes out is [`Opened`], whose [`Table`]s keep every text as it stood, each text of a column once. A
//! [`View`] is a choice of rows in an order. Values are read out of the texts when they are asked for.
mod classes;
mod decode;
mod dialect;
mod dictionary;
mod error;
mod fault;
mod find;
mod focus;
mod group;
mod known;
mod measure;
mod misfit;
mod notation;
mod order;
mod reader;
mod recognise;
mod rows;
mod sections;
mod settle;
mod sum;
mod table;
mod view;
mod write_back;

pub use dialect::{DayOrder, DecimalMark, Dialect, Encoding, LineEnd, Quoting};
pub use error::{Expected, ExploreError, Note};
pub use group::{Group, GroupOrder, Groups};
pub use measure::{Currency, Measure};
pub use reader::{Choices, Opened, Reader};
pub use recognise::{Family, KnownColumn, Recognised, recognise};
pub use sections::Section;
pub use sum::Sum;
pub use table::{Table, TableColumn, Value};
pub use view::{Condition, Query, SortKey, View};
pub use write_back::WriteBack;
