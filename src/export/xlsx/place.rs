//! Where a cell is: `BM7`.

/// The letters of a column, counted up from `A`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Letters {
    /// Right to left, of each the number from 1; 0 is none.
    digits: [u8; 3],
}

impl Letters {
    /// The letters of the column at `index`, from 0. There is a place for every column of a sheet.
    pub(super) fn at(index: usize) -> Letters {
        let mut rest = index + 1;
        let mut digits = [0; 3];
        for digit in &mut digits {
            if rest > 0 {
                *digit = ((rest - 1) % 26) as u8 + 1;
                rest = (rest - 1) / 26;
            }
        }
        Letters { digits }
    }

    /// The next column; the first is `A`.
    pub(super) fn step(&mut self) {
        for digit in &mut self.digits {
            if *digit < 26 {
                *digit += 1;
                return;
            }
            *digit = 1;
        }
    }

    pub(super) fn put(self, out: &mut Vec<u8>) {
        for digit in self.digits.iter().rev().filter(|digit| **digit > 0) {
            out.push(b'@' + digit);
        }
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
        let mut out = Vec::new();
        of.put(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_have_their_letters() {
        for (index, name) in [(0, "A"), (25, "Z"), (26, "AA"), (64, "BM"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(letters(Letters::at(index)), name);
        }
        let mut counted = Letters::default();
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
