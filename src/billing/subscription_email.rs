//! Invoices of pay-as-you-go subscriptions and support plans by e-mail (seeds S000-04 to S000-08, S001-10 to S001-12,
//! S003-10 to S003-12).
//!
//! Each subscription and each support plan is opted in by itself, by its account administrator, who accepts the terms first
//! and may add recipients after. Today's portal has a second switch, for Marketplace and reservations (blades 2.8); the
//! documents the user works from exclude both ("not for reservations or Azure Marketplace purchases"). They are followed:
//! there is one switch, and those invoices are never mailed. Azure has no public API for any of this (contract §11).
use super::{
    AddressError, AgreementType, BillingSubscription, Charging, InvoiceKind, OfferId, OfferKind, SubscriptionId,
    check_address, fold_case,
};
use chrono::NaiveDate;

/// The terms of e-mailed invoices, as they were accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcceptedTerms {
    /// Version of the text.
    pub version: String,
    /// UTC day.
    pub on: NaiveDate,
}

/// What a subscription or support plan says about e-mailed invoices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SubscriptionEmail {
    /// The accepted terms; it is opted in when there are any, and not otherwise.
    pub terms: Option<AcceptedTerms>,
    /// The address invoices are sent to; none for the one in the contact information of the account (seed S001-11).
    pub preferred: Option<String>,
    /// Others who are sent them.
    pub recipients: Vec<String>,
}

/// Why something cannot be sent by e-mail, or not be changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EmailRefusal {
    /// Only its account administrator may (seed S001-10).
    #[error("only the account administrator may change it")]
    NotAccountAdministrator,
    /// Whether the person is its account administrator is not known.
    #[error("it is not known whether you are the account administrator")]
    AdministratorUnknown,
    /// A reservation, a savings plan or a Marketplace product.
    #[error("invoices for reservations and Marketplace are not sent by e-mail")]
    Purchase,
    /// Enterprise Agreement: the enrollment's receiver gets the invoice.
    #[error("invoices of an Enterprise Agreement go to the enrollment's receiver")]
    EnterpriseAgreement,
    /// Azure in Open.
    #[error("invoices of Azure in Open are not sent by e-mail")]
    AzureInOpen,
    /// Bought through a partner, who sends the invoice.
    #[error("the partner sends the invoice")]
    Partner,
    /// Its invoice is a billing profile's: there is a preference there.
    #[error("its invoice is the billing profile's")]
    BillingProfile,
    /// Azure Government has no e-mailed invoices.
    #[error("invoices of Azure Government are not sent by e-mail")]
    Government,
    /// The agreement of the account is not known here.
    #[error("the account has an agreement that is not known")]
    UnknownAgreement,
    /// The terms were not accepted: addresses can be stored only after (seed S000-05).
    #[error("it is not opted in")]
    NotOptedIn,
    /// This text is no address.
    #[error("\"{text}\": {why}")]
    Address {
        /// As it was given.
        text: String,
        /// What is wrong with it.
        why: AddressError,
    },
}

/// Whether invoices of this kind are ever mailed by the preference of a subscription: those for its Azure services, and a
/// support plan's. A billing profile has a preference of its own.
pub fn is_mailed(kind: InvoiceKind) -> bool {
    matches!(kind, InvoiceKind::AzureServices | InvoiceKind::SupportPlan)
}

