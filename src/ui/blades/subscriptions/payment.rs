//! How the invoices of an account are paid: to be read; Azure has no public API to change it (contract §8).
use super::one::kind;
use crate::billing::{AccountName, PaymentFamily, PaymentMethod, SubscriptionId};
use crate::state::{name_of, t, t_with, use_fetch};
use crate::text::words::{common, subscriptions};
use crate::ui::files::TableSource;
use crate::ui::kit::{Column, DataGrid, EmptyState, Icon, Intent, MessageBar, Rows};
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::shell::{Blade, error_panel, grid_words};
use crate::ui::{tables, view};
use leptos::prelude::*;
use std::sync::Arc;

/// "visa ending in 4321"; else what the API calls it.
fn label(method: &PaymentMethod) -> String {
    let family = method.family.as_ref().map(name_of);
    let is_card = method.family == Some(PaymentFamily::CreditCard);
    match (&method.last_four_digits, &method.brand) {
        (Some(digits), brand) => {
            let brand = brand.clone().filter(|_| is_card).or(family).unwrap_or_default();
            t_with(subscriptions::PAYMENT_ENDING, &[("brand", &brand), ("digits", digits)])
        }
        (None, _) => method.display_name.clone().or(family).unwrap_or_else(|| method.name.clone()),
    }
}

fn columns() -> Vec<Column<PaymentMethod>> {
    let state = |method: &PaymentMethod| match method.is_active {
        Some(true) => t(subscriptions::PAYMENT_ACTIVE),
        Some(false) => t(subscriptions::PAYMENT_INACTIVE),
        None => String::new(),
    };
    vec![
        Column::text("method", t(subscriptions::PAYMENT_METHOD), label).row_header(),
        Column::text("holder", t(subscriptions::PAYMENT_HOLDER), |m: &PaymentMethod| {
            m.holder.clone().unwrap_or_default()
        })
        .folds(),
        Column::text("expires", t(subscriptions::PAYMENT_EXPIRES), |m: &PaymentMethod| {
            m.expiration.clone().unwrap_or_default()
        })
        .folds(),
        Column::text("status", t(common::STATUS), state),
    ]
}

/// The payment methods blade.
#[component]
pub fn PaymentMethods(account: AccountName, id: SubscriptionId) -> impl IntoView {
    let kind = kind(&id);
    let key = account.clone();
    let list = use_fetch(
        move || Some(key.clone()),
        |client, account| async move { client.payment_methods(&account).await.map(Arc::new) },
    );
    let place = Place::Subscription(account, id, SubscriptionPage::PaymentMethods);
    let rows = Rows::from(move || list.ready().map(|list| list.as_ref().clone()).unwrap_or_default());
    let commands = Signal::stored(vec![tables::command(move || rows.count())]);
    let source = TableSource::grid("payment-methods", t(subscriptions::PAYMENT_METHODS), list, columns, rows);
    let empty = || {
        view! {
            <EmptyState
                title=t(subscriptions::NO_PAYMENT_METHODS)
                reason=t(subscriptions::NO_PAYMENT_METHODS_REASON)
            />
        }
    };
    view! {
        <Blade place title=t(subscriptions::PAYMENT_METHODS) kind icon=Icon::Money commands>
            <p>{t(subscriptions::PAYMENT_METHODS_ABOUT)}</p>
            {move || match list.failed() {
                Some(error) if error.status() == Some(403) => view! {
                    <MessageBar intent=Intent::Info text=t(subscriptions::PAYMENT_NOT_SEEN) />
                },
                Some(error) => error_panel(&error, Some(Callback::new(move |()| list.refetch()))),
                None => view! {
                    <DataGrid
                        caption=t(subscriptions::PAYMENT_METHODS)
                        columns=columns()
                        rows
                        key=|m: &PaymentMethod| m.name.clone()
                        row_label=label
                        words=grid_words()
                        loading=Signal::derive(move || list.is_loading())
                        loading_rows=2
                        empty=ViewFn::from(empty)
                    />
                },
            }}
            {tables::pane(source)}
        </Blade>
    }
}
