#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| awsim_fuzz_targets::cbor(bytes));
