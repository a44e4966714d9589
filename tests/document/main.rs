//! Papers and archives, read back with other people's tools: poppler's `pdftotext`, `pdftoppm` and `pdfinfo`, Info-ZIP's `unzip`.
#![cfg(not(target_arch = "wasm32"))]

mod amounts;
mod archive;
mod fixtures;
mod index;
mod letters;
mod names;
mod pages;
mod papers;
mod pictures;
mod properties;
mod support;
