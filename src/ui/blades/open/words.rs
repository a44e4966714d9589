//! What is in files, what they are and what is wrong with them, in words.
use crate::arm::Broken;
use crate::own::{Kind, Trouble};
use crate::state::{t, t_with};
use crate::text::words::{own, shell, subscriptions};

/// What resources of this kind are called, many of them.
pub fn kind(kind: Kind) -> String {
    t(match kind {
        Kind::Account => own::ACCOUNTS,
        Kind::Profile => shell::BILLING_PROFILES,
        Kind::Section => shell::INVOICE_SECTIONS,
        Kind::Customer => shell::CUSTOMERS,
        Kind::Subscription => subscriptions::TITLE,
        Kind::Property => shell::PROPERTIES,
        Kind::PaymentMethod => subscriptions::PAYMENT_METHODS,
        Kind::Invoice => shell::INVOICES,
        Kind::Transaction => own::TRANSACTIONS,
        Kind::RoleDefinition => own::ROLES,
        Kind::RoleAssignment => own::ROLE_ASSIGNMENTS,
        Kind::Usage => own::USAGE,
    })
}

/// What is wrong, and what was expected.
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::NotText => t(own::NOT_TEXT),
        Trouble::Empty => t(own::EMPTY),
        Trouble::Syntax { expected, found } => {
            let found = found.map_or_else(|| t(own::END_OF_FILE), letter);
            t_with(own::EXPECTED_FOUND, &[("expected", &wanted(*expected)), ("found", &found)])
        }
        Trouble::ServiceError { code, message } => t_with(own::SERVICE_ERROR, &[("code", code), ("message", message)]),
        Trouble::EmptyList => t(own::EMPTY_LIST),
        Trouble::NotAResource { path, found } => t_with(own::NOT_A_RESOURCE, &[("path", path), ("found", found)]),
        Trouble::NoId { path, found } => t_with(own::NO_ID, &[("path", path), ("found", found)]),
        Trouble::BadId { path, id } => t_with(own::BAD_ID, &[("path", path), ("id", id)]),
        Trouble::UnknownKind { path, found } => t_with(own::UNKNOWN_KIND, &[("path", path), ("found", found)]),
        Trouble::NoUsageKind { path } => t_with(own::NO_USAGE_KIND, &[("path", path)]),
        Trouble::NoUsageDay { path } => t_with(own::NO_USAGE_DAY, &[("path", path)]),
        Trouble::More { count } => t_with(own::MORE_PROBLEMS, &[("n", &count.to_string())]),
        Trouble::Differs { kind: of, name, field, other } => {
            let values =
                [("what", kind(*of)), ("name", name.clone()), ("field", field.clone()), ("other", other.clone())];
            t_with(own::DIFFERS, &values.each_ref().map(|(place, value)| (*place, value.as_str())))
        }
    }
}

/// A letter as it can be seen, or its number.
fn letter(found: char) -> String {
    if found.is_control() || found.is_whitespace() { format!("U+{:04X}", u32::from(found)) } else { found.to_string() }
}

fn wanted(expected: Broken) -> String {
    let with_bracket = |bracket| t_with(own::COMMA_OR, &[("bracket", bracket)]);
    t(match expected {
        Broken::Object => return t_with(own::AN_OBJECT, &[("brace", "{")]),
        Broken::CommaOrBracket => return with_bracket("]"),
        Broken::CommaOrBrace => return with_bracket("}"),
        Broken::Encoding => own::GOOD_TEXT,
        Broken::List => own::A_LIST,
        Broken::Text => own::A_TEXT,
        Broken::OpenText => own::A_QUOTE,
        Broken::Colon => own::A_COLON,
        Broken::Value => own::A_VALUE,
        Broken::End => own::NOTHING_MORE,
        Broken::Depth => own::LESS_DEPTH,
        Broken::Escape => own::AN_ESCAPE,
        Broken::HalfLetter => own::OTHER_HALF,
    })
}
