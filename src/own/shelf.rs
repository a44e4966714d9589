//! What is kept of files, resources and the places they belong to.
use super::id::Names;
use super::kind::Kind;
use chrono::NaiveDate;

/// A file.
#[derive(Debug, Default)]
pub(super) struct File {
    /// Its name.
    pub name: String,
    /// It holds what was derived.
    pub is_derived: bool,
    pub text: String,
    /// Bytes on disk.
    pub bytes: usize,
    /// How much is wrong with it.
    pub problems: usize,
}

/// A resource: where its text stands, and what was found to sort and to filter it by.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub kind: Kind,
    pub file: u32,
    pub start: usize,
    pub end: usize,
    /// Its fields are to be put back under `properties`.
    pub flat: bool,
    /// How many fields are not `null`; none for what was derived.
    pub filled: u32,
    /// The list it stood in; [`ALONE`] when in none.
    pub page: u32,
    pub place: u32,
    pub parent: u32,
    /// Its name in lower case, and the other name it goes by, if any.
    pub name: Box<str>,
    pub alias: Box<str>,
    /// Day of usage, date of an invoice.
    pub day: Option<NaiveDate>,
    /// Period of an invoice.
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

/// No list.
pub(super) const ALONE: u32 = u32::MAX;

/// What is told about a place besides its names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Hint {
    Account,
    Profile,
    Section,
    Customer,
    Subscription,
    Agreement,
    Currency,
    Offer,
}

/// Somewhere that resources belong to.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub names: Names,
    pub hints: [String; 8],
    /// Holds usage of a pay-as-you-go subscription or of an enrollment.
    pub has_legacy_usage: bool,
}

impl Place {
    pub fn hint(&self, hint: Hint) -> &str {
        self.hints.get(hint as usize).map_or("", String::as_str)
    }

    pub fn fill(&mut self, hint: Hint, text: &str) {
        if let Some(place) = self.hints.get_mut(hint as usize).filter(|place| place.is_empty()) {
            text.clone_into(place);
        }
    }
}

/// A list as it was saved.
#[derive(Debug)]
pub(super) struct Page {
    pub file: u32,
    /// The link to the next page; empty when there is none.
    pub link: String,
    /// How many there are in all, where that is told.
    pub total: Option<u64>,
}
