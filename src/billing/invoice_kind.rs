//! Which invoices an account gets, and when (seeds S001-03 to S001-05, S001-13, S003-03, S003-13).
//!
//! A pay-as-you-go account (MOSP) has three kinds, each with its own calendar. An account of a customer or partner agreement
//! has one: a month, a billing profile, an invoice. What is expected here is expected *if there is something to bill*:
//! nothing used, or no more than a credit, makes no invoice on a pay-as-you-go account (seeds S000-18 and S001-18).
use super::{Anchor, BillingCycle, InvoiceType, InvoiceWindow, Period, invoice_expected};
use chrono::{Datelike, Days, NaiveDate};

/// What an expected invoice is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InvoiceKind {
    /// Azure services of one subscription (MOSP).
    AzureServices,
    /// Marketplace, reservations and spot VMs, bought through any subscription (MOSP).
    Marketplace,
    /// A support plan (MOSP).
    SupportPlan,
    /// Everything of a billing profile (MCA, MPA).
    BillingProfile,
}

impl InvoiceKind {
    /// The wire's word for it (contract §5); none for a profile's invoice, which has no type.
    pub fn invoice_type(self) -> Option<InvoiceType> {
        match self {
            InvoiceKind::AzureServices => Some(InvoiceType::AzureServices),
            InvoiceKind::Marketplace => Some(InvoiceType::AzureMarketplace),
            InvoiceKind::SupportPlan => Some(InvoiceType::AzureSupport),
            InvoiceKind::BillingProfile => None,
        }
    }
}

/// An invoice that the rules expect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedInvoice {
    /// What it is for.
    pub kind: InvoiceKind,
    /// The periods it charges, UTC, in their order; never empty. One, but for a last invoice: see [`service_invoices`].
    pub periods: Vec<Period>,
    /// When it comes.
    pub window: InvoiceWindow,
}

impl ExpectedInvoice {
    fn one(kind: InvoiceKind, period: Period, window: InvoiceWindow) -> ExpectedInvoice {
        ExpectedInvoice { kind, periods: vec![period], window }
    }
}

/// The invoices for Azure services of one subscription, in their order, on an account made on the day of the month
/// `account_day` (seed S001-03); without end for a subscription that has none.
///
/// Periods that are due on the same day are on one invoice. So a subscription that is cancelled or moved between the end of
/// a period and the account's day has both on its last invoice, as the documents say (8 October to 7 November and
/// 8 to 16 November, blades 6.2). It also happens where the account's day is the 28th to 30th and the subscription's is
/// later: the period that ends on 30 March is not over on the account's day and waits for 30 April. The documents have no
/// such case; nothing is billed twice and nothing is left out.
pub fn service_invoices(cycle: &BillingCycle, account_day: Anchor) -> impl Iterator<Item = ExpectedInvoice> + '_ {
    let due = move |period: Period| Some((period, invoice_expected(period, account_day)?));
    let mut periods = cycle.periods().map_while(move |one| due(one.period)).peekable();
    std::iter::from_fn(move || {
        let (first, window) = periods.next()?;
        let mut invoice = ExpectedInvoice::one(InvoiceKind::AzureServices, first, window);
        while let Some((more, _)) = periods.next_if(|(_, other)| *other == window) {
            invoice.periods.push(more);
        }
        Some(invoice)
    })
}

/// What was bought beside Azure services.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PurchaseKind {
    /// A reservation.
    Reservation,
    /// A Marketplace product.
    Marketplace,
    /// A spot VM.
    SpotVm,
}

/// How an account pays for what it buys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PayBy {
    /// By card.
    Card,
    /// By invoice: cheque or bank transfer.
    Invoice,
}

/// Something bought through a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Purchase {
    /// UTC day.
    pub on: NaiveDate,
    /// What.
    pub kind: PurchaseKind,
    /// How it is paid.
    pub pay_by: PayBy,
}

