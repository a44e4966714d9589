//! Elements, texts, parts that change and lists, in the page.
use super::stage::{Stage, has_focus};
use factuur::ui::dom::{Element, IntoNode, Node, each, when};
use leptos::prelude::*;
use leptos::task::tick;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen_test::wasm_bindgen_test;

fn field(name: &'static str) -> Node {
    Element::html("input").attr("id", name).into_node()
}

/// The ids of the fields, in the order they stand in.
fn order(stage: &Stage) -> Vec<String> {
    let found = stage.host.query_selector_all("input").unwrap();
    let id = |at| {
        found.item(at).map(|node| leptos::wasm_bindgen::JsCast::unchecked_into::<leptos::web_sys::Element>(node).id())
    };
    (0..found.length()).filter_map(id).collect()
}

#[wasm_bindgen_test]
async fn a_row_that_stays_keeps_its_element_and_its_focus() {
    let names = RwSignal::new(vec!["a", "b", "c"]);
    let stage = Stage::new(move || each(move || names.get(), |name| (*name).to_owned(), field));
    let b = stage.find("#b");
    b.focus().unwrap();
    for wanted in [vec!["a", "b", "d"], vec!["b", "d"], vec!["x", "b", "y", "d", "z"], vec!["b"]] {
        names.set(wanted.clone());
        tick().await;
        assert_eq!(order(&stage), wanted);
        assert!(has_focus(&b), "{wanted:?}");
    }
}

#[wasm_bindgen_test]
async fn rows_come_in_every_order_that_is_asked_for() {
    let names = RwSignal::new(Vec::new());
    let stage = Stage::new(move || {
        let list = each(move || names.get(), |name| (*name).to_owned(), field);
        Element::html("div").child(field("before")).child(list).child(field("after")).into_node()
    });
    for wanted in ["abcd", "dcba", "bd", "dabc", "", "cab", "cab", "zcxaby", "y"] {
        let wanted: Vec<&'static str> = (0..wanted.len()).map(|at| &wanted[at..=at]).collect();
        names.set(wanted.clone());
        tick().await;
        assert_eq!(order(&stage), [vec!["before"], wanted, vec!["after"]].concat());
    }
}

#[wasm_bindgen_test]
async fn two_rows_of_one_name_are_both_shown_and_both_go() {
    let names = RwSignal::new(vec!["a", "a", "b"]);
    let stage = Stage::new(move || each(move || names.get(), |name| (*name).to_owned(), field));
    assert_eq!(order(&stage), ["a", "a", "b"]);
    names.set(vec!["b", "a"]);
    tick().await;
    assert_eq!(order(&stage), ["b", "a"]);
    names.set(Vec::new());
    tick().await;
    assert_eq!(order(&stage).len(), 0);
}

#[wasm_bindgen_test]
async fn what_goes_ends_with_everything_in_it() {
    let (ended, read) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicU32::new(0)));
    let names = RwSignal::new(vec!["a", "b"]);
    let shared = RwSignal::new(0);
    let (end, reader) = (ended.clone(), read.clone());
    let stage = Stage::new(move || {
        each(
            move || names.get(),
            |name| (*name).to_owned(),
            move |_| {
                let (end, reader) = (end.clone(), reader.clone());
                on_cleanup(move || {
                    end.fetch_add(1, Ordering::Relaxed);
                });
                // A signal of the row's own, read beside one that all rows share: once the row is gone nobody may read it.
                let own = RwSignal::new(String::new());
                (move || {
                    shared.track();
                    reader.fetch_add(1, Ordering::Relaxed);
                    own.get()
                })
                .into_node()
            },
        )
    });
    assert_eq!((ended.load(Ordering::Relaxed), read.load(Ordering::Relaxed)), (0, 2));
    shared.set(1);
    names.set(vec!["b"]);
    tick().await;
    assert_eq!(ended.load(Ordering::Relaxed), 1);
    let before = read.load(Ordering::Relaxed);
    shared.set(2);
    tick().await;
    assert_eq!(read.load(Ordering::Relaxed), before + 1, "the one row that is left reads again");
    drop(stage);
}

