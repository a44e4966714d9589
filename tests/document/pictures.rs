//! Papers as they are seen: each page drawn by poppler's `pdftoppm`, and looked at point by point.
use super::fixtures::*;
use super::support::{Folder, ask};
use factuur::billing::Currency;
use factuur::text::Language;
use std::process::Command;

/// Points per inch of the pictures, in those of the paper.
const SCALE: usize = 2;
/// Darker than this is ink: the lightest line of a table is, the paper is not.
const INK: u8 = 0xF0;

/// A page in shades of grey.
struct Picture {
    width: usize,
    height: usize,
    shades: Vec<u8>,
}

impl Picture {
    /// Reads a binary grey map: `P5`, width, height, the greatest value, then a byte for each point.
    fn read(bytes: &[u8]) -> Picture {
        let mut at = 0;
        let mut next = || {
            let start = at;
            at += bytes[start..].iter().position(u8::is_ascii_whitespace).unwrap() + 1;
            std::str::from_utf8(&bytes[start..at - 1]).unwrap()
        };
        assert_eq!(next(), "P5");
        let [width, height, most] = [next(), next(), next()].map(|number| number.parse::<usize>().unwrap());
        assert_eq!((most, bytes.len() - at), (255, width * height));
        Picture { width, height, shades: bytes[at..].to_vec() }
    }

    /// True when something is drawn in these parts of the paper's points.
    fn has_ink(&self, x: std::ops::Range<f64>, y: std::ops::Range<f64>) -> bool {
        let span = |range: &std::ops::Range<f64>, most: usize| {
            let end = |at: f64| ((at * SCALE as f64).max(0.0) as usize).min(most);
            end(range.start)..end(range.end)
        };
        span(&y, self.height).any(|row| {
            let columns = span(&x, self.width);
            self.shades[row * self.width + columns.start..row * self.width + columns.end].iter().any(|it| *it < INK)
        })
    }
}

/// A page with the words that can be selected on it and where each stands: left, right, top, foot.
type Page = (Picture, Vec<(String, [f64; 4])>);

fn pages_of(sample: &Sample) -> Vec<Page> {
    let pdf = sample.pdf();
    let folder = Folder::new();
    let file = folder.file("paper.pdf", &pdf);
    let boxes = ask("pdftotext", &["-bbox"], &pdf);
    let value = |line: &str, name: &str| -> f64 {
        line.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let pages = boxes.split("<page ").skip(1).enumerate();
    pages
        .map(|(at, page)| {
            let (number, scale) = ((at + 1).to_string(), (72 * SCALE).to_string());
            let drawn = Command::new("pdftoppm")
                .args(["-gray", "-r", &scale, "-f", &number, "-l", &number])
                .arg(&file)
                .output()
                .unwrap_or_else(|error| panic!("pdftoppm: {error}: run scripts/setup"));
            assert!(drawn.status.success() && drawn.stderr.is_empty(), "{}", String::from_utf8_lossy(&drawn.stderr));
            let words = page.lines().filter(|line| line.trim_start().starts_with("<word"));
            let words = words.map(|line| {
                let word = line.split('>').nth(1).unwrap().split('<').next().unwrap();
                (word.to_owned(), ["xMin", "xMax", "yMin", "yMax"].map(|name| value(line, name)))
            });
            (Picture::read(&drawn.stdout), words.collect())
        })
        .collect()
}

fn samples() -> Vec<Sample> {
    vec![
        usual(Currency::EUR),
        usual(Currency::SEK).in_language(Language::Sv),
        credit_note(Currency::EUR).in_language(Language::Nl),
        void(Currency::EUR),
        pay_as_you_go().in_language(Language::Nl),
        long(80, 2, Currency::SEK),
    ]
}

#[test]
fn every_word_that_can_be_selected_is_seen() {
    let mut seen = 0;
    for sample in samples() {
        for (picture, words) in pages_of(&sample) {
            for (word, [left, right, top, foot]) in words {
                assert!(picture.has_ink(left..right, top..foot), "{word} at {left}, {top} is not drawn");
                seen += 1;
            }
        }
    }
    assert!(seen > 1_000, "{seen} words");
}

#[test]
fn a_page_is_white_at_its_edges_and_drawn_to_its_foot() {
    const EDGE: f64 = 24.0;
    for sample in samples() {
        for (picture, words) in pages_of(&sample) {
            let [width, height] = [picture.width, picture.height].map(|points| points as f64 / SCALE as f64);
            assert!((width - 595.0).abs() < 1.0 && (height - 842.0).abs() < 1.0, "A4: {width} × {height}");
            for (x, y) in [
                (0.0..width, 0.0..EDGE),
                (0.0..width, height - EDGE..height),
                (0.0..EDGE, 0.0..height),
                (width - EDGE..width, 0.0..height),
            ] {
                assert!(!picture.has_ink(x.clone(), y.clone()), "something is drawn at {x:?}, {y:?}");
            }
            assert!(picture.has_ink(EDGE..width, height - 90.0..height - EDGE), "the number of the page");
            assert!(words.len() > 10);
        }
    }
}
