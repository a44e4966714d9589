//! Roles: what can be given, who holds what, giving and taking (contract §7).
use super::client::{BILLING, Call};
use super::retry::Repeat;
use super::{ArmError, Client, Method, link, wire};
use crate::billing::{Principal, Role, RoleAssignment, RoleDefinition, Scope, ScopeKind};
use std::rc::Rc;
use std::time::Duration;

const VERSION: (&str, &str) = ("api-version", BILLING);
/// Before looking a second time for an assignment whose answer was lost.
const SECOND_LOOK: Duration = Duration::from_secs(2);

impl Client {
    /// The roles that can be given at a scope, each once (contract §7.1: the service lists one twice).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn role_definitions(&self, scope: &Scope) -> Result<Vec<RoleDefinition>, ArmError> {
        let path = link::scope(scope)? + "/billingRoleDefinitions";
        let mut roles = self.list("role definitions", &path, &[VERSION], &wire::definition).await?;
        let mut seen: Vec<String> = Vec::new();
        roles.retain(|role: &RoleDefinition| {
            let is_new = !seen.iter().any(|name| name.eq_ignore_ascii_case(&role.name));
            seen.push(role.name.clone());
            is_new
        });
        self.learn_roles(scope, &roles);
        Ok(roles)
    }

    /// Who holds a role at a scope, without names.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn role_assignments(&self, scope: &Scope) -> Result<Vec<RoleAssignment>, ArmError> {
        let names = self.role_names(scope).await?;
        let path = link::scope(scope)? + "/billingRoleAssignments";
        let role_of = |definition: &str, at: &Scope| role_of(&names, scope, definition, at);
        self.list("role assignments", &path, &[VERSION], &|json| wire::assignment(json, scope, &role_of)).await
    }

    /// Who holds a role at a scope, with the names the directory knows. The service may take its time.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn resolve_role_assignments(&self, scope: &Scope) -> Result<Vec<RoleAssignment>, ArmError> {
        let what = "role assignments";
        let names = self.role_names(scope).await?;
        let path = link::scope(scope)? + "/resolveBillingRoleAssignments";
        let query = [VERSION, ("resolveScopeDisplayNames", "true")];
        // Asking by POST changes nothing: it may be asked again.
        let call = self.call(Method::Post, link::with_query(&path, &query), Repeat::Safe);
        let answer = self.exchange(&call).await?;
        let answer = self.finish(answer).await?;
        // Further pages are those of this list, under this or under the plain list's address.
        let collection = link::scope(scope)?;
        let role_of = |definition: &str, at: &Scope| role_of(&names, scope, definition, at);
        let mut all = Vec::new();
        self.pages_from(what, &collection, call, answer, &mut |json| {
            all.push(wire::assignment(json, scope, &role_of)?);
            Ok(())
        })
        .await?;
        Ok(all)
    }

    /// Gives a role to somebody. An answer that is lost is never followed by sending blindly again: the list is asked
    /// whether the role is there, twice, and only then it is sent once more.
    ///
    /// # Errors
    /// [`ArmError`]; [`ArmError::is_already_assigned`] when the role was held before.
    pub async fn create_role_assignment(
        &self,
        scope: &Scope,
        role: &RoleDefinition,
        principal: &Principal,
    ) -> Result<RoleAssignment, ArmError> {
        let path = link::scope(scope)? + "/createBillingRoleAssignment";
        let call = Call {
            body: Some(wire::new_assignment(role, principal).into_bytes()),
            ..self.call(Method::Post, link::with_query(&path, &[VERSION]), Repeat::Once)
        };
        match self.give(&call, scope, role).await {
            Ok(Some(given)) => return Ok(given),
            // Done, but the answer does not show it.
            Ok(None) => {}
            Err(error @ ArmError::Decode { .. }) => return self.find(scope, role, principal).await?.ok_or(error),
            Err(error) if error.outcome_unknown() => match self.find(scope, role, principal).await {
                Ok(Some(given)) => return Ok(given),
                Ok(None) => {
                    let again = self.give(&call, scope, role).await;
                    match again {
                        Ok(Some(given)) => return Ok(given),
                        Ok(None) => {}
                        Err(error) if error.outcome_unknown() || error.is_already_assigned() => {
                            return self.find(scope, role, principal).await?.ok_or(error);
                        }
                        Err(error) => return Err(error),
                    }
                }
                Err(_) => return Err(error),
            },
            Err(error) => return Err(error),
        }
        let found = self.find(scope, role, principal).await?;
        found.ok_or(ArmError::CannotFollow { client_request_id: call.id })
    }

    /// Sends the POST and waits for the end; none when the service is done without showing the assignment.
    async fn give(
        &self,
        call: &Call,
        scope: &Scope,
        role: &RoleDefinition,
    ) -> Result<Option<RoleAssignment>, ArmError> {
        let answer = self.exchange(call).await?;
        let answer = self.finish(answer).await?;
        if answer.status() == 204 || answer.response.body.is_empty() {
            return Ok(None);
        }
        let given =
            answer.json("the role assignment", |json| wire::assignment(json, scope, &|_, _| role.role.clone()))?;
        Ok(Some(given))
    }

    /// Looks for an assignment of this role to this principal at this scope, twice.
    async fn find(
        &self,
        scope: &Scope,
        role: &RoleDefinition,
        principal: &Principal,
    ) -> Result<Option<RoleAssignment>, ArmError> {
        let is_it = |given: &RoleAssignment| {
            given.is_direct_at(scope)
                && given.role_definition.eq_ignore_ascii_case(&role.name)
                && given.principal.id.as_str().eq_ignore_ascii_case(principal.id.as_str())
        };
        if let Some(given) = self.role_assignments(scope).await?.into_iter().find(is_it) {
            return Ok(Some(given));
        }
        self.host().sleep(SECOND_LOOK).await;
        Ok(self.role_assignments(scope).await?.into_iter().find(is_it))
    }

    /// Takes a role away. A repeated request that finds nothing any more has done its work.
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn delete_role_assignment(&self, assignment: &RoleAssignment) -> Result<(), ArmError> {
        let scope = link::scope(&assignment.scope)?;
        let path = format!("{scope}/billingRoleAssignments/{}", link::segment(&assignment.name)?);
        let call = self.call(Method::Delete, link::with_query(&path, &[VERSION]), Repeat::Safe);
        let answer = self.exchange(&call).await?;
        if answer.status() == 404 && answer.lost {
            return Ok(());
        }
        self.finish(answer).await.map(|_| ())
    }

    /// Whether the caller may do each of the actions at a scope, by Azure's action names (contract §7.3).
    ///
    /// # Errors
    /// [`ArmError`].
    pub async fn check_access(&self, scope: &Scope, actions: &[&str]) -> Result<Vec<(String, bool)>, ArmError> {
        let what = "the access check";
        let path = link::scope(scope)? + "/checkAccess";
        let call = Call {
            body: Some(wire::access_question(actions).into_bytes()),
            ..self.call(Method::Post, link::with_query(&path, &[VERSION]), Repeat::Safe)
        };
        self.read(what, &call, &wire::access_answers).await
    }

    /// The definitions of a scope, read once. Who may see assignments but not definitions still gets the known names.
    async fn role_names(&self, scope: &Scope) -> Result<Rc<[RoleDefinition]>, ArmError> {
        if let Some(names) = self.known_roles(scope) {
            return Ok(names);
        }
        match self.role_definitions(scope).await {
            Ok(names) => Ok(names.into()),
            Err(error) if error.is_forbidden() || error.is_not_found() => Ok(Rc::new([])),
            Err(error) => Err(error),
        }
    }
}

