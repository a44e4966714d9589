//! The access control blade: who holds which role here, and where it comes from.
use super::add::AddPane;
use super::change::{Change, Changes};
use super::model::{self, AccessRow, AccessSort};
use super::remove::RemoveDialog;
use crate::billing::{RemoveRefusal, RoleAssignment, Scope, Task, may_remove};
use crate::state::page;
use crate::state::{
    Access, Estate, Fetch, LocalFuture, all_of, deny_words, name_of, name_order, principal_kind, scope_kind, t,
    t_count, t_with, use_access, use_copy_told, use_estate, use_fetch, use_notifications, use_query,
};
use crate::state::{ArmError, Client};
use crate::text::words::{access, common, shell};
use crate::ui::dom::IntoNode;
use crate::ui::files::{Listed, TableSource};
use crate::ui::kit::{Choice, Column, CommandItem, DataGrid, EmptyState, FilterPill, Icon, MenuItem, RowMenu, Sort};
use crate::ui::routes::Place;
use crate::ui::shell::{
    Blade, FilterBar, blade_command, error_panel, grid_words, nothing_matches, read_sort, sort_rows, write_sort,
};
use crate::ui::{tables, view};
use leptos::prelude::*;
use std::sync::Arc;

type Lists = Arc<Vec<Vec<RoleAssignment>>>;