#[wasm_bindgen_test]
async fn a_row_that_goes_with_its_list_reads_nothing_any_more() {
    let (version, shared) = (RwSignal::new(0), RwSignal::new(0));
    let row = move |name: &'static str| {
        let own = RwSignal::new(name);
        let cell = move || {
            shared.track();
            // Ends the test when the signal is gone.
            own.get()
        };
        Element::html("b").child(move || Element::html("i").child(cell)).into_node()
    };
    let stage = Stage::new(move || {
        (move || {
            version.track();
            each(|| vec!["a", "b"], |name| (*name).to_owned(), row)
        })
        .into_node()
    });
    for step in 1..4 {
        // The list is made anew, and in the same moment its old rows are told of a change.
        version.set(step);
        shared.set(step);
        tick().await;
        assert_eq!(stage.host.text_content().as_deref(), Some("ab"));
    }
}

#[wasm_bindgen_test]
async fn a_part_that_changes_leaves_the_field_in_it_alone() {
    let count = RwSignal::new(1_usize);
    let stage = Stage::new(move || {
        (move || {
            let many = (0..count.get()).map(|_| Element::html("b").into_node()).collect::<Vec<_>>();
            Element::html("div").attr("data-count", count.get()).child(field("kept")).child(many)
        })
        .into_node()
    });
    let kept = stage.find("#kept");
    kept.focus().unwrap();
    for many in [3, 0, 2] {
        count.set(many);
        tick().await;
        assert!(has_focus(&kept));
        assert_eq!(stage.count("b"), u32::try_from(many).unwrap());
        assert_eq!(stage.find("div").get_attribute("data-count"), Some(many.to_string()));
    }
}

#[wasm_bindgen_test]
async fn a_condition_that_goes_on_holding_keeps_what_it_shows() {
    let number = RwSignal::new(1);
    let stage = Stage::new(move || when(move || number.get() > 0, || field("kept")));
    let kept = stage.find("#kept");
    number.set(2);
    tick().await;
    assert!(kept.is_connected());
    number.set(0);
    tick().await;
    assert_eq!(stage.count("input"), 0);
    number.set(1);
    tick().await;
    assert_eq!(stage.count("input"), 1);
}

#[wasm_bindgen_test]
async fn an_attribute_is_there_as_long_as_it_has_a_value() {
    let reason = RwSignal::new(None::<String>);
    let on = RwSignal::new(true);
    let stage = Stage::new(move || {
        Element::html("i")
            .attr("title", reason)
            .attr("hidden", on)
            .fixed("class", "one")
            .class("two", on)
            .style("top", move || on.get().then_some("4px"))
            .into_node()
    });
    let element = stage.find("i");
    assert_eq!(element.get_attribute("title"), None);
    assert_eq!((element.class_name().as_str(), element.has_attribute("hidden")), ("one two", true));
    assert_eq!(element.get_attribute("style").as_deref(), Some("top: 4px;"));
    reason.set(Some("why".to_owned()));
    on.set(false);
    tick().await;
    assert_eq!(element.get_attribute("title").as_deref(), Some("why"));
    assert_eq!((element.class_name().as_str(), element.has_attribute("hidden")), ("one", false));
    assert_eq!(element.get_attribute("style").unwrap_or_default(), "");
}

#[wasm_bindgen_test]
fn text_is_text_and_never_markup() {
    let hostile = "<img src=x onerror=alert(1)>";
    let stage = Stage::new(move || Element::html("p").attr("title", hostile).child(hostile).into_node());
    assert_eq!(stage.count("img"), 0);
    assert_eq!(stage.find("p").text_content().as_deref(), Some(hostile));
    assert_eq!(stage.find("p").get_attribute("title").as_deref(), Some(hostile));
}
