//! The subscriptions of a pay-as-you-go account.
use super::words::{cause_words, offer_words, own_role, span, status_of};
use crate::billing::{AccountName, AgreementType, BillingSubscription, Cause, Period, SubscriptionId, fold_case};
use crate::state::{
    Fetch, SubscriptionAccess, all_of, clock, digits_of, money, name_of, name_order, or_none, subscription_access, t,
    t_count, t_with, use_estate, use_fetch, use_query, use_session,
};
use crate::text::words::{common, subscriptions};
use crate::ui::dom::{IntoNode, Node};
use crate::ui::files::TableSource;
use crate::ui::kit::{CellKind, Choice, Column, CommandItem, DataGrid, EmptyState, FilterPill, Icon, Rows, Sort};
use crate::ui::routes::{Place, SubscriptionPage};
use crate::ui::shell::{
    Blade, FilterBar, blade_command, empty_with_why, error_panel, grid_words, nothing_matches, read_sort, sort_rows,
    write_sort,
};
use crate::ui::{tables, view};
use leptos::prelude::*;
use std::cmp::Ordering;
use std::sync::Arc;

/// Who the person is to each subscription that could be asked about.
type Roles = Arc<Vec<SubscriptionAccess>>;

/// The role in words; empty until it is known.
fn role_on(roles: &Fetch<Roles>, id: &SubscriptionId) -> String {
    let known = roles.ready().unwrap_or_default();
    known.iter().find(|access| access.subscription.id == *id).map(own_role).unwrap_or_default()
}

/// The status, with its reason under it where it is not in good standing.
fn status_cell(subscription: &BillingSubscription) -> Node {
    let reasons = subscription.suspensions.iter().map(|s| cause_words(&Cause::Suspended(s.clone())));
    let reasons = reasons.collect::<Vec<_>>().join("; ");
    let note = (!reasons.is_empty()).then(|| view! { <span class="note">{reasons}</span> });
    view! {
        {status_of(subscription)}
        {note}
    }
}

/// The offer's name, its number under it; what was bought has none.
fn offer_cell(subscription: &BillingSubscription) -> Node {
    let Some(id) = &subscription.offer else { return or_none(None).into_node() };
    match id.offer() {
        Some(offer) => view! {
            {offer.name}
            <span class="note">{id.to_string()}</span>
        },
        None => id.to_string().into_node(),
    }
}

fn columns(account: AccountName, roles: Fetch<Roles>) -> Vec<Column<BillingSubscription>> {
    let name = move |subscription: &BillingSubscription| {
        let page = SubscriptionPage::Overview;
        let href = Place::Subscription(account.clone(), subscription.id.clone(), page).href();
        view! { <a class="fx-link" href=href>{subscription.display_name.clone()}</a> }
    };
    let cost = |subscription: &BillingSubscription| subscription.month_to_date.as_ref().map(money).unwrap_or_default();
    vec![
        Column::new("name", t(subscriptions::NAME), name)
            .value(CellKind::Text, |s| s.display_name.clone())
            .sortable()
            .row_header(),
        Column::text("id", t(subscriptions::ID), |s: &BillingSubscription| s.id.to_string()).folds(),
        Column::new("offer", t(subscriptions::OFFER), offer_cell).value(CellKind::Text, offer_words).sortable().folds(),
        Column::new("role", t(subscriptions::MY_ROLE), move |s: &BillingSubscription| {
            let id = s.id.clone();
            move || role_on(&roles, &id)
        })
        .value(CellKind::Text, move |s| role_on(&roles, &s.id))
        .folds(),
        Column::new("status", t(common::STATUS), status_cell).value(CellKind::Text, |s| name_of(&s.status)).sortable(),
        Column::new("cost", t(subscriptions::CURRENT_COST), cost)
            .amount(|s| digits_of(s.month_to_date))
            .sortable()
            .numeric(),
    ]
}

fn rows(all: &[BillingSubscription], text: &str, statuses: &[String], sort: &Sort) -> Vec<BillingSubscription> {
    let wanted = fold_case(text.trim());
    let has = |text: &str| fold_case(text).contains(&wanted);
    let fits = |s: &&BillingSubscription| {
        let of_status = statuses.is_empty() || statuses.iter().any(|status| *status == s.status.as_wire());
        of_status && (has(&s.display_name) || has(s.id.as_str()) || has(&offer_words(s)))
    };
    let mut rows: Vec<BillingSubscription> = all.iter().filter(fits).cloned().collect();
    let names = name_order();
    sort_rows(&mut rows, &|a, b| {
        let first = match sort.column.as_str() {
            "offer" => names(&offer_words(a), &offer_words(b)),
            "status" => names(&name_of(&a.status), &name_of(&b.status)),
            // Amounts of one account are in one currency; should they not be, each stays with its own.
            "cost" => {
                let cost = |s: &BillingSubscription| s.month_to_date.map(|m| (m.currency(), m.amount()));
                cost(a).cmp(&cost(b))
            }
            _ => Ordering::Equal,
        };
        first.then_with(|| names(&a.display_name, &b.display_name))
    });
    if sort.descending {
        rows.reverse();
    }
    rows
}

