//! *Access to invoice*: who may download the invoices of a subscription (seeds S001-09, S002-05, S003-08).
use super::words::{access_words, reason_words};
use crate::billing::{
    AccessSwitch, AccountName, BillingSubscription, Caller, InvoiceAccess, Principal, SubscriptionId, SubscriptionRole,
    may_download,
};
use crate::state::{
    Fetch, Outcome, SubscriptionAccess, arm_text, name_of, t, t_with, use_estate, use_notifications, use_query,
    use_session, use_subscription_access,
};
use crate::text::words::{common, invoice_access, subscriptions};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::kit::{Appearance, Button, Choice, Intent, MessageBar, Pane, RadioGroup, SelectField, Skeleton};
use crate::ui::shell::privacy_note;
use crate::ui::view;
use leptos::prelude::*;

/// What an address says about the subscription that a pane is for: the page's own, else the one in `for`, else the first.
pub(super) fn chosen(
    id: Option<SubscriptionId>,
    fits: fn(&BillingSubscription) -> bool,
) -> Memo<Option<BillingSubscription>> {
    let (query, estate) = (use_query(), use_estate());
    Memo::new(move |_| {
        let list = estate.subscriptions.ready()?;
        let named = id.clone().or_else(|| query.value("for").map(SubscriptionId::new));
        match named {
            Some(named) => list.iter().find(|one| one.id == named).cloned(),
            None => list.iter().find(|one| fits(one)).cloned(),
        }
    })
}

/// The field that chooses it, where the page is not about one subscription.
#[component]
pub(super) fn Chooser(
    /// The page's own subscription: then there is nothing to choose.
    id: Option<SubscriptionId>,
    /// The one that is chosen.
    chosen: Memo<Option<BillingSubscription>>,
    /// Why it cannot be changed now.
    busy: Signal<Option<String>>,
) -> impl IntoView {
    let (query, estate) = (use_query(), use_estate());
    let options = Signal::derive(move || {
        let list = estate.subscriptions.ready().unwrap_or_default();
        list.iter().map(|one| Choice::new(one.id.as_str(), one.display_name.clone())).collect::<Vec<_>>()
    });
    id.is_none().then(|| {
        view! {
            <SelectField
                label=t(subscriptions::FOR_SUBSCRIPTION)
                options
                value=Signal::derive(move || chosen.get().map(|one| one.id.to_string()).unwrap_or_default())
                placeholder=t(invoice_access::CHOOSE)
                disabled_reason=busy
                on_change=Callback::new(move |value: String| query.change(|q| q.with("for", Some(&value)), true))
            />
        }
    })
}

/// The pane: open while the address says `pane=access`.
#[component]
pub fn AccessPane(account: AccountName, id: Option<SubscriptionId>) -> impl IntoView {
    let _ = account;
    let query = use_query();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some("access"));
    let close = Callback::new(move |()| query.change(|q| q.with("pane", None).with("for", None), false));
    let wanted = RwSignal::new(None::<bool>);
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let chosen = chosen(id.clone(), |one| !one.is_support_plan());
    let access = use_subscription_access(move || chosen.get().filter(|_| open.get()));
    let save = save(access, wanted, busy, problem, close);
    Effect::new(move |_| {
        // Of another subscription nothing has been chosen yet.
        chosen.track();
        wanted.set(None);
        problem.set(None);
    });
    let denied = Signal::derive(move || match access.ready() {
        Some(access) => access_words(&access.may_switch()),
        None => Some(t(common::LOADING)),
    });
    let session = use_session();
    // Without an API there is nothing to save, and the pane says so.
    let footer = move || {
        session.has_extension().then(|| {
            view! {
                <Button
                    label=t(common::SAVE)
                    appearance=Appearance::Primary
                    on_click=save
                    busy=busy
                    disabled_reason=denied
                />
                <Button label=t(common::CANCEL) on_click=close />
            }
        })
    };
    view! {
        <Pane
            open
            on_close=close
            title=t(invoice_access::TITLE)
            close_label=t(common::CLOSE)
            dirty=Signal::derive(move || wanted.with(Option::is_some))
            discard_question=t(common::UNSAVED_TEXT)
            discard_label=t(common::DISCARD)
            keep_label=t(common::KEEP_EDITING)
            footer=ViewFn::from(footer)
        >
            <p>{t(invoice_access::PERSONAL)}</p>
            <Chooser id=id.clone() chosen busy=Signal::derive(move || busy.get().then(|| t(common::LOADING))) />
            {move || problem.get().map(|text| view! { <MessageBar intent=Intent::Error text /> })}
            <Body access wanted denied />
            {privacy_note()}
        </Pane>
    }
}

