//! Reads Rust source as far as the law needs it: without comments, texts and tests, and the paths that it names.
use std::collections::BTreeSet;

/// The code of a file: comments and the insides of texts become blanks, so that only code is judged. Lines stay.
pub fn code_of(source: &str) -> String {
    let chars: Vec<char> = source.chars().collect();
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    while at < chars.len() {
        let end = match (chars[at], chars.get(at + 1)) {
            ('/', Some('/')) => until(&chars, at, |rest| rest[0] == '\n'),
            ('/', Some('*')) => until(&chars, at + 2, |rest| rest.starts_with(&['*', '/'])) + 2,
            ('"', _) => {
                let end = text_end(&chars, at + 1);
                push_text(&mut out, &chars[at..end.min(chars.len())]);
                at = end;
                continue;
            }
            ('r', Some('"' | '#')) if !before_is_name(&chars, at) => {
                let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
                if chars.get(at + 1 + hashes) == Some(&'"') {
                    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                    let end = until(&chars, at + 2 + hashes, |rest| rest.starts_with(&close)) + 1 + hashes;
                    push_text(&mut out, &chars[at..end.min(chars.len())]);
                    at = end;
                    continue;
                }
                at
            }
            // A character, as opposed to a lifetime: it closes after one (or one escaped) character.
            ('\'', Some('\\')) => until(&chars, at + 3, |rest| rest[0] == '\'') + 1,
            ('\'', Some(_)) if chars.get(at + 2) == Some(&'\'') => at + 3,
            _ => at,
        };
        if end == at {
            out.push(chars[at]);
            at += 1;
        } else {
            let end = end.min(chars.len());
            out.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    out
}

fn before_is_name(chars: &[char], at: usize) -> bool {
    at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_')
}

fn until(chars: &[char], from: usize, ends: impl Fn(&[char]) -> bool) -> usize {
    (from..chars.len()).find(|at| ends(&chars[*at..])).unwrap_or(chars.len())
}

fn text_end(chars: &[char], from: usize) -> usize {
    let mut at = from;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// A text keeps its quotes and its lines, and loses its words.
fn push_text(out: &mut String, text: &[char]) {
    out.push('"');
    out.extend(text.iter().filter(|c| **c == '\n'));
    out.push('"');
}

/// `code` without what stands under `#[cfg(test)]`: lines stay, so that a finding keeps its place.
pub fn without_tests(code: &str) -> String {
    let mut out = String::new();
    let mut rest = code;
    while let Some(start) = rest.find("#[cfg(test)]") {
        out.push_str(&rest[..start]);
        let item = &rest[start..];
        let body = item.find(['{', ';']).unwrap_or(item.len());
        let end =
            if item[body..].starts_with('{') { body + block_length(&item[body..]) } else { (body + 1).min(item.len()) };
        out.extend(item[..end].chars().filter(|c| *c == '\n'));
        rest = &item[end..];
    }
    out + rest
}

fn block_length(code: &str) -> usize {
    let mut depth = 0;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// The module a file under `src` holds: `ui/kit/mod.rs` is `[ui, kit]`, `ui/routes.rs` is `[ui, routes]`.
pub fn module_of(path: &str) -> Vec<String> {
    let stem = path.trim_end_matches(".rs");
    let mut parts: Vec<String> = stem.split('/').map(str::to_owned).collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "lib")) {
        parts.pop();
    }
    parts
}

/// Every path of the own crate that the code names, absolute: `crate::…` and `super::…`, groups taken apart.
pub fn own_paths(code: &str, module: &[String]) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    for (word, prefix) in [("crate", 0), ("super", 1)] {
        for at in words(code, word) {
            if word == "super" && code[..at].trim_end().ends_with("::") {
                continue;
            }
            let mut rest = code[at..].strip_prefix(word).unwrap_or_default();
            let mut ups = prefix;
            while let Some(more) =
                rest.trim_start().strip_prefix("::").and_then(|r| r.trim_start().strip_prefix("super"))
            {
                ups += 1;
                rest = more;
            }
            let base = if word == "crate" { Vec::new() } else { module[..module.len().saturating_sub(ups)].to_vec() };
            collect(rest, base, &mut found);
        }
    }
    found
}

/// Follows `::a::{b, c::d}` from `base` and stores each path that results. Returns what is left of the code.
fn collect<'a>(rest: &'a str, base: Vec<String>, found: &mut BTreeSet<Vec<String>>) -> &'a str {
    let Some(after) = rest.trim_start().strip_prefix("::") else {
        found.insert(base);
        return rest;
    };
    let after = after.trim_start();
    if let Some(mut inside) = after.strip_prefix('{') {
        loop {
            let item = inside.trim_start();
            if let Some(end) = item.strip_prefix('}') {
                return end;
            }
            let name: String = item.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let mut path = base.clone();
            if name != "self" && !name.is_empty() {
                path.push(name.clone());
            }
            let left = collect(&item[name.len()..], path, found);
            let Some(next) = left.find([',', '}']) else {
                return "";
            };
            inside = left[next..].strip_prefix(',').unwrap_or(&left[next..]);
        }
    }
    let name: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let mut path = base;
    if name.is_empty() {
        found.insert(path);
        return after;
    }
    path.push(name.clone());
    collect(&after[name.len()..], path, found)
}

/// Which of `crates` the code names.
pub fn crates_named<'a>(code: &str, crates: &'a [String]) -> BTreeSet<&'a str> {
    let named = |name: &str| {
        words(code, name).into_iter().any(|at| {
            let before = code[..at].trim_end();
            let after = code[at + name.len()..].trim_start();
            let used = before.ends_with("use") || before.ends_with("extern crate");
            !before.ends_with("::") && (after.starts_with("::") || used)
        })
    };
    crates.iter().map(String::as_str).filter(|name| named(name)).collect()
}

/// Where `word` stands as a whole word.
pub fn words(code: &str, word: &str) -> Vec<usize> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(|at| !code[..*at].ends_with(is_name) && !code[at + word.len()..].starts_with(is_name))
        .collect()
}
