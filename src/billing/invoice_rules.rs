//! What follows from an invoice: whether it is open, whether it counts, how a list of them is sorted and totalled, and which
//! documents belong together.
use super::{
    DocumentKind, Invoice, InvoiceName, InvoiceStatus, Money, MoneyError, NameOrder, Rebill, Totals, fold_case,
};
use chrono::NaiveDate;
use std::cmp::Ordering;

/// An invoice that contradicts itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvoiceFault {
    /// A credit note asks for money.
    #[error("a credit note has a total above zero")]
    CreditNoteAsksMoney,
    /// Charges less credits are not the sub-total.
    #[error("charges less credits are not the sub-total")]
    SubTotal,
    /// Sub-total and tax are not the total.
    #[error("sub-total and tax are not the total")]
    Total,
    /// Its amounts cannot be added.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

impl Invoice {
    /// True while something is to be paid on it: an invoice (no other paper) that is due or overdue, with an amount due
    /// above zero where that is told. A locked one is not open: it cannot be paid while Microsoft works on it.
    pub fn is_open(&self) -> bool {
        let unpaid = matches!(self.status, InvoiceStatus::Due | InvoiceStatus::OverDue);
        let nothing_left = self.amount_due.is_some_and(|due| due.is_zero() || due.is_negative());
        self.kind == DocumentKind::Invoice && unpaid && !nothing_left
    }

    /// True when it is open on the day `today` (UTC) and either said to be overdue, or its due date lies before that day.
    pub fn is_past_due_on(&self, today: NaiveDate) -> bool {
        let late = self.due_date.is_some_and(|due| due < today);
        self.is_open() && (self.status == InvoiceStatus::OverDue || late)
    }

    /// Checks the sign against the kind of document, and the sums (billed − credits = sub-total, sub-total + tax = total)
    /// as far as the amounts are told. Credits on the wire are positive amounts that are taken off.
    ///
    /// # Errors
    /// The first contradiction.
    pub fn check(&self) -> Result<(), InvoiceFault> {
        let asks = |money: Money| !money.is_zero() && !money.is_negative();
        if self.kind == DocumentKind::CreditNote && self.total.is_some_and(asks) {
            return Err(InvoiceFault::CreditNoteAsksMoney);
        }
        if let (Some(billed), Some(sub_total)) = (self.billed, self.sub_total) {
            let mut left = billed;
            for credit in [self.credit, self.prepayment, self.free_credit] {
                left = credit.map_or(Ok(left), |credit| left.minus(&credit))?;
            }
            if !left.minus(&sub_total)?.is_zero() {
                return Err(InvoiceFault::SubTotal);
            }
        }
        if let (Some(sub_total), Some(tax), Some(total)) = (self.sub_total, self.tax, self.total)
            && !sub_total.plus(&tax)?.minus(&total)?.is_zero()
        {
            return Err(InvoiceFault::Total);
        }
        Ok(())
    }
}

/// One total per currency of the `amount` of the invoices that are `shown`: of every row, so that anybody can check it and a
/// file of the rows has the same sums. A void invoice stands in a list with its amount, and so does the document that takes
/// it back: together they are nothing. An amount that is not told adds nothing.
///
/// # Errors
/// [`MoneyError::Overflow`].
pub fn invoice_totals(shown: &[Invoice], amount: fn(&Invoice) -> Option<Money>) -> Result<Totals, MoneyError> {
    let mut totals = Totals::default();
    for amount in shown.iter().filter_map(amount) {
        totals.add(&amount)?;
    }
    Ok(totals)
}

/// What a list of invoices is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InvoiceSort {
    /// Invoice number.
    Number,
    /// Day it was made.
    InvoiceDate,
    /// Day it is to be paid by.
    DueDate,
    /// First day it is for.
    Period,
    /// What wants attention first: overdue, due, locked, paid, void, other.
    Status,
    /// Kind of document, by the wire's word.
    Kind,
    /// Profile or subscription it was made for, by display name.
    For,
    /// Order number.
    PoNumber,
    /// Total, currency by currency.
    Total,
    /// Amount due, currency by currency.
    AmountDue,
}

