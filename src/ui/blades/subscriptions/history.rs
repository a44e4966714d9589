//! The invoices of one subscription, by billing period (seeds S000-11, S001-06).
use super::list::with_subscription;
use super::one::{StandingBar, kind};
use super::words::{access_words, span, span_cell, type_words};
use crate::billing::{
    AccountName, Anchor, BillingSubscription, Charging, Invoice, Money, Period, PeriodEntry, PeriodOutcome,
    SubscriptionId, observed_account_day, period_history,
};
use crate::state::{
    Fetch, clock, date, digits_of, money, name_of, t, t_count, t_with, use_copy_told, use_estate, use_fetch, use_query,
    use_subscription_access,
};
use crate::text::words::{
    account_center, common, invoice_access, invoices, missing, shell, subscription_email, subscriptions,
};
use crate::ui::dom::Node;
use crate::ui::files::TableSource;
use crate::ui::kit::{
    CellKind, Column, CommandItem, DataGrid, EmptyState, Icon, MenuItem, RowMenu, Rows, Status, Tone,
};
use crate::ui::papers::{self, Selection};
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::shell::{Blade, StatusOf, blade_command, empty_with_why, error_panel, grid_words, purchase_note};
use crate::ui::{tables, view};
use leptos::prelude::*;
use std::sync::Arc;

/// How many periods are listed: the three years that the portal offers at most (blades 2.3).
const MOST: usize = 36;

/// The day of the month on which the account's invoices are made: what the account says, else what its invoices show.
pub(super) fn account_day(account: &AccountName, invoices: &[Invoice]) -> Option<Anchor> {
    let created = use_estate().account(account).and_then(|account| account.created);
    created.map(Anchor::of).or_else(|| observed_account_day(invoices))
}

/// The billing periods of the subscription with what became of each.
pub(super) fn entries(account: &AccountName, subscription: &BillingSubscription, list: &[Invoice]) -> Vec<PeriodEntry> {
    period_history(subscription, list, account_day(account, list), clock::today(), MOST)
}

/// What tells an entry from the others.
pub(super) fn key_of(entry: &PeriodEntry) -> String {
    let name = entry.invoice().map(|invoice| invoice.name.to_string()).unwrap_or_default();
    format!("{} {name}", entry.period.start)
}

/// The address of the pane of an entry, on the page that is open.
fn pane(search: Signal<String>, entry: &PeriodEntry, name: &'static str) -> String {
    let query = search.with(|search| crate::state::Query::parse(search));
    let invoice = entry.invoice().map(|invoice| invoice.name.to_string());
    query
        .with("pane", Some(name))
        .with("start", Some(&entry.period.start.to_string()))
        .with("invoice", invoice.as_deref())
        .to_search()
}

/// What became of it: the status of its invoice, or the way to why there is none.
pub(super) fn outcome(search: Signal<String>, entry: &PeriodEntry) -> Node {
    match &entry.outcome {
        PeriodOutcome::Open => {
            view! { <Status tone=Tone::Neutral icon=Icon::Clock text=t(subscriptions::OPEN_PERIOD) /> }
        }
        PeriodOutcome::Invoiced(invoice) => view! { <StatusOf status=invoice.status.clone() /> },
        PeriodOutcome::NotAvailable(window) => {
            let why = t_with(subscriptions::NOT_AVAILABLE_WHY, &[("period", &span(entry.period))]);
            let entry = entry.clone();
            let href = move || pane(search, &entry, "why");
            // A day that has passed is no expectation: the answer is behind the link.
            let expected = window.filter(|window| window.until >= clock::today()).map(|window| {
                let days = [("from", &*date(window.from)), ("until", &*date(window.until))];
                view! { <span class="note">{t_with(subscriptions::EXPECTED, &days)}</span> }
            });
            view! {
                <a class="fx-link" href=href aria-label=why>{t(subscriptions::NOT_AVAILABLE)}</a>
                {expected}
            }
        }
    }
}

/// Which days its invoice is for, where these are not its own: a last invoice may charge more than one period.
pub(super) fn charged_note(entry: &PeriodEntry, invoice: &Invoice) -> Option<Node> {
    let of = invoice.period.filter(|of| *of != entry.period)?;
    let words = t_with(account_center::INVOICE_OF, &[("period", &span(of))]);
    Some(view! { <span class="note">{words}</span> })
}

/// What became of it, as a file has it.
fn outcome_words(entry: &PeriodEntry) -> String {
    match &entry.outcome {
        PeriodOutcome::Open => t(subscriptions::OPEN_PERIOD),
        PeriodOutcome::Invoiced(invoice) => name_of(&invoice.status),
        PeriodOutcome::NotAvailable(_) => t(subscriptions::NOT_AVAILABLE),
    }
}

