//! "Why is there no invoice?" (seeds S000-18, S001-18, S003-19): what may be known, and what follows from it.
//!
//! Nothing is claimed of a fact that is not known. A check then answers [`Verdict::Unknown`], so that a page can show what
//! was looked at and what could not be: against Azure, not everything can be.
mod checks;
mod sought;

pub use checks::{advice, reasons};
pub use sought::invoice_sought;

use super::{
    AccessRefusal, AccountName, AgreementType, Credit, Decision, ExpectedInvoice, Granter, InvoiceAccess,
    InvoiceWindow, Offer, OfferId, Period, Role, TenantId,
};
use chrono::NaiveDate;

/// The kind of account somebody signs in with. Two with one address are two identities (seed S003-19).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdentityKind {
    /// A work or school account, of a directory.
    WorkOrSchool,
    /// A personal Microsoft account.
    MicrosoftAccount,
}

/// An account somebody signs in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Its address.
    pub address: String,
    /// Its kind.
    pub kind: IdentityKind,
}

/// A directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory {
    /// Its tenant id.
    pub id: TenantId,
    /// What people call it, where that is known.
    pub name: Option<String>,
}

/// Another billing account of the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherAccount {
    /// Its name.
    pub name: AccountName,
    /// What people call it.
    pub display_name: String,
    /// Whether it has invoices for what is looked for; `None` when that is not known.
    pub has_invoices: Option<bool>,
}

/// The right to see the invoice, as it was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvoiceRight {
    /// By billing roles (MCA, MPA): the answer to [`Task::SeeInvoices`](super::Task::SeeInvoices).
    BillingRole(Decision),
    /// By the account administrator's switch and Azure roles (MOSP).
    Subscription(InvoiceAccess),
}

/// What is known about an invoice that somebody looks for. Everything but the day may be unknown: `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The UTC day on which it is asked.
    pub today: NaiveDate,
    /// Whether the person sees any billing account at all.
    pub sees_accounts: Option<bool>,
    /// Agreement of the account.
    pub agreement: Option<AgreementType>,
    /// UTC day of subscribing: that of the subscription where one is looked at, else of the account.
    pub signed_up: Option<NaiveDate>,
    /// The invoice that is looked for, as the rules expect it.
    pub expected: Option<ExpectedInvoice>,
    /// Whether the person may see it.
    pub right: Option<InvoiceRight>,
    /// Whether the person sees invoices of what is looked at: then another account, identity or directory explains nothing.
    pub sees_invoices: Option<bool>,
    /// True when every invoice that is made by now, by the rules, is in the list: then none is missing.
    pub all_listed: bool,
    /// The offer of the subscription (MOSP).
    pub offer: Option<OfferId>,
    /// Its credit.
    pub credit: Option<Credit>,
    /// Address of the person set to receive the enrollment's invoices (EA).
    pub ea_receiver: Option<String>,
    /// Whom the person is signed in as.
    pub signed_in: Option<Identity>,
    /// Every identity of the person, each with whether it may see the invoices.
    pub identities: Option<Vec<(Identity, Option<bool>)>>,
    /// The person's other billing accounts.
    pub other_accounts: Option<Vec<OtherAccount>>,
    /// The directory that the person is signed in to.
    pub directory: Option<Directory>,
    /// The directory that the account belongs to.
    pub home: Option<Directory>,
}

impl Facts {
    /// Nothing but the day.
    pub fn on(today: NaiveDate) -> Facts {
        Facts {
            today,
            sees_accounts: None,
            agreement: None,
            signed_up: None,
            expected: None,
            right: None,
            sees_invoices: None,
            all_listed: false,
            offer: None,
            credit: None,
            ea_receiver: None,
            signed_in: None,
            identities: None,
            other_accounts: None,
            directory: None,
            home: None,
        }
    }
}

/// A reason for which an invoice is not seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MissingReason {
    /// Enterprise Agreement: invoices are not shown here (seed S001-01).
    EnterpriseAgreement,
    /// The person may not see it.
    NoPermission,
    /// The period is not over, or it is billed a few days after.
    NotReady,
    /// Nothing is owed beyond the credit, so no invoice is made.
    CreditNotExceeded,
    /// Fewer than 30 days since signing up.
    NewAccount,
    /// Signed in to another directory than the account's.
    OtherDirectory,
    /// Another billing account of the person has it.
    OtherAccount,
    /// Another identity of the person, with the same address, may see it.
    OtherIdentity,
}

/// What shows that a reason applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// Invoices go to the enrollment's receiver.
    Enrollment {
        /// Their address, where it is known.
        receiver: Option<String>,
    },
    /// No billing role that is held allows it.
    MissingRoles {
        /// Roles that would, least powerful first (seeds S001-18, S003-19).
        any_of: Vec<Role>,
    },
    /// The person has no role on any billing account.
    NoAccount,
    /// The subscription's invoices are not open to the person.
    Refused(AccessRefusal),
    /// The invoice is expected then.
    Expected {
        /// What it charges.
        periods: Vec<Period>,
        /// When it comes.
        window: InvoiceWindow,
        /// Whether all of its periods are over.
        is_period_over: bool,
    },
    /// The credit covers everything.
    WithinCredit {
        /// The offer, when it is well known.
        offer: Option<&'static Offer>,
        /// The amounts; none for an offer that is free without a credit.
        credit: Option<Credit>,
        /// The period they are of, the last that the invoice would charge.
        period: Option<Period>,
    },
    /// Signed up lately.
    SignedUp {
        /// UTC day.
        on: NaiveDate,
        /// Days since.
        days: i64,
    },
    /// Two directories.
    Directories {
        /// Where the person is.
        current: Directory,
        /// Where the account is.
        home: Directory,
    },
    /// Accounts that have invoices; never empty.
    Accounts(Vec<OtherAccount>),
    /// The identity that may see it.
    Identity(Identity),
}

/// What to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextStep {
    /// Wait until this UTC day.
    WaitUntil(NaiveDate),
    /// Nothing is owed: there will be no invoice.
    NothingIsOwed,
    /// The period is open: an invoice is made only if more than the credit is used.
    OnlyBeyondCredit,
    /// Ask whoever owns the billing account for a role.
    AskOwner,
    /// Ask a holder of one of these billing roles for the missing one; never empty.
    AskRole(Vec<Role>),
    /// Ask these, one after the other; never empty.
    Ask(Vec<Granter>),
    /// Ask the person who receives the enrollment's invoices.
    AskReceiver(Option<String>),
    /// Sign in with this identity.
    SignInAs(Identity),
    /// Switch to this billing account.
    SwitchAccount(AccountName),
    /// Switch to this directory.
    SwitchDirectory(Directory),
    /// Make a support request (seed S003-21).
    ContactSupport,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is a reason.
    Applies {
        /// What shows it.
        evidence: Evidence,
        /// What to do.
        next: NextStep,
    },
    /// It is none.
    DoesNotApply,
    /// It cannot be said with what is known.
    Unknown,
}

/// One check with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub reason: MissingReason,
    /// The answer.
    pub verdict: Verdict,
}
