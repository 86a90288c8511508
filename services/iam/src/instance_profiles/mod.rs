//! Instance profiles: what hands a role to an EC2 instance. Each holds one role at most.

mod create;
mod delete;
mod list;
mod role;
#[cfg(test)]
mod tests;

use awsim_plugin::context::Context;
use awsim_plugin::store::View;

use crate::generated;
use crate::roles;
use crate::state::{InstanceProfile, ROLES, Resource};

/// The instance profile as answers have it. Its tags are there also if there are none.
pub(crate) fn description(
    cx: &Context<'_>,
    state: &View,
    profile: &InstanceProfile,
) -> generated::InstanceProfile {
    let role = profile.role.as_deref().and_then(|key| state.get(&ROLES, cx.account(), key));
    generated::InstanceProfile {
        path: profile.path.to_string(),
        instance_profile_name: profile.name.to_string(),
        instance_profile_id: profile.id.to_string(),
        arn: profile.arn(cx),
        create_date: profile.created,
        roles: role.map(|role| roles::summary(cx, state, role)).into_iter().collect(),
        tags: Some(profile.tags.to_list()),
    }
}
