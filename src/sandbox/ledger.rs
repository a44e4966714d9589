//! The invoices of the tenant, computed from its usage: nothing here is typed in but what happened to an invoice.
use super::chance;
use super::month::{Month, after};
use super::order::ordered;
use super::seed::Seed;
use super::tenant::{Event, EventKind, Profile};
use super::usage::{MeterKey, MeterTotal, OwnerKey, UsageMonth, charges};
use crate::billing::{BilledDocument, Currency, Money, MoneyError};
use crate::json::Json;
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Closed months the tenant has.
pub(super) const MONTHS: u32 = 24;
/// Months it takes until something happens to an invoice (void, credit note).
const SETTLED: i32 = 4;

/// The amounts of one month of a profile.
#[derive(Debug)]
pub(super) struct MonthBill {
    pub(super) document: BilledDocument<OwnerKey, MeterKey>,
    pub(super) totals: BTreeMap<(OwnerKey, MeterKey), MeterTotal>,
}

/// A payment on an invoice.
#[derive(Debug, Clone)]
pub(super) struct Paid {
    pub(super) amount: Money,
    pub(super) date: NaiveDate,
    pub(super) family: String,
    pub(super) method: Option<String>,
    pub(super) kind: &'static str,
}

/// An invoice, credit note or void document.
#[derive(Debug, Clone)]
pub(super) struct Bill {
    pub(super) name: String,
    pub(super) month: Month,
    pub(super) kind: &'static str,
    pub(super) status: String,
    pub(super) bill: Rc<MonthBill>,
    /// Takes the amounts back: the sign is turned.
    pub(super) reversed: bool,
    pub(super) date: NaiveDate,
    pub(super) due: NaiveDate,
    pub(super) po_number: String,
    pub(super) payments: Vec<Paid>,
    pub(super) failed: Vec<(NaiveDate, String)>,
    /// Replaced by: (invoice, credit note), then by …
    pub(super) rebills: Vec<(String, String)>,
    pub(super) billed_document: Option<String>,
    pub(super) credit_for: Option<String>,
    pub(super) void_note: bool,
}

impl Bill {
    /// The amounts as they stand on this document.
    pub(super) fn document(&self) -> BilledDocument<OwnerKey, MeterKey> {
        if self.reversed { self.bill.document.reversed() } else { self.bill.document.clone() }
    }
}

type Months = HashMap<(String, Month, u64), Rc<MonthBill>>;

/// Computes each month once.
#[derive(Default)]
pub(super) struct Ledger {
    months: RefCell<Months>,
}

impl Ledger {
    /// The amounts of a closed month.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub(super) fn month(
        &self,
        seed: &Seed,
        profile: &Profile,
        month: Month,
        load: u64,
    ) -> Result<Rc<MonthBill>, MoneyError> {
        let load = if profile.load_test { load } else { 0 };
        let key = (profile.name.clone(), month, load);
        if let Some(bill) = self.months.borrow().get(&key) {
            return Ok(bill.clone());
        }
        let usage = UsageMonth::new(seed, profile, month, month.days(), load);
        let totals = usage.totals()?;
        let currency = Currency::parse(&profile.currency)?;
        let credits: Decimal = happened(profile, month, EventKind::Credit).map(|event| event.amount).sum();
        let document = BilledDocument::bill(currency, charges(&totals), credits, &profile.tax_rates)?;
        let bill = Rc::new(MonthBill { document, totals });
        self.months.borrow_mut().insert(key, bill.clone());
        Ok(bill)
    }

    /// Every document of a profile's closed months, the newest first.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub(super) fn bills(
        &self,
        seed: &Seed,
        profile: &Profile,
        today: NaiveDate,
        load: u64,
    ) -> Result<Vec<Bill>, MoneyError> {
        let open = Month::of(today);
        let months = if profile.load_test { 1 } else { MONTHS };
        let mut bills = Vec::new();
        for back in 1..=months {
            let month = open.back(back);
            let bill = self.month(seed, profile, month, load)?;
            bills.extend(documents(seed, profile, month, open, &bill)?);
        }
        Ok(ordered(bills, &|a, b| (a.date, &b.name) >= (b.date, &a.name)))
    }
}

/// Number of the `sequence`-th document of a month; the pattern is `G` and nine digits (contract §1).
pub(super) fn invoice_name(seed: &Seed, profile: &Profile, month: Month, sequence: u32) -> String {
    let place = [seed.number, chance::of_text(&profile.name), month.number(), 8, sequence.into()];
    format!("G{:09}", chance::place(&place) % 1_000_000_000)
}

/// Number of the invoice a month's charges are on now: the last rebill, if there was one.
pub(super) fn standing_invoice(seed: &Seed, profile: &Profile, month: Month, today: NaiveDate) -> String {
    let settled = month.months_before(Month::of(today)) >= SETTLED;
    let rebills = happened(profile, month, EventKind::VoidAndRebill).find(|_| settled);
    let sequence = rebills.map_or(0, |event| event.times * 2);
    invoice_name(seed, profile, month, sequence)
}

fn happened(profile: &Profile, month: Month, kind: EventKind) -> impl Iterator<Item = &Event> {
    profile.events.iter().filter(move |event| event.kind == kind && event.month == month.calendar())
}