/// What the period came to.
pub(super) fn total_of(entry: &PeriodEntry) -> Option<Money> {
    entry.ending_invoice().and_then(|invoice| invoice.total.or(invoice.billed))
}

/// The days of a period are two columns of a file.
pub(super) fn with_days<T: 'static>(column: Column<T>, of: fn(&T) -> Period) -> Column<T> {
    column.part("start", t(invoices::PERIOD_START), CellKind::Day, move |row| of(row).start.to_string()).part(
        "end",
        t(invoices::PERIOD_END),
        CellKind::Day,
        move |row| of(row).end.to_string(),
    )
}

fn columns(search: Signal<String>) -> Vec<Column<PeriodEntry>> {
    let period = move |entry: &PeriodEntry| {
        let days = span_cell(entry.period);
        let entry = entry.clone();
        let href = move || pane(search, &entry, "period");
        view! { <a class="fx-link" href=href>{days}</a> }
    };
    let number = |entry: &PeriodEntry| match entry.invoice() {
        Some(invoice) => {
            let href = Place::Invoice(invoice.account.clone(), invoice.name.clone()).href();
            view! {
                <a class="fx-link" href=href>{invoice.name.to_string()}</a>
                {charged_note(entry, invoice)}
            }
        }
        None => Node::nothing(),
    };
    let day =
        |entry: &PeriodEntry| entry.invoice().and_then(|invoice| invoice.invoice_date).map(date).unwrap_or_default();
    let of = |entry: &PeriodEntry| entry.invoice().map(type_words).unwrap_or_default();
    let total = |entry: &PeriodEntry| total_of(entry).as_ref().map(money).unwrap_or_default();
    let due = |entry: &PeriodEntry| {
        entry.ending_invoice().and_then(|invoice| invoice.amount_due).as_ref().map(money).unwrap_or_default()
    };
    let made =
        |entry: &PeriodEntry| entry.invoice().and_then(|invoice| invoice.invoice_date).map(|day| day.to_string());
    vec![
        with_days(Column::new("period", t(invoices::PERIOD), period), |entry| entry.period).row_header(),
        Column::new("status", t(common::STATUS), move |entry: &PeriodEntry| outcome(search, entry))
            .value(CellKind::Text, outcome_words),
        Column::new("number", t(invoices::NUMBER), number)
            .value(CellKind::Text, |entry| entry.invoice().map(|of| of.name.to_string()).unwrap_or_default())
            .folds(),
        Column::text("type", t(subscriptions::INVOICE_TYPE), of).folds(),
        Column::new("date", t(invoices::INVOICE_DATE), day)
            .value(CellKind::Day, move |entry| made(entry).unwrap_or_default())
            .folds(),
        Column::new("total", t(invoices::TOTAL), total).amount(|entry| digits_of(total_of(entry))).numeric(),
        Column::new("amount-due", t(invoices::AMOUNT_DUE), due)
            .amount(|entry| digits_of(entry.ending_invoice().and_then(|invoice| invoice.amount_due)))
            .numeric()
            .folds(),
    ]
}

/// The invoices blade of a subscription.
#[component]
pub fn History(account: AccountName, id: SubscriptionId) -> impl IntoView {
    let kind = kind(&id);
    let key = (account.clone(), id.clone());
    let list = use_fetch(
        move || Some(key.clone()),
        |client, (account, id)| async move { client.subscription_invoices(&account, &id).await.map(Arc::new) },
    );
    let selection = Selection::default();
    let place = Place::Subscription(account.clone(), id.clone(), SubscriptionPage::Invoices);
    let commands = commands(list, selection);
    let body = with_subscription(id, move |subscription| {
        let account = account.clone();
        view! { <Body account subscription list selection /> }
    });
    view! { <Blade place title=t(shell::INVOICES) kind icon=Icon::Receipt commands>{body}</Blade> }
}

fn commands(list: Fetch<Arc<Vec<Invoice>>>, selection: Selection) -> Signal<Vec<CommandItem>> {
    let query = use_query();
    let open = move |name: &'static str| move || query.set("pane", Some(name));
    let download = papers::command(t(subscriptions::DOWNLOAD_INVOICES), selection, list);
    let export = tables::command_when_there();
    Signal::derive(move || {
        vec![
            blade_command("refresh", Icon::Refresh, t(common::REFRESH), move || list.refetch()),
            download.clone(),
            blade_command("access", Icon::People, t(invoice_access::COMMAND), open("access")),
            blade_command("email", Icon::Mail, t(subscription_email::COMMAND), open("email")),
            export.clone(),
            blade_command("why", Icon::Question, t(missing::TITLE), open("why")),
            blade_command("print", Icon::Print, t(common::PRINT), crate::state::page::print),
        ]
    })
}

