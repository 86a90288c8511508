//! Inputs in CBOR.

use awsim_plugin::upstream::Input;
use awsim_server::protocol::cbor::CborInput;

use crate::wire::LIMITS;

/// Reads bytes as CBOR, and all that they hold.
pub fn cbor(bytes: &[u8]) {
    if let Ok(input) = CborInput::parse(bytes, LIMITS.nesting) {
        read(&input);
    }
}

fn read(input: &dyn Input) {
    let _ = input.text();
    for (name, value) in input.entries() {
        assert!(input.member(&name).is_some(), "what is there is found by its name");
        read(&*value);
    }
    input.elements().iter().for_each(|element| read(&**element));
}
