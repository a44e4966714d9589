//! Chance that is the same every time: the tenant's ids and amounts depend on the seed, the profile and the month only.

/// SplitMix64 (Steele, Lea, Flood 2014): small, and good enough for invented usage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }
}

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// One number out of several: a place in the tenant.
pub(super) fn place(parts: &[u64]) -> u64 {
    parts.iter().fold(0x243F_6A88_85A3_08D3, |hash, part| mix(hash ^ mix(*part)))
}

/// A number for a text (FNV-1a).
pub(super) fn of_text(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3))
}

/// A GUID's text for a place.
pub(super) fn guid(seed: u64) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut chance = Chance::new(seed);
    let bits = (u128::from(chance.next()) << 64) | u128::from(chance.next());
    let mut text = String::with_capacity(36);
    for (place, shift) in (0..32).rev().enumerate() {
        if matches!(place, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        let digit = match place {
            // Version and variant of a random GUID.
            12 => 4,
            16 => 8 | (bits >> (shift * 4)) as usize & 3,
            _ => (bits >> (shift * 4)) as usize & 15,
        };
        text.push(char::from(DIGITS.get(digit).copied().unwrap_or(b'0')));
    }
    text
}
