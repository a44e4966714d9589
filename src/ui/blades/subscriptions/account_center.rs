//! The Account Center: billing history, the current statement, usage files in two versions (seeds S000-13 to S000-17).
use super::history::{charged_note, entries, outcome, total_of, with_days};
use super::lines::{Statement, grid, statement_words, use_statements};
use super::list::with_subscription;
use super::one::kind;
use super::words::{span, span_cell};
use crate::billing::{
    AccountName, BillingPeriod, BillingSubscription, Charging, Credit, Invoice, Period, PeriodEntry, PeriodOutcome,
    SubscriptionId, Totals, begun_periods,
};
use crate::state::{
    clock, digits_of, moment, money, or_none, t, t_with, use_fetch, use_query, use_session, use_subscription_access,
};
use crate::text::words::{account_center, common, invoices, subscriptions};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::files::TableSource;
use crate::ui::kit::{
    Appearance, Button, Card, CellKind, Column, DataGrid, EmptyState, Icon, Intent, LinkButton, MessageBar, Rows,
    Status, Tone,
};
use crate::ui::papers;
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::shell::{Blade, Loaded, StatusOf, error_panel, grid_words, purchase_note};
use crate::ui::{tables, view};
use leptos::prelude::*;
use std::sync::Arc;

/// Statements beside the current one (seed S000-14).
const CLOSED: usize = 6;
/// Where the billing APIs are described.
const BILLING_API: &str = "https://learn.microsoft.com/azure/cost-management-billing/automate/automation-overview";

/// The last six periods and the one that is not over, the newest first. Of a support plan, its months.
fn statements(subscription: &BillingSubscription) -> Vec<BillingPeriod> {
    let mut begun = begun_periods(subscription, clock::today());
    begun.reverse();
    let open = begun.iter().take_while(|one| is_open(one.period)).count();
    begun.truncate(open + CLOSED);
    begun
}

fn is_open(period: Period) -> bool {
    period.end >= clock::today()
}

/// The blade.
#[component]
pub fn AccountCenter(account: AccountName, id: SubscriptionId) -> impl IntoView {
    let kind = kind(&id);
    let place = Place::Subscription(account.clone(), id.clone(), SubscriptionPage::AccountCenter);
    let commands = Signal::stored(vec![tables::command_when_there()]);
    let body = with_subscription(id, move |subscription| match subscription.charging() {
        // No link leads here for what was bought; who comes by the address is told.
        Charging::Purchase => purchase_note(&account),
        _ => view! { <Door account=account.clone() subscription /> },
    });
    view! { <Blade place title=t(account_center::HISTORY) kind icon=Icon::Clock commands>{body}</Blade> }
}

/// Lets the account administrator in; others are told about the billing APIs.
#[component]
fn Door(account: AccountName, subscription: BillingSubscription) -> impl IntoView {
    let session = use_session();
    let access = {
        let subscription = subscription.clone();
        use_subscription_access(move || Some(subscription.clone()))
    };
    let closed = |reason: String| {
        view! {
            <MessageBar intent=Intent::Info text=reason />
            <LinkButton label=t(account_center::BILLING_API) href=BILLING_API.to_owned() icon=Icon::Link />
        }
    };
    (move || {
        if !session.has_extension() {
            return closed(t(account_center::NO_API));
        }
        let (account, subscription) = (account.clone(), subscription.clone());
        view! {
            <Loaded of=access view={move |access: crate::state::SubscriptionAccess| {
                if access.has_account_center() {
                    view! { <History account=account.clone() subscription=subscription.clone() /> }
                } else {
                    closed(t(subscriptions::ONLY_ADMINISTRATOR))
                }
            }} />
        }
    })
    .into_node()
}

