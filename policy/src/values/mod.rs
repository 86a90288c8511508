//! The typed values that conditions compare: numbers, instants, networks, bytes.

mod binary;
mod instant;
mod network;
mod number;

pub use instant::Instant;
pub use network::Network;
pub use number::Number;

pub(crate) use binary::{decode_base64, equals_base64};
