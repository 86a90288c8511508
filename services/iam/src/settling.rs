//! How long something new cannot be changed: AWS needs a moment until a change has reached everywhere, and refuses the
//! next one so long. Here nothing takes that long; a setting brings the moment back, for clients that should learn to
//! wait.

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;

use crate::Iam;

impl Iam {
    /// Refuses to change something that was made, or made another, at `since` and has not settled yet.
    ///
    /// # Errors
    /// `error`, an `EntityTemporarilyUnmodifiable` (409).
    pub(crate) fn refuse_unsettled(
        &self,
        cx: &Context<'_>,
        since: Timestamp,
        error: impl FnOnce() -> ServiceError,
    ) -> Result<(), ServiceError> {
        let settled = since.plus_seconds(i64::from(self.settings.settling_seconds));
        if self.settings.settling_seconds > 0 && cx.now < settled { Err(error()) } else { Ok(()) }
    }
}
