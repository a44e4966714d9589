//! The invoices of a subscription: when they come is said by the rules of `billing`, what they come to is its statement.
//! Nothing is typed in but what happened to a payment.
use super::super::chance;
use super::super::ledger::Paid;
use super::super::month::{Month, after};
use super::usage::number;
use super::{Subscription, data::Buy};
use crate::billing::{
    BilledDocument, Charge, ExpectedInvoice, InvoiceKind, Money, MoneyError, PayBy, Period, Purchase, StatementFault,
    purchase_invoices, service_invoices, support_invoices,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Days until a card is charged, and until a bank transfer comes.
const PAID_AFTER: (u32, u32) = (3, 20);
/// Days of the payment term.
const TERM: u32 = 30;

/// Why there is no invoice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(in crate::sandbox) enum BillFault {
    #[error(transparent)]
    Money(#[from] MoneyError),
    #[error(transparent)]
    Statement(#[from] StatementFault),
}

/// A line of an invoice.
#[derive(Debug, Clone)]
pub(in crate::sandbox) struct BillLine {
    pub(in crate::sandbox) family: String,
    pub(in crate::sandbox) description: String,
    pub(in crate::sandbox) quantity: Decimal,
    pub(in crate::sandbox) unit: String,
    pub(in crate::sandbox) period: Period,
    pub(in crate::sandbox) amount: Money,
}

/// An invoice.
#[derive(Debug, Clone)]
pub(in crate::sandbox) struct Bill {
    pub(in crate::sandbox) name: String,
    pub(in crate::sandbox) kind: InvoiceKind,
    /// From the first day of its first period to the last of its last.
    pub(in crate::sandbox) period: Period,
    pub(in crate::sandbox) date: NaiveDate,
    pub(in crate::sandbox) due: NaiveDate,
    pub(in crate::sandbox) status: &'static str,
    pub(in crate::sandbox) lines: Vec<BillLine>,
    pub(in crate::sandbox) document: BilledDocument<usize, usize>,
    pub(in crate::sandbox) payments: Vec<Paid>,
    pub(in crate::sandbox) failed: Vec<(NaiveDate, &'static str)>,
}

impl Subscription<'_> {
    /// Its invoices that are made, by kind and then the oldest first.
    ///
    /// # Errors
    /// [`BillFault`].
    pub(in crate::sandbox) fn bills(&self) -> Result<Vec<Bill>, BillFault> {
        let mut bills = Vec::new();
        if self.is_support_plan() {
            for month in self.made(support_invoices(self.created, self.account_day, self.stopped)) {
                let line = self.line("Support", &self.plan.name, month_of(&month), self.plan.price);
                bills.extend(self.bill(&month, vec![line], Decimal::ZERO)?);
            }
        } else if self.plan.category == "UsageBased" {
            let cycle = self.cycle();
            for invoice in self.made(service_invoices(&cycle, self.account_day)) {
                let (lines, credit) = self.charged(&invoice)?;
                bills.extend(self.bill(&invoice, lines, credit)?);
            }
        }
        for (back, bill) in (1..).zip(bills.iter_mut().rev()) {
            self.settle(bill, self.plan.statuses.get(&back).map(String::as_str));
        }
        bills.extend(self.purchase_bills()?);
        Ok(bills)
    }

    /// The expected invoices that are made by today.
    fn made(&self, expected: impl Iterator<Item = ExpectedInvoice>) -> Vec<ExpectedInvoice> {
        expected.take_while(|invoice| self.date(invoice) <= self.today).collect()
    }

    fn date(&self, invoice: &ExpectedInvoice) -> NaiveDate {
        after(invoice.window.from, self.plan.delay).min(invoice.window.until)
    }

    /// The lines of an invoice for services, and the credit that comes off.
    fn charged(&self, invoice: &ExpectedInvoice) -> Result<(Vec<BillLine>, Decimal), BillFault> {
        let (mut lines, mut credit) = (Vec::new(), Decimal::ZERO);
        for period in &invoice.periods {
            let mut used = Decimal::ZERO;
            for line in self.statement(*period)? {
                used += line.value.amount();
                let meter = &line.meter;
                let named = [&meter.category, &meter.sub_category, &meter.name, &meter.region];
                let named: Vec<&str> = named.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
                lines.push(BillLine {
                    family: meter.category.clone(),
                    description: named.join(" - "),
                    // What is charged: the units that the offer includes are on the statement.
                    quantity: line.overage_quantity,
                    unit: meter.unit.clone(),
                    period: *period,
                    amount: line.value,
                });
            }
            credit += used.min(self.plan.credit);
        }
        Ok((lines, credit))
    }

    fn line(&self, family: &str, description: &str, period: Period, price: Decimal) -> BillLine {
        BillLine {
            family: family.to_owned(),
            description: description.to_owned(),
            quantity: Decimal::ONE,
            unit: "1".to_owned(),
            period,
            amount: Money::new(price, self.currency),
        }
    }

    /// The invoices for what was bought through it.
    fn purchase_bills(&self) -> Result<Vec<Bill>, BillFault> {
        let bought = self.bought();
        let purchases: Vec<Purchase> = bought.iter().map(|(purchase, _)| *purchase).collect();
        let mut bills = Vec::new();
        for invoice in self.made(purchase_invoices(&purchases).into_iter()) {
            let period = month_of(&invoice);
            let at_once = period.start == period.end;
            let here = |purchase: &Purchase| period.contains(purchase.on) && purchase.is_invoiced_at_once() == at_once;
            let lines = bought.iter().filter(|(purchase, _)| here(purchase)).map(|(purchase, buy)| {
                let family = if buy.kind() == crate::billing::PurchaseKind::Marketplace { "SaaS" } else { "Compute" };
                let day = Period { start: purchase.on, end: purchase.on };
                self.line(family, &buy.name, day, buy.price)
            });
            let mut bill = self.bill(&invoice, lines.collect(), Decimal::ZERO)?;
            if let Some(bill) = &mut bill {
                self.settle(bill, None);
            }
            bills.extend(bill);
        }
        Ok(bills)
    }

    /// What was bought by today, month by month.
    fn bought(&self) -> Vec<(Purchase, &Buy)> {
        let pay_by = if self.terms.card.is_some() { PayBy::Card } else { PayBy::Invoice };
        let mut all = Vec::new();
        let mut month = Month::of(self.created);
        while month.first() < self.usage_end() {
            for buy in &self.plan.purchases {
                let on = month.day(buy.day);
                let is_on = buy.months.is_empty() || buy.months.contains(&month.calendar());
                if is_on && self.created <= on && on < self.usage_end() {
                    all.push((Purchase { on, kind: buy.kind(), pay_by }, buy));
                }
            }
            month = month.next();
        }
        all
    }

    /// The invoice over these lines; none when nothing is owed.
    fn bill(
        &self,
        invoice: &ExpectedInvoice,
        lines: Vec<BillLine>,
        credit: Decimal,
    ) -> Result<Option<Bill>, BillFault> {
        let charges =
            lines.iter().enumerate().map(|(meter, line)| Charge { section: 0, meter, cost: line.amount.amount() });
        let document = BilledDocument::bill(self.currency, charges, credit, &self.terms.tax_rates)?;
        if document.sub_total.is_zero() {
            return Ok(None);
        }
        let period = month_of(invoice);
        let date = self.date(invoice);
        let place = [self.seed.number, chance::of_text(&self.plan.id), number(period.start), invoice.kind as u64];
        Ok(Some(Bill {
            name: name(chance::place(&place)),
            kind: invoice.kind,
            period,
            date,
            due: after(date, TERM),
            status: "Paid",
            lines,
            document,
            payments: Vec::new(),
            failed: Vec::new(),
        }))
    }

    /// Pays it, or does not. What is due is paid by its due date; what is overdue was tried and declined, and is due until
    /// that date.
    fn settle(&self, bill: &mut Bill, wanted: Option<&str>) {
        let card = self.terms.card.as_deref();
        let usual = after(bill.date, if card.is_some() { PAID_AFTER.0 } else { PAID_AFTER.1 });
        if wanted == Some("OverDue") && bill.due < self.today {
            bill.status = "OverDue";
            if card.is_some() {
                bill.failed = [(bill.date, "BankDeclined"), (after(bill.date, 5), "CardExpired")].into();
                bill.failed.retain(|(day, _)| *day <= self.today);
            }
            return;
        }
        let paid_on = if wanted.is_some() { bill.due } else { usual };
        if paid_on >= self.today {
            bill.status = "Due";
            return;
        }
        bill.payments.push(Paid {
            amount: bill.document.total,
            date: paid_on,
            family: if card.is_some() { "CreditCard" } else { "CheckWire" }.to_owned(),
            method: card.map(str::to_owned),
            kind: "debited",
        });
    }
}

/// All days of an expected invoice.
fn month_of(invoice: &ExpectedInvoice) -> Period {
    let first = invoice.periods.first().map_or(invoice.window.from, |period| period.start);
    Period { start: first, end: invoice.periods.last().map_or(first, |period| period.end) }
}

/// An invoice number: `E`, a character that is no `A`, and eight more (contract §1).
fn name(place: u64) -> String {
    const CHARACTERS: &[u8; 36] = b"BCDEFGHIJKLMNOPQRSTUVWXYZ0123456789A";
    let mut text = String::from("E");
    let mut rest = place;
    for at in 0..9 {
        let count = if at == 0 { 35 } else { 36 };
        text.extend(CHARACTERS.get((rest % count) as usize).map(|byte| char::from(*byte)));
        rest /= count;
    }
    text
}
