//! Tables: columns as wide as what is in them, rows that are never cut in two, the header again on every page.
use super::sheet::{Ink, SIDE, Sheets, Style};
use super::tags::{Node, Role};
use super::wrap::Line;

/// A text of a cell.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) text: String,
    /// Set smaller and in grey, below the first.
    pub(super) is_note: bool,
}

/// What stands in a cell, one below the other.
pub(super) type Cell = Vec<Part>;

/// A cell of one text; of none when the text is empty.
pub(super) fn cell(text: impl Into<String>) -> Cell {
    let text = text.into();
    if text.is_empty() { Vec::new() } else { vec![Part { text, is_note: false }] }
}

/// A column.
pub(super) struct Column {
    pub(super) head: Cell,
    /// Numbers: they end at the right, and are never broken.
    pub(super) is_number: bool,
    /// Takes its part of what the others leave; 0 takes what it needs, up to [`WIDEST`].
    pub(super) share: f32,
}

impl Column {
    /// A column of text that takes what is left.
    pub(super) fn text(head: &str) -> Column {
        Column { head: cell(head), is_number: false, share: 1.0 }
    }

    /// A column of short text.
    pub(super) fn short(head: &str) -> Column {
        Column { head: cell(head), is_number: false, share: 0.0 }
    }

    /// A column of numbers.
    pub(super) fn number(head: &str) -> Column {
        Column { head: cell(head), is_number: true, share: 0.0 }
    }
}

/// A row.
pub(super) enum Row {
    /// One cell per column.
    Body(Vec<Cell>),
    /// The name of the rows that follow.
    Group(String),
    /// A label, and the sum in the last column.
    Sum(String, String),
}

/// The lines of each text of a cell.
type Parts = Vec<(Style, Vec<Line>)>;

/// A row broken into lines: its cells, and how high it is.
struct Set {
    cells: Vec<Parts>,
    height: f32,
}

/// A table's columns with their places on the paper.
pub(super) struct Grid<'c> {
    columns: &'c [Column],
    /// Left and width of each.
    spans: Vec<(f32, f32)>,
    size: f32,
}

/// What a column of short text takes at most.
const WIDEST: f32 = 104.0;
/// What the head of a column may take without being broken.
const WHOLE_HEAD: f32 = 52.0;
/// Between two columns.
const GAP: f32 = 12.0;
/// What the columns of text need at least together; the letters become smaller for it.
const ROOM_FOR_TEXT: f32 = 120.0;
const LARGEST: f32 = 8.5;
const SMALLEST: f32 = 5.5;
/// Above and below the text of a row.
const PAD: f32 = 3.6;
/// Lines of one text at most: more would not fit on a page.
const MOST_LINES: usize = 20;

impl<'c> Grid<'c> {
    /// Columns wide enough for all the rows, so that tables below each other line up.
    pub(super) fn new<'r>(columns: &'c [Column], width: f32, rows: impl Iterator<Item = &'r Row> + Clone) -> Grid<'c> {
        let mut size = LARGEST;
        loop {
            let natural = natural_widths(columns, size, rows.clone());
            let gaps = GAP * columns.len().saturating_sub(1) as f32;
            let left = width - gaps - natural.iter().sum::<f32>();
            let shares: f32 = columns.iter().map(|column| column.share).sum();
            if left < ROOM_FOR_TEXT && size > SMALLEST && shares > 0.0 {
                size -= 0.5;
                continue;
            }
            let mut x = SIDE;
            let mut spans = Vec::with_capacity(columns.len());
            for (column, natural) in columns.iter().zip(&natural) {
                let own = natural + if shares > 0.0 { left.max(0.0) * column.share / shares } else { 0.0 };
                spans.push((x, own));
                x += own + GAP;
            }
            return Grid { columns, spans, size };
        }
    }

    fn style(&self, part: &Part) -> Style {
        if part.is_note { Style::text(self.size - 0.8).grey() } else { Style::text(self.size) }
    }

