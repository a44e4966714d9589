//! All billing scopes the person has access to.
use crate::billing::{AccountStatus, AgreementType, BillingAccount, fold_case};
use crate::state::{Fetch, name_of, name_order, t, t_count, use_estate, use_me, use_query};
use crate::text::words::{common, missing, scopes, shell};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::files::TableSource;
use crate::ui::kit::{Button, CellKind, Column, DataGrid, EmptyState, Icon, Rows, Sort};
use crate::ui::routes::Place;
use crate::ui::shell::{Blade, FilterBar, error_panel, grid_words, nothing_matches, read_sort, sort_rows, write_sort};
use crate::ui::{tables, view};
use leptos::prelude::*;
use std::cmp::Ordering;

fn columns() -> Vec<Column<BillingAccount>> {
    vec![
        Column::new("name", t(scopes::NAME), |account: &BillingAccount| {
            let href = Place::Account(account.name.clone()).href();
            view! { <a class="fx-link" href=href>{account.display_name.clone()}</a> }
        })
        .value(CellKind::Text, |account| account.display_name.clone())
        .sortable()
        .row_header(),
        Column::text("type", t(scopes::TYPE), |account: &BillingAccount| name_of(&account.agreement)).sortable(),
        Column::text("id", t(common::ID), |account: &BillingAccount| account.name.to_string()).folds(),
        Column::text("status", t(common::STATUS), |account: &BillingAccount| name_of(&account.status)).folds(),
        Column::new("available", t(scopes::AVAILABLE), available).value(CellKind::Text, available_words).folds(),
    ]
}

/// What can be done with an account of this agreement here, in a sentence.
fn available_words(account: &BillingAccount) -> String {
    t(match account.agreement {
        AgreementType::Mca => scopes::AVAILABLE_MCA,
        AgreementType::Mpa => scopes::AVAILABLE_MPA,
        AgreementType::Mosp => scopes::AVAILABLE_MOSP,
        AgreementType::Ea => scopes::AVAILABLE_EA,
        AgreementType::Other(_) => scopes::AVAILABLE_OTHER,
    })
}

/// The same; where that is not to see invoices, with the way to why.
fn available(account: &BillingAccount) -> Node {
    let said = available_words(account);
    if !matches!(account.agreement, AgreementType::Ea | AgreementType::Other(_)) {
        return said.into_node();
    }
    let href = Place::Account(account.name.clone()).href() + "?pane=why";
    view! { <p>{said}" "<a class="fx-link" href=href>{t(missing::TITLE)}</a></p> }
}

fn rows(all: &[BillingAccount], text: &str, sort: Option<&Sort>) -> Vec<BillingAccount> {
    let wanted = fold_case(text.trim());
    let has = |text: &str| fold_case(text).contains(&wanted);
    let fits = |account: &&BillingAccount| has(&account.display_name) || has(account.name.as_str());
    let mut rows: Vec<BillingAccount> = all.iter().filter(fits).cloned().collect();
    let by_type = sort.is_some_and(|sort| sort.column == "type");
    let names = name_order();
    sort_rows(&mut rows, &|a, b| {
        let types = if by_type { names(&name_of(&a.agreement), &name_of(&b.agreement)) } else { Ordering::Equal };
        types.then_with(|| names(&a.display_name, &b.display_name))
    });
    if sort.is_some_and(|sort| sort.descending) {
        rows.reverse();
    }
    // Accounts that no longer run stand last, whatever the order.
    let ended = |account: &BillingAccount| !matches!(account.status, AccountStatus::Active | AccountStatus::New);
    sort_rows(&mut rows, &|a, b| ended(a).cmp(&ended(b)));
    rows
}

/// The list of billing scopes: the site's first page.
#[component]
pub fn Scopes() -> impl IntoView {
    let estate = use_estate();
    let query = use_query();
    let me = use_me();
    let sort = Signal::derive(move || read_sort(query.value("sort").as_deref(), "name"));
    let text = Signal::derive(move || query.value("q").unwrap_or_default());
    let shown = Rows::from(move || {
        let all = estate.accounts.ready().unwrap_or_default();
        rows(&all, &text.get(), sort.get().as_ref())
    });
    let commands = Signal::stored(vec![tables::command(move || shown.count())]);
    let source = TableSource::grid("billing-scopes", t(shell::BILLING_SCOPES), estate.accounts, columns, shown);
    let email = move || me.as_ref().and_then(Fetch::ready).and_then(|me| me.principal.email).unwrap_or_default();
    let empty = move || {
        if text.get().is_empty() {
            let reason = crate::state::t_with(scopes::EMPTY_REASON, &[("email", &email())]);
            let to_account = Callback::new(move |()| query.set("pane", Some("account")));
            let label = t(shell::SWITCH_DIRECTORY);
            let why = Callback::new(move |()| query.set("pane", Some("why")));
            view! {
                <EmptyState title=t(scopes::EMPTY) reason action_label=label on_action=to_account />
                <p class="form__actions"><Button label=t(missing::TITLE) icon=Icon::Question on_click=why /></p>
            }
        } else {
            nothing_matches(query)
        }
    };
    view! {
        <Blade place=Place::Scopes title=t(shell::PRODUCT) kind=t(shell::BILLING_SCOPES) icon=Icon::Money commands>
            <FilterBar
                label=t(scopes::FILTER)
                count=Signal::derive(move || {
                    estate.accounts.ready().map_or_else(String::new, |_| t_count(scopes::COUNT, shown.count()))
                })
            />
            {move || match estate.accounts.failed() {
                Some(error) => error_panel(&error, Some(Callback::new(move |()| estate.accounts.refetch()))),
                None => view! {
                    <DataGrid
                        caption=t(shell::BILLING_SCOPES)
                        columns=columns()
                        rows=shown
                        key=|account: &BillingAccount| account.name.to_string()
                        row_label=|account: &BillingAccount| account.display_name.clone()
                        words=grid_words()
                        loading=Signal::derive(move || estate.accounts.is_loading())
                        sort
                        on_sort=Callback::new(move |sort: Sort| query.set("sort", Some(&write_sort(&sort))))
                        empty=ViewFn::from(empty)
                    />
                },
            }}
            {tables::pane(source)}
        </Blade>
    }
}
