//! Sheets of paper: text and rules at places in points, every piece either content of an element or decoration.
use super::latin::{Likeness, encode};
use super::metrics::Font;
use super::tags::{Node, Role, Tree};
use super::wrap::{Line, width_of, wrap};
use pdf_writer::{Content, Name, Str, TextStr};

/// A colour of the paper: grey or one of the site's blues, all at least 4.5 : 1 on white where they are text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Text.
    Dark,
    /// Labels.
    Grey,
    /// Hairlines.
    Rule,
    /// Ground of a notice.
    Ground,
    /// Azure's blue.
    Accent,
}

impl Ink {
    fn rgb(self) -> [f32; 3] {
        match self {
            Ink::Dark => [0.11, 0.1, 0.1],
            Ink::Grey => [0.38, 0.38, 0.38],
            Ink::Rule => [0.82, 0.82, 0.82],
            Ink::Ground => [0.957, 0.965, 0.976],
            Ink::Accent => [0.06, 0.42, 0.74],
        }
    }
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) font: Font,
    /// Points.
    pub(super) size: f32,
    pub(super) ink: Ink,
}

impl Style {
    /// Text of a size.
    pub(super) const fn text(size: f32) -> Style {
        Style { font: Font::Regular, size, ink: Ink::Dark }
    }

    /// The same in bold.
    pub(super) const fn bold(self) -> Style {
        Style { font: Font::Bold, ..self }
    }

    /// The same in grey.
    pub(super) const fn grey(self) -> Style {
        Style { ink: Ink::Grey, ..self }
    }

    /// From one line to the next, in points.
    pub(super) fn leading(self) -> f32 {
        self.size * 1.36
    }

    /// How wide a text is.
    pub(super) fn width(self, text: &str) -> f32 {
        width_of(text, self.font, self.size)
    }

    /// The lines of a text in a column.
    pub(super) fn wrap(self, text: &str, width: f32, most: usize) -> Vec<Line> {
        wrap(text, self.font, self.size, width, most)
    }
}

/// One page.
pub(super) struct Page {
    pub(super) content: Content,
    /// The element that each marked piece belongs to.
    pub(super) marks: Vec<Node>,
    style: Option<(Font, f32)>,
    ink: Option<Ink>,
}

/// Pages, the place where the next block goes, and the structure.
pub(super) struct Sheets {
    /// Width and height in points.
    pub(super) size: (f32, f32),
    pub(super) pages: Vec<Page>,
    pub(super) tree: Tree,
    /// Where the next block begins, in points above the foot of the paper.
    pub(super) y: f32,
    /// True when a letter was drawn in another form.
    pub(super) has_substitutes: bool,
    /// The page that is drawn on.
    at: usize,
}

/// Left and right margin.
pub(super) const SIDE: f32 = 50.0;
const TOP: f32 = 50.0;
/// What is kept for the foot of each page.
pub(super) const FOOT: f32 = 78.0;

impl Sheets {
    /// One empty page.
    pub(super) fn new(size: (f32, f32)) -> Sheets {
        let mut sheets = Sheets { size, pages: Vec::new(), tree: Tree::new(), y: 0.0, has_substitutes: false, at: 0 };
        sheets.break_page();
        sheets
    }

    /// The width between the margins.
    pub(super) fn width(&self) -> f32 {
        self.size.0 - 2.0 * SIDE
    }

    /// The right margin.
    pub(super) fn right(&self) -> f32 {
        self.size.0 - SIDE
    }

    /// Begins a page.
    pub(super) fn break_page(&mut self) {
        self.at = self.pages.len();
        self.pages.push(Page { content: Content::new(), marks: Vec::new(), style: None, ink: None });
        self.y = self.size.1 - TOP;
    }

    /// Whether a block of this height fits below the last one.
    pub(super) fn has_room(&self, height: f32) -> bool {
        self.y - height >= FOOT
    }

    /// Begins a page when the block does not fit.
    pub(super) fn need(&mut self, height: f32) {
        if !self.has_room(height) {
            self.break_page();
        }
    }

    /// Adds an element to the document.
    pub(super) fn element(&mut self, role: Role) -> Node {
        let root = self.tree.root();
        self.tree.add(root, role)
    }

