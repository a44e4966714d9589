//! The file of the person's own that is open: reading it, choosing of its rows, and the rows that are in view.
use super::{Explorer, ExplorerError, Question};
use crate::browser::engine::Thing;
use crate::explore::{Choices, Family};
use crate::explorer::protocol::{FileFacts, Look, Looked, Said, What};
use futures_util::future::{AbortHandle, abortable};
use leptos::prelude::*;
use leptos::web_sys::File;
use send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Rows that are asked for in one go.
const BLOCK: usize = 64;
/// Blocks that are kept.
const KEPT: usize = 64;

thread_local! {
    /// The file stays open while the person looks at another page.
    static LAST: RefCell<Option<OpenFile>> = const { RefCell::new(None) };
}

/// A file that is open.
#[derive(Debug, Clone)]
pub struct OpenFile {
    /// What it is.
    pub facts: Arc<FileFacts>,
    /// Its name and size, and the file itself, to be read again in another way.
    pub picked: Picked,
}

/// A file that the person chose.
#[derive(Debug, Clone)]
pub struct Picked {
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// What the person said about it.
    pub choices: Choices,
    file: SendWrapper<File>,
}

impl Picked {
    /// A file, of which nothing was said yet.
    pub fn new(file: File) -> Picked {
        Picked {
            name: file.name(),
            size: file.size() as u64,
            choices: Choices::default(),
            file: SendWrapper::new(file),
        }
    }
}

/// How far the reading of a file is.
#[derive(Debug, Clone)]
pub struct FileReading {
    /// The file.
    pub picked: Picked,
    /// What it is, once its first bytes were seen.
    pub family: Option<Family>,
    /// Bytes read.
    pub bytes: u64,
    /// Rows read.
    pub rows: u64,
}

/// The rows that were chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// The choice.
    pub look: Look,
    /// What it found.
    pub looked: Looked,
    /// Which choice it is, by the number of its question: rows of another are not its.
    pub version: u32,
}

/// Rows in cells, or groups in theirs.
pub type Cells = Arc<Vec<String>>;

/// How an answer of the explorer becomes cells.
pub type ToCells = Callback<Said, Vec<Vec<String>>>;

/// The file. Copy; it belongs to the component that made it.
#[derive(Clone, Copy)]
pub struct OwnFile {
    /// What is open.
    pub open: RwSignal<Option<OpenFile>>,
    /// What is being read.
    pub reading: RwSignal<Option<FileReading>>,
    /// Why the last file was not opened.
    pub trouble: RwSignal<Option<(Picked, ExplorerError)>>,
    /// What was chosen of the open file.
    pub chosen: RwSignal<Option<Arc<Chosen>>>,
    /// A choice is on its way.
    pub is_choosing: RwSignal<bool>,
    blocks: RwSignal<BTreeMap<usize, Vec<Cells>>>,
    asked: StoredValue<BTreeSet<usize>>,
    version: StoredValue<u32>,
    read_abort: StoredValue<Option<AbortHandle>>,
    look_abort: StoredValue<Option<AbortHandle>>,
}

impl Default for OwnFile {
    fn default() -> OwnFile {
        let file = OwnFile {
            open: RwSignal::new(LAST.with(|last| last.borrow().clone())),
            reading: RwSignal::new(None),
            trouble: RwSignal::new(None),
            chosen: RwSignal::new(None),
            is_choosing: RwSignal::new(false),
            blocks: RwSignal::new(BTreeMap::new()),
            asked: StoredValue::new(BTreeSet::new()),
            version: StoredValue::new(0),
            read_abort: StoredValue::new(None),
            look_abort: StoredValue::new(None),
        };
        on_cleanup(move || {
            abort(file.read_abort);
            abort(file.look_abort);
        });
        file
    }
}

fn abort(place: StoredValue<Option<AbortHandle>>) {
    if let Some(Some(handle)) = place.try_update_value(Option::take) {
        handle.abort();
    }
}

fn spawn(place: StoredValue<Option<AbortHandle>>, work: impl Future<Output = ()> + 'static) {
    abort(place);
    let (work, handle) = abortable(work);
    place.set_value(Some(handle));
    leptos::task::spawn_local(async move {
        let _ = work.await;
    });
}