#[component]
fn History(account: AccountName, subscription: BillingSubscription) -> impl IntoView {
    let query = use_query();
    let by_use = subscription.charging() == Charging::Use;
    let rows = statements(&subscription);
    let key = (account.clone(), subscription.id.clone());
    let list = use_fetch(
        move || Some(key.clone()),
        |client, (account, id)| async move { client.subscription_invoices(&account, &id).await.map(Arc::new) },
    );
    // The periods are there by rule; what became of them is known when the invoices are.
    let known = {
        let subscription = subscription.clone();
        Memo::new(move |_| list.ready().map(|list| entries(&account, &subscription, &list)).unwrap_or_default())
    };
    // The statement that is open below the list: the one in the address.
    let shown = {
        let rows = rows.clone();
        Memo::new(move |_| {
            let start = crate::billing::parse_day(&query.value("statement")?)?;
            rows.iter().find(|one| by_use && one.period.start == start).copied()
        })
    };
    let id = subscription.id.clone();
    let current = rows.first().copied().filter(|one| by_use && is_open(one.period)).map(|one| {
        let href = move || query.get().with("statement", Some(&one.period.start.to_string())).to_search();
        view! {
            <p><a class="fx-link" href=href>{t(account_center::VIEW_CURRENT)}</a></p>
        }
    });
    let empty = || {
        view! {
            <EmptyState title=t(account_center::NO_STATEMENTS) reason=t(account_center::NO_STATEMENTS_REASON) />
        }
    };
    let of_file = Rows::from(move || rows.clone());
    let source =
        TableSource::grid("billing-history", t(account_center::HISTORY), list, move || columns(by_use, known), of_file)
            .about(subscription.id.as_str());
    view! {
        {tables::pane(source)}
        <p>{t(if by_use { account_center::ABOUT } else { account_center::ABOUT_PLAN })}</p>
        {current}
        {move || list.failed().map(|error| error_panel(&error, Some(Callback::new(move |()| list.refetch()))))}
        <DataGrid
            caption=t(account_center::HISTORY)
            columns=columns(by_use, known)
            rows=of_file
            key=|one: &BillingPeriod| one.period.start.to_string()
            row_label=|one: &BillingPeriod| span(one.period)
            words=grid_words()
            empty=ViewFn::from(empty)
        />
        {move || shown.get().map(|one| {
            let id = id.clone();
            view! { <StatementView id period=one.period /> }
        })}
    }
}

/// The columns; statement and usage where something is charged by use.
fn columns(by_use: bool, known: Memo<Vec<PeriodEntry>>) -> Vec<Column<BillingPeriod>> {
    let query = use_query();
    let search = Signal::derive(move || query.get().to_search());
    let download = papers::use_download();
    // Its own invoice stands before others of the same days.
    let entry = move |period: Period| known.with(|known| known.iter().find(|entry| entry.period == period).cloned());
    let state = |one: &BillingPeriod| match is_open(one.period) {
        true => view! { <Status tone=Tone::Neutral icon=Icon::Clock text=t(account_center::CURRENT) /> },
        false => view! { <Status tone=Tone::Success icon=Icon::CheckmarkCircle text=t(account_center::CLOSED) /> },
    };
    let link = move |one: &BillingPeriod| {
        let start = one.period.start.to_string();
        let href = move || query.get().with("statement", Some(&start)).to_search();
        let word = if is_open(one.period) { account_center::CURRENT_STATEMENT } else { account_center::VIEW_STATEMENT };
        let name = format!("{}: {}", t(word), span(one.period));
        view! { <a class="fx-link" href=href aria-label=name>{t(word)}</a> }
    };
    let usage = move |one: &BillingPeriod| {
        let start = one.period.start.to_string();
        let href = move || {
            query.get().with("pane", Some("period")).with("start", Some(&start)).with("format", Some("v2")).to_search()
        };
        let name = format!("{}: {}", t(account_center::DOWNLOAD_USAGE), span(one.period));
        view! { <a class="fx-link" href=href aria-label=name>{t(account_center::DOWNLOAD_USAGE)}</a> }
    };
    let invoice = move |one: &BillingPeriod| {
        let period = one.period;
        move || entry(period).map(|entry| invoice_cell(search, download, &entry))
    };
    let total = move |one: &BillingPeriod| {
        let period = one.period;
        move || entry(period).as_ref().and_then(total_of).as_ref().map(money).unwrap_or_default()
    };
    let mut columns = vec![
        with_days(Column::new("period", t(invoices::PERIOD), |one: &BillingPeriod| span_cell(one.period)), |one| {
            one.period
        })
        .row_header(),
    ];
    if by_use {
        columns.extend([
            Column::new("status", t(common::STATUS), state)
                .value(CellKind::Text, |one| {
                    t(if is_open(one.period) { account_center::CURRENT } else { account_center::CLOSED })
                })
                .folds(),
            Column::new("statement", t(account_center::STATEMENT), link),
            Column::new("usage", t(subscriptions::SECTION_USAGE), usage).folds(),
        ]);
    }
    columns.extend([
        Column::new("invoice", t(subscriptions::SECTION_INVOICE), invoice)
            .value(CellKind::Text, move |one| {
                let entry = entry(one.period);
                entry.as_ref().and_then(PeriodEntry::invoice).map(|of| of.name.to_string()).unwrap_or_default()
            })
            .folds(),
        Column::new("total", t(account_center::INVOICE_TOTAL), total)
            .amount(move |one| digits_of(total_of(&entry(one.period)?)))
            .numeric(),
    ]);
    columns
}

