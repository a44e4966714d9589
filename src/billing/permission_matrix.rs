//! The tables behind [`may`](super::may): for every kind of scope, which role may do which task there.
//!
//! Columns run from the least to the most powerful role, those of the scope itself before those inherited from above. A
//! task without a row is not something one does at that kind of scope: it is denied to everybody.
use super::{Role, ScopeKind, Task};

/// One table: its columns, and per task a cell for each column.
pub(super) struct Table<const COLUMNS: usize, const ROWS: usize> {
    columns: [Role; COLUMNS],
    rows: [(Task, [bool; COLUMNS]); ROWS],
}

impl<const COLUMNS: usize, const ROWS: usize> Table<COLUMNS, ROWS> {
    fn allowing(&self, task: Task) -> Vec<&Role> {
        let row = self.rows.iter().find(|(of, _)| *of == task);
        let cells = row.map(|(_, cells)| cells.as_slice()).unwrap_or_default();
        std::iter::zip(&self.columns, cells).filter_map(|(role, yes)| yes.then_some(role)).collect()
    }
}

/// The roles that allow `task` at a scope of this kind, least powerful first.
pub(super) fn roles_allowing(task: Task, kind: ScopeKind) -> Vec<&'static Role> {
    match kind {
        ScopeKind::Account => ACCOUNT.allowing(task),
        ScopeKind::Profile => PROFILE.allowing(task),
        ScopeKind::Section => SECTION.allowing(task),
        ScopeKind::Customer => CUSTOMER.allowing(task),
    }
}

const Y: bool = true;
const N: bool = false;

/// Billing account (own table, after contract §7.4). Paying follows the profile's table, so that an answer does not
/// depend on the page it is asked on. Making a section and the e-mail preference belong to a profile: no row.
static ACCOUNT: Table<3, 8> = Table {
    columns: [Role::AccountReader, Role::AccountContributor, Role::AccountOwner],
    rows: [
        (Task::SeeRoleAssignments, [Y, Y, Y]),
        (Task::GivePermissions, [N, N, Y]),
        (Task::SeeProperties, [Y, Y, Y]),
        (Task::UpdateProperties, [N, Y, Y]),
        (Task::SeeInvoices, [Y, Y, Y]),
        (Task::PayByCard, [N, N, Y]),
        (Task::ManagePaymentMethods, [N, Y, Y]),
        (Task::CreateSubscription, [N, Y, Y]),
    ],
};

/// Billing profile (blades 2.7, contract §7.4): reader, invoice manager, contributor and owner of the profile, then
/// reader, contributor and owner of the account.
static PROFILE: Table<7, 11> = Table {
    columns: [
        Role::ProfileReader,
        Role::InvoiceManager,
        Role::ProfileContributor,
        Role::ProfileOwner,
        Role::AccountReader,
        Role::AccountContributor,
        Role::AccountOwner,
    ],
    rows: [
        (Task::SeeRoleAssignments, [Y, Y, Y, Y, Y, Y, Y]),
        (Task::GivePermissions, [N, N, N, Y, N, N, Y]),
        (Task::SeeProperties, [Y, Y, Y, Y, Y, Y, Y]),
        (Task::UpdateProperties, [N, N, Y, Y, N, Y, Y]),
        (Task::SeeInvoices, [Y, Y, Y, Y, Y, Y, Y]),
        (Task::PayByCard, [N, Y, Y, Y, N, N, Y]),
        (Task::CreateInvoiceSection, [N, N, Y, Y, N, Y, Y]),
        (Task::ManagePaymentMethods, [N, N, Y, Y, N, Y, Y]),
        (Task::ChangeEmailPreference, [N, N, Y, Y, N, Y, Y]),
        (Task::MoveProducts, [N, N, Y, Y, N, Y, Y]),
        (Task::CreateSubscription, [N, N, Y, Y, N, Y, Y]),
    ],
};

/// Invoice section (own table, after contract §7.4): the subscription creator sees only what he made himself, so nothing
/// here but making. Roles of the section do not open invoices: an invoice is the profile's.
static SECTION: Table<11, 7> = Table {
    columns: [
        Role::SubscriptionCreator,
        Role::SectionReader,
        Role::SectionContributor,
        Role::SectionOwner,
        Role::ProfileReader,
        Role::InvoiceManager,
        Role::ProfileContributor,
        Role::ProfileOwner,
        Role::AccountReader,
        Role::AccountContributor,
        Role::AccountOwner,
    ],
    rows: [
        (Task::SeeRoleAssignments, [N, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y]),
        (Task::GivePermissions, [N, N, N, Y, N, N, N, Y, N, N, Y]),
        (Task::SeeProperties, [N, Y, Y, Y, Y, Y, Y, Y, Y, Y, Y]),
        (Task::UpdateProperties, [N, N, Y, Y, N, N, Y, Y, N, Y, Y]),
        (Task::SeeInvoices, [N, N, N, N, Y, Y, Y, Y, Y, Y, Y]),
        (Task::MoveProducts, [N, N, Y, Y, N, N, Y, Y, N, Y, Y]),
        (Task::CreateSubscription, [Y, N, Y, Y, N, N, Y, Y, N, Y, Y]),
    ],
};

/// Customer of a partner (own table, by analogy with the section: the published definitions share their ids, contract §7.1).
static CUSTOMER: Table<10, 6> = Table {
    columns: [
        Role::CustomerReader,
        Role::CustomerContributor,
        Role::CustomerOwner,
        Role::ProfileReader,
        Role::InvoiceManager,
        Role::ProfileContributor,
        Role::ProfileOwner,
        Role::AccountReader,
        Role::AccountContributor,
        Role::AccountOwner,
    ],
    rows: [
        (Task::SeeRoleAssignments, [Y, Y, Y, Y, Y, Y, Y, Y, Y, Y]),
        (Task::GivePermissions, [N, N, Y, N, N, N, Y, N, N, Y]),
        (Task::SeeProperties, [Y, Y, Y, Y, Y, Y, Y, Y, Y, Y]),
        (Task::UpdateProperties, [N, Y, Y, N, N, Y, Y, N, Y, Y]),
        (Task::SeeInvoices, [N, N, N, Y, Y, Y, Y, Y, Y, Y]),
        (Task::CreateSubscription, [N, Y, Y, N, N, Y, Y, N, Y, Y]),
    ],
};
