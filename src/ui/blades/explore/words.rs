//! What is said of a file: why it is not opened, what it is, how it is written.
use crate::state::{
    DayOrder, DecimalMark, Dialect, Expected, ExploreError, ExplorerError, Family, Section, Trouble, t, t_with,
};
use crate::text::words::{common, errors, explore as words};

/// A day in an order, as an example.
pub fn day_example(order: DayOrder) -> &'static str {
    match order {
        DayOrder::YearFirst => "2026-02-17",
        DayOrder::MonthFirst => "02/17/2026",
        DayOrder::DayFirst => "17-02-2026",
    }
}

fn delimiter_word(delimiter: u8) -> String {
    t(match delimiter {
        b';' => words::SEMICOLON,
        b'\t' => words::TAB,
        _ => words::COMMA,
    })
}

fn expected_words(expected: Expected) -> String {
    match expected {
        Expected::Number => t(words::A_NUMBER),
        Expected::Amount => t(words::AN_AMOUNT),
        Expected::Day(order) => t_with(words::A_DAY, &[("example", day_example(order))]),
        Expected::Flag => t(words::A_FLAG),
        Expected::Json => t(words::JSON_OBJECT),
    }
}

/// What is wrong in a file, with its place.
fn error_words(error: &ExploreError) -> String {
    let at =
        |word, line: &u64, column: &u64| t_with(word, &[("line", &line.to_string()), ("column", &column.to_string())]);
    match error {
        ExploreError::NoHeader => t(words::NO_HEADER),
        ExploreError::AfterQuote { line, column, delimiter } => t_with(
            words::AFTER_QUOTE,
            &[("line", &line.to_string()), ("column", &column.to_string()), ("delimiter", &delimiter_word(*delimiter))],
        ),
        ExploreError::QuoteInCell { line, column } => at(words::QUOTE_IN_CELL, line, column),
        ExploreError::EndsInQuotes { line, column } => at(words::ENDS_IN_QUOTES, line, column),
        ExploreError::LoneReturn { line, column } => at(words::LONE_RETURN, line, column),
        ExploreError::NotUtf8 { line, column } => at(words::NOT_UTF8, line, column),
        ExploreError::NotUtf16 { unit } => t_with(words::NOT_UTF16, &[("unit", &unit.to_string())]),
        ExploreError::Cells { line, expected, found } => t_with(
            words::CELLS,
            &[("line", &line.to_string()), ("expected", &expected.to_string()), ("found", &found.to_string())],
        ),
        ExploreError::Value { line, column, expected, found } => t_with(
            words::VALUE,
            &[
                ("line", &line.to_string()),
                ("column", column),
                ("expected", &expected_words(*expected)),
                ("found", found),
            ],
        ),
        ExploreError::RowTooLong { line } => t_with(words::ROW_TOO_LONG, &[("line", &line.to_string())]),
        ExploreError::TooLarge { line } => t_with(words::TOO_LARGE, &[("line", &line.to_string())]),
    }
}

/// Why a file was not opened.
pub fn trouble_words(error: &ExplorerError) -> String {
    match error {
        ExplorerError::Program(_) => t(errors::SITE_BROKEN),
        ExplorerError::Trouble(Trouble::Broken(error)) => error_words(error),
        ExplorerError::Trouble(Trouble::Differs(words)) => words.clone(),
        ExplorerError::Trouble(Trouble::Refused) => t(common::SAVE_FAILED),
        ExplorerError::Trouble(Trouble::Unreadable | Trouble::Question) => t(words::UNREADABLE),
    }
}

/// What a family is called.
pub fn family_words(family: Family) -> String {
    t(match family {
        Family::AccountCenter => words::ACCOUNT_CENTER,
        Family::PayAsYouGo => words::PAY_AS_YOU_GO,
        Family::CostDetails => words::COST_DETAILS,
        Family::Partner => words::PARTNER,
        Family::PartnerCustomer => words::PARTNER_CUSTOMER,
        Family::Enterprise => words::ENTERPRISE,
        Family::Focus => words::FOCUS,
        Family::Unknown => words::UNKNOWN,
    })
}

/// The versions that a file can be; none when no published one has its columns.
pub fn version_words(versions: &[String]) -> Option<String> {
    let (first, rest) = versions.split_first()?;
    let or = |one: String, other: &String| t_with(words::VERSION_OR, &[("one", &one), ("other", other)]);
    Some(rest.iter().fold(first.clone(), or))
}

/// How a file is written.
pub fn dialect_words(dialect: &Dialect) -> String {
    use crate::state::{Encoding, LineEnd};
    let encoding = match dialect.encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf8Marked => "UTF-8 BOM",
        Encoding::Utf16Le => "UTF-16 LE",
        Encoding::Utf16Be => "UTF-16 BE",
    };
    let end = match dialect.line_end {
        LineEnd::CrLf => "CRLF",
        LineEnd::Lf => "LF",
    };
    let mut all = vec![encoding.to_owned(), delimiter_word(dialect.delimiter), end.to_owned()];
    all.extend(dialect.decimal.map(|mark| {
        t(match mark {
            DecimalMark::Point => words::DECIMAL_POINT,
            DecimalMark::Comma => words::DECIMAL_COMMA,
        })
    }));
    all.extend(dialect.days.map(|order| t_with(words::DAYS_LIKE, &[("example", day_example(order))])));
    all.join(", ")
}

/// What a section is called.
pub fn section_words(section: Option<Section>) -> String {
    t(match section {
        Some(Section::ProvisioningStatus) => words::PROVISIONING,
        Some(Section::Statement) => words::STATEMENT,
        Some(Section::DailyUsage) | None => words::DAILY_USAGE,
    })
}