/// The assignments of the scope, then of each scope above. A scope above that the person may not read is left out.
async fn load(client: Client, scope: Scope) -> Result<Lists, ArmError> {
    let places: Vec<Scope> = scope.with_ancestors().collect();
    let read = |place| -> LocalFuture<'_, _> { Box::pin(client.resolve_role_assignments(place)) };
    let answers = all_of(places.iter().map(read).collect()).await;
    let mut lists = Vec::new();
    for (at, answer) in answers.into_iter().enumerate() {
        match answer {
            Ok(list) => lists.push(list),
            Err(error) if at > 0 && matches!(error.status(), Some(401 | 403 | 404)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Arc::new(lists))
}

/// Access control of a scope.
#[component]
pub fn AccessControl(scope: Scope, place: Place) -> impl IntoView {
    let query = use_query();
    let estate = use_estate();
    let wanted = scope.clone();
    let lists = use_fetch(move || Some(wanted.clone()), load);
    let wanted = scope.clone();
    let access = use_access(move || Some(wanted.clone()));
    let changes = Changes { notifications: use_notifications(), on_changed: Callback::new(changed(lists)) };
    let viewing = scope.clone();
    let all = Signal::derive(move || {
        let lists = lists.ready().unwrap_or_default();
        Arc::new(model::rows(&lists, &viewing))
    });
    let sort = Signal::derive(move || read_sort(query.value("sort").as_deref(), AccessSort::Role.id()));
    let shown = Memo::new(move |_| {
        let sort = sort.get();
        let by = sort.as_ref().and_then(|sort| AccessSort::from_id(&sort.column)).unwrap_or(AccessSort::Role);
        let descending = sort.is_some_and(|sort| sort.descending);
        let text = query.value("q").unwrap_or_default();
        model::shown(&all.get(), &text, &query.list("role"), by, descending, name_of, &name_order())
    });
    let removing = RwSignal::new(None::<RoleAssignment>);
    let kind = Signal::derive({
        let scope = scope.clone();
        move || scope_kind(&scope)
    });
    let account = scope.account().clone();
    let has_roles = move || estate.account(&account).is_none_or(|account| account.agreement.has_billing_roles());
    let no_roles = Signal::derive(move || (!has_roles()).then(|| t(access::NOT_FOR_AGREEMENT)));
    let may_give = move || deny_words(access.ready().map(|access| access.may(Task::GivePermissions)));
    let denied = Signal::derive(move || no_roles.get().or_else(may_give));
    let commands = commands(lists, shown, denied);
    let grid_scope = scope.clone();
    let source = TableSource::new("role-assignments", t(shell::ACCESS_CONTROL), move || {
        let rows = move || shown.get().into_iter().map(|row| row.assignment).collect();
        lists.get().map(|_| Listed::Assignments(rows()))
    });
    view! {
        <Blade place title=t(shell::ACCESS_CONTROL) kind icon=Icon::People commands>
            <Filters lists all shown />
            {move || match lists.failed() {
                _ if no_roles.with(Option::is_some) => {
                    view! { <EmptyState title=t(access::EMPTY) reason=t(access::NOT_FOR_AGREEMENT) /> }
                }
                Some(error) => error_panel(&error, Some(Callback::new(move |()| lists.refetch()))),
                None => {
                    let scope = grid_scope.clone();
                    view! { <Grid scope lists all shown access sort removing /> }
                }
            }}
            {tables::pane(source)}
        </Blade>
        <AddPane scope changes denied />
        <RemoveDialog removing changes />
    }
}

/// Shows a role that was given or taken at once, and then what the API says.
fn changed(lists: Fetch<Lists>) -> impl Fn(Change) {
    move |change| {
        if let Some(known) = lists.ready_untracked() {
            let mut known = known.as_ref().clone();
            if let Some(here) = known.first_mut() {
                match change {
                    Change::Given(assignment) => here.push(assignment),
                    Change::Taken(assignment) => here.retain(|other| other.id != assignment.id),
                }
            }
            lists.put(Arc::new(known));
        }
        lists.refetch();
    }
}

fn commands(
    lists: Fetch<Lists>,
    shown: Memo<Vec<AccessRow>>,
    denied: Signal<Option<String>>,
) -> Signal<Vec<CommandItem>> {
    let query = use_query();
    let export = tables::command(move || shown.with(Vec::len));
    Signal::derive(move || {
        vec![
            blade_command("add", Icon::Add, t(common::ADD), move || query.set("pane", Some("add"))).disabled(denied),
            blade_command("refresh", Icon::Refresh, t(common::REFRESH), move || lists.refetch()),
            export.clone(),
            blade_command("print", Icon::Print, t(common::PRINT), page::print),
        ]
    })
}

#[component]
fn Filters(
    lists: Fetch<Lists>,
    #[prop(into)] all: Signal<Arc<Vec<AccessRow>>>,
    shown: Memo<Vec<AccessRow>>,
) -> impl IntoView {
    let query = use_query();
    let roles = Signal::derive(move || {
        let mut roles: Vec<_> = all.with(|rows| rows.iter().map(|row| row.assignment.role.clone()).collect());
        sort_rows(&mut roles, &|a, b| model::role_rank(a).cmp(&model::role_rank(b)));
        roles.dedup();
        roles.iter().map(|role| Choice::new(role.name(), name_of(role))).collect::<Vec<_>>()
    });
    view! {
        <FilterBar
            label=t(access::FILTER)
            count=Signal::derive(move || match lists.ready() {
                Some(_) => t_count(access::COUNT, shown.with(Vec::len)),
                None => String::new(),
            })
            set=Signal::derive(move || usize::from(!query.list("role").is_empty()))
        >
            <FilterPill
                label=t(access::ROLE)
                options=roles
                selected=Signal::derive(move || query.list("role"))
                on_change=Callback::new(move |values: Vec<String>| query.change(|q| q.with_list("role", &values), false))
                all_word=t(common::ALL_OF_THEM)
                clear_label=t(common::CLEAR)
            />
        </FilterBar>
    }
}

fn columns(estate: Estate) -> Vec<Column<AccessRow>> {
    let name = |row: &AccessRow| row.assignment.principal.label().to_owned();
    let email = |row: &AccessRow| row.assignment.principal.email.clone().unwrap_or_default();
    let origin = move |row: &AccessRow| match row.inherited_from.clone() {
        None => t(access::THIS_SCOPE).into_node(),
        Some(scope) => {
            let text = t_with(access::INHERITED, &[("scope", &estate.scope_label(&scope))]);
            match Place::access(&scope) {
                Some(place) => view! { <a class="fx-link" href=place.href()>{text}</a> },
                None => text.into_node(),
            }
        }
    };
    vec![
        Column::new("name", t(access::NAME), name).sortable().row_header(),
        Column::new("email", t(access::EMAIL), email).sortable().folds(),
        Column::new("type", t(access::TYPE), |row: &AccessRow| principal_kind(row.assignment.principal.kind))
            .sortable()
            .folds(),
        Column::new("role", t(access::ROLE), |row: &AccessRow| name_of(&row.assignment.role)).sortable(),
        Column::new("scope", t(access::SCOPE), origin).sortable().folds(),
    ]
}

/// Why the row cannot be removed, in words; none when it can.
fn refusal(
    row: &AccessRow,
    rows: &[AccessRow],
    access: Option<Access>,
    viewing: &Scope,
    estate: Estate,
) -> Option<String> {
    let assignments: Vec<RoleAssignment> = rows.iter().map(|row| row.assignment.clone()).collect();
    match may_remove(&row.assignment, &assignments, viewing) {
        Err(RemoveRefusal::Inherited(scope) | RemoveRefusal::Elsewhere(scope)) => {
            Some(t_with(access::REMOVE_INHERITED, &[("scope", &estate.scope_label(&scope))]))
        }
        Err(RemoveRefusal::LastOwner(role)) => Some(t_with(access::REMOVE_LAST_OWNER, &[("role", &name_of(&role))])),
        Ok(()) => deny_words(access.map(|access| access.may(Task::GivePermissions))),
    }
}

#[component]
fn Grid(
    scope: Scope,
    lists: Fetch<Lists>,
    #[prop(into)] all: Signal<Arc<Vec<AccessRow>>>,
    shown: Memo<Vec<AccessRow>>,
    access: Fetch<Access>,
    sort: Signal<Option<Sort>>,
    removing: RwSignal<Option<RoleAssignment>>,
) -> impl IntoView {
    let query = use_query();
    let estate = use_estate();
    let copy = use_copy_told();
    let menu: RowMenu<AccessRow> = Arc::new(move |row: &AccessRow| {
        let reason = refusal(row, &all.get(), access.ready(), &scope, estate);
        let assignment = row.assignment.clone();
        let remove = Callback::new(move |()| removing.set(Some(assignment.clone())));
        let cells = [
            row.assignment.principal.label().to_owned(),
            row.assignment.principal.email.clone().unwrap_or_default(),
            principal_kind(row.assignment.principal.kind),
            name_of(&row.assignment.role),
            estate.scope_label(&row.assignment.scope),
        ];
        let cells = cells.join("\t");
        vec![
            MenuItem::new(t(common::REMOVE), remove).icon(Icon::Delete).disabled(reason),
            MenuItem::new(t(common::COPY_ROW), Callback::new(move |()| copy.run(cells.clone()))).icon(Icon::Copy),
        ]
    });
    let filtered = move || query.value("q").is_some() || !query.list("role").is_empty();
    let empty = move || {
        if filtered() {
            nothing_matches(query)
        } else {
            view! { <EmptyState title=t(access::EMPTY) reason=t(access::EMPTY_REASON) /> }
        }
    };
    let by_role = Memo::new(move |_| sort.with(|sort| sort.as_ref().is_some_and(|sort| sort.column == "role")));
    (move || {
        // Under its role's heading a row is found by what its holder may do; another sort makes one list.
        let group: Option<fn(&AccessRow) -> String> =
            if by_role.get() { Some(|row: &AccessRow| name_of(&row.assignment.role)) } else { None };
        view! {
            <DataGrid
                caption=t(shell::ACCESS_CONTROL)
                columns=columns(estate)
                rows=move || shown.get()
                key=AccessRow::key
                row_label=|row: &AccessRow| {
                    format!("{}, {}", row.assignment.principal.label(), name_of(&row.assignment.role))
                }
                words=grid_words()
                loading=Signal::derive(move || lists.is_loading())
                sort
                on_sort=Callback::new(move |sort: Sort| query.set("sort", Some(&write_sort(&sort))))
                row_menu=menu.clone()
                group=group
                empty=ViewFn::from(empty)
            />
        }
    })
    .into_node()
}