impl OwnFile {
    /// Reads a file. What is open stays so until this one is.
    pub fn read(&self, picked: Picked) {
        let own = *self;
        own.trouble.set(None);
        own.reading.set(Some(FileReading { picked: picked.clone(), family: None, bytes: 0, rows: 0 }));
        spawn(own.read_abort, async move {
            let read = own.follow(&picked).await;
            own.reading.try_set(None);
            match read {
                Ok(facts) => {
                    let file = OpenFile { facts: Arc::new(facts), picked };
                    LAST.with(|last| last.replace(Some(file.clone())));
                    own.chosen.try_set(None);
                    own.blocks.try_set(BTreeMap::new());
                    own.open.try_set(Some(file));
                }
                Err(error) => {
                    own.trouble.try_set(Some((picked, error)));
                }
            }
        });
    }

    async fn follow(&self, picked: &Picked) -> Result<FileFacts, ExplorerError> {
        let question = Explorer::get().await?.ask(What::Open(picked.choices), &picked.file);
        loop {
            match question.hear().await?.0 {
                Said::Recognised { family, .. } => {
                    self.reading.try_update(|reading| reading.as_mut().map(|reading| reading.family = Some(family)));
                }
                Said::Progress { rows, bytes } => {
                    self.reading.try_update(|reading| {
                        if let Some(reading) = reading {
                            (reading.rows, reading.bytes) = (rows, bytes);
                        }
                    });
                }
                Said::Opened(facts) => return Ok(*facts),
                _ => {}
            }
        }
    }

    /// Stops reading.
    pub fn cancel(&self) {
        abort(self.read_abort);
        self.reading.set(None);
    }

    /// Chooses rows; an older choice that is not answered is given up.
    pub fn choose(&self, look: Look) {
        let own = *self;
        own.is_choosing.set(true);
        spawn(own.look_abort, async move {
            let question: Result<Question, _> =
                Explorer::get().await.map(|explorer| explorer.ask(What::Look(look.clone()), &Thing::UNDEFINED));
            let said = match question {
                Ok(question) => question.hear().await.map(|(said, _)| (question.id(), said)),
                Err(error) => Err(error),
            };
            own.is_choosing.try_set(false);
            if let Ok((version, Said::Looked(looked))) = said {
                own.version.try_set_value(version);
                own.asked.try_update_value(BTreeSet::clear);
                own.blocks.try_set(BTreeMap::new());
                own.chosen.try_set(Some(Arc::new(Chosen { look, looked, version })));
            }
        });
    }

    /// The cells of a row of the choice, once they are there; tracked.
    pub fn cells(&self, row: usize) -> Option<Cells> {
        self.blocks.with(|blocks| blocks.get(&(row / BLOCK))?.get(row % BLOCK).cloned())
    }

    /// Asks for the rows from one on up to another that are not there yet.
    pub fn want(&self, from: usize, to: usize, groups: bool, to_cells: ToCells) {
        for block in from / BLOCK..=to.saturating_sub(1) / BLOCK {
            let is_new = self.asked.try_update_value(|asked| asked.insert(block)).unwrap_or_default();
            if is_new {
                self.fetch(block, groups, to_cells);
            }
        }
    }

    fn fetch(&self, block: usize, groups: bool, to_cells: ToCells) {
        let own = *self;
        let version = own.version.get_value();
        leptos::task::spawn_local(async move {
            let (from, count) = (block * BLOCK, BLOCK);
            let what = if groups { What::Groups { from, count } } else { What::Rows { from, count } };
            let said = super::ask_explorer(what).await;
            if own.version.try_get_value() != Some(version) {
                return;
            }
            match said {
                Ok(said) => {
                    let cells = to_cells.run(said).into_iter().map(Arc::new).collect();
                    own.blocks.try_update(|blocks| {
                        blocks.insert(block, cells);
                        // What is furthest from here goes.
                        while blocks.len() > KEPT {
                            let (first, last) = (blocks.keys().next().copied(), blocks.keys().next_back().copied());
                            let Some((first, last)) = first.zip(last) else { break };
                            let far = if block.abs_diff(first) > block.abs_diff(last) { first } else { last };
                            blocks.remove(&far);
                            own.asked.try_update_value(|asked| asked.remove(&far));
                        }
                    });
                }
                Err(_) => {
                    own.asked.try_update_value(|asked| asked.remove(&block));
                }
            }
        });
    }
}
