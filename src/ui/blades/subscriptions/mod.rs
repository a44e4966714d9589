//! Pay-as-you-go subscriptions (MOSP): the list, the pages of one, and the panes over lists of invoices.
mod access;
mod account_center;
mod bulk;
mod email;
mod email_fields;
mod history;
mod lines;
mod list;
mod one;
mod payment;
mod period;
mod words;

use crate::billing::{AccountName, SubscriptionId};
use crate::ui::dom::Node;
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::view;

pub use account_center::AccountCenter;
pub use lines::StatementLines;
pub use period::PeriodPane;

/// The page of a place; nothing for a place of something else, or of another part.
pub fn page(place: Place) -> Node {
    match place {
        Place::Subscriptions(account) => view! { <list::Subscriptions account /> },
        Place::Subscription(account, id, page) => match page {
            SubscriptionPage::Overview => view! { <one::Overview account id /> },
            SubscriptionPage::Invoices => view! { <history::History account id /> },
            // A part of its own.
            SubscriptionPage::AccountCenter => Node::nothing(),
            SubscriptionPage::PaymentMethods => view! { <payment::PaymentMethods account id /> },
            SubscriptionPage::Properties => view! { <one::Properties account id /> },
        },
        _ => Node::nothing(),
    }
}

/// The panes over a list of invoices of a pay-as-you-go account, or of one of its subscriptions: access and e-mail.
pub fn panes(account: AccountName, id: Option<SubscriptionId>) -> Node {
    view! {
        <access::AccessPane account=account.clone() id=id.clone() />
        <email::EmailPane account=account.clone() id />
        <bulk::BulkPane account />
    }
}
