//! Whether two texts of a resource say the same.
use crate::arm::Number;
use crate::json::{Json, Value};

/// Fields outside `properties`; those of a flattened resource are compared with what stands inside it.
const OUTSIDE: [&str; 9] = ["id", "name", "type", "kind", "tags", "etag", "sku", "location", "systemData"];

/// The first field that both tell and that is not the same in both, from the outside in. A field that only one of them
/// tells is none: lists leave fields out that others tell.
pub(super) fn difference(one: &str, other: &str) -> Option<String> {
    let (one, other) = (Json::read(one.as_bytes()).ok()?, Json::read(other.as_bytes()).ok()?);
    let inside = |json| -> Option<Vec<_>> {
        let Json { value: Value::Object(fields), .. } = json else { return None };
        let (mut all, mut inner) = (Vec::new(), Vec::new());
        for (name, json) in fields {
            match json {
                Json { value: Value::Object(fields), .. } if name == "properties" => inner = fields,
                json => all.push((name, json)),
            }
        }
        all.extend(inner);
        Some(all)
    };
    fields(&inside(one)?, &inside(other)?, &["id", "type", "etag"])
}

type Fields<'a> = [(std::borrow::Cow<'a, str>, Json<'a>)];

fn fields(one: &Fields<'_>, other: &Fields<'_>, passed_over: &[&str]) -> Option<String> {
    one.iter().filter(|(name, _)| !passed_over.contains(&&**name)).find_map(|(name, json)| {
        let (_, theirs) = other.iter().rev().find(|(other, _)| name == other)?;
        let inner = values(json, theirs)?;
        Some(if inner.is_empty() { name.to_string() } else { format!("{name}.{inner}") })
    })
}

/// Where two values differ; empty for the values themselves.
fn values(one: &Json<'_>, other: &Json<'_>) -> Option<String> {
    match (&one.value, &other.value) {
        (Value::Null, _) | (_, Value::Null) => None,
        (Value::Object(one), Value::Object(other)) => fields(one, other, &[]),
        (Value::List(one), Value::List(other)) if one.len() == other.len() => {
            one.iter().zip(other).find_map(|(one, other)| values(one, other))
        }
        (Value::Text(one), Value::Text(other)) => (one != other).then(String::new),
        (Value::Flag(one), Value::Flag(other)) => (one != other).then(String::new),
        (Value::Number, Value::Number) => {
            let same = one.raw == other.raw
                || Number::parse(one.raw).decimal().is_ok_and(|value| Number::parse(other.raw).decimal() == Ok(value));
            (!same).then(String::new)
        }
        _ => Some(String::new()),
    }
}

/// Whether a field of a flattened resource stands outside `properties`. `kind` tells rows of usage apart; a transaction has
/// one of its own inside.
pub(super) fn is_outside(name: &str, is_usage: bool) -> bool {
    OUTSIDE.contains(&name) && (name != "kind" || is_usage)
}
