//! The import law as data, and its judgement over one file.
use super::source::{code_of, crates_named, module_of, own_paths, without_tests, words};

/// A room: the folder, the own rooms it may name, the crates it may name. `std` is open to all.
pub struct Room {
    pub folder: &'static str,
    pub rooms: &'static [&'static str],
    pub crates: &'static [&'static str],
}

const WIRE: &[&str] = &["thiserror", "chrono", "rust_decimal"];
const VIEW: &[&str] = &["leptos", "chrono", "rust_decimal"];
const UI: &[&str] = &["leptos", "factuur_view"];

/// The table of `src/lib.rs`. The longest folder that fits a file is its room. A blade is a room of its own.
pub const LAW: &[Room] = &[
    Room { folder: "billing", rooms: &[], crates: &["rust_decimal", "chrono", "thiserror"] },
    Room { folder: "json", rooms: &[], crates: &["rust_decimal", "memchr"] },
    Room { folder: "text", rooms: &["billing"], crates: &["rust_decimal", "chrono", "thiserror"] },
    Room { folder: "zip", rooms: &[], crates: &["miniz_oxide", "thiserror"] },
    Room {
        folder: "export",
        rooms: &["billing", "json", "text", "zip"],
        crates: &["csv", "memchr", "rust_decimal", "chrono", "thiserror"],
    },
    Room {
        folder: "explore",
        rooms: &["billing", "json", "export"],
        crates: &["memchr", "hashbrown", "rustc_hash", "rust_decimal", "chrono", "thiserror"],
    },
    Room {
        folder: "document",
        rooms: &["billing", "text", "zip"],
        crates: &["pdf_writer", "miniz_oxide", "sha2", "rust_decimal", "chrono", "thiserror"],
    },
    Room { folder: "arm", rooms: &["billing", "json"], crates: WIRE },
    Room { folder: "sandbox", rooms: &["billing", "arm", "json"], crates: WIRE },
    Room { folder: "own", rooms: &["billing", "arm", "json"], crates: WIRE },
    Room {
        folder: "browser",
        rooms: &["arm"],
        crates: &[
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "gloo_net",
            "futures_util",
            "chrono",
            "thiserror",
        ],
    },
    // The program of the worker, and what it and the page say to each other.
    Room {
        folder: "engine",
        rooms: &["billing", "arm", "export", "explore", "browser"],
        crates: &["futures_util", "wasm_bindgen", "wasm_bindgen_futures"],
    },
    // The same, for files of the person's own.
    Room {
        folder: "explorer",
        rooms: &["json", "billing", "arm", "export", "explore", "browser"],
        crates: &["futures_util", "wasm_bindgen", "wasm_bindgen_futures", "chrono", "rust_decimal"],
    },
    // The sandbox is a part of the app that most do not load: nothing else names it.
    Room {
        folder: "browser/embedded",
        rooms: &["browser", "sandbox", "arm"],
        crates: &["chrono", "thiserror", "wasm_split_helpers"],
    },
    // So is what reads the person's own files; the page that shows what is in them names its summary too.
    Room {
        folder: "browser/own",
        rooms: &["browser", "own", "billing", "arm"],
        crates: &["thiserror", "wasm_split_helpers"],
    },
    Room {
        folder: "ui/blades/open",
        rooms: &[
            "ui::dom",
            "ui::view",
            "ui::kit",
            "ui::shell",
            "ui::routes",
            "ui::files",
            "ui::tables",
            "state",
            "own",
            "arm",
            "billing",
            "text",
        ],
        crates: VIEW,
    },
    Room {
        folder: "state",
        rooms: &[
            "billing",
            "text",
            "export",
            "explore",
            "document",
            "arm",
            "browser",
            "engine::protocol",
            "explorer::protocol",
        ],
        crates: &["leptos", "futures_util", "send_wrapper", "thiserror", "chrono", "rust_decimal"],
    },
    // The macro is a crate of its own; what it names is in the code that it writes.
    Room { folder: "view", rooms: &["ui::dom"], crates: &["leptos"] },
    Room { folder: "ui/dom", rooms: &[], crates: &["leptos", "send_wrapper", "web_sys"] },
    Room { folder: "ui/kit", rooms: &["text", "ui::dom", "ui::view"], crates: &["leptos"] },
    Room {
        folder: "ui/shell",
        rooms: &["ui::dom", "ui::view", "ui::kit", "ui::routes", "state", "billing", "text"],
        crates: VIEW,
    },
    Room {
        folder: "ui/blades",
        rooms: &[
            "ui::dom",
            "ui::view",
            "ui::kit",
            "ui::shell",
            "ui::routes",
            "ui::parts",
            "ui::papers",
            "ui::files",
            "ui::tables",
            "state",
            "billing",
            "text",
            "export",
        ],
        crates: VIEW,
    },
    Room {
        folder: "ui/files",
        rooms: &["ui::dom", "ui::view", "ui::kit", "ui::shell", "state", "billing", "text", "export"],
        crates: VIEW,
    },
    Room {
        folder: "ui/parts",
        rooms: &["ui", "billing", "state", "export"],
        crates: &["leptos", "wasm_split_helpers"],
    },
    Room { folder: "ui", rooms: &["ui", "state", "billing", "text"], crates: UI },
    Room { folder: "bin", rooms: &[], crates: &["factuur"] },
    Room { folder: "main", rooms: &[], crates: &["console_error_panic_hook", "leptos", "factuur"] },
    // The macro that makes parts; what it names is in the code that it writes.
    Room { folder: "part", rooms: &[], crates: &["wasm_split_helpers"] },
    Room { folder: "lib", rooms: &[], crates: &[] },
];

