//! Usage details (Microsoft.Consumption 2023-11-01, rows of kind `modern`; contract §10.3).
use super::super::call::Call;
use super::super::json::{Object, string};
use super::super::ledger::{MONTHS, standing_invoice};
use super::super::month::Month;
use super::super::refusal::{Refusal, empty};
use super::super::server::{Caller, Sandbox, ok};
use super::super::tenant::Profile;
use super::super::usage::{RowContext, UsageMonth};
use super::Place;
use super::page::whole;
use super::profile::display_name;
use crate::arm::Response;
use crate::billing::Task;
use chrono::{Datelike, NaiveDate};

/// Most rows of a page, and how many there are without `$top`.
pub(super) const ROWS: usize = 1000;

/// A page of rows. The days are asked by `startDate` and `endDate`, or by `$filter`; without either the open month.
pub(super) fn list(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    place: &Place<'_>,
) -> Result<Response, Refusal> {
    caller.must(Task::SeeInvoices, &place.scope)?;
    let (from, until) = days(sandbox, call)?;
    let top = whole(call, "top")?.unwrap_or(ROWS);
    if top == 0 || top > ROWS {
        return Err(Refusal::bad("BadRequest", format!("$top must be between 1 and {ROWS}.")));
    }
    let parts = parts(sandbox, place, from, until);
    let (mut part, mut row) = token(call)?;
    let mut rows = String::new();
    let mut written = 0;
    while let Some((profile, month)) = parts.get(part)
        && written < top
    {
        let mut piece = String::new();
        let (count, next, more) =
            write(sandbox, call, place, (profile, *month, from, until), (row, top - written), &mut piece)?;
        if count > 0 && written > 0 {
            rows.push(',');
        }
        rows.push_str(&piece);
        written += count;
        (part, row) = if more { (part, next) } else { (part + 1, 0) };
    }
    if written == 0 && call.query("skiptoken").is_none() {
        return Ok(empty(204));
    }
    let mut body = Object::new().raw("value", &format!("[{rows}]"));
    if part < parts.len() {
        body = body.raw("nextLink", &string(&next_link(call, top, part, row)));
    }
    ok(body.end())
}

type Part<'a> = (&'a Profile, Month, NaiveDate, NaiveDate);

/// Writes rows of one profile and month; gives back how many, where to go on, and whether there are more.
fn write(
    sandbox: &Sandbox,
    call: &Call<'_>,
    place: &Place<'_>,
    (profile, month, from, until): Part<'_>,
    (row, wanted): (u64, usize),
    out: &mut String,
) -> Result<(usize, u64, bool), Refusal> {
    let (seed, today) = (&sandbox.seed, sandbox.today());
    let is_open = month == sandbox.open_month();
    let days = if is_open { today.day() - 1 } else { month.days() };
    let usage = UsageMonth::new(seed, profile, month, days, sandbox.load_rows());
    let mut adjustments = Vec::new();
    if !is_open {
        let bill = sandbox.ledger.month(seed, profile, month, sandbox.load_rows())?;
        adjustments.extend(bill.document.adjustments.iter().map(|it| (it.section, it.amount.amount())));
    }
    let scope = place.scope.id();
    let (name, invoice, previous) = (
        display_name(sandbox, place.account, profile),
        standing_invoice(seed, profile, month, today),
        standing_invoice(seed, profile, month.back(1), today),
    );
    let expand = call.query("expand").is_some_and(|expand| expand.to_lowercase().contains("additionalinfo"));
    let context = RowContext {
        scope: &scope,
        account: &place.account.name,
        account_name: &place.account.display_name,
        profile_name: &name,
        invoice: (!is_open).then_some(invoice.as_str()),
        previous_invoice: &previous,
        additional_info: expand,
        adjustments: &adjustments,
        is_amortized: call.query("metric").is_some_and(|metric| metric.eq_ignore_ascii_case("amortizedcost")),
        tenant: &place.account.tenant_id,
    };
    let first = month.first();
    let keep = |owner: usize, day: u32| {
        let date = first.with_day(day).unwrap_or(first);
        place.owner.is_none_or(|wanted| wanted == owner) && from <= date && date <= until
    };
    let (count, next) = usage.write_rows(out, &context, row, wanted, &keep)?;
    Ok((count, next, next < usage.row_count(&context)))
}

