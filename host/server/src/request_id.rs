//! Request ids.

use std::cell::Cell;
use std::fmt;

/// The id of a request: a random UUID, the same in the answer's body and header and in the log.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct RequestId([u8; 36]);

thread_local! {
    /// The state of this thread's generator. Request ids are to be unique, not secret, so one call to the operating
    /// system per thread is enough.
    static STATE: Cell<Option<[u64; 2]>> = const { Cell::new(None) };
}

impl RequestId {
    /// A new id.
    pub fn random() -> Self {
        STATE.with(|state| {
            let seed = state.get().unwrap_or_else(seed);
            let (high, seed) = next(seed);
            let (low, seed) = next(seed);
            state.set(Some(seed));
            Self::format(high, low)
        })
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        // Only ASCII is ever written here.
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    fn format(high: u64, low: u64) -> Self {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        /// Where the digits of each byte stand, with hyphens between the groups.
        const PLACES: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
        // Version 4, variant 1 (RFC 9562).
        let high = high & !0xf000 | 0x4000;
        let low = low & !(0b11 << 62) | (0b10 << 62);
        let mut text = [b'-'; 36];
        let bytes = (u128::from(high) << 64 | u128::from(low)).to_be_bytes();
        for (byte, place) in bytes.into_iter().zip(PLACES) {
            text[place] = HEX[usize::from(byte >> 4)];
            text[place + 1] = HEX[usize::from(byte & 0xf)];
        }
        Self(text)
    }
}

/// A seed that differs between threads and runs.
fn seed() -> [u64; 2] {
    use std::hash::{BuildHasher, Hasher, RandomState};
    let word = || RandomState::new().build_hasher().finish();
    [word() | 1, word()]
}

/// One step of xoroshiro128++ (Blackman and Vigna).
fn next([a, b]: [u64; 2]) -> (u64, [u64; 2]) {
    let result = a.wrapping_add(b).rotate_left(17).wrapping_add(a);
    let c = b ^ a;
    (result, [a.rotate_left(49) ^ c ^ (c << 21), c.rotate_left(28)])
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_version_four_uuids_and_differ() {
        let ids: std::collections::HashSet<_> = (0..1000).map(|_| RequestId::random().to_string()).collect();
        assert_eq!(ids.len(), 1000);
        for id in ids {
            let parts: Vec<_> = id.split('-').map(str::len).collect();
            assert_eq!(parts, [8, 4, 4, 4, 12], "{id}");
            assert_eq!(&id[14..15], "4", "{id}");
            assert!("89ab".contains(&id[19..20]), "{id}");
        }
    }
}