impl InvoiceSort {
    /// The order of two invoices. What is not told comes last in both directions; equal ones go by number, so that the
    /// order is always the same. Amounts are compared within their currency only, the currencies go by code.
    pub fn compare(self, a: &Invoice, b: &Invoice, descending: bool, names: NameOrder<'_>) -> Ordering {
        let turn = |order: Ordering| if descending { order.reverse() } else { order };
        fn told_by<T>(a: Option<T>, b: Option<T>, order: impl Fn(T, T) -> Ordering) -> Ordering {
            match (a, b) {
                (Some(a), Some(b)) => order(a, b),
                (a, b) => b.is_some().cmp(&a.is_some()),
            }
        }
        fn told<T: Ord>(a: Option<T>, b: Option<T>, turn: impl Fn(Ordering) -> Ordering) -> Ordering {
            told_by(a, b, |a, b| turn(a.cmp(&b)))
        }
        let text = |text: Option<&str>| text.map(fold_case);
        let money = |money: Option<Money>| money.map(|money| (money.currency(), money.amount()));
        let order = match self {
            InvoiceSort::Number => turn(number(a).cmp(&number(b))),
            InvoiceSort::InvoiceDate => told(a.invoice_date, b.invoice_date, turn),
            InvoiceSort::DueDate => told(a.due_date, b.due_date, turn),
            InvoiceSort::Period => told(a.period, b.period, turn),
            InvoiceSort::Status => turn(rank(&a.status).cmp(&rank(&b.status))),
            InvoiceSort::Kind => turn(a.kind.as_wire().cmp(b.kind.as_wire())),
            InvoiceSort::For => told_by(made_for(a), made_for(b), |a, b| turn(names(a, b))),
            InvoiceSort::PoNumber => told(text(a.po_number.as_deref()), text(b.po_number.as_deref()), turn),
            InvoiceSort::Total => told(money(a.total), money(b.total), turn),
            InvoiceSort::AmountDue => told(money(a.amount_due), money(b.amount_due), turn),
        };
        order.then_with(|| number(a).cmp(&number(b)))
    }
}

fn number(invoice: &Invoice) -> String {
    invoice.name.as_str().to_ascii_uppercase()
}

fn made_for(invoice: &Invoice) -> Option<&str> {
    let profile = invoice.profile_display_name.as_deref();
    profile.or(invoice.subscription_display_name.as_deref())
}

fn rank(status: &InvoiceStatus) -> u8 {
    match status {
        InvoiceStatus::OverDue => 0,
        InvoiceStatus::Due => 1,
        InvoiceStatus::Locked => 2,
        InvoiceStatus::Paid => 3,
        InvoiceStatus::Void => 4,
        InvoiceStatus::Other(_) => 5,
    }
}

/// How another document belongs to an invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RelatedKind {
    /// It replaces this invoice.
    ReplacedBy,
    /// This invoice replaces it.
    Replaces,
    /// The credit note that gives this invoice's amount back.
    CreditNote,
    /// The invoice that this credit note is for.
    CreditFor,
    /// The document that voids this invoice.
    VoidedBy,
    /// The invoice that this document voids.
    Voids,
}

/// A document that belongs to an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// How.
    pub kind: RelatedKind,
    /// Its number.
    pub name: InvoiceName,
}

/// The documents that belong to `invoice`: those it names itself (contract §5: `rebillDetails`, `creditForDocumentId`,
/// `billedDocumentId`), then those among `all` that name it. Each is listed once per way it belongs.
pub fn related_documents(invoice: &Invoice, all: &[Invoice]) -> Vec<Related> {
    let mut related = Vec::new();
    let mut add = |kind, name: &InvoiceName| {
        let known = |of: &Related| of.kind == kind && is_same(&of.name, name);
        if !is_same(name, &invoice.name) && !related.iter().any(known) {
            let name = name.clone();
            related.push(Related { kind, name });
        }
    };
    for (at, link) in chain(invoice).enumerate() {
        if let Some(name) = &link.invoice {
            add(RelatedKind::ReplacedBy, name);
        }
        // Later credit notes of the chain are for the invoices in between.
        if let (0, Some(name)) = (at, &link.credit_note) {
            add(RelatedKind::CreditNote, name);
        }
    }
    if let Some(name) = &invoice.credit_for {
        add(RelatedKind::CreditFor, name);
    }
    if let Some(name) = &invoice.billed_document {
        add(RelatedKind::Voids, name);
    }
    let names_it = |name: &Option<InvoiceName>| {
        let name = name.as_ref();
        name.is_some_and(|name| is_same(name, &invoice.name))
    };
    for other in all {
        if names_it(&other.credit_for) {
            add(RelatedKind::CreditNote, &other.name);
        }
        if names_it(&other.billed_document) {
            add(RelatedKind::VoidedBy, &other.name);
        }
        let mut before = &other.name;
        for link in chain(other) {
            if names_it(&link.credit_note) {
                add(RelatedKind::CreditFor, before);
            }
            if names_it(&link.invoice) {
                add(RelatedKind::Replaces, before);
            }
            before = link.invoice.as_ref().unwrap_or(before);
        }
    }
    related
}

fn chain(invoice: &Invoice) -> impl Iterator<Item = &Rebill> {
    std::iter::successors(invoice.rebill.as_ref(), |link| link.next.as_deref())
}

fn is_same(one: &InvoiceName, other: &InvoiceName) -> bool {
    one.as_str().eq_ignore_ascii_case(other.as_str())
}