/// The profiles and months that are asked for, in the order of the pages.
fn parts<'a>(sandbox: &Sandbox, place: &Place<'a>, from: NaiveDate, until: NaiveDate) -> Vec<(&'a Profile, Month)> {
    let open = sandbox.open_month();
    let mut all = Vec::new();
    for profile in sandbox.profiles(place.account) {
        if place.profile.is_some_and(|wanted| wanted.name != profile.name) {
            continue;
        }
        let months = (0..=MONTHS).rev().map(|back| open.back(back)).filter(|month| {
            let is_asked = month.last() >= from && month.first() <= until;
            // The load test's rows are all of the last closed month.
            is_asked && (!profile.load_test || *month == open.back(1))
        });
        all.extend(months.map(|month| (profile, month)));
    }
    all
}

/// First and last day that are asked for.
pub(super) fn days(sandbox: &Sandbox, call: &Call<'_>) -> Result<(NaiveDate, NaiveDate), Refusal> {
    let read = |text: &str| {
        let day = text.trim().trim_matches('\'').get(..10).and_then(super::invoice::day);
        day.ok_or_else(|| Refusal::bad("BadRequest", format!("'{text}' is not a date.")))
    };
    let (mut from, mut until) = (None, None);
    if let Some(text) = call.query("startDate") {
        from = Some(read(text)?);
    }
    if let Some(text) = call.query("endDate") {
        until = Some(read(text)?);
    }
    for condition in call.query("filter").unwrap_or_default().split(" and ").filter(|part| !part.trim().is_empty()) {
        let words: Vec<&str> = condition.split_whitespace().collect();
        let day = read(words.get(2).copied().unwrap_or_default())?;
        let field = words.first().copied().unwrap_or_default().to_lowercase();
        if !matches!(field.as_str(), "properties/date" | "properties/usagestart" | "properties/usageend") {
            return Err(Refusal::bad("BadRequest", format!("Cannot filter by '{field}'.")));
        }
        match words.get(1).copied().unwrap_or_default().to_lowercase().as_str() {
            "ge" => from = Some(day),
            "gt" => from = day.succ_opt(),
            "le" => until = Some(day),
            "lt" => until = day.pred_opt(),
            "eq" => (from, until) = (Some(day), Some(day)),
            other => return Err(Refusal::bad("BadRequest", format!("Unknown operator '{other}'."))),
        }
    }
    let open = sandbox.open_month();
    let until = until.unwrap_or_else(|| open.last());
    let from = from.unwrap_or_else(|| Month::of(until).first());
    if from > until {
        return Err(Refusal::bad("BadRequest", "The first day lies after the last day."));
    }
    Ok((from, until))
}

/// `part.row` of where to go on.
pub(super) fn token(call: &Call<'_>) -> Result<(usize, u64), Refusal> {
    let Some(text) = call.query("skiptoken") else { return Ok((0, 0)) };
    let place = text.split_once('.').and_then(|(part, row)| Some((part.parse().ok()?, row.parse().ok()?)));
    place.ok_or_else(|| Refusal::bad("BadRequest", "The $skiptoken is not valid."))
}

/// Absolute, as Microsoft.Consumption writes it.
pub(super) fn next_link(call: &Call<'_>, top: usize, part: usize, row: u64) -> String {
    let mut link = format!("{}{}?api-version={}&$top={top}", call.origin, call.path(), call.api_version());
    for (name, value) in call.query_without(&["api-version", "top", "skiptoken"]) {
        link.push_str(&format!("&{name}={}", value.replace('%', "%25").replace(' ', "%20").replace('&', "%26")));
    }
    link.push_str(&format!("&$skiptoken={part}.{row}"));
    link
}
