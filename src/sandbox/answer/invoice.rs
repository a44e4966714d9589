//! Invoices: lists by account and profile, and one by its number (contract §5).
use super::super::call::Call;
use super::super::json::{Object, array};
use super::super::ledger::{Bill, Paid};
use super::super::month::stamp;
use super::super::order::ordered;
use super::super::refusal::Refusal;
use super::super::server::{Caller, Sandbox, ok};
use super::super::tenant::{Account, Profile};
use super::page::{found, page};
use super::profile::display_name;
use super::{Place, profile_scope, subscription};
use crate::arm::Response;
use crate::billing::{Money, Scope, Task};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// An invoice and where it belongs.
pub(super) struct Found<'a> {
    pub(super) account: &'a Account,
    pub(super) profile: &'a Profile,
    pub(super) bill: Bill,
}

/// The invoices of an account or a profile that the caller may see, the newest first.
pub(super) fn list(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    place: &Place<'_>,
) -> Result<Response, Refusal> {
    if !place.account.administrators.contains(&caller.person.id) {
        let profiles = sandbox.profiles(place.account).map(|profile| profile_scope(place.account, profile));
        if place.profile.is_some() || !profiles.into_iter().any(|scope| caller.may(Task::SeeInvoices, &scope)) {
            caller.must(Task::SeeInvoices, &place.scope)?;
        }
    }
    let from = date(call, "periodStartDate")?;
    let until = date(call, "periodEndDate")?;
    let filter = Filter::read(call)?;
    let mut bills = visible(sandbox, caller, place)?;
    bills.retain(|found| {
        let (first, last) = (found.bill.month.first(), found.bill.month.last());
        from.is_none_or(|from| last >= from) && until.is_none_or(|until| first <= until)
    });
    bills.retain(|it| filter.keeps(it) && is_searched(sandbox, call, it));
    let bills = order(call, bills)?;
    page(call, bills.iter().map(|it| invoice_json(sandbox, it)).collect())
}

fn is_searched(sandbox: &Sandbox, call: &Call<'_>, it: &Found<'_>) -> bool {
    let profile = display_name(sandbox, it.account, it.profile);
    found(call, &[&it.bill.name, &it.bill.po_number, &it.bill.status, &profile])
}

/// Every document of a place that the caller may see.
fn visible<'a>(sandbox: &Sandbox, caller: &Caller<'_>, place: &Place<'a>) -> Result<Vec<Found<'a>>, Refusal> {
    let account = place.account;
    let mut all = Vec::new();
    for profile in sandbox.profiles(account) {
        let is_wanted = place.profile.is_none_or(|wanted| wanted.name == profile.name);
        if is_wanted && caller.may(Task::SeeInvoices, &profile_scope(account, profile)) {
            let bills = sandbox.ledger.bills(&sandbox.seed, profile, sandbox.today(), sandbox.load_rows())?;
            all.extend(bills.into_iter().map(|bill| Found { account, profile, bill }));
        }
    }
    if place.profile.is_none() {
        all = ordered(all, &|a, b| a.bill.date >= b.bill.date);
    }
    Ok(all)
}

/// An invoice of an account by its number.
pub(super) fn find<'a>(
    sandbox: &Sandbox,
    caller: &Caller<'_>,
    account: &'a Account,
    name: &str,
) -> Result<Found<'a>, Refusal> {
    for profile in sandbox.profiles(account) {
        let bills = sandbox.ledger.bills(&sandbox.seed, profile, sandbox.today(), sandbox.load_rows())?;
        if let Some(bill) = bills.into_iter().find(|bill| bill.name.eq_ignore_ascii_case(name)) {
            caller.must(Task::SeeInvoices, &profile_scope(account, profile))?;
            return Ok(Found { account, profile, bill });
        }
    }
    Err(Refusal::not_found())
}

/// One invoice.
pub(super) fn get(sandbox: &Sandbox, caller: &Caller<'_>, place: &Place<'_>, name: &str) -> Result<Response, Refusal> {
    ok(invoice_json(sandbox, &find(sandbox, caller, place.account, name)?))
}

