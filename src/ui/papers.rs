//! Downloads of invoices as PDF, from any list or page: one at once, several as a zip file in a pane of their own. What makes
//! them is a part of the app.
use super::parts;
use crate::billing::Invoice;
use crate::state::{Fetch, Outcome, Query, t, t_with, use_notifications, use_query, use_session};
use crate::text::words::{common, downloads, errors};
use crate::ui::kit::{CommandItem, Icon, MenuItem};
use crate::ui::shell::{blade_command, file_error_words};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The rows that are ticked in a list of invoices. The key of a row is, or ends in a blank and, the invoice's number.
#[derive(Clone, Copy)]
pub struct Selection(RwSignal<BTreeSet<String>>);

impl Default for Selection {
    fn default() -> Selection {
        Selection(RwSignal::new(BTreeSet::new()))
    }
}

impl Selection {
    /// For the grid.
    pub fn keys(self) -> RwSignal<BTreeSet<String>> {
        self.0
    }

    /// Those of `list` that are ticked.
    fn of(self, list: &[Invoice]) -> Vec<Invoice> {
        self.0.with(|keys| {
            let names: BTreeSet<&str> = keys.iter().filter_map(|key| key.rsplit(' ').next()).collect();
            list.iter().filter(|invoice| names.contains(invoice.name.as_str())).cloned().collect()
        })
    }
}

/// *Download invoices*: what is ticked. One is made at once; several open a pane. To be made once, where the list is.
pub fn command(label: String, selection: Selection, list: Fetch<Arc<Vec<Invoice>>>) -> CommandItem {
    let query = use_query();
    let download = use_download();
    let chosen = Memo::new(move |_| selection.of(&list.ready().unwrap_or_default()));
    let none = Signal::derive(move || chosen.with(Vec::is_empty).then(|| t(downloads::PAPERS_NONE)));
    let run = move || {
        let chosen = chosen.get_untracked();
        match chosen.as_slice() {
            [one] => download.run(one.clone()),
            several => {
                let names: Vec<String> = several.iter().map(|invoice| invoice.name.to_string()).collect();
                query.change(|query: Query| query.with("pane", Some("papers")).with_list("of", &names), false);
            }
        }
    };
    blade_command("papers", Icon::Download, label, run).disabled(none)
}

/// The same in the menu of a row, with what [`use_download`] gave; `none` says why there is no invoice.
pub fn menu_item(
    label: String,
    download: Callback<Invoice>,
    invoice: Option<Invoice>,
    none: Option<String>,
) -> MenuItem {
    let run = Callback::new(move |()| {
        if let Some(invoice) = invoice.clone() {
            download.run(invoice);
        }
    });
    MenuItem::new(label, run).icon(Icon::Download).disabled(none)
}

/// Makes the PDF of an invoice and hands it over; says so when it is there, or why it is not.
pub fn use_download() -> Callback<Invoice> {
    let session = use_session();
    let notifications = use_notifications();
    Callback::new(move |invoice: Invoice| {
        let Some(client) = session.client_untracked() else { return };
        leptos::task::spawn_local(async move {
            let made = match parts::make_paper(client, session, invoice).await {
                Ok(work) => work.await.map_err(|error| file_error_words(&error)),
                Err(_) => Err(t(errors::SITE_BROKEN)),
            };
            match made {
                Ok(name) => {
                    let text = t_with(common::FILE_SAVED, &[("name", &name)]);
                    notifications.add(Outcome::Done, text, None, None);
                }
                Err(text) => {
                    notifications.add(Outcome::Failed, text, None, None);
                }
            }
        });
    })
}
