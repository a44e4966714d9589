//! Invoices of pay-as-you-go accounts: by account, by subscription, and their lines (contract §5, §6).
use super::super::super::call::Call;
use super::super::super::chance;
use super::super::super::json::{Object, array};
use super::super::super::month::stamp;
use super::super::super::order::ordered;
use super::super::super::refusal::Refusal;
use super::super::super::server::{Caller, Sandbox, ok};
use super::super::super::subscription::{Bill, Subscription};
use super::super::super::tenant::Account;
use super::super::invoice::{date, money, payments};
use super::super::page::{found, page};
use super::access::{invoices, must_see_invoices};
use super::of;
use crate::arm::Response;
use crate::billing::{InvoiceAccess, InvoiceType, Money};
use rust_decimal::Decimal;

/// Which way an invoice was asked for: its id says so.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Account,
    Subscription,
}

type Found<'a> = (Subscription<'a>, Bill);

/// The invoices of every subscription and plan of an account that the caller may see.
pub(super) fn visible<'a>(
    sandbox: &'a Sandbox,
    caller: &Caller<'_>,
    account: &'a Account,
) -> Result<Vec<(Subscription<'a>, Vec<Bill>)>, Refusal> {
    let mut all = Vec::new();
    for it in of(sandbox, account) {
        if let InvoiceAccess::Allowed(_) = invoices(sandbox, caller, &it) {
            let bills = it.bills()?;
            if !bills.is_empty() {
                all.push((it, bills));
            }
        }
    }
    Ok(all)
}

pub(super) fn of_account(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    account: &Account,
) -> Result<Response, Refusal> {
    let all = visible(sandbox, caller, account)?;
    let bills = all.iter().flat_map(|(it, bills)| bills.iter().map(move |bill| (it, bill)));
    listed(call, By::Account, bills.collect())
}

pub(super) fn of_subscription(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    it: &Subscription<'_>,
) -> Result<Response, Refusal> {
    must_see_invoices(sandbox, caller, it)?;
    let bills = it.bills()?;
    listed(call, By::Subscription, bills.iter().map(|bill| (it, bill)).collect())
}

fn listed(call: &Call<'_>, by: By, mut bills: Vec<(&Subscription<'_>, &Bill)>) -> Result<Response, Refusal> {
    for option in ["filter", "orderBy"] {
        if call.query(option).is_some() {
            return Err(Refusal::bad("BadRequest", format!("{option} is not supported for this agreement.")));
        }
    }
    let (from, until) = (date(call, "periodStartDate")?, date(call, "periodEndDate")?);
    bills.retain(|(it, bill)| {
        from.is_none_or(|from| bill.period.end >= from)
            && until.is_none_or(|until| bill.period.start <= until)
            && found(call, &[&bill.name, bill.status, &it.plan.name])
    });
    let bills = ordered(bills, &|(_, a), (_, b)| (a.date, &b.name) >= (b.date, &a.name));
    page(call, bills.into_iter().map(|(it, bill)| invoice_json(by, it, bill)).collect())
}

fn find<'a>(sandbox: &'a Sandbox, caller: &Caller<'_>, account: &'a Account, name: &str) -> Result<Found<'a>, Refusal> {
    for it in of(sandbox, account) {
        if let Some(bill) = it.bills()?.into_iter().find(|bill| bill.name.eq_ignore_ascii_case(name)) {
            must_see_invoices(sandbox, caller, &it)?;
            return Ok((it, bill));
        }
    }
    Err(Refusal::not_found())
}

/// One invoice of an account.
pub(in super::super) fn one_of_account(
    sandbox: &Sandbox,
    caller: &Caller<'_>,
    account: &Account,
    name: &str,
) -> Result<Response, Refusal> {
    let (it, bill) = find(sandbox, caller, account, name)?;
    ok(invoice_json(By::Account, &it, &bill))
}

pub(super) fn one_of_subscription(
    sandbox: &Sandbox,
    caller: &Caller<'_>,
    it: &Subscription<'_>,
    name: &str,
) -> Result<Response, Refusal> {
    must_see_invoices(sandbox, caller, it)?;
    let bill = it.bills()?.into_iter().find(|bill| bill.name.eq_ignore_ascii_case(name));
    ok(invoice_json(By::Subscription, it, &bill.ok_or_else(Refusal::not_found)?))
}

