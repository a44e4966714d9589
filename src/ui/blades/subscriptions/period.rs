//! One billing period: the invoice and the usage file of it, in one pane (seeds S001-06, S001-07, S002-04).
use super::access::chosen;
use super::history::entries;
use super::words::{access_words, span};
use crate::billing::{
    AccountName, AgreementType, BillingSubscription, Charging, Invoice, Period, PeriodEntry, PeriodOutcome,
    SubscriptionId,
};
use crate::export::{CellMode, FileSchema, csv_file_name};
use crate::state::{
    AccountCenterVersion, ExportChoice, FileJob, StatementFile, SubscriptionAccess, clock, date, money, t, t_with,
    use_fetch, use_query, use_session, use_subscription_access,
};
use crate::text::words::{common, downloads, subscriptions};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::files::start_file;
use crate::ui::kit::{Appearance, Button, Choice, EmptyState, Intent, MessageBar, RadioGroup, Skeleton};
use crate::ui::shell::{FilePane, JobView, Loading, StatusOf, error_panel, later, privacy_note, tell_running};
use crate::ui::view;
use crate::ui::{papers, parts};
use leptos::prelude::*;
use std::sync::Arc;

/// The layouts of the usage file, by their word in the address.
const TODAY: &str = "today";
const V2: &str = "v2";
const V1: &str = "v1";

/// The pane: open while the address says `pane=period`; `start` and `invoice` in it say which, `for` whose.
#[component]
pub fn PeriodPane(account: AccountName, id: Option<SubscriptionId>) -> impl IntoView {
    let running = RwSignal::new(false);
    let chosen = chosen(id, |_| true);
    view! {
        <FilePane
            name="period"
            title=t(subscriptions::PERIOD_PANE)
            forget=|query| ExportChoice::out_of(query.without(&["start", "invoice", "format", "for"]))
            running
        >
            {
                let account = account.clone();
                move || match chosen.get() {
                    Some(subscription) => view! { <Body account=account.clone() subscription running /> },
                    None => view! { <Skeleton label=t(common::LOADING) lines=4 /> },
                }
            }
        </FilePane>
    }
}

#[component]
fn Body(account: AccountName, subscription: BillingSubscription, running: RwSignal<bool>) -> impl IntoView {
    let query = use_query();
    let key = (account.clone(), subscription.id.clone());
    let list = use_fetch(
        move || Some(key.clone()),
        |client, (account, id)| async move { client.subscription_invoices(&account, &id).await.map(Arc::new) },
    );
    let access = {
        let subscription = subscription.clone();
        use_subscription_access(move || Some(subscription.clone()))
    };
    // Who may not see the invoices may still have the usage.
    let entry = {
        let subscription = subscription.clone();
        Memo::new(move |_| {
            if list.is_loading() {
                return None;
            }
            let all = entries(&account, &subscription, &list.ready().unwrap_or_default());
            let (start, name) = (query.value("start"), query.value("invoice"));
            let by_name = name.and_then(|name| {
                all.iter().find(|entry| entry.invoice().is_some_and(|invoice| invoice.name.as_str() == name))
            });
            by_name.or_else(|| all.iter().find(|entry| Some(entry.period.start.to_string()) == start)).cloned()
        })
    };
    let refused = Signal::derive(move || access.ready().and_then(|access| access_words(&access.may_download())));
    (move || {
        if list.is_loading() || access.is_loading() {
            return view! { <Skeleton label=t(common::LOADING) lines=4 /> };
        }
        if let Some(error) = access.failed() {
            return error_panel(&error, Some(Callback::new(move |()| access.refetch())));
        }
        let (Some(entry), Some(access)) = (entry.get(), access.ready()) else {
            return view! {
                <EmptyState title=t(subscriptions::NO_INVOICES) reason=t(subscriptions::NO_INVOICES_REASON) />
            };
        };
        let of = format!("{} · {}", subscription.display_name, span(entry.period));
        let period = entry.period;
        let by_use = subscription.charging() == Charging::Use
            && entry.invoice().is_none_or(|invoice| crate::state::usage_of(invoice).is_some());
        view! {
            <p>{of}</p>
            {invoice_section(&entry, refused.get())}
            {by_use.then(|| view! { <UsageSection access period running /> })}
            {privacy_note()}
        }
    })
    .into_node()
}

/// The PDF; or why there is none.
fn invoice_section(entry: &PeriodEntry, refused: Option<String>) -> Node {
    let content = match (&entry.outcome, refused) {
        (_, Some(reason)) => view! { <MessageBar intent=Intent::Warning text=reason /> },
        (PeriodOutcome::Invoiced(invoice), None) => paper(invoice),
        (PeriodOutcome::Open, None) => view! { <p>{t(subscriptions::OPEN_PERIOD)}</p> },
        (PeriodOutcome::NotAvailable(window), None) => {
            let expected = window.filter(|window| window.until >= clock::today()).map(|window| {
                let days = [("from", &*date(window.from)), ("until", &*date(window.until))];
                t_with(subscriptions::EXPECTED, &days)
            });
            let query = use_query();
            let href = move || query.get().with("pane", Some("why")).to_search();
            view! {
                <p>
                    <a class="fx-link" href=href>{t(subscriptions::NOT_AVAILABLE)}</a>
                    " "
                    {expected}
                </p>
            }
        }
    };
    view! {
        <section aria-labelledby="period-invoice">
            <h3 class="blade__heading" id="period-invoice">{t(subscriptions::SECTION_INVOICE)}</h3>
            {content}
        </section>
    }
}

