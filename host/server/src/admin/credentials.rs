//! Credentials for containers; see [`container`].

use super::answer::{Answer, Refusal};
use crate::core::Core;
use crate::incoming::Incoming;
use crate::request_id::RequestId;
use crate::workload::container::{self, Refused};

/// The answer of `GET credentials`.
///
/// # Errors
/// 404 if no role is configured, 401 without the right token, 403 if the role cannot be assumed.
pub(super) fn hand_out(core: &Core, incoming: &Incoming) -> Result<Answer, Refusal> {
    let request_id = RequestId::random();
    match container::credentials(core, incoming, request_id.as_str()) {
        Ok(credentials) => Answer::json(&credentials),
        Err(Refused::Off) => {
            let message = "No role is configured for containers (`container_credentials.role_arn`).";
            Err(Refusal::new(404, "NotFound", message))
        }
        Err(Refused::WrongToken) => {
            let message = "The Authorization header does not hold the configured token.";
            Err(Refusal::new(401, "Unauthorized", message))
        }
        Err(Refused::NotAssumable(reason)) => Err(Refusal::new(403, "AccessDenied", reason)),
    }
}
