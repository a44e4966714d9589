//! Role definitions, role assignments and access checks (contract §7).
use super::{DecodeError, Resource, filled, time, wire};
use crate::arm::link::last_segment;
use crate::billing::{Principal, PrincipalId, PrincipalKind, Role, RoleAssignment, RoleDefinition, Scope, TenantId};
use serde::{Deserialize, Serialize};

/// `billingRoleDefinitions`.
pub(crate) type Definition = Resource<DefinitionProperties>;

wire! {
    /// What a role definition says.
    DefinitionProperties {
        /// Exact name.
        role_name: String,
        /// What it is for.
        description: String,
        /// Sets of opaque GUIDs.
        permissions: Vec<Permission>,
    }
}

wire! {
    /// A set of permissions.
    Permission {
        /// Allowed.
        actions: Vec<String>,
        /// Taken away.
        not_actions: Vec<String>,
    }
}

/// `billingRoleAssignments`.
pub(crate) type Assignment = Resource<AssignmentProperties>;

wire! {
    /// What a role assignment says; flat, it is also the body of `createBillingRoleAssignment`.
    AssignmentProperties {
        /// Entra object id.
        principal_id: String,
        /// Its directory.
        principal_tenant_id: String,
        /// Full id at the scope.
        role_definition_id: String,
        /// Where it was given.
        scope: String,
        /// E-mail, where told.
        user_email_address: String,
        /// Name: only from `resolveBillingRoleAssignments`.
        principal_display_name: String,
        /// `Primary Tenant` …
        principal_tenant_name: String,
        /// Open enum.
        principal_type: String,
        /// When.
        created_on: String,
        /// By whom.
        created_by_principal_id: String,
        /// From which directory.
        created_by_principal_tenant_id: String,
    }
}

/// Body of `checkAccess`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct AccessQuestion {
    /// Action strings.
    pub actions: Vec<String>,
}

wire! {
    /// One answer of `checkAccess`: the list has no envelope.
    AccessAnswer {
        /// The action.
        action: String,
        /// `Allowed`, `NotAllowed`, `Other`.
        access_decision: String,
    }
}

impl Definition {
    /// The definition, as it can be given at the scope it was listed at.
    pub fn into_billing(self) -> Result<RoleDefinition, DecodeError> {
        let name = self.require_name()?;
        let it = self.properties.unwrap_or_default();
        let id = filled(self.id).ok_or_else(|| DecodeError::new("id", "missing"))?;
        let role_name = filled(it.role_name).ok_or_else(|| DecodeError::new("properties.roleName", "missing"))?;
        Ok(RoleDefinition {
            id: rooted(id),
            name,
            role: Role::from_name(&role_name),
            description: filled(it.description),
        })
    }
}

impl Assignment {
    /// The assignment as found at `asked`; `role_of` knows the role of a definition's GUID.
    pub fn into_billing(
        self,
        asked: &Scope,
        role_of: impl Fn(&str, &Scope) -> Role,
    ) -> Result<RoleAssignment, DecodeError> {
        let name = self.require_name()?;
        let it = self.properties.unwrap_or_default();
        let missing = |field: &str| DecodeError::new(field, "missing").under("properties");
        let principal = filled(it.principal_id).ok_or_else(|| missing("principalId"))?;
        let definition = filled(it.role_definition_id).ok_or_else(|| missing("roleDefinitionId"))?;
        let definition = last_segment(&definition).to_owned();
        let scope = match filled(it.scope) {
            Some(id) => Scope::parse(&id).map_err(|error| DecodeError::new("properties.scope", error))?,
            None => asked.clone(),
        };
        Ok(RoleAssignment {
            id: filled(self.id).map_or_else(|| format!("{scope}/billingRoleAssignments/{name}"), rooted),
            name,
            role: role_of(&definition, &scope),
            role_definition: definition,
            principal: Principal {
                id: PrincipalId::new(principal),
                tenant: filled(it.principal_tenant_id).map(TenantId::new),
                display_name: filled(it.principal_display_name),
                email: filled(it.user_email_address),
                kind: principal_kind(it.principal_type.as_deref()),
            },
            created_on: time(it.created_on.as_deref(), "createdOn").map_err(|error| error.under("properties"))?,
            created_by: filled(it.created_by_principal_id).map(PrincipalId::new),
            scope,
        })
    }
}

/// The kind of holder behind the wire's word.
pub(crate) fn principal_kind(word: Option<&str>) -> PrincipalKind {
    let is = |known: &str| word.is_some_and(|word| word.eq_ignore_ascii_case(known));
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
