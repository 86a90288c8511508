//! Users.

mod create;
mod delete;
mod get;
mod list;
mod update;

#[cfg(test)]
mod tests;

use awsim_plugin::context::Context;

pub(crate) use self::get::root;
use crate::boundary::attached;
use crate::generated;
use crate::state::{Resource, User};

/// The user as listings have it: without tags and boundary ("IAM resource-listing operations return a subset of the
/// available attributes", `ListUsers` in the API reference).
pub(crate) fn summary(cx: &Context<'_>, user: &User) -> generated::User {
    generated::User {
        path: user.path.to_string(),
        user_name: user.name.to_string(),
        user_id: user.id.to_string(),
        arn: user.arn(cx),
        create_date: user.created,
        password_last_used: user.details.password_last_used,
        permissions_boundary: None,
        tags: None,
    }
}

/// The user with everything there is to say.
fn description(cx: &Context<'_>, user: &User) -> generated::User {
    generated::User {
        permissions_boundary: attached(user.details.boundary.as_deref()),
        tags: user.details.tags.to_member(),
        ..summary(cx, user)
    }
}
