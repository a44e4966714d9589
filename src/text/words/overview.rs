//! Words of the overviews.
use crate::text::{Plural, words};

words! {
    TO_PAY: "To be paid", "Te betalen", "Att betala";
    PAST_DUE: "Past due", "Achterstallig", "Förfallet";
    LAST_INVOICE: "Last invoice", "Laatste factuur", "Senaste faktura";
    NO_BLADES: "What is available for this account", "Wat voor deze rekening beschikbaar is", "Det som är tillgängligt för kontot";
    PAST_DUE_COUNT_ONE: "{n} invoice past due", "{n} factuur achterstallig", "{n} faktura förfallen";
    PAST_DUE_COUNT_OTHER: "{n} invoices past due", "{n} facturen achterstallig", "{n} fakturor förfallna";
}

/// How many invoices are past due.
pub const PAST_DUE_COUNT: Plural = Plural { one: PAST_DUE_COUNT_ONE, other: PAST_DUE_COUNT_OTHER };
