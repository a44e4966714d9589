//! Giving and taking a role, each with its way back. The work goes on when the blade is left: it belongs to the person, not
//! to the page.
use crate::billing::{Principal, Role, RoleAssignment, RoleDefinition, Scope};
use crate::state::SendWrapper;
use crate::state::{ArmError, Client};
use crate::state::{Notifications, Outcome, arm_words, name_of, t, t_with};
use crate::text::words::{access, common};
use leptos::prelude::*;

/// What changes need of the page they were started on. Copy.
#[derive(Clone, Copy)]
pub struct Changes {
    /// Where it is told.
    pub notifications: Notifications,
    /// Called after each change, to show the list as it is now.
    pub on_changed: Callback<Change>,
}

/// What has changed.
#[derive(Debug, Clone)]
pub enum Change {
    /// A role was given.
    Given(RoleAssignment),
    /// A role was taken away.
    Taken(RoleAssignment),
}

/// The definition of a role at a scope, by name: ids are not the same everywhere (contract §7.1).
async fn definition(client: &Client, scope: &Scope, role: &Role) -> Result<Option<RoleDefinition>, ArmError> {
    let list = client.role_definitions(scope).await?;
    Ok(list.into_iter().find(|definition| definition.role == *role))
}

fn failed(changes: Changes, what: String, error: &ArmError) {
    let words = arm_words(error);
    let detail = words.message.map_or(words.text.clone(), |message| format!("{} {message}", words.text));
    changes.notifications.add(Outcome::Failed, what, Some(detail), None);
}

/// Gives a role. Tells of it with *Undo*.
///
/// # Errors
/// What the API answered; nothing is told then, the pane shows it.
pub async fn give(
    changes: Changes,
    client: Client,
    scope: Scope,
    definition: RoleDefinition,
    principal: Principal,
) -> Result<RoleAssignment, ArmError> {
    let given = client.create_role_assignment(&scope, &definition, &principal).await?;
    // The answer knows the holder by id alone.
    let assignment = RoleAssignment { principal: principal.clone(), ..given };
    let values = [("name", principal.label()), ("role", &name_of(&definition.role))];
    let title = t_with(access::ADDED, &values);
    let undo = Callback::new({
        let (client, assignment) = (SendWrapper::new(client), assignment.clone());
        move |()| {
            let (client, assignment) = ((*client).clone(), assignment.clone());
            leptos::task::spawn_local(async move { undo_give(changes, client, assignment).await });
        }
    });
    changes.notifications.add(Outcome::Done, title, None, Some((t(common::UNDO), undo)));
    changes.on_changed.try_run(Change::Given(assignment.clone()));
    Ok(assignment)
}

async fn undo_give(changes: Changes, client: Client, assignment: RoleAssignment) {
    match client.delete_role_assignment(&assignment).await {
        Ok(()) => {
            changes.notifications.add(Outcome::Done, t(access::ADD_UNDONE), None, None);
            changes.on_changed.try_run(Change::Taken(assignment));
        }
        Err(error) => failed(changes, t(access::UNDO_FAILED), &error),
    }
}

/// Takes a role away. Tells of it with *Undo*.
///
/// # Errors
/// What the API answered; nothing is told then, the dialog shows it.
pub async fn take(changes: Changes, client: Client, assignment: RoleAssignment) -> Result<(), ArmError> {
    client.delete_role_assignment(&assignment).await?;
    let values = [("name", assignment.principal.label()), ("role", &name_of(&assignment.role))];
    let title = t_with(access::REMOVED, &values);
    let (client, taken) = (SendWrapper::new(client), assignment.clone());
    let undo = Callback::new(move |()| {
        let (client, assignment) = ((*client).clone(), assignment.clone());
        leptos::task::spawn_local(async move { undo_take(changes, client, assignment).await });
    });
    changes.notifications.add(Outcome::Done, title, None, Some((t(common::UNDO), undo)));
    changes.on_changed.try_run(Change::Taken(taken));
    Ok(())
}

async fn undo_take(changes: Changes, client: Client, assignment: RoleAssignment) {
    let answer = async {
        match definition(&client, &assignment.scope, &assignment.role).await? {
            Some(definition) => {
                client.create_role_assignment(&assignment.scope, &definition, &assignment.principal).await.map(Some)
            }
            None => Ok(None),
        }
    };
    match answer.await {
        Ok(Some(given)) => {
            changes.notifications.add(Outcome::Done, t(access::REMOVE_UNDONE), None, None);
            changes.on_changed.try_run(Change::Given(RoleAssignment { principal: assignment.principal, ..given }));
        }
        Ok(None) => {
            changes.notifications.add(Outcome::Failed, t(access::UNDO_FAILED), Some(t(access::ROLE_GONE)), None);
        }
        Err(error) => failed(changes, t(access::UNDO_FAILED), &error),
    }
}
