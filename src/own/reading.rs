//! Files, one after the other, and what is in them.
use super::OwnFiles;
use super::belong::names;
use super::element::Element;
use super::id::{Id, Names};
use super::index::{Index, order};
use super::kind::Kind;
use super::problem::{Problem, Trouble, quoted};
use super::scan::{Found, scan};
use super::shelf::{ALONE, File, Hint, Item, Page, Place};
use super::summary::{self, Incomplete};
use super::{complete, derive, settle, text, usage};
use crate::arm::wire;
use std::cmp::Ordering;
use std::ops::Range;

/// Problems of a file that are told one by one.
const MOST_PROBLEMS: usize = 50;

/// Reads files one by one.
#[derive(Debug, Default)]
pub struct Reading {
    pub(super) files: Vec<File>,
    pub(super) items: Vec<Item>,
    pub(super) rows: Vec<Item>,
    pub(super) places: Vec<Place>,
    pub(super) parents: Vec<String>,
    pub(super) pages: Vec<Page>,
    pub(super) problems: Vec<Problem>,
    pub(super) incomplete: Vec<Incomplete>,
    known_places: Index,
    known_parents: Index,
}

impl Reading {
    /// No files yet.
    pub fn new() -> Reading {
        Reading::default()
    }

    /// Reads one more file. What is wrong with it is kept, and the other files are none the worse for it.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        let (file, length) = (self.files.len(), bytes.len());
        let (text, broken) = match text::decode(bytes) {
            Ok(text) => (text, None),
            Err(good) => (good, Some(Trouble::NotText)),
        };
        let read = scan(&text);
        self.files.push(File { name, bytes: length, ..File::default() });
        match (broken, read) {
            (Some(trouble), _) => self.complain(file, &text, text.len(), trouble),
            (None, Err(fault)) => {
                let found = text.get(fault.at..).and_then(|rest| rest.chars().next());
                self.complain(file, &text, fault.at, Trouble::Syntax { expected: fault.what, found });
            }
            (None, Ok(found)) if found.is_empty() => self.complain(file, &text, 0, Trouble::Empty),
            (None, Ok(all)) => {
                for found in all {
                    self.list(file, &text, found);
                }
                if let Some(file) = self.files.get_mut(file) {
                    file.text = text;
                }
            }
        }
    }

    /// Everything that was read, as an account that can be looked at.
    pub fn finish(mut self) -> OwnFiles {
        settle::settle(&mut self);
        let repeated = settle::dedupe(&mut self);
        derive::derive(&mut self);
        for file in self.files.iter().filter(|file| file.problems > MOST_PROBLEMS) {
            let trouble = Trouble::More { count: file.problems - MOST_PROBLEMS };
            self.problems.push(Problem { file: file.name.clone(), line: 1, column: 1, trouble });
        }
        let items = std::mem::take(&mut self.items);
        self.items = sorted(items, &|one, other| {
            let newest = if one.kind == Kind::Invoice { other.day.cmp(&one.day) } else { Ordering::Equal };
            one.kind.cmp(&other.kind).then(newest)
        });
        self.rows = sorted(std::mem::take(&mut self.rows), &|one, other| one.day.cmp(&other.day));
        let (pages, incomplete) = (std::mem::take(&mut self.pages), std::mem::take(&mut self.incomplete));
        let mut own = OwnFiles {
            sources: usage::sources(&self.rows),
            files: self.files,
            items: self.items,
            rows: self.rows,
            places: self.places,
            parents: self.parents,
            problems: self.problems,
            summary: summary::Summary::default(),
        };
        own.summary = summary::of(&own, &repeated, complete::incomplete(&own, &pages, incomplete));
        own
    }

    /// Keeps what is wrong at a byte of a file; of a file that goes on being wrong, how often.
    pub(super) fn complain(&mut self, file: usize, text: &str, at: usize, trouble: Trouble) {
        let Some(file) = self.files.get_mut(file) else { return };
        file.problems += 1;
        if file.problems > MOST_PROBLEMS {
            return;
        }
        let (line, column) = text::place(text, at);
        self.problems.push(Problem { file: file.name.clone(), line, column, trouble });
    }

    fn list(&mut self, file: usize, text: &str, found: Found) {
        if found.is_error && !found.is_list && !found.has_id {
            let all = found.elements.first().and_then(|at| text.get(at.clone())).unwrap_or_default();
            let error = wire::service_error(all.as_bytes());
            let trouble = Trouble::ServiceError { code: quoted(&error.code), message: quoted(&error.message) };
            return self.complain(file, text, found.start, trouble);
        }
        if found.is_list && found.elements.is_empty() && found.link.is_empty() {
            return self.complain(file, text, found.start, Trouble::EmptyList);
        }
        let page = if found.is_list { self.pages.len() as u32 } else { ALONE };
        let field = if text.get(found.start..).is_some_and(|rest| rest.starts_with('{')) { "value" } else { "" };
        for (at, element) in found.elements.into_iter().enumerate() {
            let path = if found.is_list { format!("{field}[{at}]") } else { String::from("the file") };
            self.element((file, page), text, &path, element);
        }
        if found.is_list {
            self.pages.push(Page { file: file as u32, link: found.link, total: found.total });
        }
    }

    fn element(&mut self, (file, page): (usize, u32), text: &str, path: &str, at: Range<usize>) {
        let source = text.get(at.clone()).unwrap_or_default();
        let path = || path.to_owned();
        if !source.starts_with('{') {
            let trouble = Trouble::NotAResource { path: path(), found: source.chars().take(40).collect() };
            return self.complain(file, text, at.start, trouble);
        }
        let element = Element::read(source);
        let scope = Id::parse(element.fact("id")).map(|id| id.path()).unwrap_or_default();
        match self.item((file, page), &at, &element) {
            Ok(item) if item.kind == Kind::Usage => self.rows.push(item),
            Ok(item) => self.items.push(item),
            Err(trouble) => {
                let trouble = match trouble {
                    Refused::NoId => {
                        let named = element.fact("type");
                        let found = quoted(if named.is_empty() { &element.fields } else { named });
                        Trouble::NoId { path: path(), found }
                    }
                    Refused::BadId => Trouble::BadId { path: path(), id: quoted(element.fact("id")) },
                    Refused::Unknown => {
                        let found = quoted(element.first(&["type", "id"]));
                        Trouble::UnknownKind { path: path(), found }
                    }
                    Refused::NoUsageKind => Trouble::NoUsageKind { path: path() },
                    Refused::NoUsageDay => Trouble::NoUsageDay { path: path() },
                };
                return self.complain(file, text, at.start, trouble);
            }
        }
        for list in element.inner {
            if list.has_more {
                let kind = Kind::of(&list.field).unwrap_or(Kind::Profile);
                let files = self.files.get(file).map(|file| file.name.clone()).into_iter().collect();
                self.incomplete.push(Incomplete { kind, scope: scope.clone(), files, pages: 1, elements: None });
            }
            for (place, inner) in list.elements.into_iter().enumerate() {
                let path = format!("{}.{}.value[{place}]", path(), list.field);
                self.element((file, ALONE), text, &path, at.start + inner.start..at.start + inner.end);
            }
        }
    }

    fn item(&mut self, (file, page): (usize, u32), at: &Range<usize>, element: &Element<'_>) -> Result<Item, Refused> {
        let written = element.fact("id");
        if written.is_empty() {
            return Err(Refused::NoId);
        }
        let id = Id::parse(written).filter(|id| !id.name.is_empty()).ok_or(Refused::BadId)?;
        let kind = id.kind.ok_or(Refused::Unknown)?;
        let day = |name| wire::day(element.fact(name), name).ok().flatten();
        let mut legacy = false;
        if kind == Kind::Usage {
            legacy = match element.fact("kind") {
                word if word.eq_ignore_ascii_case("legacy") => true,
                word if word.eq_ignore_ascii_case("modern") => false,
                _ => return Err(Refused::NoUsageKind),
            };
            day("date").ok_or(Refused::NoUsageDay)?;
        }
        let names = names(kind, id.names, element, legacy);
        if names.account.is_empty() && names.subscription.is_empty() {
            return Err(Refused::Unknown);
        }
        let alias = if kind == Kind::Subscription { &names.subscription } else { element.fact("name") };
        let alias = if alias.eq_ignore_ascii_case(&id.name) { "" } else { alias };
        let item = Item {
            kind,
            file: file as u32,
            start: at.start,
            end: at.end,
            flat: element.flat,
            filled: element.filled.max(1),
            page,
            alias: alias.to_ascii_lowercase().into(),
            name: id.name.to_ascii_lowercase().into(),
            day: if kind == Kind::Invoice { day("invoiceDate") } else { day("date") },
            from: day("invoicePeriodStartDate"),
            until: day("invoicePeriodEndDate"),
            parent: self.parent(id.parent),
            place: self.place(names, element, kind, legacy),
        };
        Ok(item)
    }

    /// The number of what something hangs below.
    pub(super) fn parent(&mut self, parent: String) -> u32 {
        let (number, is_new) = self.known_parents.number(parent.clone());
        if is_new {
            self.parents.push(parent);
        }
        number
    }

    /// The number of a place. What an element tells about it is kept; of usage rows the first one of a place is asked.
    fn place(&mut self, names: Names, element: &Element<'_>, kind: Kind, legacy: bool) -> u32 {
        let before = self.places.len();
        let at = self.named(names);
        if kind == Kind::Usage && self.places.len() == before {
            return at;
        }
        let Some(place) = self.places.get_mut(at as usize) else { return at };
        place.has_legacy_usage |= legacy;
        let profile: &[&str] = if legacy { &[] } else { &["billingProfileDisplayName", "billingProfileName"] };
        let told: [(Hint, &[&str]); 8] = [
            (Hint::Account, &["billingAccountDisplayName", "billingAccountName"]),
            (Hint::Profile, profile),
            (Hint::Section, &["invoiceSectionDisplayName", "invoiceSectionName"]),
            (Hint::Customer, &["customerDisplayName", "customerName"]),
            (Hint::Subscription, &["subscriptionDisplayName", "subscriptionName"]),
            (Hint::Agreement, &["agreementType", "billingAccountAgreementType"]),
            (Hint::Currency, &["billingCurrencyCode", "billingCurrency", "currency"]),
            (Hint::Offer, &["offerId"]),
        ];
        for (hint, names) in told {
            place.fill(hint, element.first(names));
        }
        at
    }

    /// The number of a place about which nothing more is told.
    pub(super) fn named(&mut self, names: Names) -> u32 {
        let (number, is_new) = self.known_places.number(names.key());
        if is_new {
            self.places.push(Place { names, ..Place::default() });
        }
        number
    }
}

fn sorted(items: Vec<Item>, compare: &dyn Fn(&Item, &Item) -> Ordering) -> Vec<Item> {
    let order = order(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<Item>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| items.get_mut(at)?.take()).collect()
}

enum Refused {
    NoId,
    BadId,
    Unknown,
    NoUsageKind,
    NoUsageDay,
}
