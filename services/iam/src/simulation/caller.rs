//! Who is simulated as the caller, and whose the resources are.

use awsim_plugin::error::ServiceError;
use awsim_policy::OwnedPrincipal;

use crate::generated::ErrorCode;

/// The user who is to be the caller.
///
/// # Errors
/// `InvalidInput` (400) for anything but the ARN of a user: "You cannot specify the ARN of an assumed role, federated user, or a service
/// principal."
pub(super) fn user(arn: &str) -> Result<OwnedPrincipal, ServiceError> {
    let is_user = arn.splitn(6, ':').nth(5).is_some_and(|resource| resource.starts_with("user/"));
    let principal = OwnedPrincipal::parse(arn).filter(|_| is_user);
    principal.filter(|principal| principal.borrow().account().is_some_and(is_account)).ok_or_else(|| {
        ErrorCode::InvalidInput.with(format!("Invalid CallerArn: {arn} is not the ARN of an IAM user."))
    })
}

/// The account that `ResourceOwner` names by the ARN of its root.
///
/// # Errors
/// `InvalidInput` (400) for anything else.
pub(super) fn owner(arn: &str) -> Result<&str, ServiceError> {
    let account = match arn.split(':').collect::<Vec<_>>().as_slice() {
        ["arn", _, "iam", "", account, "root"] => Some(*account),
        _ => None,
    };
    account
        .filter(|account| is_account(account))
        .ok_or_else(|| ErrorCode::InvalidInput.with(format!("'{arn}' is not a valid as a Resource Owner.")))
}

pub(super) fn is_account(id: &str) -> bool {
    id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_digit())
}
