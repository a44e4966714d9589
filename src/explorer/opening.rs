//! Reading a file piece by piece, so that the page can follow and cancel.
use super::protocol::{Said, Trouble};
use crate::browser::clock;
use crate::browser::worker::FileBytes;
use crate::explore::{Choices, ExploreError, Opened, Reader, Recognised, recognise};

/// Bytes that are asked of the browser in one go.
const PIECE: u64 = 2 << 20;

impl From<ExploreError> for Trouble {
    fn from(error: ExploreError) -> Trouble {
        Trouble::Broken(error)
    }
}

/// Reads a file; `tell` hears how far it is.
///
/// # Errors
/// [`Trouble`].
pub async fn read(file: &FileBytes, choices: Choices, tell: impl Fn(Said)) -> Result<(Recognised, Opened), Trouble> {
    let (mut at, size) = (0, file.len());
    let mut piece = next(file, at).await?;
    let recognised = recognise(&piece);
    let versions = recognised.versions.iter().map(|version| (*version).to_owned()).collect();
    tell(Said::Recognised { family: recognised.family, versions });
    let mut reader = Reader::new(&recognised, choices);
    loop {
        reader.push(&piece)?;
        at += piece.len() as u64;
        tell(Said::Progress { rows: reader.rows(), bytes: at });
        if at >= size {
            break;
        }
        // Only one piece is alive at a time.
        drop(std::mem::take(&mut piece));
        piece = next(file, at).await?;
        if piece.is_empty() {
            // It is shorter than it was when it was chosen.
            return Err(Trouble::Unreadable);
        }
    }
    drop(piece);
    clock::breathe().await;
    Ok((recognised, reader.finish()?))
}

async fn next(file: &FileBytes, at: u64) -> Result<Vec<u8>, Trouble> {
    file.piece(at, at.saturating_add(PIECE).min(file.len())).await.map_err(|_| Trouble::Unreadable)
}