/// The invoice of a period with its status and its PDF; where there is none, why, unless the period is not over.
fn invoice_cell(search: Signal<String>, download: Callback<Invoice>, entry: &PeriodEntry) -> Node {
    let Some(invoice) = entry.invoice().cloned() else {
        return match entry.outcome {
            PeriodOutcome::Open => Node::nothing(),
            _ => outcome(search, entry),
        };
    };
    let href = Place::Invoice(invoice.account.clone(), invoice.name.clone()).href();
    let name = invoice.name.to_string();
    let label = t_with(account_center::DOWNLOAD_INVOICE_OF, &[("invoice", &name)]);
    let of = charged_note(entry, &invoice);
    let status = invoice.status.clone();
    view! {
        <span class="cell-line">
            <a class="fx-link" href=href>{name}</a>
            <StatusOf status />
            <Button
                label
                icon=Icon::Download
                icon_only=true
                appearance=Appearance::Subtle
                on_click=Callback::new(move |()| download.run(invoice.clone()))
            />
        </span>
        {of}
    }
}

/// One statement: an estimate while its period is open.
#[component]
fn StatementView(id: SubscriptionId, period: Period) -> impl IntoView {
    let (of_credit, of_lines) = (id.clone(), id.clone());
    let fetch = use_statements(move || Some((id.clone(), vec![period])));
    // Its own request: the charges are shown without it, and that it failed is said.
    let credit = use_fetch(
        move || Some((of_credit.clone(), period)),
        |client, (id, period)| async move { client.credit(&id, period).await },
    );
    let made = moment(clock::now());
    let heading = if is_open(period) { account_center::CURRENT_STATEMENT } else { account_center::STATEMENT };
    view! {
        <section class="blade__section" aria-labelledby="statement">
            <h2 class="blade__heading" id="statement">{format!("{}: {}", t(heading), span(period))}</h2>
            {is_open(period).then(|| view! {
                <MessageBar
                    intent=Intent::Info
                    text=format!(
                        "{}. {}",
                        t_with(account_center::ESTIMATE_OF, &[("time", &made)]),
                        t(account_center::DAILY_ONLY),
                    )
                />
            })}
            {move || {
                credit.failed().map(|error| error_panel(&error, Some(Callback::new(move |()| credit.refetch()))))
            }}
            <Loaded of=fetch view={move |statement: Statement| {
                body(&statement, &of_lines, period, credit.ready().flatten())
            }} />
        </section>
    }
}

fn body(statement: &Statement, id: &SubscriptionId, period: Period, credit: Option<Credit>) -> Node {
    match &**statement {
        Err(error) => view! { <MessageBar intent=Intent::Error text=statement_words(error) /> },
        Ok(statement) => {
            let values: Vec<_> = statement.lines.iter().map(|line| line.value).collect();
            let total = Totals::of(&values).unwrap_or_default();
            let amounts: Vec<String> = total.iter().map(|total| money(&total)).collect();
            let word = if is_open(period) { account_center::ESTIMATE } else { account_center::CHARGES };
            view! {
                <div class="cards">
                    <Card title=t(word) value=or_none(Some(amounts.join("\n"))) />
                </div>
                {grid(statement.lines.clone(), credit, id, "export-lines")}
            }
        }
    }
}