/// The subscriptions blade (seed S000-03).
#[component]
pub fn Subscriptions(account: AccountName) -> impl IntoView {
    let estate = use_estate();
    let query = use_query();
    let session = use_session();
    let list = estate.subscriptions;
    let roles: Fetch<Roles> = use_fetch(
        move || list.ready(),
        move |client, all: Arc<Vec<BillingSubscription>>| async move {
            let work = all.iter().map(|one| {
                let work = subscription_access(client.clone(), session, one.clone());
                Box::pin(work) as crate::state::LocalFuture<'_, _>
            });
            // One that cannot be asked about has no role in its row; the others do.
            Ok(Arc::new(all_of(work.collect()).await.into_iter().filter_map(Result::ok).collect()))
        },
    );
    let sort = Signal::derive(move || read_sort(query.value("sort").as_deref(), "name"));
    let text = Signal::derive(move || query.value("q").unwrap_or_default());
    let statuses = Signal::derive(move || query.get().list("status"));
    let by_name = || Sort { column: "name".to_owned(), descending: false };
    let shown = Rows::from(move || {
        rows(&list.ready().unwrap_or_default(), &text.get(), &statuses.get(), &sort.get().unwrap_or_else(by_name))
    });
    let options = Signal::derive(move || {
        let mut found: Vec<Choice> = Vec::new();
        for subscription in list.ready().unwrap_or_default().iter() {
            if !found.iter().any(|choice| choice.value == subscription.status.as_wire()) {
                found.push(Choice::new(subscription.status.as_wire(), name_of(&subscription.status)));
            }
        }
        found
    });
    let empty = move || {
        if text.with(String::is_empty) && statuses.with(Vec::is_empty) {
            view! { <EmptyState title=t(subscriptions::EMPTY) reason=t(subscriptions::EMPTY_REASON) /> }
        } else {
            nothing_matches(query)
        }
    };
    let export = tables::command(move || shown.count());
    let commands: Signal<Vec<CommandItem>> = Signal::derive(move || {
        vec![
            blade_command("refresh", Icon::Refresh, t(common::REFRESH), move || list.refetch()),
            export.clone(),
            blade_command("print", Icon::Print, t(common::PRINT), crate::state::page::print),
        ]
    });
    let of_file = account.clone();
    let source = TableSource::grid(
        "subscriptions",
        t(subscriptions::TITLE),
        list,
        move || columns(of_file.clone(), roles),
        shown,
    );
    let (of_rows, known) = (account.clone(), account.clone());
    view! {
        <Blade
            place=Place::Subscriptions(account)
            title=t(subscriptions::TITLE)
            kind=t(crate::text::words::invoices::OF_ACCOUNT)
            icon=Icon::Table
            commands
        >
            <FilterBar
                label=t(subscriptions::FILTER)
                count=Signal::derive(move || {
                    list.ready().map_or_else(String::new, |_| t_count(subscriptions::COUNT, shown.count()))
                })
                set=Signal::derive(move || usize::from(statuses.with(|all| !all.is_empty())))
            >
                <FilterPill
                    label=t(common::STATUS)
                    options
                    selected=statuses
                    on_change=Callback::new(move |values: Vec<String>| {
                        query.change(|query| query.with_list("status", &values), false);
                    })
                    all_word=t(common::ALL_OF_THEM)
                    clear_label=t(common::CLEAR)
                />
            </FilterBar>
            {move || match list.failed() {
                _ if estate.account(&known).is_some_and(|known| known.agreement != AgreementType::Mosp) => view! {
                    <EmptyState title=t(subscriptions::EMPTY) reason=t(subscriptions::NONE_BY_AGREEMENT) />
                },
                Some(error) => error_panel(&error, Some(Callback::new(move |()| list.refetch()))),
                None => view! {
                    <DataGrid
                        caption=t(subscriptions::TITLE)
                        columns=columns(of_rows.clone(), roles)
                        rows=shown
                        key=|s: &BillingSubscription| s.id.to_string()
                        row_label=|s: &BillingSubscription| s.display_name.clone()
                        words=grid_words()
                        loading=Signal::derive(move || list.is_loading())
                        sort
                        on_sort=Callback::new(move |sort: Sort| query.set("sort", Some(&write_sort(&sort))))
                        empty=ViewFn::from(empty)
                    />
                    {move || {
                        let has_cost = list.ready()?.iter().any(|one| one.month_to_date.is_some());
                        let month = Period::month_of(clock::today()).filter(|_| has_cost)?;
                        Some(view! {
                            <p class="note">{t_with(subscriptions::COST_NOTE, &[("period", &span(month))])}</p>
                        })
                    }}
                },
            }}
            {tables::pane(source)}
        </Blade>
    }
}

/// The subscription of the page once it is known: what `view` makes of it, grey lines before, and the reason where the person
/// cannot see it.
pub(super) fn with_subscription(id: SubscriptionId, view: impl Fn(BillingSubscription) -> Node + 'static) -> Node {
    let estate = use_estate();
    let place = use_context::<Memo<Place>>();
    let found = Memo::new(move |_| estate.subscription(&id));
    (move || {
        if let Some(error) = estate.subscriptions.failed().or_else(|| estate.accounts.failed()) {
            return error_panel(&error, Some(Callback::new(move |()| estate.subscriptions.refetch())));
        }
        let account = place.and_then(|place| place.with(|place| place.account().cloned()));
        let agreement = account.and_then(|account| estate.account(&account)).map(|account| account.agreement);
        match found.get() {
            Some(subscription) => view(subscription),
            // Of another agreement there is none to wait for.
            None if estate.subscriptions.is_loading() && agreement.is_none_or(|it| it == AgreementType::Mosp) => {
                view! { <crate::ui::kit::Skeleton label=t(common::LOADING) lines=8 /> }
            }
            None => empty_with_why(t(subscriptions::NOT_SEEN), t(subscriptions::NOT_SEEN_REASON)),
        }
    })
    .into_node()
}
