//! Signatures.

use std::sync::LazyLock;

use awsim_plugin::shape::Timestamp;
use awsim_server::sigv4::{Examined, Signature, SigningKeys, unframed};

use crate::wire;

/// The secret that the seeds are signed with, and one that nothing is signed with.
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const NOBODYS: &str = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY";

/// 24 May 2013, 00:00:00, when the seeds are signed.
const SIGNED_AT: i64 = 1_369_353_600;

static KEYS: LazyLock<SigningKeys> = LazyLock::new(SigningKeys::default);

/// Reads bytes as a signed request: the `Authorization` header or the query of a presigned URL, the canonical request, and a
/// body in chunks.
///
/// # Panics
/// If a signature verifies that nobody can have made, or a body that cannot be read.
pub fn sigv4(bytes: &[u8]) {
    let Some(incoming) = wire::request(bytes) else { return };
    let Ok(Some(signature)) = Signature::of(&incoming) else { return };
    let seen = unframed(&incoming, &signature.scope.service);
    if let Ok(Some(seen)) = &seen {
        assert!(seen.body.len() < incoming.body.len(), "frames take room");
    }
    let Ok(examined) = Examined::new(&incoming, &signature, Timestamp::from_seconds(SIGNED_AT)) else {
        return;
    };
    assert!(examined.verify(NOBODYS, &KEYS).is_err(), "nobody signed this");
    if examined.verify(SECRET, &KEYS).is_ok() {
        assert!(seen.is_ok(), "what verifies can be read");
    }
}
