//! Billing roles, who holds them and where (contract §7).
use super::{PrincipalId, Scope, TenantId};
use chrono::{DateTime, Utc};

/// The kind of scope a role can be given at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScopeKind {
    /// Billing account.
    Account,
    /// Billing profile.
    Profile,
    /// Invoice section.
    Section,
    /// Customer of a partner.
    Customer,
}

impl Scope {
    /// What kind of scope this is.
    pub fn kind(&self) -> ScopeKind {
        match self {
            Scope::Account(_) => ScopeKind::Account,
            Scope::Profile(..) => ScopeKind::Profile,
            Scope::Section(..) => ScopeKind::Section,
            Scope::Customer(..) => ScopeKind::Customer,
        }
    }
}

/// A billing role by its meaning (contract §7.1). A role whose name is not known is kept by that name and grants nothing
/// here: what it may do is for the API to say.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Role {
    /// Billing account owner.
    AccountOwner,
    /// Billing account contributor.
    AccountContributor,
    /// Billing account reader.
    AccountReader,
    /// Billing profile owner.
    ProfileOwner,
    /// Billing profile contributor.
    ProfileContributor,
    /// Billing profile reader.
    ProfileReader,
    /// Invoice manager of a billing profile.
    InvoiceManager,
    /// Invoice section owner.
    SectionOwner,
    /// Invoice section contributor.
    SectionContributor,
    /// Invoice section reader.
    SectionReader,
    /// Azure subscription creator of an invoice section.
    SubscriptionCreator,
    /// Customer owner (MPA).
    CustomerOwner,
    /// Customer contributor (MPA).
    CustomerContributor,
    /// Customer reader (MPA).
    CustomerReader,
    /// Any other role, by its name.
    Other(String),
}

impl Role {
    /// Every role that is known here, in the order lists show them.
    pub const KNOWN: [Role; 14] = [
        Role::AccountOwner,
        Role::AccountContributor,
        Role::AccountReader,
        Role::ProfileOwner,
        Role::ProfileContributor,
        Role::ProfileReader,
        Role::InvoiceManager,
        Role::SectionOwner,
        Role::SectionContributor,
        Role::SectionReader,
        Role::SubscriptionCreator,
        Role::CustomerOwner,
        Role::CustomerContributor,
        Role::CustomerReader,
    ];

    /// The exact `roleName` of the role's definition (contract §7.1: resolve by name, not by GUID).
    pub fn name(&self) -> &str {
        match self {
            Role::AccountOwner => "Billing account owner",
            Role::AccountContributor => "Billing account contributor",
            Role::AccountReader => "Billing account reader",
            Role::ProfileOwner => "Billing profile owner",
            Role::ProfileContributor => "Billing profile contributor",
            Role::ProfileReader => "Billing profile reader",
            Role::InvoiceManager => "Invoice manager",
            Role::SectionOwner => "Invoice section owner",
            Role::SectionContributor => "Invoice section contributor",
            Role::SectionReader => "Invoice section reader",
            Role::SubscriptionCreator => "Azure subscription creator",
            Role::CustomerOwner => "Customer owner",
            Role::CustomerContributor => "Customer contributor",
            Role::CustomerReader => "Customer reader",
            Role::Other(name) => name,
        }
    }

    /// The role with this `roleName`, in any case.
    pub fn from_name(name: &str) -> Role {
        let known = Role::KNOWN.into_iter().find(|role| role.name().eq_ignore_ascii_case(name.trim()));
        known.unwrap_or_else(|| Role::Other(name.to_owned()))
    }

    /// Where the role is given; none for one that is not known.
    pub fn given_at(&self) -> Option<ScopeKind> {
        Some(match self {
            Role::AccountOwner | Role::AccountContributor | Role::AccountReader => ScopeKind::Account,
            Role::ProfileOwner | Role::ProfileContributor | Role::ProfileReader | Role::InvoiceManager => {
                ScopeKind::Profile
            }
            Role::SectionOwner | Role::SectionContributor | Role::SectionReader | Role::SubscriptionCreator => {
                ScopeKind::Section
            }
            Role::CustomerOwner | Role::CustomerContributor | Role::CustomerReader => ScopeKind::Customer,
            Role::Other(_) => return None,
        })
    }

    /// Whether it is the owner role of its kind of scope: the one whose last holder cannot be removed.
    pub fn is_owner(&self) -> bool {
        matches!(self, Role::AccountOwner | Role::ProfileOwner | Role::SectionOwner | Role::CustomerOwner)
    }
}

/// A role that can be given at a scope, as the API lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleDefinition {
    /// Full id at the scope: what an assignment refers to.
    pub id: String,
    /// The GUID at the end of the id.
    pub name: String,
    /// Its meaning.
    pub role: Role,
    /// What it is for, in English, if told.
    pub description: Option<String>,
}

/// Who can hold a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PrincipalKind {
    /// A person.
    User,
    /// A group of people.
    Group,
    /// An application.
    ServicePrincipal,
    /// Something else, or not told.
    Unknown,
}

/// A holder of a role. Plain lists carry no names; `resolveBillingRoleAssignments` adds them (contract §7.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// Entra object id.
    pub id: PrincipalId,
    /// Directory of the holder.
    pub tenant: Option<TenantId>,
    /// Name, where it is known.
    pub display_name: Option<String>,
    /// Address, where it is known.
    pub email: Option<String>,
    /// Person, group or application.
    pub kind: PrincipalKind,
}

impl Principal {
    /// What to call the holder: the name, else the address, else the object id.
    pub fn label(&self) -> &str {
        self.display_name.as_deref().or(self.email.as_deref()).unwrap_or(self.id.as_str())
    }
}

/// A role held by somebody at a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleAssignment {
    /// Name in its id: `{roleDefinitionName}_{principalId}` on MCA and MPA.
    pub name: String,
    /// Full id.
    pub id: String,
    /// The role.
    pub role: Role,
    /// GUID of the role's definition.
    pub role_definition: String,
    /// Who holds it.
    pub principal: Principal,
    /// Where it was given. Below that scope it is inherited and cannot be removed (contract §7.2).
    pub scope: Scope,
    /// When it was given; never-set times (`0001-01-01`) are none.
    pub created_on: Option<DateTime<Utc>>,
    /// Who gave it.
    pub created_by: Option<PrincipalId>,
}

impl RoleAssignment {
    /// Whether it was given at `scope` itself, and not above it.
    pub fn is_direct_at(&self, scope: &Scope) -> bool {
        self.scope == *scope
    }
}