/// Whether the invoices of `subscription`, on an account of `agreement`, can be sent by e-mail at all.
///
/// The documents contradict each other on support: in 2017 "support offers" are left out (S000-07), in 2020 "subscriptions
/// and support plans" have it (S001-10, S003-10). The newer ones are followed: the support plans of a pay-as-you-go account
/// (Standard, Professional Direct, Developer) can be mailed. What stays out of the support offers is what is not billed by
/// such an account or not by that cloud: support on an Enterprise Agreement, and the three plans of Azure Government. An
/// offer that is not known is taken as eligible: most are, and nothing says that it is not.
///
/// # Errors
/// The reason why not.
pub fn email_eligibility(subscription: &BillingSubscription, agreement: &AgreementType) -> Result<(), EmailRefusal> {
    match agreement {
        AgreementType::Mosp => {}
        AgreementType::Ea => return Err(EmailRefusal::EnterpriseAgreement),
        AgreementType::Mca | AgreementType::Mpa => return Err(EmailRefusal::BillingProfile),
        AgreementType::Other(_) => return Err(EmailRefusal::UnknownAgreement),
    }
    if subscription.charging() == Charging::Purchase {
        return Err(EmailRefusal::Purchase);
    }
    let Some(id) = &subscription.offer else {
        return Ok(());
    };
    if id.is_government() {
        return Err(EmailRefusal::Government);
    }
    match OfferId::offer(id).map(|offer| offer.kind) {
        Some(OfferKind::EnterpriseAgreement) => Err(EmailRefusal::EnterpriseAgreement),
        Some(OfferKind::AzureInOpen) => Err(EmailRefusal::AzureInOpen),
        Some(OfferKind::CloudSolutionProvider) => Err(EmailRefusal::Partner),
        Some(OfferKind::AzurePlan) => Err(EmailRefusal::BillingProfile),
        _ => Ok(()),
    }
}

/// The rule by which somebody is mailed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MailRule {
    /// It is the preferred address of the subscription.
    Preferred,
    /// It is the address in the contact information of the account, and the subscription names no other.
    AccountContact,
    /// It is one of the additional recipients.
    Additional,
}

/// An address the next invoice goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailTo {
    /// The address.
    pub address: String,
    /// Every rule, in their order; never empty.
    pub rules: Vec<MailRule>,
}

impl SubscriptionEmail {
    /// Whether invoices are sent.
    pub fn is_opted_in(&self) -> bool {
        self.terms.is_some()
    }

    /// Who is sent the next invoice, and by which rule; nobody while it is not opted in. `account_contact` is the address
    /// in the contact information of the account. Nobody is listed twice: addresses are compared without regard to case.
    pub fn next_mail(&self, account_contact: Option<&str>) -> Vec<MailTo> {
        let mut mail: Vec<MailTo> = Vec::new();
        if !self.is_opted_in() {
            return mail;
        }
        let preferred = self.preferred.as_deref().map(|address| (address, MailRule::Preferred));
        let first = preferred.or(account_contact.map(|address| (address, MailRule::AccountContact)));
        let others = self.recipients.iter().map(|address| (address.as_str(), MailRule::Additional));
        for (address, rule) in first.into_iter().chain(others) {
            let address = address.trim();
            match mail.iter_mut().find(|to| is_same(&to.address, address)) {
                _ if address.is_empty() => {}
                Some(to) if to.rules.contains(&rule) => {}
                Some(to) => to.rules.push(rule),
                None => mail.push(MailTo { address: address.to_owned(), rules: vec![rule] }),
            }
        }
        mail
    }

    /// The addresses that opting out forgets: all that are stored. They must be typed again when it is opted in again
    /// (blades 2.8), so a page should say so first.
    pub fn dropped_by_opting_out(&self) -> Vec<String> {
        self.preferred.iter().chain(&self.recipients).cloned().collect()
    }

    /// The preference after `change`; the same when there is nothing to change.
    ///
    /// # Errors
    /// [`EmailRefusal::Address`] for a text that is no address, [`EmailRefusal::NotOptedIn`] when an address would be
    /// stored without accepted terms.
    pub fn changed(&self, change: &EmailChange) -> Result<SubscriptionEmail, EmailRefusal> {
        let mut to = self.clone();
        match change {
            EmailChange::OptIn(terms) => {
                if self.terms.as_ref().is_none_or(|accepted| accepted.version != terms.version) {
                    to.terms = Some(terms.clone());
                }
            }
            EmailChange::OptOut => to = SubscriptionEmail::default(),
            EmailChange::AddRecipients(addresses) => {
                for text in addresses {
                    let address = checked(text)?;
                    if !to.recipients.iter().any(|known| is_same(known, &address)) {
                        to.recipients.push(address);
                    }
                }
            }
            EmailChange::RemoveRecipients(addresses) => {
                to.recipients.retain(|known| !addresses.iter().any(|gone| is_same(known, gone.trim())));
            }
            EmailChange::SetPreferred(address) => to.preferred = address.as_deref().map(checked).transpose()?,
        }
        let stores_more =
            to.recipients.len() > self.recipients.len() || (to.preferred.is_some() && to.preferred != self.preferred);
        if stores_more && !to.is_opted_in() { Err(EmailRefusal::NotOptedIn) } else { Ok(to) }
    }
}

