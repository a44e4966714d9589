//! Invoice sections of a billing profile.
use crate::billing::{AccountName, InvoiceSection, ProfileName};
use crate::state::{name_of, t, use_fetch};
use crate::text::words::{common, sections, shell};
use crate::ui::files::TableSource;
use crate::ui::kit::{Column, DataGrid, EmptyState, Icon, Rows};
use crate::ui::routes::Place;
use crate::ui::shell::{Blade, error_panel, grid_words};
use crate::ui::{tables, view};
use leptos::prelude::*;
use std::sync::Arc;

fn columns() -> Vec<Column<InvoiceSection>> {
    let access = |section: &InvoiceSection| {
        let place = Place::SectionAccess(section.account.clone(), section.profile.clone(), section.name.clone());
        let label = format!("{} {}", t(shell::ACCESS_CONTROL), section.display_name);
        view! { <a class="fx-link" href=place.href() aria-label=label>{t(shell::ACCESS_CONTROL)}</a> }
    };
    let state = |s: &InvoiceSection| name_of(&crate::billing::AccountStatus::from_wire(&s.state));
    vec![
        Column::text("name", t(sections::NAME), |s: &InvoiceSection| s.display_name.clone()).row_header(),
        Column::text("id", t(common::ID), |s: &InvoiceSection| s.name.to_string()).whole().folds(),
        Column::text("state", t(common::STATUS), state),
        Column::new("access", t(shell::ACCESS_CONTROL), access),
    ]
}

/// The list of invoice sections.
#[component]
pub fn Sections(account: AccountName, profile: ProfileName) -> impl IntoView {
    let about = profile.to_string();
    let key = (account.clone(), profile.clone());
    let list = use_fetch(
        move || Some(key.clone()),
        |client, (account, profile)| async move { client.invoice_sections(&account, &profile).await.map(Arc::new) },
    );
    let rows = Rows::from(move || list.ready().map(|rows| rows.as_ref().clone()).unwrap_or_default());
    let commands = Signal::stored(vec![tables::command(move || rows.count())]);
    let source = TableSource::grid("invoice-sections", t(shell::INVOICE_SECTIONS), list, columns, rows).about(about);
    let empty = || view! { <EmptyState title=t(sections::EMPTY) reason=t(sections::EMPTY_REASON) /> };
    view! {
        <Blade
            place=Place::Sections(account, profile)
            title=t(shell::INVOICE_SECTIONS)
            kind=t(sections::OF_PROFILE)
            icon=Icon::Table
            commands
        >
            {move || match list.failed() {
                Some(error) => error_panel(&error, Some(Callback::new(move |()| list.refetch()))),
                None => view! {
                    <DataGrid
                        caption=t(shell::INVOICE_SECTIONS)
                        columns=columns()
                        rows
                        key=|s: &InvoiceSection| s.name.to_string()
                        row_label=|s: &InvoiceSection| s.display_name.clone()
                        words=grid_words()
                        loading=Signal::derive(move || list.is_loading())
                        empty=ViewFn::from(empty)
                    />
                },
            }}
            {tables::pane(source)}
        </Blade>
    }
}
