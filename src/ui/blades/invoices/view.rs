//! The list of invoices: filters, grid, totals, commands.
use super::commands::{commands, no_list_words};
use super::model::{self, InvoiceFilter, TIMESPANS, sort_id};
use crate::billing::{Invoice, Money, Scope, Task};
use crate::export::InvoiceColumn;
use crate::state::clock;
use crate::state::{
    Fetch, date, deny_words, money, name_of, name_order, t, t_count, t_with, use_access, use_copy_told, use_estate,
    use_fetch, use_query,
};
use crate::text::words::{common, invoices, shell};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{
    Choice, Column, DataGrid, EmptyState, FilterPill, Icon, MenuItem, RowMenu, SelectField, Sort, TotalRow,
};
use crate::ui::routes::Place;
use crate::ui::shell::{Blade, FilterBar, StatusOf, error_panel, grid_words, nothing_matches, write_sort};
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

/// The columns on screen, in order; the exported file has the same.
pub(super) fn file_columns() -> Vec<(InvoiceColumn, String)> {
    vec![
        (InvoiceColumn::Number, t(invoices::NUMBER)),
        (InvoiceColumn::Status, t(common::STATUS)),
        (InvoiceColumn::InvoiceDate, t(invoices::INVOICE_DATE)),
        (InvoiceColumn::DueDate, t(invoices::DUE_DATE)),
        (InvoiceColumn::Kind, t(invoices::KIND)),
        (InvoiceColumn::Profile, t(invoices::PROFILE)),
        (InvoiceColumn::PoNumber, t(invoices::PO_NUMBER)),
        (InvoiceColumn::Total, t(invoices::TOTAL)),
        (InvoiceColumn::AmountDue, t(invoices::AMOUNT_DUE)),
    ]
}

fn amount(money_of: Option<Money>) -> String {
    money_of.map_or_else(String::new, |amount| money(&amount))
}

fn day(of: Option<chrono::NaiveDate>) -> Node {
    match of {
        Some(day) => view! { <time datetime=day.to_string() title=day.to_string()>{date(day)}</time> },
        None => ().into_node(),
    }
}

fn columns(search: Signal<String>) -> Vec<Column<Invoice>> {
    let number = move |invoice: &Invoice| {
        let place = Place::Invoice(invoice.account.clone(), invoice.name.clone()).href();
        // A row stays while the filters change; its link takes them along.
        let href = move || search.with(|search| format!("{place}{search}"));
        view! { <a class="fx-link" href=href>{invoice.name.to_string()}</a> }
    };
    vec![
        Column::new("number", t(invoices::NUMBER), number).sortable().row_header(),
        Column::new("status", t(common::STATUS), |i: &Invoice| view! { <StatusOf status=i.status.clone() /> })
            .sortable(),
        Column::new("date", t(invoices::INVOICE_DATE), |i: &Invoice| day(i.invoice_date)).sortable().folds(),
        Column::new("due", t(invoices::DUE_DATE), |i: &Invoice| day(i.due_date)).sortable().folds(),
        Column::new("kind", t(invoices::KIND), |i: &Invoice| name_of(&i.kind)).sortable().folds(),
        Column::new("profile", t(invoices::PROFILE), |i: &Invoice| i.profile_display_name.clone().unwrap_or_default())
            .sortable()
            .folds(),
        Column::new("po", t(invoices::PO_NUMBER), |i: &Invoice| i.po_number.clone().unwrap_or_default())
            .sortable()
            .folds(),
        Column::new("total", t(invoices::TOTAL), |i: &Invoice| amount(i.total)).sortable().numeric(),
        Column::new("amount-due", t(invoices::AMOUNT_DUE), |i: &Invoice| amount(i.amount_due))
            .sortable()
            .numeric()
            .folds(),
    ]
}

