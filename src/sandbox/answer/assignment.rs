//! Role assignments: list, get, create, delete, and resolve, which adds the names (contract §7.2).
use super::super::call::Call;
use super::super::json::Object;
use super::super::operation::{Pace, accept};
use super::super::refusal::{Refusal, empty, json};
use super::super::role::{self, Assignment};
use super::super::server::{Caller, Sandbox, ok};
use super::super::store::AddedAssignment;
use super::Place;
use super::page::page;
use crate::arm::Response;
use crate::arm::wire::Fields;
use crate::billing::{Scope, Task};
use chrono::SecondsFormat;

/// The roles given at a scope itself, without names.
pub(super) fn list(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    place: &Place<'_>,
) -> Result<Response, Refusal> {
    caller.must(Task::SeeRoleAssignments, &place.scope)?;
    let here = given_here(sandbox, &place.scope);
    page(call, here.iter().map(|assignment| assignment_json(sandbox, assignment, false)).collect())
}

fn given_here(sandbox: &Sandbox, scope: &Scope) -> Vec<Assignment> {
    sandbox.assignments().into_iter().filter(|assignment| assignment.scope == *scope).collect()
}

/// One assignment.
pub(super) fn get(sandbox: &Sandbox, caller: &Caller<'_>, place: &Place<'_>, name: &str) -> Result<Response, Refusal> {
    caller.must(Task::SeeRoleAssignments, &place.scope)?;
    let here = given_here(sandbox, &place.scope);
    let assignment = here.iter().find(|assignment| assignment.name().eq_ignore_ascii_case(name));
    ok(assignment_json(sandbox, assignment.ok_or_else(Refusal::not_found)?, false))
}

/// The same list with names, as a long-running operation.
pub(super) fn resolve(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    place: &Place<'_>,
) -> Result<Response, Refusal> {
    caller.must(Task::SeeRoleAssignments, &place.scope)?;
    let here = given_here(sandbox, &place.scope);
    let items = super::super::json::array(here.iter().map(|it| assignment_json(sandbox, it, true)));
    let result = json(200, Object::new().raw("value", &items).end());
    let pace = Pace { verb: "resolveBillingRoleAssignments", running: 0, retry_after: Some(0) };
    Ok(accept(sandbox, call, &caller.person.id, &place.scope.id(), &pace, result))
}

struct Wanted {
    principal_id: Option<String>,
    principal_tenant_id: Option<String>,
    role_definition_id: Option<String>,
}

/// Gives a role. The body is flat; one wrapped in `properties` lacks its fields.
pub(super) fn create(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    place: &Place<'_>,
) -> Result<Response, Refusal> {
    let wanted = call.body(&|json| {
        let it = Fields::of(json);
        it.end(Wanted {
            principal_id: it.text("principalId"),
            principal_tenant_id: it.text("principalTenantId"),
            role_definition_id: it.text("roleDefinitionId"),
        })
    })?;
    let mut missing = Vec::new();
    if wanted.role_definition_id.is_none() {
        missing.push(("RoleDefinitionId", "The RoleDefinitionId field is required.".to_owned()));
    }
    if wanted.principal_id.is_none() {
        missing.push((
            "PrincipalId",
            "PrincipalId or UserEmailAddress/UserAuthenticationType must be specified.".to_owned(),
        ));
    }
    if !missing.is_empty() {
        return Err(Refusal::fields(missing));
    }
    caller.must(Task::GivePermissions, &place.scope)?;
    let definition = wanted.role_definition_id.unwrap_or_default();
    let (scope, guid) = definition.rsplit_once("/billingRoleDefinitions/").unwrap_or(("", &definition));
    let role = Scope::parse(scope)
        .ok()
        .filter(|scope| *scope == place.scope)
        .and_then(|_| role::by_definition(guid, place.scope.kind()))
        .ok_or_else(|| Refusal::bad("InvalidRoleDefinitionId", "The role definition is not one of this scope."))?;
    let principal = wanted.principal_id.unwrap_or_default();
    let person = sandbox.person(&principal).filter(|person| {
        let tenant = wanted.principal_tenant_id.as_deref();
        tenant.is_none_or(|tenant| {
            person.tenant_id.eq_ignore_ascii_case(tenant) || person.guest_of.iter().any(|it| it == tenant)
        })
    });
    let person = person.ok_or_else(|| {
        Refusal::bad("PrincipalNotFound", format!("Principal {principal} does not exist in the directory."))
    })?;
    let assignment = Assignment {
        scope: place.scope.clone(),
        role,
        principal_id: person.id.clone(),
        created_by: caller.person.id.clone(),
        created_on: sandbox.clock.now().to_rfc3339_opts(SecondsFormat::Micros, true),
    };
    if sandbox.assignments().iter().any(|other| other.id().eq_ignore_ascii_case(&assignment.id())) {
        return Err(Refusal::new(409, "RoleAssignmentExists", "The role assignment already exists."));
    }
    sandbox.change(|kept| {
        kept.added.push(AddedAssignment {
            scope: assignment.scope.id(),
            role: assignment.role.name().to_owned(),
            principal_id: assignment.principal_id.clone(),
            created_by: assignment.created_by.clone(),
            created_on: assignment.created_on.clone(),
        });
        Ok(())
    })?;
    let result = json(200, assignment_json(sandbox, &assignment, false));
    // The live service leaves Retry-After out at times: so does every third answer here.
    let retry_after = (!sandbox.kept.borrow().revision.is_multiple_of(3)).then_some(1);
    let pace = Pace { verb: "createBillingRoleAssignment", running: 0, retry_after };
    Ok(accept(sandbox, call, &caller.person.id, &place.scope.id(), &pace, result))
}

