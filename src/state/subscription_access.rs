//! Who the person is to a subscription, and what they may do with its invoices: facts from the API, decided by the rules.
use super::{Fetch, Session, use_fetch, use_session, who_am_i};
use crate::arm::{ArmError, Client};
use crate::billing::{
    AccessReason, AccessSwitch, BillingSubscription, Caller, InvoiceAccess, SubscriptionRole,
    SubscriptionRoleAssignment, UsageDoor, may_download, may_switch_access, usage_door,
};
use crate::browser::own::NOT_IN_FILES;

/// What decides about a subscription's invoices.
#[derive(Debug, Clone, PartialEq)]
pub struct SubscriptionAccess {
    /// The subscription.
    pub subscription: BillingSubscription,
    /// Who asks.
    pub caller: Caller,
    /// *Access to invoice*.
    pub switch: AccessSwitch,
    /// Who holds which role on it; `None` where that cannot be read.
    pub assignments: Option<Vec<SubscriptionRoleAssignment>>,
    /// The account administrator's address for notifications, where it is told.
    pub admin_email: Option<String>,
}

impl SubscriptionAccess {
    /// Whether the person may download its invoices.
    pub fn may_download(&self) -> InvoiceAccess {
        let is_plan = self.subscription.is_support_plan();
        may_download(&self.caller, &self.subscription.id, is_plan, self.switch, self.assignments.as_deref())
    }

    /// Whether the person may let others download them.
    pub fn may_switch(&self) -> InvoiceAccess {
        may_switch_access(&self.caller, self.subscription.is_support_plan())
    }

    /// Whether the person has the Account Center.
    pub fn has_account_center(&self) -> bool {
        usage_door(&self.caller) == UsageDoor::AccountCenter
    }

    /// The role that opens invoices and that the person holds here, as it would be with the switch on.
    pub fn own_role(&self) -> Option<SubscriptionRole> {
        let with_switch_on = may_download(
            &Caller { is_account_admin: Some(false), ..self.caller.clone() },
            &self.subscription.id,
            false,
            AccessSwitch::On,
            self.assignments.as_deref(),
        );
        match with_switch_on {
            InvoiceAccess::Allowed(AccessReason::Role { role, .. }) => Some(role),
            _ => None,
        }
    }
}

/// What the person may do with the invoices of the subscription.
pub fn use_subscription_access(of: impl Fn() -> Option<BillingSubscription> + 'static) -> Fetch<SubscriptionAccess> {
    let session = use_session();
    use_fetch(of, move |client, subscription| subscription_access(client, session, subscription))
}

/// As [`use_subscription_access`], for who has many to ask about. Azure tells neither the switch nor, in this contract, the
/// roles: they stay unknown there, and nothing is claimed.
///
/// # Errors
/// [`ArmError`].
pub async fn subscription_access(
    client: Client,
    session: Session,
    subscription: BillingSubscription,
) -> Result<SubscriptionAccess, ArmError> {
    let has_extension = session.has_extension();
    let is_own = session.is_own_untracked();
    let me = who_am_i(client.clone(), session).await?;
    let property = match client.billing_property(&subscription.id).await {
        Ok(property) => Some(property),
        // Files need not hold it: who administers the account stays unknown.
        Err(error) if error.code() == Some(NOT_IN_FILES) => None,
        Err(error) => return Err(error),
    };
    let caller = Caller {
        principal: me.principal.id,
        groups: has_extension.then_some(me.memberships),
        // Who has an invoice in a file could see it, whatever they are.
        is_account_admin: property.as_ref().and_then(|it| it.is_account_admin).filter(|is_it| *is_it || !is_own),
    };
    let (mut switch, mut assignments) = (AccessSwitch::Unknown, None);
    if has_extension {
        assignments = Some(client.subscription_roles(&subscription.id).await?);
        switch = match client.invoice_access(&subscription.id).await {
            Ok(switch) => switch,
            // A support plan has none.
            Err(error) if error.status() == Some(404) => AccessSwitch::Off,
            Err(error) => return Err(error),
        };
    }
    Ok(SubscriptionAccess {
        subscription,
        caller,
        switch,
        assignments,
        admin_email: property.and_then(|it| it.account_admin_email),
    })
}