/// The invoices blade.
#[component]
pub fn Invoices(scope: Scope, place: Place) -> impl IntoView {
    let query = use_query();
    let wanted = scope.clone();
    let list = use_fetch(
        move || Some(wanted.clone()),
        |client, scope| async move { client.invoices(&scope, None).await.map(Arc::new) },
    );
    let access = use_access({
        let scope = scope.clone();
        move || Some(scope.clone())
    });
    let all = Signal::derive(move || list.ready().unwrap_or_default());
    let filter = Memo::new(move |_| InvoiceFilter::from_query(&query.get()));
    let shown =
        Memo::new(move |_| filter.with(|filter| model::rows(&all.get(), filter, clock::today(), &name_order())));
    let estate = use_estate();
    let account = scope.account().clone();
    let agreement = move || estate.account(&account).map(|account| account.agreement);
    let no_list = Signal::derive(move || no_list_words(agreement()));
    let denied = move || access.ready().and_then(|access| deny_words(Some(access.may(Task::SeeInvoices))));
    let reason = Signal::derive(move || no_list.get().or_else(denied).unwrap_or_else(|| t(invoices::EMPTY_REASON)));
    let profile_fixed = scope.profile().is_some();
    view! {
        <Blade
            place=place
            title=t(shell::INVOICES)
            kind=t(if profile_fixed { invoices::OF_PROFILE } else { invoices::OF_ACCOUNT })
            icon=Icon::Receipt
            commands=commands(list, shown, access, no_list)
        >
            <Filters list all filter shown profile_fixed />
            {move || match list.failed() {
                Some(error) => error_panel(&error, Some(Callback::new(move |()| list.refetch()))),
                None => view! { <Grid list shown filter reason /> },
            }}
        </Blade>
    }
}

#[component]
fn Filters(
    list: Fetch<Arc<Vec<Invoice>>>,
    #[prop(into)] all: Signal<Arc<Vec<Invoice>>>,
    filter: Memo<InvoiceFilter>,
    shown: Memo<Vec<Invoice>>,
    profile_fixed: bool,
) -> impl IntoView {
    let query = use_query();
    let statuses = Signal::derive(move || {
        let found = all.with(|all| model::distinct(all, |i| Some((i.status.as_wire().to_owned(), name_of(&i.status)))));
        found.into_iter().map(|(value, label)| Choice::new(value, label)).collect::<Vec<_>>()
    });
    let profiles = Signal::derive(move || {
        let of = |i: &Invoice| Some((i.profile.as_ref()?.to_string(), i.profile_display_name.clone()?));
        let found = all.with(|all| model::distinct(all, of));
        found.into_iter().map(|(value, label)| Choice::new(value, label)).collect::<Vec<_>>()
    });
    let mut spans = vec![Choice::new("", t(invoices::TIMESPAN_ALL))];
    spans.extend(
        TIMESPANS
            .iter()
            .map(|n| Choice::new(n.to_string(), t_with(invoices::TIMESPAN_MONTHS, &[("n", &n.to_string())]))),
    );
    let set_list = move |name: &'static str| {
        Callback::new(move |values: Vec<String>| query.change(|query| query.with_list(name, &values), false))
    };
    let clear = Callback::new(move |()| {
        query.change(|q| q.with("status", None).with("profile", None).with("months", None).with("q", None), false);
    });
    view! {
        <FilterBar
            label=t(invoices::FILTER)
            count=Signal::derive(move || match list.ready() {
                Some(_) => t_count(invoices::COUNT, shown.with(Vec::len)),
                None => String::new(),
            })
            set=Signal::derive(move || filter.with(|f| {
                usize::from(!f.statuses.is_empty()) + usize::from(!f.profiles.is_empty()) + usize::from(f.months.is_some())
            }))
        >
            <FilterPill
                label=t(common::STATUS)
                options=statuses
                selected=Signal::derive(move || filter.with(|filter| filter.statuses.clone()))
                on_change=set_list("status")
                all_word=t(common::ALL_OF_THEM)
                clear_label=t(common::CLEAR)
            />
            {(!profile_fixed).then(|| view! {
                <FilterPill
                    label=t(invoices::PROFILE)
                    options=profiles
                    selected=Signal::derive(move || filter.with(|filter| filter.profiles.clone()))
                    on_change=set_list("profile")
                    all_word=t(common::ALL_OF_THEM)
                    clear_label=t(common::CLEAR)
                />
            })}
            <SelectField
                hide_label=true
                label=t(invoices::TIMESPAN)
                options=spans
                value=Signal::derive(move || filter.with(|f| f.months.map(|m| m.to_string()).unwrap_or_default()))
                on_change=Callback::new(move |value: String| query.set("months", Some(&value)))
            />
            {move || (!filter.with(InvoiceFilter::is_open)).then(|| {
                view! { <crate::ui::kit::Button label=t(common::CLEAR_ALL) appearance=crate::ui::kit::Appearance::Subtle on_click=clear /> }
            })}
        </FilterBar>
    }
}

