//! What is JSON and what is not.
use super::plain::plain_until;
use super::*;

fn reads(text: &str) -> Result<(), Fault> {
    let mut reader = Reader::new(text.as_bytes())?;
    reader.value()?;
    reader.end()?;
    let mut reader = Reader::new(text.as_bytes())?;
    assert_eq!(reader.skip()?, text.trim_ascii());
    reader.end()
}

#[test]
fn json_is_read_and_nothing_else() {
    for text in
        ["0", "-0.5e+10", " [1 , {\"a\":null},[]]\n", "\"\"", "{}", "true", "[false]", r#""\ud83d\ude00\n\/""#, "1E5"]
    {
        assert_eq!(reads(text), Ok(()), "{text}");
    }
    for text in [
        "01",
        "+1",
        ".5",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "[1 2]",
        "1 2",
        "nul!",
        "'a'",
        "\u{feff}1",
        "\"a\nb\"",
        r#""\x""#,
        r#""\ud83d""#,
        r#""\udc00""#,
        r#""\ud83dA""#,
        r#""\u+123""#,
        "[}",
        "NaN",
        "\"12345678\u{1}\"",
    ] {
        let fault = reads(text).unwrap_err();
        assert!(!fault.early, "{text}");
    }
    assert!(Reader::new(b"\"\xff\"").is_err_and(|fault| !fault.early));
}

#[test]
fn every_text_that_is_cut_is_known_to_be_cut() {
    let whole = "{\"a\":[true,null,-1.5e-3],\"\\u00e9\\ud83d\\ude00\":\"é and more than eight\"}";
    for end in 0..whole.len() {
        let bytes = &whole.as_bytes()[..end];
        let read = Reader::new(bytes).and_then(|mut reader| reader.skip().map(drop));
        assert!(read.is_err_and(|fault| fault.early), "{end}");
    }
}

#[test]
fn nesting_has_an_end() {
    assert_eq!(reads(&format!("{}{}", "[".repeat(128), "]".repeat(128))), Ok(()));
    assert!(reads(&format!("{}{}", "[".repeat(129), "]".repeat(129))).is_err());
    assert!(reads(&"{\"a\":".repeat(100_000)).is_err_and(|fault| !fault.early));
}

#[test]
fn the_end_of_plain_text_is_found_wherever_it_stands() {
    for end in ['"', '\\', '\n', '\u{1f}'] {
        for before in 0..20 {
            let text =
                format!("{}{end}{}", "é!#[]\u{7f} x".chars().cycle().take(before).collect::<String>(), "\"é".repeat(9));
            let at = text.find(end).unwrap();
            assert_eq!(plain_until(text.as_bytes(), 0), at, "{text}");
        }
    }
}