fn invoice_json(by: By, it: &Subscription<'_>, bill: &Bill) -> String {
    let document = &bill.document;
    let due = document.amount_due(bill.payments.iter().map(|paid| &paid.amount)).unwrap_or(document.total);
    let zero = Money::zero(document.total.currency());
    let number = bill.name.trim_start_matches('E');
    let paper = Object::new().text("kind", "Invoice").text("name", number).text("source", "DRS").end();
    let mut properties = Object::new()
        .text("status", bill.status)
        .text("documentType", "Invoice")
        .text("invoiceType", bill.kind.invoice_type().as_ref().map_or("", InvoiceType::as_wire))
        .flag("isMonthlyInvoice", bill.period.start != bill.period.end)
        .text("invoiceDate", &stamp(bill.date))
        .text("dueDate", &stamp(bill.due))
        .text("invoicePeriodStartDate", &stamp(bill.period.start))
        .text("invoicePeriodEndDate", &format!("{}T23:59:59.9999999Z", bill.period.end))
        .text("subscriptionId", &it.plan.id)
        .text("subscriptionDisplayName", &it.plan.name)
        .raw("billedAmount", &money(&document.billed))
        .raw("creditAmount", &money(&zero))
        .raw("azurePrepaymentApplied", &money(&zero))
        .raw("freeAzureCreditApplied", &money(&document.credits))
        .raw("subTotal", &money(&document.sub_total))
        .raw("taxAmount", &money(&document.tax))
        .raw("totalAmount", &money(&document.total))
        .raw("amountDue", &money(&due))
        .text("specialTaxationType", "SubtotalLevel")
        .raw("documents", &array([paper]))
        .raw("payments", &payments(&bill.payments));
    if !bill.failed.is_empty() {
        let failed = bill.failed.iter();
        let failed = failed
            .map(|(day, reason)| Object::new().text("date", &stamp(*day)).text("failedPaymentReason", reason).end());
        properties = properties.raw("failedPayments", &array(failed));
    }
    let (below, kind) = match by {
        By::Account => (it.account.name.clone(), "invoices"),
        By::Subscription => (format!("default/billingSubscriptions/{}", it.plan.id), "billingSubscriptions/invoices"),
    };
    Object::new()
        .text("id", &format!("/providers/Microsoft.Billing/billingAccounts/{below}/invoices/{}", bill.name))
        .text("name", &bill.name)
        .text("type", &format!("Microsoft.Billing/billingAccounts/{kind}"))
        .raw("properties", &properties.end())
        .end()
}

/// The lines of an invoice.
pub(super) fn transactions(
    sandbox: &Sandbox,
    call: &Call<'_>,
    caller: &Caller<'_>,
    account: &Account,
    name: &str,
) -> Result<Response, Refusal> {
    let (_, bill) = find(sandbox, caller, account, name)?;
    let account = format!("/providers/Microsoft.Billing/billingAccounts/{}", account.name);
    let mut items = Vec::new();
    for (index, line) in bill.lines.iter().enumerate() {
        if !found(call, &[&line.description, &line.family]) {
            continue;
        }
        let name = chance::guid(chance::place(&[chance::of_text(&bill.name), index as u64]));
        let is_purchase = bill.kind == crate::billing::InvoiceKind::Marketplace;
        let mut properties = Object::new()
            .text("kind", "All")
            .text("date", &stamp(line.period.end))
            .text("invoice", &bill.name)
            .text("invoiceId", &format!("{account}/invoices/{}", bill.name))
            .text("transactionType", if is_purchase { "Purchase" } else { "Usage Charge" })
            .raw("transactionAmount", &money(&line.amount))
            .raw("subTotal", &money(&line.amount))
            .number("quantity", line.quantity)
            .text("unitOfMeasure", &line.unit)
            .text("billingCurrency", line.amount.currency().code())
            .text("productFamily", &line.family)
            .text("productDescription", &line.description)
            .text("servicePeriodStartDate", &stamp(line.period.start))
            .text("servicePeriodEndDate", &stamp(line.period.end))
            .flag("isThirdParty", line.family == "SaaS");
        // The price of several units is blended over tiers and included units: it is told of one alone.
        if line.quantity == Decimal::ONE {
            properties = properties
                .raw("effectivePrice", &money(&line.amount))
                .text("pricingCurrency", line.amount.currency().code())
                .number("exchangeRate", Decimal::ONE);
        }
        items.push(
            Object::new()
                .text("id", &format!("{account}/transactions/{name}"))
                .text("name", &name)
                .text("type", "Microsoft.Billing/billingAccounts/transactions")
                .raw("properties", &properties.end())
                .end(),
        );
    }
    page(call, items)
}
