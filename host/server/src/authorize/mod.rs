//! Whether the caller may do what the request asks for.
//!
//! Every operation says by its authorization row what the caller must be allowed. The policy engine decides each check
//! of the row over the layers of policies that bear on it; what is not allowed is denied, in AWS's words. With
//! `iam_enforce = "audit"` everything is decided and recorded, and let through; with `"off"` no row is computed.
//!
//! | file | idea |
//! |---|---|
//! | `subject` | who asks |
//! | `circumstances`, `proxies` | where from, when and how |
//! | `keys` | the condition keys, found when a policy asks for them |
//! | `membership`, `standing` | where accounts stand in an organization, and which of its policies bear on them |
//! | `layers` | the policies that bear on the request |
//! | `compiled` | policies ready to be evaluated, those used recently |
//! | `evaluation` | one decision, and all that it rests on |
//! | `row` | rows that are missing |
//! | `denial` | the refusal |
//! | `question` | what is done with the decisions |
//! | `propagation` | how long changes take to be felt |
//! | `host` | the host as the handlers of one request see it |

mod circumstances;
mod compiled;
mod denial;
mod evaluation;
mod host;
mod keys;
mod layers;
mod membership;
mod propagation;
mod proxies;
mod question;
mod row;
mod standing;
mod subject;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub(crate) use compiled::CompiledPolicies;
pub(crate) use denial::retold;
pub(crate) use evaluation::Decided;
pub(crate) use host::RequestHost;
pub(crate) use propagation::Propagation;
pub use proxies::Networks;
pub(crate) use question::Question;

use std::sync::Arc;

use awsim_plugin::access::{Access, Asking};
use awsim_plugin::context::{Context, Host as _};
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{AnyInput, BoundOperation};
use awsim_plugin::store::View;

use crate::config::EnforcementMode;

/// Lets the request pass, or says why not.
///
/// # Errors
/// `AccessDenied` if the caller may not do this; what the authorization row says of a request that it cannot be computed
/// for.
pub(crate) fn authorize(
    host: &RequestHost<'_>,
    operation: &BoundOperation,
    input: &AnyInput,
    cx: &Context<'_>,
    present: &Arc<View>,
) -> Result<(), ServiceError> {
    if host.core.config.iam_enforce == EnforcementMode::Off || !operation.implemented {
        return Ok(());
    }
    let state = host.core.propagation.felt(|| Arc::clone(present), cx.now);
    let row = operation.dispatch.access(input, cx, &state);
    authorize_row(host, operation.shape.name, cx, &state, row)
}

/// Lets the request pass whose row was computed from a state, or says why not.
///
/// # Errors
/// As [`authorize`].
pub(crate) fn authorize_row(
    host: &RequestHost<'_>,
    operation: &str,
    cx: &Context<'_>,
    state: &View,
    row: Result<Access, ServiceError>,
) -> Result<(), ServiceError> {
    let service = host.service;
    let checks = match row {
        Ok(row) => {
            row::complete(row, service.model, operation, service.plugin.unchecked()).inspect_err(|_| {
                host.question(cx).deny(cx, state);
            })
        }
        // What is wrong with the request is no matter of policies, and leaves no decision.
        Err(error) => Err(error),
    };
    match checks {
        Ok(checks) if checks.is_empty() => Ok(()),
        Ok(checks) => host.question(cx).decide(cx, state, Asking::Caller, checks),
        // What is let through anyway is told by the handler.
        Err(_) if !host.core.enforcing() => Ok(()),
        Err(error) => Err(error),
    }
}
