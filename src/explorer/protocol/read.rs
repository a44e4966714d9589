//! What messages are read and written with: nothing that is missing or something else stands for a value, since page and
//! explorer are of one build.
use super::words::Word;
use crate::arm::{Json, array, string};

/// A text.
pub(super) fn text(json: &Json<'_>, name: &str) -> Option<String> {
    json.find(name)?.as_text().map(str::to_owned)
}

/// A count of up to 64 bits.
pub(super) fn long(json: &Json<'_>, name: &str) -> Option<u64> {
    json.find(name).and_then(read_long)
}

fn read_long(json: &Json<'_>) -> Option<u64> {
    json.raw.parse().ok()
}

/// A count of up to 32 bits.
pub(super) fn whole(json: &Json<'_>, name: &str) -> Option<u32> {
    u32::try_from(long(json, name)?).ok()
}

/// A place in a list, or a length of one.
pub(super) fn count(json: &Json<'_>, name: &str) -> Option<usize> {
    usize::try_from(long(json, name)?).ok()
}

/// Yes or no.
pub(super) fn flag(json: &Json<'_>, name: &str) -> Option<bool> {
    json.flag(name).ok().flatten()
}

/// A word.
pub(super) fn word<T: Word>(json: &Json<'_>, name: &str) -> Option<T> {
    T::of_word(json.find(name)?.as_text()?)
}

/// What stands in a list, all of it.
pub(super) fn all<T>(json: &Json<'_>, read: &dyn Fn(&Json<'_>) -> Option<T>) -> Option<Vec<T>> {
    json.items().iter().map(read).collect()
}

/// What stands in the list of this name, all of it.
pub(super) fn list<T>(json: &Json<'_>, name: &str, read: &dyn Fn(&Json<'_>) -> Option<T>) -> Option<Vec<T>> {
    all(json.find(name)?, read)
}

/// A text that stands in a list.
pub(super) fn item(json: &Json<'_>) -> Option<String> {
    json.as_text().map(str::to_owned)
}

/// Writes texts.
pub(super) fn texts(texts: &[String]) -> String {
    array(texts.iter().map(|text| string(text)))
}

/// Reads texts.
pub(super) fn read_texts(json: &Json<'_>, name: &str) -> Option<Vec<String>> {
    list(json, name, &item)
}

/// Writes counts.
pub(super) fn counts(counts: &[usize]) -> String {
    array(counts.iter().map(usize::to_string))
}

/// Reads counts.
pub(super) fn read_counts(json: &Json<'_>, name: &str) -> Option<Vec<usize>> {
    list(json, name, &|one| usize::try_from(read_long(one)?).ok())
}

/// Writes two texts.
pub(super) fn pair((one, other): &(String, String)) -> String {
    array([string(one), string(other)])
}

/// Reads two texts.
pub(super) fn read_pair(json: &Json<'_>) -> Option<(String, String)> {
    match json.items() {
        [one, other] => Some((item(one)?, item(other)?)),
        _ => None,
    }
}

/// Writes pairs of texts.
pub(super) fn pairs(pairs: &[(String, String)]) -> String {
    array(pairs.iter().map(pair))
}

/// Reads pairs of texts.
pub(super) fn read_pairs(json: &Json<'_>, name: &str) -> Option<Vec<(String, String)>> {
    list(json, name, &read_pair)
}