fn save(
    access: Fetch<SubscriptionAccess>,
    wanted: RwSignal<Option<bool>>,
    busy: RwSignal<bool>,
    problem: RwSignal<Option<String>>,
    close: Callback<()>,
) -> Callback<()> {
    let session = use_session();
    let notifications = use_notifications();
    Callback::new(move |()| {
        let (Some(client), Some(before)) = (session.client_untracked(), access.ready_untracked()) else { return };
        let Some(on) = wanted.get_untracked() else { return close.run(()) };
        busy.set(true);
        problem.set(None);
        leptos::task::spawn_local(async move {
            let answer = client.set_invoice_access(&before.subscription.id, on).await;
            busy.try_set(false);
            match answer {
                Ok(switch) => {
                    wanted.try_set(None);
                    let word = if on { invoice_access::SAVED_ON } else { invoice_access::SAVED_OFF };
                    let text = t_with(word, &[("subscription", &before.subscription.display_name)]);
                    notifications.add(Outcome::Done, text, None, None);
                    access.put(SubscriptionAccess { switch, ..before });
                    close.run(());
                }
                Err(error) => {
                    problem.try_set(Some(arm_text(&error)));
                }
            }
        });
    })
}

#[component]
fn Body(
    access: Fetch<SubscriptionAccess>,
    wanted: RwSignal<Option<bool>>,
    denied: Signal<Option<String>>,
) -> impl IntoView {
    let session = use_session();
    let is_on = move || wanted.get().or_else(|| Some(access.ready()?.switch == AccessSwitch::On)) == Some(true);
    let options = vec![Choice::new("on", t(common::ON)), Choice::new("off", t(common::OFF))];
    let change = Callback::new(move |value: String| {
        let on = value == "on";
        let same = access.ready_untracked().is_some_and(|access| (access.switch == AccessSwitch::On) == on);
        wanted.set((!same).then_some(on));
    });
    (move || {
        if !session.has_extension() {
            return view! { <MessageBar intent=Intent::Info text=t(invoice_access::NO_API) /> };
        }
        if let Some(error) = access.failed() {
            return view! { <MessageBar intent=Intent::Error text=arm_text(&error) /> };
        }
        if access.is_loading() {
            return view! { <Skeleton label=t(common::LOADING) lines=4 /> };
        }
        let is_plan = access.ready().is_some_and(|access| access.subscription.is_support_plan());
        if is_plan {
            return view! { <MessageBar intent=Intent::Info text=t(invoice_access::DENIED_SUPPORT_PLAN) /> };
        }
        view! {
            <RadioGroup
                label=t(invoice_access::SWITCH)
                options=options.clone()
                value=Signal::derive(move || if is_on() { "on" } else { "off" }.to_owned())
                disabled_reason=denied
                on_change=change
            />
            {move || access.ready().map(|access| who(&access, is_on()))}
        }
    })
    .into_node()
}

/// Who may download with the switch as it is in the form: the administrator, and everybody whose role counts.
fn who(access: &SubscriptionAccess, is_on: bool) -> Node {
    let roles = SubscriptionRole::OPENING_INVOICES.iter().map(|role| view! { <li>{name_of(role)}</li> });
    let roles = roles.collect::<Vec<_>>();
    let assignments = access.assignments.clone().unwrap_or_default();
    let mut holders: Vec<(Principal, String)> = Vec::new();
    for assignment in assignments.iter().filter(|one| one.role.opens_invoices()) {
        let holder = &assignment.principal;
        let caller = Caller { principal: holder.id.clone(), groups: None, is_account_admin: Some(false) };
        let is_plan = access.subscription.is_support_plan();
        let with_on = may_download(&caller, &access.subscription.id, is_plan, AccessSwitch::On, Some(&assignments));
        if let InvoiceAccess::Allowed(reason) = with_on
            && !holders.iter().any(|(known, _)| known.id == holder.id)
        {
            holders.push((holder.clone(), reason_words(&reason)));
        }
    }
    let nobody = holders.is_empty();
    let rows = holders.into_iter().map(|(holder, reason)| {
        let name = holder.display_name.clone().unwrap_or_else(|| holder.id.to_string());
        view! { <li class="list__item"><span>{name}</span><span class="note">{reason}</span></li> }
    });
    let rows = rows.collect::<Vec<_>>();
    let heading = if is_on { invoice_access::WHO } else { invoice_access::WHO_WOULD };
    view! {
        <p>{t(invoice_access::ROLES)}</p>
        <ul class="bullets">{roles}</ul>
        <h3 class="pane__heading">{t(heading)}</h3>
        {if nobody {
            view! { <p>{t(invoice_access::NOBODY_ELSE)}</p> }
        } else {
            view! { <ul class="list">{rows}</ul> }
        }}
    }
}
