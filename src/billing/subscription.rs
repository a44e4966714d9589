//! Subscriptions of a billing account (contract §6), and whether one is disabled and why (seed S003-02).
use super::caseless::caseless_names;
use super::open::open_enum;
use super::{AccountName, DocumentKind, Invoice, InvoiceName, Money, OfferId};
use chrono::NaiveDate;

caseless_names! {
    /// Id of a subscription: a GUID, the last part of its ARM id.
    SubscriptionId,
}

open_enum! {
    /// Where a subscription stands (contract §6). Answers of 2020-05-01 say `Inactive` and `Warning` for what is now
    /// `Disabled` and `Warned`.
    SubscriptionStatus {
        /// In use.
        Active = "Active",
        /// Cannot be used: resources are stopped, data can be read for a time.
        Disabled = "Disabled" | "Inactive",
        /// Removed with its resources.
        Deleted = "Deleted",
        /// About to be disabled.
        Warned = "Warned" | "Warning",
        /// Near the end of its term.
        Expiring = "Expiring",
        /// Past the end of its term.
        Expired = "Expired",
        /// Will be renewed at the end of its term.
        AutoRenew = "AutoRenew",
        /// Cancelled by its owner.
        Cancelled = "Cancelled",
        /// Stopped by Microsoft.
        Suspended = "Suspended",
        /// Was never made.
        Failed = "Failed",
        /// Left behind (2020-05-01 only).
        Abandoned = "Abandoned",
        /// Not known to the API itself.
        Unknown = "Unknown",
    }
}

impl SubscriptionStatus {
    /// Whether nothing can be used under it.
    pub fn is_disabled(&self) -> bool {
        use SubscriptionStatus::*;
        matches!(self, Disabled | Deleted | Expired | Cancelled | Suspended | Failed | Abandoned)
    }
}

open_enum! {
    /// Why a subscription is stopped or warned (contract §8, `SubscriptionStatusReason`).
    SuspensionReason {
        /// No reason.
        None = "None",
        /// Cancelled by its owner.
        Cancelled = "Cancelled",
        /// An invoice is past due and was not paid (seed S003-02).
        PastDue = "PastDue",
        /// Suspected misuse.
        SuspiciousActivity = "SuspiciousActivity",
        /// Moved to another account.
        Transferred = "Transferred",
        /// Against the terms.
        PolicyViolation = "PolicyViolation",
        /// The credit is used up and the spending limit is on.
        SpendingLimitReached = "SpendingLimitReached",
        /// Its term is over.
        Expired = "Expired",
    }
}

/// A reason with the day from which it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspension {
    /// Why.
    pub reason: SuspensionReason,
    /// First UTC day it holds; none when that is not told.
    pub effective: Option<NaiveDate>,
}

impl Suspension {
    /// True when it is a reason and holds on the day `today` (UTC). One without a day holds.
    fn holds_on(&self, today: NaiveDate) -> bool {
        self.reason != SuspensionReason::None && self.effective.is_none_or(|day| day <= today)
    }
}

open_enum! {
    /// What kind of product a subscription was bought for (contract §6).
    ProductCategory {
        /// A support plan.
        AzureSupport = "AzureSupport",
        /// Hardware.
        Hardware = "Hardware",
        /// A reservation.
        ReservationOrder = "ReservationOrder",
        /// A Marketplace product.
        Saas = "SaaS",
        /// A savings plan.
        SavingsPlanOrder = "SavingsPlanOrder",
        /// Software.
        Software = "Software",
        /// Azure services, billed by use.
        UsageBased = "UsageBased",
    }
}

/// A subscription of a billing account (contract §6). What the API left out is `None`. Whether the person who asks is its
/// account administrator is not in it: that is the billing property's to say (contract §8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillingSubscription {
    /// The account it was listed under.
    pub account: AccountName,
    /// Its id.
    pub id: SubscriptionId,
    /// What people call it.
    pub display_name: String,
    /// The offer it was made under (MOSP).
    pub offer: Option<OfferId>,
    /// Where it stands.
    pub status: SubscriptionStatus,
    /// Why it is stopped or warned; empty when it is not.
    pub suspensions: Vec<Suspension>,
    /// What it was bought for.
    pub product_category: Option<ProductCategory>,
    /// UTC day it was bought or made: the anchor of its billing periods (seed S001-03).
    pub created: Option<NaiveDate>,
    /// Last UTC day of its term, where it has one.
    pub term_end: Option<NaiveDate>,
    /// UTC day it was cancelled, where that is known by itself.
    pub cancelled: Option<NaiveDate>,
    /// Charges of this month so far, in the billing currency; an estimate without tax.
    pub month_to_date: Option<Money>,
    /// Charges of last month, in the billing currency, without tax.
    pub last_month: Option<Money>,
}

