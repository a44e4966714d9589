//! Workbooks, read back with calamine, which shares no code with the writer.
use crate::goldens;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use chrono::{Days, NaiveDate};
use factuur::billing::ValueKind::{self, Day, Flag, Json, Number, Text};
use factuur::export::{
    CELL_UNITS, Cell, Column, SHEET_COLUMNS, SHEET_ROWS, XlsxCounts, XlsxError, XlsxReadBack, XlsxWriter,
};
use proptest::collection::vec;
use proptest::prelude::*;
use std::io::Cursor;
use std::process::Command;

type Row = Vec<&'static str>;

fn columns(kinds: &[ValueKind]) -> Vec<Column> {
    kinds.iter().enumerate().map(|(at, kind)| Column::new(format!("{kind:?} {at}"), *kind)).collect()
}

/// The file of these rows, a page for every so many of them, and what was counted.
pub fn workbook<R: AsRef<[S]>, S: AsRef<str>>(
    writer: XlsxWriter,
    columns: &[Column],
    rows: &[R],
    page_rows: usize,
) -> Result<(Vec<u8>, XlsxCounts), XlsxError> {
    let mut writer = writer;
    let mut file = Vec::new();
    let mut page = writer.page();
    let wanted: Vec<usize> = (0..columns.len()).collect();
    for rows in rows.chunks(page_rows) {
        page.restart(&writer);
        for row in rows {
            for (column, text) in columns.iter().zip(row.as_ref()) {
                page.cell(Cell { kind: column.kind, text: text.as_ref() })?;
            }
            page.end_row()?;
        }
        let mut found = XlsxReadBack::new(&page, &wanted)?;
        for row in rows {
            let row: Vec<&str> = row.as_ref().iter().map(AsRef::as_ref).collect();
            let cells = row.iter().filter(|text| !text.is_empty()).count();
            assert_eq!(found.next_row()?, Some(cells));
            assert_eq!((0..row.len()).map(|at| found.text(at)).collect::<Vec<_>>(), row, "read back");
        }
        assert_eq!(found.next_row()?, None);
        writer.accept(&page)?;
        file.extend(writer.take());
    }
    let counts = writer.counts();
    file.extend(writer.finish()?);
    Ok((file, counts))
}

/// Names and cells of the sheets of a file.
pub fn sheets(file: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(file)).unwrap();
    let rows = |range: calamine::Range<Data>| range.rows().map(<[Data]>::to_vec).collect();
    book.worksheets().into_iter().map(|(name, range)| (name, rows(range))).collect()
}

/// The cells of the one sheet, without its header, of rows written at once.
fn cells(kinds: &[ValueKind], rows: &[Row]) -> Vec<Vec<Data>> {
    let columns = columns(kinds);
    let (file, _) = workbook(XlsxWriter::new(&columns, "Usage").unwrap(), &columns, rows, 100).unwrap();
    let sheet = sheets(&file).remove(0).1;
    let header: Vec<Data> = columns.iter().map(|column| Data::String(column.name.to_string())).collect();
    assert_eq!(sheet[0], header);
    sheet[1..].to_vec()
}

/// The one cell of a workbook of one cell.
fn cell(kind: ValueKind, text: &str) -> Data {
    let columns = columns(&[kind]);
    let (file, _) = workbook(XlsxWriter::new(&columns, "Usage").unwrap(), &columns, &[[text]], 1).unwrap();
    sheets(&file)[0].1.get(1).map_or(Data::Empty, |row| row[0].clone())
}

fn error(kinds: &[ValueKind], row: &[&str]) -> XlsxError {
    let columns = columns(kinds);
    workbook(XlsxWriter::new(&columns, "Usage").unwrap(), &columns, &[row.to_vec()], 1).unwrap_err()
}

/// The day of a cell that is one.
pub fn day(cell: &Data) -> NaiveDate {
    let Data::DateTime(date) = cell else { panic!("{cell:?} is no day") };
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    assert_eq!((hour, minute, second), (0, 0, 0));
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).unwrap()
}