/// One wanted change of an e-mail preference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailChange {
    /// Opt in, with these terms accepted. Once opted in, only another version of the terms makes a difference.
    OptIn(AcceptedTerms),
    /// Opt out: terms and addresses are forgotten.
    OptOut,
    /// Add these additional recipients.
    AddRecipients(Vec<String>),
    /// Take these additional recipients away.
    RemoveRecipients(Vec<String>),
    /// Send to this address; `None` for the one of the account.
    SetPreferred(Option<String>),
}

impl EmailChange {
    /// Whether it only ends mail: that is open to any subscription, eligible or not.
    fn only_ends(&self) -> bool {
        matches!(self, EmailChange::OptOut | EmailChange::RemoveRecipients(_))
    }
}

/// A subscription with its preference, as far as a change of many needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailSetting<'a> {
    /// The subscription.
    pub subscription: &'a BillingSubscription,
    /// Agreement of its account.
    pub agreement: &'a AgreementType,
    /// What it says now.
    pub preference: &'a SubscriptionEmail,
    /// Whether the person is its account administrator; `None` when that is not known.
    pub is_account_admin: Option<bool>,
}

/// What a change would do to one subscription.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailOutcome {
    /// It would change.
    Changed {
        /// What it says now.
        from: SubscriptionEmail,
        /// What it would say.
        to: SubscriptionEmail,
        /// Addresses that would be forgotten.
        dropped: Vec<String>,
    },
    /// It already is as wanted.
    Unchanged,
    /// It cannot be changed so.
    Refused(EmailRefusal),
}

/// What one wanted change would do to each of many subscriptions, in their order: for a page to show before anything is
/// sent. Nothing here is all or nothing: a refused one does not stop the others.
pub fn preview_email_change(
    settings: &[EmailSetting<'_>],
    change: &EmailChange,
) -> Vec<(SubscriptionId, EmailOutcome)> {
    settings.iter().map(|setting| (setting.subscription.id.clone(), outcome(setting, change))).collect()
}

fn outcome(setting: &EmailSetting<'_>, change: &EmailChange) -> EmailOutcome {
    let may = match setting.is_account_admin {
        Some(true) if change.only_ends() => Ok(()),
        Some(true) => email_eligibility(setting.subscription, setting.agreement),
        Some(false) => Err(EmailRefusal::NotAccountAdministrator),
        None => Err(EmailRefusal::AdministratorUnknown),
    };
    let from = setting.preference;
    match may.and_then(|()| from.changed(change)) {
        Err(refusal) => EmailOutcome::Refused(refusal),
        Ok(to) if to == *from => EmailOutcome::Unchanged,
        Ok(to) => {
            let stays = |address: &String| to.preferred.iter().chain(&to.recipients).any(|kept| is_same(kept, address));
            let dropped = from.dropped_by_opting_out().into_iter().filter(|address| !stays(address)).collect();
            EmailOutcome::Changed { from: from.clone(), to, dropped }
        }
    }
}

fn checked(text: impl AsRef<str>) -> Result<String, EmailRefusal> {
    let text = text.as_ref();
    check_address(text).map_err(|why| EmailRefusal::Address { text: text.to_owned(), why })
}

fn is_same(one: &str, other: &str) -> bool {
    fold_case(one) == fold_case(other)
}
