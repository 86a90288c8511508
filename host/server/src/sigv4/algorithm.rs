//! The algorithms of Signature Version 4: symmetric, for one region, and asymmetric, for several (Signature Version 4A).

/// How a request is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// `AWS4-HMAC-SHA256`: both sides derive the same key from the secret, for a day, region and service.
    HmacSha256,
    /// `AWS4-ECDSA-P256-SHA256`: the key pair follows from the secret alone, and the signature names a set of regions.
    EcdsaP256Sha256,
}

impl Algorithm {
    /// The algorithm of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::HmacSha256, Self::EcdsaP256Sha256].into_iter().find(|algorithm| algorithm.name() == name)
    }

    /// Its name in requests.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::HmacSha256 => "AWS4-HMAC-SHA256",
            Self::EcdsaP256Sha256 => "AWS4-ECDSA-P256-SHA256",
        }
    }
}
