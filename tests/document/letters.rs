//! Letters that the fonts lack: drawn in the nearest Latin form, found as they are.
use super::fixtures::*;
use super::support::{squeezed, text};
use factuur::billing::Currency;
use factuur::text::Language;

/// The bytes that are drawn: the page contents, decompressed.
fn drawn(pdf: &[u8]) -> String {
    let mut shown = Vec::new();
    let find =
        |from: usize, what: &[u8]| pdf[from..].windows(what.len()).position(|part| part == what).map(|at| from + at);
    let mut from = 0;
    while let Some(start) = find(from, b"stream\n") {
        let end = find(start, b"endstream").unwrap();
        if let Ok(plain) = miniz_oxide::inflate::decompress_to_vec_zlib(&pdf[start + 7..end]) {
            shown.extend(plain);
        }
        from = end + 9;
    }
    let content: String = shown.into_iter().map(char::from).collect();
    let shows = content.split("Tj").map(|part| part.rsplit_once("BT").map_or("", |(_, last)| last));
    shows.map(string_at_the_end).collect::<Vec<_>>().join("\n")
}

/// The string operand at the end: `(literal)` or `<hexadecimal>`.
fn string_at_the_end(part: &str) -> String {
    let part = part.trim_end();
    if let Some((_, digits)) = part.strip_suffix('>').and_then(|part| part.rsplit_once('<')) {
        let pairs = digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
        return pairs.map(|pair| char::from(u8::from_str_radix(pair, 16).unwrap())).collect();
    }
    part.split_once("Td").map_or(part, |(_, string)| string).trim().to_owned()
}

#[test]
fn text_is_found_as_it_is_and_drawn_in_the_nearest_form() {
    for (original, near) in [
        ("Łódź Żółw Gęśl Świdnica", "L\u{f3}dz Z\u{f3}lw Gesl Swidnica"),
        ("Čapkův Příbor Ěšťň", "Capkuv Pr\u{ed}bor E\u{9a}tn"),
        ("Őrség Hőgyész", "Ors\u{e9}g Hogy\u{e9}sz"),
        ("Ştefan Ţepeş Țară Ğ İstanbul ı", "Stefan Tepes Tara G Istanbul i"),
        ("Nguyễn Phước Đặng", "Nguyen Phuoc Dang"),
        ("Θεσσαλονίκη Ψυχή", "Thessaloniki Psychi"),
        ("Київ Щука Ёлка объект Юля", "Kiiv Shchuka Elka obekt Yulya"),
        ("人民 Osaka 大阪", "?? Osaka ??"),
        ("Ａｂｃ１２", "Abc12"),
    ] {
        let mut sample = usual(Currency::EUR);
        sample.lines[0].0.product_description = Some(original.to_owned());
        let pdf = sample.pdf();
        let text = squeezed(&text(&pdf));
        assert!(text.contains(original), "{original}\n{text}");
        assert!(text.contains("Some letters are printed in their nearest Latin form."), "{text}");
        let drawn = drawn(&pdf);
        assert!(drawn.contains(near), "{original} is not drawn as {near}");
    }
}

#[test]
fn letters_that_the_fonts_have_are_drawn_as_they_are() {
    let every = "AZaz09 ÀÖØöøÿ ß € ‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ¡¿ ½ «»";
    let mut sample = usual(Currency::EUR);
    sample.lines[0].0.product_description = Some(every.to_owned());
    let pdf = sample.pdf();
    let text = squeezed(&text(&pdf));
    assert!(text.contains(every), "{text}");
    assert!(!text.contains("nearest Latin form"));
    assert!(drawn(&pdf).contains("\u{80} \u{82}\u{83}"), "in WinAnsi");
}

#[test]
fn the_swedish_minus_is_found_and_needs_no_note() {
    let text = credit_note(Currency::SEK).in_language(Language::Sv).text();
    assert!(text.contains("\u{2212}4 865,52 kr"), "{text}");
    assert!(!text.contains("latinska form"), "{text}");
}

#[test]
fn marks_without_a_shape_do_no_harm() {
    let mut sample = usual(Currency::EUR);
    let hostile = "a\u{202e}b\u{200b}c\u{feff}d\ne\tf\u{7}g\u{0}h (x) \\ %PDF";
    sample.lines[0].0.product_description = Some(hostile.to_owned());
    let pdf = sample.pdf();
    assert!(drawn(&pdf).contains("abcd e fgh"));
    assert!(text(&pdf).contains("%PDF"));
}

#[test]
fn a_text_of_a_page_ends_in_dots_that_stand_for_the_rest() {
    let mut sample = usual(Currency::EUR);
    let words: Vec<String> = (0..2_000).map(|at| format!("word{at}")).collect();
    sample.lines[0].0.product_description = Some(words.join(" "));
    let pdf = sample.pdf();
    assert!(drawn(&pdf).contains("word100 "));
    assert!(!drawn(&pdf).contains("word1999 "), "it would not fit on a page");
    // Search finds the last word all the same.
    assert!(squeezed(&text(&pdf)).contains("word1998 word1999"));
}
