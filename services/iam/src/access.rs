//! Authorization rows on IAM's own resources.

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::store::View;

use crate::arn;
use crate::state::{Resource, Role, User};

/// The action that an operation asks for: it has the operation's name.
macro_rules! action {
    ($operation:ident) => {
        concat!("iam:", stringify!($operation))
    };
}

pub(crate) use action;

/// A check on the resource of this name, with its true ARN and tags if there is such a resource, and on an ARN with the
/// path `/` if there is none.
pub(crate) fn on<R: Resource>(action: &'static str, cx: &Context<'_>, state: &View, name: &str) -> Check {
    match R::get(state, cx.account(), name) {
        Some(resource) => with_tags(Check::on(action, resource.arn(cx)), resource),
        None => Check::on(action, arn::of(cx, R::ARN_TYPE, "/", name)),
    }
}

/// Supplies the tags of a resource; those of users and roles under IAM's own key too (`iam:ResourceTag/…`).
pub(crate) fn with_tags<R: Resource>(check: Check, resource: &R) -> Check {
    let own = [User::ARN_TYPE, Role::ARN_TYPE].contains(&R::ARN_TYPE).then_some("iam");
    check.with_resource_tags(own, resource.tags().iter())
}

/// A check on a resource that is to be made.
pub(crate) fn on_new<R: Resource>(
    action: &'static str,
    cx: &Context<'_>,
    path: Option<&str>,
    name: &str,
) -> Check {
    Check::on(action, arn::of(cx, R::ARN_TYPE, path.unwrap_or("/"), name))
}

/// A check on all resources of a kind below a path, which is what a listing asks for.
pub(crate) fn on_listing<R: Resource>(
    action: &'static str,
    cx: &Context<'_>,
    path_prefix: Option<&str>,
) -> Check {
    on_new::<R>(action, cx, path_prefix, "")
}