fn paper(invoice: &Invoice) -> Node {
    let download = papers::use_download();
    let (status, name) = (invoice.status.clone(), invoice.name.to_string());
    let total = invoice.total.or(invoice.billed).as_ref().map(money);
    let invoice = invoice.clone();
    view! {
        <p>{t(subscriptions::INVOICE_ABOUT)}</p>
        <ul class="list">
            <li class="list__item">
                <span>{name}</span>
                <StatusOf status />
                <span class="number">{total}</span>
            </li>
        </ul>
        <div class="actions">
            <Button
                label=t(subscriptions::DOWNLOAD_INVOICE)
                appearance=Appearance::Primary
                on_click=Callback::new(move |()| download.run(invoice.clone()))
            />
        </div>
    }
}

/// The usage file, in the layouts that the person has.
#[component]
fn UsageSection(access: SubscriptionAccess, period: Period, running: RwSignal<bool>) -> impl IntoView {
    let query = use_query();
    let session = use_session();
    let has_center = access.has_account_center() && session.has_extension();
    let id = access.subscription.id.clone();
    let format = Memo::new(move |_| match query.value("format").as_deref() {
        Some(V2) if has_center => V2,
        Some(V1) if has_center => V1,
        _ => TODAY,
    });
    let offered = FileSchema::of_agreement(&AgreementType::Mosp);
    let choice = {
        let offered = offered.clone();
        Memo::new(move |_| ExportChoice::of(&query.get(), &offered))
    };
    let job = FileJob::default();
    tell_running(job, running);
    let busy = Signal::derive(move || job.is_running().then(|| t(downloads::WAIT_OR_CANCEL)));
    let name = {
        let id = id.clone();
        move |is_whole: bool| {
            let (id, start) = (id.as_str(), period.start.to_string());
            match format.get_untracked() {
                TODAY => choice.get_untracked().file_name(&["usage", id, &start, TODAY], is_whole),
                // The Account Center's layouts are the same in both modes.
                format => csv_file_name(&["usage", id, &start, format], CellMode::Exact),
            }
        }
    };
    let order = {
        let id = id.clone();
        Memo::new(move |_| {
            let choice = choice.get();
            (format.get() == TODAY).then(|| choice.of_subscription(&session, &id, period)).flatten()
        })
    };
    let start = {
        let name = name.clone();
        Callback::new(move |()| {
            let version = match format.get_untracked() {
                V2 => AccountCenterVersion::Two,
                V1 => AccountCenterVersion::One,
                _ => {
                    let Some(order) = order.get_untracked() else { return };
                    let choice = choice.get_untracked();
                    choice.remember();
                    return start_file(session, job, order, choice.target, name(true));
                }
            };
            let Some(client) = session.client_untracked() else { return };
            job.start(Ok(Box::new(StatementFile::new(client, id.clone(), period, version))), name(true));
        })
    };
    let (resumed, kept) = (name.clone(), name);
    let resume = Callback::new(move |()| job.resume(resumed(true)));
    let keep = Callback::new(move |()| job.keep(kept(false)));
    let idle = move || job.stage.set(crate::state::Stage::Idle);
    let mut formats =
        vec![Choice::new(TODAY, t(subscriptions::FORMAT_TODAY)).detail(t(subscriptions::FORMAT_TODAY_HINT))];
    if has_center {
        formats.push(Choice::new(V2, t(subscriptions::VERSION_2)).detail(t(subscriptions::VERSION_2_HINT)));
        formats.push(Choice::new(V1, t(subscriptions::VERSION_1)).detail(t(subscriptions::VERSION_1_HINT)));
    }
    let change = Callback::new(move |choice: ExportChoice| {
        idle();
        query.change(|query| choice.into_query(query), true);
    });
    let is_today = Memo::new(move |_| format.get() == TODAY);
    view! {
        <section aria-labelledby="period-usage">
            <h3 class="blade__heading" id="period-usage">{t(subscriptions::SECTION_USAGE)}</h3>
            <p>{t(subscriptions::USAGE_ABOUT)}</p>
            {(!has_center).then(|| view! { <p class="note">{t(subscriptions::ONLY_ADMINISTRATOR)}</p> })}
            <RadioGroup
                label=t(subscriptions::FORMAT)
                options=formats
                value=Signal::derive(move || format.get().to_owned())
                disabled_reason=busy
                on_change=Callback::new(move |value: String| {
                    idle();
                    query.change(|query| query.with("format", Some(&value)), true);
                })
            />
            {move || is_today.get().then(|| {
                let offered = offered.clone();
                let draw = move || -> Loading<Node, _> {
                    Box::pin(parts::draw_file_choices(choice, offered.clone(), busy, change, order.into()))
                };
                later(|| Box::pin(parts::load_file_choices()), draw)
            })}
            <JobView
                job
                label=t(subscriptions::PREPARE_USAGE)
                making=t(downloads::MAKING)
                on_start=start
                on_resume=resume
                on_keep=keep
            />
            <p>
                <a
                    class="fx-link"
                    href="https://learn.microsoft.com/azure/cost-management-billing/understand/analyze-unexpected-charges"
                    target="_blank"
                    rel="noopener"
                >
                    {t(subscriptions::UNEXPECTED_COST)}
                </a>
            </p>
        </section>
    }
}
