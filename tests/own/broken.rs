//! What is wrong with a file is told with its place, and the other files are none the worse for it.
use crate::support::*;
use factuur::arm::Broken;
use factuur::own::{Kind, OwnFiles, Trouble};

#[test]
fn a_broken_file_says_line_column_and_what_was_expected() {
    let good = list(&[a_profile()]);
    for (text, line, column, expected, sentence) in [
        (
            "{\"value\": [\n  {\"id\": \"é\"}\n  {\"id\": 2}]}",
            3,
            3,
            Broken::CommaOrBracket,
            "a comma or ] expected, found '{'",
        ),
        ("{\"value\": [],\n \"a\" 1}", 2, 6, Broken::Colon, "a colon expected, found '1'"),
        ("{\"a\": 1 \"b\": 2}", 1, 9, Broken::CommaOrBrace, "a comma or } expected, found '\"'"),
        ("{\"é\": 1, b: 2}", 1, 10, Broken::Text, "a name in quotes expected, found 'b'"),
        ("[1,]", 1, 4, Broken::Value, "a value expected, found ']'"),
        ("[{\"id\":\"x\"}", 1, 12, Broken::CommaOrBracket, "a comma or ] expected, the file ends"),
        ("{\"id\":\"x\n\"}", 1, 9, Broken::OpenText, "the quote that ends the text expected, found U+000A"),
        ("{\"id\":\"\\x\"}", 1, 9, Broken::Escape, "an escape such as \\n or \\u00e9 expected, found 'x'"),
        ("{} {}", 1, 4, Broken::End, "nothing more expected, found '{'"),
        ("<html>", 1, 1, Broken::Value, "a value expected, found '<'"),
    ] {
        let own = files(&[("bad.json", text), ("good.json", &good)]);
        let problem = &own.problems()[0];
        assert!(
            matches!(problem.trouble, Trouble::Syntax { expected: it, .. } if it == expected),
            "{text}: {problem:?}"
        );
        assert_eq!(problem.to_string(), format!("bad.json: line {line}, column {column}: {sentence}"), "{text}");
        assert_eq!(own.problems().len(), 1);
        assert_eq!(counted(&own, Kind::Profile), (1, 0, 0), "the other file is there");
    }
}

#[test]
fn nothing_of_a_broken_file_is_used() {
    let own = files(&[("cut.json", &list(&[an_invoice("G1", 2, "1"), an_invoice("G2", 3, "1")])[..900])]);
    assert_eq!(own.problems().len(), 1);
    assert!(own.is_empty());
}

#[test]
fn bytes_that_are_no_text_are_told() {
    for (bytes, line, column) in [
        (b"{\"a\":\n\"\xff\"}".to_vec(), 2, 2),
        (vec![0xff, 0xfe, b'{', 0, 0x00, 0xd8, b'}', 0], 1, 2),
        (vec![0xff, 0xfe, b'{', 0, b'}'], 1, 2),
    ] {
        let own = OwnFiles::read(vec![("x.json".to_owned(), bytes)]);
        let problem = &own.problems()[0];
        assert_eq!((&problem.trouble, problem.line, problem.column), (&Trouble::NotText, line, column));
    }
    let own = files(&[("x.json", " \n")]);
    assert_eq!(own.problems()[0].trouble, Trouble::Empty);
}

#[test]
fn what_is_no_known_resource_is_told_with_its_path() {
    let row = a_row(&profile_id(), "r", "2026-03-05", "1");
    let all = [
        String::from("7"),
        String::from(r#"{"name":"x","displayName":"y"}"#),
        String::from(r#"{"id":"/providers/Microsoft.Billing/billingAccounts/a/../b"}"#),
        String::from(r#"{"id":"/providers/Microsoft.Billing/billingAccounts/a%2Fb"}"#),
        format!(r#"{{"id":"{}/policies/default","type":"Microsoft.Billing/policies"}}"#, profile_id()),
        String::from(r#"{"id":"/providers/Microsoft.Billing/paymentMethods/1"}"#),
        row.replace(r#""kind":"modern","#, ""),
        row.replace("2026-03-05T00:00:00.0000000Z", "soon"),
        a_profile(),
    ];
    let own = files(&[("mixed.json", &format!("{{\n\"value\":[\n{}\n]}}", all.join(",\n")))]);
    let bad = profile_id();
    assert!(bad.contains("billingProfiles"));
    assert_eq!(
        sentences(&own),
        [
            "mixed.json: line 3, column 1: value[0]: a resource in braces expected, found 7",
            "mixed.json: line 4, column 1: value[1]: a resource with an id expected, found one with name, displayName",
            "mixed.json: line 5, column 1: value[2]: \"/providers/Microsoft.Billing/billingAccounts/a/../b\" cannot be the id of a resource",
            "mixed.json: line 6, column 1: value[3]: \"/providers/Microsoft.Billing/billingAccounts/a%2Fb\" cannot be the id of a resource",
            "mixed.json: line 7, column 1: value[4]: a resource of billing expected, found Microsoft.Billing/policies",
            "mixed.json: line 8, column 1: value[5]: a resource of billing expected, found /providers/Microsoft.Billing/paymentMethods/1",
            "mixed.json: line 9, column 1: value[6]: a usage row with kind \"modern\" or \"legacy\" expected; save it with api-version 2023-11-01",
            "mixed.json: line 14, column 1: value[7]: a usage row with a date expected",
        ]
    );
    assert_eq!(counted(&own, Kind::Profile), (1, 0, 0));
}

#[test]
fn an_answer_that_says_no_is_told_as_one() {
    let own = files(&[
        ("e.json", r#"{"error":{"code":"AuthorizationFailed","message":"No."}}"#),
        ("none.json", r#"{"value":[]}"#),
    ]);
    assert_eq!(
        sentences(&own),
        [
            "e.json: line 1, column 1: a list or a resource expected, this is an error of the service: AuthorizationFailed No.",
            "none.json: line 1, column 1: the list is empty, and does not say what it is a list of",
        ]
    );
}

#[test]
fn a_file_that_is_wrong_throughout_is_told_in_short() {
    let all = vec![String::from("7"); 300_000];
    let own = files(&[("many.json", &list(&all)), ("good.json", &list(&[a_profile()]))]);
    assert_eq!(own.problems().len(), 51);
    assert_eq!(own.problems()[50].trouble, Trouble::More { count: 299_950 });
    assert_eq!(counted(&own, Kind::Profile), (1, 0, 0));
}
