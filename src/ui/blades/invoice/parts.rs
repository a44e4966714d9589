//! Parts of the invoice blade: lines, payments, documents, related documents.
use crate::billing::{Invoice, Money, PaymentFamily, Scope, Transaction, related_documents};
use crate::state::{Fetch, date, line_type, money, name_of, region, related_kind, t, use_fetch};
use crate::text;
use crate::text::Word;
use crate::text::words::{common, invoices};
use crate::ui::files::{Listed, TableSource};
use crate::ui::kit::{Column, DataGrid, EmptyState, Icon, Status, Tone, TotalRow};
use crate::ui::routes::Place;
use crate::ui::shell::{error_panel, grid_words, sort_rows};
use crate::ui::{tables, view};
use leptos::prelude::*;
use std::sync::Arc;

/// The transactions of the invoice, under the heading of their invoice section (or customer), with a total per section.
#[component]
pub fn Lines(invoice: Invoice) -> impl IntoView {
    let key = (invoice.account.clone(), invoice.name.clone());
    let heading = if invoice.profile.is_some() { invoices::LINES } else { invoices::LINES_ALL };
    let fetch = use_fetch(
        move || Some(key.clone()),
        |client, (account, name)| async move { client.transactions(&account, &name).await.map(Arc::new) },
    );
    let source = TableSource::new("transactions", t(heading), move || {
        fetch.get().map(|rows| Listed::Transactions(in_order(&rows)))
    })
    .about(invoice.name.as_str());
    view! {
        {tables::pane(source)}
        <div class="blade__section">
            <h2 class="blade__heading">{t(heading)}</h2>
            {move || match fetch.failed() {
                Some(error) => error_panel(&error, Some(Callback::new(move |()| fetch.refetch()))),
                None => view! { <LineGrid fetch caption=heading /> },
            }}
        </div>
    }
}

fn group_of(line: &Transaction) -> String {
    let name = line.section_display_name.clone().or_else(|| line.customer_display_name.clone());
    name.unwrap_or_default()
}

fn amount(of: Option<Money>) -> String {
    of.map_or_else(String::new, |amount| money(&amount))
}

fn line_columns() -> Vec<Column<Transaction>> {
    let product =
        |line: &Transaction| line.product_description.clone().unwrap_or_else(|| line.transaction_type.clone());
    let quantity =
        |line: &Transaction| line.quantity.map_or_else(String::new, |quantity| text::number(quantity, region()));
    vec![
        Column::new("product", t(invoices::PRODUCT), product).row_header(),
        Column::new("family", t(invoices::PRODUCT_FAMILY), |l: &Transaction| {
            l.product_family.clone().unwrap_or_default()
        })
        .folds(),
        Column::new("type", t(invoices::LINE_TYPE), line_type).folds(),
        Column::new("quantity", t(invoices::QUANTITY), quantity).numeric().folds(),
        Column::new("unit", t(invoices::UNIT), |l: &Transaction| l.unit_of_measure.clone().unwrap_or_default())
            .whole()
            .folds(),
        Column::new("amount", t(invoices::CHARGE), |l: &Transaction| amount(l.amount)).numeric(),
    ]
}

/// The lines by section; within one they keep the order of the invoice.
fn in_order(lines: &[Transaction]) -> Vec<Transaction> {
    let mut rows = lines.to_vec();
    sort_rows(&mut rows, &|a, b| group_of(a).cmp(&group_of(b)));
    rows
}

#[component]
fn LineGrid(fetch: Fetch<Arc<Vec<Transaction>>>, caption: Word) -> impl IntoView {
    let rows = move || fetch.ready().map(|rows| in_order(&rows)).unwrap_or_default();
    let totals = Signal::derive(move || section_totals(&rows()));
    view! {
        <DataGrid
            caption=t(caption)
            columns=line_columns()
            rows
            key=|line: &Transaction| line.name.clone()
            row_label=|line: &Transaction| line.product_description.clone().unwrap_or_else(|| line.name.clone())
            words=grid_words()
            loading=Signal::derive(move || fetch.is_loading())
            group=Some(group_of as fn(&Transaction) -> String)
            totals
            empty=ViewFn::from(|| view! { <EmptyState title=t(invoices::NO_LINES) reason=t(invoices::NO_LINES_REASON) /> })
        />
    }
}

