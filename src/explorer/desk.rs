//! The explorer at work: one file, one choice of its rows, questions about them.
use super::answers::{file_facts, group_facts};
use super::making::Chosen;
use super::protocol::{Ask, AskId, Look, Looked, Said, Tell, Trouble, What, Writing};
use super::{looking, opening, records, writing};
use crate::browser::worker::FileBytes;
use crate::browser::{clock, worker};
use crate::explore::{Groups, Opened, Table, View};
use futures_util::future::{AbortHandle, abortable};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// What was chosen of a file.
struct Choice {
    /// The question that asked for it.
    id: AskId,
    look: Look,
    looked: Looked,
    view: View,
    groups: Option<Groups>,
}

impl Choice {
    fn of<'o>(&'o self, opened: &'o Opened) -> Result<Chosen<'o>, Trouble> {
        Ok(Chosen {
            opened,
            at: self.look.table,
            table: opened.tables().get(self.look.table).ok_or(Trouble::Question)?,
            rows: self.view.rows(),
            groups: self.groups.as_ref().map(|groups| (groups, &*self.look.group)),
            looked: &self.looked,
        })
    }
}

#[derive(Default)]
struct Shared {
    opened: RefCell<Option<Rc<Opened>>>,
    chosen: RefCell<Option<Rc<Choice>>>,
    running: RefCell<BTreeMap<AskId, AbortHandle>>,
    /// The newest file and the newest choice: what is older stops.
    reading: Cell<Option<AskId>>,
    looking: Cell<Option<AskId>>,
}

/// Work on a question: its answer, and what is beside it.
type Work = Pin<Box<dyn Future<Output = Answer>>>;

type Answer = Result<(Said, Option<JsValue>), Trouble>;

/// The desk. Clones share it.
#[derive(Clone, Default)]
pub struct Desk(Rc<Shared>);

#[inline(never)]
fn tell(id: AskId, said: Said, beside: Option<&JsValue>) {
    worker::tell(&Tell { id, said }.to_json(), beside);
}

#[inline(never)]
fn reply(id: AskId, answer: Answer) {
    match answer {
        Ok((said, beside)) => tell(id, said, beside.as_ref()),
        Err(trouble) => tell(id, Said::Failed(trouble), None),
    }
}

impl Desk {
    /// The page asked something.
    pub fn hear(&self, ask: Ask, beside: JsValue) {
        let Ask { id, what } = ask;
        match what {
            What::Open(choices) => {
                if let Some(older) = self.0.reading.replace(Some(id)) {
                    self.stop(older);
                }
                let desk = self.clone();
                self.run(
                    id,
                    Box::pin(async move {
                        let file = FileBytes::of(&beside).ok_or(Trouble::Unreadable)?;
                        let (recognised, opened) = opening::read(&file, choices, |said| tell(id, said, None)).await?;
                        let facts = file_facts(&recognised, &opened);
                        desk.0.chosen.take();
                        desk.0.opened.replace(Some(Rc::new(opened)));
                        Ok((Said::Opened(Box::new(facts)), None))
                    }),
                );
            }
            What::Look(look) => {
                if let Some(older) = self.0.looking.replace(Some(id)) {
                    self.stop(older);
                }
                let desk = self.clone();
                self.run(id, Box::pin(async move { Ok((Said::Looked(desk.look(id, look).await?), None)) }));
            }
            What::Rows { from, count } => self.answer(id, &|table, chosen| {
                let values = chosen.view.values(table, from, count);
                Said::Rows(values.map(|(_, row)| row.map(|value| value.text.into_owned()).collect()).collect())
            }),
            What::Groups { from, count } => self.answer(id, &|table, chosen| {
                let facts = |groups| group_facts(table, groups, &chosen.look.group, from, count);
                Said::Groups(chosen.groups.as_ref().map(facts).unwrap_or_default())
            }),
            What::Values { table, column, text, most } => {
                let desk = self.clone();
                self.run(
                    id,
                    Box::pin(async move {
                        clock::breathe().await;
                        let opened = desk.opened()?;
                        let table = opened.tables().get(table).ok_or(Trouble::Question)?;
                        let (values, is_all) = looking::values(table, column, &text, most);
                        Ok((Said::Values { values, is_all }, None))
                    }),
                );
            }
            What::Write { of, wanted } => {
                let desk = self.clone();
                self.run(
                    id,
                    Box::pin(async move {
                        let (opened, chosen) = desk.chosen_as(of)?;
                        let tell = |said| tell(id, said, None);
                        let (file, said) = writing::write(chosen.of(&opened)?, &wanted, &beside, tell).await?;
                        Ok((said, file))
                    }),
                );
            }
            What::Preview { of, wanted, most } => reply(id, self.first_rows(of, &wanted, most)),
            What::Records { of, from, count, link } => reply(id, self.records(of, from, count, &link)),
            What::Cancel(id) => self.stop(id),
        }
    }

