//! Names of files: only characters that every file system and every mail program leaves alone.
use super::{CellMode, Target};

const LONGEST: usize = 120;

/// The name of a CSV file as Azure writes it, as [`file_name`].
pub fn csv_file_name(parts: &[&str], mode: CellMode) -> String {
    file_name(parts, Target::Csv, mode)
}

/// The name of a file: its parts joined with `-`, the spreadsheet it is for, the mode where there are two, and the ending,
/// such as `usage-EUR-1-2026-03-exact.csv` and `usage-EUR-1-2026-03-excel-nl-safe.csv`. Every other character than `A-Z a-z 0-9 . _ -` becomes `_`; 120 characters at most; never a hidden file, an option (`-x`) or
/// one of Windows' device names. Browsers clean names only in part, so it is done here.
pub fn file_name(parts: &[&str], target: Target, mode: CellMode) -> String {
    let of_excel = match target {
        Target::ExcelNl | Target::ExcelSv | Target::ExcelEn => format!("-{}", target.name()),
        _ => String::new(),
    };
    let of_mode = match mode {
        _ if !target.has_formulas() => "",
        CellMode::Safe => "-safe",
        CellMode::Exact => "-exact",
    };
    let ending = format!("{of_excel}{of_mode}{}", target.ending());
    let joined = parts.join("-");
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let clean: String = joined.chars().map(|c| if is_allowed(c) { c } else { '_' }).collect();
    let clean = clean.trim_start_matches(['.', '-']);
    let prefix = if clean.is_empty() {
        "export"
    } else if is_device(clean) {
        "_"
    } else {
        ""
    };
    let room = LONGEST - ending.len() - prefix.len();
    let kept: String = clean.chars().take(room).collect();
    format!("{prefix}{kept}{ending}")
}

/// Windows takes `con`, `con.txt` and `con.a.csv` all for the console.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.to_ascii_uppercase();
    let port = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let is_port = port.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()));
    is_port || matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL")
}
