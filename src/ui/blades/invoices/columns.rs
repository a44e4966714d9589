//! The columns of the list of invoices.
use crate::billing::{Invoice, Money, SubscriptionId};
use crate::state::{date, money, name_of, t};
use crate::text::words::{common, invoices, subscriptions};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::Column;
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::shell::StatusOf;
use crate::ui::view;
use leptos::prelude::*;

/// An amount in words; nothing when it is not told.
pub(super) fn amount(money_of: Option<Money>) -> String {
    money_of.map_or_else(String::new, |amount| money(&amount))
}

fn day(of: Option<chrono::NaiveDate>) -> Node {
    match of {
        Some(day) => view! { <time datetime=day.to_string() title=day.to_string()>{date(day)}</time> },
        None => ().into_node(),
    }
}

/// The subscription of the invoice, as a way to its own list.
fn subscription(invoice: &Invoice) -> Node {
    let Some(id) = &invoice.subscription_id else { return Node::nothing() };
    let of = SubscriptionId::new(id.clone());
    let place = Place::Subscription(invoice.account.clone(), of, SubscriptionPage::Invoices);
    let words = invoice.subscription_display_name.clone().unwrap_or_else(|| id.clone());
    view! { <a class="fx-link breaks" href=place.href()>{words}</a> }
}

/// What an invoice is for: the kind of paper, the profile and its order number; on a pay-as-you-go account the period, the
/// type and the subscription.
fn columns_between(by_subscription: bool) -> Vec<Column<Invoice>> {
    if by_subscription {
        let span = |i: &Invoice| match i.period {
            Some(period) => view! { <span>{day(Some(period.start))}" –\u{a0}"{day(Some(period.end))}</span> },
            None => Node::nothing(),
        };
        let kind = |i: &Invoice| i.invoice_type.as_ref().map(name_of).unwrap_or_default();
        return vec![
            Column::new("period", t(invoices::PERIOD), span).sortable().folds(),
            Column::new("type", t(subscriptions::INVOICE_TYPE), kind).folds(),
            Column::new("profile", t(subscriptions::FOR_SUBSCRIPTION), subscription).sortable().folds(),
        ];
    }
    vec![
        Column::new("kind", t(invoices::KIND), |i: &Invoice| name_of(&i.kind)).sortable().folds(),
        Column::new("profile", t(invoices::PROFILE), |i: &Invoice| i.profile_display_name.clone().unwrap_or_default())
            .sortable()
            .folds(),
        Column::new("po", t(invoices::PO_NUMBER), |i: &Invoice| i.po_number.clone().unwrap_or_default())
            .sortable()
            .folds(),
    ]
}

/// The columns of the grid; `search` goes along to an invoice.
pub(super) fn columns(search: Signal<String>, by_subscription: bool) -> Vec<Column<Invoice>> {
    let number = move |invoice: &Invoice| {
        let place = Place::Invoice(invoice.account.clone(), invoice.name.clone()).href();
        // A row stays while the filters change; its link takes them along.
        let href = move || search.with(|search| format!("{place}{search}"));
        view! { <a class="fx-link" href=href>{invoice.name.to_string()}</a> }
    };
    let mut columns = vec![
        Column::new("number", t(invoices::NUMBER), number).sortable().row_header(),
        Column::new("status", t(common::STATUS), |i: &Invoice| view! { <StatusOf status=i.status.clone() /> })
            .sortable(),
        Column::new("date", t(invoices::INVOICE_DATE), |i: &Invoice| day(i.invoice_date)).sortable().folds(),
        Column::new("due", t(invoices::DUE_DATE), |i: &Invoice| day(i.due_date)).sortable().folds(),
    ];
    columns.extend(columns_between(by_subscription));
    columns.push(Column::new("total", t(invoices::TOTAL), |i: &Invoice| amount(i.total)).sortable().numeric());
    let due = Column::new("amount-due", t(invoices::AMOUNT_DUE), |i: &Invoice| amount(i.amount_due));
    columns.push(due.sortable().numeric().folds());
    columns
}
