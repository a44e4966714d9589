//! What Azure has no API for, under a provider of the sandbox's own: who am I, which directories, who is there to choose
//! from, start afresh, load test, faults for tests.
use super::super::call::Call;
use super::super::json::{Object, array, string};
use super::super::refusal::{Refusal, empty};
use super::super::server::{Caller, Sandbox, ok};
use super::super::store::StorageState;
use super::super::tenant::{Person, Tenant};
use super::account::is_visible;
use crate::arm::{Method, Response};
use serde::Deserialize;

/// Most people of a search.
const SUGGESTIONS: usize = 20;
/// Most rows of the load test.
const MOST_ROWS: u64 = 1_000_000;

/// Answers `/providers/Factuur.Sandbox/…`.
pub(super) fn answer(sandbox: &Sandbox, call: &Call<'_>, rest: &[&str]) -> Result<Response, Refusal> {
    let caller = sandbox.caller(call)?;
    match (call.method(), rest) {
        (Method::Get, ["me"]) => me(sandbox, &caller),
        (Method::Get, ["tenants"]) => tenants(sandbox, &caller),
        (Method::Get, ["people"]) => people(sandbox, call),
        (Method::Get, ["personas"]) => personas(sandbox),
        (Method::Get, ["storage"]) => storage(sandbox),
        (Method::Post, ["reset"]) => {
            sandbox.reset();
            Ok(empty(204))
        }
        (Method::Get, ["loadtest"]) => load_test(sandbox),
        (Method::Put, ["loadtest"]) => {
            let LoadTest { rows } = call.body()?;
            if rows > MOST_ROWS {
                return Err(Refusal::bad("TooManyRows", format!("At most {MOST_ROWS} rows can be made.")));
            }
            sandbox.change(|kept| {
                kept.load_test_rows = rows;
                Ok(())
            })?;
            load_test(sandbox)
        }
        (Method::Post, ["faults"]) => {
            let Wanted { next } = call.body()?;
            sandbox.faults.set(next);
            Ok(empty(204))
        }
        _ => Err(Refusal::not_found()),
    }
}

#[derive(Deserialize)]
struct LoadTest {
    rows: u64,
}

#[derive(Deserialize)]
struct Wanted {
    next: Vec<super::super::fault::Fault>,
}

fn load_test(sandbox: &Sandbox) -> Result<Response, Refusal> {
    ok(Object::new().raw("rows", &sandbox.load_rows().to_string()).end())
}

fn principal(person: &Person) -> String {
    Object::new()
        .text("id", &person.id)
        .text("tenantId", &person.tenant_id)
        .text("displayName", &person.display_name)
        .text_if("email", person.email.as_deref())
        .text("type", &person.r#type)
        .end()
}

/// Who asks, and the groups whose roles count too.
fn me(sandbox: &Sandbox, caller: &Caller<'_>) -> Result<Response, Refusal> {
    let groups = sandbox.memberships(caller.person);
    ok(Object::new()
        .raw("principal", &principal(caller.person))
        .raw("memberships", &array(groups.iter().map(|group| string(&group.id))))
        .text("homeTenantId", &caller.person.tenant_id)
        .end())
}

/// The directories the caller is in, as a member or a guest.
fn tenants(sandbox: &Sandbox, caller: &Caller<'_>) -> Result<Response, Refusal> {
    let person = caller.person;
    let is_in = |tenant: &&Tenant| tenant.id == person.tenant_id || person.guest_of.contains(&tenant.id);
    let items = sandbox.seed.tenants.iter().filter(is_in).map(|tenant| {
        let accounts = sandbox.seed.accounts.iter().filter(|account| account.tenant_id == tenant.id);
        let seen = accounts.filter(|account| is_visible(caller, account)).count();
        Object::new()
            .text("tenantId", &tenant.id)
            .text("displayName", &tenant.display_name)
            .text("domain", &tenant.domain)
            .count("accountCount", seen)
            .flag("hasAccess", seen > 0)
            .end()
    });
    ok(Object::new().raw("value", &array(items)).end())
}

/// People, groups and applications whose name or address holds the text; those that begin with it come first.
fn people(sandbox: &Sandbox, call: &Call<'_>) -> Result<Response, Refusal> {
    let search = call.query("search").unwrap_or_default().trim().to_lowercase();
    let mut hits: Vec<(bool, &Person)> = Vec::new();
    for person in &sandbox.seed.principals {
        let name = person.display_name.to_lowercase();
        let email = person.email.as_deref().unwrap_or_default().to_lowercase();
        if name.contains(&search) || email.contains(&search) {
            hits.push((!(name.starts_with(&search) || email.starts_with(&search)), person));
        }
    }
    hits.sort_by_key(|(inside, _)| *inside);
    let items = hits.into_iter().take(SUGGESTIONS).map(|(_, person)| noted(person));
    ok(Object::new().raw("value", &array(items)).end())
}

/// The people one can look at the sandbox as.
fn personas(sandbox: &Sandbox) -> Result<Response, Refusal> {
    let users = sandbox.seed.principals.iter().filter(|person| person.r#type == "User");
    ok(Object::new().raw("value", &array(users.map(noted))).end())
}

fn noted(person: &Person) -> String {
    Object::new().raw("principal", &principal(person)).text("note", &person.note).end()
}

/// Whether changes last, and what could not be read.
fn storage(sandbox: &Sandbox) -> Result<Response, Refusal> {
    let object = Object::new();
    let object = match sandbox.storage_state() {
        StorageState::Kept => object.text("state", "Kept"),
        StorageState::MemoryOnly(reason) => object.text("state", "MemoryOnly").text("reason", &reason.to_string()),
        StorageState::SetAside(text) => object.text("state", "SetAside").text("setAside", &text),
    };
    ok(object.end())
}
