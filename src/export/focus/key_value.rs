//! Flat JSON objects, as FOCUS asks for its columns of keys and values: no nesting, each key once (usage-files §7).
use crate::json::Reader;
use crate::json::write::quote;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The members of an object as JSON texts by their keys.
type Members = BTreeMap<String, String>;

/// Reads an object; real files may lack its braces (usage-files §4). None of a text that is no object.
pub(super) fn members(json: &str) -> Option<Members> {
    let whole = if json.starts_with('{') { Cow::Borrowed(json) } else { Cow::Owned(format!("{{{json}}}")) };
    let mut members = Members::new();
    let mut reader = Reader::new(whole.as_bytes()).ok()?;
    let read = reader.object(&mut |inner, key| {
        members.insert(key.into_owned(), inner.skip()?.to_owned());
        Ok(())
    });
    read.and_then(|()| reader.end()).ok()?;
    Some(members)
}

/// The text of a member that is a text.
pub(super) fn text_of(json: &str, key: &str) -> Option<String> {
    let mut members = members(json)?;
    let text = members.remove(key)?;
    Some(Reader::new(text.as_bytes()).ok()?.string().ok()?.into_owned())
}

/// Adds the object with its keys in alphabetical order, each behind `prefix`; nothing when there are none. Of a key that
/// stands twice the last one is taken. A value that is a list or an object goes in as a text that holds its JSON. A text
/// that is no object is kept whole, as the one value of `x_Text`.
pub(super) fn write(json: &str, prefix: &str, out: &mut String) {
    if json.is_empty() {
        return;
    }
    let mut separator = '{';
    let mut put = |key: &str, value: &str| {
        out.push(separator);
        out.push_str(&string(key));
        out.push(':');
        out.push_str(value);
        separator = ',';
    };
    match members(json) {
        None => put("x_Text", &string(json)),
        Some(members) => {
            // What FOCUS itself has a key for stands under that key too (SkuPriceDetails, CoreCount).
            if let Some(cores) = members.get("VCPUs").filter(|_| !prefix.is_empty())
                && cores.bytes().all(|byte| byte.is_ascii_digit())
            {
                put("CoreCount", cores);
            }
            for (key, value) in &members {
                match value.as_str() {
                    nested if nested.starts_with(['{', '[']) => put(&format!("{prefix}{key}"), &string(nested)),
                    plain => put(&format!("{prefix}{key}"), plain),
                }
            }
        }
    }
    if separator == ',' {
        out.push('}');
    }
}

/// A JSON text.
fn string(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    quote(&mut json, text);
    json
}
