//! What can be done with a list of invoices, and why not.
use super::view::file_columns;
use crate::billing::{AgreementType, Invoice, Task};
use crate::state::{Access, Fetch, Outcome, deny_words, t, t_with, use_notifications, use_query};
use crate::state::{page, save_invoice_list};
use crate::text::words::{common, invoices, profiles, scopes};
use crate::ui::kit::{CommandItem, Icon};
use crate::ui::shell::blade_command;
use leptos::prelude::*;
use std::sync::Arc;

/// Why an account of this agreement has no list of invoices here; none when it has.
pub fn no_list_words(agreement: Option<AgreementType>) -> Option<String> {
    Some(t(match agreement? {
        AgreementType::Mca | AgreementType::Mpa => return None,
        AgreementType::Mosp => scopes::AVAILABLE_MOSP,
        AgreementType::Ea => invoices::EMPTY_EA,
        AgreementType::Other(_) => profiles::NOT_FOR_AGREEMENT,
    }))
}

/// The bar of the list.
pub fn commands(
    list: Fetch<Arc<Vec<Invoice>>>,
    shown: Memo<Vec<Invoice>>,
    access: Fetch<Access>,
    no_list: Signal<Option<String>>,
) -> Signal<Vec<CommandItem>> {
    let query = use_query();
    let notifications = use_notifications();
    let export = move || {
        let rows = shown.get_untracked();
        match save_invoice_list(&rows, &file_columns()) {
            Ok(name) => notifications.add(Outcome::Done, t_with(common::FILE_SAVED, &[("name", &name)]), None, None),
            Err(text) => notifications.add(Outcome::Failed, text, None, None),
        };
    };
    let cannot_see = Signal::derive(move || deny_words(access.ready().map(|access| access.may(Task::SeeInvoices))));
    // What is on screen may be saved, by whatever right it came here.
    let has_any = move || list.ready().is_some_and(|all| !all.is_empty());
    let no_usage = Signal::derive(move || if has_any() { None } else { no_list.get().or_else(|| cannot_see.get()) });
    let no_rows = Signal::derive(move || match (has_any(), shown.with(Vec::is_empty)) {
        (_, false) => None,
        (true, true) => Some(t(common::NO_RESULTS)),
        (false, true) => cannot_see.get().or_else(|| Some(t(invoices::EMPTY))),
    });
    Signal::derive(move || {
        vec![
            blade_command("refresh", Icon::Refresh, t(common::REFRESH), move || list.refetch()),
            blade_command("usage", Icon::Download, t(invoices::DOWNLOAD_USAGE), move || {
                query.set("pane", Some("usage"))
            })
            .disabled(no_usage),
            blade_command("email", Icon::Mail, t(crate::text::words::email::TITLE), move || {
                query.set("pane", Some("email"))
            })
            .disabled(no_list),
            blade_command("export", Icon::Table, t(invoices::EXPORT), export).disabled(no_rows),
            blade_command("print", Icon::Print, t(common::PRINT), page::print),
        ]
    })
}
