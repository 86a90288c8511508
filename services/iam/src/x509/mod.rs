//! X.509 certificates and the private keys that belong to them, in PEM.
//!
//! The wordings are IAM's.

mod certificate;
mod private_key;
#[cfg(test)]
mod tests;

pub(crate) use certificate::{Blocks, Certificate, refuse_broken_chain};
pub(crate) use private_key::PrivateKey;
