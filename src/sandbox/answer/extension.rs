//! What Azure has no API for, under a provider of the sandbox's own: who am I, which directories, who is there to choose
//! from, start afresh, load test, faults for tests.
use super::super::call::Call;
use super::super::fault::Fault;
use super::super::json::{Object, array, string};
use super::super::read::there;
use super::super::refusal::{Refusal, empty};
use super::super::server::{Caller, Sandbox, ok};
use super::super::store::StorageState;
use super::super::tenant::{Account, Person, Tenant};
use super::account::is_visible;
use super::{profile_scope, subscription};
use crate::arm::{Method, Response};
use crate::billing::Task;

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
        (Method::Get, ["me", "identities"]) => identities(sandbox, &caller),
        (Method::Get, ["me", "accounts"]) => accounts(sandbox, &caller),
        (Method::Get, ["billingaccounts", name, "invoicereceiver"]) => receiver(sandbox, &caller, name),
        (_, ["subscriptions", id, what]) => subscription::extension(sandbox, call, &caller, (id, what)),
        (Method::Get, ["people"]) => people(sandbox, call),
        (Method::Get, ["personas"]) => personas(sandbox),
        (Method::Get, ["storage"]) => storage(sandbox),
        (Method::Post, ["reset"]) => {
            sandbox.reset();
            Ok(empty(204))
        }
        (Method::Get, ["loadtest"]) => load_test(sandbox),
        (Method::Put, ["loadtest"]) => {
            let rows = call.body(&|json| {
                let rows: Option<u64> = json.field("rows")?.and_then(|rows| rows.raw.parse().ok());
                there(rows, "rows")
            })?;
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
            sandbox.faults.set(call.body(&|json| json.each("next", &Fault::from_json))?);
            Ok(empty(204))
        }
        _ => Err(Refusal::not_found()),
    }
}

fn load_test(sandbox: &Sandbox) -> Result<Response, Refusal> {
    ok(Object::new().raw("rows", &sandbox.load_rows().to_string()).end())
}

pub(super) fn principal(person: &Person) -> String {
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
        .text("identityKind", identity_kind(caller.person))
        .end())
}

fn identity_kind(person: &Person) -> &'static str {
    if person.microsoft_account { "MicrosoftAccount" } else { "WorkOrSchool" }
}

/// Every identity with the caller's address, each with whether it sees the invoices of any account.
fn identities(sandbox: &Sandbox, caller: &Caller<'_>) -> Result<Response, Refusal> {
    let Some(address) = &caller.person.email else { return ok(r#"{"value":[]}"#.to_owned()) };
    let is_it = |person: &&Person| person.email.as_ref().is_some_and(|email| email.eq_ignore_ascii_case(address));
    let mut items = Vec::new();
    for person in sandbox.seed.principals.iter().filter(is_it) {
        let caller = sandbox.caller_of(person);
        let mut sees = false;
        for account in &sandbox.seed.accounts {
            sees = sees || sees_invoices(sandbox, &caller, account)?;
        }
        let item = Object::new().text("address", address).text("kind", identity_kind(person));
        items.push(item.flag("maySeeInvoices", sees).end());
    }
    ok(Object::new().raw("value", &array(items)).end())
}

/// Whether an account has invoices that the caller may see. Those of an enrollment are not shown (seed S001-01).
fn sees_invoices(sandbox: &Sandbox, caller: &Caller<'_>, account: &Account) -> Result<bool, Refusal> {
    let by_profile = |profile| caller.may(Task::SeeInvoices, &profile_scope(account, profile));
    Ok(sandbox.profiles(account).any(by_profile) || subscription::sees_invoices(sandbox, caller, account)?)
}

/// The accounts the caller sees, in whatever directory of theirs.
fn accounts(sandbox: &Sandbox, caller: &Caller<'_>) -> Result<Response, Refusal> {
    let person = caller.person;
    let mut items = Vec::new();
    for account in sandbox.seed.accounts.iter().filter(|account| is_visible(sandbox, caller, account)) {
        if account.tenant_id != person.tenant_id && !person.guest_of.contains(&account.tenant_id) {
            continue;
        }
        let tenant = sandbox.seed.tenants.iter().find(|tenant| tenant.id == account.tenant_id);
        let item = Object::new()
            .text("tenantId", &account.tenant_id)
            .text_if("tenantName", tenant.map(|tenant| tenant.display_name.as_str()))
            .text("name", &account.name)
            .text("displayName", &account.display_name)
            .text("agreementType", &account.agreement_type)
            .flag("hasInvoices", sees_invoices(sandbox, caller, account)?);
        items.push(item.end());
    }
    ok(Object::new().raw("value", &array(items)).end())
}

/// Who is sent the invoices of an enrollment; nobody for an account of another agreement.
fn receiver(sandbox: &Sandbox, caller: &Caller<'_>, name: &str) -> Result<Response, Refusal> {
    let account = sandbox.account(name)?;
    if !is_visible(sandbox, caller, account) {
        return Err(Refusal::not_found());
    }
    match &account.invoice_receiver {
        Some(address) => ok(Object::new().text("address", address).end()),
        None => Ok(empty(204)),
    }
}

/// The directories the caller is in, as a member or a guest.
fn tenants(sandbox: &Sandbox, caller: &Caller<'_>) -> Result<Response, Refusal> {
    let person = caller.person;
    let is_in = |tenant: &&Tenant| tenant.id == person.tenant_id || person.guest_of.contains(&tenant.id);
    let items = sandbox.seed.tenants.iter().filter(is_in).map(|tenant| {
        let accounts = sandbox.seed.accounts.iter().filter(|account| account.tenant_id == tenant.id);
        let seen = accounts.filter(|account| is_visible(sandbox, caller, account)).count();
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
    let of = |wanted: bool| hits.iter().filter(move |(inside, _)| *inside == wanted);
    let items = of(false).chain(of(true)).take(SUGGESTIONS).map(|(_, person)| noted(person));
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
