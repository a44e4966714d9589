//! What each meter came to in a period: the lines of a pay-as-you-go invoice and of a statement (blades 2.4).
use super::history::with_days;
use super::words::span_cell;
use crate::billing::{Credit, Money, Period, StatementLine, SubscriptionId, Totals};
use crate::state::{
    Fetch, Load, StatementError, arm_text, digits_of, money, region, statement, t, t_with, use_estate, use_fetch,
    use_session,
};
use crate::text;
use crate::text::words::{account_center, downloads, invoices, overview};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::files::{Listed, TableSource};
use crate::ui::kit::{CellKind, Column, DataGrid, EmptyState, Intent, MessageBar, Rows, TotalRow, grid_values};
use crate::ui::shell::{Loaded, error_panel, grid_words};
use crate::ui::{tables, view};
use leptos::prelude::*;
use rust_decimal::Decimal;
use std::sync::Arc;

/// A statement that was put together, or why it was not.
pub(super) type Statement = Arc<Result<crate::billing::SubscriptionStatement, StatementError>>;

/// The statement of a subscription for the periods that an invoice charges, or for one.
pub(super) fn use_statements(of: impl Fn() -> Option<(SubscriptionId, Vec<Period>)> + 'static) -> Fetch<Statement> {
    use_fetch(of, |client, (id, periods)| async move {
        // What the API refuses is the fetch's own failure, so that it can be tried again; the rest is told in words.
        match statement(client, id, periods).await {
            Err(StatementError::Arm(error)) => Err(error),
            other => Ok(Arc::new(other)),
        }
    })
}

/// Why there is no statement, in words.
pub(super) fn statement_words(error: &StatementError) -> String {
    match error {
        StatementError::Arm(error) => arm_text(error),
        other => t_with(downloads::NOT_MADE, &[("reason", &other.to_string())]),
    }
}

fn quantity(of: Decimal) -> String {
    text::number(of.normalize(), region())
}

/// The columns; with the period, where the lines of several stand under each other.
fn columns(several: bool) -> Vec<Column<StatementLine>> {
    let mut columns = vec![
        Column::text("name", t(account_center::METER_CATEGORY), |l: &StatementLine| l.meter.category.clone())
            .row_header(),
        Column::text("type", t(account_center::METER_SUB_CATEGORY), |l: &StatementLine| l.meter.sub_category.clone())
            .folds(),
        Column::text("resource", t(account_center::METER_NAME), |l: &StatementLine| l.meter.name.clone()),
        Column::text("region", t(account_center::METER_REGION), |l: &StatementLine| l.meter.region.clone()).folds(),
        Column::text("unit", t(invoices::UNIT), |l: &StatementLine| l.meter.unit.clone()).whole().folds(),
        Column::new("consumed", t(account_center::CONSUMED), |l: &StatementLine| quantity(l.consumed))
            .value(CellKind::Number, |l| l.consumed.to_string())
            .numeric()
            .folds(),
        Column::new("included", t(account_center::INCLUDED), |l: &StatementLine| quantity(l.included))
            .value(CellKind::Number, |l| l.included.to_string())
            .numeric()
            .folds(),
        Column::new("billable", t(account_center::BILLABLE), |l: &StatementLine| quantity(l.overage_quantity))
            .value(CellKind::Number, |l| l.overage_quantity.to_string())
            .numeric()
            .folds(),
        Column::new("value", t(account_center::VALUE), |l: &StatementLine| money(&l.value))
            .amount(|l| digits_of(Some(l.value)))
            .numeric(),
    ];
    if several {
        let period = Column::new("period", t(invoices::PERIOD), |l: &StatementLine| span_cell(l.period));
        columns.insert(1, with_days(period, |line| line.period).folds());
    }
    columns
}

/// The lines with their total per currency, and what `credit` leaves of it; `pane` is the name of the pane that exports them.
pub(super) fn grid(lines: Vec<StatementLine>, credit: Option<Credit>, id: &SubscriptionId, pane: &'static str) -> Node {
    let values: Vec<Money> = lines.iter().map(|line| line.value).collect();
    let total = |label, amount: &Money| TotalRow { label: t(label), cells: vec![("value", money(amount))] };
    let mut totals = Vec::new();
    for charges in Totals::of(&values).unwrap_or_default().iter() {
        totals.push(total(account_center::CHARGES, &charges));
        // In another currency it is not for these.
        let Some(off) = credit.and_then(|credit| credit.off(&charges).ok()) else { continue };
        totals.push(total(invoices::FREE_CREDIT, &off.negated()));
        totals.extend(charges.minus(&off).ok().map(|left| total(overview::TO_PAY, &left)));
    }
    let empty = || view! { <EmptyState title=t(account_center::NO_USAGE) reason=t(account_center::NO_USAGE_REASON) /> };
    let first = lines.first().map(|line| line.period);
    let several = lines.iter().any(|line| Some(line.period) != first);
    let totals = Signal::stored(if lines.is_empty() { Vec::new() } else { totals });
    let about = first.map(|period| format!("{id}-{}", period.start)).unwrap_or_default();
    let rows = Rows::from(move || lines.clone());
    let listed = move || Load::Ready(Listed::Grid(grid_values(columns(several), rows)));
    let source = TableSource::new("statement", t(account_center::STATEMENT), listed).about(about).in_pane(pane);
    view! {
        {tables::pane(source)}
        {(pane != "export").then(|| tables::button(pane))}
        <DataGrid
            caption=t(account_center::STATEMENT)
            columns=columns(several)
            rows
            key=|l: &StatementLine| format!("{} {:?}", l.period.start, l.meter)
            row_label=|l: &StatementLine| l.meter.name.clone()
            words=grid_words()
            totals
            empty=ViewFn::from(empty)
        />
    }
}

/// The lines of the invoice of a subscription for these days. Azure has no public API for them.
#[component]
pub fn StatementLines(id: SubscriptionId, period: Period) -> impl IntoView {
    let (session, estate) = (use_session(), use_estate());
    // Which periods those days are, the subscription tells.
    let of_lines = id.clone();
    let charged = Memo::new(move |_| {
        let periods = match estate.subscription(&id) {
            Some(subscription) => subscription.periods_charged(period),
            None if estate.subscriptions.ready().is_none() => return None,
            None => vec![period],
        };
        Some((id.clone(), periods))
    });
    let fetch = use_statements(move || session.has_extension().then(|| charged.get()).flatten());
    (move || {
        if !session.has_extension() {
            return view! { <MessageBar intent=Intent::Info text=t(account_center::NO_API) /> };
        }
        if let Some(error) = estate.subscriptions.failed() {
            return error_panel(&error, Some(Callback::new(move |()| estate.subscriptions.refetch())));
        }
        let id = of_lines.clone();
        view! {
            <Loaded of=fetch view={move |statement: Statement| match &*statement {
                // What comes off is on the invoice.
                Ok(statement) => grid(statement.lines.clone(), None, &id, "export"),
                Err(error) => view! { <MessageBar intent=Intent::Error text=statement_words(error) /> },
            }} />
        }
    })
    .into_node()
}
