//! The issuer of an account's tokens for other services.

use awsim_plugin::collection;
use serde::{Deserialize, Serialize};

collection! {
    /// The issuer of each account that ever enabled outbound federation.
    pub static OUTBOUND_ISSUERS: Collection<(), OutboundIssuer> = "iam"/"outbound_issuers" version 1;
}

/// The issuer of an account's tokens. It stays the same when outbound federation is disabled and enabled again, as other
/// services trust it by its URL.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboundIssuer {
    /// The id, the first label of its URL.
    pub id: Box<str>,
    /// Whether outbound federation is enabled.
    pub enabled: bool,
}
