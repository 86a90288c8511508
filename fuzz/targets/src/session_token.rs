//! Session tokens.

use std::sync::{Arc, LazyLock};

use awsim_plugin::shape::Timestamp;
use awsim_server::keys::KeyRing;
use awsim_server::session::{TokenSealer, fuzzing};

static SEALER: LazyLock<TokenSealer> =
    LazyLock::new(|| TokenSealer::new(&Arc::new(KeyRing::ephemeral().expect("random numbers"))));

/// Opens bytes as a session token: after a line break, with the access key id that it comes with. Then reads the same bytes as
/// the claims of a token, as if the host had sealed them.
///
/// # Panics
/// If the token can be opened, or claims do not survive being written and read again.
pub fn session_token(bytes: &[u8]) {
    if let Some(text) = crate::text(bytes) {
        let (token, access_key_id) = text.split_once('\n').unwrap_or((text, "ASIAAAAAAAAAAAAAAAAA"));
        assert!(SEALER.unseal(token, access_key_id, Timestamp::default()).is_err(), "nobody sealed this");
    }
    fuzzing::claims(bytes);
}
