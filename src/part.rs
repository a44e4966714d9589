//! Parts of the app: what most visits do not use, and who uses it loads then.

/// Makes functions that live in parts of the app. The build makes a wasm file of each part (scripts/split-app.mjs), with
/// everything that only parts use; without the feature `split` they are functions like any other.
///
/// `part: load, run(arguments) -> Result<T, E> { … }` is the part's name, an async function that loads it, and one that
/// runs the body in it. Once its own `load` is through, what `run` gives is there without waiting: several functions of one
/// part each have a `load` of their own. A part that cannot be had is an error, and asking again tries again.
macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident: $load:ident, $run:ident($($argument:ident: $kind:ty),*) -> $result:ty $body:block)*) => {$(
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($part, fallible, preload($(#[$doc])* $load))]
        $(#[$doc])*
        pub fn $run($($argument: $kind),*) -> $result $body

        $(#[$doc])*
        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)] // It is one where there are parts.
        pub async fn $load() -> Result<(), wasm_split_helpers::SplitLoaderError> {
            Ok(())
        }

        $(#[$doc])*
        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)]
        pub async fn $run($($argument: $kind),*) -> $result $body
    )*};
}
