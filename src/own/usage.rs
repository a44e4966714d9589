//! Usage, page by page (contract §10.3). Rows may have been saved at several scopes, whose lists hold the same rows: a month
//! is told from one of them, and never from a scope below the one that is asked, which would be a part of it only.
use super::OwnFiles;
use super::answer::answer;
use super::call::Call;
use super::id::{Id, Names};
use super::kind::Kind;
use super::refusal::Refusal;
use super::shelf::Item;
use crate::arm::Response;
use chrono::{Datelike, NaiveDate};

/// Most rows of a page, and how many there are without `$top`.
const ROWS: usize = 1000;

/// Where usage was saved, and of which months.
#[derive(Debug)]
pub(super) struct Source {
    parent: u32,
    months: Vec<i32>,
}

fn month(day: Option<NaiveDate>) -> i32 {
    day.map_or(0, |day| day.year() * 12 + day.month0() as i32)
}

/// Where rows, which stand by day, were saved.
pub(super) fn sources(rows: &[Item]) -> Vec<Source> {
    let mut all: Vec<Source> = Vec::new();
    for row in rows {
        let month = month(row.day);
        match all.iter_mut().find(|source| source.parent == row.parent) {
            // Rows stand by day.
            Some(source) if source.months.last() == Some(&month) => {}
            Some(source) => source.months.push(month),
            None => all.push(Source { parent: row.parent, months: vec![month] }),
        }
    }
    all
}

/// The sources that a month of a scope is told from: the scope itself; else the nearest above it; else, for a subscription,
/// the lists of billing scopes that do not lie in each other.
fn chosen(own: &OwnFiles, id: &Id, month: i32) -> Vec<u32> {
    let sources = own.sources.iter().filter(|source| source.months.contains(&month));
    let sources: Vec<(u32, &str, Names)> = sources
        .filter_map(|source| {
            let parent = own.parents.get(source.parent as usize)?;
            Some((source.parent, parent.as_str(), Id::parse(parent)?.names))
        })
        .collect();
    if let Some((exact, ..)) = sources.iter().find(|(_, parent, _)| *parent == id.parent) {
        return vec![*exact];
    }
    let above = sources.iter().filter(|(.., names)| names.hold(&id.names));
    if let Some((nearest, ..)) = above.max_by_key(|(.., names)| names.count()) {
        return vec![*nearest];
    }
    if id.names.subscription.is_empty() {
        return Vec::new();
    }
    let billing: Vec<_> = sources.iter().filter(|(.., names)| names.subscription.is_empty()).collect();
    let is_top = |(.., mine): &&&(u32, &str, Names)| {
        !billing.iter().any(|(.., names)| names.count() < mine.count() && names.hold(mine))
    };
    billing.iter().filter(is_top).map(|(parent, ..)| *parent).collect()
}

/// A page of rows, by day.
pub(super) fn list(own: &OwnFiles, call: &Call<'_>, id: &Id) -> Result<Response, Refusal> {
    let (from, until) = call.days()?;
    let top = call.whole("top")?.unwrap_or(ROWS).clamp(1, ROWS);
    let token = call.token()?;
    let first = own.rows.partition_point(|row| row.day < from);
    let (mut now, mut sources) = (i32::MIN, Vec::new());
    let mut page = Vec::new();
    let mut next = None;
    for (at, row) in own.rows.iter().enumerate().skip(token.max(first)) {
        if until.is_some_and(|until| row.day > Some(until)) {
            break;
        }
        if month(row.day) != now {
            now = month(row.day);
            sources = chosen(own, id, now);
        }
        let is_asked = sources.contains(&row.parent) && (own.parent(row) == id.parent || id.names.hold(own.names(row)));
        if !is_asked {
            continue;
        }
        if page.len() == top {
            next = Some(at);
            break;
        }
        page.push(row);
    }
    if page.is_empty() && token == 0 {
        return Err(Refusal::not_in_files(call, Kind::Usage));
    }
    Ok(answer(own, call, &page, next, None))
}