    /// Works on a question until it is answered or cancelled.
    fn run(&self, id: AskId, work: Work) {
        let (work, handle) = abortable(work);
        self.0.running.borrow_mut().insert(id, handle);
        let desk = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let Ok(end) = work.await else { return };
            desk.0.running.borrow_mut().remove(&id);
            reply(id, end);
        });
    }

    fn first_rows(&self, of: AskId, wanted: &Writing, most: usize) -> Answer {
        let (opened, chosen) = self.chosen_as(of)?;
        Ok((writing::first_rows(chosen.of(&opened)?, wanted, most)?, None))
    }

    fn records(&self, of: AskId, from: usize, count: usize, link: &str) -> Answer {
        let (opened, chosen) = self.chosen_as(of)?;
        let page = records::page(&chosen.of(&opened)?, from, count, link)?;
        Ok((Said::Records, Some(worker::array_of(&page))))
    }

    /// Answers a question about the rows that are chosen.
    fn answer(&self, id: AskId, read: &dyn Fn(&Table, &Choice) -> Said) {
        let said = self.opened().and_then(|opened| {
            let chosen = self.chosen()?;
            let table = opened.tables().get(chosen.look.table).ok_or(Trouble::Question)?;
            Ok(read(table, &chosen))
        });
        tell(id, said.unwrap_or_else(Said::Failed), None);
    }

    fn stop(&self, id: AskId) {
        if let Some(handle) = self.0.running.borrow_mut().remove(&id) {
            handle.abort();
        }
    }

    fn opened(&self) -> Result<Rc<Opened>, Trouble> {
        self.0.opened.borrow().clone().ok_or(Trouble::Question)
    }

    /// The open file and its choice of this number. Rows of another choice are others: a file has those of one.
    fn chosen_as(&self, of: AskId) -> Result<(Rc<Opened>, Rc<Choice>), Trouble> {
        let chosen = self.chosen()?;
        if chosen.id == of { Ok((self.opened()?, chosen)) } else { Err(Trouble::Question) }
    }

    fn chosen(&self) -> Result<Rc<Choice>, Trouble> {
        self.0.chosen.borrow().clone().ok_or(Trouble::Question)
    }

    /// Chooses rows. Between the steps messages are heard, so that a newer choice ends this one.
    async fn look(&self, id: AskId, look: Look) -> Result<Looked, Trouble> {
        clock::breathe().await;
        let opened = self.opened()?;
        let table = opened.tables().get(look.table).ok_or(Trouble::Question)?;
        let view = looking::rows_of(table, &look);
        clock::breathe().await;
        let groups = (!look.group.is_empty()).then(|| looking::groups_of(table, &look, &view));
        let looked = looking::total(table, &look, &view, groups.as_ref());
        self.0.chosen.replace(Some(Rc::new(Choice { id, look, looked: looked.clone(), view, groups })));
        Ok(looked)
    }
}
