//! What is said in one word: the name of the case.
use crate::billing::ValueKind;
use crate::explore::{DayOrder, DecimalMark, Encoding, Expected, Family, LineEnd, Quoting, Section};

/// What is said in one word.
pub(super) trait Word: Sized {
    /// Its word.
    fn word(self) -> &'static str;

    /// Reads a word; none when it is none of these.
    fn of_word(word: &str) -> Option<Self>;
}

macro_rules! words {
    ($($type:ident { $($case:ident),* })*) => {
        $(impl Word for $type {
            fn word(self) -> &'static str {
                match self {
                    $($type::$case => stringify!($case),)*
                }
            }

            fn of_word(word: &str) -> Option<$type> {
                Some(match word {
                    $(stringify!($case) => $type::$case,)*
                    _ => return None,
                })
            }
        })*
    };
}

words! {
    ValueKind { Text, Number, Day, Flag, Json }
    Family { AccountCenter, PayAsYouGo, CostDetails, Partner, PartnerCustomer, Enterprise, Focus, Unknown }
    Section { ProvisioningStatus, Statement, DailyUsage }
    Encoding { Utf8, Utf8Marked, Utf16Le, Utf16Be }
    LineEnd { CrLf, Lf }
    Quoting { Minimal, All }
    DecimalMark { Point, Comma }
    DayOrder { YearFirst, MonthFirst, DayFirst }
}

/// A day by the order of its parts.
impl Word for Expected {
    fn word(self) -> &'static str {
        match self {
            Expected::Number => "Number",
            Expected::Amount => "Amount",
            Expected::Day(order) => order.word(),
            Expected::Flag => "Flag",
            Expected::Json => "Json",
        }
    }

    fn of_word(word: &str) -> Option<Expected> {
        Some(match word {
            "Number" => Expected::Number,
            "Amount" => Expected::Amount,
            "Flag" => Expected::Flag,
            "Json" => Expected::Json,
            order => Expected::Day(DayOrder::of_word(order)?),
        })
    }
}
