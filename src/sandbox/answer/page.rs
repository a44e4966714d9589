//! Lists in pages (contract §1).
use super::super::call::Call;
use super::super::json::{Object, array};
use super::super::refusal::{Refusal, json};
use crate::arm::Response;

/// Most items of a page.
const PAGE: usize = 50;

/// A page of `items`, which are JSON texts: `top` and `skip` count, `nextLink` is relative and, as the live service has
/// it, holds spaces that are not escaped where a value has some.
pub(super) fn page(call: &Call<'_>, items: Vec<String>) -> Result<Response, Refusal> {
    let top = whole(call, "top")?.unwrap_or(PAGE).clamp(1, PAGE);
    let from = match whole(call, "skiptoken")? {
        Some(from) => from,
        None => whole(call, "skip")?.unwrap_or(0),
    };
    let total = items.len();
    let next = from.saturating_add(top);
    let mut body = Object::new().raw("value", &array(items.into_iter().skip(from).take(top)));
    if next < total {
        body = body.text("nextLink", &next_link(call, next, top));
    }
    Ok(json(200, body.count("totalCount", total).end()))
}

fn next_link(call: &Call<'_>, next: usize, top: usize) -> String {
    let mut link = format!("{}?api-version={}&$top={top}", call.path(), call.api_version());
    for (name, value) in call.query_without(&["api-version", "top", "skip", "skiptoken"]) {
        let value = if name.to_lowercase().ends_with("date") && value.len() == 10 {
            format!("{value} 00:00:00Z")
        } else {
            value.replace('%', "%25").replace('&', "%26").replace('#', "%23").replace('+', "%2B")
        };
        link.push_str(&format!("&{name}={value}"));
    }
    link.push_str(&format!("&$skiptoken={next}"));
    link
}

/// A query option that is a whole number.
///
/// # Errors
/// 400 when it is something else.
pub(super) fn whole(call: &Call<'_>, name: &str) -> Result<Option<usize>, Refusal> {
    let Some(text) = call.query(name) else { return Ok(None) };
    let number = text.parse().map_err(|_| Refusal::bad("BadRequest", format!("The value of '{name}' is invalid.")))?;
    Ok(Some(number))
}

/// Whether one of `texts` holds the text that is searched for; without a search, everything is found.
pub(super) fn found(call: &Call<'_>, texts: &[&str]) -> bool {
    let Some(search) = call.query("search") else { return true };
    let search = search.to_lowercase();
    texts.iter().any(|text| text.to_lowercase().contains(&search))
}
