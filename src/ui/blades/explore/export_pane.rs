//! The chosen rows as a file: as it was, under its own columns, under another format, or as groups.
use super::rows::group_headers;
use crate::billing::AgreementType;
use crate::export::focus::FocusVersion;
use crate::export::{CellMode, FileSchema, Target, UsageSchema, file_name};
use crate::state::{
    Chosen, ExportChoice, FileJob, OpenFile, Order, OwnFile, OwnForm, OwnOrder, Query, Stage, Wanted, Writing, t,
    t_with, table_of, use_query, use_session,
};
use crate::text;
use crate::text::words::{downloads, explore as words, files};
use crate::ui::dom::Node;
use crate::ui::files::{Columns, FileFields, OwnPreview, Preview, ShareLink, TargetFields, ToDisk, start_file};
use crate::ui::kit::{Choice, Intent, MessageBar, RadioGroup};
use crate::ui::shell::{FilePane, JobView, tell_running};
use crate::ui::view;
use leptos::prelude::*;

/// The pane: open while the address says `pane=export`.
#[component]
pub fn ExportPane(own: OwnFile, file: OpenFile) -> impl IntoView {
    let running = RwSignal::new(false);
    view! {
        <FilePane
            name="export"
            title=t(words::EXPORT_TITLE)
            forget=|query| OwnForm::out_of(ExportChoice::out_of(query))
            running
        >
            <Fields own file=file.clone() running />
        </FilePane>
    }
}

/// Every schema: which of them a table is, its columns tell, not an agreement.
fn schemas() -> Vec<FileSchema> {
    let of = |agreement| UsageSchema::of_agreement(&agreement).iter().copied().map(FileSchema::Usage);
    let mut all: Vec<FileSchema> = Vec::new();
    for schema in [AgreementType::Mca, AgreementType::Mpa, AgreementType::Mosp].into_iter().flat_map(of) {
        if !all.contains(&schema) {
            all.push(schema);
        }
    }
    all.extend(FocusVersion::ALL.map(FileSchema::Focus));
    all
}

/// The rows, or their groups, under headers of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Listed {
    form: OwnForm,
    headers: Vec<String>,
    columns: Vec<usize>,
    choice: ExportChoice,
}

impl Listed {
    fn writing(&self) -> Writing {
        let Listed { form, headers, columns, choice: ExportChoice { target, mode, .. } } = self.clone();
        let (target, exact) = (target.name().to_owned(), mode == CellMode::Exact);
        match form {
            OwnForm::Groups => Writing::Groups { headers, columns, target, exact },
            OwnForm::AsItWas => Writing::AsItWas,
            OwnForm::Own | OwnForm::Schema => Writing::Own { columns, target, exact },
        }
    }

    fn order(&self, chosen: &Chosen) -> OwnOrder {
        let groups = chosen.looked.groups.filter(|_| self.form == OwnForm::Groups);
        let rows = u64::from(groups.unwrap_or(chosen.looked.rows));
        OwnOrder { writing: self.writing(), rows, version: chosen.version }
    }
}

