//! CRC-32 (polynomial 0xEDB88320), eight bytes at a step.

/// The tables, computed: kilobytes of constants are kilobytes to download. The table at `n` is for a byte that `n` more
/// bytes follow in the step.
pub(super) struct Crc([[u32; 256]; 8]);

impl Crc {
    pub(super) fn new() -> Box<Crc> {
        let mut tables = Box::new(Crc([[0; 256]; 8]));
        let mut before = [0; 256];
        for (at, entry) in before.iter_mut().enumerate() {
            let mut value = at as u32;
            for _ in 0..8 {
                value = if value & 1 == 1 { value >> 1 ^ 0xedb8_8320 } else { value >> 1 };
            }
            *entry = value;
        }
        let first = before;
        for table in &mut tables.0 {
            *table = before;
            for entry in &mut before {
                *entry = look(&first, *entry) ^ *entry >> 8;
            }
        }
        tables
    }

    /// The sum of what `sum` is the sum of, and these bytes after it.
    pub(super) fn update(&self, sum: u32, bytes: &[u8]) -> u32 {
        let [t0, t1, t2, t3, t4, t5, t6, t7] = &self.0;
        let mut sum = !sum;
        let (steps, rest) = bytes.as_chunks::<8>();
        for [a, b, c, d, e, f, g, h] in steps {
            let low = sum ^ u32::from_le_bytes([*a, *b, *c, *d]);
            let high = u32::from_le_bytes([*e, *f, *g, *h]);
            sum = look(t7, low)
                ^ look(t6, low >> 8)
                ^ look(t5, low >> 16)
                ^ look(t4, low >> 24)
                ^ look(t3, high)
                ^ look(t2, high >> 8)
                ^ look(t1, high >> 16)
                ^ look(t0, high >> 24);
        }
        for byte in rest {
            sum = look(t0, sum ^ u32::from(*byte)) ^ sum >> 8;
        }
        !sum
    }
}

/// The entry for the lowest byte.
fn look(table: &[u32; 256], byte: u32) -> u32 {
    table.get((byte & 0xff) as usize).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bit by bit, as it is defined.
    fn defined(bytes: &[u8]) -> u32 {
        let mut sum = !0_u32;
        for byte in bytes {
            sum ^= u32::from(*byte);
            for _ in 0..8 {
                sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
            }
        }
        !sum
    }

    #[test]
    fn the_sum_is_that_of_the_standard_wherever_the_bytes_are_cut() {
        let crc = Crc::new();
        assert_eq!(crc.update(0, b"123456789"), 0xcbf4_3926);
        let bytes: Vec<u8> = (0..2_000_u32).map(|n| ((n * n) >> 3) as u8).collect();
        for at in 0..40 {
            let (one, two) = bytes.split_at(at);
            assert_eq!(crc.update(crc.update(0, one), two), defined(&bytes), "cut at {at}");
        }
    }
}
