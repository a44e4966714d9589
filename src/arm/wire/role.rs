//! Role definitions, role assignments and access checks (contract §7).
use super::{DecodeError, Fields, Json};
use crate::arm::link::last_segment;
use crate::billing::{Principal, PrincipalId, PrincipalKind, Role, RoleAssignment, RoleDefinition, Scope, TenantId};
use crate::json::write::{Object, array, string};

/// Knows the role of a definition's GUID that was given at a scope.
pub(crate) type RoleOf<'f> = &'f dyn Fn(&str, &Scope) -> Role;

/// `billingRoleDefinitions`, as it can be given at the scope it was listed at.
pub(crate) fn definition(json: &Json<'_>) -> Result<RoleDefinition, DecodeError> {
    let name = json.resource_name()?;
    let id = json.required("id")?;
    let it = json.inside("properties")?;
    let inside = |error: DecodeError| error.under("properties");
    Ok(RoleDefinition {
        id: rooted(id),
        name,
        role: Role::from_name(&it.required("roleName").map_err(inside)?),
        description: it.filled("description").map_err(inside)?,
    })
}

/// `billingRoleAssignments`, as found at `asked`.
pub(crate) fn assignment(json: &Json<'_>, asked: &Scope, role_of: RoleOf<'_>) -> Result<RoleAssignment, DecodeError> {
    let name = json.resource_name()?;
    let id = json.filled("id")?;
    let read = given(json.inside("properties")?, name, id, asked, role_of);
    read.map_err(|error| error.under("properties"))
}

fn given(
    json: &Json<'_>,
    name: String,
    id: Option<String>,
    asked: &Scope,
    role_of: RoleOf<'_>,
) -> Result<RoleAssignment, DecodeError> {
    let it = Fields::of(json);
    let principal = it.required("principalId");
    let definition = last_segment(&it.required("roleDefinitionId")).to_owned();
    let scope = match it.filled("scope") {
        Some(id) => Scope::parse(&id).map_err(|error| DecodeError::new("scope", &error.to_string()))?,
        None => asked.clone(),
    };
    it.end(RoleAssignment {
        id: id.map_or_else(|| format!("{scope}/billingRoleAssignments/{name}"), rooted),
        name,
        role: role_of(&definition, &scope),
        role_definition: definition,
        principal: Principal {
            id: PrincipalId::new(principal),
            tenant: it.filled("principalTenantId").map(TenantId::new),
            display_name: it.filled("principalDisplayName"),
            email: it.filled("userEmailAddress"),
            kind: principal_kind(it.str("principalType").unwrap_or_default()),
        },
        created_on: it.time("createdOn"),
        created_by: it.filled("createdByPrincipalId").map(PrincipalId::new),
        scope,
    })
}

/// The body of `createBillingRoleAssignment`: flat, without an envelope.
pub(crate) fn new_assignment(role: &RoleDefinition, principal: &Principal) -> String {
    Object::new()
        .text("principalId", principal.id.as_str())
        .text_if("principalTenantId", principal.tenant.as_ref().map(TenantId::as_str))
        .text("roleDefinitionId", &role.id)
        .end()
}

/// The body of `checkAccess`.
pub(crate) fn access_question(actions: &[&str]) -> String {
    Object::new().raw("actions", &array(actions.iter().map(|action| string(action)))).end()
}

/// The answer of `checkAccess`: each action, and whether it is allowed.
pub(crate) fn access_answers(json: &Json<'_>) -> Result<Vec<(String, bool)>, DecodeError> {
    json.elements("", &access)
}

/// One action. Nothing but the one word is a yes.
fn access(json: &Json<'_>) -> Result<(String, bool), DecodeError> {
    let allowed = json.str("accessDecision")?.is_some_and(|word| word.eq_ignore_ascii_case("Allowed"));
    Ok((json.text("action")?.unwrap_or_default(), allowed))
}

/// The kind of holder behind the wire's word.
pub(crate) fn principal_kind(word: &str) -> PrincipalKind {
    let is = |known: &str| word.eq_ignore_ascii_case(known);
    if is("User") {
        PrincipalKind::User
    } else if is("Group") {
        PrincipalKind::Group
    } else if is("ServicePrincipal") {
        PrincipalKind::ServicePrincipal
    } else {
        PrincipalKind::Unknown
    }
}

/// An id with its leading slash (contract §1: some answers leave it out).
fn rooted(id: String) -> String {
    if id.starts_with('/') { id } else { format!("/{id}") }
}
