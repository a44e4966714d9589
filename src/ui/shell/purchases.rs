//! What is said of a reservation, a savings plan or a Marketplace product, wherever its billing is looked for.
use crate::billing::{AccountName, InvoiceType};
use crate::state::{Query, t};
use crate::text::words::subscriptions;
use crate::ui::dom::Node;
use crate::ui::kit::{Icon, Intent, LinkButton, MessageBar};
use crate::ui::routes::Place;
use crate::ui::view;

/// When it is billed, and the way to the invoices of the account that are for such things (seed S001-04).
pub fn purchase_note(account: &AccountName) -> Node {
    let query = Query::default().with("type", Some(InvoiceType::AzureMarketplace.as_wire()));
    let href = Place::Invoices(account.clone()).href() + &query.to_search();
    view! {
        <MessageBar intent=Intent::Info text=t(subscriptions::PURCHASE_BILLED) />
        <p class="actions">
            <LinkButton label=t(subscriptions::PURCHASE_INVOICES) href icon=Icon::Receipt />
        </p>
    }
}
