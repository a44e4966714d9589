//! The catalogue: one module per place, a row per text. Labels are Azure's; where the older documents' machine translation
//! is wrong, they are corrected by hand, and the older label is kept for the search.
pub mod access;
pub mod account_center;
pub mod common;
pub mod customers;
pub mod document;
pub mod downloads;
pub mod email;
pub mod errors;
pub mod explore;
pub mod files;
pub mod invoice_access;
pub mod invoices;
pub mod missing;
pub mod overview;
pub mod own;
pub mod profiles;
pub mod scopes;
pub mod search;
pub mod sections;
pub mod settings;
pub mod shell;
pub mod subscription_email;
pub mod subscriptions;
pub mod time;
pub mod token;

use super::Word;

/// Every module's name and rows: what the tests go through.
pub const CATALOGUE: &[(&str, &[(&str, Word)])] = &[
    ("access", access::ALL),
    ("account_center", account_center::ALL),
    ("common", common::ALL),
    ("customers", customers::ALL),
    ("document", document::ALL),
    ("downloads", downloads::ALL),
    ("email", email::ALL),
    ("errors", errors::ALL),
    ("explore", explore::ALL),
    ("files", files::ALL),
    ("invoice_access", invoice_access::ALL),
    ("invoices", invoices::ALL),
    ("missing", missing::ALL),
    ("overview", overview::ALL),
    ("own", own::ALL),
    ("profiles", profiles::ALL),
    ("scopes", scopes::ALL),
    ("search", search::ALL),
    ("sections", sections::ALL),
    ("settings", settings::ALL),
    ("shell", shell::ALL),
    ("subscription_email", subscription_email::ALL),
    ("subscriptions", subscriptions::ALL),
    ("time", time::ALL),
    ("token", token::ALL),
];
