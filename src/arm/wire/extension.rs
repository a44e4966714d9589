//! The sandbox's own additions under `/providers/Factuur.Sandbox/`. No Azure API has them.
use super::{DecodeError, filled, principal_kind, wire};
use crate::arm::Number;
use crate::billing::{Principal, PrincipalId, TenantId};

wire! {
    /// Somebody of the sandbox.
    Person {
        /// Object id.
        id: String,
        /// Directory.
        tenant_id: String,
        /// Name.
        display_name: String,
        /// Address.
        email: String,
        /// `User`, `Group`, `ServicePrincipal`.
        r#type: String,
    }
}

wire! {
    /// Who asks.
    WireMe {
        /// The person.
        principal: Person,
        /// Groups the person is in.
        memberships: Vec<String>,
        /// Home directory.
        home_tenant_id: String,
    }
}

wire! {
    /// A directory.
    WireTenant {
        /// Its id.
        tenant_id: String,
        /// Its name.
        display_name: String,
        /// Its domain.
        domain: String,
        /// Billing accounts in it.
        account_count: Number,
        /// Whether the caller sees any of them.
        has_access: bool,
    }
}

wire! {
    /// A person with a word about them.
    WirePersona {
        /// The person.
        principal: Person,
        /// What they can show.
        note: String,
    }
}

wire! {
    /// Rows of the load-test profile.
    LoadTest {
        /// How many.
        rows: Number,
    }
}

impl Person {
    /// The principal.
    pub fn into_billing(self) -> Result<Principal, DecodeError> {
        Ok(Principal {
            id: PrincipalId::new(filled(self.id).ok_or_else(|| DecodeError::new("id", "missing"))?),
            tenant: filled(self.tenant_id).map(TenantId::new),
            display_name: filled(self.display_name),
            email: filled(self.email),
            kind: principal_kind(self.r#type.as_deref()),
        })
    }
}

/// The person an answer is about.
pub(crate) fn person(person: Option<Person>) -> Result<Principal, DecodeError> {
    let person = person.ok_or_else(|| DecodeError::new("principal", "missing"))?;
    person.into_billing().map_err(|error| error.under("principal"))
}
