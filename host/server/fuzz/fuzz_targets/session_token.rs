//! Opens arbitrary text as a session token: after a line break, with the access key id that it comes with. Then reads the same
//! bytes as the claims of a token, as if the host had sealed them.

#![no_main]

use std::sync::{Arc, LazyLock};

use awsim_plugin::shape::Timestamp;
use awsim_server::keys::KeyRing;
use awsim_server::session::{TokenSealer, fuzzing};
use libfuzzer_sys::fuzz_target;

static SEALER: LazyLock<TokenSealer> =
    LazyLock::new(|| TokenSealer::new(&Arc::new(KeyRing::ephemeral().expect("random numbers"))));

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let (token, access_key_id) = text.split_once('\n').unwrap_or((text, "ASIAAAAAAAAAAAAAAAAA"));
        assert!(SEALER.unseal(token, access_key_id, Timestamp::default()).is_err(), "nobody sealed this");
    }
    fuzzing::claims(bytes);
});
