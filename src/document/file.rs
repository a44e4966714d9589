//! The file around the sheets: pages, fonts, structure, properties, and the index of objects at its end.
//!
//! The elements of the structure, thousands on a long invoice, go into compressed object streams. pdf-writer writes none,
//! so the index of objects, which has to know them, is written here.
use super::sheet::{Page, Sheets};
use super::tags::object_of;
use chrono::{Datelike, NaiveDate};
use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::TabOrder;
use pdf_writer::writers::{Catalog, DocumentInfo};
use pdf_writer::{Chunk, Date, Filter, Finish, Name, Rect, Ref, Settings, TextStr};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What the reader shows about the file.
pub(super) struct Properties<'a> {
    pub(super) title: &'a str,
    /// BCP 47.
    pub(super) language: &'a str,
    /// The invoice's own date, so that the same invoice is the same file.
    pub(super) made: Option<NaiveDate>,
}

/// Good compression at a good pace.
const LEVEL: u8 = 6;
/// Objects of one object stream.
const PACK: usize = 400;
/// The largest object number that readers must take (ISO 32000-1, annex C).
const MOST_OBJECTS: usize = 8_388_607;

const CATALOG: usize = 1;
const PAGES: usize = 2;
const INFO: usize = 3;
const REGULAR: usize = 4;
const BOLD: usize = 5;
const STRUCTURE: usize = 6;
const FIRST_PAGE: usize = 7;

/// The page's object; its content is the next one.
fn page_object(at: usize) -> usize {
    FIRST_PAGE + 2 * at
}

fn reference(number: usize) -> Ref {
    Ref::new(i32::try_from(number.clamp(1, MOST_OBJECTS)).unwrap_or(1))
}

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    /// At a byte of the file.
    Byte(usize),
    /// In an object stream, at a place there.
    In(usize, usize),
}

/// The file so far, and where its objects are; the first is none, as PDF has it.
struct File {
    bytes: Vec<u8>,
    places: Vec<Place>,
}

impl File {
    /// Adds the one object that `write` writes.
    fn add(&mut self, number: usize, write: impl FnOnce(&mut Chunk, Ref)) {
        let mut chunk = Chunk::with_settings(Settings { pretty: false });
        write(&mut chunk, reference(number));
        self.place(number, Place::Byte(self.bytes.len()));
        self.bytes.extend_from_slice(chunk.as_bytes());
    }

    /// Adds an object by its text.
    fn add_text(&mut self, number: usize, text: &str) {
        self.place(number, Place::Byte(self.bytes.len()));
        self.bytes.extend_from_slice(format!("{number} 0 obj\n{text}\nendobj\n").as_bytes());
    }

    /// Adds a stream by its entries and its bytes before compression.
    fn add_stream(&mut self, number: usize, entries: &str, plain: &[u8]) {
        let data = compress_to_vec_zlib(plain, LEVEL);
        self.place(number, Place::Byte(self.bytes.len()));
        let length = data.len();
        let head = format!("{number} 0 obj\n<<{entries}/Filter/FlateDecode/Length {length}>>\nstream\n");
        self.bytes.extend_from_slice(head.as_bytes());
        self.bytes.extend_from_slice(&data);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    fn place(&mut self, number: usize, place: Place) {
        if let Some(slot) = self.places.get_mut(number) {
            *slot = place;
        }
    }
}

/// The bytes of the file; none when there are more objects than a reader has to take.
pub(super) fn assemble(sheets: Sheets, properties: &Properties<'_>) -> Option<Vec<u8>> {
    let Sheets { size, pages, tree, .. } = sheets;
    let first_element = page_object(pages.len());
    // The elements, and after them the table that leads back to them.
    let parents = first_element + tree.len();
    let first_pack = parents + 1;
    let index = first_pack + (tree.len() + 1).div_ceil(PACK);
    if index > MOST_OBJECTS {
        return None;
    }
    let bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut file = File { bytes, places: vec![Place::Byte(0); index + 1] };
    about(&mut file, properties);
    fonts(&mut file);
    file.add(PAGES, |chunk, id| {
        let kids = (0..pages.len()).map(|at| reference(page_object(at)));
        let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
        chunk.pages(id).kids(kids).count(count);
    });
    file.add_text(STRUCTURE, &format!("<</Type/StructTreeRoot/K {first_element} 0 R/ParentTree {parents} 0 R>>"));
    let mut objects = tree.write(first_element, STRUCTURE, page_object);
    objects.push(parent_tree(&pages, first_element));
    add_pages(&mut file, size, pages);
    for (pack, objects) in objects.chunks(PACK).enumerate() {
        object_stream(&mut file, first_pack + pack, first_element + pack * PACK, objects);
    }
    Some(finish(file, index))
}

/// The catalogue and the properties.
fn about(file: &mut File, properties: &Properties<'_>) {
    file.add(CATALOG, |chunk, id| {
        let mut catalog = chunk.indirect(id).start::<Catalog<'_>>();
        catalog.pages(reference(PAGES)).lang(TextStr(properties.language));
        catalog.mark_info().marked(true);
        catalog.viewer_preferences().display_doc_title(true);
        catalog.pair(Name(b"StructTreeRoot"), reference(STRUCTURE));
        catalog.finish();
    });
    file.add(INFO, |chunk, id| {
        let mut info = chunk.indirect(id).start::<DocumentInfo<'_>>();
        info.title(TextStr(properties.title)).author(TextStr("Factuur")).creator(TextStr("Factuur"));
        if let Some(day) = properties.made
            && let Ok(year) = u16::try_from(day.year())
        {
            let date = Date::new(year).month(day.month() as u8).day(day.day() as u8);
            info.creation_date(date.hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0));
        }
        info.finish();
    });
}

