//! The bell's pane, and the toasts.
use crate::state::{Notification, Notifications, Outcome, moment, t, use_notifications, use_query};
use crate::text::words::{common, shell};
use crate::ui::kit::{Appearance, Button, EmptyState, Glyph, Icon, Intent, Pane, ToastItem, Toasts};
use crate::ui::view;
use leptos::prelude::*;

fn intent(outcome: Outcome) -> Intent {
    match outcome {
        Outcome::Done => Intent::Success,
        Outcome::Failed => Intent::Error,
        Outcome::Info => Intent::Info,
    }
}

/// An action works once: after it the entry offers it no more.
fn once(notifications: Notifications, entry: &Notification) -> Option<(String, Callback<()>)> {
    let (id, (label, action)) = (entry.id, entry.action.clone()?);
    let run = Callback::new(move |()| {
        notifications.without_action(id);
        notifications.hide_toast(id);
        action.run(());
    });
    Some((label, run))
}

/// Toasts of what was just done.
#[component]
pub fn ToastHost() -> impl IntoView {
    let notifications = use_notifications();
    let items = RwSignal::new(Vec::<ToastItem>::new());
    // The actions live as long as the toasts, not only until the next one comes.
    let owner = Owner::current().unwrap_or_default();
    Effect::new(move |_| {
        let wanted = notifications.toasts.get();
        let list = notifications.list();
        items.update(|items| {
            items.retain(|item| wanted.contains(&item.id));
            for entry in list.iter().rev().filter(|entry| wanted.contains(&entry.id)) {
                if !items.iter().any(|item| item.id == entry.id) {
                    let text = match &entry.detail {
                        Some(detail) => format!("{} {detail}", entry.title),
                        None => entry.title.clone(),
                    };
                    let action = owner.with(|| once(notifications, entry));
                    items.push(ToastItem { id: entry.id, intent: intent(entry.outcome), text, action });
                }
            }
        });
    });
    // A toast whose time is over was taken out by the kit: it is not to come back.
    Effect::new(move |_| {
        let left: Vec<u64> = items.with(|items| items.iter().map(|item| item.id).collect());
        let wanted = notifications.toasts.get_untracked();
        for gone in wanted.iter().filter(|id| !left.contains(id)) {
            notifications.hide_toast(*gone);
        }
    });
    view! { <Toasts items dismiss_label=t(common::CLOSE) /> }
}

/// Everything that was done on this page, newest first.
#[component]
pub fn NoticesPane() -> impl IntoView {
    let notifications = use_notifications();
    let query = use_query();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some("notifications"));
    Effect::new(move |_| {
        if open.get() {
            notifications.unread.set(0);
        }
    });
    let close = Callback::new(move |()| query.set("pane", None));
    let list = move || {
        let entries = notifications.list();
        if entries.is_empty() {
            return view! { <EmptyState title=t(shell::NO_NOTIFICATIONS) reason=t(shell::NO_NOTIFICATIONS_REASON) /> };
        }
        let rows = entries.into_iter().map(|entry| view! { <Entry entry /> }).collect::<Vec<_>>();
        view! {
            <Button label=t(shell::CLEAR_NOTIFICATIONS) appearance=Appearance::Subtle on_click=Callback::new(move |()| notifications.clear()) />
            <ul class="list">{rows}</ul>
        }
    };
    view! {
        <Pane open on_close=close title=t(shell::NOTIFICATIONS) close_label=t(common::CLOSE)>
            {list}
        </Pane>
    }
}

#[component]
fn Entry(entry: Notification) -> impl IntoView {
    let notifications = use_notifications();
    let icon = match entry.outcome {
        Outcome::Done => Icon::CheckmarkCircle,
        Outcome::Failed => Icon::ErrorCircle,
        Outcome::Info => Icon::Info,
    };
    let action = once(notifications, &entry).map(|(label, run)| {
        view! { <Button label appearance=Appearance::Secondary on_click=run /> }
    });
    view! {
        <li class="list__item">
            <Glyph icon />
            <span class="person">
                <span>{entry.title}</span>
                {entry.detail.map(|detail| view! { <span class="person__detail">{detail}</span> })}
                <time class="person__detail" datetime=entry.time.to_rfc3339()>{moment(entry.time)}</time>
            </span>
            {action}
        </li>
    }
}
