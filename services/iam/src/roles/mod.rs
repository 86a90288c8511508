//! Roles.

mod create;
mod delete;
mod get;
mod list;
#[cfg(test)]
mod tests;
mod update;

use awsim_plugin::context::Context;
use awsim_plugin::store::View;

use crate::boundary::attached;
use crate::generated::{self, RoleLastUsed, SourceRoleTemplate};
use crate::policy_document::encoded;
use crate::state::{Resource, Role, last_access};
use crate::trusted;

pub(crate) use create::MAX_SESSION_DURATION;

use std::ops::RangeInclusive;

/// How long the longest session of a role can be, in seconds (`MaxSessionDuration` in the API reference).
pub(crate) const SESSION_DURATIONS: RangeInclusive<i32> = 3600..=43_200;

/// The role as listings have it: without last use, tags and boundary ("IAM resource-listing operations return a subset
/// of the available attributes", `ListRoles` in the API reference).
pub(crate) fn summary(cx: &Context<'_>, state: &View, role: &Role) -> generated::Role {
    let source_role_template = role.details.template.as_ref().map(|template| SourceRoleTemplate {
        template_arn: template.arn.to_string(),
        template_minor_version: template.minor_version,
    });
    generated::Role {
        max_session_duration: Some(role.max_session_duration),
        source_role_template,
        ..as_made(cx, state, role)
    }
}

/// The role as `CreateRole` answers it, without tags and boundary.
pub(crate) fn as_made(cx: &Context<'_>, state: &View, role: &Role) -> generated::Role {
    generated::Role {
        path: role.path.to_string(),
        role_name: role.name.to_string(),
        role_id: role.id.to_string(),
        arn: role.arn(cx),
        create_date: role.created,
        assume_role_policy_document: Some(encoded(&trusted::shown(state, cx.partition, role))),
        description: role.description.as_deref().map(str::to_owned),
        max_session_duration: None,
        permissions_boundary: None,
        tags: None,
        role_last_used: None,
        source_role_template: None,
    }
}

/// The role with everything there is to say. Its last use is there also if there was none.
pub(crate) fn description(cx: &Context<'_>, state: &View, role: &Role) -> generated::Role {
    generated::Role {
        permissions_boundary: attached(role.details.boundary.as_deref()),
        tags: role.details.tags.to_member(),
        role_last_used: Some(last_used(cx, role)),
        ..summary(cx, state, role)
    }
}

/// When and where the role was last used, if it was within the time of which that is told ("This field is null if the role
/// has not been used within the IAM tracking period", `RoleLastUsed` in the API reference).
pub(crate) fn last_used(cx: &Context<'_>, role: &Role) -> RoleLastUsed {
    let since = last_access::tracked_since(cx.now);
    let last_used = role.details.last_used.as_ref().filter(|used| used.at >= since);
    RoleLastUsed {
        last_used_date: last_used.map(|used| used.at),
        region: last_used.map(|used| used.region.to_string()),
    }
}
