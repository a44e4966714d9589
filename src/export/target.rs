//! What a table is written for: a program, or a spreadsheet that a double click opens.
use super::{DayStyle, Dialect};

/// What a table is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub enum Target {
    /// CSV as Azure writes it (RFC 4180).
    #[default]
    Csv,
    /// CSV for Excel in Dutch: `;`, decimal comma, `DD-MM-YYYY`, byte order mark, WAAR and ONWAAR.
    ExcelNl,
    /// CSV for Excel in Swedish: `;`, decimal comma, `YYYY-MM-DD`, byte order mark, SANT and FALSKT.
    ExcelSv,
    /// CSV for Excel in English: `,`, decimal point, byte order mark, TRUE and FALSE. Days are `YYYY-MM-DD`: that is a date
    /// in the United States and in Britain alike, where `03/04/2026` is two different ones.
    ExcelEn,
    /// Cells parted by tabs, else as [`Target::Csv`].
    Tsv,
    /// One JSON list of objects; numbers keep their digits.
    Json,
    /// One JSON object a line.
    Ndjson,
    /// An Excel workbook with typed cells.
    Xlsx,
}

impl Target {
    /// Every target, in the order they are on offer.
    pub const ALL: [Target; 8] = [
        Target::Csv,
        Target::ExcelNl,
        Target::ExcelSv,
        Target::ExcelEn,
        Target::Xlsx,
        Target::Tsv,
        Target::Json,
        Target::Ndjson,
    ];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Target::Csv => "csv",
            Target::ExcelNl => "excel-nl",
            Target::ExcelSv => "excel-sv",
            Target::ExcelEn => "excel-en",
            Target::Tsv => "tsv",
            Target::Json => "json",
            Target::Ndjson => "ndjson",
            Target::Xlsx => "xlsx",
        }
    }

    /// The target of a name.
    pub fn parse(name: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|target| target.name() == name)
    }

    /// The ending of its files, with the point.
    pub fn ending(self) -> &'static str {
        match self {
            Target::Csv | Target::ExcelNl | Target::ExcelSv | Target::ExcelEn => ".csv",
            Target::Tsv => ".tsv",
            Target::Json => ".json",
            Target::Ndjson => ".ndjson",
            Target::Xlsx => ".xlsx",
        }
    }

    /// The media type of its files.
    pub fn media_type(self) -> &'static str {
        match self {
            Target::Csv | Target::ExcelNl | Target::ExcelSv | Target::ExcelEn => "text/csv;charset=utf-8",
            Target::Tsv => "text/tab-separated-values;charset=utf-8",
            Target::Json => "application/json",
            Target::Ndjson => "application/x-ndjson",
            Target::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// Whether a spreadsheet may take its text for a formula, so that [`CellMode`](super::CellMode) is a question.
    pub fn has_formulas(self) -> bool {
        self.dialect(DayStyle::Iso).is_some()
    }

    /// How its tables are written as text, `days` being how the schema writes a day; none when they are not text.
    pub fn dialect(self, days: DayStyle) -> Option<Dialect> {
        let azure = Dialect::azure(days);
        let excel = Dialect { delimiter: b';', decimal: b',', has_mark: true, ..azure };
        match self {
            Target::Csv => Some(azure),
            Target::Tsv => Some(Dialect { delimiter: b'\t', ..azure }),
            Target::ExcelNl => Some(Dialect { days: DayStyle::DayFirst, flags: ["WAAR", "ONWAAR"], ..excel }),
            Target::ExcelSv => Some(Dialect { days: DayStyle::Iso, flags: ["SANT", "FALSKT"], ..excel }),
            Target::ExcelEn => Some(Dialect { days: DayStyle::Iso, flags: ["TRUE", "FALSE"], has_mark: true, ..azure }),
            Target::Json | Target::Ndjson | Target::Xlsx => None,
        }
    }
}