    /// Draws on an earlier page from now on, until the next one begins.
    pub(super) fn go_to(&mut self, page: usize) {
        self.at = page;
    }

    fn page(&mut self) -> Option<&mut Page> {
        self.pages.get_mut(self.at)
    }

    /// What is drawn until [`Sheets::close`] is content of `node`.
    pub(super) fn open(&mut self, node: Node) {
        let at = self.at;
        let Some(page) = self.page() else { return };
        let number = page.marks.len();
        page.marks.push(node);
        page.content.begin_marked_content_with_properties(Name(b"P")).properties().identify(number as i32);
        self.tree.mark(node, at, number);
    }

    /// What is drawn until [`Sheets::close`] is decoration, which a screen reader passes over.
    pub(super) fn open_artifact(&mut self) {
        if let Some(page) = self.page() {
            page.content.begin_marked_content(Name(b"Artifact"));
        }
    }

    /// Ends what was opened last.
    pub(super) fn close(&mut self) {
        if let Some(page) = self.page() {
            page.content.end_marked_content();
        }
    }

    /// Draws a line of text with its base line at `y`.
    pub(super) fn text(&mut self, x: f32, y: f32, style: Style, text: &str) {
        self.line(x, y, style, text, text, true);
    }

    /// Draws a line of text that ends at `right`.
    pub(super) fn text_right(&mut self, right: f32, y: f32, style: Style, text: &str) {
        self.text(right - style.width(text), y, style, text);
    }

    /// Draws wrapped lines, the first with its base line at `y`. To the right means that each ends at `x`.
    pub(super) fn lines(&mut self, x: f32, y: f32, style: Style, to_right: bool, lines: &[Line]) {
        for (at, line) in lines.iter().enumerate() {
            let start = if to_right { x - style.width(&line.text) } else { x };
            let said = line.whole.as_deref().unwrap_or(&line.text);
            self.line(start, y - at as f32 * style.leading(), style, &line.text, said, !line.is_cut);
        }
    }

    /// Draws `text`, which stands for `said`. A blank that nobody sees ends it, so that what comes next is a word of its own
    /// for whoever reads or copies it.
    fn line(&mut self, x: f32, y: f32, style: Style, text: &str, said: &str, ends_word: bool) {
        let (mut codes, likeness) = encode(text);
        self.has_substitutes |= likeness == Likeness::Letter;
        let is_same = likeness == Likeness::Same && text == said;
        let blank = if ends_word { " " } else { "" };
        codes.extend_from_slice(blank.as_bytes());
        let Some(page) = self.page() else { return };
        if !is_same {
            let mut span = page.content.begin_marked_content_with_properties(Name(b"Span"));
            span.properties().actual_text(TextStr(&format!("{said}{blank}")));
        }
        if page.ink != Some(style.ink) {
            let [r, g, b] = style.ink.rgb();
            page.content.set_fill_rgb(r, g, b);
            page.ink = Some(style.ink);
        }
        page.content.begin_text();
        if page.style != Some((style.font, style.size)) {
            let name: &[u8] = if style.font == Font::Bold { b"B" } else { b"R" };
            page.content.set_font(Name(name), style.size);
            page.style = Some((style.font, style.size));
        }
        page.content.next_line(place(x), place(y)).show(Str(&codes)).end_text();
        if !is_same {
            page.content.end_marked_content();
        }
    }

    /// Fills a rectangle; `y` is its foot.
    pub(super) fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, ink: Ink) {
        let Some(page) = self.page() else { return };
        if page.ink != Some(ink) {
            let [r, g, b] = ink.rgb();
            page.content.set_fill_rgb(r, g, b);
            page.ink = Some(ink);
        }
        page.content.rect(place(x), place(y), place(width), place(height)).fill_nonzero();
    }

    /// Draws a hairline as decoration.
    pub(super) fn rule(&mut self, x: f32, y: f32, width: f32, thick: f32, ink: Ink) {
        self.open_artifact();
        self.fill(x, y, width, thick, ink);
        self.close();
    }
}

/// A hundredth of a point is finer than any printer.
fn place(at: f32) -> f32 {
    (at * 100.0).round() / 100.0
}
