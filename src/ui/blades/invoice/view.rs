//! The invoice blade.
use super::parts::{Documents, Lines, Payments, RelatedDocuments};
use crate::billing::{AccountName, Invoice, InvoiceName, InvoiceType, Money, Period, Scope, SubscriptionId, Task};
use crate::state::{
    Load, Outcome, date, deny_words, money, name_of, t, t_with, use_access, use_fetch, use_notifications, use_query,
    use_session,
};
use crate::state::{clock, page};
use crate::text::words::{common, downloads, invoices, subscriptions};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{CommandItem, Essentials, Fact, Icon, Intent, MessageBar, Skeleton};
use crate::ui::papers;
use crate::ui::parts;
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::shell::{Blade, Loaded, Loading, StatusOf, blade_command, invoices_refused, later, privacy_note};
use crate::ui::{tables, view};
use leptos::prelude::*;

/// One invoice.
#[component]
pub fn InvoiceBlade(account: AccountName, name: InvoiceName) -> impl IntoView {
    let key = (account.clone(), name.clone());
    let fetch = use_fetch(
        move || Some(key.clone()),
        |client, (account, name)| async move { client.invoice(&account, &name).await },
    );
    let query = use_query();
    let profile = move || fetch.ready().and_then(|invoice| Some(Scope::Profile(invoice.account, invoice.profile?)));
    let access = use_access(profile);
    let no_usage = Signal::derive(move || match fetch.ready() {
        Some(invoice) if invoice.profile.is_some() => deny_words(access.ready().map(|a| a.may(Task::SeeInvoices))),
        Some(invoice) if crate::state::usage_of(&invoice).is_some() => None,
        Some(_) => Some(t(invoices::NO_USAGE)),
        None => Some(t(common::LOADING)),
    });
    let number = name.to_string();
    let open_usage = move || {
        let number = number.clone();
        // A pay-as-you-go invoice and its usage are one pane (seed S002-04).
        let subscription = fetch.ready_untracked().filter(|invoice| invoice.profile.is_none());
        let subscription = subscription.and_then(|invoice| invoice.subscription_id);
        query.change(
            move |query| {
                let pane = if subscription.is_some() { "period" } else { "usage" };
                query.with("pane", Some(pane)).with("invoice", Some(&number)).with("for", subscription.as_deref())
            },
            false,
        );
    };
    let download = papers::use_download();
    let loading = Signal::derive(move || fetch.is_loading().then(|| t(common::LOADING)));
    let save_paper = move || {
        if let Some(invoice) = fetch.ready_untracked() {
            download.run(invoice);
        }
    };
    let usage_word = move || match fetch.ready() {
        Some(invoice) if invoice.profile.is_none() => t(subscriptions::PERIOD_PANE),
        _ => t(invoices::DOWNLOAD_USAGE),
    };
    let export = tables::command_when_there();
    let commands: Signal<Vec<CommandItem>> = Signal::derive(move || {
        let open_usage = open_usage.clone();
        vec![
            blade_command("paper", Icon::Download, t(downloads::PAPER_PDF), save_paper).disabled(loading),
            blade_command("usage", Icon::Table, usage_word(), open_usage).disabled(no_usage),
            export.clone(),
            blade_command("refresh", Icon::Refresh, t(common::REFRESH), move || fetch.refetch()),
            blade_command("print", Icon::Print, t(common::PRINT), page::print),
        ]
    });
    let kind = Signal::derive(move || fetch.ready().map_or_else(String::new, |invoice| name_of(&invoice.kind)));
    view! {
        <Blade place=Place::Invoice(account, name.clone()) title=name.to_string() kind icon=Icon::Receipt commands>
            {move || match fetch.failed().filter(|error| error.status() == Some(403)) {
                Some(error) => invoices_refused(&error, None),
                None => view! { <Loaded of=fetch view={|invoice: Invoice| view! { <Body invoice /> }} /> },
            }}
        </Blade>
    }
}

#[component]
fn Body(invoice: Invoice) -> impl IntoView {
    let late = invoice.is_past_due_on(clock::today());
    let past_due = if invoice.profile.is_some() { invoices::PAST_DUE_BAR } else { invoices::PAST_DUE_SUBSCRIPTION };
    let doubt = invoice.check().err().map(|fault| fault.to_string());
    view! {
        {late.then(|| view! { <MessageBar intent=Intent::Warning text=t(past_due) /> })}
        {doubt.map(|fault| view! { <MessageBar intent=Intent::Error text=t_with(invoices::CONTRADICTS, &[("fault", &fault)]) /> })}
        <Facts invoice=invoice.clone() />
        <Summary invoice=invoice.clone() />
        {lines(&invoice)}
        <Payments invoice=invoice.clone() />
        {invoice.profile.is_some().then(|| view! { <Documents invoice=invoice.clone() /> })}
        <RelatedDocuments invoice />
        {privacy_note()}
    }
}

