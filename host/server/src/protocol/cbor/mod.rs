//! The protocol RPC v2 CBOR, as far as this host speaks it: requests are read by name, and errors are told.
//!
//! The operation stands in the path (`/service/SERVICE/operation/OPERATION`), its input in a body in CBOR (RFC 8949). Only
//! services that run elsewhere speak it, so answers pass through. Rules: Smithy's "Smithy RPC v2 CBOR protocol"
//! specification.

mod input;
#[cfg(test)]
mod tests;

use std::convert::Infallible;

use awsim_plugin::error::ServiceError;
use minicbor::Encoder;
use minicbor::encode::Error;

pub use input::CborInput;

use super::{Answering, Encoded, Errors, aws_json};

/// What the header `smithy-protocol` says of requests and answers in it.
pub(crate) const NAME: &str = "rpc-v2-cbor";

/// The media type of its bodies.
pub(crate) const MEDIA_TYPE: &str = "application/cbor";

/// The protocol.
#[derive(Clone, Copy, Debug)]
pub struct RpcV2Cbor;

impl Errors for RpcV2Cbor {
    fn encode_error(&self, cx: &Answering<'_>, error: &ServiceError) -> Encoded {
        let mut body = Vec::new();
        // Writing to a vector cannot fail.
        let _ = write(&mut body, cx, error);
        Encoded {
            status: error.status,
            content_type: MEDIA_TYPE,
            headers: vec![("smithy-protocol", NAME.to_owned())],
            body: body.into(),
        }
    }
}

/// Appends an error, with the message under the name that the service gives it.
fn write(out: &mut Vec<u8>, cx: &Answering<'_>, error: &ServiceError) -> Result<(), Error<Infallible>> {
    let mut cbor = Encoder::new(out);
    cbor.map(2 + error.members.len() as u64)?;
    cbor.str("__type")?.str(aws_json::error::code(&error.code))?;
    cbor.str(cx.model.error_message)?.str(&error.message)?;
    for (name, value) in &error.members {
        cbor.str(name)?.str(value)?;
    }
    Ok(())
}
