//! The order of a column's values, and of rows.
use super::table::TableColumn;
use crate::billing::{ValueKind, fold_case};
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// The place of each text of a column among its values: numbers by value, days by time, text without case and with the
/// numbers in it by value. Values that are equal in that share a place. What is not of the column's kind comes after what
/// is, and nothing comes last.
#[derive(Debug)]
pub(super) struct Ranks {
    of_codes: Vec<u32>,
    /// The place of nothing: one more than any other.
    nothing: u32,
}

impl Ranks {
    pub(super) fn of(&self, code: u32) -> u32 {
        self.of_codes.get(code as usize).copied().unwrap_or(self.nothing)
    }

    /// How many places there are.
    pub(super) fn count(&self) -> u32 {
        self.nothing + 1
    }

    fn new(column: &TableColumn) -> Ranks {
        let count = column.values.len();
        let mut ranks = Ranks { of_codes: vec![u32::MAX; count as usize], nothing: 0 };
        let (mut kept, mut texts) = (Vec::new(), Vec::new());
        for code in 0..count {
            match column.is_nothing(code) {
                true => {}
                false if column.kind == ValueKind::Text || column.is_bad(code) => texts.push(code),
                false => kept.push(code),
            }
        }
        match column.kind {
            ValueKind::Number => ranks.by_number(kept, column.numbers()),
            ValueKind::Day => {
                ranks.by(kept, &|code| column.day(code).map_or(0, |(day, second)| moment_key(day, second)))
            }
            ValueKind::Flag => ranks.by(kept, &|code| u64::from(column.flag(code).unwrap_or_default())),
            ValueKind::Text | ValueKind::Json => texts.append(&mut kept),
        }
        ranks.by_text(texts, column);
        let nothing = ranks.nothing;
        ranks.of_codes.iter_mut().for_each(|rank| *rank = (*rank).min(nothing));
        ranks
    }

    fn by(&mut self, codes: Vec<u32>, key: &dyn Fn(u32) -> u64) {
        let mut keys: Vec<(u64, u32)> = codes.into_iter().map(|code| (key(code), code)).collect();
        sort_keys(&mut keys);
        let mut last = None;
        for (key, code) in keys {
            self.place(code, last == Some(key));
            last = Some(key);
        }
    }

    fn by_number(&mut self, codes: Vec<u32>, numbers: &[Option<Decimal>]) {
        let number = |code: u32| numbers.get(code as usize).copied().flatten();
        let mut keys: Vec<(Option<Decimal>, u32)> = codes.into_iter().map(|code| (number(code), code)).collect();
        keys.sort_unstable_by(number_order);
        let mut last = None;
        for (key, code) in keys {
            self.place(code, last == Some(key));
            last = Some(key);
        }
    }

    /// Gives a text the next place, or the one of the text before it.
    fn place(&mut self, code: u32, is_same: bool) {
        self.nothing += u32::from(!is_same);
        if let Some(rank) = self.of_codes.get_mut(code as usize) {
            *rank = self.nothing - 1;
        }
    }

    fn by_text(&mut self, codes: Vec<u32>, column: &TableColumn) {
        let mut keys = Keys::default();
        for code in &codes {
            keys.push(column.text(*code));
        }
        let mut items: Vec<(u64, u32)> = (0..codes.len() as u32).map(|at| (0, at)).collect();
        keys.sort(&mut items);
        let mut last: Option<u32> = None;
        for (_, at) in items {
            let is_same = last.is_some_and(|last| keys.key(last) == keys.key(at));
            self.place(codes.get(at as usize).copied().unwrap_or_default(), is_same);
            last = Some(at);
        }
    }
}

impl TableColumn {
    pub(super) fn ranks(&self) -> &Ranks {
        self.ranks.get_or_init(|| Ranks::new(self))
    }
}

/// Sorts keys, each with what it is of. In one place: a sort is much code for each kind of thing that is sorted.
#[inline(never)]
pub(super) fn sort_keys(keys: &mut [(u64, u32)]) {
    keys.sort_unstable();
}

/// Not put in line: the sort names it in a dozen places.
#[inline(never)]
fn number_order((a, _): &(Option<Decimal>, u32), (b, _): &(Option<Decimal>, u32)) -> Ordering {
    a.cmp(b)
}

/// A day and a second of it as a number of the same order.
fn moment_key(day: NaiveDate, second: u32) -> u64 {
    let day = i64::from(day.num_days_from_ce()) - i64::from(i32::MIN);
    (day.unsigned_abs() << 32) | u64::from(second)
}

