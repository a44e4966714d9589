//! Names of files in an archive: such that every system can unpack them, next to each other and nowhere else.
use std::collections::BTreeMap;

/// Characters of a name at most, ending and number included: short enough for every file system in three bytes each.
const LONGEST: usize = 80;
/// Characters of the ending at most, its dot included.
const LONGEST_ENDING: usize = 9;

/// A name of one file, without folders: separators, what Windows reserves and what has no shape become `_`; it begins with
/// nothing that hides a file, climbs to another folder, is an option of a command or is run by a spreadsheet; it ends with no
/// dot or blank, is none of Windows' device names, and has 80 characters at most, its ending kept.
pub fn safe_name(name: &str) -> String {
    let clean: String = name.trim().chars().map(|c| if is_kept(c) { c } else { '_' }).collect();
    let clean = clean.trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    let is_risky =
        |c: char| matches!(c, '.' | '-' | '=' | '+' | '@' | '\'' | '＝' | '＋' | '－' | '＠') || c.is_whitespace();
    let is_guarded = clean.is_empty() || clean.starts_with(is_risky) || is_device(clean);
    let safe = format!("{}{clean}", if is_guarded { "_" } else { "" });
    if safe.chars().count() <= LONGEST {
        return safe;
    }
    let (stem, ending) = split(&safe);
    with_number(stem, ending, 1)
}

/// The names of an archive so far: no two are the same, also where case does not count.
#[derive(Debug, Clone, Default)]
pub struct FileNames {
    /// Each name in lower case, with the number that its next one gets.
    taken: BTreeMap<String, u32>,
}

impl FileNames {
    /// A [`safe_name`] that nothing before had: a second `a.pdf` is `a-2.pdf`.
    pub fn add(&mut self, name: &str) -> String {
        let name = safe_name(name);
        let (stem, ending) = split(&name);
        let key = name.to_lowercase();
        let mut number = self.taken.get(&key).copied().unwrap_or(1);
        loop {
            let tried = if number == 1 { name.clone() } else { with_number(stem, ending, number) };
            number += 1;
            let folded = tried.to_lowercase();
            if !self.taken.contains_key(&folded) {
                self.taken.insert(folded, 2);
                self.taken.insert(key, number);
                return tried;
            }
        }
    }
}

/// Stem and ending, the dot with the ending; a long ending is none.
fn split(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(at) if at > 0 && name.get(at..).is_some_and(|ending| ending.chars().count() <= LONGEST_ENDING) => {
            name.split_at(at)
        }
        _ => (name, ""),
    }
}

/// Stem, number from 2 on, and ending, the stem cut so that it all fits.
fn with_number(stem: &str, ending: &str, number: u32) -> String {
    let number = if number > 1 { format!("-{number}") } else { String::new() };
    let room = LONGEST.saturating_sub(number.len() + ending.chars().count());
    let stem: String = stem.chars().take(room).collect();
    format!("{}{number}{ending}", stem.trim_end_matches(|c: char| c == '.' || c.is_whitespace()))
}

fn is_kept(c: char) -> bool {
    let is_reserved = matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*');
    // Marks of direction and joiners can make one name look like another.
    let is_shapeless = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !(c.is_control() || is_reserved || is_shapeless)
}

/// Windows takes `con`, `con.txt` and `con .a.csv` all for the console.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let port = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
    let is_port = port.is_some_and(|rest| {
        let mut digits = rest.chars();
        digits.next().is_some_and(|c| c.is_ascii_digit() || "¹²³".contains(c)) && digits.next().is_none()
    });
    is_port || matches!(&*stem, "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
}