#[component]
fn Fields(own: OwnFile, file: OpenFile, running: RwSignal<bool>) -> impl IntoView {
    let (query, session) = (use_query(), use_session());
    let job = FileJob::default();
    tell_running(job, running);
    let busy = Signal::derive(move || job.is_running().then(|| t(downloads::WAIT_OR_CANCEL)));
    let table = {
        let facts = file.facts.clone();
        Memo::new(move |_| facts.tables.get(table_of(&query.get(), &facts)).cloned().unwrap_or_default())
    };
    let is_grouped = Memo::new(move |_| own.chosen.with(|of| of.as_ref().is_some_and(|of| of.looked.groups.is_some())));
    let forms = Memo::new(move |_| {
        let mut all = vec![OwnForm::Groups, OwnForm::Own, OwnForm::Schema, OwnForm::AsItWas];
        all.retain(|form| match form {
            OwnForm::Groups => is_grouped.get(),
            OwnForm::Schema => table.with(|table| table.has_records),
            OwnForm::Own | OwnForm::AsItWas => true,
        });
        all
    });
    let form = Memo::new(move |_| forms.with(|forms| OwnForm::of(&query.get(), forms)));
    let offered = schemas();
    let all = offered.clone();
    let choice = {
        let offered = offered.clone();
        Memo::new(move |_| ExportChoice::of(&query.get(), &offered))
    };
    let listed = Memo::new(move |_| {
        let form = form.get();
        let headers = table.with(|table| match form {
            OwnForm::Groups => {
                own.chosen.with(|chosen| chosen.as_ref().map(|chosen| group_headers(table, chosen)).unwrap_or_default())
            }
            _ => table.columns.iter().map(|column| column.header.clone()).collect(),
        });
        Listed { form, columns: form.columns(&query.get(), &headers), headers, choice: choice.get() }
    });
    let commitments =
        Memo::new(move |_| own.chosen.with(|chosen| chosen.as_ref().map_or(0, |chosen| chosen.looked.commitments)));
    // FOCUS of one file cannot be where the actual and the amortized costs differ.
    let is_half = Memo::new(move |_| {
        let is_focus = choice.with(|choice| matches!(choice.schema, FileSchema::Focus(_)));
        form.get() == OwnForm::Schema && is_focus && commitments.get() > 0
    });
    let of_schema = Signal::derive(move || -> Option<Order> {
        let version = own.chosen.with(|chosen| chosen.as_ref().map(|chosen| chosen.version))?;
        (!is_half.get()).then(|| choice.with(|choice| choice.of_own(version)))
    });
    let of_list = Signal::derive(move || {
        own.chosen.with(|chosen| listed.with(|listed| chosen.as_ref().map(|chosen| listed.order(chosen))))
    });
    let change = move |change: &dyn Fn(Query) -> Query| {
        job.stage.set(Stage::Idle);
        query.change(change, true);
    };
    let put = Callback::new(move |choice: ExportChoice| change(&|query| choice.into_query(query)));
    let put_target = Callback::new(move |(target, mode)| {
        let choice = ExportChoice { target, mode, ..choice.get_untracked() };
        // Its columns are those of a schema: here they are others.
        change(&|query| {
            let columns = query.list("columns");
            choice.into_query(query).with_list("columns", &columns)
        });
    });
    let put_columns = move |columns: Vec<usize>| {
        listed.with_untracked(|of| change(&|query| of.form.with_columns(query, &of.headers, &columns)))
    };
    let stem = file.picked.name.rsplit_once('.').map_or(&*file.picked.name, |(stem, _)| stem).to_owned();
    let (stem, whole) = (StoredValue::new(stem), StoredValue::new(file.picked.name.clone()));
    let name = move || {
        let ExportChoice { schema, target, mode, .. } = choice.get_untracked();
        stem.with_value(|stem| match form.get_untracked() {
            OwnForm::AsItWas => whole.get_value(),
            OwnForm::Own => file_name(&[stem], target, mode),
            OwnForm::Groups => file_name(&[stem, "groups"], target, mode),
            OwnForm::Schema => file_name(&[stem, schema.name()], target, mode),
        })
    };
    let start = Callback::new(move |()| {
        let (choice, listed) = (choice.get_untracked(), listed.get_untracked());
        // Columns in the address are those of the form.
        let is_schema = listed.form == OwnForm::Schema;
        let without = || untrack(|| ExportChoice::of(&query.get().without(&["columns"]), &all));
        if is_schema { choice.clone() } else { without() }.remember();
        listed.form.remember(&listed.headers, &listed.columns);
        let wanted = match listed.form {
            OwnForm::Schema => of_schema.get_untracked().map(Wanted::from),
            _ => of_list.get_untracked().map(Wanted::Explorer),
        };
        let target = if listed.form == OwnForm::AsItWas { Target::Csv } else { choice.target };
        if let Some(wanted) = wanted {
            start_file(session, job, wanted, target, name());
        }
    });
    let columns = move || {
        view! {
            <Columns
                names=Signal::derive(move || listed.with(|listed| listed.headers.clone()))
                chosen=Signal::derive(move || listed.with(|listed| listed.columns.clone()))
                on_change=Callback::new(put_columns)
                busy
            />
            <ShareLink query=Signal::derive(move || {
                let query = choice.get().into_query(query.get());
                listed.with(|listed| listed.form.with_columns(query, &listed.headers, &listed.columns))
            }) />
        }
    };
    let target = Signal::derive(move || choice.with(|choice| (choice.target, choice.mode)));
    let options = Signal::derive(move || forms.get().into_iter().map(form_choice).collect::<Vec<_>>());
    let resume = Callback::new(move |()| job.resume(name()));
    view! {
        <RadioGroup
            label=t(words::FORM)
            options
            value=Signal::derive(move || form.get().name().to_owned())
            disabled_reason=busy
            on_change=Callback::new(move |name: String| {
                let named = OwnForm::of(&Query::default().with("form", Some(&name)), &forms.get_untracked());
                change(&|query| named.into_query(query));
            })
        />
        {move || match form.get() {
            OwnForm::AsItWas => view! { <OwnPreview order=of_list /> },
            OwnForm::Schema => view! {
                <FileFields choice offered=offered.clone() busy on_change=put />
                {move || if is_half.get() { half_of_focus(commitments.get()) } else { view! { <Preview order=of_schema /> } }}
            },
            OwnForm::Own | OwnForm::Groups => view! {
                <TargetFields target on_change=put_target busy />
                {columns()}
                <OwnPreview order=of_list />
            },
        }}
        {move || (!is_half.get()).then(|| view! {
            <ToDisk />
            <JobView job label=t(downloads::DOWNLOAD) making=t(words::MAKING) on_start=start on_resume=resume />
        })}
    }
}

/// Why there is no FOCUS of these rows.
fn half_of_focus(rows: u32) -> Node {
    let rows = text::number(rows.into(), crate::state::region());
    view! { <MessageBar intent=Intent::Warning text=t_with(files::FOCUS_OF_ONE, &[("rows", &rows)]) /> }
}

fn form_choice(form: OwnForm) -> Choice {
    let (name, hint) = match form {
        OwnForm::Groups => (words::FORM_GROUPS, Some(words::FORM_GROUPS_HINT)),
        OwnForm::Own => (words::FORM_OWN, None),
        OwnForm::Schema => (words::FORM_SCHEMA, None),
        OwnForm::AsItWas => (words::FORM_AS_WAS, Some(words::FORM_AS_WAS_HINT)),
    };
    let choice = Choice::new(form.name(), t(name));
    match hint {
        Some(hint) => choice.detail(t(hint)),
        None => choice,
    }
}
