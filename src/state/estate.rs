//! The billing accounts of the person, and the profiles or subscriptions of the account that is open: names for menus and
//! breadcrumbs, and the lists of three blades.
use super::{Fetch, use_fetch, use_session};
use crate::arm::{ArmError, Directory};
use crate::billing::SubscriptionId;
use crate::billing::{
    AccountName, AgreementType, BillingAccount, BillingProfile, BillingSubscription, ProfileName, Scope,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Shared by all blades of the page.
#[derive(Clone, Copy)]
pub struct Estate {
    /// Every billing account the person has access to.
    pub accounts: Fetch<Arc<Vec<BillingAccount>>>,
    /// The open account, where it is not on that list: one may see an account of another directory by its name.
    other: Fetch<BillingAccount>,
    /// Profiles of the open account; stays loading while none is open.
    pub profiles: Fetch<Arc<Vec<BillingProfile>>>,
    /// Subscriptions of the open account, where it is a pay-as-you-go account (MOSP); stays loading while none is open.
    pub subscriptions: Fetch<Arc<Vec<BillingSubscription>>>,
    /// Directories the person can look through; stays loading where the source tells none.
    pub directories: Fetch<Arc<Vec<Directory>>>,
}

impl Estate {
    /// Fetches the accounts, and the profiles or subscriptions of whichever account `open` names.
    pub fn new(open: Signal<Option<AccountName>>) -> Estate {
        let accounts =
            use_fetch(|| Some(()), |client, ()| async move { client.billing_accounts().await.map(Arc::new) });
        let not_listed = move || {
            let (name, known) = (open.get()?, accounts.ready()?);
            (!known.iter().any(|account| same(account.name.as_str(), name.as_str()))).then_some(name)
        };
        let other =
            use_fetch(not_listed, |client, name: AccountName| async move { client.billing_account(&name).await });
        let with_profiles = move || {
            let name = open.get()?;
            let known = accounts.ready()?;
            // An account that is not on the list may still be there: then the API is asked.
            let account = known.iter().find(|account| same(account.name.as_str(), name.as_str()));
            account.is_none_or(|account| account.agreement.has_profiles()).then_some(name)
        };
        let profiles = use_fetch(with_profiles, |client, name: AccountName| async move {
            client.billing_profiles(&name).await.map(Arc::new)
        });
        let with_subscriptions = move || {
            let (name, known) = (open.get()?, accounts.ready()?);
            let listed = known.iter().find(|account| same(account.name.as_str(), name.as_str())).cloned();
            let account = listed.or_else(|| other.ready());
            account.is_some_and(|account| account.agreement == AgreementType::Mosp).then_some(name)
        };
        let subscriptions = use_fetch(with_subscriptions, |client, name: AccountName| async move {
            client.billing_subscriptions(&name).await.map(Arc::new)
        });
        let session = use_session();
        let directories = use_fetch(
            move || session.source.with(|source| source.has_extension()).then_some(()),
            |client, ()| async move { client.tenants().await.map(Arc::new) },
        );
        Estate { accounts, other, profiles, subscriptions, directories }
    }

    /// The account of this name, if the person has it.
    pub fn account(&self, name: &AccountName) -> Option<BillingAccount> {
        let accounts = self.accounts.ready()?;
        let listed = accounts.iter().find(|account| same(account.name.as_str(), name.as_str())).cloned();
        listed.or_else(|| self.other.ready().filter(|account| same(account.name.as_str(), name.as_str())))
    }

    /// What to call the account: its display name; its id where it is not on the list, and dots until that is known.
    pub fn account_label(&self, name: &AccountName) -> String {
        match self.account(name) {
            Some(account) => account.display_name,
            None if self.is_looking() => "…".to_owned(),
            None => name.to_string(),
        }
    }

    /// Whether it is not yet known if the open account is there.
    pub fn is_looking(&self) -> bool {
        self.accounts.is_loading() || self.other.is_busy()
    }

    /// Why the open account is not there: it is not on the list, and the API did not tell it by its name.
    pub fn unseen(&self, name: &AccountName) -> Option<ArmError> {
        let is_looked_for = self.accounts.ready().is_some() && self.account(name).is_none();
        self.other.failed().filter(|_| is_looked_for && !self.is_looking())
    }

    /// Whether the account is not for this person: refused, or not there.
    pub fn is_hidden(&self, name: &AccountName) -> bool {
        self.unseen(name).is_some_and(|error| error.is_forbidden() || error.is_not_found())
    }

    /// Asks for the open account again.
    pub fn look_again(&self) {
        self.other.refetch();
    }

    /// What to call the profile, as [`Estate::account_label`].
    pub fn profile_label(&self, account: &AccountName, name: &ProfileName) -> String {
        match self.profile(account, name) {
            Some(profile) => profile.display_name,
            None if self.profiles.is_loading() && self.accounts.failed().is_none() => "…".to_owned(),
            None => name.to_string(),
        }
    }

    /// What a scope is called: its display name where it is known.
    pub fn scope_label(&self, scope: &Scope) -> String {
        match scope {
            Scope::Account(a) => self.account_label(a),
            Scope::Profile(a, p) => self.profile_label(a, p),
            Scope::Section(_, _, section) => section.to_string(),
            Scope::Customer(_, _, customer) => customer.to_string(),
        }
    }

    /// What to call the subscription, as [`Estate::account_label`].
    pub fn subscription_label(&self, id: &SubscriptionId) -> String {
        match self.subscription(id) {
            Some(subscription) => subscription.display_name,
            None if self.subscriptions.is_loading() && self.accounts.failed().is_none() => "…".to_owned(),
            None => id.to_string(),
        }
    }

    /// The subscription with this id in the open account.
    pub fn subscription(&self, id: &SubscriptionId) -> Option<BillingSubscription> {
        self.subscriptions.ready()?.iter().find(|subscription| subscription.id == *id).cloned()
    }

    /// The profile of this name in the open account.
    pub fn profile(&self, account: &AccountName, name: &ProfileName) -> Option<BillingProfile> {
        let profiles = self.profiles.ready()?;
        let here = |profile: &&BillingProfile| {
            same(profile.account.as_str(), account.as_str()) && same(profile.name.as_str(), name.as_str())
        };
        profiles.iter().find(here).cloned()
    }
}

/// Names in ids are compared without regard to case (contract §1).
fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// The estate of this page.
pub fn use_estate() -> Estate {
    use_context().unwrap_or_else(|| Estate::new(Signal::derive(|| None)))
}
