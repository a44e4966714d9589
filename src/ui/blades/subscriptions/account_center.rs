//! The Account Center: billing history, the current statement, usage files in two versions (seeds S000-13 to S000-17).
use super::lines::{Statement, grid, statement_words, use_statement};
use super::list::with_subscription;
use super::one::kind;
use super::words::{span, span_cell};
use crate::billing::{AccountName, BillingPeriod, BillingSubscription, Period, SubscriptionId, Totals};
use crate::state::{clock, moment, money, or_none, t, t_with, use_query, use_session, use_subscription_access};
use crate::text::words::{account_center, common, invoices, subscriptions};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{Card, Column, DataGrid, EmptyState, Icon, Intent, LinkButton, MessageBar, Status, Tone};
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::shell::{Blade, Loaded, grid_words};
use crate::ui::view;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Statements beside the current one (seed S000-14).
const CLOSED: usize = 6;
/// Where the billing APIs are described.
const BILLING_API: &str = "https://learn.microsoft.com/azure/cost-management-billing/automate/automation-overview";

/// The last six statements and the current unbilled period, the newest first.
fn statements(subscription: &BillingSubscription) -> Vec<BillingPeriod> {
    let Some(cycle) = subscription.cycle() else { return Vec::new() };
    let today = clock::today();
    let mut begun: Vec<BillingPeriod> = cycle.periods().take_while(|one| one.period.start <= today).collect();
    begun.reverse();
    let open = begun.iter().take_while(|one| one.period.end >= today).count();
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
    let place = Place::Subscription(account, id.clone(), SubscriptionPage::AccountCenter);
    let body = with_subscription(id, |subscription| view! { <Door subscription /> });
    view! { <Blade place title=t(account_center::HISTORY) kind icon=Icon::Clock>{body}</Blade> }
}

/// Lets the account administrator in; others are told about the billing APIs.
#[component]
fn Door(subscription: BillingSubscription) -> impl IntoView {
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
        let subscription = subscription.clone();
        view! {
            <Loaded of=access view={move |access: crate::state::SubscriptionAccess| {
                if access.has_account_center() {
                    view! { <History subscription=subscription.clone() /> }
                } else {
                    closed(t(subscriptions::ONLY_ADMINISTRATOR))
                }
            }} />
        }
    })
    .into_node()
}

#[component]
fn History(subscription: BillingSubscription) -> impl IntoView {
    let query = use_query();
    let rows = statements(&subscription);
    let newest = rows.first().copied();
    // The statement that is open below the list: the one in the address.
    let shown = {
        let rows = rows.clone();
        Memo::new(move |_| {
            let start: NaiveDate = query.value("statement")?.parse().ok()?;
            rows.iter().find(|one| one.period.start == start).copied()
        })
    };
    let id = subscription.id.clone();
    let current = newest.filter(|one| is_open(one.period)).map(|one| {
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
    view! {
        <p>{t(account_center::ABOUT)}</p>
        {current}
        <DataGrid
            caption=t(account_center::HISTORY)
            columns=columns()
            rows=move || rows.clone()
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

fn columns() -> Vec<Column<BillingPeriod>> {
    let query = use_query();
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
    vec![
        Column::new("period", t(invoices::PERIOD), |one: &BillingPeriod| span_cell(one.period)).row_header(),
        Column::new("status", t(common::STATUS), state).folds(),
        Column::new("statement", t(account_center::STATEMENT), link),
        Column::new("usage", t(subscriptions::SECTION_USAGE), usage),
    ]
}

/// One statement: an estimate while its period is open.
#[component]
fn StatementView(id: SubscriptionId, period: Period) -> impl IntoView {
    let fetch = use_statement(move || Some((id.clone(), period)));
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
            <Loaded of=fetch view={move |statement: Statement| body(&statement, period)} />
        </section>
    }
}

fn body(statement: &Statement, period: Period) -> Node {
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
                {grid(statement.lines.clone())}
            }
        }
    }
}
