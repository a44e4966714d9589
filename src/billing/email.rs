//! Who is sent a profile's invoices by e-mail (seeds S003-16 and S003-18).
use super::{Principal, Role, Scope};

/// What a billing profile says about e-mailed invoices (contract §4).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EmailPreference {
    /// Whether invoices are sent by e-mail at all.
    pub opt_in: bool,
    /// Addresses that get them without holding any role.
    pub recipients: Vec<String>,
}

/// Why somebody is sent an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecipientReason {
    /// Holds this role at this scope.
    Role {
        /// The role.
        role: Role,
        /// Where it was given.
        scope: Scope,
    },
    /// Is one of the additional recipients of the profile.
    Additional,
}

/// Somebody who will be sent the next invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Where it goes; none when the holder of a role has no address that is known.
    pub address: Option<String>,
    /// Who it is, for a holder of a role.
    pub principal: Option<Principal>,
    /// Every reason, in the order of the roles; never empty.
    pub reasons: Vec<RecipientReason>,
}

/// Why a text is not an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing there.
    #[error("the address is empty")]
    Empty,
    /// There must be exactly one `@`.
    #[error("an address has one @")]
    NoAt,
    /// Nothing, or more than 64 characters, before the `@`.
    #[error("the part before the @ is missing or too long")]
    Local,
    /// The part after the `@` is not the name of a mail domain.
    #[error("the part after the @ is not a domain")]
    Domain,
    /// A space, a control character or another character that no address has.
    #[error("the address holds a character that is not allowed")]
    Character,
    /// More than 254 characters.
    #[error("the address is too long")]
    TooLong,
}
