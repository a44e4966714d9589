//! What file a person wants, whichever program makes it, and where it goes.
use super::engine::{EngineFile, engine_preview};
use super::engine_order::EngineOrder;
use super::explorer::{ExplorerFile, explorer_preview};
use super::{FileError, FileWork, Session};
use crate::browser::engine::{Thing, can_write_to_disk, place_on_disk};
use crate::browser::storage::{self, Area};
use crate::engine::protocol::{Order, TableOrder};
use crate::explorer::protocol::Writing;
use crate::export::Target;

/// A file that is wanted of the chosen rows of a file of the person's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnOrder {
    /// What it is to be.
    pub writing: Writing,
    /// How many rows it will have.
    pub rows: u64,
    /// Which choice of rows it is of ([`Chosen::version`](super::Chosen::version)).
    pub version: u32,
}

/// What file is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// One that the engine makes.
    Engine(EngineOrder),
    /// One that the explorer makes.
    Explorer(OwnOrder),
}

impl From<Order> for Wanted {
    fn from(order: Order) -> Wanted {
        Wanted::Engine(order.into())
    }
}

impl From<TableOrder> for Wanted {
    fn from(order: TableOrder) -> Wanted {
        Wanted::Engine(order.into())
    }
}

impl Wanted {
    /// The work: to a place on disk, or into the browser's downloads where there is none.
    pub fn work(self, session: Session, place: Option<Thing>) -> Box<dyn FileWork> {
        match self {
            Wanted::Engine(order) => Box::new(EngineFile::new(session, order, place)),
            Wanted::Explorer(order) => Box::new(ExplorerFile::new(order, place)),
        }
    }

    /// The cells of the first rows, header first, as they will read.
    ///
    /// # Errors
    /// [`FileError`].
    pub async fn first_rows(self, session: Session, most: usize) -> Result<Vec<Vec<String>>, FileError> {
        match self {
            Wanted::Engine(order) => engine_preview(session, order, most).await,
            Wanted::Explorer(order) => explorer_preview(order, most).await,
        }
    }
}

/// Asks the person where on disk a file is to go; a place of none is the browser's downloads. None when they chose nothing.
pub async fn ask_place(name: &str, target: Target) -> Option<Option<Thing>> {
    place_on_disk(name, target.media_type(), target.ending()).await.ok()
}

const TO_DISK: &str = "factuur.toDisk";

/// Whether files go straight to disk; none in browsers that cannot.
pub fn goes_to_disk() -> Option<bool> {
    can_write_to_disk().then(|| storage::read(Area::Local, TO_DISK).is_some())
}

/// Has files go straight to disk from now on, or to the downloads again.
pub fn set_goes_to_disk(is: bool) {
    if is {
        storage::write(Area::Local, TO_DISK, "yes");
    } else {
        storage::remove(Area::Local, TO_DISK);
    }
}
