//! The fields that say what a file is to be.
use super::columns::Columns;
use super::share::ShareLink;
use super::{Preview, ToDisk, schema_hint, schema_name, target_hint, target_name};
use crate::export::{CellMode, FileSchema, Target};
use crate::state::{ExportChoice, Order, t, use_query};
use crate::text::words::{downloads, files};
use crate::ui::dom::IntoNode;
use crate::ui::kit::{Choice, RadioGroup, SelectField};
use crate::ui::view;
use leptos::prelude::*;

/// What the file of an order is to be, how it will begin, and where it goes.
#[component]
pub fn FileChoices(
    /// The choice so far.
    choice: Memo<ExportChoice>,
    /// The schemas on offer.
    #[prop(into)]
    offered: Signal<Vec<FileSchema>>,
    /// Why nothing may be changed now.
    busy: Signal<Option<String>>,
    /// Takes another choice.
    on_change: Callback<ExportChoice>,
    /// The order of the choice; none while one cannot be made.
    order: Signal<Option<Order>>,
) -> impl IntoView {
    view! {
        <FileFields choice offered busy on_change />
        <Preview order />
        <ToDisk />
    }
}

/// Schema, target, contents, columns.
#[component]
pub fn FileFields(
    /// The choice so far.
    choice: Memo<ExportChoice>,
    /// Takes another choice.
    on_change: Callback<ExportChoice>,
    /// The schemas on offer.
    #[prop(into)]
    offered: Signal<Vec<FileSchema>>,
    /// Why nothing may be changed now.
    busy: Signal<Option<String>>,
) -> impl IntoView {
    let query = use_query();
    let schemas = Signal::derive(move || {
        let of = |schema: FileSchema| Choice::new(schema.name(), schema_name(schema));
        offered.get().into_iter().map(of).collect::<Vec<_>>()
    });
    view! {
        <SelectField
            label=t(files::SCHEMA)
            options=schemas
            value=Signal::derive(move || choice.with(|choice| choice.schema.name().to_owned()))
            hint=Signal::derive(move || choice.with(|choice| offered.with(|offered| schema_hint(choice.schema, offered))))
            disabled_reason=busy
            on_change=Callback::new(move |name: String| {
                if let Some(schema) = FileSchema::parse(&name) {
                    on_change.run(choice.get_untracked().in_schema(schema));
                }
            })
        />
        <TargetFields
            target=Signal::derive(move || choice.with(|choice| (choice.target, choice.mode)))
            on_change=Callback::new(move |(target, mode)| {
                on_change.run(ExportChoice { target, mode, ..choice.get_untracked() });
            })
            busy
        />
        <Columns
            names=Signal::derive(move || {
                choice.with(|choice| choice.schema.column_names().into_iter().map(str::to_owned).collect())
            })
            chosen=Signal::derive(move || choice.with(|choice| choice.columns.clone()))
            on_change=Callback::new(move |columns| on_change.run(ExportChoice { columns, ..choice.get_untracked() }))
            busy
        />
        <ShareLink query=Signal::derive(move || choice.get().into_query(query.get())) />
    }
}

/// Target, and how text is written where the target has formulas.
#[component]
pub fn TargetFields(
    /// The choice so far.
    target: Signal<(Target, CellMode)>,
    /// Takes another choice.
    on_change: Callback<(Target, CellMode)>,
    /// Why nothing may be changed now.
    busy: Signal<Option<String>>,
    /// It is a list of a page: Azure has no file of it.
    #[prop(optional)]
    is_list: bool,
) -> impl IntoView {
    let is_own = move |target: Target| is_list && target == Target::Csv;
    let named = |target: Target| {
        let name = if is_own(target) { t(files::LIST_CSV) } else { target_name(target) };
        Choice::new(target.name(), name)
    };
    let targets: Vec<Choice> = Target::ALL.into_iter().map(named).collect();
    let modes = vec![
        Choice::new("safe", t(downloads::SAFE)).detail(t(downloads::SAFE_HINT)),
        Choice::new("exact", t(downloads::EXACT)).detail(t(downloads::EXACT_HINT)),
    ];
    let has_formulas = Memo::new(move |_| target.get().0.has_formulas());
    view! {
        <SelectField
            label=t(files::TARGET)
            options=targets
            value=Signal::derive(move || target.get().0.name().to_owned())
            hint=Signal::derive(move || {
                let target = target.get().0;
                Some(if is_own(target) { t(files::LIST_CSV_HINT) } else { target_hint(target) })
            })
            disabled_reason=busy
            on_change=Callback::new(move |name: String| {
                if let Some(to) = Target::parse(&name) {
                    on_change.run((to, target.get_untracked().1));
                }
            })
        />
        {(move || has_formulas.get().then(|| view! {
            <RadioGroup
                label=t(downloads::MODE)
                options=modes.clone()
                value=Signal::derive(move || {
                    if target.get().1 == CellMode::Safe { "safe" } else { "exact" }.to_owned()
                })
                disabled_reason=busy
                on_change=Callback::new(move |value: String| {
                    let mode = if value == "exact" { CellMode::Exact } else { CellMode::Safe };
                    on_change.run((target.get_untracked().0, mode));
                })
            />
        })).into_node()}
    }
}
