//! Where a text is broken into lines.
use super::latin::encode;
use super::metrics::Font;

/// A line of a text: what is drawn, and what was meant.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// What is drawn on this line.
    pub(super) text: String,
    /// What it stands for, when the drawn text leaves something out.
    pub(super) whole: Option<String>,
}

/// The lines of `text`, `width` points wide and `most` in number at most: broken at blanks, else after `/`, `-`, `_` or `.`,
/// else anywhere. A text that needs more ends in an ellipsis that stands for the rest.
pub(super) fn wrap(text: &str, font: Font, size: f32, width: f32, most: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    if width_of(rest, font, size) <= width && !rest.is_empty() {
        return vec![Line { text: rest.to_owned(), whole: None }];
    }
    while !rest.is_empty() {
        let end = line_end(rest, font, size, width);
        let (line, after) = rest.split_at(end);
        if lines.len() + 1 >= most && !after.trim().is_empty() {
            let text = format!("{}…", line.trim_end());
            lines.push(Line { text, whole: Some(rest.to_owned()) });
            break;
        }
        lines.push(Line { text: line.trim_end().to_owned(), whole: None });
        rest = after.trim_start();
    }
    lines
}

/// How wide `text` is drawn, in points.
pub(super) fn width_of(text: &str, font: Font, size: f32) -> f32 {
    font.width(&encode(text).0, size)
}

/// The byte where the first line of `text` ends: never 0, so that every line takes something.
fn line_end(text: &str, font: Font, size: f32, width: f32) -> usize {
    let mut so_far = 0.0;
    let (mut blank, mut joint) = (None, None);
    let mut buffer = [0; 4];
    for (at, c) in text.char_indices() {
        let is_blank = c == ' ' || c == '\n' || c == '\t';
        if is_blank {
            blank = Some(at);
        }
        so_far += width_of(c.encode_utf8(&mut buffer), font, size);
        if so_far > width && !is_blank {
            let anywhere = if at > 0 { at } else { c.len_utf8() };
            return blank.filter(|at| *at > 0).or(joint).unwrap_or(anywhere);
        }
        if matches!(c, '/' | '-' | '_' | '.') {
            joint = Some(at + c.len_utf8());
        }
    }
    text.len()
}