/// One invoice of whatever account.
pub(super) fn get_anywhere(sandbox: &Sandbox, caller: &Caller<'_>, name: &str) -> Result<Response, Refusal> {
    for account in &sandbox.seed.accounts {
        match subscription::one_of_account(sandbox, caller, account, name) {
            Err(refusal) if refusal == Refusal::not_found() => {}
            outcome => return outcome,
        }
        match find(sandbox, caller, account, name) {
            Err(refusal) if refusal == Refusal::not_found() => {}
            outcome => return ok(invoice_json(sandbox, &outcome?)),
        }
    }
    Err(Refusal::not_found())
}

/// A day such as `2026-03-01`, read as the client reads it: chrono's reader of every notation is large.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    crate::arm::wire::day(text, "").ok().flatten()
}

/// A query option that is a day; a time behind it is left aside.
pub(super) fn date(call: &Call<'_>, name: &str) -> Result<Option<NaiveDate>, Refusal> {
    let Some(text) = call.query(name) else { return Ok(None) };
    let day = text.get(..10).and_then(day);
    day.map(Some).ok_or_else(|| Refusal::bad("BadRequest", format!("The value '{text}' of {name} is not a date.")))
}

fn order<'a>(call: &Call<'_>, bills: Vec<Found<'a>>) -> Result<Vec<Found<'a>>, Refusal> {
    let Some(text) = call.query("orderBy") else { return Ok(bills) };
    let mut words = text.split_whitespace();
    let field = words.next().unwrap_or_default().trim_start_matches("properties/").to_lowercase();
    let descending = words.next().is_some_and(|word| word.eq_ignore_ascii_case("desc"));
    let by: fn(&Found<'_>, &Found<'_>) -> Ordering = match field.as_str() {
        "invoicedate" => |a, b| a.bill.date.cmp(&b.bill.date),
        "duedate" => |a, b| a.bill.due.cmp(&b.bill.due),
        "status" => |a, b| a.bill.status.cmp(&b.bill.status),
        "name" => |a, b| a.bill.name.cmp(&b.bill.name),
        "totalamount" => |a, b| a.bill.document().total.amount().cmp(&b.bill.document().total.amount()),
        _ => return Err(Refusal::bad("InvalidOrderBy", format!("Cannot order by '{text}'."))),
    };
    Ok(ordered(bills, &|a, b| if descending { by(b, a).is_le() } else { by(a, b).is_le() }))
}

/// Conditions `properties/x eq 'y'`, joined by `and`; each may be several joined by `or`.
struct Filter(Vec<Vec<(String, String)>>);

impl Filter {
    fn read(call: &Call<'_>) -> Result<Filter, Refusal> {
        let Some(text) = call.query("filter") else { return Ok(Filter(Vec::new())) };
        let fail = || Refusal::bad("InvalidFilter", format!("The filter '{text}' is not supported."));
        let mut all = Vec::new();
        for part in text.split(" and ") {
            let mut any = Vec::new();
            for condition in part.trim().trim_start_matches('(').trim_end_matches(')').split(" or ") {
                let (field, value) = condition.trim().split_once(" eq ").ok_or_else(fail)?;
                let field = field.trim().trim_start_matches("properties/").to_lowercase();
                let known = ["status", "billingprofileid", "documenttype", "name", "purchaseordernumber"];
                if !known.contains(&field.as_str()) {
                    return Err(fail());
                }
                any.push((field, value.trim().trim_matches('\'').to_owned()));
            }
            all.push(any);
        }
        Ok(Filter(all))
    }

    fn keeps(&self, found: &Found<'_>) -> bool {
        let value = |field: &str| match field {
            "status" => found.bill.status.clone(),
            "documenttype" => found.bill.kind.to_owned(),
            "name" => found.bill.name.clone(),
            "purchaseordernumber" => found.bill.po_number.clone(),
            _ => profile_scope(found.account, found.profile).id(),
        };
        self.0.iter().all(|any| any.iter().any(|(field, wanted)| value(field).eq_ignore_ascii_case(wanted)))
    }
}

