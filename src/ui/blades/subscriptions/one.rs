//! One subscription: overview and properties.
use super::list::with_subscription;
use super::words::{cause_words, offer_words, own_role, span, standing_bar, status_of};
use crate::billing::{AccountName, BillingSubscription, Cause, Charging, Invoice, Period, SubscriptionId};
use crate::state::{
    clock, date, money, name_of, or_none, t, t_count, t_with, use_copy, use_estate, use_fetch, use_subscription_access,
};
use crate::text::words::{common, invoices, overview, shell, subscriptions};
use crate::ui::dom::Node;
use crate::ui::kit::{Card, Essentials, Fact, Icon, Intent, LinkButton, MessageBar};
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::shell::{Blade, purchase_note};
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

/// Subscription or support plan.
pub(super) fn kind(id: &SubscriptionId) -> Signal<String> {
    let (estate, id) = (use_estate(), id.clone());
    Signal::derive(move || {
        let is_plan = estate.subscription(&id).is_some_and(|subscription| subscription.is_support_plan());
        t(if is_plan { subscriptions::KIND_SUPPORT } else { subscriptions::KIND })
    })
}

/// A bar over the pages of a subscription that is stopped, or will be.
#[component]
pub fn StandingBar(subscription: BillingSubscription, invoices: Arc<Vec<Invoice>>) -> impl IntoView {
    standing_bar(&subscription, &invoices).map(|(is_stopped, text)| {
        let intent = if is_stopped { Intent::Error } else { Intent::Warning };
        view! { <MessageBar intent text /> }
    })
}

/// Overview of a subscription.
#[component]
pub fn Overview(account: AccountName, id: SubscriptionId) -> impl IntoView {
    let estate = use_estate();
    let title = {
        let id = id.clone();
        Signal::derive(move || estate.subscription_label(&id))
    };
    let kind = kind(&id);
    let place = Place::Subscription(account.clone(), id.clone(), SubscriptionPage::Overview);
    let body = with_subscription(id, move |subscription| {
        let account = account.clone();
        view! { <OverviewBody account subscription /> }
    });
    view! { <Blade place title kind icon=Icon::Building>{body}</Blade> }
}

#[component]
fn OverviewBody(account: AccountName, subscription: BillingSubscription) -> impl IntoView {
    let key = (account.clone(), subscription.id.clone());
    // Who may not see its invoices still sees the subscription.
    let list = use_fetch(
        move || Some(key.clone()),
        |client, (account, id)| async move { client.subscription_invoices(&account, &id).await.map(Arc::new) },
    );
    let access = {
        let subscription = subscription.clone();
        use_subscription_access(move || Some(subscription.clone()))
    };
    let role = Signal::derive(move || access.ready().map(|access| own_role(&access)).unwrap_or_default());
    let is_purchase = subscription.charging() == Charging::Purchase;
    let purchase = is_purchase.then(|| purchase_note(&account));
    let page = |page| Place::Subscription(account.clone(), subscription.id.clone(), page).href();
    let (to_invoices, to_history) = (page(SubscriptionPage::Invoices), page(SubscriptionPage::AccountCenter));
    let cost = |amount: Option<crate::billing::Money>| or_none(amount.as_ref().map(money));
    let (of_bar, of_cards) = (subscription.clone(), subscription.clone());
    // Both are told by the calendar month, whatever the billing period is (contract §6).
    let month = Period::month_of(clock::today());
    let before = month.and_then(|month| Period::month_of(month.start.pred_opt()?));
    let [this_month, last_month] = [month, before].map(|of| of.map(span).unwrap_or_default());
    view! {
        {move || {
            let invoices = list.ready().unwrap_or_default();
            view! { <StandingBar subscription=of_bar.clone() invoices /> }
        }}
        <Facts subscription role />
        <div class="cards">
            <Card title=t(subscriptions::CURRENT_COST) value=cost(of_cards.month_to_date) note=this_month />
            <Card title=t(subscriptions::LAST_MONTH) value=cost(of_cards.last_month) note=last_month />
            // What was bought has its invoice among the account's: none of its own says nothing.
            {move || list.ready().filter(|list| !is_purchase || !list.is_empty()).map(|list| last_invoice(&list))}
        </div>
        {purchase}
        <p class="form__actions">
            <LinkButton label=t(shell::INVOICES) href=to_invoices icon=Icon::Receipt />
            {(!is_purchase).then(|| view! {
                <LinkButton label=t(crate::text::words::account_center::HISTORY) href=to_history icon=Icon::Clock />
            })}
        </p>
    }
}

