//! Names of files: only characters that every file system and every mail program leaves alone.
use super::CellMode;

const LONGEST: usize = 120;

/// The name of a CSV file: its parts joined with `-`, the mode, and `.csv`, such as `usage-EUR-1-2026-03-exact.csv`. Every
/// other character than `A-Z a-z 0-9 . _ -` becomes `_`; 120 characters at most; never a hidden file, an option (`-x`) or
/// one of Windows' device names. Browsers clean names only in part, so it is done here.
pub fn csv_file_name(parts: &[&str], mode: CellMode) -> String {
    let ending = match mode {
        CellMode::Safe => "-safe.csv",
        CellMode::Exact => "-exact.csv",
    };
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
