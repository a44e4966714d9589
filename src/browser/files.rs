//! Files of the person's own: chosen in a dialog or dropped on the page, single or in folders. They are read when that is
//! asked for, and never written.
use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry, HtmlInputElement,
};

/// Endings of the files of a folder that are read; who chooses a file itself may choose any.
const ENDINGS: [&str; 6] = ["json", "jsonl", "ndjson", "csv", "tsv", "txt"];
/// Folders inside each other that are gone into.
const DEEPEST: usize = 16;

/// A file that the person chose: a hold on it, its bytes are still on disk.
#[derive(Debug, Clone)]
pub struct Picked {
    /// Its name, with the folders from the chosen one down.
    pub name: String,
    file: File,
}

impl Picked {
    /// Its bytes; none when it cannot be read any more (moved, changed, or not allowed).
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.file.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

/// What was chosen or dropped.
#[derive(Debug, Default)]
pub struct Chosen {
    /// The files, in the order of their names.
    pub files: Vec<Picked>,
    /// How many files of folders were left out, because their names say that they are neither JSON nor a table.
    pub left_out: usize,
}

impl Chosen {
    fn add(&mut self, name: String, file: File, in_folder: bool) {
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if in_folder && !ENDINGS.contains(&ending.as_str()) {
            self.left_out += 1;
        } else {
            self.files.push(Picked { name, file });
        }
    }
}

/// What was chosen in the dialog of this field. The field is emptied, so that the same files can be chosen again.
pub fn chosen_in(field: &HtmlInputElement) -> Chosen {
    let mut chosen = Chosen::default();
    list(field.files(), &mut chosen);
    field.set_value("");
    chosen
}

fn list(files: Option<FileList>, chosen: &mut Chosen) {
    let Some(files) = files else { return };
    for file in (0..files.length()).filter_map(|at| files.get(at)) {
        let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
        let path = path.filter(|path| !path.is_empty());
        let in_folder = path.is_some();
        chosen.add(path.unwrap_or_else(|| file.name()), file, in_folder);
    }
}

/// What was dropped, as far as it can be told while the event lasts; [`Dropped::chosen`] goes through the folders.
#[derive(Debug)]
pub struct Dropped {
    entries: Vec<FileSystemEntry>,
    files: Option<FileList>,
}

impl Dropped {
    /// Takes it out of the event.
    pub fn of(data: &DataTransfer) -> Dropped {
        let items = data.items();
        let entry = |at| items.get(at)?.webkit_get_as_entry().ok().flatten();
        Dropped { entries: (0..items.length()).filter_map(entry).collect(), files: data.files() }
    }

    /// Every file of it.
    pub async fn chosen(self) -> Chosen {
        let mut chosen = Chosen::default();
        if self.entries.is_empty() {
            list(self.files, &mut chosen);
        }
        let mut waiting: Vec<(FileSystemEntry, String, usize)> =
            self.entries.into_iter().map(|entry| (entry, String::new(), 0)).collect();
        while let Some((entry, above, depth)) = waiting.pop() {
            let name = format!("{above}{}", entry.name());
            if entry.is_file() {
                if let Some(file) = file_of(entry.unchecked_ref()).await {
                    chosen.add(name, file, depth > 0);
                }
            } else if depth < DEEPEST {
                let inside = entries_of(entry.unchecked_ref()).await;
                waiting.extend(inside.into_iter().map(|entry| (entry, format!("{name}/"), depth + 1)));
            }
        }
        chosen.files.sort_by(|a, b| a.name.cmp(&b.name));
        chosen
    }
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    let ask = |good: &Function, bad: &Function| {
        entry.file_with_callback_and_callback(good, bad);
        Ok(())
    };
    told(ask).await?.dyn_into().ok()
}

/// What stands in a folder: it is told in pieces, and an empty piece is the end.
async fn entries_of(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader: FileSystemDirectoryReader = folder.create_reader();
    let mut all = Vec::new();
    loop {
        let piece = told(|good, bad| reader.read_entries_with_callback_and_callback(good, bad).map(drop)).await;
        let piece = piece.map(|piece| Array::from(&piece)).unwrap_or_default();
        if piece.length() == 0 {
            return all;
        }
        all.extend(piece.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

/// Waits for a function that calls one of two others back.
async fn told(ask: impl Fn(&Function, &Function) -> Result<(), JsValue>) -> Option<JsValue> {
    let promise = Promise::new(&mut |good, bad| {
        if ask(&good, &bad).is_err() {
            let _ = bad.call0(&JsValue::UNDEFINED);
        }
    });
    JsFuture::from(promise).await.ok()
}
