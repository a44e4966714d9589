//! The billing profiles of an account.
use crate::billing::{AccountName, BillingProfile, ProfileStatus, fold_case};
use crate::state::{name_of, name_order, t, t_count, use_estate, use_query};
use crate::text::words::{common, invoices, profiles, shell};
use crate::ui::dom::Node;
use crate::ui::files::TableSource;
use crate::ui::kit::{CellKind, Column, DataGrid, EmptyState, Icon, Rows, Sort, Status, Tone};
use crate::ui::routes::Place;
use crate::ui::shell::{Blade, FilterBar, error_panel, grid_words, nothing_matches, read_sort, sort_rows, write_sort};
use crate::ui::{tables, view};
use leptos::prelude::*;

/// Icon and word of a profile's status.
pub fn status(status: &ProfileStatus) -> Node {
    let (tone, icon) = match status {
        ProfileStatus::Active => (Tone::Success, Icon::CheckmarkCircle),
        ProfileStatus::Warned | ProfileStatus::UnderReview => (Tone::Warning, Icon::Warning),
        ProfileStatus::Disabled => (Tone::Danger, Icon::ErrorCircle),
        ProfileStatus::Deleted => (Tone::Muted, Icon::Prohibited),
        ProfileStatus::Other(_) => (Tone::Neutral, Icon::Info),
    };
    view! { <Status tone icon text=name_of(status) /> }
}

fn columns() -> Vec<Column<BillingProfile>> {
    let name = |profile: &BillingProfile| {
        let href = Place::Profile(profile.account.clone(), profile.name.clone()).href();
        view! { <a class="fx-link" href=href>{profile.display_name.clone()}</a> }
    };
    let currency = |p: &BillingProfile| p.currency.map(|currency| currency.to_string()).unwrap_or_default();
    let day = |p: &BillingProfile| p.invoice_day.map(|day| day.to_string()).unwrap_or_default();
    // Of a profile one may not read nothing is known but its name.
    let mail = |p: &BillingProfile| {
        let answer = t(if p.email.opt_in { common::YES } else { common::NO });
        if p.has_read_access == Some(false) { String::new() } else { answer }
    };
    vec![
        Column::new("name", t(profiles::NAME), name)
            .value(CellKind::Text, |p| p.display_name.clone())
            .sortable()
            .row_header(),
        Column::text("id", t(common::ID), |p: &BillingProfile| p.name.to_string()).whole().folds(),
        Column::new("status", t(common::STATUS), |p: &BillingProfile| status(&p.status))
            .value(CellKind::Text, |p| name_of(&p.status))
            .sortable(),
        Column::text("currency", t(invoices::CURRENCY), currency).sortable().folds(),
        Column::new("day", t(profiles::INVOICE_DAY), day).value(CellKind::Number, day).numeric().folds(),
        Column::text("po", t(invoices::PO_NUMBER), |p: &BillingProfile| p.po_number.clone().unwrap_or_default())
            .folds(),
        Column::text("mail", t(profiles::INVOICES_BY_EMAIL), mail).folds(),
    ]
}

fn rows(all: &[BillingProfile], text: &str, sort: Option<&Sort>) -> Vec<BillingProfile> {
    let wanted = fold_case(text.trim());
    let has = |text: &str| fold_case(text).contains(&wanted);
    let fits =
        |p: &&BillingProfile| has(&p.display_name) || has(p.name.as_str()) || p.po_number.as_deref().is_some_and(has);
    let mut rows: Vec<BillingProfile> = all.iter().filter(fits).cloned().collect();
    let column = sort.map_or("name", |sort| sort.column.as_str());
    let key = |p: &BillingProfile| match column {
        "status" => p.status.as_wire().to_owned(),
        "currency" => p.currency.map(|currency| currency.to_string()).unwrap_or_default(),
        _ => String::new(),
    };
    let names = name_order();
    sort_rows(&mut rows, &|a, b| key(a).cmp(&key(b)).then_with(|| names(&a.display_name, &b.display_name)));
    if sort.is_some_and(|sort| sort.descending) {
        rows.reverse();
    }
    rows
}

/// The list of billing profiles.
#[component]
pub fn Profiles(account: AccountName) -> impl IntoView {
    let estate = use_estate();
    let query = use_query();
    let sort = Signal::derive(move || read_sort(query.value("sort").as_deref(), "name"));
    let text = Signal::derive(move || query.value("q").unwrap_or_default());
    let shown =
        Rows::from(move || rows(&estate.profiles.ready().unwrap_or_default(), &text.get(), sort.get().as_ref()));
    let commands = Signal::stored(vec![tables::command(move || shown.count())]);
    let source = TableSource::grid("profiles", t(shell::BILLING_PROFILES), estate.profiles, columns, shown);
    let name = account.clone();
    let applies = move || estate.account(&name).is_none_or(|account| account.agreement.has_profiles());
    let empty = move || {
        if text.get().is_empty() {
            view! { <EmptyState title=t(profiles::EMPTY) reason=t(profiles::EMPTY_REASON) /> }
        } else {
            nothing_matches(query)
        }
    };
    view! {
        <Blade
            place=Place::Profiles(account)
            title=t(shell::BILLING_PROFILES)
            kind=t(profiles::OF_ACCOUNT)
            icon=Icon::Building
            commands
        >
            <FilterBar
                label=t(profiles::FILTER)
                count=Signal::derive(move || {
                    estate.profiles.ready().map_or_else(String::new, |_| t_count(profiles::COUNT, shown.count()))
                })
            />
            {move || match estate.profiles.failed() {
                _ if !applies() => {
                    view! { <EmptyState title=t(profiles::EMPTY) reason=t(profiles::NOT_FOR_AGREEMENT) /> }
                }
                Some(error) => error_panel(&error, Some(Callback::new(move |()| estate.profiles.refetch()))),
                None => view! {
                    <DataGrid
                        caption=t(shell::BILLING_PROFILES)
                        columns=columns()
                        rows=shown
                        key=|p: &BillingProfile| p.name.to_string()
                        row_label=|p: &BillingProfile| p.display_name.clone()
                        words=grid_words()
                        loading=Signal::derive(move || estate.profiles.is_loading())
                        sort
                        on_sort=Callback::new(move |sort: Sort| query.set("sort", Some(&write_sort(&sort))))
                        empty=ViewFn::from(empty)
                    />
                },
            }}
            {tables::pane(source)}
        </Blade>
    }
}
