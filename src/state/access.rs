//! What the person may do at a scope: the roles they hold there and above, put to the matrix.
use super::{DataSource, Fetch, Session, use_fetch, use_session};
use crate::arm::{ArmError, Client, Me};
use crate::billing::{Decision, HeldRole, PrincipalId, Scope, Task, may};
use leptos::prelude::*;
use std::sync::Arc;

/// The roles the person holds at a scope and above it.
#[derive(Debug, Clone, PartialEq)]
pub struct Access {
    scope: Scope,
    held: Arc<Vec<HeldRole>>,
    /// The API's own answer for tasks it was asked about, where the person's roles could not be told apart (groups that
    /// only the directory knows); of files, what can be done with them.
    granted: Arc<Vec<Task>>,
}

impl Access {
    /// May the person do this here? With the reason.
    pub fn may(&self, task: Task) -> Decision {
        let decision = may(&self.held, task, &self.scope);
        if decision.is_allowed() || !self.granted.contains(&task) {
            return decision;
        }
        let role = crate::billing::Role::Other(String::new());
        Decision::Allowed { role, scope: self.scope.clone() }
    }

    /// The roles held here and above.
    pub fn held(&self) -> &[HeldRole] {
        &self.held
    }
}

/// Who the person is, once it is known.
pub fn use_me() -> Option<Fetch<Me>> {
    use_context::<Fetch<Me>>()
}

/// Who the caller is: the sandbox tells; of Azure the token's own claims are read.
///
/// # Errors
/// What the API answered.
pub async fn who_am_i(client: Client, session: Session) -> Result<Me, ArmError> {
    match session.source.get_untracked() {
        source if source.has_extension() => client.me().await,
        // Of files it is nobody.
        DataSource::Embedded | DataSource::Own => client.me().await,
        DataSource::Remote(_) => Ok(super::token_claims(session.token().as_deref().unwrap_or_default())),
    }
}

/// What the person may do at `scope`.
pub fn use_access(scope: impl Fn() -> Option<Scope> + 'static) -> Fetch<Access> {
    let session = use_session();
    use_fetch(scope, move |client, scope| load(client, session, scope))
}

async fn load(client: Client, session: Session, scope: Scope) -> Result<Access, ArmError> {
    if session.is_own_untracked() {
        // No role is held: files can be looked at, and nothing can be changed.
        let granted = Arc::new(session.own.tasks());
        return Ok(Access { scope, held: Arc::default(), granted });
    }
    let me = who_am_i(client.clone(), session).await?;
    let is_me = |id: &PrincipalId| {
        let same = |other: &PrincipalId| other.as_str().eq_ignore_ascii_case(id.as_str());
        same(&me.principal.id) || me.memberships.iter().any(same)
    };
    let mut held = Vec::new();
    for place in scope.with_ancestors() {
        // Who has no right above still has the rights given here: a refusal is an answer, not a failure.
        match client.role_assignments(&place).await {
            Ok(list) => held.extend(list.iter().filter(|a| is_me(&a.principal.id)).map(HeldRole::from)),
            Err(error) if matches!(error.status(), Some(401 | 403 | 404)) => {}
            Err(error) => return Err(error),
        }
    }
    let granted = if held.is_empty() { ask(&client, &scope).await } else { Vec::new() };
    Ok(Access { scope, held: Arc::new(held), granted: Arc::new(granted) })
}

/// Roles held through a group that only the directory knows cannot be read from the list: then the API is asked.
async fn ask(client: &Client, scope: &Scope) -> Vec<Task> {
    const ACTIONS: [(&str, &[Task]); 3] = [
        ("Microsoft.Billing/billingAccounts/billingProfiles/read", &[Task::SeeInvoices, Task::SeeProperties]),
        (
            "Microsoft.Billing/billingAccounts/billingProfiles/write",
            &[Task::UpdateProperties, Task::ChangeEmailPreference],
        ),
        ("Microsoft.Billing/billingAccounts/billingRoleAssignments/write", &[Task::GivePermissions]),
    ];
    let names: Vec<&str> = ACTIONS.iter().map(|(name, _)| *name).collect();
    let answers = client.check_access(scope, &names).await.unwrap_or_default();
    let allowed = |name: &str| answers.iter().any(|(action, yes)| *yes && action.eq_ignore_ascii_case(name));
    ACTIONS.iter().filter(|(name, _)| allowed(name)).flat_map(|(_, tasks)| tasks.iter().copied()).collect()
}
