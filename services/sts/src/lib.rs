//! AWS Security Token Service: temporary credentials, and the question who one is.
//!
//! One file or folder per operation. What several of them share about the sessions that they make is in `session`, and
//! about users whom an identity provider vouches for in `federated`; nothing of a session is stored (see [`SessionIssuer`](awsim_plugin::session::SessionIssuer)).

pub mod generated;

mod assume_role;
mod assume_root;
mod decode_authorization_message;
mod errors;
mod federated;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
mod get_access_key_info;
mod get_caller_identity;
mod get_delegated_access_token;
mod get_federation_token;
mod get_session_token;
mod outbound;
mod role_arn;
#[cfg(feature = "saml")]
mod saml;
mod session;
mod web_identity;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use awsim_plugin::access::Unchecked;
use awsim_plugin::federation::TokenSigner;
use awsim_plugin::handler::BoundOperation;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::register_service;
use awsim_plugin::service::{Configure, ServicePlugin};
use serde::{Deserialize, Serialize};

/// The STS plugin. Its only state are the keys that it signs tokens for other services with.
#[derive(Debug, Default)]
pub struct Sts;

/// The settings of STS: there are none.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {}

impl Configure for Sts {
    type Settings = Settings;

    fn configure(_settings: Settings) -> Self {
        Self
    }
}

impl ServicePlugin for Sts {
    fn model(&self) -> &'static ServiceModel {
        &generated::MODEL
    }

    fn operations(self: Arc<Self>) -> Vec<BoundOperation> {
        generated::operations::bind(&self)
    }

    fn token_signer(&self) -> Option<&dyn TokenSigner> {
        Some(self)
    }

    fn unchecked(&self) -> &'static [Unchecked] {
        UNCHECKED
    }
}

/// The operations of STS that need no permission of their own.
const UNCHECKED: &[Unchecked] = &[
    Unchecked {
        operation: "AssumeRoleWithSAML",
        reason: "Who asks is known only once the assertion has been read: the handler asks.",
    },
    Unchecked {
        operation: "AssumeRoleWithWebIdentity",
        reason: "Who asks is known only once the token has been read: the handler asks.",
    },
    Unchecked {
        operation: "GetCallerIdentity",
        reason: "No permission is needed, and none can be denied: AWS tells the same in every denial.",
    },
    Unchecked {
        operation: "GetSessionToken",
        reason: "The operation authenticates, and policies do not control authentication.",
    },
];

register_service!("sts", Sts);
