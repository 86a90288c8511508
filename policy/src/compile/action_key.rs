//! The action of a request, lower-cased and hashed once for all policies.

/// Actions longer than this are found in another way; AWS has none.
pub(super) const MAX_HEAD: usize = 127;

/// Actions up to this length are prepared without allocating; AWS's longest has 75.
const INLINE: usize = 80;

/// The action of a request, prepared once for all policies.
pub(crate) struct ActionKey {
    /// Lower case.
    name: [u8; INLINE],
    /// `hashes[n]` is the hash of the first `n` bytes.
    hashes: [u32; INLINE],
    /// Both of an action that is longer than they are.
    long: Option<Box<(Vec<u8>, Vec<u32>)>>,
    len: usize,
    /// One bit, of the service prefix.
    pub(super) service: u64,
    /// A bit for each length of a prefix.
    pub(super) lengths: u128,
}

impl ActionKey {
    #[inline]
    pub(crate) fn new(action: &str) -> Self {
        let len = action.len();
        let lengths = if len >= MAX_HEAD { u128::MAX } else { (1 << (len + 1)) - 1 };
        let mut key =
            ActionKey { name: [0; INLINE], hashes: [START; INLINE], long: None, len, service: 0, lengths };
        if len < INLINE {
            key.service = prepare(action, &mut key.name, &mut key.hashes);
        } else {
            let (mut name, mut hashes) = (vec![0; len], vec![START; len + 1]);
            key.service = prepare(action, &mut name, &mut hashes);
            key.long = Some(Box::new((name, hashes)));
        }
        key
    }

    /// The action in lower case.
    pub(super) fn bytes(&self) -> &[u8] {
        let name = self.long.as_ref().map_or(&self.name[..], |long| &long.0);
        name.get(..self.len).unwrap_or_default()
    }

    pub(super) fn name(&self) -> &str {
        // Lower-casing ASCII letters leaves UTF-8 valid.
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }

    /// The hash of the first `len` bytes.
    pub(super) fn hash(&self, len: usize) -> u32 {
        let hashes = self.long.as_ref().map_or(&self.hashes[..], |long| &long.1);
        hashes.get(len).copied().unwrap_or(START)
    }
}

/// Fills in the lower-case name and the hashes of its prefixes; returns the bit of the service.
#[inline]
fn prepare(action: &str, name: &mut [u8], hashes: &mut [u32]) -> u64 {
    let (mut hash, mut service) = (START, 0);
    for ((byte, lower), prefix) in action.bytes().zip(name).zip(hashes.iter_mut().skip(1)) {
        *lower = byte.to_ascii_lowercase();
        hash = step(hash, *lower);
        *prefix = hash;
        if byte == b':' && service == 0 {
            service = service_bit(hash);
        }
    }
    service
}

const START: u32 = 0x811C_9DC5;

/// One step of FNV-1a.
fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// Spreads a hash over the upper bits.
pub(super) fn spread(hash: u32) -> u32 {
    hash.wrapping_mul(0x9E37_79B1)
}

pub(super) fn service_bit(hash: u32) -> u64 {
    1 << (spread(hash) >> 26)
}

pub(super) fn hash(text: &str) -> u32 {
    text.bytes().fold(START, step)
}
