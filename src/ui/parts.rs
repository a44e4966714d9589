//! The pages and panes that are parts of the app. Each is drawn from its place alone.
#![allow(unsafe_code)] // The macro links a part to the app by name; nothing here is written by hand.
use super::blades::{access, email, usage};
use super::routes::Place;
use crate::billing::{AccountName, ProfileName, Scope};
use crate::ui::dom::Node;
use crate::ui::view;
use wasm_split_helpers::SplitLoaderError;

parts! {
    /// Access control (IAM).
    access: load_access, draw_access(scope: Scope, place: Place) -> Result<Node, SplitLoaderError> {
        Ok(view! { <access::AccessControl scope place /> })
    }

    /// Invoices by e-mail.
    email: load_email, draw_email(account: AccountName, profile: Option<ProfileName>) -> Result<Node, SplitLoaderError> {
        Ok(view! { <email::EmailPane account profile /> })
    }

    /// Usage files: the pane, and what writes them.
    files: load_files, draw_usage() -> Result<Node, SplitLoaderError> {
        Ok(view! { <usage::UsagePane /> })
    }
}