/// The lines: by invoice section; by meter for the account administrator of a pay-as-you-go subscription.
fn lines(invoice: &Invoice) -> Node {
    let session = use_session();
    let whole = invoice.clone();
    let Some((id, period)) = metered(invoice).filter(|_| session.has_extension()) else {
        return view! { <Lines invoice=whole /> };
    };
    let key = id.clone();
    let property = use_fetch(move || Some(key.clone()), |client, id| async move { client.billing_property(&id).await });
    (move || {
        let (id, whole) = (id.clone(), whole.clone());
        match property.get() {
            Load::Loading => view! { <Skeleton label=t(common::LOADING) lines=6 /> },
            Load::Ready(property) if property.is_account_admin == Some(true) => view! {
                <div class="blade__section">
                    <h2 class="blade__heading">{t(invoices::LINES_BY_METER)}</h2>
                    {later(
                        || Box::pin(parts::load_statement_lines()),
                        move || -> Loading<Node, _> { Box::pin(parts::draw_statement_lines(id.clone(), period)) },
                    )}
                </div>
            },
            Load::Ready(_) | Load::Failed(_) => view! { <Lines invoice=whole /> },
        }
    })
    .into_node()
}

/// The subscription and the days of an invoice that is charged by meter: one for Azure services on a pay-as-you-go account.
fn metered(invoice: &Invoice) -> Option<(SubscriptionId, Period)> {
    let of_services = invoice.invoice_type == Some(InvoiceType::AzureServices) && invoice.profile.is_none();
    let id = invoice.subscription_id.clone().filter(|_| of_services)?;
    Some((SubscriptionId::new(id), invoice.period?))
}

/// The head of the invoice: what it is for, when, under which numbers.
#[component]
fn Facts(invoice: Invoice) -> impl IntoView {
    let notifications = use_notifications();
    let status = invoice.status.clone();
    let mut facts = vec![
        Fact::view(t(common::STATUS), move || view! { <StatusOf status=status.clone() /> }),
        Fact::text(t(invoices::NUMBER), invoice.name.to_string()).copyable(),
        Fact::text(t(invoices::INVOICE_DATE), invoice.invoice_date.map(date).unwrap_or_default()),
        Fact::text(t(invoices::DUE_DATE), invoice.due_date.map(date).unwrap_or_default()),
    ];
    if let Some(period) = invoice.period {
        let span = format!("{} – {}", date(period.start), date(period.end));
        facts.push(Fact::text(t(invoices::PERIOD), span));
    }
    if let (Some(profile), Some(label)) = (invoice.profile.clone(), invoice.profile_display_name.clone()) {
        facts.push(Fact::link(t(invoices::PROFILE), label, Place::Profile(invoice.account.clone(), profile).href()));
    }
    if let (Some(id), Some(label)) = (invoice.subscription_id.clone(), invoice.subscription_display_name.clone()) {
        let id = SubscriptionId::new(id);
        let place = Place::Subscription(invoice.account.clone(), id, SubscriptionPage::Invoices);
        facts.push(Fact::link(t(subscriptions::FOR_SUBSCRIPTION), label, place.href()));
    }
    if let Some(kind) = &invoice.invoice_type {
        facts.push(Fact::text(t(subscriptions::INVOICE_TYPE), name_of(kind)));
    }
    if let Some(po) = invoice.po_number.clone() {
        facts.push(Fact::text(t(invoices::PO_NUMBER), po).copyable());
    }
    if let Some(due) = invoice.amount_due {
        facts.push(Fact::text(t(invoices::AMOUNT_DUE), money(&due)).copyable());
    }
    let copy = Callback::new(move |text: String| {
        leptos::task::spawn_local(async move {
            if !page::copy(&text).await {
                notifications.add(Outcome::Failed, t(common::COPY_FAILED), None, None);
            }
        });
    });
    view! {
        <Essentials
            title=t(common::ESSENTIALS)
            items=facts
            copy_label=t(common::COPY_THIS)
            copied_label=t(common::COPIED)
            on_copy=copy
        />
    }
}

/// Charges, credits, sub-total, tax, total, payments: the arithmetic of the invoice, line by line.
#[component]
fn Summary(invoice: Invoice) -> impl IntoView {
    let paid = match (invoice.total, invoice.amount_due) {
        (Some(total), Some(due)) => total.minus(&due).ok().filter(|paid| !paid.is_zero()),
        _ => None,
    };
    let less = |amount: Option<Money>| amount.filter(|amount| !amount.is_zero()).map(|amount| amount.negated());
    let lines = [
        (t(invoices::CHARGES), invoice.billed, false),
        (t(invoices::CREDIT), less(invoice.credit), false),
        (t(invoices::PREPAYMENT), less(invoice.prepayment), false),
        (t(invoices::FREE_CREDIT), less(invoice.free_credit), false),
        (t(invoices::SUB_TOTAL), invoice.sub_total, true),
        (t(invoices::TAX), invoice.tax, false),
        (t(invoices::TOTAL), invoice.total, true),
        (t(invoices::PAYMENTS), less(paid), false),
        (t(invoices::AMOUNT_DUE), invoice.amount_due, true),
    ];
    let rows = lines.into_iter().filter_map(|(label, amount, strong)| {
        let amount = amount?;
        Some(view! {
            <dt class:totals__sum=strong>{label}</dt>
            <dd class:totals__sum=strong>{money(&amount)}</dd>
        })
    });
    view! {
        <section class="blade__section" aria-labelledby="summary">
            <h2 class="blade__heading" id="summary">{t(invoices::SUMMARY)}</h2>
            <dl class="totals">{rows.collect::<Vec<_>>()}</dl>
        </section>
    }
}
