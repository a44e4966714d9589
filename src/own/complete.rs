//! Lists of which pages are missing.
use super::OwnFiles;
use super::answer::{is_in, wanted};
use super::call::Call;
use super::id::Id;
use super::index::Index;
use super::kind::Kind;
use super::shelf::{Item, Page};
use super::summary::Incomplete;
use chrono::{Datelike, NaiveDate};

type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// The pages of one list that lead on.
#[derive(Default)]
struct Chain<'a> {
    links: Vec<&'a str>,
    days: Days,
    files: Vec<u32>,
    total: Option<u64>,
}

/// The lists that go on in no file. A page holds no address of its own: of a list whose links are known, every page counts
/// that holds nothing but what this list would hold. So many links lead to so many pages besides the first. Where the
/// service says how many elements there are, they are counted too.
///
/// A page that is missing between two others is only found by that count.
pub(super) fn incomplete(own: &OwnFiles, pages: &[Page], mut found: Vec<Incomplete>) -> Vec<Incomplete> {
    let (mut known, mut chains) = (Index::default(), Vec::<Chain<'_>>::new());
    for page in pages.iter().filter(|page| !page.link.is_empty()) {
        let call = Call::read(&page.link);
        let path = call.id.as_ref().map_or_else(|| page.link.clone(), |id| format!("{}/{}", id.parent, id.collection));
        let days = call.days().unwrap_or_default();
        let day = |day: Option<NaiveDate>| day.map_or(0, |day| day.num_days_from_ce());
        let key = format!("{} {} {}", path.to_ascii_lowercase(), day(days.0), day(days.1));
        let (number, is_new) = known.number(key);
        if is_new {
            chains.push(Chain { days, ..Chain::default() });
        }
        let Some(chain) = chains.get_mut(number as usize) else { continue };
        if !chain.links.contains(&page.link.as_str()) {
            chain.links.push(&page.link);
        }
        chain.files.push(page.file);
        chain.total = chain.total.max(page.total);
    }
    for chain in chains {
        let link = chain.links.first().copied().unwrap_or_default();
        let call = Call::read(link);
        let kind = call.id.as_ref().and_then(|id| id.kind);
        let (there, elements) = match (&call.id, kind) {
            (Some(id), Some(kind)) => held(own, pages.len(), id, kind, chain.days),
            _ => (0, 0),
        };
        let missing = (chain.links.len() + 1).saturating_sub(there.max(1));
        let left = chain.total.map(|total| total.saturating_sub(elements));
        let pages = match left {
            Some(0) => 0,
            Some(_) => missing.max(1),
            None => missing,
        };
        if pages > 0 {
            let name = |file: u32| own.files.get(file as usize).map(|file| file.name.clone());
            found.push(Incomplete {
                kind: kind.unwrap_or(Kind::Account),
                scope: call.id.map(|id| id.parent).unwrap_or_default(),
                files: chain.files.iter().filter_map(|file| name(*file)).collect(),
                pages,
                elements: left,
            });
        }
    }
    found
}

/// How many pages hold nothing but elements of a list, and how many elements of it there are in all.
fn held(own: &OwnFiles, pages: usize, id: &Id, kind: Kind, (from, until): Days) -> (usize, u64) {
    let wanted = wanted(id, kind);
    let mut mine = vec![None; pages];
    let mut elements = 0;
    let is_mine = |item: &Item| {
        let day = if kind == Kind::Usage { item.day } else { item.until.or(item.day) };
        let is_here = if kind == Kind::Usage { own.parent(item) == id.parent } else { is_in(own, item, id, &wanted) };
        let in_days = from.is_none_or(|from| day.is_none_or(|day| day >= from))
            && until.is_none_or(|until| item.from.or(item.day).is_none_or(|day| day <= until));
        item.kind == kind && item.filled > 0 && is_here && in_days
    };
    for item in own.items.iter().chain(&own.rows) {
        let is_mine = is_mine(item);
        elements += u64::from(is_mine);
        if let Some(page) = mine.get_mut(item.page as usize) {
            *page = Some(page.unwrap_or(true) && is_mine);
        }
    }
    (mine.iter().filter(|page| **page == Some(true)).count(), elements)
}