#[component]
fn Grid(
    list: Fetch<Arc<Vec<Invoice>>>,
    shown: Memo<Vec<Invoice>>,
    filter: Memo<InvoiceFilter>,
    reason: Signal<String>,
) -> impl IntoView {
    let query = use_query();
    let copy = use_copy_told();
    let search = Signal::derive(move || query.get().with("pane", None).to_search());
    let totals = Signal::derive(move || totals(&shown.get()));
    let menu: RowMenu<Invoice> = Arc::new(move |invoice: &Invoice| {
        let name = invoice.name.to_string();
        let usage = invoice.profile.clone();
        let (number, row) = (name.clone(), row_text(invoice));
        let open_usage = Callback::new(move |()| {
            query.change(|query| query.with("pane", Some("usage")).with("invoice", Some(&name)), false);
        });
        let no_usage = usage.is_none().then(|| t(invoices::NO_USAGE));
        vec![
            MenuItem::new(t(invoices::DOWNLOAD_USAGE), open_usage).icon(Icon::Download).disabled(no_usage),
            MenuItem::new(t(invoices::COPY_NUMBER), Callback::new(move |()| copy.run(number.clone()))).icon(Icon::Copy),
            MenuItem::new(t(common::COPY_ROW), Callback::new(move |()| copy.run(row.clone()))).icon(Icon::Copy),
        ]
    });
    let empty = move || {
        if filter.with(InvoiceFilter::is_open) {
            view! { <EmptyState title=t(invoices::EMPTY) reason /> }
        } else {
            nothing_matches(query)
        }
    };
    let sort = move || filter.with(|f| Sort { column: sort_id(f.sort).to_owned(), descending: f.descending });
    view! {
        <DataGrid
            caption=t(shell::INVOICES)
            columns=columns(search)
            rows=move || shown.get()
            key=|invoice: &Invoice| invoice.name.to_string()
            row_label=|invoice: &Invoice| invoice.name.to_string()
            words=grid_words()
            loading=Signal::derive(move || list.is_loading())
            loading_rows=12
            sort=Signal::derive(move || Some(sort()))
            on_sort=Callback::new(move |sort: Sort| query.set("sort", Some(&write_sort(&sort))))
            row_menu=menu
            totals
            empty=ViewFn::from(empty)
        />
    }
}

/// The cells of the row as they are on screen, with tabs between them: what a spreadsheet takes as cells.
fn row_text(invoice: &Invoice) -> String {
    let day = |of: Option<chrono::NaiveDate>| of.map(date).unwrap_or_default();
    [
        invoice.name.to_string(),
        name_of(&invoice.status),
        day(invoice.invoice_date),
        day(invoice.due_date),
        name_of(&invoice.kind),
        invoice.profile_display_name.clone().unwrap_or_default(),
        invoice.po_number.clone().unwrap_or_default(),
        amount(invoice.total),
        amount(invoice.amount_due),
    ]
    .join("\t")
}

/// One row of totals per currency; amounts of different currencies are never added.
fn totals(shown: &[Invoice]) -> Vec<TotalRow> {
    let Ok(footer) = model::footer(shown) else { return Vec::new() };
    let row = |total: Money| {
        let due = footer.amount_due.iter().find(|due| due.currency() == total.currency());
        let mut cells = vec![("total", money(&total))];
        cells.extend(due.map(|due| ("amount-due", money(&due))));
        TotalRow { label: t_with(invoices::TOTAL_OF, &[("currency", total.currency().code())]), cells }
    };
    footer.total.iter().map(row).collect()
}
