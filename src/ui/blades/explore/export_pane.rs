//! The chosen rows as a file: as it was, under its own columns, or under another format.
use crate::billing::AgreementType;
use crate::export::{CellMode, FileSchema, UsageSchema, file_name};
use crate::state::{ExplorerFile, ExportChoice, FileJob, OpenFile, OwnFile, Stage, Writing, t, table_of, use_query};
use crate::text::words::{common, downloads, explore as words};
use crate::ui::files::{Columns, FileFields, TargetFields};
use crate::ui::kit::{Choice, Pane, RadioGroup};
use crate::ui::shell::JobView;
use crate::ui::view;
use leptos::prelude::*;

/// What the file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Own,
    Schema,
    AsItWas,
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Form::Own => "own",
            Form::Schema => "schema",
            Form::AsItWas => "as-it-was",
        }
    }

    fn parse(name: &str) -> Form {
        match name {
            "schema" => Form::Schema,
            "as-it-was" => Form::AsItWas,
            _ => Form::Own,
        }
    }
}

/// The pane: open while the address says `pane=export`.
#[component]
pub fn ExportPane(own: OwnFile, file: OpenFile) -> impl IntoView {
    let query = use_query();
    let open = Signal::derive(move || query.value("pane").as_deref() == Some("export"));
    let running = RwSignal::new(false);
    let close = Callback::new(move |()| {
        query.change(|query| ExportChoice::out_of(query.with("pane", None).with("form", None)), false);
    });
    view! {
        <Pane
            open
            on_close=close
            title=t(words::EXPORT_TITLE)
            close_label=t(common::CLOSE)
            // Who closes the pane stops the work: not by mistake.
            dirty=running
            discard_question=t(downloads::WAIT_OR_CANCEL)
            discard_label=t(common::CANCEL)
            keep_label=t(common::CONTINUE)
        >
            <Fields own file=file.clone() running />
        </Pane>
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
    all
}

#[component]
fn Fields(own: OwnFile, file: OpenFile, running: RwSignal<bool>) -> impl IntoView {
    let query = use_query();
    let job = FileJob::default();
    Effect::new(move |_| running.set(job.is_running()));
    on_cleanup(move || {
        running.try_set(false);
    });
    let busy = Signal::derive(move || job.is_running().then(|| t(downloads::WAIT_OR_CANCEL)));
    let table = {
        let facts = file.facts.clone();
        Memo::new(move |_| facts.tables.get(table_of(&query.get(), &facts)).cloned().unwrap_or_default())
    };
    let has_records = Memo::new(move |_| table.with(|table| table.has_records));
    let form = Memo::new(move |_| {
        let named = Form::parse(&query.value("form").unwrap_or_default());
        if named == Form::Schema && !has_records.get() { Form::Own } else { named }
    });
    let forms = Signal::derive(move || {
        let mut all = vec![Choice::new(Form::Own.name(), t(words::FORM_OWN))];
        if has_records.get() {
            all.push(Choice::new(Form::Schema.name(), t(words::FORM_SCHEMA)));
        }
        all.push(Choice::new(Form::AsItWas.name(), t(words::FORM_AS_WAS)).detail(t(words::FORM_AS_WAS_HINT)));
        all
    });
    let offered = schemas();
    let choice = {
        let offered = offered.clone();
        Memo::new(move |_| ExportChoice::of(&query.get(), &offered))
    };
    let names = Signal::derive(move || table.with(|t| t.columns.iter().map(|c| c.header.clone()).collect::<Vec<_>>()));
    let columns = RwSignal::new((0..names.with_untracked(Vec::len)).collect::<Vec<usize>>());
    let put = Callback::new(move |choice: ExportChoice| {
        job.stage.set(Stage::Idle);
        query.change(|query| choice.into_query(query), true);
    });
    let start = Callback::new(move |()| {
        let Some(chosen) = own.chosen.get_untracked() else { return };
        let ExportChoice { schema, target, mode, columns: of_schema } = choice.get_untracked();
        let exact = mode == CellMode::Exact;
        let stem = file.picked.name.rsplit_once('.').map_or(&*file.picked.name, |(stem, _)| stem).to_owned();
        let (wanted, name) = match form.get_untracked() {
            Form::AsItWas => (Writing::AsItWas, file.picked.name.clone()),
            Form::Own => {
                let (columns, target_name) = (columns.get_untracked(), target.name().to_owned());
                (Writing::Own { columns, target: target_name, exact }, file_name(&[&stem], target, mode))
            }
            Form::Schema => (
                Writing::Schema {
                    schema: schema.name().to_owned(),
                    columns: of_schema,
                    target: target.name().to_owned(),
                    exact,
                },
                file_name(&[&stem, schema.name()], target, mode),
            ),
        };
        job.start(Ok(Box::new(ExplorerFile::new(wanted, u64::from(chosen.looked.rows)))), name);
    });
    let again = Callback::new(move |()| start.run(()));
    view! {
        <RadioGroup
            label=t(words::FORM)
            options=forms
            value=Signal::derive(move || form.get().name().to_owned())
            disabled_reason=busy
            on_change=Callback::new(move |name: String| {
                job.stage.set(Stage::Idle);
                query.change(|query| query.with("form", Some(&name)), true);
            })
        />
        {move || match form.get() {
            Form::AsItWas => crate::ui::dom::Node::nothing(),
            Form::Schema => view! { <FileFields choice offered=offered.clone() busy on_change=put /> },
            Form::Own => view! {
                <TargetFields
                    target=Signal::derive(move || choice.with(|choice| (choice.target, choice.mode)))
                    on_change=Callback::new(move |(target, mode)| {
                        put.run(ExportChoice { target, mode, ..choice.get_untracked() });
                    })
                    busy
                />
                <Columns
                    names
                    chosen=columns.into()
                    on_change=Callback::new(move |chosen: Vec<usize>| {
                        job.stage.set(Stage::Idle);
                        columns.set(chosen);
                    })
                    busy
                />
            },
        }}
        <JobView job label=t(downloads::DOWNLOAD) making=t(words::MAKING) on_start=start on_resume=again />
    }
}
