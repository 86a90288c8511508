//! The entities as the listing shows them. Lists are there also if they are empty; documents are percent-encoded.

use awsim_plugin::context::Context;
use awsim_plugin::store::View;

use crate::boundary::attached;
use crate::generated::{
    GroupDetail, InstanceProfile, ManagedPolicyDetail, PolicyDetail, RoleDetail, UserDetail,
};
use crate::policy_document::encoded;
use crate::policy_ref::PolicyRef;
use crate::state::{
    GROUPS, Group, HeldPolicies, INSTANCE_PROFILES, Identity, InlinePolicy, Resource, Role, User,
};
use crate::{attachments, instance_profiles, policies, roles, trusted};

/// A user.
pub(super) fn user(cx: &Context<'_>, state: &View, user: &User) -> UserDetail {
    let groups = user.details.groups.iter().filter_map(|key| state.get(&GROUPS, cx.account(), &**key));
    UserDetail {
        path: Some(user.path.to_string()),
        user_name: Some(user.name.to_string()),
        user_id: Some(user.id.to_string()),
        arn: Some(user.arn(cx)),
        create_date: Some(user.created),
        user_policy_list: Some(inline(user.policies())),
        group_list: Some(groups.map(|group| group.name.to_string()).collect()),
        attached_managed_policies: Some(attachments::all(user.policies())),
        permissions_boundary: attached(user.boundary()),
        tags: Some(user.details.tags.to_list()),
    }
}

/// A group.
pub(super) fn group(cx: &Context<'_>, group: &Group) -> GroupDetail {
    GroupDetail {
        path: Some(group.path.to_string()),
        group_name: Some(group.name.to_string()),
        group_id: Some(group.id.to_string()),
        arn: Some(group.arn(cx)),
        create_date: Some(group.created),
        group_policy_list: Some(inline(group.policies())),
        attached_managed_policies: Some(attachments::all(group.policies())),
    }
}

/// A role.
pub(super) fn role(cx: &Context<'_>, state: &View, role: &Role) -> RoleDetail {
    RoleDetail {
        path: Some(role.path.to_string()),
        role_name: Some(role.name.to_string()),
        role_id: Some(role.id.to_string()),
        arn: Some(role.arn(cx)),
        create_date: Some(role.created),
        assume_role_policy_document: Some(encoded(&trusted::shown(state, cx.partition, role))),
        instance_profile_list: Some(profiles(cx, state, role)),
        role_policy_list: Some(inline(role.policies())),
        attached_managed_policies: Some(attachments::all(role.policies())),
        permissions_boundary: attached(role.boundary()),
        tags: Some(role.details.tags.to_list()),
        role_last_used: Some(roles::last_used(cx, role)),
    }
}

/// A managed policy with all its versions.
pub(super) fn policy(cx: &Context<'_>, state: &View, policy: PolicyRef<'_>) -> ManagedPolicyDetail {
    let details = policy.details(state, cx);
    ManagedPolicyDetail {
        policy_name: details.policy_name,
        policy_id: details.policy_id,
        arn: details.arn,
        path: details.path,
        default_version_id: details.default_version_id,
        attachment_count: details.attachment_count,
        permissions_boundary_usage_count: details.permissions_boundary_usage_count,
        is_attachable: details.is_attachable,
        description: details.description,
        create_date: details.create_date,
        update_date: details.update_date,
        policy_version_list: Some(policies::versions_with_documents(policy)),
    }
}

fn inline(policies: &HeldPolicies) -> Vec<PolicyDetail> {
    let detail = |policy: &InlinePolicy| PolicyDetail {
        policy_name: Some(policy.name.to_string()),
        policy_document: Some(encoded(&policy.document)),
    };
    policies.inline.iter().map(detail).collect()
}

fn profiles(cx: &Context<'_>, state: &View, role: &Role) -> Vec<InstanceProfile> {
    let profiles = &role.details.instance_profiles;
    profiles
        .iter()
        .filter_map(|key| state.get(&INSTANCE_PROFILES, cx.account(), &**key))
        .map(|profile| instance_profiles::description(cx, state, profile))
        .collect()
}