/// The role of a definition given at `at`: by the names listed at `asked`, else by the GUIDs that are the same in every
/// tenant (contract §7.1). Section and customer roles share GUIDs, so an assignment from another kind of scope is not
/// looked up in the list.
fn role_of(names: &[RoleDefinition], asked: &Scope, definition: &str, at: &Scope) -> Role {
    let listed = names.iter().find(|role| role.name.eq_ignore_ascii_case(definition));
    match listed.filter(|_| asked.kind() == at.kind()) {
        Some(role) => role.role.clone(),
        None => well_known(at.kind(), definition).unwrap_or_else(|| Role::Other(definition.to_owned())),
    }
}

fn well_known(kind: ScopeKind, definition: &str) -> Option<Role> {
    let (family, number) = definition.split_once("-aaaa-bbbb-cccc-1000000000")?;
    Some(match (kind, family, number) {
        (ScopeKind::Account, "50000000", "00") => Role::AccountOwner,
        (ScopeKind::Account, "50000000", "01") => Role::AccountContributor,
        (ScopeKind::Account, "50000000", "02") => Role::AccountReader,
        (ScopeKind::Profile, "40000000", "00") => Role::ProfileOwner,
        (ScopeKind::Profile, "40000000", "01") => Role::ProfileContributor,
        (ScopeKind::Profile, "40000000", "02") => Role::ProfileReader,
        (ScopeKind::Profile, "40000000", "04") => Role::InvoiceManager,
        (ScopeKind::Section, "30000000", "00") => Role::SectionOwner,
        (ScopeKind::Section, "30000000", "01") => Role::SectionContributor,
        (ScopeKind::Section, "30000000", "02") => Role::SectionReader,
        (ScopeKind::Section, "30000000", "06") => Role::SubscriptionCreator,
        (ScopeKind::Customer, "30000000", "00") => Role::CustomerOwner,
        (ScopeKind::Customer, "30000000", "01") => Role::CustomerContributor,
        (ScopeKind::Customer, "30000000", "02") => Role::CustomerReader,
        _ => return None,
    })
}
