//! Signals: session, preferences, filters ↔ URL, notifications, and what is fetched.
//!
//! Comes in: every pure room, browser, leptos. Never: ui.
mod access;
mod address;
mod boot;
mod config;
mod engine;
mod engine_order;
mod estate;
mod explore_query;
mod explored;
mod explorer;
mod export_choice;
mod fetch;
mod file_job;
mod inbox;
mod missing;
mod names;
mod notifications;
mod own;
mod own_choice;
mod own_file;
mod papers;
mod preferences;
mod query;
mod session;
mod statement;
mod subscription_access;
mod table_choice;
mod token;
mod wanted;
mod words;

pub use access::*;
pub use address::*;
pub use boot::*;
pub use config::*;
pub use engine::EngineFile;
pub use estate::*;
pub use explore_query::*;
use explorer::{Explorer, Question};
pub use explorer::{ExplorerError, ask_explorer};
pub use export_choice::ExportChoice;
pub use fetch::*;
pub use file_job::*;
pub use missing::*;
pub use names::*;
pub use notifications::*;
pub use own::*;
pub use own_choice::OwnForm;
pub use own_file::*;
pub use papers::*;
pub use preferences::*;
pub use query::*;
pub use session::*;
pub use statement::*;
pub use subscription_access::*;
pub use table_choice::TableChoice;
pub use token::*;
pub use wanted::{OwnOrder, Wanted, ask_place, goes_to_disk, set_goes_to_disk};
pub use words::*;

// What the pages need of the rooms below goes through this one: they ask neither the API nor the browser themselves.
pub use crate::arm::{ArmError, Client, Directory, LocalFuture, Me, Persona};
pub use crate::browser::files::{Dropped, chosen_in};
pub use crate::browser::own::Opened;
pub use crate::browser::sandbox::StorageState;
pub use crate::browser::{clock, page};
pub use crate::engine::protocol::{Order, TableOrder};
// What is told of a file of the person's own.
pub use crate::explore::{
    DayOrder, DecimalMark, Dialect, Encoding, Expected, ExploreError, Family, LineEnd, Note, Section,
};
pub use crate::explorer::protocol::{
    ColumnFacts, FileFacts, GroupFacts, GroupSort, Look, Said, TableFacts, Trouble, What, Writing,
};
// Callbacks must be sendable; the client never leaves its thread.
pub use send_wrapper::SendWrapper;
