//! The chosen rows as a file: as it was, under its own columns, or under a schema.
use super::protocol::{Said, Trouble, Writing};
use crate::billing::UsageRecord;
use crate::browser::clock;
use crate::browser::worker::{Parts, Refused};
use crate::explore::{Currency, DayOrder, Note, Opened, Table};
use crate::export::{
    CellMode, Column, DayStyle, ExportError, Exporter, Plan, Target, UsageFile, UsagePlan, UsageSchema,
};
use futures_util::FutureExt;
use wasm_bindgen::JsValue;

/// Rows that are written in one go.
const PAGE: usize = 4096;

impl From<Refused> for Trouble {
    fn from(_: Refused) -> Trouble {
        Trouble::Refused
    }
}

impl From<ExportError> for Trouble {
    fn from(error: ExportError) -> Trouble {
        Trouble::Differs(error.to_string())
    }
}

/// Rows of a table that are to be written.
#[derive(Clone, Copy)]
pub struct Chosen<'o> {
    /// The file.
    pub opened: &'o Opened,
    /// The table.
    pub table: usize,
    /// The rows, in order.
    pub rows: &'o [u32],
}

/// Writes the file; `tell` hears how far it is. The answer is the file and what is told of it.
///
/// # Errors
/// [`Trouble`]: no file then.
pub async fn write(chosen: Chosen<'_>, wanted: &Writing, tell: impl Fn(Said)) -> Result<(JsValue, Said), Trouble> {
    let table = chosen.opened.tables().get(chosen.table).ok_or(Trouble::Question)?;
    let mode = |exact: bool| if exact { CellMode::Exact } else { CellMode::Safe };
    match wanted {
        Writing::AsItWas => as_it_was(chosen).await,
        Writing::Own { columns, target, exact } => {
            let target = Target::parse(target).ok_or(Trouble::Question)?;
            let plan = own_plan(chosen.opened, table, columns, target, mode(*exact));
            own(chosen.rows, table, columns, plan, tell).await
        }
        Writing::Schema { schema, columns, target, exact } => {
            let plan = UsagePlan {
                schema: UsageSchema::parse(schema).ok_or(Trouble::Question)?,
                columns: columns.clone(),
                target: Target::parse(target).ok_or(Trouble::Question)?,
                mode: mode(*exact),
            };
            if !table.has_records() {
                return Err(Trouble::Question);
            }
            of_schema(chosen.rows, table, &plan, tell).await
        }
    }
}

async fn as_it_was(chosen: Chosen<'_>) -> Result<(JsValue, Said), Trouble> {
    let mut parts = Parts::open(&JsValue::UNDEFINED).await?;
    let mut taken = Ok(());
    chosen.opened.write_rows(chosen.table, chosen.rows, &mut |bytes| {
        // Into a Blob there is nothing to wait for.
        if taken.is_ok() {
            taken = parts.push(bytes).now_or_never().unwrap_or(Err(Refused));
        }
    });
    taken?;
    done(&parts, "text/csv", chosen.rows.len() as u64, Vec::new()).await
}

async fn done(
    parts: &Parts,
    media_type: &str,
    rows: u64,
    sums: Vec<(String, String)>,
) -> Result<(JsValue, Said), Trouble> {
    let file = parts.finish(media_type).await?.ok_or(Trouble::Refused)?;
    Ok((file, Said::Written { rows, bytes: parts.len(), sums }))
}

fn own_plan(opened: &Opened, table: &Table, columns: &[usize], target: Target, mode: CellMode) -> Plan {
    let place = |column: usize| columns.iter().position(|at| *at == column);
    // A column with values that are kept as text cannot be added up.
    let is_whole = |header: &str| {
        !opened.notes().iter().any(|note| matches!(note, Note::KeptAsText { column, .. } if column == header))
    };
    let measures = table.measures();
    let cost = measures
        .first()
        .filter(|measure| table.columns().get(measure.column).is_some_and(|column| is_whole(column.header())));
    let currency = cost.and_then(|measure| match measure.currency {
        Currency::Column(column) => place(column),
        _ => None,
    });
    let cost = cost.and_then(|measure| place(measure.column));
    let of = |at: &usize| table.columns().get(*at).map(|column| Column::new(column.header().to_owned(), column.kind()));
    Plan {
        columns: columns.iter().filter_map(of).collect(),
        target,
        mode,
        days: match opened.dialect().days {
            Some(DayOrder::MonthFirst) => DayStyle::MonthFirst,
            _ => DayStyle::Iso,
        },
        // Sums of two currencies are two sums: without the column of the currency there is none.
        cost: cost.filter(|_| currency.is_some()),
        currency,
        title: "usage".to_owned(),
    }
}

fn sums_of(exporter: &Exporter) -> Vec<(String, String)> {
    exporter.written().costs().map(|(currency, sum)| (currency.to_owned(), sum.to_string())).collect()
}

async fn own(
    rows: &[u32],
    table: &Table,
    columns: &[usize],
    plan: Plan,
    tell: impl Fn(Said),
) -> Result<(JsValue, Said), Trouble> {
    let target = plan.target;
    let columns: Vec<usize> = columns.iter().copied().filter(|at| *at < table.columns().len()).collect();
    let mut parts = Parts::open(&JsValue::UNDEFINED).await?;
    let mut exporter = Exporter::new(plan)?;
    parts.push(exporter.bytes()).await?;
    for page in rows.chunks(PAGE) {
        exporter.page(|out| {
            page.iter().try_for_each(|row| {
                let values: Vec<_> = columns.iter().map(|column| table.value(*row, *column)).collect();
                out.row(values.iter().map(|value| value.cell()))
            })
        })?;
        parts.push(exporter.bytes()).await?;
        tell(Said::Progress { rows: exporter.written().rows(), bytes: parts.len() });
        clock::breathe().await;
    }
    exporter.finish()?;
    parts.push(exporter.bytes()).await?;
    done(&parts, target.media_type(), exporter.written().rows(), sums_of(&exporter)).await
}

async fn of_schema(
    rows: &[u32],
    table: &Table,
    plan: &UsagePlan,
    tell: impl Fn(Said),
) -> Result<(JsValue, Said), Trouble> {
    let mut parts = Parts::open(&JsValue::UNDEFINED).await?;
    let mut file = UsageFile::new(plan)?;
    parts.push(file.exporter().bytes()).await?;
    for page in rows.chunks(PAGE) {
        let mut record = UsageRecord::default();
        file.page(|out| {
            page.iter().try_for_each(|row| {
                table.fill(*row, &mut record);
                out.add(&record)
            })
        })?;
        parts.push(file.exporter().bytes()).await?;
        tell(Said::Progress { rows: file.exporter().written().rows(), bytes: parts.len() });
        clock::breathe().await;
    }
    file.finish()?;
    parts.push(file.exporter().bytes()).await?;
    done(&parts, plan.target.media_type(), file.exporter().written().rows(), sums_of(file.exporter())).await
}