/// Lines of a file at most.
pub const LONGEST: usize = 400;

/// What reads a clock. Only the browser room may; every other room is handed the time.
const CLOCKS: &[&str] =
    &["Utc::now", "Local::now", "SystemTime::now", "Instant::now", "Date::now", "Date::new_0", "performance().now"];

/// What ends the program where a typed error belongs.
const PANICS: &[&str] = &[".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!("];

/// Everything in the file at `path` (under `src`) that breaks the law, a sentence each.
pub fn judge(path: &str, source: &str, dependencies: &[String]) -> Vec<String> {
    let code = without_tests(&code_of(source));
    let module = module_of(path);
    let in_room =
        |folder: &&Room| path == format!("{}.rs", folder.folder) || path.starts_with(&format!("{}/", folder.folder));
    let mut found = Vec::new();
    let Some(room) = LAW.iter().filter(in_room).max_by_key(|room| room.folder.len()) else {
        return vec![format!("{path}: no room of the law holds this file")];
    };
    for named in own_paths(&code, &module) {
        if !may_name(room, &module, &named) {
            found.push(format!("{path}: {} may not use crate::{}", room.folder, named.join("::")));
        }
    }
    for named in crates_named(&code, dependencies) {
        if !room.crates.contains(&named) {
            found.push(format!("{path}: {} may not use the crate {named}", room.folder));
        }
    }
    found.extend(forbidden_words(path, room, &code));
    if source.lines().count() > LONGEST {
        found.push(format!("{path}: {} lines, at most {LONGEST}", source.lines().count()));
    }
    found
}

fn may_name(room: &Room, module: &[String], named: &[String]) -> bool {
    let Some(first) = named.first() else {
        return true;
    };
    let own: Vec<&str> = room.folder.split('/').collect();
    // A blade is its own room: `ui/blades/invoices` may not name `ui::blades::profiles`.
    if room.folder == "ui/blades" && named.starts_with(&["ui".to_owned(), "blades".to_owned()]) {
        let (mine, theirs) = (module.get(2), named.get(2));
        return mine.is_none() || theirs.is_none() || mine == theirs;
    }
    if named.len() >= own.len() && own.iter().zip(named).all(|(a, b)| a == b) {
        return true;
    }
    // A module may name what holds it (`super::super`), as long as it goes no further.
    if first == "ui" && module.starts_with(named) {
        return true;
    }
    let whole = named.join("::");
    room.rooms.iter().any(|allowed| whole == *allowed || whole.starts_with(&format!("{allowed}::")))
}

fn forbidden_words(path: &str, room: &Room, code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut refuse = |what: &str, why: &str| found.push(format!("{path}: {what}: {why}"));
    if matches!(room.folder, "billing" | "export" | "explore" | "own") {
        for float in ["f32", "f64"].into_iter().filter(|float| !words(code, float).is_empty()) {
            refuse(float, "money is a decimal, never a float");
        }
    }
    if room.folder != "browser" {
        for clock in CLOCKS.iter().filter(|clock| code.contains(**clock)) {
            refuse(clock, "only the browser room reads a clock");
        }
    }
    for panic in PANICS.iter().filter(|panic| code.contains(**panic)) {
        refuse(panic, "a typed error belongs here");
    }
    if !words(code, "inner_html").is_empty() || code.contains("set_inner_html") {
        refuse("inner_html", "text is text, never markup");
    }
    if path.starts_with("ui/") && has_style_attribute(code) {
        refuse("style=", "the content security policy blocks style attributes: use a class, or style:name=value");
    }
    found
}

/// ` style="…"` or ` style=value` as written in a view: no blank before the equals sign, and it is no comparison.
fn has_style_attribute(code: &str) -> bool {
    words(code, "style").into_iter().any(|at| {
        let after = &code[at + "style".len()..];
        let begins = code[..at].ends_with(char::is_whitespace);
        begins && after.starts_with('=') && !after.starts_with("==") && !after.starts_with("=>")
    })
}
