//! The styles hold together: every variable is defined, every class of the components is drawn, no colour stands outside
//! the tokens, and text and lines can be read in the light and in the dark (WCAG 2.2, 1.4.3 and 1.4.11).
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

fn styles() -> Vec<(PathBuf, String)> {
    files(&root().join("src/style"), "css")
}

/// Name and value of each custom property in the first block that `selector` opens.
fn block(css: &str, selector: &str) -> BTreeMap<String, String> {
    let (_, after) = css.split_once(selector).unwrap_or_else(|| panic!("no {selector}"));
    let (body, _) = after.split_once('{').unwrap().1.split_once('}').unwrap();
    body.split(';')
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect()
}

fn words_after<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = String> + 'a {
    text.split(mark)
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect())
}

#[test]
fn every_variable_that_is_used_is_defined() {
    let all = styles();
    let defined: BTreeSet<String> = all
        .iter()
        .flat_map(|(_, css)| css.lines())
        .filter_map(|l| l.trim().strip_prefix("--")?.split_once(':').map(|(name, _)| name.to_owned()))
        .collect();
    for (path, css) in &all {
        for name in words_after(css, "var(--") {
            assert!(defined.contains(&name), "{}: --{name} is not defined", path.display());
        }
    }
}

#[test]
fn colours_come_from_the_tokens_alone() {
    for (path, css) in styles().iter().filter(|(p, _)| !p.ends_with("tokens.css")) {
        for (at, line) in css.lines().enumerate() {
            let value = line.trim().strip_suffix(';').and_then(|l| l.split_once(": ")).map_or("", |(_, v)| v);
            let literal = ["#", "rgb", "hsl", "white", "black"].iter().any(|c| value.contains(c));
            assert!(!literal, "{}:{}: {line}", path.display(), at + 1);
        }
    }
}

