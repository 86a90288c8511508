//! Reads arbitrary bytes as a web identity token and, after a line break, the key set of its issuer.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (token, key_set) = text.split_once('\n').unwrap_or((text, "{\"keys\":[]}"));
    awsim_sts::fuzzing::web_identity(token, key_set);
});