/// Why a subscription is stopped, or will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// Azure says so.
    Suspended(Suspension),
    /// This invoice of it is past due and unpaid.
    Unpaid {
        /// The invoice.
        invoice: InvoiceName,
        /// UTC day it was to be paid by.
        due: Option<NaiveDate>,
    },
}

/// How a subscription stands with regard to being used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It can be used, and nothing is known against it.
    Good,
    /// It can be used, and will be disabled unless something is done.
    AtRisk(Vec<Cause>),
    /// It cannot be used; no cause means that Azure gives none.
    Disabled(Vec<Cause>),
    /// Azure does not say, or says a word that is not known here.
    Unknown,
}

impl BillingSubscription {
    /// Whether it is a support plan: by its category, or by its offer.
    pub fn is_support_plan(&self) -> bool {
        let by_offer = self.offer.as_ref().and_then(OfferId::offer);
        self.product_category == Some(ProductCategory::AzureSupport)
            || by_offer.is_some_and(|offer| offer.kind == super::OfferKind::Support)
    }

    /// Whether nothing can be used under it.
    pub fn is_disabled(&self) -> bool {
        self.status.is_disabled()
    }

    /// The reasons Azure gives for its being disabled, as far as they hold on the day `today` (UTC); empty while it can be
    /// used, and when no reason is told. An unpaid past due invoice shows as [`SuspensionReason::PastDue`] (seed S003-02).
    pub fn blocked_by(&self, today: NaiveDate) -> Vec<&Suspension> {
        let holding = self.suspensions.iter().filter(|suspension| suspension.holds_on(today));
        if self.is_disabled() { holding.collect() } else { Vec::new() }
    }

    /// Its last day, when it was cancelled or moved to another account: what cuts its last billing period (blades 6.2).
    pub fn ended_on(&self) -> Option<NaiveDate> {
        use SuspensionReason::{Cancelled, Transferred};
        let told = |suspension: &&Suspension| matches!(suspension.reason, Cancelled | Transferred);
        self.cancelled.or_else(|| self.suspensions.iter().filter(told).filter_map(|told| told.effective).min())
    }

    /// How it stands on the day `today` (UTC), its own `invoices` taken into account: a subscription with an invoice that
    /// is past due is disabled if the invoice is not paid (seed S003-02), so it is at risk before Azure says so.
    /// Invoices of other subscriptions are left aside.
    pub fn standing(&self, invoices: &[Invoice], today: NaiveDate) -> Standing {
        let mine = |invoice: &&Invoice| {
            let subscription = invoice.subscription_id.as_deref();
            invoice.kind == DocumentKind::Invoice && subscription.is_some_and(|id| self.id == SubscriptionId::from(id))
        };
        let unpaid = invoices.iter().filter(mine).filter(|invoice| invoice.is_past_due_on(today));
        let unpaid = unpaid.map(|invoice| Cause::Unpaid { invoice: invoice.name.clone(), due: invoice.due_date });
        let is_reason = |suspension: &&Suspension| suspension.reason != SuspensionReason::None;
        if self.is_disabled() {
            let told = self.blocked_by(today).into_iter().cloned().map(Cause::Suspended);
            return Standing::Disabled(told.chain(unpaid).collect());
        }
        // A reason that holds only later announces what will happen.
        let told = self.suspensions.iter().filter(is_reason).cloned().map(Cause::Suspended);
        let causes: Vec<Cause> = told.chain(unpaid).collect();
        match self.status {
            SubscriptionStatus::Warned | SubscriptionStatus::Expiring => Standing::AtRisk(causes),
            _ if !causes.is_empty() => Standing::AtRisk(causes),
            SubscriptionStatus::Active | SubscriptionStatus::AutoRenew => Standing::Good,
            _ => Standing::Unknown,
        }
    }
}
