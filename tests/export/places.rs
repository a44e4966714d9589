//! Files are the same wherever they are made: nothing that writes them asks for the zone of the time or the language of the
//! machine. Each place is a process of its own, since a process has one zone.
use crate::focus::{files as focus, records as charges};
use crate::records::golden_records;
use crate::spreadsheets::Folder;
use crate::statements::statement;
use crate::usage;
use factuur::export::focus::FocusPlan;
use factuur::export::{CellMode, UsagePlan, account_center_v1, account_center_v2};
use std::process::Command;

const ZONES: [&str; 6] =
    ["Pacific/Kiritimati", "America/Los_Angeles", "Europe/Amsterdam", "Europe/Stockholm", "Asia/Kolkata", "UTC"];
const LANGUAGES: [&str; 3] = ["nl_NL.UTF-8", "sv_SE.UTF-8", "en_US.UTF-8"];

/// Tells a process where to put its files; it is a child then.
const FILE: &str = "FACTUUR_FILES_OF_A_PLACE";

/// Every kind of file, in both modes, one after the other.
fn every_file() -> Vec<u8> {
    let mut bytes = Vec::new();
    for mode in [CellMode::Safe, CellMode::Exact] {
        for (schema, target) in usage::kinds() {
            let plan = UsagePlan::whole(schema, target, mode);
            bytes.extend(usage::file_of(&plan, &[&golden_records()]).unwrap());
        }
        for (version, target) in focus::kinds() {
            bytes.extend(focus::written(FocusPlan::whole(version, target, mode), &charges::all()));
        }
    }
    bytes.extend(account_center_v1::file(&statement()).unwrap());
    bytes.extend(account_center_v2::file(&statement()).unwrap());
    bytes
}

#[test]
fn every_file_is_the_same_in_every_time_zone_and_language() {
    if let Some(file) = std::env::var_os(FILE) {
        std::fs::write(file, every_file()).unwrap();
        return;
    }
    let folder = Folder::new();
    let here = every_file();
    assert!(here.len() > 100_000);
    for zone in ZONES {
        for language in LANGUAGES {
            let file = folder.0.join(format!("{}-{language}", zone.replace('/', "-")));
            let mut child = Command::new(std::env::current_exe().unwrap());
            child.args(["--exact", "places::every_file_is_the_same_in_every_time_zone_and_language"]);
            child
                .env(FILE, &file)
                .env("TZ", zone)
                .env("LANG", language)
                .env("LC_ALL", language)
                .env("LANGUAGE", language);
            assert!(child.output().unwrap().status.success(), "{zone} {language}");
            assert!(std::fs::read(&file).unwrap() == here, "{zone} {language}: the files are others");
        }
    }
}
