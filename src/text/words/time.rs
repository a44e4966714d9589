//! Months, days and the little words between them.
use crate::text::{Word, words};

words! {
    JANUARY: "January", "januari", "januari";
    FEBRUARY: "February", "februari", "februari";
    MARCH: "March", "maart", "mars";
    APRIL: "April", "april", "april";
    MAY: "May", "mei", "maj";
    JUNE: "June", "juni", "juni";
    JULY: "July", "juli", "juli";
    AUGUST: "August", "augustus", "augusti";
    SEPTEMBER: "September", "september", "september";
    OCTOBER: "October", "oktober", "oktober";
    NOVEMBER: "November", "november", "november";
    DECEMBER: "December", "december", "december";
    TODAY_AT: "today, {time}", "vandaag, {time}", "i dag, {time}";
    YESTERDAY_AT: "yesterday, {time}", "gisteren, {time}", "i går, {time}";
    AND: "and", "en", "och";
    OR: "or", "of", "eller";
}

/// The months in their order.
pub const MONTHS: [Word; 12] =
    [JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER];
