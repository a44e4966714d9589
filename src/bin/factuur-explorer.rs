//! The explorer in its worker: start, nothing else. What would panic stops the worker, and the page says so.
fn main() {
    factuur::explorer::run();
}
