//! The parts of a workbook around its rows (ECMA-376 part 1, §18.2, §18.3, §18.8; part 2 for the package).
use super::place::Letters;
use super::text::put_text;
use crate::billing::ValueKind;
use crate::export::Column;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// UTF-16 code units of a sheet's name at most.
const NAME_UNITS: usize = 31;

/// `_rels/.rels`: where the workbook is.
pub(super) fn package() -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
}

/// `xl/styles.xml`: 0 is a cell as it is, 1 a header in bold, 2 a day.
pub(super) fn styles() -> String {
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>";
    format!(
        "{DECLARATION}<styleSheet xmlns=\"{MAIN}\">\
         <numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>\
         <fonts count=\"2\"><font>{font}</font><font><b/>{font}</font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>\
         <xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

/// `[Content_Types].xml` of so many sheets.
pub(super) fn content_types(sheets: usize) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/>"
    );
    for number in 1..=sheets {
        let path = sheet_path(number);
        out += &format!("<Override PartName=\"/{path}\" ContentType=\"{TYPE}.worksheet+xml\"/>");
    }
    out + "</Types>"
}

/// `xl/_rels/workbook.xml.rels` of so many sheets.
pub(super) fn workbook_relations(sheets: usize) -> String {
    let mut out = format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for number in 1..=sheets {
        out += &format!(
            "<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    let styles = sheets + 1;
    out + &format!(
        "<Relationship Id=\"rId{styles}\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/></Relationships>"
    )
}

/// `xl/workbook.xml`: `last_rows` has the last row of each sheet. The hidden names are those by which Excel knows a filter.
pub(super) fn workbook(name: &str, columns: usize, last_rows: &[u32]) -> String {
    let mut out = format!(
        "{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><bookViews><workbookView/></bookViews><sheets>"
    );
    let mut names = String::new();
    for (index, last) in last_rows.iter().enumerate() {
        let number = index + 1;
        let sheet = sheet_name(name, number);
        out += &format!("<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>", escaped(&sheet));
        let quoted = escaped(&sheet.replace('\'', "''"));
        let column = letters(columns);
        names += &format!(
            "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{index}\" hidden=\"1\">'{quoted}'!$A$1:${column}${last}</definedName>"
        );
    }
    out + "</sheets><definedNames>" + &names + "</definedNames></workbook>"
}

/// The part of a sheet, from 1.
pub(super) fn sheet_path(number: usize) -> String {
    format!("xl/worksheets/sheet{number}.xml")
}

/// What stands before the rows of a sheet: the header stays when the rows are scrolled; columns have sensible widths.
pub(super) fn sheet_head(columns: &[Column], number: usize) -> String {
    let selected = if number == 1 { " tabSelected=\"1\"" } else { "" };
    let mut out = format!(
        "{DECLARATION}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView{selected} workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>\
         </sheetView></sheetViews><cols>"
    );
    for (index, column) in columns.iter().enumerate() {
        let at = index + 1;
        out += &format!("<col min=\"{at}\" max=\"{at}\" width=\"{}\" customWidth=\"1\"/>", width(column));
    }
    out + "</cols><sheetData>"
}

/// What stands behind the rows of a sheet: a filter over all, and no marks at digits that are text.
pub(super) fn sheet_tail(columns: usize, last_row: u32) -> String {
    let all = format!("A1:{}{last_row}", letters(columns));
    format!(
        "</sheetData><autoFilter ref=\"{all}\"/>\
         <ignoredErrors><ignoredError sqref=\"{all}\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>"
    )
}

/// The name of a sheet, from 1: `Name`, then `Name (2)`. What a name may not have is `_`, and it is cut at 31 UTF-16 code
/// units.
pub(super) fn sheet_name(name: &str, number: usize) -> String {
    let ending = if number > 1 { format!(" ({number})") } else { String::new() };
    let is_refused =
        |c: char| c.is_control() || matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\u{fffe}' | '\u{ffff}');
    let mut units = ending.len();
    let kept = name.trim_start_matches(|c: char| c == '\'' || c.is_whitespace()).chars().take_while(|c| {
        units += c.len_utf16();
        units <= NAME_UNITS
    });
    let kept: String = kept.map(|c| if is_refused(c) { '_' } else { c }).collect();
    match kept.trim_end_matches(|c: char| c == '\'' || c.is_whitespace()) {
        "" => format!("Sheet{ending}"),
        // Excel keeps this name for itself.
        kept if kept.eq_ignore_ascii_case("history") => format!("{kept}_{ending}"),
        kept => format!("{kept}{ending}"),
    }
}

fn letters(columns: usize) -> String {
    Letters::at(columns.saturating_sub(1)).as_bytes().iter().copied().map(char::from).collect()
}

fn escaped(text: &str) -> String {
    let mut out = Vec::new();
    put_text(&mut out, text);
    String::from_utf8_lossy(&out).replace('"', "&quot;")
}

/// In characters: what values of the kind need, or the header with the button of its filter, up to a limit.
fn width(column: &Column) -> usize {
    let values = match column.kind {
        ValueKind::Flag => 8,
        ValueKind::Day => 12,
        ValueKind::Number => 14,
        ValueKind::Text => 22,
        ValueKind::Json => 40,
    };
    values.max((column.name.chars().count() + 4).min(60))
}