/// Takes a role away. One that is not there is 204; an inherited one and the last owner stay.
pub(super) fn delete(
    sandbox: &Sandbox,
    caller: &Caller<'_>,
    place: &Place<'_>,
    name: &str,
) -> Result<Response, Refusal> {
    caller.must(Task::GivePermissions, &place.scope)?;
    let all = sandbox.assignments();
    let is_named = |assignment: &&Assignment| assignment.name().eq_ignore_ascii_case(name);
    let here = all.iter().filter(|assignment| assignment.scope == place.scope);
    let Some(assignment) = here.clone().find(is_named) else {
        let above = all.iter().filter(|assignment| assignment.scope.contains(&place.scope));
        return match above.into_iter().find(is_named) {
            Some(inherited) => Err(Refusal::new(
                409,
                "InheritedRoleAssignment",
                format!("The role was given at {} and can only be removed there.", inherited.scope),
            )),
            None => Ok(empty(204)),
        };
    };
    let owners = here.filter(|other| other.role == assignment.role).count();
    if assignment.role.is_owner() && owners < 2 {
        return Err(Refusal::new(
            409,
            "LastOwnerCannotBeRemoved",
            format!("The last {} of a scope cannot be removed.", assignment.role.name()),
        ));
    }
    let id = assignment.id().to_lowercase();
    sandbox.change(|kept| {
        let before = kept.added.len();
        kept.added.retain(|added| {
            let is_same = added.principal_id == assignment.principal_id
                && added.role == assignment.role.name()
                && Scope::parse(&added.scope).is_ok_and(|scope| scope == assignment.scope);
            !is_same
        });
        if kept.added.len() == before {
            kept.removed.push(id);
        }
        Ok(())
    })?;
    Ok(empty(200))
}

fn assignment_json(sandbox: &Sandbox, assignment: &Assignment, names: bool) -> String {
    let scope = &assignment.scope;
    let definition = role::definition(&assignment.role).unwrap_or_default();
    let tenant = |id: &str| sandbox.person(id).map(|person| person.tenant_id.as_str());
    let mut properties = Object::new()
        .text("principalId", &assignment.principal_id)
        .text_if("principalTenantId", tenant(&assignment.principal_id))
        .text("roleDefinitionId", &format!("{}/billingRoleDefinitions/{definition}", scope.id()))
        .text("scope", &scope.id())
        .text("createdOn", &assignment.created_on)
        .text("createdByPrincipalId", &assignment.created_by)
        .text_if("createdByPrincipalTenantId", tenant(&assignment.created_by))
        .text("modifiedOn", "0001-01-01T00:00:00+00:00")
        .text("billingAccountId", &Scope::Account(scope.account().clone()).id())
        .text("provisioningState", "Succeeded");
    if let Some(person) = sandbox.person(&assignment.principal_id).filter(|_| names) {
        let home = sandbox.account(scope.account().as_str()).map(|account| account.tenant_id == person.tenant_id);
        let tenant = sandbox.seed.tenants.iter().find(|tenant| tenant.id == person.tenant_id);
        let tenant_name =
            if home == Ok(true) { Some("Primary Tenant") } else { tenant.map(|tenant| tenant.display_name.as_str()) };
        properties = properties
            .text("principalDisplayName", &person.display_name)
            .text("principalType", &person.r#type)
            .text_if("principalTenantName", tenant_name)
            .text_if("userEmailAddress", person.email.as_deref());
    }
    Object::new()
        .text("id", &assignment.id())
        .text("name", &assignment.name())
        .text("type", "Microsoft.Billing/billingRoleAssignments")
        .raw("properties", &properties.end())
        .end()
}
