//! A request, or the link to a next page, taken apart.
use super::id::Id;
use super::refusal::Refusal;
use crate::arm::{decode, wire};
use chrono::NaiveDate;

/// What is asked for.
#[derive(Debug)]
pub(super) struct Call<'a> {
    /// Path as it came, encoded.
    pub path: &'a str,
    /// None when the path is not what it seems.
    pub id: Option<Id>,
    query: &'a str,
}

impl<'a> Call<'a> {
    /// Takes an address apart, with or without an origin.
    pub fn read(url: &'a str) -> Call<'a> {
        let local = match url.find("://") {
            Some(at) => {
                let rest = url.get(at + 3..).unwrap_or_default();
                rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default()
            }
            None => url,
        };
        let local = local.split('#').next().unwrap_or_default();
        let (path, query) = local.split_once('?').unwrap_or((local, ""));
        Call { path, id: Id::parse(path), query }
    }

    /// An option of the query, with or without the dollar sign, in any case. An empty one is none.
    pub fn query(&self, name: &str) -> Option<String> {
        let is_it = |key: &str| decode(key).is_some_and(|key| key.trim_start_matches('$').eq_ignore_ascii_case(name));
        let (_, value) = self.pairs().find(|(key, _)| is_it(key))?;
        decode(&value.replace('+', " ")).filter(|value| !value.is_empty())
    }

    /// The query as it came but for where to go on; dollar signs are encoded, since a shell would read them.
    pub fn query_again(&self) -> String {
        let mut out = String::new();
        for (key, value) in self.pairs() {
            let key = key.replace("%24", "$");
            if key.trim_start_matches('$').eq_ignore_ascii_case("skiptoken") {
                continue;
            }
            out.push_str(if out.is_empty() { "" } else { "&" });
            out.push_str(&format!("{}={}", key.replace('$', "%24"), value.replace('$', "%24")));
        }
        out
    }

    /// Where to go on in a list.
    pub fn token(&self) -> Result<usize, Refusal> {
        self.whole("skiptoken").map(Option::unwrap_or_default)
    }

    /// A whole number of the query.
    pub fn whole(&self, name: &str) -> Result<Option<usize>, Refusal> {
        let Some(text) = self.query(name) else { return Ok(None) };
        text.parse().map(Some).map_err(|_| Refusal::bad(format!("The value '{text}' of {name} is no number.")))
    }

    /// The days that are asked for, by whichever option; either may be open.
    pub fn days(&self) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Refusal> {
        let (mut from, mut until) = (None, None);
        for (start, end) in [("periodStartDate", "periodEndDate"), ("startDate", "endDate")] {
            from = self.query(start).map(|text| day(&text)).transpose()?.or(from);
            until = self.query(end).map(|text| day(&text)).transpose()?.or(until);
        }
        for condition in self.query("filter").unwrap_or_default().split(" and ") {
            let mut words = condition.split_whitespace();
            let Some(field) = words.next() else { continue };
            let is = |known: &str| field.eq_ignore_ascii_case(known);
            if !["properties/date", "properties/usageStart", "properties/usageEnd"].into_iter().any(is) {
                return Err(Refusal::bad(format!("The files cannot be filtered by '{field}'.")));
            }
            let (operator, on) = (words.next().unwrap_or_default(), day(words.next().unwrap_or_default())?);
            match operator {
                "ge" => from = from.max(Some(on)),
                "gt" => from = from.max(on.succ_opt()),
                "le" => until = sooner(until, Some(on)),
                "lt" => until = sooner(until, on.pred_opt()),
                "eq" => (from, until) = (from.max(Some(on)), sooner(until, Some(on))),
                _ => return Err(Refusal::bad(format!("The operator '{operator}' is not known."))),
            }
        }
        Ok((from, until))
    }

    fn pairs(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let pairs = self.query.split('&').filter(|pair| !pair.is_empty());
        pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
    }
}

fn sooner(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// A day, with or without quotes; a time behind it is left aside.
fn day(text: &str) -> Result<NaiveDate, Refusal> {
    let plain = text.trim().trim_matches('\'');
    let day = plain.get(..10).and_then(|day| wire::day(day, "").ok().flatten());
    day.ok_or_else(|| Refusal::bad(format!("'{plain}' is not a date.")))
}
