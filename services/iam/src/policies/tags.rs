//! The tags of the account's own managed policies. AWS's have none and can have none.

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use super::lookup;
use crate::generated::ErrorCode;
use crate::policy_ref::PolicyRef;
use crate::state::CustomerPolicy;
use crate::tagging::Taggable;
use crate::tags::Tags;

impl Taggable for CustomerPolicy {
    const KIND: &'static str = "Policy";

    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }

    fn identified<'v>(state: &'v View, cx: &Context<'_>, arn: &str) -> Result<&'v Self, ServiceError> {
        match lookup::find(state, cx, arn)? {
            PolicyRef::Customer(policy) => Ok(policy),
            PolicyRef::Aws(_) => {
                Err(ErrorCode::InvalidInput.with("Tags not supported for policies in this domain"))
            }
        }
    }

    fn check(action: &'static str, cx: &Context<'_>, state: &View, arn: &str) -> Check {
        lookup::check(action, cx, state, arn)
    }
}
