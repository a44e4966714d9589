use super::*;
use crate::billing::ValueKind;
use crate::export::{Cell, Column, DayStyle, Exporter, Target};
use proptest::prelude::*;

const TARGETS: [Target; 5] = [Target::Csv, Target::ExcelNl, Target::ExcelSv, Target::ExcelEn, Target::Tsv];

/// Invoice, cost, currency, note; the last three costs are a row each.
const ROWS: [[&str; 4]; 3] = [
    ["G1", "0.0543695421888000000", "EUR", "a,b;c\td \"north\"\r\nsouth"],
    ["G2", "-12.50", "EUR", "=1"],
    ["G3", "0.00000000000000000000000001", "SEK", ""],
];

/// A sound file, and what was written into it.
struct Made {
    plan: Plan,
    dialect: Dialect,
    head: String,
    page: String,
    written: Tally,
}

fn made(target: Target, mode: CellMode) -> Made {
    let kinds = [ValueKind::Text, ValueKind::Number, ValueKind::Text, ValueKind::Text];
    let names = ["invoice", "cost", "currency", "note"];
    let columns = names.into_iter().zip(kinds).map(|(name, kind)| Column::new(name, kind)).collect();
    let plan =
        Plan { columns, target, mode, days: DayStyle::Iso, cost: Some(1), currency: Some(2), title: "Usage".into() };
    let mut file = Exporter::new(plan.clone()).unwrap();
    let head = String::from_utf8(file.bytes().to_vec()).unwrap();
    let cells = |row: [&'static str; 4]| row.into_iter().zip(kinds).map(|(text, kind)| Cell { kind, text });
    file.page(|page| ROWS.iter().try_for_each(|row| page.row(cells(*row)))).unwrap();
    let page = String::from_utf8(file.bytes().to_vec()).unwrap();
    let dialect = target.dialect(DayStyle::Iso).unwrap();
    Made { plan, dialect, head, page, written: file.written().clone() }
}

/// Every file of text there can be.
fn all() -> impl Iterator<Item = Made> {
    TARGETS.into_iter().flat_map(|target| [CellMode::Safe, CellMode::Exact].map(|mode| made(target, mode)))
}

impl Made {
    fn begun(&self) -> CsvReadBack {
        let mut found = CsvReadBack::new(&self.plan, self.dialect);
        found.read_head(self.head.as_bytes(), &self.plan).unwrap();
        found
    }

    fn head(&self, head: &str) -> Result<(), ExportError> {
        CsvReadBack::new(&self.plan, self.dialect).read_head(head.as_bytes(), &self.plan)
    }

    /// Reads a page and compares it with what was written.
    fn page(&self, page: &[u8]) -> Result<(), ExportError> {
        let mut found = self.begun();
        found.read(page)?;
        self.written.compare(found.found())
    }

    /// The page with one thing in another's place.
    fn with(&self, one: &str, other: &str) -> Result<(), ExportError> {
        assert!(self.page.contains(one), "{one:?} in {:?}", self.page);
        self.page(self.page.replacen(one, other, 1).as_bytes())
    }

    /// As it stands in this file: `,` parts cells, `.` is the decimal sign.
    fn own(&self, text: &str) -> String {
        let sign = |letter| match letter {
            ',' => char::from(self.dialect.delimiter),
            '.' => char::from(self.dialect.decimal),
            other => other,
        };
        text.chars().map(sign).collect()
    }
}

fn differs(row: u64) -> Result<(), ExportError> {
    Err(ExportError::RowDiffers { row })
}

#[test]
fn a_sound_file_is_handed_over_whole_or_row_by_row() {
    for it in all() {
        assert_eq!(it.page(it.page.as_bytes()), Ok(()));
        let mut found = it.begun();
        let second = it.page.find("G2").unwrap();
        for page in [&it.page[..second], "", &it.page[second..]] {
            assert_eq!(found.read(page.as_bytes()), Ok(()));
        }
        assert_eq!(found.found(), &it.written);
    }
}

#[test]
fn a_file_with_another_head_is_not_handed_over() {
    for it in all() {
        let heads = [
            String::new(),
            it.head.replace("cost", "Cost"),
            it.head.replace(&it.own("cost,currency"), &it.own("currency,cost")),
            it.head.replace(&it.own(",note"), ""),
            it.head.replace("note", &it.own("note,")),
            it.head.replace("\r\n", "\n"),
            it.head.replace("\r\n", ""),
            it.head.clone() + "\r\n",
            it.head.clone() + &it.page,
            it.head.replace("note", "no\"te"),
            match it.head.strip_prefix('\u{feff}') {
                Some(without) => without.to_owned(),
                None => "\u{feff}".to_owned() + &it.head,
            },
        ];
        for head in heads {
            assert_eq!(it.head(&head), Err(ExportError::HeaderDiffers), "{head:?}");
        }
    }
}

#[test]
fn a_file_that_lost_a_row_or_has_one_twice_is_not_handed_over() {
    for it in all() {
        let (second, third) = (it.page.find("G2").unwrap(), it.page.find("G3").unwrap());
        let lost = it.page[..second].to_owned() + &it.page[third..];
        assert_eq!(it.page(lost.as_bytes()), Err(ExportError::RowCountDiffers { written: 3, found: 2 }));
        let twice = it.page[..third].to_owned() + &it.page[second..];
        assert_eq!(it.page(twice.as_bytes()), Err(ExportError::RowCountDiffers { written: 3, found: 4 }));
        assert_eq!(it.page(b""), Err(ExportError::RowCountDiffers { written: 3, found: 0 }));
    }
}

#[test]
fn a_file_with_another_cost_or_currency_is_not_handed_over() {
    for it in all() {
        let answer = it.with("0543695421888000000", "0543695421888000001");
        let sums = ("EUR".to_owned(), "-12.4456304578112".to_owned(), "-12.4456304578111999999".to_owned());
        let (currency, written, found) = sums;
        assert_eq!(answer, Err(ExportError::SumDiffers { currency, written, found }));
        for (one, other) in [("EUR", "SEK"), ("SEK", "sek"), ("SEK", ""), ("-12", "12"), ("-12.50", "")] {
            let answer = it.with(&it.own(one), other);
            assert!(matches!(answer, Err(ExportError::SumDiffers { .. })), "{one} {other}: {answer:?}");
        }
    }
}

#[test]
fn a_cost_that_is_no_number_of_this_file_is_refused_by_its_row() {
    for it in all() {
        let cost = it.own("-12.50");
        let other_sign = if it.dialect.decimal == b'.' { "-12,50" } else { "-12.50" };
        for wrong in [other_sign, "'-12", "1e3", " 1", "x", "=1", "-", "1 000", "0x1", "-12.50.1"] {
            assert_eq!(it.with(&cost, wrong), differs(2), "{wrong} {:?}", it.dialect);
        }
    }
}

#[test]
fn a_row_with_too_few_or_too_many_cells_is_refused() {
    for it in all() {
        assert_eq!(it.with(&it.own("G2,"), "G2"), differs(2));
        assert_eq!(it.with(&it.own("G2,"), &it.own("G2,,")), differs(2));
        assert_eq!(it.with(&it.own("SEK,"), "SEK"), differs(3));
        assert_eq!(it.page(format!("{}\r\n", it.page).as_bytes()), differs(4), "an empty line is no row");
    }
}

#[test]
fn a_quote_or_a_line_break_where_none_may_be_is_refused() {
    for it in all() {
        for (one, other) in [
            ("G1", "G\"1"),
            ("G1", "\"G1"),
            ("G1", "\"G1\"x"),
            ("G1", "G1\"\""),
            ("G1", "G\n1"),
            ("G1", "G\r1"),
            ("G1", "G\r\n1"),
            ("\"\"north", "\"north"),
            ("\"a,b", "a,b"),
        ] {
            assert_eq!(it.with(one, other), differs(1), "{one:?} {other:?}");
        }
        assert_eq!(it.with("=1\r\n", "=1\n"), differs(2), "rows end with CRLF");
        assert_eq!(it.with("=1\r\n", "=1\r"), differs(2));
    }
}

#[test]
fn a_file_that_ends_inside_a_row_is_refused() {
    for it in all() {
        let third = it.page.find("G3").unwrap();
        for end in third + 1..it.page.len() {
            assert_eq!(it.page(&it.page.as_bytes()[..end]), differs(3), "{:?}", &it.page[third..end]);
        }
        let quoted = it.page.find("south").unwrap();
        assert_eq!(it.page(&it.page.as_bytes()[..quoted]), differs(1));
    }
}

#[test]
fn a_cell_that_is_not_utf_8_is_refused_where_it_is_read() {
    for it in all() {
        let currency = it.page.find("SEK").unwrap();
        let mut bytes = it.page.clone().into_bytes();
        bytes[currency] = 0xff;
        assert_eq!(it.page(&bytes), differs(3));
    }
}

#[test]
fn a_page_that_cannot_be_read_leaves_what_was_found() {
    for it in all() {
        let mut found = it.begun();
        let third = it.page.find("G3").unwrap();
        found.read(&it.page.as_bytes()[..third]).unwrap();
        let before = found.found().clone();
        let (sound, broken) = (&it.page[third..], it.page.trim_end());
        assert_eq!(found.read(broken.as_bytes()), differs(5), "rows are counted from the first of the file");
        assert_eq!(found.found(), &before);
        found.read(sound.as_bytes()).unwrap();
        assert_eq!(found.found(), &it.written);
    }
}

proptest! {
    #[test]
    fn what_is_read_is_what_another_reader_reads(
        pieces in proptest::collection::vec(proptest::sample::select(vec!["a", "1", "\"", "\"\"", ",", "\r\n", "\n", "'"]), 0..14),
    ) {
        let text = pieces.concat();
        let columns = vec![Column::new("a", ValueKind::Text), Column::new("b", ValueKind::Number)];
        let plan =
            Plan { columns, target: Target::Csv, mode: CellMode::Exact, days: DayStyle::Iso, cost: Some(1), currency: None, title: "Usage".into() };
        let mut found = CsvReadBack::new(&plan, Dialect::azure(DayStyle::Iso));
        if found.read(text.as_bytes()).is_ok() {
            let mut written = Tally::default();
            for row in csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes()).records() {
                let row = row.unwrap();
                prop_assert_eq!(row.len(), 2);
                written.count_text("", &row[1]).unwrap();
            }
            prop_assert_eq!(found.found(), &written);
        }
    }
}
