//! What can be done with a list of invoices, and why not.
use crate::billing::{AgreementType, Invoice, Task};
use crate::state::{Access, Fetch, Query, deny_words, page, t, use_copy_told, use_query};
use crate::text::words::{
    common, downloads, email, invoice_access, invoices, missing, profiles, subscription_email, subscriptions,
};
use crate::ui::kit::{CommandItem, Icon, MenuItem, RowMenu};
use crate::ui::papers::{self, Selection};
use crate::ui::shell::blade_command;
use crate::ui::tables;
use leptos::prelude::*;
use std::sync::Arc;

/// Why an account of this agreement has no list of invoices here; none when it has.
pub fn no_list_words(agreement: Option<AgreementType>) -> Option<String> {
    Some(t(match agreement? {
        AgreementType::Mca | AgreementType::Mpa | AgreementType::Mosp => return None,
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
    by_subscription: Memo<bool>,
    selection: Selection,
) -> Signal<Vec<CommandItem>> {
    let query = use_query();
    let cannot_see = Signal::derive(move || {
        let access = access.ready().map(|access| access.may(Task::SeeInvoices));
        deny_words(access).filter(|_| !by_subscription.get())
    });
    // What is on screen may be saved, by whatever right it came here.
    let has_any = move || list.ready().is_some_and(|all| !all.is_empty());
    let no_usage = Signal::derive(move || if has_any() { None } else { no_list.get().or_else(|| cannot_see.get()) });
    let no_rows = Signal::derive(move || match (has_any(), shown.with(Vec::is_empty)) {
        (_, false) => None,
        (true, true) => Some(t(common::NO_RESULTS)),
        (false, true) => cannot_see.get().or_else(|| Some(t(invoices::EMPTY))),
    });
    let download = papers::command(t(subscriptions::DOWNLOAD_INVOICES), selection, list);
    let export = tables::command_unless(no_rows);
    let open = move |name: &'static str| move || query.set("pane", Some(name));
    Signal::derive(move || {
        let mut items =
            vec![blade_command("refresh", Icon::Refresh, t(common::REFRESH), move || list.refetch()), download.clone()];
        items.extend(if by_subscription.get() {
            [
                blade_command("access", Icon::People, t(invoice_access::COMMAND), open("access")),
                blade_command("email", Icon::Mail, t(subscription_email::COMMAND), open("email")),
            ]
        } else {
            [
                blade_command("usage", Icon::Download, t(invoices::DOWNLOAD_USAGE), open("usage")).disabled(no_usage),
                blade_command("email", Icon::Mail, t(email::TITLE), open("email")).disabled(no_list),
            ]
        });
        items.extend([
            export.clone(),
            blade_command("why", Icon::Question, t(missing::TITLE), open("why")),
            blade_command("print", Icon::Print, t(common::PRINT), page::print),
        ]);
        items
    })
}

/// The menu of a row; `text` gives its cells as they are on screen.
pub fn menu_of(text: fn(&Invoice) -> String) -> RowMenu<Invoice> {
    let query = use_query();
    let copy = use_copy_told();
    let download = papers::use_download();
    Arc::new(move |invoice: &Invoice| {
        let (name, row) = (invoice.name.to_string(), text(invoice));
        let (to_open, to_copy, subscription) = (name.clone(), name, invoice.subscription_id.clone());
        let is_of_profile = invoice.profile.is_some();
        let at = move |query: Query| match &subscription {
            Some(id) if !is_of_profile => query.with("pane", Some("period")).with("for", Some(id)),
            _ => query.with("pane", Some("usage")),
        };
        let open = Callback::new(move |()| {
            query.change(|query| at(query).with("invoice", Some(&to_open)), false);
        });
        let word = if is_of_profile { invoices::DOWNLOAD_USAGE } else { subscriptions::PERIOD_PANE };
        let none = (!is_of_profile && invoice.subscription_id.is_none()).then(|| t(invoices::NO_USAGE));
        vec![
            papers::menu_item(t(downloads::PAPER_PDF), download, Some(invoice.clone()), None),
            MenuItem::new(t(word), open).icon(Icon::Download).disabled(none),
            MenuItem::new(t(invoices::COPY_NUMBER), Callback::new(move |()| copy.run(to_copy.clone())))
                .icon(Icon::Copy),
            MenuItem::new(t(common::COPY_ROW), Callback::new(move |()| copy.run(row.clone()))).icon(Icon::Copy),
        ]
    })
}
