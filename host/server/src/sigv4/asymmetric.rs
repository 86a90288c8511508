//! The key pair of Signature Version 4A, which follows from a secret access key.
//!
//! Source: the derivation that AWS's own SDKs share: NIST SP 800-108's KDF in counter mode with HMAC-SHA256 over the
//! name of the algorithm and the access key id; the first output that is below the order of the curve less one, plus
//! one, is the private key.

use hmac::{Hmac, KeyInit, Mac};
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{DerSignature, SigningKey, VerifyingKey};
use sha2::Sha256;

use super::Algorithm;

/// The order of the curve P-256 less two (SEC 2, section 2.4.2): the largest output that makes a private key.
const LARGEST: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc,
    0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x4f,
];

/// The bits of an output.
const BITS: u32 = 256;

/// The key pair of an access key; none if none of 254 outputs makes one, which does not happen.
pub(super) fn derive(access_key_id: &str, secret: &str) -> Option<SigningKey> {
    (1..=254).find_map(|counter| {
        let mut kdf = Hmac::<Sha256>::new_from_slice(format!("AWS4A{secret}").as_bytes()).ok()?;
        kdf.update(&1_u32.to_be_bytes());
        kdf.update(Algorithm::EcdsaP256Sha256.name().as_bytes());
        kdf.update(&[0]);
        kdf.update(access_key_id.as_bytes());
        kdf.update(&[counter]);
        kdf.update(&BITS.to_be_bytes());
        let output: [u8; 32] = kdf.finalize().into_bytes().into();
        if output > LARGEST {
            return None;
        }
        SigningKey::from_slice(&plus_one(output)).ok()
    })
}

/// The number that follows a number of 32 bytes in big-endian order.
fn plus_one(mut number: [u8; 32]) -> [u8; 32] {
    for byte in number.iter_mut().rev() {
        let carries;
        (*byte, carries) = byte.overflowing_add(1);
        if !carries {
            break;
        }
    }
    number
}

/// Whether a signature in DER is one of the message with this key's private half.
pub(super) fn verifies(key: &VerifyingKey, message: &[u8], signature: &[u8]) -> bool {
    DerSignature::from_bytes(signature).is_ok_and(|signature| key.verify(message, &signature).is_ok())
}
