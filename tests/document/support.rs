//! Runs the tools that read the papers, on files below Cargo's folder for tests.
use super::fixtures::Sample;
use factuur::document::{InvoicePaper, invoice_pdf};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

static NEXT: AtomicUsize = AtomicUsize::new(0);

/// A folder of one's own, removed when it is dropped.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("document-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a tool says; anything on its error output is a fault of the file.
pub fn run(tool: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = Command::new(tool);
    command.args(arguments).arg(file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().unwrap_or_else(|error| panic!("{tool}: {error}: run scripts/setup"));
    let faults = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && faults.is_empty(), "{tool}: {faults}");
    String::from_utf8(output.stdout).unwrap()
}

/// A tool's word about a PDF.
pub fn ask(tool: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let folder = Folder::new();
    run(tool, arguments, &folder.file("paper.pdf", pdf))
}

/// The text of a PDF as it is laid out, page after page, with plain blanks.
pub fn text(pdf: &[u8]) -> String {
    ask("pdftotext", &["-layout"], pdf).replace('\u{a0}', " ")
}

/// The pages of such a text.
pub fn pages(text: &str) -> Vec<&str> {
    text.trim_end_matches('\u{c}').split('\u{c}').collect()
}

impl Sample {
    pub fn pdf(&self) -> Vec<u8> {
        self.paper(pdf)
    }

    pub fn text(&self) -> String {
        text(&self.pdf())
    }
}

pub fn pdf(paper: &InvoicePaper<'_>) -> Vec<u8> {
    invoice_pdf(paper).unwrap()
}

/// Words with one blank between them, whatever the layout.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