#[component]
fn Body(
    account: AccountName,
    subscription: BillingSubscription,
    list: Fetch<Arc<Vec<Invoice>>>,
    selection: Selection,
) -> impl IntoView {
    let query = use_query();
    let search = Signal::derive(move || query.get().to_search());
    let access = {
        let subscription = subscription.clone();
        use_subscription_access(move || Some(subscription.clone()))
    };
    let rows = {
        let (account, subscription) = (account.clone(), subscription.clone());
        Memo::new(move |_| match list.ready() {
            Some(list) => entries(&account, &subscription, &list),
            None => Vec::new(),
        })
    };
    let of_file = Rows::from(move || rows.get());
    let source = TableSource::grid("billing-periods", t(shell::INVOICES), list, move || columns(search), of_file)
        .about(subscription.id.as_str());
    let bar = subscription.clone();
    let is_purchase = subscription.charging() == Charging::Purchase;
    let purchase = is_purchase.then(|| purchase_note(&account));
    let day = move || {
        let list = list.ready().filter(|_| !is_purchase)?;
        let day = account_day(&account, &list)?.day().to_string();
        Some(view! { <p class="note">{t_with(subscriptions::ACCOUNT_DAY, &[("day", &day)])}</p> })
    };
    let failed = move || {
        let error = list.failed()?;
        // The rule says more than the service: who may, and who can change it.
        let reason = access.ready().and_then(|access| access_words(&access.may_download()));
        Some(match reason.filter(|_| error.status() == Some(403)) {
            Some(reason) => empty_with_why(t(missing::REASON_PERMISSION), reason),
            None => error_panel(&error, Some(Callback::new(move |()| list.refetch()))),
        })
    };
    view! {
        {move || {
            let invoices = list.ready().unwrap_or_default();
            view! { <StandingBar subscription=bar.clone() invoices /> }
        }}
        <p class="filters__count" role="status">
            {move || list.ready().map(|list| t_count(invoices::COUNT, list.len()))}
        </p>
        {day}
        {purchase}
        {move || match failed() {
            Some(reason) => reason,
            // The note has said where its invoices are.
            None if is_purchase && list.ready().is_none_or(|list| list.is_empty()) => Node::nothing(),
            None => view! { <Grid list rows search selection /> },
        }}
        {tables::pane(source)}
    }
}

#[component]
fn Grid(
    list: Fetch<Arc<Vec<Invoice>>>,
    rows: Memo<Vec<PeriodEntry>>,
    search: Signal<String>,
    selection: Selection,
) -> impl IntoView {
    let query = use_query();
    let copy = use_copy_told();
    let download = papers::use_download();
    let menu: RowMenu<PeriodEntry> = Arc::new(move |entry: &PeriodEntry| {
        let (start, invoice) = (entry.period.start.to_string(), entry.invoice().cloned());
        let name = invoice.as_ref().map(|invoice| invoice.name.to_string());
        let (to_open, to_copy) = (name.clone(), name.clone().unwrap_or_default());
        let open = Callback::new(move |()| {
            let (start, name) = (start.clone(), to_open.clone());
            let at = move |query: crate::state::Query| {
                query.with("pane", Some("period")).with("start", Some(&start)).with("invoice", name.as_deref())
            };
            query.change(at, false);
        });
        let none = name.is_none().then(|| t(subscriptions::NOT_AVAILABLE));
        let mut items = vec![MenuItem::new(t(subscriptions::PERIOD_PANE), open).icon(Icon::Download)];
        items.push(papers::menu_item(t(subscriptions::DOWNLOAD_INVOICE), download, invoice, none.clone()));
        let copy_number = Callback::new(move |()| copy.run(to_copy.clone()));
        items.push(MenuItem::new(t(invoices::COPY_NUMBER), copy_number).icon(Icon::Copy).disabled(none));
        items
    });
    let empty = move || {
        view! {
            <EmptyState title=t(subscriptions::NO_INVOICES) reason=t(subscriptions::NO_INVOICES_REASON) />
        }
    };
    view! {
        <DataGrid
            caption=t(shell::INVOICES)
            columns=columns(search)
            rows=move || rows.get()
            key=key_of
            row_label=|entry: &PeriodEntry| span(entry.period)
            words=grid_words()
            loading=Signal::derive(move || list.is_loading())
            row_menu=menu
            selected=selection.keys()
            can_select=Some(|entry: &PeriodEntry| entry.invoice().is_some())
            empty=ViewFn::from(empty)
        />
    }
}
