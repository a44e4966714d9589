//! What the invoices blade shows: address ↔ filter, filter → rows, rows → totals.
use crate::billing::{
    Invoice, InvoiceSort, InvoiceType, Money, MoneyError, NameOrder, Totals, fold_case, invoice_totals,
};
use crate::state::Query;
use crate::ui::shell::sort_rows;
use chrono::{Months, NaiveDate};

/// What a person picked, as the address says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceFilter {
    /// Statuses by the wire's word; none picked is all.
    pub statuses: Vec<String>,
    /// Profiles by name, or subscriptions by id (MOSP); none picked is all.
    pub profiles: Vec<String>,
    /// What they are for, by the wire's word (MOSP); none picked is all.
    pub types: Vec<String>,
    /// How many months back from today, by invoice date; none is all.
    pub months: Option<u32>,
    /// Text that has to be in number, order number, profile or amount.
    pub text: String,
    /// What is sorted by.
    pub sort: InvoiceSort,
    /// Largest or latest first.
    pub descending: bool,
}

/// Choices of the timespan, in months.
pub const TIMESPANS: [u32; 4] = [3, 6, 12, 24];

const SORTS: [(InvoiceSort, &str); 10] = [
    (InvoiceSort::Number, "number"),
    (InvoiceSort::InvoiceDate, "date"),
    (InvoiceSort::DueDate, "due"),
    (InvoiceSort::Period, "period"),
    (InvoiceSort::Status, "status"),
    (InvoiceSort::Kind, "kind"),
    (InvoiceSort::For, "profile"),
    (InvoiceSort::PoNumber, "po"),
    (InvoiceSort::Total, "total"),
    (InvoiceSort::AmountDue, "amount-due"),
];

/// The word for a sort in the address; also the id of its column.
pub fn sort_id(sort: InvoiceSort) -> &'static str {
    SORTS.iter().find(|(known, _)| *known == sort).map_or("date", |(_, id)| id)
}

/// The sort of a column, where it has one.
pub fn sort_of(id: &str) -> Option<InvoiceSort> {
    SORTS.iter().find(|(_, known)| *known == id).map(|(sort, _)| *sort)
}

impl InvoiceFilter {
    /// Reads the address. A word it does not know is left aside; newest first is the order where none is given.
    pub fn from_query(query: &Query) -> InvoiceFilter {
        let sort = query.get("sort").unwrap_or("-date");
        let (descending, id) = match sort.strip_prefix('-') {
            Some(id) => (true, id),
            None => (false, sort),
        };
        InvoiceFilter {
            statuses: query.list("status"),
            profiles: query.list("profile"),
            types: query.list("type"),
            months: query.get("months").and_then(|months| months.parse().ok()).filter(|months| *months > 0),
            text: query.get("q").unwrap_or_default().to_owned(),
            sort: sort_of(id).unwrap_or(InvoiceSort::InvoiceDate),
            descending,
        }
    }

    /// True when nothing is filtered.
    pub fn is_open(&self) -> bool {
        let lists = [&self.statuses, &self.profiles, &self.types];
        lists.into_iter().all(Vec::is_empty) && self.months.is_none() && self.text.trim().is_empty()
    }

    fn admits(&self, invoice: &Invoice, today: NaiveDate) -> bool {
        let status = invoice.status.as_wire();
        let status_ok = self.statuses.is_empty() || self.statuses.iter().any(|word| word.eq_ignore_ascii_case(status));
        let profile = invoice.profile.as_ref().map(|profile| profile.as_str());
        let profile = profile.or(invoice.subscription_id.as_deref()).unwrap_or_default();
        let profile_ok =
            self.profiles.is_empty() || self.profiles.iter().any(|name| name.eq_ignore_ascii_case(profile));
        let kind = invoice.invoice_type.as_ref().map(InvoiceType::as_wire).unwrap_or_default();
        let type_ok = self.types.is_empty() || self.types.iter().any(|word| word.eq_ignore_ascii_case(kind));
        status_ok && profile_ok && type_ok && self.in_time(invoice, today) && self.has_text(invoice)
    }

    fn in_time(&self, invoice: &Invoice, today: NaiveDate) -> bool {
        let Some(months) = self.months else { return true };
        // A span beyond the calendar's beginning is all of it.
        let Some(from) = today.checked_sub_months(Months::new(months)) else { return true };
        invoice.invoice_date.is_none_or(|date| date >= from)
    }

    fn has_text(&self, invoice: &Invoice) -> bool {
        let wanted = fold_case(self.text.trim());
        let amount = |money: Option<Money>| money.map(|money| money.amount().to_string()).unwrap_or_default();
        // An amount is found as it is written anywhere: with points, commas, spaces or none of them.
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let is_number =
            wanted.chars().all(|letter| matches!(letter, '0'..='9' | '.' | ',' | ' ' | '\u{a0}' | '\u{202f}'));
        let total = invoice.total.map(|total| digits(&total.to_string())).unwrap_or_default();
        let is_amount = is_number && digits(&wanted).len() > 2 && total.starts_with(&digits(&wanted));
        let places = [
            invoice.name.as_str().to_owned(),
            invoice.po_number.clone().unwrap_or_default(),
            invoice.profile_display_name.clone().unwrap_or_default(),
            invoice.subscription_display_name.clone().unwrap_or_default(),
            amount(invoice.total),
        ];
        wanted.is_empty() || is_amount || places.iter().any(|place| fold_case(place).contains(&wanted))
    }
}

/// The rows on screen, in order.
pub fn rows(all: &[Invoice], filter: &InvoiceFilter, today: NaiveDate, names: NameOrder<'_>) -> Vec<Invoice> {
    let mut rows: Vec<Invoice> = all.iter().filter(|invoice| filter.admits(invoice, today)).cloned().collect();
    sort_rows(&mut rows, &|a, b| filter.sort.compare(a, b, filter.descending, names));
    rows
}

/// The totals under the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Footer {
    /// Total per currency.
    pub total: Totals,
    /// Amount due per currency.
    pub amount_due: Totals,
}

/// Sums of the rows, per currency.
///
/// # Errors
/// [`MoneyError::Overflow`].
pub fn footer(shown: &[Invoice]) -> Result<Footer, MoneyError> {
    Ok(Footer {
        total: invoice_totals(shown, |invoice| invoice.total)?,
        amount_due: invoice_totals(shown, |invoice| invoice.amount_due)?,
    })
}

/// The words of one property over all invoices, each once, in the order of the list: choices of a filter.
pub fn distinct(all: &[Invoice], of: impl Fn(&Invoice) -> Option<(String, String)>) -> Vec<(String, String)> {
    let mut seen: Vec<(String, String)> = Vec::new();
    for choice in all.iter().filter_map(of) {
        if !seen.iter().any(|(id, _)| *id == choice.0) {
            seen.push(choice);
        }
    }
    seen
}
