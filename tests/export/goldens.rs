//! Golden files: what a file was when somebody last looked at it.
use crate::workbooks;
use factuur::export::Target;
use std::path::{Path, PathBuf};

/// Where the golden file of an exact file is. The target is in the name where the ending does not tell it. Of a workbook
/// the sheet is kept, a cell a line: how its bytes are packed says nothing, and nobody can read them.
pub fn place(of: &str, target: Target) -> PathBuf {
    let told = match target {
        Target::ExcelNl | Target::ExcelSv | Target::ExcelEn => format!("-{}", target.name()),
        _ => String::new(),
    };
    let ending = if target == Target::Xlsx { ".xlsx.xml" } else { target.ending() };
    folder().join(format!("{of}-exact{told}{ending}"))
}

/// What is to be compared of a file.
pub fn shown(target: Target, file: &[u8]) -> String {
    match target {
        Target::Xlsx => workbooks::sheet(file),
        _ => String::from_utf8(file.to_vec()).unwrap(),
    }
}

/// The golden file there.
pub fn golden(place: &Path) -> String {
    std::fs::read_to_string(place).unwrap_or_else(|error| panic!("{}: {error}", place.display()))
}

/// Compares with the golden file. `FACTUUR_WRITE_GOLDEN=1` writes it anew: look at what changed.
pub fn check(place: &Path, made: &str) {
    if std::env::var_os("FACTUUR_WRITE_GOLDEN").is_some_and(|is| is == "1") {
        std::fs::write(place, made).unwrap();
    }
    assert!(made == golden(place), "{} is another:\n{made}", place.display());
}

/// The folder of them all.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/export/golden")
}
