//! Where a text is broken into lines.
use super::latin::push;
use super::metrics::Font;

/// Stands for the rest of a text.
const REST: &str = "…";

/// A line of a text: what is drawn, and what was meant.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// What is drawn on this line.
    pub(super) text: String,
    /// What it stands for, when the drawn text leaves something out.
    pub(super) whole: Option<String>,
    /// The line ends inside a word, which goes on in the next one.
    pub(super) is_cut: bool,
}

/// The lines of `text`, `width` points wide and `most` in number at most: broken at blanks, else after `/`, `-`, `_` or `.`,
/// else anywhere. A text that needs more ends in an ellipsis that stands for the rest.
pub(super) fn wrap(text: &str, font: Font, size: f32, width: f32, most: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    if width_of(rest, font, size) <= width && !rest.is_empty() {
        return vec![Line { text: rest.to_owned(), whole: None, is_cut: false }];
    }
    while !rest.is_empty() {
        let is_last = lines.len() + 1 >= most && width_of(rest, font, size) > width;
        let room = if is_last { width - width_of(REST, font, size) } else { width };
        let (line, after) = rest.split_at(line_end(rest, font, size, room));
        if is_last {
            let text = format!("{}{REST}", line.trim_end());
            lines.push(Line { text, whole: Some(rest.to_owned()), is_cut: false });
            break;
        }
        let is_cut =
            !after.is_empty() && !after.starts_with(char::is_whitespace) && !line.ends_with(char::is_whitespace);
        lines.push(Line { text: line.trim_end().to_owned(), whole: None, is_cut });
        rest = after.trim_start();
    }
    lines
}

/// How wide `text` is drawn, in points.
pub(super) fn width_of(text: &str, font: Font, size: f32) -> f32 {
    let mut units = 0;
    let mut codes = Vec::new();
    for c in text.chars() {
        match u8::try_from(c) {
            Ok(code @ b' '..=b'~') => units += u32::from(font.advance(code)),
            _ => {
                codes.clear();
                push(c, &mut codes);
                units += codes.iter().map(|code| u32::from(font.advance(*code))).sum::<u32>();
            }
        }
    }
    units as f32 * size / 1000.0
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
