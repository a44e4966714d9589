//! Who may do what, as data (blades 2.7; contract §7.4), and the reason for every answer.
use super::{Role, RoleAssignment, Scope};

/// Something a person may want to do at a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Task {
    /// See who holds which role.
    SeeRoleAssignments,
    /// Give and take roles.
    GivePermissions,
    /// See properties and policies.
    SeeProperties,
    /// Change properties and apply policies.
    UpdateProperties,
    /// See invoices; download invoices, usage, price sheets and tax documents.
    SeeInvoices,
    /// Pay an invoice by card. The two tables of the source disagree on the billing account contributor (blades 6.1
    /// row 5): the profile's own table is followed, which says no.
    PayByCard,
    /// Make an invoice section.
    CreateInvoiceSection,
    /// Manage payment methods.
    ManagePaymentMethods,
    /// Change who is sent the invoices.
    ChangeEmailPreference,
    /// Move products and subscriptions to another profile.
    MoveProducts,
    /// Make an Azure subscription in a section. The sources disagree on the invoice manager (blades 6.1 row 6): two of
    /// three tables say no, so no.
    CreateSubscription,
}

impl Task {
    /// All tasks.
    pub const ALL: [Task; 11] = [
        Task::SeeRoleAssignments,
        Task::GivePermissions,
        Task::SeeProperties,
        Task::UpdateProperties,
        Task::SeeInvoices,
        Task::PayByCard,
        Task::CreateInvoiceSection,
        Task::ManagePaymentMethods,
        Task::ChangeEmailPreference,
        Task::MoveProducts,
        Task::CreateSubscription,
    ];
}

/// A role somebody holds, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRole {
    /// The role.
    pub role: Role,
    /// Where it was given.
    pub scope: Scope,
}

impl From<&RoleAssignment> for HeldRole {
    fn from(assignment: &RoleAssignment) -> HeldRole {
        HeldRole {
            role: assignment.role.clone(),
            scope: assignment.scope.clone(),
        }
    }
}

/// The answer to "may they?", with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Yes: this role, given at this scope, allows it.
    Allowed {
        /// The role that allows it.
        role: Role,
        /// Where that role was given.
        scope: Scope,
    },
    /// No.
    Denied {
        /// Roles that would allow it, least powerful first. Empty when no billing role can.
        missing: Vec<Role>,
        /// Roles whose holders can give one of those.
        granters: Vec<Role>,
        /// The roles that are held here and do not allow it.
        held: Vec<Role>,
    },
}

impl Decision {
    /// True for yes.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Decision::Allowed { .. })
    }
}
