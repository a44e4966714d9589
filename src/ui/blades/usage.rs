//! *Download Azure usage and charges*: which month of which profile, how careful, progress, cancel, resume.
use crate::billing::{AccountName, AgreementType, Invoice, Period, ProfileName, Scope};
use crate::export::FileSchema;
use crate::state::clock;
use crate::state::{ExportChoice, FileJob, Stage, month, t, use_estate, use_fetch, use_query, use_session};
use crate::text::words::{downloads, invoices, profiles};
use crate::ui::files::{FileFields, Preview, ToDisk, start_file};
use crate::ui::kit::{Choice, SelectField};
use crate::ui::routes::Place;
use crate::ui::shell::{FilePane, JobView, tell_running};
use crate::ui::view;
use chrono::Months;
use leptos::prelude::*;

/// Months on offer: the open one and 24 closed ones, newest first.
fn months() -> Vec<Period> {
    let today = clock::today();
    let back = |n: u32| today.checked_sub_months(Months::new(n)).and_then(Period::month_of);
    (0..=24).filter_map(back).collect()
}

/// The pane: open while the address says `pane=usage`. `invoice`, `for` and `month` in the address choose what is offered
/// first.
#[component]
pub fn UsagePane() -> impl IntoView {
    let running = RwSignal::new(false);
    view! {
        <FilePane
            name="usage"
            title=t(invoices::DOWNLOAD_USAGE)
            forget=|query| ExportChoice::out_of(query.without(&["invoice", "for", "month"]))
            running
        >
            <Form running />
        </FilePane>
    }
}

#[component]
fn Form(running: RwSignal<bool>) -> impl IntoView {
    let query = use_query();
    let estate = use_estate();
    let place = use_context::<Memo<Place>>();
    let account = move || place.and_then(|place| place.with(|place| place.account().cloned()));
    let of_invoice = use_fetch(
        move || Some((account()?, query.value("invoice").or_else(|| invoice_of(place))?)),
        |client, (account, name)| async move { client.invoice(&account, &name.as_str().into()).await },
    );
    let profile = Memo::new(move |_| {
        let here = place.and_then(|place| place.with(|place| place.profile().cloned()));
        let of_invoice = of_invoice.ready().and_then(|invoice: Invoice| invoice.profile);
        let named = query.value("for").map(ProfileName::new);
        let first = || estate.profiles.ready().and_then(|list| list.first().map(|profile| profile.name.clone()));
        named.or(here).or(of_invoice).or_else(first)
    });
    let period = Memo::new(move |_| {
        let named = query.value("month").and_then(|month| Period::parse_month(&month).ok());
        let of_invoice = of_invoice.ready().and_then(|invoice: Invoice| Period::month_of(invoice.period?.start));
        // Without either: the last closed month, which has an invoice.
        named.or(of_invoice).or_else(|| months().get(1).copied())
    });
    let offered = Signal::derive(move || {
        let agreement = account().and_then(|name| estate.account(&name)).map(|account| account.agreement);
        FileSchema::of_agreement(agreement.as_ref().unwrap_or(&AgreementType::Mca))
    });
    let choice = Memo::new(move |_| ExportChoice::of(&query.get(), &offered.get()));
    let file = FileJob::default();
    tell_running(file, running);
    let no_profiles = move || {
        let account = account().and_then(|name| estate.account(&name));
        account.is_some_and(|account| !account.agreement.has_profiles())
    };
    view! {
        {move || if no_profiles() {
            view! { <p>{t(profiles::NOT_FOR_AGREEMENT)}</p> }
        } else {
            view! {
                <p>{t(downloads::ABOUT)}</p>
                <Choices profile period choice offered file />
                <Work account=Signal::derive(account) profile period choice file />
            }
        }}
    }
}

fn invoice_of(place: Option<Memo<Place>>) -> Option<String> {
    match place?.get() {
        Place::Invoice(_, name) => Some(name.to_string()),
        _ => None,
    }
}

#[component]
fn Choices(
    profile: Memo<Option<ProfileName>>,
    period: Memo<Option<Period>>,
    choice: Memo<ExportChoice>,
    offered: Signal<Vec<FileSchema>>,
    file: FileJob,
) -> impl IntoView {
    let query = use_query();
    let estate = use_estate();
    let running = move || file.is_running();
    let busy = Signal::derive(move || running().then(|| t(downloads::WAIT_OR_CANCEL)));
    let profiles = Signal::derive(move || {
        let list = estate.profiles.ready().unwrap_or_default();
        let mut all: Vec<Choice> = list.iter().map(|p| Choice::new(p.name.as_str(), p.display_name.clone())).collect();
        // The page's own may be one that the list does not show this person.
        if let Some(chosen) = profile.get().filter(|chosen| !list.iter().any(|p| p.name == *chosen)) {
            all.push(Choice::new(chosen.as_str(), chosen.to_string()));
        }
        all
    });
    let named = |period: Period| Choice::new(period.month_key(), month(period.start));
    let months: Vec<Choice> = months().into_iter().map(named).collect();
    let set = move |name: &'static str| {
        Callback::new(move |value: String| {
            file.stage.set(Stage::Idle);
            query.change(|query| query.with(name, Some(&value)), true);
        })
    };
    view! {
        <SelectField
            label=t(invoices::PROFILE)
            options=profiles
            value=Signal::derive(move || profile.get().map(|profile| profile.to_string()).unwrap_or_default())
            disabled_reason=busy
            on_change=set("for")
        />
        <SelectField
            label=t(downloads::MONTH)
            options=months
            value=Signal::derive(move || period.get().map(|period| period.month_key()).unwrap_or_default())
            disabled_reason=busy
            on_change=set("month")
        />
        <FileFields
            choice
            offered
            busy
            on_change=Callback::new(move |choice: ExportChoice| {
                file.stage.set(Stage::Idle);
                query.change(|query| choice.into_query(query), true);
            })
        />
    }
}

#[component]
fn Work(
    account: Signal<Option<AccountName>>,
    profile: Memo<Option<ProfileName>>,
    period: Memo<Option<Period>>,
    choice: Memo<ExportChoice>,
    file: FileJob,
) -> impl IntoView {
    let session = use_session();
    let order = Memo::new(move |_| {
        let scope = account.get().zip(profile.get()).map(|(account, profile)| Scope::Profile(account, profile))?;
        choice.get().of_scope(&session, &scope, period.get()?)
    });
    let name = move |is_whole: bool| {
        let month = period.get_untracked().map(|period| period.month_key()).unwrap_or_default();
        let profile = profile.get_untracked().map(|profile| profile.to_string()).unwrap_or_default();
        choice.get_untracked().file_name(&["usage", &profile, &month], is_whole)
    };
    let start = Callback::new(move |()| {
        let Some(order) = order.get_untracked() else { return };
        let choice = choice.get_untracked();
        choice.remember();
        start_file(session, file, order, choice.target, name(true));
    });
    view! {
        <Preview order=Signal::derive(move || order.get()) />
        <ToDisk />
        <JobView
            job=file
            label=t(downloads::DOWNLOAD)
            making=t(downloads::MAKING)
            on_start=start
            on_resume=Callback::new(move |()| file.resume(name(true)))
            on_keep=Callback::new(move |()| file.keep(name(false)))
        />
    }
}