/// The two built-in fonts: nothing is embedded.
fn fonts(file: &mut File) {
    for (number, name) in [(REGULAR, &b"Helvetica"[..]), (BOLD, b"Helvetica-Bold")] {
        file.add(number, |chunk, id| {
            chunk.type1_font(id).base_font(Name(name)).encoding_predefined(Name(b"WinAnsiEncoding"));
        });
    }
}

fn add_pages(file: &mut File, size: (f32, f32), pages: Vec<Page>) {
    for (at, page) in pages.into_iter().enumerate() {
        let number = page_object(at);
        file.add(number, |chunk, id| {
            let mut dictionary = chunk.page(id);
            dictionary.parent(reference(PAGES)).media_box(Rect::new(0.0, 0.0, size.0, size.1));
            dictionary.contents(reference(number + 1)).tab_order(TabOrder::StructureOrder);
            dictionary.struct_parents(i32::try_from(at).unwrap_or(i32::MAX));
            let mut resources = dictionary.resources();
            resources.fonts().pair(Name(b"R"), reference(REGULAR)).pair(Name(b"B"), reference(BOLD));
        });
        let content = compress_to_vec_zlib(page.content.finish().as_slice(), LEVEL);
        file.add(number + 1, |chunk, id| {
            chunk.stream(id, &content).filter(Filter::FlateDecode);
        });
    }
}

/// For each page, the element that each of its marked pieces belongs to.
fn parent_tree(pages: &[Page], first_element: usize) -> String {
    let mut out = "<</Nums[".to_owned();
    // Writing to a string cannot fail.
    for (at, page) in pages.iter().enumerate() {
        let _ = write!(out, "{at}[");
        for node in &page.marks {
            let _ = write!(out, "{} 0 R ", object_of(*node, first_element));
        }
        out.push(']');
    }
    out.push_str("]>>");
    out
}

/// An object stream: the numbers and places of its objects, then the objects.
fn object_stream(file: &mut File, number: usize, first: usize, objects: &[String]) {
    let (mut head, mut body) = (String::new(), String::new());
    for (at, object) in objects.iter().enumerate() {
        let _ = write!(head, "{} {} ", first + at, body.len());
        body.push_str(object);
        body.push('\n');
        file.place(first + at, Place::In(number, at));
    }
    let entries = format!("/Type/ObjStm/N {}/First {}", objects.len(), head.len());
    file.add_stream(number, &entries, (head + &body).as_bytes());
}

/// The index of objects, and the file's end. The file's id is a digest of what is in it: the same content, the same id.
fn finish(mut file: File, index: usize) -> Vec<u8> {
    let start = file.bytes.len();
    file.place(index, Place::Byte(start));
    let mut table = Vec::with_capacity(file.places.len() * 7);
    for (number, place) in file.places.iter().enumerate() {
        let (kind, at, within) = match *place {
            Place::Byte(_) if number == 0 => (0, 0, usize::from(u16::MAX)),
            Place::Byte(at) => (1, at, 0),
            Place::In(pack, at) => (2, pack, at),
        };
        table.push(kind);
        table.extend_from_slice(&(at as u32).to_be_bytes());
        table.extend_from_slice(&(within as u16).to_be_bytes());
    }
    let mut id = String::new();
    for byte in Sha256::digest(&file.bytes).iter().take(16) {
        let _ = write!(id, "{byte:02x}");
    }
    let size = file.places.len();
    let entries = format!("/Type/XRef/Size {size}/W[1 4 2]/Root {CATALOG} 0 R/Info {INFO} 0 R/ID[<{id}><{id}>]");
    file.add_stream(index, &entries, &table);
    file.bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
    file.bytes
}
