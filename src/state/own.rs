//! Files of the person's own: chosen, read one after the other, and then the source of everything. They are gone with the
//! page; the browser's hold on them is kept, so that more files can be opened beside them.
use super::{DataSource, Session};
use crate::billing::Task;
use crate::browser::clock;
use crate::browser::files::{Chosen, Picked};
use crate::browser::own::{Opened, OwnTransport, load_reader, start_reader};
use leptos::prelude::*;
use std::rc::Rc;

/// Files that cannot be opened here, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aside {
    /// Tables: usage files, which are looked at on a page of their own.
    pub tables: Vec<String>,
    /// The browser could not read them: moved, changed since they were chosen, or not allowed.
    pub unreadable: Vec<String>,
    /// How many files of folders are of other kinds.
    pub left_out: usize,
}

/// How far reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Nothing is being read.
    Idle,
    /// This file of so many, from 1 on.
    At(usize, usize),
    /// The part of the app that reads could not be loaded.
    Failed,
}

/// The files. Copy: every part is a signal or stored.
#[derive(Clone, Copy)]
pub struct OwnDesk {
    /// What was read; none before anything was.
    pub opened: RwSignal<Option<Rc<dyn Opened>>, LocalStorage>,
    /// Files that were chosen and cannot be opened here.
    pub aside: RwSignal<Aside>,
    /// How far reading is.
    pub reading: RwSignal<Reading>,
    picked: StoredValue<Vec<Picked>, LocalStorage>,
    transport: StoredValue<OwnTransport, LocalStorage>,
}

impl Default for OwnDesk {
    fn default() -> OwnDesk {
        OwnDesk {
            opened: RwSignal::new_local(None),
            aside: RwSignal::default(),
            reading: RwSignal::new(Reading::Idle),
            picked: StoredValue::new_local(Vec::new()),
            transport: StoredValue::new_local(OwnTransport::default()),
        }
    }
}

impl OwnDesk {
    /// Whether there is something to look at.
    pub fn has_files(&self) -> bool {
        self.opened.with(|opened| opened.as_ref().is_some_and(|opened| !opened.is_empty()))
    }

    /// How many files were read, and how much is wrong with them.
    pub fn counts(&self) -> (usize, usize) {
        let count = |opened: &Rc<dyn Opened>| (opened.summary().files.len(), opened.problems().len());
        self.opened.with(|opened| opened.as_ref().map(count).unwrap_or_default())
    }

    /// What may be done with files, of all tasks.
    pub fn tasks(&self) -> Vec<Task> {
        let allows = |task: &Task| {
            self.opened.with_untracked(|opened| opened.as_ref().is_some_and(|opened| opened.allows(*task)))
        };
        Task::ALL.into_iter().filter(allows).collect()
    }

    /// What answers from them.
    pub fn transport(&self) -> OwnTransport {
        self.transport.get_value()
    }

    /// Lets go of them all.
    pub fn forget(&self) {
        self.transport.with_value(|transport| transport.set(None));
        self.picked.set_value(Vec::new());
        self.opened.set(None);
        self.aside.set(Aside::default());
        self.reading.set(Reading::Idle);
    }
}

impl Session {
    /// Opens files beside those that are open; one of the same name takes the other's place. When there is something to
    /// look at, they become the source of everything. Nothing while others are being read.
    pub async fn open_files(self, chosen: Chosen) {
        let desk = self.own;
        if chosen.files.is_empty() && chosen.left_out == 0 || matches!(desk.reading.get_untracked(), Reading::At(..)) {
            return;
        }
        let mut files = desk.picked.get_value();
        files.retain(|known| !chosen.files.iter().any(|file| file.name == known.name));
        files.extend(chosen.files);
        desk.picked.set_value(files.clone());
        desk.reading.set(Reading::At(1, files.len()));
        let reader = match load_reader().await {
            Ok(()) => start_reader().await.ok(),
            Err(_) => None,
        };
        let Some(mut reader) = reader else {
            desk.reading.set(Reading::Failed);
            return;
        };
        let mut aside = Aside { left_out: chosen.left_out, ..Aside::default() };
        for (at, file) in files.iter().enumerate() {
            desk.reading.set(Reading::At(at + 1, files.len()));
            clock::breathe().await;
            match file.bytes().await {
                None => aside.unreadable.push(file.name.clone()),
                Some(bytes) => {
                    if !reader.add(file.name.clone(), bytes) {
                        aside.tables.push(file.name.clone());
                    }
                }
            }
        }
        clock::breathe().await;
        let opened = reader.finish();
        // Who left while they were read wants none of it.
        if !matches!(desk.reading.get_untracked(), Reading::At(..)) {
            return;
        }
        let is_empty = opened.is_empty();
        desk.transport.with_value(|transport| transport.set(Some(opened.clone())));
        desk.opened.set(Some(opened));
        desk.aside.set(aside);
        desk.reading.set(Reading::Idle);
        if !is_empty {
            self.set_source(DataSource::Own);
        }
    }
}
