//! How a list of names is ordered.
use factuur::browser::page::name_order;
use wasm_bindgen_test::*;

fn ordered(language: &str) -> String {
    let order = name_order(language);
    let mut names = ["Öberg", "Zwart", "Åkerblad", "akker 10", "Akker 2", "Ovink"];
    names.sort_by(|one, other| order(one, other));
    names.join(", ")
}

#[wasm_bindgen_test]
fn swedish_letters_follow_z_in_swedish() {
    assert_eq!(ordered("sv"), "Akker 2, akker 10, Ovink, Zwart, Åkerblad, Öberg");
}

#[wasm_bindgen_test]
fn letters_with_marks_stand_beside_their_own_in_dutch_and_english() {
    for language in ["nl", "en"] {
        assert_eq!(ordered(language), "Åkerblad, Akker 2, akker 10, Öberg, Ovink, Zwart");
    }
}
