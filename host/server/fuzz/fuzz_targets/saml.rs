//! Reads arbitrary bytes as a SAML response.

#![no_main]

use data_encoding::BASE64;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| awsim_sts::fuzzing::saml(&BASE64.encode(bytes)));
