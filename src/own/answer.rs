//! Where a request goes.
use super::OwnFiles;
use super::agree::is_outside;
use super::call::Call;
use super::id::{DEFAULT, Id, Names};
use super::kind::Kind;
use super::refusal::{Refusal, json};
use super::shelf::Item;
use super::usage;
use crate::arm::{Method, Request, Response};
use crate::json::write::{Object, array, quote, string};
use crate::json::{Json, Reader};

/// Sends a request to what answers it.
pub(super) fn route(own: &OwnFiles, request: &Request) -> Result<Response, Refusal> {
    let call = Call::read(&request.url);
    let id = call.id.as_ref().ok_or_else(Refusal::not_found)?;
    let is = |collection: &str| id.collection.eq_ignore_ascii_case(collection) && id.name.is_empty();
    match request.method {
        // Nobody: it holds no role, and whoever asks what may be done is told by the access check.
        Method::Get if call.path.eq_ignore_ascii_case("/providers/Factuur.Sandbox/me") => {
            let nobody = Object::new().text("id", "00000000-0000-0000-0000-000000000000").end();
            Ok(json(200, Object::new().raw("principal", &nobody).raw("memberships", "[]").end()))
        }
        Method::Get if is("billingPermissions") => Ok(json(200, String::from(r#"{"value":[]}"#))),
        Method::Get => match id.kind {
            Some(Kind::Usage) if id.name.is_empty() => usage::list(own, &call, id),
            Some(kind) if id.name.is_empty() => list(own, &call, id, kind),
            Some(kind) => one(own, &call, id, kind),
            None => Err(Refusal::not_found()),
        },
        // Asking by POST changes nothing.
        Method::Post if is("resolveBillingRoleAssignments") => {
            let path = call.path.rfind('/').and_then(|at| call.path.get(..at)).unwrap_or_default();
            let path = format!("{path}/{}", Kind::RoleAssignment.collection());
            let call = Call::read(&path);
            let id = call.id.as_ref().ok_or_else(Refusal::not_found)?;
            list(own, &call, id, Kind::RoleAssignment)
        }
        Method::Post if is("checkAccess") => check_access(request.body.as_deref().unwrap_or_default()),
        _ => Err(Refusal::read_only()),
    }
}

/// What an address names, without the name of what is asked for itself. The account `default` is whichever there is.
pub(super) fn wanted(id: &Id, kind: Kind) -> Names {
    let mut names = id.names.clone();
    names.set(&id.collection, "");
    let is_any = !names.subscription.is_empty() || (kind == Kind::Invoice && !id.name.is_empty());
    if names.account.eq_ignore_ascii_case(DEFAULT) && is_any {
        names.account.clear();
    }
    names
}

/// Whether a resource is in the collection that an address names. Roles are those given at the scope itself.
pub(super) fn is_in(own: &OwnFiles, item: &Item, id: &Id, wanted: &Names) -> bool {
    match item.kind {
        Kind::RoleAssignment | Kind::RoleDefinition | Kind::Property => own.parent(item) == id.parent,
        _ => wanted.hold(own.names(item)),
    }
}

fn list(own: &OwnFiles, call: &Call<'_>, id: &Id, kind: Kind) -> Result<Response, Refusal> {
    let (from, until) = call.days()?;
    let wanted = wanted(id, kind);
    let all: Vec<&Item> = own.items.iter().filter(|item| item.kind == kind && is_in(own, item, id, &wanted)).collect();
    if all.is_empty() && kind != Kind::Account {
        return Err(Refusal::not_in_files(call, kind));
    }
    let lies = |item: &&Item| {
        let (first, last) = (item.from.or(item.day), item.until.or(item.day));
        from.is_none_or(|from| last.is_none_or(|last| last >= from))
            && until.is_none_or(|until| first.is_none_or(|first| first <= until))
    };
    let all: Vec<&Item> = all.into_iter().filter(lies).collect();
    let (start, top) = (call.token()?, call.whole("top")?.unwrap_or(usize::MAX).max(1));
    let next = start.saturating_add(top);
    let page = all.get(start.min(all.len())..next.min(all.len())).unwrap_or_default();
    Ok(answer(own, call, page, (next < all.len()).then_some(next), Some(all.len())))
}

fn one(own: &OwnFiles, call: &Call<'_>, id: &Id, kind: Kind) -> Result<Response, Refusal> {
    let wanted = wanted(id, kind);
    let is_it = |item: &&Item| {
        let is_named = item.name.eq_ignore_ascii_case(&id.name) || item.alias.eq_ignore_ascii_case(&id.name);
        item.kind == kind && is_named && is_in(own, item, id, &wanted)
    };
    let found = own.items.iter().find(is_it).ok_or_else(|| Refusal::not_in_files(call, kind))?;
    let mut body = String::new();
    write(own, found, &mut body);
    Ok(json(200, body))
}

/// Everything can be read, nothing can be changed.
fn check_access(body: &[u8]) -> Result<Response, Refusal> {
    let actions = Json::read(body).and_then(|body| body.texts("actions"));
    let actions = actions.map_err(|error| Refusal::bad(format!("The request content was invalid: {error}")))?;
    let answers = actions.iter().map(|action| {
        let lower = action.to_ascii_lowercase();
        let reads = lower.ends_with("/read") || lower.ends_with("/download/action");
        let decision = if reads { "Allowed" } else { "NotAllowed" };
        Object::new().text("action", action).text("accessDecision", decision).end()
    });
    Ok(json(200, array(answers)))
}

/// A page of resources.
pub(super) fn answer(
    own: &OwnFiles,
    call: &Call<'_>,
    page: &[&Item],
    next: Option<usize>,
    total: Option<usize>,
) -> Response {
    let mut body = String::with_capacity(page.iter().map(|item| item.end - item.start + 20).sum::<usize>() + 200);
    body.push_str("{\"value\":[");
    for (at, item) in page.iter().enumerate() {
        body.push_str(if at == 0 { "" } else { "," });
        write(own, item, &mut body);
    }
    body.push(']');
    if let Some(next) = next {
        let link = format!("{}?{}&$skiptoken={next}", call.path, call.query_again());
        body.push_str(&format!(",\"nextLink\":{}", string(&link)));
    }
    if let Some(total) = total {
        body.push_str(&format!(",\"totalCount\":{total}"));
    }
    body.push('}');
    json(200, body)
}

/// A resource as the API writes it: what was flattened is put back under `properties`, text for text.
fn write(own: &OwnFiles, item: &Item, out: &mut String) {
    let text = own.text(item);
    if !item.flat {
        return out.push_str(text);
    }
    let (mut outside, mut inside) = (String::from("{"), String::new());
    let read = Reader::new(text.as_bytes()).and_then(|mut reader| {
        reader.object(&mut |reader, name| {
            let raw = reader.skip()?;
            let is_outside = is_outside(&name, item.kind == Kind::Usage);
            let into = if is_outside { &mut outside } else { &mut inside };
            if name == "properties" {
                // `null`, or nothing that could be read.
                return Ok(());
            }
            if !is_outside && !into.is_empty() {
                into.push(',');
            }
            quote(into, &name);
            into.push(':');
            into.push_str(raw);
            if is_outside {
                into.push(',');
            }
            Ok(())
        })
    });
    // It was found to be JSON when it was read.
    read.unwrap_or_default();
    out.push_str(&outside);
    out.push_str("\"properties\":{");
    out.push_str(&inside);
    out.push_str("}}");
}