#[test]
fn each_kind_has_a_cell_of_its_type() {
    let rows = cells(
        &[Text, Number, Day, Flag, Json],
        &[
            vec!["Virtual Machines", "-0.0536", "2026-04-09", "true", "{\"env\":\"prod\"}"],
            vec!["", "", "", "", ""],
            vec!["007", "1200", "2026-12-31", "false", ""],
        ],
    );
    assert_eq!(rows[0][0], Data::String("Virtual Machines".to_owned()));
    assert_eq!(rows[0][1], Data::Float(-0.0536));
    assert_eq!(day(&rows[0][2]).to_string(), "2026-04-09");
    assert_eq!(rows[0][3], Data::Bool(true));
    assert_eq!(rows[0][4], Data::String("{\"env\":\"prod\"}".to_owned()));
    assert!(rows[1].iter().all(|cell| *cell == Data::Empty));
    assert_eq!(rows[2][0], Data::String("007".to_owned()), "text that looks like a number is text");
    assert_eq!((&rows[2][1], &rows[2][3]), (&Data::Float(1200.0), &Data::Bool(false)));
}

#[test]
fn text_comes_back_as_it_was() {
    let long = "å".repeat(CELL_UNITS);
    let emoji = "🚀".repeat(CELL_UNITS / 2);
    for text in [
        "She said \"no\"; 'yes'",
        "a < b & c > d ]]> &amp; <![CDATA[",
        "one\ntwo\r\nthree\rfour\ttab",
        "\0 in the \u{1} middle\u{1f}",
        "\u{feff}mark",
        "=1+1",
        "＝1＋1－＠",
        "🚀 人 ł e\u{301}",
        " leading",
        "trailing ",
        "\ttabs\t",
        "\n",
        "   ",
        "two  blanks",
        "_x0041_",
        "_x005F_x0041_",
        "_x0041_x0042_",
        "_x004",
        "\u{fffe}\u{ffff}",
        "\u{85}\u{2028}\u{7f}\u{a0}",
        &long,
        &emoji,
    ] {
        assert_eq!(cell(Text, text), Data::String(text.to_owned()), "{text:?}");
        assert_eq!(cell(Json, text), Data::String(text.to_owned()), "{text:?}");
    }
}

#[test]
fn text_that_no_cell_holds_is_told_and_not_cut() {
    let row = |units| XlsxError::TextTooLong { row: 1, column: "Text 1".to_owned(), units };
    assert_eq!(error(&[Text, Text], &["", &"å".repeat(CELL_UNITS + 1)]), row(CELL_UNITS + 1));
    assert_eq!(error(&[Text, Text], &["", &"🚀".repeat(CELL_UNITS / 2 + 1)]), row(CELL_UNITS + 1));
    let header = [Column::new("a", Text), Column::new("b".repeat(CELL_UNITS + 1), Text)];
    assert_eq!(XlsxWriter::new(&header, "Usage").err(), Some(XlsxError::HeaderTooLong(2)));
}

#[test]
fn a_number_is_one_as_long_as_excel_keeps_its_digits() {
    for (number, value) in [
        ("0", 0.0),
        ("0.000", 0.0),
        ("123456789012345", 123_456_789_012_345.0),
        ("-0.123456789012345", -0.123_456_789_012_345),
        ("0.0000000000000000000000000001", 1e-28),
        ("1.5000000000000000000000000000", 1.5),
        ("1234500000000000000000000000", 1.2345e27),
    ] {
        assert_eq!(cell(Number, number), Data::Float(value), "{number}");
    }
    for number in ["1234567890123456", "-0.1234567890123456", "1.000000000000001", "7.922816251426433759354395033"] {
        assert_eq!(cell(Number, number), Data::String(number.to_owned()), "every digit of a longer one");
    }
}

#[test]
fn a_day_is_one_from_the_first_that_excel_has_right() {
    for text in ["1900-03-01", "1904-01-01", "1999-12-31", "2000-02-29", "2026-11-21", "2100-03-01", "9999-12-31"] {
        assert_eq!(day(&cell(Day, text)).to_string(), text);
    }
    for text in ["1900-02-28", "1900-01-01", "1899-12-31", "0001-01-01"] {
        assert_eq!(cell(Day, text), Data::String(text.to_owned()));
    }
}

#[test]
fn what_is_text_against_its_kind_is_counted() {
    let columns = columns(&[Number, Day]);
    let rows = [["1234567890123456", "2026-04-09"], ["1", "1900-02-28"], ["0.12345678901234567", ""]];
    let (_, counts) = workbook(XlsxWriter::new(&columns, "Usage").unwrap(), &columns, &rows, 2).unwrap();
    assert_eq!(counts, XlsxCounts { rows: 3, long_numbers: 2, early_days: 1 });
}

