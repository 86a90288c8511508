//! The services that take credentials of their own, and what these look like ("Service-specific credentials for IAM
//! users" and "API keys for AWS services" in the IAM User Guide).

use awsim_plugin::error::ServiceError;
use data_encoding::BASE64;

use crate::{errors, random};

/// A service that takes credentials of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Service {
    /// The service principal.
    pub(super) principal: &'static str,
    /// What it takes.
    pub(super) form: Form,
}

/// What a credential consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A user name and a password.
    Password,
    /// An API key, which can expire.
    ApiKey {
        /// What the key begins with.
        prefix: &'static str,
    },
}

const SERVICES: [Service; 4] = [
    Service { principal: "bedrock.amazonaws.com", form: Form::ApiKey { prefix: "ABSK" } },
    Service { principal: "cassandra.amazonaws.com", form: Form::Password },
    Service { principal: "codecommit.amazonaws.com", form: Form::Password },
    Service { principal: "logs.amazonaws.com", form: Form::ApiKey { prefix: "ACWL" } },
];

impl Service {
    /// The service with this principal.
    ///
    /// # Errors
    /// `NoSuchEntity` (404) for every other text.
    pub(super) fn find(principal: &str) -> Result<Self, ServiceError> {
        let found = SERVICES.into_iter().find(|service| service.principal == principal);
        found.ok_or_else(|| errors::no_credentials_for_service(principal))
    }
}

impl Form {
    /// The form of the credentials of a service, whose principal was checked when they were made.
    pub(super) fn of(principal: &str) -> Self {
        SERVICES
            .into_iter()
            .find(|service| service.principal == principal)
            .map_or(Form::Password, |service| service.form)
    }

    /// Whether credentials can be made to expire.
    pub(super) fn can_expire(self) -> bool {
        matches!(self, Form::ApiKey { .. })
    }

    /// A new secret: 32 random bytes, in an API key together with the name.
    ///
    /// # Errors
    /// `ServiceFailure` if no random numbers are to be had.
    pub(super) fn new_secret(self, name: &str) -> Result<String, ServiceError> {
        let random = BASE64.encode(&random::bytes::<32>()?);
        Ok(match self {
            Form::Password => random,
            Form::ApiKey { prefix } => {
                format!("{prefix}{}", BASE64.encode(format!("{name}:{random}").as_bytes()))
            }
        })
    }
}
