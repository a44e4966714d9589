//! The structure of a tagged PDF: what a screen reader reads, in which order, and what is a heading or a cell.
use std::fmt::Write;

/// What an element is (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The whole.
    Document,
    /// The name of the paper.
    Title,
    /// A heading of a part.
    Heading,
    /// A heading within a part.
    SubHeading,
    /// Running text.
    Paragraph,
    /// A table.
    Table,
    /// A row of it.
    Row,
    /// What heads a column.
    ColumnHeader,
    /// What heads a row, over so many columns.
    RowHeader(usize),
    /// Any other cell.
    Cell,
}

impl Role {
    fn tag(self) -> &'static str {
        match self {
            Role::Document => "Document",
            Role::Title => "H1",
            Role::Heading => "H2",
            Role::SubHeading => "H3",
            Role::Paragraph => "P",
            Role::Table => "Table",
            Role::Row => "TR",
            Role::ColumnHeader | Role::RowHeader(_) => "TH",
            Role::Cell => "TD",
        }
    }
}

/// An element of a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node(usize);

enum Kid {
    Element(Node),
    /// Marked content: page and number on that page.
    Mark(usize, usize),
}

struct Element {
    role: Role,
    parent: Option<Node>,
    kids: Vec<Kid>,
}

/// All elements; the document is the first.
pub(super) struct Tree {
    elements: Vec<Element>,
}

impl Tree {
    /// A document without content.
    pub(super) fn new() -> Tree {
        Tree { elements: vec![Element { role: Role::Document, parent: None, kids: Vec::new() }] }
    }

    /// The document.
    pub(super) fn root(&self) -> Node {
        Node(0)
    }

    /// How many elements there are.
    pub(super) fn len(&self) -> usize {
        self.elements.len()
    }

    /// Adds an element at the end of `parent`.
    pub(super) fn add(&mut self, parent: Node, role: Role) -> Node {
        let node = Node(self.elements.len());
        self.elements.push(Element { role, parent: Some(parent), kids: Vec::new() });
        self.push(parent, Kid::Element(node));
        node
    }

    /// Says that a piece of a page is content of `node`.
    pub(super) fn mark(&mut self, node: Node, page: usize, number: usize) {
        self.push(node, Kid::Mark(page, number));
    }

    fn push(&mut self, node: Node, kid: Kid) {
        if let Some(element) = self.elements.get_mut(node.0) {
            element.kids.push(kid);
        }
    }

    /// The elements as PDF dictionaries. `first` is the object number of the document, `above` that of the structure's root;
    /// `page` gives the object number of a page.
    pub(super) fn write(&self, first: usize, above: usize, page: impl Fn(usize) -> usize) -> Vec<String> {
        let object = |node: Node| first + node.0;
        let written = |element: &Element| {
            let mut out = format!("<</S/{}/P {} 0 R", element.role.tag(), element.parent.map_or(above, object));
            let own_page = element.kids.iter().find_map(|kid| match kid {
                Kid::Mark(page, _) => Some(*page),
                Kid::Element(_) => None,
            });
            // Writing to a string cannot fail.
            if let Some(own) = own_page {
                let _ = write!(out, "/Pg {} 0 R", page(own));
            }
            match element.role {
                Role::ColumnHeader => out.push_str("/A<</O/Table/Scope/Column>>"),
                Role::RowHeader(1) => out.push_str("/A<</O/Table/Scope/Row>>"),
                Role::RowHeader(columns) => {
                    let _ = write!(out, "/A<</O/Table/Scope/Row/ColSpan {columns}>>");
                }
                _ => {}
            }
            if !element.kids.is_empty() {
                out.push_str("/K[");
                for kid in &element.kids {
                    let _ = match kid {
                        Kid::Element(node) => write!(out, "{} 0 R ", object(*node)),
                        Kid::Mark(on, number) if Some(*on) == own_page => write!(out, "{number} "),
                        Kid::Mark(on, number) => {
                            write!(out, "<</Type/MCR/Pg {} 0 R/MCID {number}>>", page(*on))
                        }
                    };
                }
                out.push(']');
            }
            out.push_str(">>");
            out
        };
        self.elements.iter().map(written).collect()
    }
}

/// Where a node stands in the file when the document has the object number `first`.
pub(super) fn object_of(node: Node, first: usize) -> usize {
    first + node.0
}
