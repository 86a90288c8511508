//! Whether the caller may do what the request asks for.
//!
//! Every operation says by its authorization row what the caller must be allowed. While the decisions of the policy
//! engine are not asked for (`iam_enforce = "off"`), no row is computed and everybody may do everything; a host that is
//! asked to enforce and cannot does not start (see [`DECISIONS_ARE_EVALUATED`](crate::config::DECISIONS_ARE_EVALUATED)),
//! and if it got here all the same, it denies.

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{AnyInput, BoundOperation};

use crate::config::EnforcementMode;
use crate::core::{Core, PARTITION};

/// Lets the request pass, or says why not.
///
/// # Errors
/// `AccessDenied` (403) if the caller may not do this.
pub(crate) fn authorize(
    core: &Core,
    operation: &BoundOperation,
    _input: &AnyInput,
    cx: &Context<'_>,
) -> Result<(), ServiceError> {
    match core.config.iam_enforce {
        EnforcementMode::Off | EnforcementMode::Audit => Ok(()),
        EnforcementMode::On => Err(ServiceError::sender(
            "AccessDenied",
            403,
            format!(
                "User: {} is not authorized to perform: {}:{} because this version evaluates no policies",
                cx.caller.arn(PARTITION),
                "aws",
                operation.shape.name,
            ),
        )),
    }
}