fn last_invoice(list: &[Invoice]) -> Node {
    let last = list.iter().max_by_key(|invoice| invoice.invoice_date);
    let amount = last.and_then(|invoice| invoice.total.or(invoice.billed));
    let note = match last {
        Some(invoice) => {
            [invoice.invoice_date.map(date), Some(name_of(&invoice.status))].into_iter().flatten().collect()
        }
        None => vec![t_count(invoices::COUNT, 0)],
    };
    let value = or_none(amount.as_ref().map(money));
    view! { <Card title=t(overview::LAST_INVOICE) value note=note.join(" · ") /> }
}

#[component]
fn Facts(
    subscription: BillingSubscription,
    role: Signal<String>,
    /// Address of the account administrator, on the page that tells it.
    #[prop(optional)]
    administrator: Option<Signal<Option<String>>>,
) -> impl IntoView {
    let of_status = subscription.clone();
    let mut items = vec![
        Fact::text(t(subscriptions::NAME), subscription.display_name.clone()).copyable(),
        Fact::text(t(subscriptions::ID), subscription.id.to_string()).copyable(),
        Fact::view(t(common::STATUS), move || status_of(&of_status)),
        Fact::text(t(subscriptions::OFFER), or_none(Some(offer_words(&subscription)))),
        Fact::view(t(subscriptions::MY_ROLE), move || view! { <span>{role}</span> }),
        Fact::text(t(subscriptions::CREATED), or_none(subscription.created.map(date))),
    ];
    if let (Some(created), Charging::Use) = (subscription.created, subscription.charging()) {
        let first = chrono::Datelike::day(&created).to_string();
        let words = t_with(subscriptions::PERIOD_DAYS, &[("first", &first)]);
        items.push(Fact::text(t(subscriptions::PERIOD_FROM), words));
    }
    if let Some(address) = administrator {
        items.push(Fact::view(t(subscriptions::ADMINISTRATOR), move || view! { <span>{address}</span> }));
    }
    if let Some(ended) = subscription.ended_on() {
        items.push(Fact::text(t(subscriptions::ENDED), date(ended)));
    }
    for suspension in &subscription.suspensions {
        items.push(Fact::text(t(common::DETAILS), cause_words(&Cause::Suspended(suspension.clone()))));
    }
    view! {
        <Essentials
            title=t(common::ESSENTIALS)
            items
            copy_label=t(common::COPY_THIS)
            copied_label=t(common::COPIED)
            on_copy=use_copy()
        />
    }
}

/// Properties of a subscription.
#[component]
pub fn Properties(account: AccountName, id: SubscriptionId) -> impl IntoView {
    let kind = kind(&id);
    let place = Place::Subscription(account, id.clone(), SubscriptionPage::Properties);
    let body = with_subscription(id, |subscription| {
        let of_access = subscription.clone();
        let access = use_subscription_access(move || Some(of_access.clone()));
        let role = Signal::derive(move || access.ready().map(|access| own_role(&access)).unwrap_or_default());
        let administrator = Signal::derive(move || access.ready().map(|access| or_none(access.admin_email)));
        view! { <Facts subscription role administrator /> }
    });
    view! { <Blade place title=t(shell::PROPERTIES) kind icon=Icon::Info>{body}</Blade> }
}
