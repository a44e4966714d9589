//! The list of invoices: filters, grid, totals, commands.
use super::columns::{amount, columns};
use super::commands::{commands, menu_of, no_list_words};
use super::model::{self, InvoiceFilter, TIMESPANS, sort_id};
use crate::billing::{AgreementType, Invoice, Money, Scope, Task};
use crate::state::clock;
use crate::state::{
    Fetch, date, deny_words, money, name_of, name_order, t, t_count, t_with, use_access, use_estate, use_fetch,
    use_query,
};
use crate::text::words::{common, invoices, missing, shell, subscriptions};
use crate::ui::files::{Listed, TableSource};
use crate::ui::kit::{Choice, DataGrid, FilterPill, Icon, SelectField, Sort, TotalRow};
use crate::ui::papers::Selection;
use crate::ui::routes::Place;
use crate::ui::shell::{
    Blade, FilterBar, empty_with_why, error_panel, grid_words, invoices_refused, nothing_matches, write_sort,
};
use crate::ui::{tables, view};
use leptos::prelude::*;
use std::sync::Arc;

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
    // The invoices of a pay-as-you-go account are its subscriptions'.
    let by_subscription = Memo::new({
        let agreement = agreement.clone();
        move |_| agreement() == Some(AgreementType::Mosp)
    });
    let no_list = Signal::derive(move || no_list_words(agreement()));
    let has_list = Memo::new(move |_| no_list.with(Option::is_none));
    let denied = move || {
        let access = access.ready().filter(|_| !by_subscription.get())?;
        deny_words(Some(access.may(Task::SeeInvoices)))
    };
    let selection = Selection::default();
    let usual = Signal::derive(move || match by_subscription.get() {
        true => subscriptions::NO_INVOICES_SEEN,
        false => invoices::EMPTY_REASON,
    });
    let reason = Signal::derive(move || no_list.get().or_else(denied).unwrap_or_else(|| t(usual.get())));
    let profile_fixed = scope.profile().is_some();
    let source = TableSource::new("invoices", t(shell::INVOICES), move || {
        list.get().map(|_| Listed::Invoices { rows: shown.get(), by_subscription: by_subscription.get() })
    });
    view! {
        <Blade
            place=place
            title=t(shell::INVOICES)
            kind=t(if profile_fixed { invoices::OF_PROFILE } else { invoices::OF_ACCOUNT })
            icon=Icon::Receipt
            commands=commands(list, shown, access, no_list, by_subscription, selection)
        >
            // What shows no invoices has nothing to filter, and its reason is the whole answer.
            {move || has_list.get().then(|| view! {
                <Filters list all filter shown profile_fixed by_subscription />
            })}
            {move || match list.failed() {
                _ if !has_list.get() => empty_with_why(t(missing::REASON_EA), reason),
                // Of a profile the roles are told; those of an account are many, and behind the question.
                Some(error) if error.status() == Some(403) => {
                    let reason = if profile_fixed { denied() } else { Some(t(missing::REFUSED_REASON)) };
                    invoices_refused(&error, reason)
                }
                Some(error) => error_panel(&error, Some(Callback::new(move |()| list.refetch()))),
                None => view! { <Grid list shown filter reason selection by_subscription=by_subscription.get() /> },
            }}
            {tables::pane(source)}
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
    by_subscription: Memo<bool>,
) -> impl IntoView {
    let query = use_query();
    let statuses = Signal::derive(move || {
        let found = all.with(|all| model::distinct(all, |i| Some((i.status.as_wire().to_owned(), name_of(&i.status)))));
        found.into_iter().map(|(value, label)| Choice::new(value, label)).collect::<Vec<_>>()
    });
    let profiles = Signal::derive(move || {
        let profile = |i: &Invoice| Some((i.profile.as_ref()?.to_string(), i.profile_display_name.clone()?));
        let subscription = |i: &Invoice| Some((i.subscription_id.clone()?, i.subscription_display_name.clone()?));
        let found = all.with(|all| model::distinct(all, |i| profile(i).or_else(|| subscription(i))));
        found.into_iter().map(|(value, label)| Choice::new(value, label)).collect::<Vec<_>>()
    });
    let types = Signal::derive(move || {
        let kind = |i: &Invoice| i.invoice_type.as_ref().map(|kind| (kind.as_wire().to_owned(), name_of(kind)));
        let found = all.with(|all| model::distinct(all, kind));
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
        let gone = ["status", "profile", "type", "months", "q"];
        query.change(|query| gone.iter().fold(query, |query, name| query.with(name, None)), false);
    });
    view! {
        <FilterBar
            label=Signal::derive(move || {
                t(if by_subscription.get() { invoices::FILTER_SUBSCRIPTIONS } else { invoices::FILTER })
            })
            count=Signal::derive(move || match list.ready() {
                Some(_) => t_count(invoices::COUNT, shown.with(Vec::len)),
                None => String::new(),
            })
            set=Signal::derive(move || filter.with(|f| {
                let lists = [&f.statuses, &f.profiles, &f.types];
                lists.into_iter().filter(|list| !list.is_empty()).count() + usize::from(f.months.is_some())
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
                    label=Signal::derive(move || {
                        t(if by_subscription.get() { subscriptions::FOR_SUBSCRIPTION } else { invoices::PROFILE })
                    })
                    options=profiles
                    selected=Signal::derive(move || filter.with(|filter| filter.profiles.clone()))
                    on_change=set_list("profile")
                    all_word=t(common::ALL_OF_THEM)
                    clear_label=t(common::CLEAR)
                />
            })}
            {move || by_subscription.get().then(|| view! {
                <FilterPill
                    label=t(subscriptions::INVOICE_TYPE)
                    options=types
                    selected=Signal::derive(move || filter.with(|filter| filter.types.clone()))
                    on_change=set_list("type")
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
    selection: Selection,
    by_subscription: bool,
) -> impl IntoView {
    let query = use_query();
    let search = Signal::derive(move || query.get().with("pane", None).to_search());
    let totals = Signal::derive(move || totals(&shown.get()));
    let empty = move || {
        if filter.with(InvoiceFilter::is_open) {
            empty_with_why(t(invoices::EMPTY), reason)
        } else {
            nothing_matches(query)
        }
    };
    let sort = move || filter.with(|f| Sort { column: sort_id(f.sort).to_owned(), descending: f.descending });
    view! {
        <DataGrid
            caption=t(shell::INVOICES)
            columns=columns(search, by_subscription)
            rows=move || shown.get()
            key=|invoice: &Invoice| invoice.name.to_string()
            row_label=|invoice: &Invoice| invoice.name.to_string()
            words=grid_words()
            loading=Signal::derive(move || list.is_loading())
            loading_rows=12
            sort=Signal::derive(move || Some(sort()))
            on_sort=Callback::new(move |sort: Sort| query.set("sort", Some(&write_sort(&sort))))
            row_menu=menu_of(row_text)
            selected=selection.keys()
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
