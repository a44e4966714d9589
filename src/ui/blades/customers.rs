//! Customers of a partner's billing account (MPA).
use crate::billing::{AccountName, Customer, ProfileStatus};
use crate::state::{name_of, t, use_fetch};
use crate::text::words::{common, customers, shell};
use crate::ui::files::TableSource;
use crate::ui::kit::{Column, DataGrid, EmptyState, Icon, Rows};
use crate::ui::routes::Place;
use crate::ui::shell::{Blade, error_panel, grid_words};
use crate::ui::{tables, view};
use leptos::prelude::*;
use std::sync::Arc;

fn columns() -> Vec<Column<Customer>> {
    vec![
        Column::text("name", t(customers::NAME), |c: &Customer| c.display_name.clone()).row_header(),
        Column::text("id", t(common::ID), |c: &Customer| c.name.to_string()).folds(),
        Column::text("status", t(common::STATUS), |c: &Customer| name_of(&ProfileStatus::from_wire(&c.status))),
    ]
}

/// The list of customers.
#[component]
pub fn Customers(account: AccountName) -> impl IntoView {
    let key = account.clone();
    let list = use_fetch(
        move || Some(key.clone()),
        |client, account: AccountName| async move { client.customers(&account, None).await.map(Arc::new) },
    );
    let rows = Rows::from(move || list.ready().map(|rows| rows.as_ref().clone()).unwrap_or_default());
    let commands = Signal::stored(vec![tables::command(move || rows.count())]);
    let source = TableSource::grid("customers", t(shell::CUSTOMERS), list, columns, rows);
    let empty = || view! { <EmptyState title=t(customers::EMPTY) reason=t(customers::EMPTY_REASON) /> };
    view! {
        <Blade place=Place::Customers(account) title=t(shell::CUSTOMERS) kind=t(customers::OF_ACCOUNT) icon=Icon::People commands>
            {move || match list.failed() {
                Some(error) => error_panel(&error, Some(Callback::new(move |()| list.refetch()))),
                None => view! {
                    <DataGrid
                        caption=t(shell::CUSTOMERS)
                        columns=columns()
                        rows
                        key=|c: &Customer| c.name.to_string()
                        row_label=|c: &Customer| c.display_name.clone()
                        words=grid_words()
                        loading=Signal::derive(move || list.is_loading())
                        empty=ViewFn::from(empty)
                    />
                },
            }}
            {tables::pane(source)}
        </Blade>
    }
}
