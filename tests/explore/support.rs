//! Opening a file in one go.
use factuur::explore::{Choices, ExploreError, Opened, Reader, WriteBack, recognise};

pub const LENIENT: Choices = Choices { is_lenient: true, days: None, decimal: None };

/// The file, read in pieces of so many bytes.
pub fn open_in_pieces(file: &[u8], size: usize, choices: Choices) -> Result<Opened, ExploreError> {
    let mut reader = Reader::new(&recognise(file), choices);
    for piece in file.chunks(size.max(1)) {
        reader.push(piece)?;
    }
    reader.finish()
}

pub fn try_open(file: impl AsRef<[u8]>) -> Result<Opened, ExploreError> {
    open_in_pieces(file.as_ref(), 1 << 16, Choices::default())
}

pub fn open(file: impl AsRef<[u8]>) -> Opened {
    try_open(file).unwrap()
}

pub fn open_leniently(file: impl AsRef<[u8]>) -> Opened {
    open_in_pieces(file.as_ref(), 1 << 16, LENIENT).unwrap()
}

pub fn written(opened: &Opened) -> Vec<u8> {
    pieces(opened.write_back())
}

pub fn pieces(mut file: WriteBack<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(piece) = file.piece() {
        out.extend_from_slice(piece);
    }
    out
}
