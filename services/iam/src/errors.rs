//! AWS's wordings of errors, in one place.

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;

use crate::generated::{ErrorCode, StatusType};
use crate::tags::KeyCase;

/// The text is no ARN. (AWS writes two blanks.)
pub fn unparsable_arn() -> ServiceError {
    ServiceError::validation("Invalid ARN:  Could not be parsed!")
}

/// An operation that defaults to the calling user was called by somebody else.
pub fn must_specify_user_name() -> ServiceError {
    ServiceError::validation("Must specify userName when calling with non-User credentials")
}

/// The ARN names no managed policy, or one that this operation may not see.
pub fn no_such_policy(arn: &str) -> ServiceError {
    ErrorCode::NoSuchEntity.with(format!("Policy {arn} was not found."))
}

/// The ARN names no managed policy that could be attached.
pub fn not_attachable(arn: &str) -> ServiceError {
    ErrorCode::NoSuchEntity.with(format!("Policy {arn} does not exist or is not attachable."))
}

/// The ARN names no managed policy that could be a permissions boundary.
pub fn no_such_boundary(arn: &str) -> ServiceError {
    ErrorCode::NoSuchEntity.with(format!("Scope ARN: {arn} does not exist or is not attachable."))
}

/// An entity still has something that must go first, for example `delete access keys`.
pub fn delete_conflict(first: &str) -> ServiceError {
    ErrorCode::DeleteConflict.with(format!("Cannot delete entity, must {first} first."))
}

/// Somebody else has changed what the request is about to change, since the request arrived.
pub fn concurrent_modification() -> ServiceError {
    ErrorCode::ConcurrentModification.with(
        "Multiple requests to change this object were submitted simultaneously. Wait a few minutes and submit your \
         request again.",
    )
}

/// A tag key was given twice.
pub fn duplicate_tag_keys(case: KeyCase) -> ServiceError {
    ErrorCode::InvalidInput.with(match case {
        KeyCase::Insensitive => "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        KeyCase::Sensitive => "Duplicate tag keys found.",
    })
}

/// A tag key that is AWS's own to give.
pub fn reserved_tag_key() -> ServiceError {
    ErrorCode::InvalidInput.with("aws: prefixed tag key names are not allowed for external use.")
}

/// A tag value that is AWS's own to give.
pub fn reserved_tag_value() -> ServiceError {
    ErrorCode::InvalidInput.with("aws: prefixed tag values are not allowed for external use.")
}

/// Nobody here, or not the user in question, has an access key with this id.
pub fn no_such_access_key(id: &str) -> ServiceError {
    ErrorCode::NoSuchEntity.with(format!("The Access Key with id {id} cannot be found."))
}

/// The user in question has no signing certificate with this id.
pub fn no_such_certificate(id: &str) -> ServiceError {
    ErrorCode::NoSuchEntity.with(format!("The Certificate with id {id} cannot be found."))
}

/// The user in question has no SSH public key with this id.
pub fn no_such_ssh_public_key(id: &str) -> ServiceError {
    ErrorCode::NoSuchEntity.with(format!("The Public Key with id {id} cannot be found."))
}

/// The user in question has no service-specific credential with this id.
pub fn no_such_credential(id: &str) -> ServiceError {
    ErrorCode::NoSuchEntity.with(format!("No such credential {id} exists"))
}

/// The service takes no credentials of its own, or does not exist.
pub fn no_credentials_for_service(service: &str) -> ServiceError {
    ErrorCode::NoSuchEntity
        .with(format!("No such service {service} is supported for Service Specific Credentials"))
}

/// The service's credentials cannot be made to expire.
pub fn credentials_never_expire(service: &str) -> ServiceError {
    ErrorCode::ServiceNotSupported
        .with(format!("The service {service} does not support credentials that expire."))
}

/// A listing was asked for the credentials of one user and of all.
pub fn all_users_and_one() -> ServiceError {
    ServiceError::validation("AllUsers and UserName cannot be specified together.")
}

/// A status that credentials come to have and nobody gives them.
pub fn status_not_to_be_set(status: StatusType) -> ServiceError {
    ErrorCode::InvalidInput.with(format!("The status of a credential cannot be set to {}.", status.as_str()))
}

/// A change of a role that only AWS changes.
pub fn protected_role(name: &str) -> ServiceError {
    ErrorCode::UnmodifiableEntity.with(format!(
        "Cannot perform the operation on the protected role '{name}' - this role is only modifiable by AWS"
    ))
}

/// The ARN is one, but not of a policy.
pub fn not_the_arn_of_a_policy(arn: &str) -> ServiceError {
    ErrorCode::InvalidInput.with(format!("ARN {arn} is not valid."))
}

/// A change to a policy that AWS administers, which no permission allows.
pub fn aws_policy_unchangeable(cx: &Context<'_>, action: &str, arn: &str) -> ServiceError {
    let caller = cx.caller.arn(cx.partition);
    ServiceError::sender(
        "AccessDenied",
        403,
        format!("User: {caller} is not authorized to perform: {action} on resource: {arn}"),
    )
}

/// The policy has no version of this id.
pub fn no_such_policy_version(arn: &str, version_id: &str) -> ServiceError {
    ErrorCode::NoSuchEntity
        .with(format!("Policy {arn} version {version_id} does not exist or is not attachable."))
}

/// The inline policies of an identity would together be larger than they may be. (Not worded as other quotas are.)
pub fn inline_policies_too_large(quota: u32, kind: &str, name: &str) -> ServiceError {
    ErrorCode::LimitExceeded.with(format!("Maximum policy size of {quota} bytes exceeded for {kind} {name}"))
}

/// The ARN is one, but not of the kind of resource that is asked for.
pub fn arn_of_something_else(arn: &str) -> ServiceError {
    ErrorCode::InvalidInput.with(format!("Invalid ARN: {arn}"))
}
