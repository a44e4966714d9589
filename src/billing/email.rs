//! Who is sent a profile's invoices by e-mail (seeds S003-16 and S003-18).
use super::{Principal, Role, RoleAssignment, Scope};

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

/// Takes an address as a person typed it: the text without the space around it, when it is an address that invoices can
/// be sent to. A sane part of RFC 5321: no quoted or non-ASCII part before the `@`, no address literal; the domain may be
/// internationalised (`jan@bücher.example`) and has at least two labels.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn check_address(text: &str) -> Result<String, AddressError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(AddressError::Empty);
    }
    if text.chars().count() > 254 {
        return Err(AddressError::TooLong);
    }
    let (local, domain) = text.split_once('@').ok_or(AddressError::NoAt)?;
    if domain.contains('@') {
        return Err(AddressError::NoAt);
    }
    let is_local = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let is_domain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.' || is_letter_beyond_ascii(c);
    if !local.chars().all(is_local) || !domain.chars().all(is_domain) {
        return Err(AddressError::Character);
    }
    if local.len() > 64 || local.split('.').any(str::is_empty) {
        return Err(AddressError::Local);
    }
    let is_label =
        |label: &str| (1..=63).contains(&label.chars().count()) && !label.starts_with('-') && !label.ends_with('-');
    let top = domain.rsplit('.').next().unwrap_or_default();
    let is_number = top.bytes().all(|byte| byte.is_ascii_digit());
    if !domain.contains('.') || !domain.split('.').all(is_label) || is_number {
        return Err(AddressError::Domain);
    }
    Ok(text.to_owned())
}

/// Letters, digits and marks of other scripts; not spaces, controls, nor the invisible characters that make two domains
/// look alike.
fn is_letter_beyond_ascii(c: char) -> bool {
    let invisible = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !c.is_ascii() && !c.is_control() && !c.is_whitespace() && !invisible
}

/// Takes apart what was pasted into the recipients' field: addresses between commas, semicolons, spaces or line ends, with
/// or without a name (`Jansen, Anna <anna@example.com>; …`). Names are dropped; a word that belongs to no address is kept,
/// so that it can be shown as refused instead of disappearing. Nothing is checked here: see [`check_address`].
pub fn split_addresses(pasted: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    // Words that may turn out to be the name in front of `<…>`.
    let mut words: Vec<String> = Vec::new();
    let mut rest = pasted;
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        if first == '"'
            && let Some((name, tail)) = after.split_once('"')
        {
            words.extend(known(name));
            rest = tail;
        } else if first == '<'
            && let Some((address, tail)) = after.split_once('>')
        {
            words.clear();
            let address = address.trim();
            // Mail programs write `anna@example.com <anna@example.com>` for who has no name.
            let named_by_itself = found.last().is_some_and(|last| is_same(last, address));
            if !address.is_empty() && !named_by_itself {
                found.push(address.to_owned());
            }
            rest = tail;
        } else if matches!(first, ';' | '\n' | '\r') {
            found.append(&mut words);
            rest = after;
        } else if first.is_whitespace() || matches!(first, ',' | '<' | '>' | '"') {
            rest = after;
        } else {
            let end = rest
                .find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"'))
                .unwrap_or(rest.len());
            let (word, tail) = rest.split_at(end);
            words.push(word.to_owned());
            if word.contains('@') {
                found.append(&mut words);
            }
            rest = tail;
        }
    }
    found.append(&mut words);
    found
}

fn is_same(one: &str, other: &str) -> bool {
    super::fold_case(one) == super::fold_case(other)
}

/// Who will be sent the next invoice of a profile, and why; nobody when it is not sent by e-mail.
///
/// `assignments` are those that hold at the profile, inherited ones included. Owner, contributor, reader and invoice
/// manager of the *profile* receive it (seeds S001-16 and S003-16). The sources disagree on the reader (blades 6.1 row 4:
/// in 2020 included, in 2026 no more): the documents the user works from are followed, so readers are included. Roles
/// of the account are in neither list, so they are not mailed. Additional recipients come after them (S003-18).
///
/// Nobody is listed twice: one address, compared without regard to case, or one holder, is one recipient with every
/// reason. A group or application whose address is not known is listed without one.
pub fn resolve_recipients(preference: &EmailPreference, assignments: &[RoleAssignment]) -> Vec<Recipient> {
    const MAILED: [Role; 4] = [Role::ProfileOwner, Role::ProfileContributor, Role::ProfileReader, Role::InvoiceManager];
    let mut recipients: Vec<Recipient> = Vec::new();
    if !preference.opt_in {
        return recipients;
    }
    for role in &MAILED {
        for assignment in assignments.iter().filter(|of| of.role == *role) {
            let reason = RecipientReason::Role { role: role.clone(), scope: assignment.scope.clone() };
            let address = address_of(&assignment.principal, assignments);
            add_recipient(&mut recipients, address, Some(&assignment.principal), reason);
        }
    }
    for address in preference.recipients.iter().filter_map(|text| known(text)) {
        add_recipient(&mut recipients, Some(address), None, RecipientReason::Additional);
    }
    recipients
}

/// The address of a holder, from whichever of the assignments tells it: plain lists carry none (contract §7.2).
fn address_of(principal: &Principal, assignments: &[RoleAssignment]) -> Option<String> {
    assignments
        .iter()
        .map(|assignment| &assignment.principal)
        .filter(|other| is_same(other.id.as_str(), principal.id.as_str()))
        .find_map(|other| known(other.email.as_deref()?))
}

/// The text without the space around it, unless nothing is left.
fn known(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn add_recipient(
    recipients: &mut Vec<Recipient>,
    address: Option<String>,
    principal: Option<&Principal>,
    reason: RecipientReason,
) {
    let already = recipients.iter_mut().find(|recipient| match (&recipient.address, &address) {
        (Some(one), Some(other)) => is_same(one, other),
        (None, None) => match (&recipient.principal, principal) {
            (Some(one), Some(other)) => is_same(one.id.as_str(), other.id.as_str()),
            _ => false,
        },
        _ => false,
    });
    match already {
        Some(recipient) if recipient.reasons.contains(&reason) => {}
        Some(recipient) => recipient.reasons.push(reason),
        None => recipients.push(Recipient { address, principal: principal.cloned(), reasons: vec![reason] }),
    }
}
