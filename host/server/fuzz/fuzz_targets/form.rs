//! Reads arbitrary bytes as a form: the first chooses the operation, the others are the request.

#![no_main]

use awsim_server::protocol::query::Form;
use awsim_server_fuzz::{LIMITS, read_as};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Some((&number, text)) = bytes.split_first()
        && let Ok(source) = Form::parse([text, b""], &LIMITS)
    {
        read_as(number, &source);
    }
});
