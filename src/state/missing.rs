//! What is known about an invoice that somebody looks for: facts from the API for the rules of `billing`. What cannot be had is
//! left unknown, never guessed.
use super::{Session, subscription_access, who_am_i};
use crate::arm::{AccountElsewhere, Client, Me};
use crate::billing::{
    Anchor, BillingAccount, BillingProfile, BillingSubscription, Charging, Decision, Directory, Facts, Identity,
    IdentityKind, InvoiceRight, Period, invoice_sought, profile_invoice,
};
use crate::browser::clock;
use chrono::{Months, NaiveDate};
use leptos::prelude::GetUntracked;

/// What is looked at: an account, or a profile or subscription of it. None of them on the page of all scopes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sought {
    /// The billing account.
    pub account: Option<BillingAccount>,
    /// A billing profile of it (MCA, MPA).
    pub profile: Option<BillingProfile>,
    /// Whether the person may see invoices there (MCA, MPA).
    pub decision: Option<Decision>,
    /// A subscription of it (MOSP).
    pub subscription: Option<BillingSubscription>,
    /// First day of the period whose invoice is looked for; else the newest one without an invoice.
    pub start: Option<NaiveDate>,
    /// The day of the month on which the account's invoices are made, where it is known (MOSP).
    pub account_day: Option<Anchor>,
}

/// Gathers what is known, as of today.
pub async fn facts(client: Client, session: Session, sought: Sought) -> Facts {
    let mut facts = Facts::on(clock::today());
    let me = who_am_i(client.clone(), session).await.ok();
    let account = sought.account.as_ref();
    facts.agreement = account.map(|account| account.agreement.clone());
    facts.signed_up = account.and_then(|account| account.created);
    facts.sees_accounts = match account {
        Some(_) => Some(true),
        None => client.billing_accounts().await.ok().map(|accounts| !accounts.is_empty()),
    };
    match &sought.subscription {
        Some(subscription) => of_subscription(&client, session, subscription, &sought, &mut facts).await,
        None => of_profile(&client, &sought, &mut facts).await,
    }
    if session.has_extension() {
        elsewhere(&client, session, &sought, me, &mut facts).await;
        if let Some(account) = account {
            facts.ea_receiver = client.ea_receiver(&account.name).await.ok().flatten();
        }
    }
    facts
}

async fn of_subscription(
    client: &Client,
    session: Session,
    subscription: &BillingSubscription,
    sought: &Sought,
    facts: &mut Facts,
) {
    facts.offer = subscription.offer.clone();
    // "Fewer than 30 days from the day you subscribed" (seed S000-18): a new subscription on an old account is new.
    // Who buys a reservation has subscribed long before.
    if subscription.charging() != Charging::Purchase {
        facts.signed_up = subscription.created.or(facts.signed_up);
    }
    let access = subscription_access(client.clone(), session, subscription.clone()).await.ok();
    facts.right = access.map(|access| InvoiceRight::Subscription(access.may_download()));
    let list = client.subscription_invoices(&subscription.account, &subscription.id).await;
    facts.sees_invoices = list.as_ref().ok().map(|list| !list.is_empty());
    let list = list.unwrap_or_default();
    facts.expected =
        sought.account_day.and_then(|day| invoice_sought(subscription, day, &list, sought.start, facts.today));
    let by_rule = sought.account_day.is_some() && subscription.charging() != Charging::Purchase;
    facts.all_listed = by_rule && facts.expected.is_none() && !list.is_empty();
    let period = facts.expected.as_ref().and_then(|expected| expected.periods.last().copied());
    if let (Some(period), true) = (period, session.has_extension()) {
        facts.credit = client.credit(&subscription.id, period).await.ok().flatten();
    }
}

async fn of_profile(client: &Client, sought: &Sought, facts: &mut Facts) {
    facts.right = sought.decision.clone().map(InvoiceRight::BillingRole);
    let Some(account) = &sought.account else { return };
    let Some(profile) = sought.profile.as_ref().filter(|_| account.agreement.has_profiles()) else { return };
    let list = client.invoices(&profile.scope(), None).await;
    facts.sees_invoices = list.as_ref().ok().map(|list| !list.is_empty());
    let list = list.unwrap_or_default();
    let today = facts.today;
    let closed = today.checked_sub_months(Months::new(1)).and_then(Period::month_of);
    let open = Period::month_of(today);
    let is_listed = |month: &Period| list.iter().any(|invoice| invoice.period.is_some_and(|of| of.contains(month.end)));
    let named = sought.start.and_then(Period::month_of);
    let month = named.or_else(|| closed.filter(|month| !is_listed(month))).or(open);
    let day = profile.invoice_day.and_then(|day| Anchor::new(u32::from(day)));
    facts.expected = month.and_then(|month| profile_invoice(month, day));
}

/// Other identities, accounts and directories of the person.
async fn elsewhere(client: &Client, session: Session, sought: &Sought, me: Option<Me>, facts: &mut Facts) {
    let everywhere: Option<Vec<AccountElsewhere>> = client.accounts_everywhere().await.ok();
    facts.identities = client.identities().await.ok();
    let here = session.directory.get_untracked().or_else(|| me.as_ref().and_then(|me| me.home_tenant.clone()));
    if let Some(me) = &me {
        let kind = me.identity.unwrap_or(IdentityKind::WorkOrSchool);
        facts.signed_in = me.principal.email.clone().map(|address| Identity { address, kind });
    }
    let (Some(everywhere), Some(here)) = (everywhere, here) else { return };
    let tenants = client.tenants().await.unwrap_or_default();
    let name_of = |id: &crate::billing::TenantId| {
        let of_account = everywhere.iter().find(|one| one.directory.id == *id);
        let known = tenants.iter().find(|tenant| tenant.id == *id).map(|tenant| tenant.name.clone());
        known.or_else(|| of_account.and_then(|one| one.directory.name.clone()))
    };
    facts.directory = Some(Directory { name: name_of(&here), id: here.clone() });
    let same = |one: &AccountElsewhere| sought.account.as_ref().is_some_and(|known| known.name == one.account.name);
    // The account's own directory; without an account the one where there is something to see.
    let own = everywhere.iter().find(|one| same(one)).map(|one| one.directory.clone());
    let elsewhere = everywhere.iter().find(|one| one.directory.id != here && one.account.has_invoices == Some(true));
    let nothing_here = !everywhere.iter().any(|one| one.directory.id == here);
    facts.home = match (&sought.account, own) {
        (Some(_), Some(own)) => Some(own),
        (Some(account), None) => account.tenant.clone().map(|id| Directory { name: name_of(&id), id }),
        (None, _) => elsewhere.filter(|_| nothing_here).map(|one| one.directory.clone()),
    };
    // What one agreement bills is never on the invoices of another.
    let agreement = sought.account.as_ref().map(|account| &account.agreement);
    let alike = |one: &&AccountElsewhere| agreement.is_none_or(|agreement| *agreement == one.agreement);
    let others = everywhere.iter().filter(|one| one.directory.id == here && !same(one)).filter(alike);
    facts.other_accounts = Some(others.map(|one| one.account.clone()).collect());
}
