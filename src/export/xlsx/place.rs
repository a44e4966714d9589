//! Where a cell is: `BM7`.

/// The letters of a column, counted up from `A`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letters {
    /// The letters at the end of this; before them there is nothing but [`NONE`].
    letters: [u8; 3],
    used: usize,
}

/// What comes before `A`.
const NONE: u8 = b'A' - 1;

impl Letters {
    /// Before the first column.
    pub(super) const BEFORE: Letters = Letters { letters: [NONE; 3], used: 0 };

    /// The letters of the column at `index`, from 0. There is a place for every column of a sheet.
    pub(super) fn at(index: usize) -> Letters {
        let mut of = Letters::BEFORE;
        let mut rest = index + 1;
        for letter in of.letters.iter_mut().rev() {
            if rest > 0 {
                *letter = b'A' + ((rest - 1) % 26) as u8;
                rest = (rest - 1) / 26;
                of.used += 1;
            }
        }
        of
    }

    /// The next column; the first is `A`.
    pub(super) fn step(&mut self) {
        for (at, letter) in self.letters.iter_mut().rev().enumerate() {
            self.used = self.used.max(at + 1);
            if *letter < b'Z' {
                *letter += 1;
                return;
            }
            *letter = b'A';
        }
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.letters.get(self.letters.len() - self.used..).unwrap_or_default()
    }
}

/// Writes a whole number.
pub(super) fn put_number(out: &mut Vec<u8>, mut number: u64) {
    let mut digits = [0; 20];
    let mut used = 0;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (number % 10) as u8;
        number /= 10;
        used += 1;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(digits.get(digits.len() - used..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(of: Letters) -> String {
        String::from_utf8(of.as_bytes().to_vec()).unwrap()
    }

    #[test]
    fn columns_have_their_letters() {
        for (index, name) in [(0, "A"), (25, "Z"), (26, "AA"), (64, "BM"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(letters(Letters::at(index)), name);
        }
        let mut counted = Letters::BEFORE;
        for index in 0..16_384 {
            counted.step();
            assert_eq!(letters(counted), letters(Letters::at(index)));
        }
    }

    #[test]
    fn whole_numbers_have_their_digits() {
        for number in [0, 7, 10, 99, 1_048_576, u64::MAX] {
            let mut out = Vec::new();
            put_number(&mut out, number);
            assert_eq!(String::from_utf8(out).unwrap(), number.to_string());
        }
    }
}
