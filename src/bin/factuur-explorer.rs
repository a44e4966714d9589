//! The explorer in its worker: panic hook and start, nothing else.
fn main() {
    console_error_panic_hook::set_once();
    factuur::explorer::run();
}
