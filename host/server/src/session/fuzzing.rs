//! What a fuzz target reads: claims as they come out of a token, which nobody but the host can have sealed.

use super::claims::Claims;

/// Reads claims. What can be read is written as it was read, so that nothing is said in two ways that differ.
///
/// # Panics
/// If claims do not survive being written and read again.
#[allow(clippy::panic, reason = "a fuzz target says so where something is wrong")]
pub fn claims(bytes: &[u8]) {
    let Ok(parts) = Claims::decode(bytes).and_then(Claims::into_parts) else { return };
    let (account, principal, session, secret) = &parts;
    // There may be more of the policies than a token is made with.
    let Ok(claims) = Claims::of(*account, principal, session, *secret) else { return };
    match claims.encode().map(|bytes| Claims::decode(&bytes).and_then(Claims::into_parts)) {
        Ok(Ok(again)) if again == parts => {}
        other => panic!("{parts:?} became {other:?}"),
    }
}
