//! Leaves in the app's wasm what its splitting into parts reads (scripts/split-app.mjs): where code refers to other code.
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bin=factuur-app=--emit-relocs");
    }
}