#[test]
fn a_value_that_is_not_of_its_kind_is_told() {
    for (kind, texts) in [
        (Number, &["1,5", "1e3", "+1", ".5", "5.", "-", "1.2.3", "NaN", " 1"][..]),
        (Day, &["2026-02-29", "2026-4-9", "09/04/2026", "2026-04-09T00:00:00Z", "+026-04-09"][..]),
        (Flag, &["True", "1", "yes"][..]),
    ] {
        for text in texts {
            let wanted =
                XlsxError::NotOfItsKind { row: 1, column: format!("{kind:?} 0"), kind, text: (*text).to_owned() };
            assert_eq!(error(&[kind], &[text]), wanted);
        }
    }
}

#[test]
fn rows_that_do_not_fit_go_on_to_the_next_sheet_under_the_same_header() {
    let columns = columns(&[Text, Number]);
    let rows: Vec<[String; 2]> = (1..=13).map(|row| [format!("row {row}"), row.to_string()]).collect();
    let writer = || XlsxWriter::new(&columns, "Usage").unwrap().with_sheet_rows(5);
    let (file, counts) = workbook(writer(), &columns, &rows, 100).unwrap();
    assert_eq!(counts.rows, 13);
    let found = sheets(&file);
    let names: Vec<_> = found.iter().map(|(name, rows)| (name.as_str(), rows.len())).collect();
    assert_eq!(names, [("Usage", 5), ("Usage (2)", 5), ("Usage (3)", 5), ("Usage (4)", 2)]);
    let header = [Data::String("Text 0".to_owned()), Data::String("Number 1".to_owned())];
    assert!(found.iter().all(|(_, rows)| rows[0] == header));
    let numbers = found.iter().flat_map(|(_, rows)| &rows[1..]).map(|row| row[1].clone());
    assert!(numbers.eq((1..=13).map(|row| Data::Float(f64::from(row)))));
    for page_rows in 1..13 {
        let (paged, _) = workbook(writer(), &columns, &rows, page_rows).unwrap();
        assert_eq!(sheets(&paged), found, "pages of {page_rows} rows");
    }
    let (full, _) = workbook(writer(), &columns, &rows[..4], 100).unwrap();
    assert_eq!(sheets(&full).len(), 1, "a sheet that is just full needs no other");
}

#[test]
fn the_number_of_sheets_is_known_before() {
    let most = u64::from(SHEET_ROWS - 1);
    for (rows, sheets) in [(0, 1), (1, 1), (most, 1), (most + 1, 2), (2 * most, 2), (2 * most + 1, 3)] {
        assert_eq!(XlsxWriter::sheets_for(rows), sheets, "{rows} rows");
    }
}

#[test]
fn a_table_of_no_rows_is_its_header() {
    assert_eq!(cells(&[Text, Day], &[]), Vec::<Vec<Data>>::new());
}

#[test]
fn a_table_has_one_column_at_least_and_16_384_at_most() {
    assert_eq!(XlsxWriter::new(&[], "Usage").err(), Some(XlsxError::NoColumns));
    let most = columns(&vec![Number; SHEET_COLUMNS]);
    let row: Vec<String> = (0..SHEET_COLUMNS).map(|column| column.to_string()).collect();
    let (file, _) = workbook(XlsxWriter::new(&most, "Usage").unwrap(), &most, &[row], 1).unwrap();
    assert_eq!(sheets(&file)[0].1[1][16_383], Data::Float(16_383.0));
    let over = columns(&vec![Number; SHEET_COLUMNS + 1]);
    assert_eq!(XlsxWriter::new(&over, "Usage").err(), Some(XlsxError::TooManyColumns(SHEET_COLUMNS + 1)));
}

