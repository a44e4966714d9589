//! Reads the sources and holds the law of the house: who may use whom, and what nobody may write.
#![cfg(not(target_arch = "wasm32"))]

#[path = "architecture/law.rs"]
mod law;
#[path = "architecture/source.rs"]
mod source;

use law::judge;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of the project below `folder`, without what is built or installed.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type().unwrap().is_dir() {
            if !["target", "dist", "node_modules", ".git", "results"].contains(&name.as_str()) {
                found.extend(files(&entry.path()));
            }
        } else if name != ".git" {
            found.push(entry.path());
        }
    }
    found.sort();
    found
}

fn relative(path: &Path, to: &Path) -> String {
    path.strip_prefix(to).unwrap().to_string_lossy().replace('\\', "/")
}

/// The crates that Cargo.toml names, as Rust writes them; the own name too, which only the binary may use.
fn dependencies() -> Vec<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut inside = false;
    let mut names = vec!["factuur".to_owned()];
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        } else if let (true, Some((name, _))) = (inside, line.split_once(" = ")) {
            names.push(name.replace('-', "_"));
        }
    }
    names
}

fn law_of(path: &str, source: &str) -> Vec<String> {
    judge(path, source, &dependencies())
}

#[test]
fn the_sources_hold_the_law() {
    let src = root().join("src");
    let sources: Vec<_> = files(&src).into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs")).collect();
    assert!(sources.len() >= 10, "too few sources were found: {}", sources.len());
    let crates = dependencies();
    assert!(crates.iter().any(|name| name == "rust_decimal") && crates.iter().any(|name| name == "leptos"));
    let mut broken = Vec::new();
    for path in &sources {
        let name = relative(path, &src);
        // A file of tests beside its module is a test.
        if !name.ends_with("/tests.rs") && !name.contains("/tests/") {
            broken.extend(judge(&name, &fs::read_to_string(path).unwrap(), &crates));
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn one_file_alone_speaks_gloo_net() {
    let named = ["gloo_net".to_owned()];
    let src = root().join("src");
    let speakers: Vec<_> = files(&src)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .filter(|path| !source::crates_named(&source::code_of(&fs::read_to_string(path).unwrap()), &named).is_empty())
        .map(|path| relative(&path, &src))
        .collect();
    assert!(speakers.len() <= 1, "{speakers:?}");
}

#[test]
fn a_room_that_reaches_too_far_is_named() {
    for (path, source, wanted) in [
        ("billing/money.rs", "use crate::text::Language;", "billing may not use crate::text"),
        ("billing/money.rs", "fn f() { crate::arm::go() }", "billing may not use crate::arm"),
        ("billing/money.rs", "use super::super::arm::Client;", "billing may not use crate::arm"),
        ("billing/deep/more.rs", "use crate::{billing::Money, arm::Client};", "billing may not use crate::arm"),
        ("billing/mod.rs", "use csv::Writer;", "billing may not use the crate csv"),
        ("billing/mod.rs", "use leptos;", "billing may not use the crate leptos"),
        ("text/mod.rs", "use leptos::prelude::*;", "text may not use the crate leptos"),
        ("arm/client.rs", "let r = gloo_net::http::Request::get(a);", "arm may not use the crate gloo_net"),
        ("export/mod.rs", "use web_sys::Blob;", "export may not use the crate web_sys"),
        ("document/mod.rs", "use crate::export::CsvWriter;", "document may not use crate::export"),
        ("document/archive.rs", "use crate::arm::Client;", "document may not use crate::arm"),
        ("document/sheet.rs", "use leptos::prelude::*;", "document may not use the crate leptos"),
        ("document/archive.rs", "use web_sys::Blob;", "document may not use the crate web_sys"),
        ("zip/mod.rs", "use crate::document::safe_name;", "zip may not use crate::document"),
        ("zip/mod.rs", "use sha2::Sha256;", "zip may not use the crate sha2"),
        ("document/index.rs", "use csv::Writer;", "document may not use the crate csv"),
        ("export/mod.rs", "use crate::document::invoice_pdf;", "export may not use crate::document"),
        ("billing/mod.rs", "use crate::document::ZipWriter;", "billing may not use crate::document"),
        ("sandbox/mod.rs", "use crate::browser::storage;", "sandbox may not use crate::browser"),
        ("browser/mod.rs", "use leptos::prelude::*;", "browser may not use the crate leptos"),
        ("browser/mod.rs", "use crate::billing::Money;", "browser may not use crate::billing"),
        ("browser/sandbox.rs", "use crate::sandbox::Sandbox;", "browser may not use crate::sandbox"),
        ("state/boot.rs", "use crate::sandbox::Seed;", "state may not use crate::sandbox"),
        ("state/mod.rs", "use crate::ui::App;", "state may not use crate::ui"),
        ("ui/kit/button.rs", "use crate::state::Session;", "ui/kit may not use crate::state"),
        ("ui/kit/button.rs", "use crate::billing::Money;", "ui/kit may not use crate::billing"),
        ("ui/shell/bar.rs", "use crate::ui::blades::invoices::View;", "ui/shell may not use crate::ui::blades"),
        (
            "ui/blades/iam/view.rs",
            "use crate::ui::blades::invoices::View;",
            "ui/blades may not use crate::ui::blades::invoices",
        ),
        (
            "ui/blades/iam/view.rs",
            "use super::super::invoices::View;",
            "ui/blades may not use crate::ui::blades::invoices",
        ),
        ("ui/blades/iam/view.rs", "use crate::arm::Client;", "ui/blades may not use crate::arm"),
        ("cellar/mod.rs", "", "no room of the law holds this file"),
    ] {
        let found = law_of(path, source);
        assert!(found.iter().any(|line| line.contains(wanted)), "{path}: {source}: {found:?}");
    }
}

#[test]
fn what_nobody_may_write_is_named() {
    let long = "\n".repeat(law::LONGEST + 1);
    for (path, source, wanted) in [
        ("billing/money.rs", "fn f(x: f64) {}", "f64"),
        ("export/csv.rs", "let x = 1 as f32;", "f32"),
        ("sandbox/mod.rs", "let t = chrono::Utc::now();", "Utc::now"),
        ("state/mod.rs", "let t = js_sys::Date::new_0();", "Date::new_0"),
        ("arm/mod.rs", "let x = y.unwrap();", ".unwrap()"),
        ("arm/mod.rs", "let x = y.expect(\"words\");", ".expect("),
        ("arm/mod.rs", "#[cfg(test)] mod tests { fn a() { x.unwrap() } } fn b() { panic!(\"no\") }", "panic!("),
        ("ui/kit/mod.rs", "view! { <p inner_html=x/> }", "inner_html"),
        ("ui/kit/mod.rs", "view! { <p style=\"color: red\"/> }", "style="),
        ("ui/blades/iam/view.rs", "view! { <p style=move || x.get()/> }", "style="),
        ("ui/mod.rs", long.as_str(), "lines, at most"),
    ] {
        let found = law_of(path, source);
        assert!(found.iter().any(|line| line.contains(wanted)), "{path}: {wanted}: {found:?}");
    }
}

#[test]
fn what_the_law_allows_is_not_named() {
    for (path, source) in [
        (
            "billing/money.rs",
            "//! Not f64, see crate::arm.\nuse rust_decimal::Decimal; use std::fmt; use super::scope::Scope;",
        ),
        ("billing/money.rs", "#[cfg(test)]\nmod tests {\n use crate::arm::X; fn a() { x.unwrap(); }\n}\nfn b() {}"),
        (
            "billing/money.rs",
            "const S: &str = \"crate::arm f64 .unwrap()\"; const R: &str = r#\"f64 \"quoted\" f32\"#; const C: char = '\"'; fn f<'a>(x: &'a str) {}",
        ),
        (
            "sandbox/server.rs",
            "let t = self.clock.now(); use crate::arm::Number; use crate::billing::{self, money::Money};",
        ),
        ("arm/mod.rs", "x.unwrap_or_default(); y.expect_err; Err(e)?"),
        ("browser/clock.rs", "js_sys::Date::now()"),
        ("ui/kit/mod.rs", "view! { <p style:width=w class=\"a\"/> } let style = 1; if a.style == b {}"),
        (
            "ui/blades/iam/view.rs",
            "use super::model::Row; use super::super::iam::model; use crate::ui::kit::Button; use crate::export::csv;",
        ),
        (
            "document/sheet.rs",
            "use crate::billing::Money; use crate::text::money; use pdf_writer::Content; use miniz_oxide::deflate; use sha2::Sha256; fn place(at: f32) {}",
        ),
        ("main.rs", "fn main() { leptos::mount::mount_to_body(factuur::ui::App); }"),
    ] {
        assert_eq!(law_of(path, source), Vec::<String>::new(), "{path}: {source}");
    }
}

/// Words that tie the project to one machine: an own folder of it, a private host, a mirror of a registry.
fn machine_words(name: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in [concat!("/wo", "rk/"), concat!("/fa", "rm/"), concat!("/ro", "ot/"), concat!("/tmp/", "bash")] {
        if text.contains(word) {
            found.push(format!("{name}: {word}"));
        }
    }
    for (at, _) in text.match_indices("://") {
        let host = text[at + 3..]
            .split(|c: char| !(c.is_ascii_alphanumeric() || "-._".contains(c)))
            .next()
            .unwrap_or_default();
        let private =
            ["10.", "192.168.", "172.16."].iter().any(|net| host.starts_with(net) && host.split('.').count() == 4);
        if private || host.ends_with(".internal") || host.ends_with(".lan") {
            found.push(format!("{name}: {host}"));
        }
    }
    let config = name.ends_with(".npmrc") || name.ends_with("Cargo.toml") || name.contains(".cargo/");
    if config && ["registry=", "registry =", "replace-with", "[source"].iter().any(|word| text.contains(word)) {
        found.push(format!("{name}: a registry of its own"));
    }
    found
}

/// Addresses in a lock file: none in npm's, crates.io's index alone in Cargo's.
fn lock_addresses(name: &str, text: &str) -> Vec<String> {
    let wrong = |line: &&str| {
        let line = line.trim();
        match name.ends_with("Cargo.lock") {
            true => {
                line.starts_with("source")
                    && line != "source = \"registry+https://github.com/rust-lang/crates.io-index\""
            }
            false => line.starts_with("\"resolved\""),
        }
    };
    text.lines().filter(wrong).map(|line| format!("{name}: {}", line.trim())).collect()
}

#[test]
fn nothing_ties_the_project_to_one_machine() {
    let mut found = Vec::new();
    for path in files(root()) {
        let name = relative(&path, root());
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        found.extend(machine_words(&name, &text));
        if name.ends_with("Cargo.lock") || name.ends_with("package-lock.json") {
            found.extend(lock_addresses(&name, &text));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_private_address_or_a_mirror_is_found() {
    assert_eq!(machine_words("a.md", concat!("see /wo", "rk/notes")).len(), 1);
    assert_eq!(machine_words("a.md", concat!("http:", "//10.0.0.7/npm")).len(), 1);
    assert_eq!(machine_words("a.md", concat!("https:", "//crates.corp.internal/")).len(), 1);
    assert_eq!(machine_words("x/.npmrc", "registry=https://mirror.example").len(), 1);
    assert_eq!(machine_words("a.md", "https://management.azure.com http://127.0.0.1:8080"), Vec::<String>::new());
    assert_eq!(lock_addresses("package-lock.json", "  \"resolved\": \"https://mirror.example/a.tgz\"").len(), 1);
    assert_eq!(lock_addresses("Cargo.lock", "source = \"registry+https://mirror.example/index\"").len(), 1);
}

#[test]
fn the_wasm_bindgen_command_is_the_version_of_the_crate() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let entry = lock.split("[[package]]").find(|entry| entry.contains("\nname = \"wasm-bindgen\"\n")).unwrap();
    let version = entry.lines().find_map(|line| line.strip_prefix("version = ")).unwrap().trim_matches('"');
    match Command::new("wasm-bindgen").arg("--version").output() {
        Ok(output) => assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), format!("wasm-bindgen {version}")),
        Err(error) => eprintln!("wasm-bindgen is not installed ({error}): run scripts/setup"),
    }
}