    /// The wrapped lines of a cell, and how high it is.
    fn wrapped(&self, cell: &Cell, at: usize, bold: bool) -> (Parts, f32) {
        let width = self.spans.get(at).map_or(0.0, |span| span.1);
        let is_number = self.columns.get(at).is_some_and(|column| column.is_number);
        let mut height = 0.0;
        let mut parts = Vec::with_capacity(cell.len());
        for part in cell {
            let style = if bold { self.style(part).bold() } else { self.style(part) };
            // A number is never broken, whatever its width.
            let lines = style.wrap(&part.text, if is_number && !bold { f32::MAX } else { width }, MOST_LINES);
            height += lines.len() as f32 * style.leading();
            parts.push((style, lines));
        }
        (parts, height)
    }

    /// Draws the rows below a header, on as many pages as they need. `name` is what the table is of: it stands above the
    /// header on the pages that follow.
    pub(super) fn draw(&self, sheets: &mut Sheets, name: &str, rows: &[Row]) {
        let table = sheets.element(Role::Table);
        self.header(sheets, Some(table));
        let set: Vec<Set> = rows.iter().map(|row| self.set(row)).collect();
        for (at, row) in rows.iter().enumerate() {
            // What names the next rows goes with the first of them, what sums up goes with the last.
            let mut height = 0.0;
            let mut goes_on = true;
            for (row, set) in rows.iter().zip(&set).skip(at) {
                if !goes_on && !matches!(row, Row::Sum(..)) {
                    break;
                }
                height += set.height;
                goes_on = matches!(row, Row::Group(_));
            }
            if !sheets.has_room(height) {
                sheets.break_page();
                self.continued(sheets, name);
            }
            if let Some(set) = set.get(at) {
                self.row(sheets, table, row, set, matches!(rows.get(at + 1), Some(Row::Body(_))));
            }
        }
    }

    /// What header and first rows need together, so that a heading is not left alone.
    pub(super) fn beginning(&self, rows: &[Row]) -> f32 {
        let first = rows.iter().position(|row| matches!(row, Row::Body(_))).unwrap_or(0);
        let sums = rows.iter().skip(first + 1).take_while(|row| matches!(row, Row::Sum(..)));
        let shown = rows.iter().take(first + 1).chain(sums);
        self.header_height() + shown.map(|row| self.set(row).height).sum::<f32>()
    }

    fn header_height(&self) -> f32 {
        let heights = self.columns.iter().enumerate().map(|(at, column)| self.wrapped(&column.head, at, true).1);
        heights.fold(0.0, f32::max) + 2.0 * PAD
    }

    /// Draws the header; without a table it is the repetition of one, and decoration.
    fn header(&self, sheets: &mut Sheets, table: Option<Node>) {
        let height = self.header_height();
        let foot = sheets.y - height + PAD;
        let row = table.map(|table| sheets.tree.add(table, Role::Row));
        for (at, column) in self.columns.iter().enumerate() {
            let (parts, own) = self.wrapped(&column.head, at, true);
            match row {
                Some(row) => {
                    let node = sheets.tree.add(row, Role::ColumnHeader);
                    sheets.open(node);
                }
                None => sheets.open_artifact(),
            }
            // The heads stand on the rule.
            let greyed: Parts = parts.into_iter().map(|(style, lines)| (style.grey(), lines)).collect();
            self.parts(sheets, at, foot + own, &greyed);
            sheets.close();
        }
        sheets.y -= height;
        sheets.rule(SIDE, sheets.y, sheets.width(), 0.8, Ink::Dark);
    }

    /// The name and the header on a page that goes on with the table.
    fn continued(&self, sheets: &mut Sheets, name: &str) {
        let style = Style::text(self.size).grey();
        let lines = style.wrap(name, sheets.width(), 1);
        sheets.open_artifact();
        sheets.lines(SIDE, sheets.y - style.size, style, false, &lines);
        sheets.close();
        sheets.y -= style.leading() + PAD;
        self.header(sheets, None);
    }

    /// Draws the parts of a cell below `top`.
    fn parts(&self, sheets: &mut Sheets, at: usize, top: f32, parts: &Parts) {
        let Some((left, width)) = self.spans.get(at).copied() else { return };
        let is_number = self.columns.get(at).is_some_and(|column| column.is_number);
        let x = if is_number { left + width } else { left };
        let mut y = top;
        for (style, lines) in parts {
            sheets.lines(x, y - style.size, *style, is_number, lines);
            y -= lines.len() as f32 * style.leading();
        }
    }

