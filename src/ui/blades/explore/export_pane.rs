//! The chosen rows as a file: as it was, under its own columns, under another format, or as groups.
use super::rows::group_headers;
use crate::billing::AgreementType;
use crate::export::focus::FocusVersion;
use crate::export::{CellMode, FileSchema, Target, UsageSchema, file_name};
use crate::state::{
    Chosen, ExportChoice, FileJob, OpenFile, OwnFile, OwnForm, OwnOrder, Query, Stage, Wanted, Writing, t, t_with,
    table_of, use_query, use_session,
};
use crate::text;
use crate::text::words::{downloads, explore as words, files};
use crate::ui::dom::Node;
use crate::ui::files::{Columns, FileFields, OwnPreview, ShareLink, TargetFields, ToDisk, start_file};
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

/// What the file is to have, and what it is written for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Content {
    form: OwnForm,
    /// Headers of the rows, or of their groups.
    headers: Vec<String>,
    columns: Vec<usize>,
    choice: ExportChoice,
}

impl Content {
    fn wanted(&self, chosen: &Chosen) -> Wanted {
        let Content { form, headers, columns, choice } = self.clone();
        let (target, exact) = (choice.target.name().to_owned(), choice.mode == CellMode::Exact);
        let looked = &chosen.looked;
        let (writing, rows) = match form {
            OwnForm::Schema => return choice.of_own(chosen.version).into(),
            OwnForm::AsItWas => (Writing::AsItWas, looked.rows),
            OwnForm::Own => (Writing::Own { columns, target, exact }, looked.rows),
            OwnForm::Groups => (Writing::Groups { headers, columns, target, exact }, looked.groups.unwrap_or_default()),
        };
        Wanted::Explorer(OwnOrder { writing, rows: rows.into(), version: chosen.version })
    }

    /// Its name, after that of the file that is open.
    fn file_name(&self, open: &str) -> String {
        let ExportChoice { schema, target, mode, .. } = self.choice;
        let stem = open.rsplit_once('.').map_or(open, |(stem, _)| stem);
        match self.form {
            OwnForm::AsItWas => open.to_owned(),
            OwnForm::Own => file_name(&[stem], target, mode),
            OwnForm::Groups => file_name(&[stem, "groups"], target, mode),
            OwnForm::Schema => file_name(&[stem, schema.name()], target, mode),
        }
    }

    /// The address with the columns of the form.
    fn with_columns(&self, query: Query, columns: &[usize]) -> Query {
        match self.form {
            OwnForm::Schema => query,
            form => form.with_columns(query, &self.headers, columns),
        }
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
    let choice = {
        let offered = offered.clone();
        Memo::new(move |_| form.get().choice(&query.get(), &offered))
    };
    let content = Memo::new(move |_| {
        let form = form.get();
        let headers = table.with(|table| match form {
            OwnForm::Groups => {
                own.chosen.with(|chosen| chosen.as_ref().map(|chosen| group_headers(table, chosen)).unwrap_or_default())
            }
            _ => table.columns.iter().map(|column| column.header.clone()).collect(),
        });
        Content { form, columns: form.columns(&query.get(), &headers), headers, choice: choice.get() }
    });
    let commitments =
        Memo::new(move |_| own.chosen.with(|chosen| chosen.as_ref().map_or(0, |chosen| chosen.looked.commitments)));
    // FOCUS of one file cannot be where the actual and the amortized costs differ.
    let is_half = Memo::new(move |_| {
        let is_focus = choice.with(|choice| matches!(choice.schema, FileSchema::Focus(_)));
        form.get() == OwnForm::Schema && is_focus && commitments.get() > 0
    });
    let wanted = Signal::derive(move || {
        let chosen = own.chosen.get().filter(|_| !is_half.get())?;
        Some(content.with(|content| content.wanted(&chosen)))
    });
    let change = move |change: &dyn Fn(Query) -> Query| {
        job.stage.set(Stage::Idle);
        query.change(change, true);
    };
    let put = Callback::new(move |choice: ExportChoice| change(&|query| choice.into_query(query)));
    let put_target = Callback::new(move |(target, mode)| {
        let choice = ExportChoice { target, mode, ..choice.get_untracked() };
        // With the columns of the form, not those of a schema.
        content.with_untracked(|of| change(&|query| of.with_columns(choice.into_query(query), &of.columns)));
    });
    let put_columns = move |columns: Vec<usize>| {
        content.with_untracked(|of| change(&|query| of.with_columns(query, &columns)));
    };
    let open = StoredValue::new(file.picked.name.clone());
    let name = move || open.with_value(|open| content.with_untracked(|content| content.file_name(open)));
    let start = Callback::new(move |()| {
        let (content, Some(wanted)) = (content.get_untracked(), wanted.get_untracked()) else { return };
        content.choice.remember();
        content.form.remember(&content.headers, &content.columns);
        let target = if content.form == OwnForm::AsItWas { Target::Csv } else { content.choice.target };
        start_file(session, job, wanted, target, name());
    });
    let columns = move || {
        view! {
            <Columns
                names=Signal::derive(move || content.with(|content| content.headers.clone()))
                chosen=Signal::derive(move || content.with(|content| content.columns.clone()))
                on_change=Callback::new(put_columns)
                busy
            />
            <ShareLink query=Signal::derive(move || {
                content.with(|of| of.with_columns(of.choice.into_query(query.get()), &of.columns))
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
            OwnForm::AsItWas => view! { <OwnPreview wanted /> },
            OwnForm::Schema => view! {
                <FileFields choice offered=offered.clone() busy on_change=put />
                {move || if is_half.get() { half_of_focus(commitments.get()) } else { view! { <OwnPreview wanted /> } }}
            },
            OwnForm::Own | OwnForm::Groups => view! {
                <TargetFields target on_change=put_target busy />
                {columns()}
                <OwnPreview wanted />
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
