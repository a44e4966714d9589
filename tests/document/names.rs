//! Names of files in an archive.
use factuur::document::{FileNames, safe_name};
use proptest::collection::vec;
use proptest::prelude::*;

#[test]
fn a_name_climbs_nowhere_and_holds_nothing_reserved() {
    for (name, safe) in [
        ("Factuur G654951816.pdf", "Factuur G654951816.pdf"),
        ("../../etc/passwd", "_.._.._etc_passwd"),
        ("..\\..\\boot.ini", "_.._.._boot.ini"),
        ("/absolute.pdf", "_absolute.pdf"),
        ("C:\\x.pdf", "C__x.pdf"),
        ("a<b>c:d\"e|f?g*h.pdf", "a_b_c_d_e_f_g_h.pdf"),
        ("", "_"),
        (".", "_"),
        ("..", "_"),
        (" . ", "_"),
        (".hidden", "_.hidden"),
        ("-rf.pdf", "_-rf.pdf"),
        ("=cmd.pdf", "_=cmd.pdf"),
        ("ends in dots. . .", "ends in dots"),
        ("con", "_con"),
        ("Con.pdf", "_Con.pdf"),
        ("LPT1.a.csv", "_LPT1.a.csv"),
        ("console.pdf", "console.pdf"),
        ("tab\tnew\nline\0.pdf", "tab_new_line_.pdf"),
        ("turn\u{202e}fdp.exe", "turn_fdp.exe"),
        ("Återbetalning ł 人.pdf", "Återbetalning ł 人.pdf"),
    ] {
        assert_eq!(safe_name(name), safe, "{name:?}");
    }
    assert_eq!(safe_name(&format!("{}.pdf", "x".repeat(300))), format!("{}.pdf", "x".repeat(76)));
}

#[test]
fn a_second_file_of_a_name_gets_a_number() {
    let mut names = FileNames::default();
    let given = ["a.pdf", "a.pdf", "A.PDF", "a-2.pdf", "a", "a", "ÅR.pdf", "år.pdf"].map(|name| names.add(name));
    assert_eq!(given, ["a.pdf", "a-2.pdf", "A-3.PDF", "a-2-2.pdf", "a", "a-2", "ÅR.pdf", "år-2.pdf"]);
    let long = "y".repeat(200) + ".pdf";
    let (first, second) = (names.add(&long), names.add(&long));
    assert_eq!((first.len(), second.len()), (80, 80));
    assert!(second.ends_with("y-2.pdf"));
}

fn is_safe(name: &str) -> bool {
    let reserved = |c: char| c.is_control() || "<>:\"/\\|?*".contains(c);
    let stem = name.split('.').next().unwrap().to_ascii_lowercase();
    !name.is_empty()
        && name.chars().count() <= 80
        && !name.contains(reserved)
        && !name.starts_with(['.', '-', ' ', '=', '+', '@'])
        && !name.ends_with(['.', ' '])
        && !["con", "prn", "aux", "nul", "com1", "lpt9"].contains(&stem.as_str())
}

proptest! {
    #[test]
    fn any_names_become_safe_and_all_different(
        names in vec(prop_oneof![
            any::<String>(),
            "[a-cA-C.]{0,3}(\\.pdf)?",
            "(\\.\\./|[/\\\\=+@ -]){0,3}(con|LPT9|nul|x)( )?(\\.[a-z]{0,12})?",
            "[x.]{70,100}(\\.pdf|-2\\.pdf)?",
        ], 0..40),
    ) {
        let mut given = FileNames::default();
        let mut seen = std::collections::BTreeSet::new();
        for name in &names {
            let safe = given.add(name);
            prop_assert!(is_safe(&safe), "{:?} became {:?}", name, safe);
            prop_assert_eq!(safe_name(&safe), safe.clone(), "a safe name stays as it is");
            prop_assert!(seen.insert(safe.to_lowercase()), "{:?} came twice", safe);
        }
    }
}
