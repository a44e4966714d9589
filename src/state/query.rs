//! Filters, sort and the open pane live in the address: one reader, one writer.
use super::{Address, Travel, use_address};
use crate::browser::page;
use leptos::prelude::*;

/// The query of the address as pairs, in order; a name may come several times.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads the text after the question mark.
    pub fn parse(search: &str) -> Query {
        let search = search.strip_prefix('?').unwrap_or(search);
        let pair = |part: &str| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (decode(name), decode(value))
        };
        Query(search.split('&').filter(|part| !part.is_empty()).map(pair).collect())
    }

    /// The first value of a name; an empty one counts as none.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, value)| key == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// The values of a name that are joined with commas, as filters are.
    pub fn list(&self, name: &str) -> Vec<String> {
        let values = self.get(name).unwrap_or_default();
        values.split(',').filter(|value| !value.is_empty()).map(decode).collect()
    }

    /// The same with this name set once, or taken out.
    pub fn with(mut self, name: &str, value: Option<&str>) -> Query {
        self.0.retain(|(key, _)| key != name);
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.0.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// The same without these names.
    pub fn without(mut self, names: &[&str]) -> Query {
        self.0.retain(|(key, _)| !names.contains(&&**key));
        self
    }

    /// The same with this name set to several values, or taken out.
    pub fn with_list(self, name: &str, values: &[String]) -> Query {
        let joined: Vec<String> = values.iter().map(|value| encode(value)).collect();
        self.with(name, Some(&joined.join(",")))
    }

    /// The text after the question mark, with it; empty when there is nothing.
    pub fn to_search(&self) -> String {
        let parts: Vec<String> =
            self.0.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
}

/// Percent-encodes everything but letters, digits and `-._~`.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Undoes [`encode`]; also reads `+` as a space. A broken sequence stays as it is.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        let value = digit(at + 1).zip(digit(at + 2)).and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        match (byte, value) {
            (b'%', Some(value)) => {
                out.push(value);
                at += 3;
            }
            (b'+', _) => {
                out.push(b' ');
                at += 1;
            }
            _ => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// Reader and writer of the page's query.
#[derive(Clone, Copy)]
pub struct QueryState {
    query: Memo<Query>,
    address: Address,
}

impl QueryState {
    /// The query, tracked.
    pub fn get(&self) -> Query {
        self.query.get()
    }

    /// One value, tracked.
    pub fn value(&self, name: &str) -> Option<String> {
        self.query.with(|query| query.get(name).map(str::to_owned))
    }

    /// A joined list of values, tracked.
    pub fn list(&self, name: &str) -> Vec<String> {
        self.query.with(|query| query.list(name))
    }

    /// Changes the query. A choice is a step that *Back* undoes; typing replaces the step it belongs to.
    pub fn change(&self, change: impl FnOnce(Query) -> Query, replace: bool) {
        let query = change(self.query.get_untracked());
        let base = page::base();
        let path = self.address.path.get_untracked();
        let url = format!("{}{path}{}", base.trim_end_matches('/'), query.to_search());
        self.address.go(&url, if replace { Travel::Replace } else { Travel::Within });
    }

    /// Sets or takes out one value, as a step of its own.
    pub fn set(&self, name: &str, value: Option<&str>) {
        self.change(|query| query.with(name, value), false);
    }
}

/// The query of this page.
pub fn use_query() -> QueryState {
    let address = use_address();
    QueryState { query: Memo::new(move |_| address.search.with(|search| Query::parse(search))), address }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_reads_back_what_was_written() {
        let query =
            Query::default().with("q", Some("A*4664@2 & A01$9HF")).with_list("status", &["Due".into(), "a,b".into()]);
        assert_eq!(Query::parse(&query.to_search()), query);
        assert_eq!(query.list("status"), ["Due", "a,b"]);
        assert_eq!(query.get("q"), Some("A*4664@2 & A01$9HF"));
    }

    #[test]
    fn a_broken_percent_sign_is_kept() {
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("a%zzb"), "a%zzb");
        assert_eq!(decode("100%+5"), "100% 5");
    }
}