/// Texts as bytes whose order is the order of the texts.
#[derive(Default)]
struct Keys {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Keys {
    fn push(&mut self, text: &str) {
        let folded;
        let folded = if text.bytes().any(|byte| byte.is_ascii_uppercase() || byte > 0x7f) {
            folded = fold_case(text);
            folded.as_bytes()
        } else {
            text.as_bytes()
        };
        let mut rest = folded;
        while let Some((byte, after)) = rest.split_first() {
            if !byte.is_ascii_digit() {
                self.bytes.push(*byte);
                rest = after;
                continue;
            }
            let run = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
            let (digits, after) = rest.split_at(run);
            let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
            let digits = digits.get(zeros..).unwrap_or_default();
            // A number is where digits are; the longer one is the larger.
            self.bytes.push(b'0');
            match u8::try_from(digits.len()) {
                Ok(length) if length < u8::MAX => self.bytes.push(length),
                _ => {
                    self.bytes.push(u8::MAX);
                    self.bytes.extend_from_slice(&(digits.len() as u32).to_be_bytes());
                }
            }
            self.bytes.extend_from_slice(digits);
            rest = after;
        }
        self.ends.push(self.bytes.len());
    }

    fn key(&self, at: u32) -> &[u8] {
        let at = at as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.bytes.get(start..self.ends.get(at).copied().unwrap_or(start)).unwrap_or_default()
    }

    /// Eight bytes of a key as a number.
    fn word(&self, at: u32, depth: usize) -> u64 {
        let rest = self.key(at).get(depth..).unwrap_or_default();
        match rest.first_chunk::<8>() {
            Some(word) => u64::from_be_bytes(*word),
            None => {
                let mut word = [0; 8];
                word.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
                u64::from_be_bytes(word)
            }
        }
    }

    /// Sorts by eight bytes at a time, and where those are equal by the next that are not: texts of a file have long
    /// beginnings in common.
    fn sort(&self, items: &mut [(u64, u32)]) {
        let mut open = vec![(0, items.len(), 0)];
        while let Some((start, end, depth)) = open.pop() {
            let Some(run) = items.get_mut(start..end) else { continue };
            let Some((_, first)) = run.first().copied() else { continue };
            let key = self.key(first);
            let mut common = key.len();
            let mut is_equal = true;
            for (_, other) in run.iter() {
                let other = self.key(*other);
                is_equal &= other.len() == key.len();
                let (a, b) = (key.get(depth..common).unwrap_or_default(), other.get(depth..).unwrap_or_default());
                common = depth + common_bytes(a, b);
            }
            if is_equal && common == key.len() {
                continue;
            }
            for item in run.iter_mut() {
                item.0 = self.word(item.1, common);
            }
            sort_keys(run);
            let mut from = 0;
            for same in run.chunk_by(|a, b| a.0 == b.0) {
                let is_long = same.iter().any(|(_, at)| self.key(*at).len() > common + 8);
                if same.len() > 1 && is_long {
                    open.push((start + from, start + from + same.len(), common + 8));
                }
                from += same.len();
            }
        }
    }
}

fn common_bytes(a: &[u8], b: &[u8]) -> usize {
    let mut at = 0;
    for (left, right) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        if left != right {
            break;
        }
        at += 8;
    }
    let rest = a.get(at..).unwrap_or_default().iter().zip(b.get(at..).unwrap_or_default());
    at + rest.take_while(|(left, right)| left == right).count()
}

/// Sorts rows by the values of a column. Rows whose values share a place stay as they are; nothing is last either way.
pub(super) fn sort_rows(rows: &mut Vec<u32>, column: &TableColumn, is_descending: bool) {
    let ranks = column.ranks();
    let place = |row: u32| {
        let rank = ranks.of(column.values.code(row));
        if is_descending && rank < ranks.nothing { ranks.nothing - 1 - rank } else { rank }
    };
    if rows.len() < ranks.count() as usize / 4 {
        // The place among the rows keeps equal ones as they are.
        let key = |(at, row): (usize, &u32)| ((u64::from(place(*row)) << 32) | at as u64, *row);
        let mut keys: Vec<(u64, u32)> = rows.iter().enumerate().map(key).collect();
        sort_keys(&mut keys);
        rows.iter_mut().zip(keys).for_each(|(row, (_, sorted))| *row = sorted);
        return;
    }
    // Rows are counted per place, and put where they belong.
    let places: Vec<u32> = rows.iter().map(|row| place(*row)).collect();
    let mut next = vec![0_u32; ranks.count() as usize + 1];
    for place in &places {
        if let Some(count) = next.get_mut(*place as usize + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for count in &mut next {
        sum += *count;
        *count = sum;
    }
    let mut sorted = vec![0; rows.len()];
    for (row, place) in rows.iter().zip(places) {
        if let Some(at) = next.get_mut(place as usize) {
            if let Some(to) = sorted.get_mut(*at as usize) {
                *to = *row;
            }
            *at += 1;
        }
    }
    *rows = sorted;
}