/// One total per section, then one of all.
fn section_totals(rows: &[Transaction]) -> Vec<TotalRow> {
    let mut sums: Vec<(String, Money)> = Vec::new();
    let mut all: Option<Money> = None;
    for line in rows {
        let Some(amount) = line.amount else { continue };
        let group = group_of(line);
        match sums.iter_mut().find(|(name, _)| *name == group) {
            Some((_, sum)) => match sum.plus(&amount) {
                Ok(more) => *sum = more,
                Err(_) => return Vec::new(),
            },
            None => sums.push((group, amount)),
        }
        all = match all {
            None => Some(amount),
            Some(sum) => match sum.plus(&amount) {
                Ok(more) => Some(more),
                Err(_) => return Vec::new(),
            },
        };
    }
    let mut totals: Vec<TotalRow> = Vec::new();
    if sums.len() > 1 {
        totals.extend(
            sums.iter().map(|(label, sum)| TotalRow { label: label.clone(), cells: vec![("amount", money(sum))] }),
        );
    }
    totals.extend(all.map(|sum| TotalRow { label: t(invoices::CHARGES), cells: vec![("amount", money(&sum))] }));
    totals
}

/// Payments, and those that did not come through.
#[component]
pub fn Payments(invoice: Invoice) -> impl IntoView {
    let none = invoice.payments.is_empty() && invoice.failed_payments.is_empty();
    let payments = invoice.payments.into_iter().map(|payment| {
        let means = payment.family.as_ref().map(name_of).unwrap_or_default();
        // The brand says something of a card alone: "check" is no more than the cheque or transfer it belongs to.
        let brand = payment.method.filter(|_| payment.family.is_none_or(|f| f == PaymentFamily::CreditCard));
        view! {
            <li class="list__item">
                <Status tone=Tone::Success icon=Icon::CheckmarkCircle text=t(invoices::PAYMENT) />
                <span>{payment.date.map(date)}</span>
                <span>{means}" "{brand}</span>
                <span class="number">{amount(payment.amount)}</span>
            </li>
        }
    });
    let payments = payments.collect::<Vec<_>>();
    let failed = invoice.failed_payments.into_iter().map(|payment| {
        let reason = payment.reason.as_ref().map(name_of).unwrap_or_default();
        view! {
            <li class="list__item">
                <Status tone=Tone::Danger icon=Icon::ErrorCircle text=t(invoices::PAYMENT_FAILED) />
                <span>{payment.date.map(date)}</span>
                <span>{reason}</span>
            </li>
        }
    });
    let failed = failed.collect::<Vec<_>>();
    view! {
        <section class="blade__section" aria-labelledby="payments">
            <h2 class="blade__heading" id="payments">{t(invoices::PAYMENTS)}</h2>
            {if none {
                view! { <p>{t(invoices::NO_PAYMENTS)}</p> }
            } else {
                view! { <ul class="list">{payments}{failed}</ul> }
            }}
        </section>
    }
}

/// The papers the API lists for the invoice.
#[component]
pub fn Documents(invoice: Invoice) -> impl IntoView {
    let none = invoice.documents.is_empty();
    let rows = invoice.documents.into_iter().map(|document| {
        view! {
            <li class="list__item">
                <span>{name_of(&document.kind)}</span>
                <span>{document.numbers.join(", ")}</span>
            </li>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <section class="blade__section" aria-labelledby="documents">
            <h2 class="blade__heading" id="documents">{t(invoices::DOCUMENTS)}</h2>
            {if none {
                view! { <p>{t(common::NONE)}</p> }
            } else {
                view! { <ul class="list">{rows}</ul> }
            }}
        </section>
    }
}

/// What replaces, credits or voids this document, and what it does so to. The list of the profile tells the ways back.
#[component]
pub fn RelatedDocuments(invoice: Invoice) -> impl IntoView {
    let scope = invoice.profile.clone().map(|profile| Scope::Profile(invoice.account.clone(), profile));
    let all = use_fetch(
        move || scope.clone(),
        |client, scope| async move { client.invoices(&scope, None).await.map(Arc::new) },
    );
    let account = invoice.account.clone();
    let rows = move || {
        let list = all.ready().unwrap_or_default();
        related_documents(&invoice, &list)
    };
    view! {
        <section class="blade__section" aria-labelledby="related">
            <h2 class="blade__heading" id="related">{t(invoices::RELATED)}</h2>
            {move || {
                let rows = rows();
                if rows.is_empty() {
                    return view! { <p>{t(invoices::NO_RELATED)}</p> };
                }
                let rows = rows.into_iter().map(|related| {
                    let href = Place::Invoice(account.clone(), related.name.clone()).href();
                    view! {
                        <li class="list__item">
                            <span>{related_kind(related.kind)}</span>
                            <a class="fx-link" href=href>{related.name.to_string()}</a>
                        </li>
                    }
                });
                view! { <ul class="list">{rows.collect::<Vec<_>>()}</ul> }
            }}
        </section>
    }
}
