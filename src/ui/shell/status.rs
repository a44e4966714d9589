//! The status of an invoice: a shape and a word, never colour alone.
use crate::billing::{Invoice, InvoiceStatus};
use crate::state::name_of;
use crate::ui::kit::{Icon, Status, Tone};
use crate::ui::view;
use leptos::prelude::*;

/// Icon and word of an invoice's status (seed S003-02).
#[component]
pub fn StatusOf(status: InvoiceStatus) -> impl IntoView {
    let (tone, icon) = match status {
        InvoiceStatus::Due => (Tone::Neutral, Icon::Clock),
        InvoiceStatus::OverDue => (Tone::Danger, Icon::ErrorCircle),
        InvoiceStatus::Paid => (Tone::Success, Icon::CheckmarkCircle),
        InvoiceStatus::Void => (Tone::Muted, Icon::Prohibited),
        InvoiceStatus::Locked => (Tone::Warning, Icon::Lock),
        InvoiceStatus::Other(_) => (Tone::Neutral, Icon::Info),
    };
    view! { <Status tone icon text=name_of(&status) /> }
}

/// "Locked: 2": the invoices of a list that no sum of what is to be paid counts. None when there are none.
pub fn locked_words(list: &[Invoice]) -> Option<String> {
    let locked = list.iter().filter(|invoice| invoice.status == InvoiceStatus::Locked).count();
    (locked > 0).then(|| format!("{}: {locked}", name_of(&InvoiceStatus::Locked)))
}
