//! Opens arbitrary text as a session token: after a line break, with the access key id that it comes with.

#![no_main]

use std::sync::LazyLock;

use awsim_plugin::shape::Timestamp;
use awsim_server::session::{SessionKey, TokenSealer};
use libfuzzer_sys::fuzz_target;

static SEALER: LazyLock<TokenSealer> =
    LazyLock::new(|| TokenSealer::new(SessionKey::random().expect("random numbers")));

fuzz_target!(|text: &str| {
    let (token, access_key_id) = text.split_once('\n').unwrap_or((text, "ASIAAAAAAAAAAAAAAAAA"));
    assert!(SEALER.unseal(token, access_key_id, Timestamp::default()).is_err(), "nobody sealed this");
});
