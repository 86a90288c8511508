//! Groups and who is in them.

mod create;
mod delete;
mod get;
mod list;
mod members;
mod update;

#[cfg(test)]
mod tests;

use awsim_plugin::context::Context;

use crate::generated;
use crate::state::{Group, Resource};

/// The group as answers have it.
pub(crate) fn description(cx: &Context<'_>, group: &Group) -> generated::Group {
    generated::Group {
        path: group.path.to_string(),
        group_name: group.name.to_string(),
        group_id: group.id.to_string(),
        arn: group.arn(cx),
        create_date: group.created,
    }
}
