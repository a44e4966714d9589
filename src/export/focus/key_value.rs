//! Flat JSON objects, as FOCUS asks for its columns of keys and values: no nesting, each key once (usage-files §7).
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;

type Members<'a> = BTreeMap<Cow<'a, str>, &'a RawValue>;

/// The members of an object by their keys, in alphabetical order; of a key that stands twice the last one. None of a text
/// that is no object.
pub(super) fn members(json: &str) -> Option<Members<'_>> {
    serde_json::from_str(json).ok()
}

/// The text of a member that is a text.
pub(super) fn text_of(json: &str, key: &str) -> Option<String> {
    serde_json::from_str(members(json)?.get(key)?.get()).ok()
}

/// Adds an object with one member each. A value that is a list or an object goes in as a text that holds its JSON.
pub(super) fn write(members: &BTreeMap<Cow<'_, str>, &RawValue>, prefix: &str, more: &[(&str, &str)], out: &mut String) {
    let mut separator = '{';
    for (key, value) in more {
        out.push(separator);
        string(key, out);
        out.push(':');
        out.push_str(value);
        separator = ',';
    }
    for (key, value) in members {
        out.push(separator);
        string(&format!("{prefix}{key}"), out);
        out.push(':');
        match value.get() {
            nested if nested.starts_with(['{', '[']) => string(nested, out),
            plain => out.push_str(plain),
        }
        separator = ',';
    }
    if separator == ',' {
        out.push('}');
    }
}

/// A JSON text.
fn string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