#[test]
fn sheets_have_names_that_excel_takes() {
    for (name, first, second) in [
        ("Usage", "Usage", "Usage (2)"),
        ("a[b]c:d*e?f/g\\h", "a_b_c_d_e_f_g_h", "a_b_c_d_e_f_g_h (2)"),
        ("'it's'", "it's", "it's (2)"),
        ("Användning & <\"kostnad\">", "Användning & <\"kostnad\">", "Användning & <\"kostnad\"> (2)"),
        ("", "Sheet", "Sheet (2)"),
        ("'' ", "Sheet", "Sheet (2)"),
        ("History", "History_", "History_ (2)"),
        ("abcdefghijklmnopqrstuvwxyz 1234' 6789", "abcdefghijklmnopqrstuvwxyz 1234", "abcdefghijklmnopqrstuvwxyz (2)"),
        ("abcdefghijklmnopqrstuvwxyz 12'34", "abcdefghijklmnopqrstuvwxyz 12'3", "abcdefghijklmnopqrstuvwxyz (2)"),
        ("abcdefghijklmnopqrstuvwxyz 123''4", "abcdefghijklmnopqrstuvwxyz 123", "abcdefghijklmnopqrstuvwxyz (2)"),
        ("🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀", "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀", "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀 (2)"),
    ] {
        let columns = columns(&[Text]);
        let writer = XlsxWriter::new(&columns, name).unwrap().with_sheet_rows(2);
        let (file, _) = workbook(writer, &columns, &[["a"], ["b"]], 9).unwrap();
        let found: Vec<_> = sheets(&file).into_iter().map(|(name, _)| name).collect();
        assert_eq!(found, [first, second]);
    }
}

#[test]
fn a_page_that_fails_leaves_the_workbook_as_it_was() {
    let columns = columns(&[Text, Number]);
    let fill = |page: &mut factuur::export::XlsxPage, number| {
        page.cell(Cell::text("a"))?;
        page.cell(Cell { kind: Number, text: number })?;
        page.end_row()
    };
    let make = |fails: bool| {
        let mut writer = XlsxWriter::new(&columns, "Usage").unwrap().with_sheet_rows(3);
        let mut page = writer.page();
        fill(&mut page, "1").unwrap();
        writer.accept(&page).unwrap();
        if fails {
            page.restart(&writer);
            fill(&mut page, "2").unwrap();
            fill(&mut page, "12345678901234567").unwrap();
            assert!(fill(&mut page, "no number").is_err());
            let inside = writer.accept(&page);
            assert_eq!(inside, Err(XlsxError::EndsInsideRow { row: 4 }));
        }
        page.restart(&writer);
        for number in ["2", "3", "4"] {
            fill(&mut page, number).unwrap();
        }
        writer.accept(&page).unwrap();
        assert_eq!(writer.accept(&page), Err(XlsxError::PageDiffers { wanted: 5, found: 2 }), "once is enough");
        assert_eq!((writer.counts().rows, writer.counts().long_numbers, writer.sheets()), (4, 0, 2));
        writer.finish().unwrap()
    };
    assert_eq!(make(true), make(false));
}

#[test]
fn a_row_has_a_cell_for_each_column() {
    let columns = columns(&[Text, Text]);
    let wrong = Err(XlsxError::CellCountDiffers { row: 1, columns: 2 });
    let mut page = XlsxWriter::new(&columns, "Usage").unwrap().page();
    page.cell(Cell::text("a")).unwrap();
    assert_eq!(page.end_row(), wrong);
    page.cell(Cell::text("b")).unwrap();
    assert_eq!(page.cell(Cell::text("c")), wrong);
}

