//! *Download invoices*: several as one zip file, with progress; cancelled or resumed.
use crate::billing::{AccountName, Invoice, InvoiceName, Scope};
use crate::state::{
    Archive, FileJob, FileWork, Papers, arm_text, clock, t, t_count, use_fetch, use_query, use_session,
};
use crate::text::words::{common, downloads, invoices};
use crate::ui::kit::{Checkbox, Intent, MessageBar, Skeleton};
use crate::ui::routes::Place;
use crate::ui::shell::{FilePane, JobView, privacy_note, tell_running};
use crate::ui::view;
use leptos::prelude::*;
use std::sync::Arc;

/// The pane: open while the address says `pane=papers`; `of` in it holds the invoices.
#[component]
pub fn PapersPane() -> impl IntoView {
    let running = RwSignal::new(false);
    view! {
        <FilePane name="papers" title=t(downloads::PAPERS_TITLE) forget=|query| query.without(&["of"]) running>
            <Body running />
        </FilePane>
    }
}

#[component]
fn Body(running: RwSignal<bool>) -> impl IntoView {
    let query = use_query();
    let place = use_context::<Memo<Place>>();
    let names = Memo::new(move |_| query.get().list("of"));
    // The list the page shows: of a subscription its own, since who may see that need not see the account's.
    let list = use_fetch(
        move || place.map(|place| place.get()),
        |client, place: Place| async move {
            match (&place, place.account(), place.profile()) {
                (Place::Subscription(account, id, _), ..) => {
                    client.subscription_invoices(account, id).await.map(Arc::new)
                }
                (_, Some(account), profile) => client.invoices(&scope(account, profile), None).await.map(Arc::new),
                (_, None, _) => Ok(Arc::default()),
            }
        },
    );
    let chosen = Memo::new(move |_| {
        let list: Arc<Vec<Invoice>> = list.ready()?;
        let is_wanted = |name: &InvoiceName| names.with(|names| names.iter().any(|wanted| wanted == name.as_str()));
        Some(list.iter().filter(|invoice| is_wanted(&invoice.name)).cloned().collect::<Vec<_>>())
    });
    let job = FileJob::default();
    let with_usage = RwSignal::new(false);
    tell_running(job, running);
    let session = use_session();
    let name = || format!("invoices-{}.zip", clock::today());
    let start = Callback::new(move |()| {
        let (Some(client), Some(invoices)) = (session.client_untracked(), chosen.get_untracked()) else { return };
        let among = list.ready_untracked().map(|list| list.as_ref().clone()).unwrap_or_default();
        let archive = Archive::new(Papers::new(client, session, among), invoices, with_usage.get_untracked());
        job.start(archive.map(|archive| Box::new(archive) as Box<dyn FileWork>), name());
    });
    let resume = Callback::new(move |()| job.resume(name()));
    view! {
        <p>{t(downloads::PAPERS_ABOUT)}</p>
        {move || match (list.failed(), chosen.get()) {
            (Some(error), _) => view! { <MessageBar intent=Intent::Error text=arm_text(&error) /> },
            (None, None) => view! { <Skeleton label=t(common::LOADING) lines=3 /> },
            (None, Some(chosen)) if chosen.is_empty() => view! { <p>{t(downloads::PAPERS_NONE)}</p> },
            (None, Some(chosen)) => view! {
                <p role="status">{t_count(invoices::COUNT, chosen.len())}</p>
                <Checkbox
                    label=t(downloads::PAPERS_WITH_USAGE)
                    checked=with_usage
                    on_change=Callback::new(move |on: bool| with_usage.set(on))
                />
                <JobView
                    job
                    label=t(downloads::DOWNLOAD)
                    making=t(downloads::MAKING_PAPERS)
                    on_start=start
                    on_resume=resume
                />
            },
        }}
        {privacy_note()}
    }
}

fn scope(account: &AccountName, profile: Option<&crate::billing::ProfileName>) -> Scope {
    match profile {
        Some(profile) => Scope::Profile(account.clone(), profile.clone()),
        None => Scope::Account(account.clone()),
    }
}
