//! Files, opened in LibreOffice as a person's spreadsheet opens them. Where LibreOffice is not there, the test says so.
mod double_click;
mod reinterpreted;

use crate::xlsx::{sample, sheets};
use calamine::Data;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

static NEXT: AtomicUsize = AtomicUsize::new(0);

/// A folder of one's own, removed when it is dropped.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("export-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// LibreOffice with a profile of its own, in the settings of a locale and in a time zone.
pub struct Office {
    folder: Folder,
    zone: &'static str,
}

/// Names and cells of the sheets of a file.
pub type Sheets = Vec<(String, Vec<Vec<Data>>)>;

impl Office {
    /// None, and a word about it, when LibreOffice is not there.
    pub fn with_locale(locale: &str) -> Option<Office> {
        if Command::new("soffice").arg("--version").output().is_err() {
            println!("LibreOffice is not there: nothing was opened in it");
            return None;
        }
        let folder = Folder::new();
        let user = folder.0.join("profile/user");
        std::fs::create_dir_all(&user).unwrap();
        let settings = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">\
             <item oor:path=\"/org.openoffice.Setup/L10N\"><prop oor:name=\"ooSetupSystemLocale\" oor:op=\"fuse\">\
             <value>{locale}</value></prop></item></oor:items>"
        );
        std::fs::write(user.join("registrymodifications.xcu"), settings).unwrap();
        Some(Office { folder, zone: "UTC" })
    }

    /// The same in another time zone, such as `Pacific/Kiritimati`.
    pub fn in_zone(self, zone: &'static str) -> Office {
        Office { zone, ..self }
    }

    /// Opens a file and saves it as `form`, such as `xlsx` or `csv:Text - txt - csv (StarCalc):44,34,76`. `import` says how
    /// it is opened, if LibreOffice is not to find out. What was saved: names and bytes, in the order of the names.
    pub fn saved_as(&self, name: &str, file: &[u8], form: &str, import: Option<&str>) -> Vec<(String, Vec<u8>)> {
        self.all_saved_as(&[(name.to_owned(), file.to_vec())], form, import)
    }

    /// The same of several files, for which it starts once.
    fn all_saved_as(&self, files: &[(String, Vec<u8>)], form: &str, import: Option<&str>) -> Vec<(String, Vec<u8>)> {
        let out = self.folder.0.join("out");
        let _ = std::fs::remove_dir_all(&out);
        let files = files.iter().map(|(name, file)| self.folder.file(name, file));
        let mut command = Command::new("soffice");
        command.env("TZ", self.zone);
        command.arg(format!("-env:UserInstallation=file://{}", self.folder.0.join("profile").display()));
        command.args(["--headless", "--norestore", "--nologo"]);
        command.args(import.map(|import| format!("--infilter={import}")));
        command.args(["--convert-to", form, "--outdir"]).arg(&out).args(files);
        let output = command.output().unwrap();
        assert!(output.status.success() && out.is_dir(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut saved: Vec<_> = std::fs::read_dir(&out)
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
            .collect();
        saved.sort();
        saved
    }

    /// The sheets of a file as LibreOffice has understood them, with the type of each cell.
    pub fn understood(&self, name: &str, file: &[u8], import: Option<&str>) -> Sheets {
        self.all_understood(&[(name.to_owned(), file.to_vec())], import).remove(0)
    }

    /// The same of several files, in the order of their names.
    pub fn all_understood(&self, files: &[(String, Vec<u8>)], import: Option<&str>) -> Vec<Sheets> {
        let saved = self.all_saved_as(files, "xlsx:Calc MS Excel 2007 XML", import);
        assert_eq!(saved.len(), files.len());
        saved.iter().map(|(_, saved)| sheets(saved)).collect()
    }
}

/// Comma, quotes around text alone, UTF-8, cells as they are shown, every sheet.
const SHOWN: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1";

#[test]
fn libreoffice_shows_numbers_as_numbers_and_days_as_days() {
    let Some(office) = Office::with_locale("en-US") else { return };
    let saved = office.saved_as("sample.xlsx", &sample(), SHOWN, None);
    let saved: Vec<_> = saved.iter().map(|(name, text)| (name.as_str(), std::str::from_utf8(text).unwrap())).collect();
    let header = "\"Date\",\"MeterName\",\"Quantity\",\"CostInBillingCurrency\",\"IsAzureCreditEligible\",\"Tags\"\n";
    // It keeps the line feed alone of a line end.
    let first = "2026-04-09,\"D2s v5 & \"\"more\"\" <x>\",24,0.0536,TRUE,\"{\"\"env\"\":\"\"prod\"\"}\"\n\
                 2026-04-10,\" _x0041_\n\",-1.5,\"0.12345678901234567890\",FALSE,\n";
    let second = "\"1900-02-28\",\"=1+1\",,1200,,\n";
    let wanted = [format!("{header}{second}"), format!("{header}{first}")];
    assert_eq!(saved, [("sample-Usage (2).csv", wanted[0].as_str()), ("sample-Usage.csv", &wanted[1])]);
}

#[test]
fn libreoffice_understands_a_workbook_the_same_in_each_locale() {
    for locale in ["en-US", "nl-NL", "sv-SE"] {
        let Some(office) = Office::with_locale(locale) else { return };
        let mut meant = sheets(&sample());
        for cell in meant.iter_mut().flat_map(|(_, rows)| rows).flatten() {
            if let Data::String(text) = cell {
                *text = text.replace("\r\n", "\n");
            }
        }
        assert_eq!(office.understood("sample.xlsx", &sample(), None), meant, "{locale}");
    }
}
