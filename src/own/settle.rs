//! What belongs to which account, and what stands in the files more than once.
use super::agree::difference;
use super::derive::Told;
use super::id::DEFAULT;
use super::index::{Index, order};
use super::kind::Kind;
use super::problem::{Trouble, quoted};
use super::reading::Reading;
use super::shelf::Item;

/// Finds the accounts of what only names a subscription: `default` stands for the account in the ids of its invoices. It is
/// the account that another file names for that subscription; else the only account there is, unless its agreement bills
/// profiles; else it stays `default`.
pub(super) fn settle(reading: &mut Reading) {
    let is_open = |name: &str| name.is_empty() || name.eq_ignore_ascii_case(DEFAULT);
    let (mut known, mut theirs) = (Index::default(), Vec::new());
    let mut accounts: Vec<&str> = Vec::new();
    for names in reading.places.iter().map(|place| &place.names).filter(|names| !is_open(&names.account)) {
        if !names.subscription.is_empty() && known.number(names.subscription.to_ascii_lowercase()).1 {
            theirs.push(names.account.clone());
        }
        if !accounts.iter().any(|account| account.eq_ignore_ascii_case(&names.account)) {
            accounts.push(&names.account);
        }
    }
    let only = match accounts.as_slice() {
        [only] if !Told::of(&reading.places).bills_profiles(only) => (*only).to_owned(),
        _ => DEFAULT.to_owned(),
    };
    for place in reading.places.iter_mut().filter(|place| is_open(&place.names.account)) {
        let known = known.find(&place.names.subscription.to_ascii_lowercase());
        let account = known.and_then(|at| theirs.get(at)).unwrap_or(&only);
        account.clone_into(&mut place.names.account);
    }
}

/// Takes out what stands in the files again; how many of each kind. Of two texts of a resource the one with more fields
/// stays, else the later one. The usage rows of an id stay as the last file has them: in one list the same id may stand more
/// than once, and it is not for us to say that it should not.
pub(super) fn dedupe(reading: &mut Reading) -> Repeated {
    let mut repeated = Repeated::default();
    let mut items = std::mem::take(&mut reading.items);
    let mut gone = vec![false; items.len()];
    let (mut known, mut best) = (Index::default(), Vec::new());
    for (at, item) in items.iter().enumerate() {
        let (number, is_new) = known.number(key(reading, item));
        let Some(kept) = best.get_mut(number as usize).filter(|_| !is_new) else {
            best.push(at);
            continue;
        };
        let Some(before) = items.get(*kept) else { continue };
        repeated.count(item.kind);
        compare(reading, before, item);
        let goes = if item.filled >= before.filled { std::mem::replace(kept, at) } else { at };
        mark(&mut gone, goes);
    }
    keep(&mut items, &gone);
    reading.items = items;
    let mut rows = std::mem::take(&mut reading.rows);
    let by_name = |one: usize, other: usize| rows.get(one).map(named).cmp(&rows.get(other).map(named));
    let order = order(rows.len(), &by_name);
    let mut gone = vec![false; rows.len()];
    for group in order.chunk_by(|one, other| by_name(*one, *other).is_eq()) {
        let Some(last) = group.last().and_then(|at| rows.get(*at)) else { continue };
        for at in group {
            let Some(row) = rows.get(*at).filter(|row| row.file != last.file) else { continue };
            repeated.count(Kind::Usage);
            if group.len() == 2 {
                compare(reading, row, last);
            }
            mark(&mut gone, *at);
        }
    }
    keep(&mut rows, &gone);
    reading.rows = rows;
    repeated
}

/// How many of each kind stood in the files again.
#[derive(Debug, Default)]
pub(super) struct Repeated([usize; Kind::ALL.len()]);

impl Repeated {
    fn count(&mut self, kind: Kind) {
        if let Some(count) = self.0.get_mut(kind as usize) {
            *count += 1;
        }
    }

    pub fn of(&self, kind: Kind) -> usize {
        self.0.get(kind as usize).copied().unwrap_or_default()
    }
}

/// What two texts of one resource have in common. The same invoice goes by the id of the account, of the profile and of the
/// subscription.
fn key(reading: &Reading, item: &Item) -> String {
    let above = match (item.kind, reading.places.get(item.place as usize)) {
        (Kind::Invoice | Kind::Subscription, Some(place)) => place.names.account.to_ascii_lowercase(),
        _ => item.parent.to_string(),
    };
    format!("{}/{above}/{}", item.kind.collection(), item.name)
}

fn named(row: &Item) -> (u32, &str) {
    (row.parent, &row.name)
}

fn mark(gone: &mut [bool], at: usize) {
    if let Some(gone) = gone.get_mut(at) {
        *gone = true;
    }
}

fn keep(items: &mut Vec<Item>, gone: &[bool]) {
    let mut gone = gone.iter();
    items.retain(|_| gone.next() != Some(&true));
}

fn compare(reading: &mut Reading, one: &Item, other: &Item) {
    let file = |item: &Item| reading.files.get(item.file as usize);
    let (Some(mine), Some(theirs)) = (file(other), file(one)) else { return };
    let source = |text: &str, item: &Item| text.get(item.start..item.end).unwrap_or_default().to_owned();
    let (now, before) = (source(&mine.text, other), source(&theirs.text, one));
    let Some(field) = (now != before).then(|| difference(&before, &now)).flatten() else { return };
    let (name, field, other_file) = (quoted(&other.name), quoted(&field), theirs.name.clone());
    let trouble = Trouble::Differs { kind: other.kind, name, field, other: other_file };
    let at = other.file as usize;
    // The text is lent for the time of the complaint: a copy of a large file would be felt.
    let text = reading.files.get_mut(at).map(|file| std::mem::take(&mut file.text)).unwrap_or_default();
    reading.complain(at, &text, other.start, trouble);
    if let Some(file) = reading.files.get_mut(at) {
        file.text = text;
    }
}