#[test]
fn every_class_of_the_components_is_drawn() {
    let css: String = styles().into_iter().map(|(_, css)| css).collect();
    let drawn: BTreeSet<String> = words_after(&css, ".fx-").collect();
    let mut missing = BTreeSet::new();
    for (path, source) in files(&root().join("src/ui/kit"), "rs") {
        let classes = source
            .lines()
            .filter(|l| l.contains("class") || l.contains("\"fx-"))
            .flat_map(|l| l.split(['"', ' ', '=', '{']))
            .filter_map(|word| word.trim_start_matches("class:").strip_prefix("fx-"))
            .map(str::to_owned);
        for class in classes {
            // A name that ends in "--" gets its last word at run time.
            let known = if class.ends_with("--") || class.ends_with("-keep-") {
                drawn.iter().any(|d| d.starts_with(&class))
            } else {
                // Ids are made of the same words but stand in a call of `unique_id` or in `format!`.
                drawn.iter().any(|d| *d == class || d.starts_with(&format!("{class}_")))
                    || source.contains(&format!("unique_id(\"fx-{class}\")"))
            };
            if !known {
                missing.insert(format!("{}: .fx-{class}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "in no style: {missing:#?}");
}

/// Relative luminance (WCAG 2.2) of `#rrggbb`.
fn luminance(hex: &str) -> f64 {
    let channel = |at: usize| {
        let v = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
        if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Where ordinary text, links and status words stand: page, hovered and chosen rows, menu, totals, cards, tinted bars.
const SURFACES: [&str; 11] = [
    "NeutralBackground1",
    "NeutralBackground1Hover",
    "NeutralBackground2",
    "NeutralBackground2Hover",
    "NeutralBackground3",
    "NeutralCardBackground",
    "SubtleBackgroundHover",
    "BrandBackground2",
    "StatusSuccessBackground1",
    "StatusWarningBackground1",
    "StatusDangerBackground1",
];
const TEXTS: [&str; 9] = [
    "NeutralForeground1",
    "NeutralForeground2",
    "NeutralForeground3",
    "BrandForegroundLink",
    "BrandForegroundLinkHover",
    "BrandForeground1",
    "StatusSuccessForeground3",
    "StatusWarningForeground2",
    "StatusDangerForeground3",
];
const TEXT_PAIRS: [(&str, &str); 9] = [
    ("NeutralForegroundOnBrand", "BrandBackground"),
    ("NeutralForegroundOnBrand", "BrandBackgroundHover"),
    ("NeutralForegroundOnBrand", "BrandBackgroundPressed"),
    ("NeutralForegroundOnBrand", "StatusDangerBackground3"),
    ("NeutralForegroundOnBrand", "StatusDangerBackground3Hover"),
    ("TopBarForeground", "TopBarBackground"),
    ("TopBarForeground", "TopBarBackgroundHover"),
    ("NeutralForeground3", "TopBarField"),
    ("NeutralForeground1", "SubtleBackgroundPressed"),
];
/// Lines and shapes that carry meaning: frames of fields, focus, the current tab, ticks, switches.
const LINES: [(&str, &str); 9] = [
    ("NeutralStrokeAccessible", "NeutralBackground1"),
    ("NeutralStrokeAccessible", "NeutralBackground2"),
    ("CompoundBrandStroke", "NeutralBackground1"),
    ("CompoundBrandStroke", "BrandBackground2"),
    ("CompoundBrandBackground", "NeutralBackground1"),
    ("NeutralForegroundInverted", "CompoundBrandBackground"),
    ("StatusDangerBorder2", "NeutralBackground1"),
    ("StrokeFocus2", "NeutralBackground1"),
    ("StrokeFocus2", "NeutralBackground3"),
];

#[test]
fn text_and_lines_can_be_read_in_the_light_and_in_the_dark() {
    let css = fs::read_to_string(root().join("src/style/tokens.css")).unwrap();
    let every = SURFACES.iter().flat_map(|s| TEXTS.iter().map(move |t| (*t, *s)));
    for theme in ["[data-theme=\"light\"]", "[data-theme=\"dark\"]"] {
        let tokens = block(&css, theme);
        let colour = |name: &str| tokens.get(&format!("color{name}")).unwrap_or_else(|| panic!("no {name}")).as_str();
        let text = every.clone().chain(TEXT_PAIRS).map(|pair| (pair, 4.5));
        for ((front, back), least) in text.chain(LINES.map(|pair| (pair, 3.0))) {
            let found = contrast(colour(front), colour(back));
            assert!(found >= least, "{theme}: {front} on {back} is {found:.2} : 1, not {least} : 1");
        }
    }
}

#[test]
fn a_system_that_asks_for_the_dark_gets_the_dark_theme() {
    let css = fs::read_to_string(root().join("src/style/tokens.css")).unwrap();
    assert_eq!(block(&css, "[data-theme=\"dark\"]"), block(&css, "[data-theme=\"system\"]"));
    assert!(css.contains("@media screen and (prefers-color-scheme: dark)"));
}

#[test]
fn every_icon_is_shown_somewhere() {
    let drawn = fs::read_to_string(root().join("src/ui/kit/icon.rs")).unwrap();
    let icons: BTreeSet<String> = words_after(&drawn, "            Self::").collect();
    assert!(icons.len() > 20, "{icons:?}");
    let others = files(&root().join("src"), "rs").into_iter().filter(|(path, _)| !path.ends_with("kit/icon.rs"));
    let shown: BTreeSet<String> =
        others.flat_map(|(_, source)| words_after(&source, "Icon::").collect::<Vec<_>>()).collect();
    assert_eq!(icons.difference(&shown).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// Every class that a selector of the styles names.
fn classes_of(css: &str) -> BTreeSet<String> {
    let comments: String = css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest)).collect();
    let selectors = comments.split('}').filter_map(|rule| rule.rsplit_once('{').map(|(before, _)| before.to_owned()));
    let starts = |name: &String| name.starts_with(|letter: char| letter.is_ascii_lowercase());
    selectors.flat_map(|selector| words_after(&selector, ".").filter(starts).collect::<Vec<_>>()).collect()
}

#[test]
fn every_class_that_is_drawn_is_worn_by_something() {
    let mut code: String = files(&root().join("src/ui"), "rs").into_iter().map(|(_, source)| source).collect();
    for other in ["index.html", "public/boot.js"] {
        code += &fs::read_to_string(root().join(other)).unwrap();
    }
    // These get their last word at run time.
    let made = ["fx-message--", "fx-toast--", "fx-grid--keep-"];
    assert!(made.iter().all(|start| code.contains(start)));
    let drawn: BTreeSet<String> = styles().iter().flat_map(|(_, css)| classes_of(css)).collect();
    assert!(drawn.len() > 100);
    let idle: Vec<_> = drawn
        .iter()
        .filter(|class| !code.contains(class.as_str()) && !made.iter().any(|start| class.starts_with(start)))
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}
