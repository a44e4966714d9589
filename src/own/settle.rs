//! What belongs to which account, and what stands in the files more than once.
use super::agree::difference;
use super::derive::Told;
use super::id::DEFAULT;
use super::kind::Kind;
use super::problem::{Trouble, quoted};
use super::reading::Reading;
use super::shelf::Item;
use std::collections::BTreeMap;

/// Finds the accounts of what only names a subscription: `default` stands for the account in the ids of its invoices. It is
/// the account that another file names for that subscription; else the only account there is, unless its agreement bills
/// profiles; else it stays `default`.
pub(super) fn settle(reading: &mut Reading) {
    let is_open = |name: &str| name.is_empty() || name.eq_ignore_ascii_case(DEFAULT);
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let mut accounts: Vec<&str> = Vec::new();
    for names in reading.places.iter().map(|place| &place.names).filter(|names| !is_open(&names.account)) {
        if !names.subscription.is_empty() {
            known.entry(names.subscription.to_ascii_lowercase()).or_insert_with(|| names.account.clone());
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
        let account = known.get(&place.names.subscription.to_ascii_lowercase()).unwrap_or(&only);
        account.clone_into(&mut place.names.account);
    }
}

/// Takes out what stands in the files again; how many of each kind. Of two texts of a resource the one with more fields
/// stays, else the later one. The usage rows of an id stay as the last file has them: in one list the same id may stand more
/// than once, and it is not for us to say that it should not.
pub(super) fn dedupe(reading: &mut Reading) -> BTreeMap<Kind, usize> {
    let mut repeated = BTreeMap::new();
    let key = |reading: &Reading, item: &Item| {
        let account = reading.places.get(item.place as usize).map(|place| place.names.account.to_ascii_lowercase());
        match item.kind {
            // The same invoice goes by the id of the account, of the profile and of the subscription.
            Kind::Invoice | Kind::Subscription => (item.kind, account.unwrap_or_default(), item.name.clone()),
            _ => (item.kind, item.parent.to_string(), item.name.clone()),
        }
    };
    let mut items = std::mem::take(&mut reading.items);
    let mut order: Vec<_> = items.iter().enumerate().map(|(at, item)| (key(reading, item), at)).collect();
    order.sort();
    let mut gone = vec![false; items.len()];
    let mut kept: Option<usize> = None;
    for (at, (name, item)) in order.iter().enumerate() {
        let same = at.checked_sub(1).and_then(|before| order.get(before)).is_some_and(|(before, _)| before == name);
        kept = match kept.filter(|_| same) {
            None => Some(*item),
            Some(best) => match (items.get(best), items.get(*item)) {
                (Some(one), Some(other)) => {
                    *repeated.entry(other.kind).or_insert(0) += 1;
                    compare(reading, one, other);
                    let (stays, goes) = if other.filled >= one.filled { (*item, best) } else { (best, *item) };
                    mark(&mut gone, goes);
                    Some(stays)
                }
                _ => Some(best),
            },
        };
    }
    keep(&mut items, &gone);
    reading.items = items;
    let mut rows = std::mem::take(&mut reading.rows);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|one, other| rows.get(*one).map(named).cmp(&rows.get(*other).map(named)));
    let mut gone = vec![false; rows.len()];
    for group in order.chunk_by(|one, other| rows.get(*one).map(named) == rows.get(*other).map(named)) {
        let last = group.last().and_then(|at| rows.get(*at));
        for (at, row) in group.iter().filter_map(|at| Some((*at, rows.get(at.to_owned())?))) {
            let Some(last) = last.filter(|last| last.file != row.file) else { continue };
            *repeated.entry(Kind::Usage).or_insert(0) += 1;
            if group.len() == 2 {
                compare(reading, row, last);
            }
            mark(&mut gone, at);
        }
    }
    keep(&mut rows, &gone);
    reading.rows = rows;
    repeated
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
