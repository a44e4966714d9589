//! The sandbox's own additions under `/providers/Factuur.Sandbox/`. No Azure API has them.
use super::{DecodeError, Json, identity_kind, principal_kind};
use crate::arm::{Directory, Me, Persona};
use crate::billing::{Principal, PrincipalId, TenantId};

/// Who asks.
pub(crate) fn me(json: &Json<'_>) -> Result<Me, DecodeError> {
    Ok(Me {
        principal: person(json)?,
        memberships: json.texts("memberships")?.into_iter().map(PrincipalId::new).collect(),
        home_tenant: json.text("homeTenantId")?.map(TenantId::new),
        identity: identity_kind(json, "identityKind")?,
    })
}

/// A directory.
pub(crate) fn directory(json: &Json<'_>) -> Result<Directory, DecodeError> {
    let id = json.text("tenantId")?.ok_or_else(|| DecodeError::new("tenantId", "missing"))?;
    Ok(Directory {
        name: json.text("displayName")?.unwrap_or_else(|| id.clone()),
        id: TenantId::new(id),
        domain: json.text("domain")?.unwrap_or_default(),
        accounts: json.whole("accountCount")?.unwrap_or_default(),
        has_access: json.flag("hasAccess")?.unwrap_or_default(),
    })
}

/// A person with a word about them.
pub(crate) fn persona(json: &Json<'_>) -> Result<Persona, DecodeError> {
    Ok(Persona { principal: person(json)?, note: json.text("note")?.unwrap_or_default() })
}

/// The person an answer is about.
pub(crate) fn person(json: &Json<'_>) -> Result<Principal, DecodeError> {
    let it = json.field("principal")?.ok_or_else(|| DecodeError::new("principal", "missing"))?;
    principal(it).map_err(|error| error.under("principal"))
}

fn principal(it: &Json<'_>) -> Result<Principal, DecodeError> {
    Ok(Principal {
        id: PrincipalId::new(it.required("id")?),
        tenant: it.filled("tenantId")?.map(TenantId::new),
        display_name: it.filled("displayName")?,
        email: it.filled("email")?,
        kind: principal_kind(it.str("type")?.unwrap_or_default()),
    })
}