fn unzipped(file: &[u8], part: &str) -> String {
    let folder = super::spreadsheets::Folder::new();
    let path = folder.file("a.xlsx", file);
    let output = Command::new("unzip").arg("-p").arg(path).arg(part).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A table of every kind, with a sheet for each three rows.
pub fn sample() -> Vec<u8> {
    let columns = [
        Column::new("Date", Day),
        Column::new("MeterName", Text),
        Column::new("Quantity", Number),
        Column::new("CostInBillingCurrency", Number),
        Column::new("IsAzureCreditEligible", Flag),
        Column::new("Tags", Json),
    ];
    let rows = [
        ["2026-04-09", "D2s v5 & \"more\" <x>", "24", "0.0536", "true", "{\"env\":\"prod\"}"],
        ["2026-04-10", " _x0041_\r\n", "-1.5", "0.12345678901234567890", "false", ""],
        ["1900-02-28", "=1+1", "", "1200", "", ""],
    ];
    let writer = XlsxWriter::new(&columns, "Usage").unwrap().with_sheet_rows(3);
    workbook(writer, &columns, &rows, 2).unwrap().0
}

#[test]
fn the_parts_are_those_of_the_golden_file() {
    let file = sample();
    let mut found = String::new();
    for part in [
        "_rels/.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "[[]Content_Types].xml",
    ] {
        found += &format!("==> {part}\n{}\n", unzipped(&file, part).replace("><", ">\n<"));
    }
    goldens::check(&goldens::folder().join("workbook.txt"), &found);
}

#[test]
fn no_part_of_a_workbook_has_the_large_form_of_zip() {
    let file = sample();
    for record in [&b"PK\x01\x02"[..], b"PK\x03\x04"] {
        let heads: Vec<_> = (0..file.len()).filter(|at| file[*at..].starts_with(record)).collect();
        assert_eq!(heads.len(), 7);
        let needs = if record[2] == 1 { 6 } else { 4 };
        assert!(heads.iter().all(|at| file[at + needs..at + needs + 2] == [20, 0]), "2.0 is enough");
    }
}

fn value(kind: ValueKind) -> BoxedStrategy<String> {
    let number = (any::<i128>(), 0_u32..=28, 0_u32..38).prop_map(|(mantissa, scale, shift)| {
        let short = mantissa / 10_i128.pow(shift) % 79_228_162_514_264_337_593_543_950_335;
        rust_decimal::Decimal::from_i128_with_scale(short, scale).to_string()
    });
    match kind {
        Number => prop_oneof![Just(String::new()), number].boxed(),
        Day => (0_u64..70_000)
            .prop_map(|days| (NaiveDate::from_ymd_opt(1890, 1, 1).unwrap() + Days::new(days)).to_string())
            .boxed(),
        Flag => prop_oneof![Just("true"), Just("false"), Just("")].prop_map(str::to_owned).boxed(),
        Text | Json => prop_oneof![any::<String>(), "[ _x0-9a-f\\x00&<>'\"\r\n\t]{0,20}"].boxed(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_record_comes_back_as_it_was(
        (kinds, rows) in vec(prop_oneof![Just(Text), Just(Number), Just(Day), Just(Flag), Just(Json)], 1..9).prop_flat_map(|kinds| {
            let row: Vec<_> = kinds.iter().map(|kind| value(*kind)).collect();
            (Just(kinds), vec(row, 1..12))
        }),
        sheet_rows in 2_u32..9,
        page_rows in 1_usize..9,
    ) {
        let columns = columns(&kinds);
        let writer = XlsxWriter::new(&columns, "Usage").unwrap().with_sheet_rows(sheet_rows);
        let (file, counts) = workbook(writer, &columns, &rows, page_rows).unwrap();
        let (mut long, mut early) = (0, 0);
        let sheets = sheets(&file);
        prop_assert_eq!(sheets.len(), rows.len().div_ceil(sheet_rows as usize - 1));
        for (at, row) in rows.iter().enumerate() {
            let (sheet, place) = (at / (sheet_rows as usize - 1), at % (sheet_rows as usize - 1) + 1);
            let empty = Vec::new();
            let cells = sheets[sheet].1.get(place).unwrap_or(&empty);
            for (column, text) in row.iter().enumerate() {
                let cell = cells.get(column).unwrap_or(&Data::Empty);
                match (kinds[column], cell) {
                    (_, Data::Empty) => prop_assert_eq!(text, ""),
                    (Number, Data::Float(number)) => prop_assert_eq!(*number, text.parse::<f64>().unwrap()),
                    (Day, Data::DateTime(_)) => prop_assert_eq!(&day(cell).to_string(), text),
                    (Flag, Data::Bool(flag)) => prop_assert_eq!(&flag.to_string(), text),
                    (kind, Data::String(found)) => {
                        prop_assert_eq!(found, text);
                        long += u64::from(kind == Number);
                        early += u64::from(kind == Day);
                        prop_assert!(kind != Flag);
                        prop_assert!(kind != Day || text.as_str() < "1900-03-01");
                    }
                    other => prop_assert!(false, "{:?} for {}", other, text),
                }
            }
        }
        prop_assert_eq!(counts, XlsxCounts { rows: rows.len() as u64, long_numbers: long, early_days: early });
    }
}
