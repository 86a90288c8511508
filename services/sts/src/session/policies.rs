//! Session policies.
//!
//! "Session policies", IAM User Guide: one inline policy and up to ten managed ones; together they may have 2,048
//! characters.

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;
use awsim_policy::{Policy, PolicyKind};
use serde::de::IgnoredAny;

use crate::errors::constraint;
use crate::generated::{ErrorCode, PolicyDescriptorType};

/// How many characters an inline policy may have.
const MAX_LENGTH: usize = 2048;

/// How many managed policies may be passed.
const MAX_ARNS: usize = 10;

/// The policies passed with a request.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct SessionPolicies {
    /// The inline policy, as sent; at most one.
    pub(crate) documents: Vec<String>,
    /// The ARNs of managed policies.
    pub(crate) arns: Vec<String>,
}

/// Checks the policies for a session in `account`.
///
/// # Errors
/// `MalformedPolicyDocument` (400) if the inline policy is none; `ValidationError` (400) if it is too long, or if
/// there are too many managed policies or one that does not exist.
pub(crate) fn checked(
    cx: &Context<'_>,
    state: &View,
    account: AccountId,
    document: Option<String>,
    arns: Option<Vec<PolicyDescriptorType>>,
) -> Result<SessionPolicies, ServiceError> {
    let arns: Vec<String> = arns.into_iter().flatten().filter_map(|descriptor| descriptor.arn).collect();
    if arns.len() > MAX_ARNS {
        let rule = "Member must have length less than or equal to 10";
        return Err(constraint("policyArns", &format!("[{}]", arns.join(", ")), rule));
    }
    if let Some(document) = &document {
        if document.encode_utf16().count() > MAX_LENGTH {
            return Err(constraint("policy", document, "Member must have length less than or equal to 2048"));
        }
        check(document)?;
    }
    for arn in &arns {
        exists(cx, state, account, arn)?;
    }
    Ok(SessionPolicies { documents: document.into_iter().collect(), arns })
}

fn check(document: &str) -> Result<(), ServiceError> {
    let malformed = |message: String| ErrorCode::MalformedPolicyDocument.with(message);
    if serde_json::from_str::<IgnoredAny>(document).is_err() {
        return Err(malformed("The policy is not in the valid JSON format.".to_owned()));
    }
    Policy::parse(PolicyKind::Session, document).map_err(|error| malformed(error.to_string()))?;
    Ok(())
}

/// A managed session policy is one of AWS's or of the account that the session is in.
fn exists(cx: &Context<'_>, state: &View, account: AccountId, arn: &str) -> Result<(), ServiceError> {
    let known = cx
        .host
        .identity_directory()
        .is_some_and(|directory| directory.managed_policy(state, account, arn).is_some());
    if known {
        Ok(())
    } else {
        Err(ServiceError::validation(format!("Policy {arn} does not exist or is not attachable.")))
    }
}
