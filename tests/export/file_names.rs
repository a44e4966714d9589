//! Names of files.
use factuur::export::{CellMode, csv_file_name};
use proptest::prelude::*;

#[test]
fn a_name_says_what_is_in_the_file_and_in_which_mode() {
    let parts = ["usage", "EUR-1", "2026-03"];
    assert_eq!(csv_file_name(&parts, CellMode::Exact), "usage-EUR-1-2026-03-exact.csv");
    assert_eq!(csv_file_name(&parts, CellMode::Safe), "usage-EUR-1-2026-03-safe.csv");
}

#[test]
fn names_that_would_do_something_else_are_made_harmless() {
    for (name, expected) in [
        ("../../evil", "_.._evil-safe.csv"),
        ("con.txt", "_con.txt-safe.csv"),
        ("LPT1.x", "_LPT1.x-safe.csv"),
        ("console", "console-safe.csv"),
        ("=cmd|calc", "_cmd_calc-safe.csv"),
        ("-rf", "rf-safe.csv"),
        (".bashrc", "bashrc-safe.csv"),
        ("A*4664@2", "A_4664_2-safe.csv"),
        ("pay.csv.exe", "pay.csv.exe-safe.csv"),
        ("a\u{202e}vsc", "a_vsc-safe.csv"),
        ("", "export-safe.csv"),
    ] {
        assert_eq!(csv_file_name(&[name], CellMode::Safe), expected);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]
    #[test]
    fn every_name_is_short_plain_and_a_csv_file(
        parts in proptest::collection::vec(prop_oneof!["\\PC*", "[.-]*(?i:con|nul|com1|lpt9|aux)\\.?.*", ".{100,300}"], 0..4),
    ) {
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        for (mode, ending) in [(CellMode::Safe, "-safe.csv"), (CellMode::Exact, "-exact.csv")] {
            let name = csv_file_name(&parts, mode);
            prop_assert!(name.len() <= 120);
            prop_assert!(name.ends_with(ending));
            prop_assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c)));
            prop_assert!(!name.starts_with(['.', '-']));
            let stem = name.split('.').next().unwrap().to_ascii_lowercase();
            let devices = ["con", "prn", "aux", "nul", "com1", "lpt9"];
            prop_assert!(!devices.contains(&stem.as_str()), "{}", name);
        }
    }
}