fn documents(
    seed: &Seed,
    profile: &Profile,
    month: Month,
    open: Month,
    bill: &Rc<MonthBill>,
) -> Result<Vec<Bill>, MoneyError> {
    let back = month.months_before(open);
    let settled = back >= SETTLED;
    let has = |kind| settled && happened(profile, month, kind).next().is_some();
    let number = |sequence| invoice_name(seed, profile, month, sequence);
    let mut first = invoice(profile, month, bill, number(0));
    first.status = u32::try_from(back)
        .ok()
        .and_then(|back| profile.statuses.get(&back).cloned())
        .unwrap_or_else(|| "Paid".to_owned());
    let rebills = happened(profile, month, EventKind::VoidAndRebill).find(|_| settled);
    if let Some(event) = rebills {
        return Ok(rebilled(profile, first, event.times, &number));
    }
    if has(EventKind::Void) {
        first.status = "Void".to_owned();
        first.void_note = true;
        let mut note = taking_back(&first, number(1), "VoidNote");
        note.billed_document = Some(first.name.clone());
        credit_each_other(&mut first, &mut note);
        return Ok(vec![first, note]);
    }
    for event in happened(profile, month, EventKind::FailedPayment) {
        first.failed.push((after(first.date, 9), event.reason.clone()));
    }
    match first.status.as_str() {
        "Paid" => first.payments.push(payment(profile, &first)),
        "OverDue" => {
            let reasons = if profile.payment_family == "CreditCard" {
                ["CardExpired", "BankDeclined"]
            } else {
                ["BankDeclined", "BankDeclined"]
            };
            for (days, reason) in [9, 16].into_iter().zip(reasons) {
                first.failed.push((after(first.date, days), reason.to_owned()));
            }
        }
        _ => {}
    }
    if has(EventKind::CreditNote) {
        let mut note = taking_back(&first, number(1), "CreditNote");
        note.credit_for = Some(first.name.clone());
        note.payments.push(Paid { kind: "credited", ..payment(profile, &note) });
        return Ok(vec![first, note]);
    }
    Ok(vec![first])
}

/// An invoice, voided and billed again `times` times: each void invoice has its credit note, the last one stands.
fn rebilled(profile: &Profile, first: Bill, times: u32, number: &dyn Fn(u32) -> String) -> Vec<Bill> {
    let mut all = Vec::new();
    let mut current = first;
    for step in 0..times {
        current.status = "Void".to_owned();
        let mut note = taking_back(&current, number(step * 2 + 1), "CreditNote");
        note.credit_for = Some(current.name.clone());
        current.rebills = (step..times).map(|step| (number(step * 2 + 2), number(step * 2 + 1))).collect();
        credit_each_other(&mut current, &mut note);
        let mut next =
            Bill { name: number(step * 2 + 2), payments: Vec::new(), rebills: Vec::new(), ..current.clone() };
        next.date = after(note.date, 1);
        next.due = after(next.date, term_days(profile));
        all.extend([current, note]);
        current = next;
    }
    current.status = "Paid".to_owned();
    current.payments.push(payment(profile, &current));
    all.push(current);
    all
}

fn invoice(profile: &Profile, month: Month, bill: &Rc<MonthBill>, name: String) -> Bill {
    // Invoices of a Microsoft Customer Agreement come at the beginning of the month.
    let date = month.next().first();
    Bill {
        name,
        month,
        kind: "Invoice",
        status: String::new(),
        bill: bill.clone(),
        reversed: false,
        date,
        due: after(date, term_days(profile)),
        po_number: profile.text("poNumber"),
        payments: Vec::new(),
        failed: Vec::new(),
        rebills: Vec::new(),
        billed_document: None,
        credit_for: None,
        void_note: false,
    }
}

/// A document over the whole of `of`, with the sign turned.
fn taking_back(of: &Bill, name: String, kind: &'static str) -> Bill {
    let date = after(of.date, 20);
    Bill {
        name,
        kind,
        status: "Paid".to_owned(),
        reversed: !of.reversed,
        date,
        due: date,
        payments: Vec::new(),
        failed: Vec::new(),
        rebills: Vec::new(),
        void_note: false,
        ..of.clone()
    }
}

/// Sets a void invoice off against the document that takes it back: nothing is due on either.
fn credit_each_other(invoice: &mut Bill, note: &mut Bill) {
    // On the day of the note: before that there is nothing to set off.
    let date = note.date;
    for bill in [invoice, note] {
        let amount = bill.document().total;
        bill.payments.push(Paid { amount, date, family: "Credits".to_owned(), method: None, kind: "credited" });
    }
}

fn payment(profile: &Profile, bill: &Bill) -> Paid {
    Paid {
        amount: bill.document().total,
        date: after(bill.date, 10 + bill.date.month() % 5),
        family: profile.payment_family.clone(),
        method: Some(profile.payment_method.clone()),
        kind: "debited",
    }
}

/// Days of the payment term: 30 of `net30`.
fn term_days(profile: &Profile) -> u32 {
    let days = |json: &String| {
        let json = Json::read(json.as_bytes()).ok()?;
        json.find("term")?.as_text()?.trim_start_matches("net").parse().ok()
    };
    profile.properties.get("currentPaymentTerm").and_then(days).unwrap_or(30)
}
