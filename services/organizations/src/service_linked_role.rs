//! The role by which Organizations acts in the accounts of an organization.
//!
//! "Organizations can create the required service-linked role" named `AWSServiceRoleForOrganizations` only for callers that
//! may create it themselves (`AccessDeniedForDependencyException` in the API reference). Nothing here acts through the role,
//! so it is not made; the permission is asked for all the same.

use awsim_plugin::access::{Asking, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::generated::ErrorCode;

const SERVICE: &str = "organizations.amazonaws.com";
const ROLE: &str = "AWSServiceRoleForOrganizations";

/// Refuses callers that may not make the role, unless the account has it already.
///
/// # Errors
/// `AccessDeniedForDependencyException`.
pub(crate) fn refuse_without_permission(cx: &Context<'_>, state: &View) -> Result<(), ServiceError> {
    let directory = cx.host.identity_directory();
    if directory.is_some_and(|directory| directory.role(state, cx.account(), ROLE).is_some()) {
        return Ok(());
    }
    let role = cx.arn("iam", "", cx.account(), format_args!("role/aws-service-role/{SERVICE}/{ROLE}"));
    let check =
        Check::on("iam:CreateServiceLinkedRole", role).with_string("iam:AWSServiceName", Some(SERVICE));
    cx.host.authorize(cx, state, Asking::Caller, &check).map_err(|_| {
        let message = "The request failed because your credentials do not have permission to create the \
                       service-linked role required by AWS Organizations.";
        let refused = ErrorCode::AccessDeniedForDependency.with(message);
        refused.with_member("Reason", "ACCESS_DENIED_DURING_CREATE_SERVICE_LINKED_ROLE")
    })
}