impl Purchase {
    /// Whether it has an invoice of its own on the day it is bought: a reservation paid by card (seed S001-04).
    pub fn is_invoiced_at_once(&self) -> bool {
        self.kind == PurchaseKind::Reservation && self.pay_by == PayBy::Card
    }
}

/// The invoices for Marketplace, reservations and spot VMs (seed S001-04), in the order they come: one for each
/// reservation that was paid by card, on the day it was bought, and one for each calendar month in which anything else was
/// bought, in the month after.
///
/// The documents first bill two reservations of March together in April, then say that one paid by card is invoiced
/// at once: so the example is read as one of an account that pays by invoice.
pub fn purchase_invoices(purchases: &[Purchase]) -> Vec<ExpectedInvoice> {
    let mut invoices: Vec<ExpectedInvoice> = Vec::new();
    for purchase in purchases {
        let invoice = if purchase.is_invoiced_at_once() {
            let period = Period { start: purchase.on, end: purchase.on };
            let window = InvoiceWindow { from: purchase.on, until: purchase.on };
            Some(ExpectedInvoice::one(InvoiceKind::Marketplace, period, window))
        } else {
            let monthly = Period::month_of(purchase.on).and_then(marketplace_invoice);
            monthly.filter(|monthly| !invoices.contains(monthly))
        };
        invoices.extend(invoice);
    }
    invoices.sort_by_key(|invoice| invoice.window);
    invoices
}

/// The invoice for what was bought in the calendar month `month` and not billed at once: around the ninth of the month after
/// (seed S001-04). The documents do not say how far around: here it is the ninth or up to two days later, as for the
/// other kinds, so that one that comes a day early is never called late.
pub fn marketplace_invoice(month: Period) -> Option<ExpectedInvoice> {
    let ninth = month.end.succ_opt()?.with_day(9)?;
    Some(ExpectedInvoice::one(InvoiceKind::Marketplace, month, InvoiceWindow::starting(ninth)?))
}

/// The invoices of a support plan (seed S001-05), in their order: the first on the day it was bought, the later ones on
/// the account's day of the month, each or up to two days later. Without end for a plan that has none; `ended` is its last
/// day, and a month that it would have begun after that is not billed.
///
/// The documents do not say which month a later invoice is for. Since the first is billed in advance, all are: each month of
/// the plan is counted from the day it was bought, and billed on the first day of the account that is not before it. So no
/// month is billed twice or before its time: bought on 28 March on an account of the 2nd, the month from 28 April on is
/// billed on 2 May. A month that was paid for is not cut by an end.
pub fn support_invoices(
    bought: NaiveDate,
    account_day: Anchor,
    ended: Option<NaiveDate>,
) -> impl Iterator<Item = ExpectedInvoice> {
    let plan = Anchor::of(bought);
    let months = std::iter::successors(plan.period_containing(bought), move |month| plan.next(*month));
    months.take_while(move |month| ended.is_none_or(|last| month.start <= last)).map_while(move |month| {
        let from = if month.start == bought { bought } else { account_day.on_or_after(month.start)? };
        Some(ExpectedInvoice::one(InvoiceKind::SupportPlan, month, InvoiceWindow::starting(from)?))
    })
}

/// The invoice of a billing profile (MCA, MPA) for the calendar month `month`: everything its subscriptions used and bought
/// (seed S001-13). It comes in the month after, on the profile's `invoice_day` or up to two days later.
///
/// Where that day is not told, at the beginning of the month: the sources say "at the start", "on the fifth" and "five to
/// twelve days after the period" (blades 6.1 row 8), so from the first to the twelfth, and none of them is contradicted.
pub fn profile_invoice(month: Period, invoice_day: Option<Anchor>) -> Option<ExpectedInvoice> {
    let first = month.end.succ_opt()?;
    let window = match invoice_day {
        Some(day) => InvoiceWindow::starting(day.on_or_after(first)?)?,
        None => InvoiceWindow { from: first, until: first.checked_add_days(Days::new(11))? },
    };
    Some(ExpectedInvoice::one(InvoiceKind::BillingProfile, month, window))
}