/// An amount as the wire has it.
pub(super) fn money(amount: &Money) -> String {
    Object::new().text("currency", amount.currency().code()).number("value", amount.amount()).end()
}

fn invoice_json(sandbox: &Sandbox, found: &Found<'_>) -> String {
    let bill = &found.bill;
    let document = bill.document();
    let account = Scope::Account(found.account.name.as_str().into()).id();
    let id = |name: &str| format!("{account}/invoices/{name}");
    let due = document.amount_due(bill.payments.iter().map(|paid| &paid.amount)).unwrap_or(document.total);
    let zero = Money::zero(document.total.currency());
    let mut properties = Object::new()
        .text("status", &bill.status)
        .text("documentType", bill.kind)
        .flag("isMonthlyInvoice", true)
        .text("invoiceDate", &stamp(bill.date))
        .text("dueDate", &stamp(bill.due))
        .text("invoicePeriodStartDate", &stamp(bill.month.first()))
        .text("invoicePeriodEndDate", &format!("{}T23:59:59.9999999Z", bill.month.last()))
        .text("billingProfileId", &profile_scope(found.account, found.profile).id())
        .text("billingProfileDisplayName", &display_name(sandbox, found.account, found.profile))
        .text("purchaseOrderNumber", &bill.po_number)
        .raw("billedAmount", &money(&document.billed))
        .raw("creditAmount", &money(&document.credits))
        .raw("azurePrepaymentApplied", &money(&zero))
        .raw("freeAzureCreditApplied", &money(&zero))
        .raw("subTotal", &money(&document.sub_total))
        .raw("taxAmount", &money(&document.tax))
        .raw("totalAmount", &money(&document.total))
        .raw("amountDue", &money(&due))
        .text("specialTaxationType", "SubtotalLevel")
        .raw("documents", &documents(bill))
        .raw("payments", &payments(&bill.payments));
    if !bill.failed.is_empty() {
        let failed = bill
            .failed
            .iter()
            .map(|(date, reason)| Object::new().text("date", &stamp(*date)).text("failedPaymentReason", reason).end());
        properties = properties.raw("failedPayments", &array(failed));
    }
    if let Some(rebill) = rebill(&bill.rebills, &id) {
        properties = properties.raw("rebillDetails", &rebill);
    }
    if let Some(name) = &bill.billed_document {
        properties = properties.text("billedDocumentId", &id(name));
    }
    if let Some(name) = &bill.credit_for {
        properties = properties.text("creditForDocumentId", &id(name));
    }
    Object::new()
        .text("id", &id(&bill.name))
        .text("name", &bill.name)
        .text("type", "Microsoft.Billing/billingAccounts/invoices")
        .raw("properties", &properties.end())
        .end()
}

fn rebill(chain: &[(String, String)], id: &impl Fn(&str) -> String) -> Option<String> {
    let ((invoice, credit_note), rest) = chain.split_first()?;
    let mut object =
        Object::new().text("invoiceDocumentId", &id(invoice)).text("creditNoteDocumentId", &id(credit_note));
    if let Some(next) = rebill(rest, id) {
        object = object.raw("rebillDetails", &next);
    }
    Some(object.end())
}

fn documents(bill: &Bill) -> String {
    let mut kinds = vec![bill.kind];
    if bill.kind == "Invoice" && bill.status == "Paid" {
        kinds.push("TaxReceipt");
    }
    if bill.void_note {
        kinds.push("VoidNote");
    }
    let number = bill.name.trim_start_matches('G');
    array(kinds.iter().zip(1..).map(|(kind, index)| {
        Object::new().text("kind", kind).text("name", &format!("{number}{index}")).text("source", "DRS").end()
    }))
}

pub(super) fn payments(payments: &[Paid]) -> String {
    array(payments.iter().map(|paid| {
        Object::new()
            .raw("amount", &money(&paid.amount))
            .text("date", &stamp(paid.date))
            .text("paymentMethodFamily", &paid.family)
            .text_if("paymentMethodType", paid.method.as_deref())
            .text("paymentType", paid.kind)
            .end()
    }))
}