    /// Breaks the texts of a row into lines.
    fn set(&self, row: &Row) -> Set {
        let mut height = Style::text(self.size).leading();
        let mut cells = Vec::new();
        match row {
            Row::Body(of) => {
                for (at, cell) in of.iter().enumerate() {
                    let (parts, own) = self.wrapped(cell, at, false);
                    height = height.max(own);
                    cells.push(parts);
                }
            }
            Row::Group(_) => height += PAD,
            Row::Sum(..) => {}
        }
        Set { cells, height: height + 2.0 * PAD }
    }

    fn row(&self, sheets: &mut Sheets, table: Node, row: &Row, set: &Set, is_ruled: bool) {
        let height = set.height;
        let node = sheets.tree.add(table, Role::Row);
        let base = sheets.y - height + PAD + self.size * 0.36;
        let all = self.columns.len();
        match row {
            Row::Body(_) => {
                for (at, cell) in set.cells.iter().enumerate() {
                    let role = if at == 0 { Role::RowHeader(1) } else { Role::Cell };
                    let node = sheets.tree.add(node, role);
                    if !cell.is_empty() {
                        sheets.open(node);
                        self.parts(sheets, at, sheets.y - PAD, cell);
                        sheets.close();
                    }
                }
            }
            Row::Group(name) => {
                let style = Style::text(self.size).bold();
                self.label(sheets, node, Role::RowHeader(all), base, style, name, sheets.width());
            }
            Row::Sum(label, sum) => {
                let style = Style::text(self.size).bold();
                let room = sheets.width() - style.width(sum) - GAP;
                let role = Role::RowHeader(all.saturating_sub(1));
                self.label(sheets, node, role, base, style, label, room);
                let node = sheets.tree.add(node, Role::Cell);
                sheets.open(node);
                sheets.text_right(sheets.right(), base, style, sum);
                sheets.close();
            }
        }
        sheets.y -= height;
        if is_ruled && matches!(row, Row::Body(_)) {
            sheets.rule(SIDE, sheets.y, sheets.width(), 0.4, Ink::Rule);
        }
        if matches!(row, Row::Sum(..)) {
            sheets.rule(SIDE, sheets.y + height, sheets.width(), 0.8, Ink::Rule);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a place on paper has that many sides")]
    fn label(&self, sheets: &mut Sheets, row: Node, role: Role, y: f32, style: Style, text: &str, width: f32) {
        let node = sheets.tree.add(row, role);
        let lines = style.wrap(text, width, 1);
        sheets.open(node);
        sheets.lines(SIDE, y, style, false, &lines);
        sheets.close();
    }
}

/// What each column needs for its widest text: 0 for those that share what is left.
fn natural_widths<'r>(columns: &[Column], size: f32, rows: impl Iterator<Item = &'r Row>) -> Vec<f32> {
    let head = Style::text(size).bold();
    // A short head stays on one line.
    let of_part = |text: &str| match head.width(text) {
        whole if whole <= WHOLE_HEAD => whole,
        _ => text.split(' ').map(|word| head.width(word)).fold(0.0, f32::max),
    };
    let of_head = |column: &Column| column.head.iter().map(|part| of_part(&part.text)).fold(0.0, f32::max);
    let is_fixed = |column: &Column| column.share == 0.0;
    let mut widths: Vec<f32> =
        columns.iter().map(|column| if is_fixed(column) { of_head(column) } else { 0.0 }).collect();
    for row in rows {
        if let Row::Body(cells) = row {
            for ((cell, column), width) in cells.iter().zip(columns).zip(&mut widths) {
                for part in cell.iter().filter(|_| is_fixed(column)) {
                    let own = Style::text(size).width(&part.text);
                    *width = width.max(if column.is_number { own } else { own.min(WIDEST) });
                }
            }
        }
    }
    for (column, width) in columns.iter().zip(&mut widths) {
        if !column.is_number && is_fixed(column) {
            *width = width.min(WIDEST).max(of_head(column).min(2.0 * WIDEST));
        }
    }
    widths
}
