//! Everything that can be asked for, compared with the model.

use std::collections::BTreeSet;
use std::fmt::Debug;

use super::account::{Account, Entity};
use super::{Kind, arn};
use crate::generated::operations::*;
use crate::generated::*;
use crate::state::{ACCESS_KEYS, MEMBERS, POLICY_HOLDERS, POLICY_USAGE};
use crate::testing::{ACCOUNT, Fixture};

type Compared = Result<(), String>;

fn same<T: PartialEq + Debug>(what: &str, found: T, expected: T) -> Compared {
    if found == expected { Ok(()) } else { Err(format!("{what}: {found:?} instead of {expected:?}")) }
}

fn sorted(names: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    names.into_iter().collect()
}

/// Compares what IAM has with what the model has.
pub(super) fn compare(fixture: &mut Fixture, account: &Account) -> Compared {
    let names = |kind| {
        let of_kind = account.entities.iter().filter(move |((of, _), _)| *of == kind);
        sorted(of_kind.map(|(_, entity)| entity.name.clone()))
    };
    let users = fixture.call::<ListUsers>(ListUsersRequest::default()).map_err(text)?.users;
    same("users", sorted(users.into_iter().map(|user| user.user_name)), names(Kind::User))?;
    let groups = fixture.call::<ListGroups>(ListGroupsRequest::default()).map_err(text)?.groups;
    same("groups", sorted(groups.into_iter().map(|group| group.group_name)), names(Kind::Group))?;
    let roles = fixture.call::<ListRoles>(ListRolesRequest::default()).map_err(text)?.roles;
    same("roles", sorted(roles.into_iter().map(|role| role.role_name)), names(Kind::Role))?;
    for ((kind, key), entity) in &account.entities {
        match kind {
            Kind::User => user(fixture, account, key, entity)?,
            Kind::Group => group(fixture, account, key, entity)?,
            Kind::Role => role(fixture, account, key, entity)?,
        }
    }
    for name in account.policies.values() {
        policy(fixture, account, name)?;
    }
    for (name, held) in &account.profiles {
        let input = GetInstanceProfileRequest { instance_profile_name: name.clone() };
        let profile = fixture.call::<GetInstanceProfile>(input).map_err(text)?.instance_profile;
        let roles = sorted(profile.roles.into_iter().map(|role| role.role_name.to_lowercase()));
        same("roles of a profile", roles, sorted(held.clone()))?;
    }
    rows(fixture, account)
}

fn text(error: awsim_plugin::error::ServiceError) -> String {
    error.to_string()
}

fn arns(attached: Option<Vec<AttachedPolicy>>) -> BTreeSet<String> {
    sorted(attached.into_iter().flatten().filter_map(|policy| policy.policy_arn))
}

fn user(fixture: &mut Fixture, account: &Account, key: &str, entity: &Entity) -> Compared {
    let name = || key.to_owned();
    let input = GetUserRequest { user_name: Some(name()) };
    let found = fixture.call::<GetUser>(input).map_err(text)?.user;
    let boundary = found.permissions_boundary.and_then(|boundary| boundary.permissions_boundary_arn);
    same("boundary of a user", &boundary, &entity.boundary)?;
    let input = ListGroupsForUserRequest { user_name: name(), ..Default::default() };
    let groups = fixture.call::<ListGroupsForUser>(input).map_err(text)?.groups;
    let expected = account.members.iter().filter(|(_, user)| user == key).map(|(group, _)| group.clone());
    let groups = groups.into_iter().map(|group| group.group_name.to_lowercase());
    same("groups of a user", sorted(groups), sorted(expected))?;
    let input = ListAttachedUserPoliciesRequest { user_name: name(), ..Default::default() };
    let attached = fixture.call::<ListAttachedUserPolicies>(input).map_err(text)?.attached_policies;
    same("policies of a user", &arns(attached), &entity.attached)?;
    let input = ListUserPoliciesRequest { user_name: name(), ..Default::default() };
    let inline = fixture.call::<ListUserPolicies>(input).map_err(text)?.policy_names;
    same("embedded policies of a user", &sorted(inline), &entity.inline)?;
    let input = ListAccessKeysRequest { user_name: Some(name()), ..Default::default() };
    let keys = fixture.call::<ListAccessKeys>(input).map_err(text)?.access_key_metadata;
    let keys = sorted(keys.into_iter().filter_map(|key| key.access_key_id));
    same("keys of a user", keys, sorted(entity.keys.iter().cloned()))
}

fn group(fixture: &mut Fixture, account: &Account, key: &str, entity: &Entity) -> Compared {
    let input = GetGroupRequest { group_name: key.to_owned(), ..Default::default() };
    let users = fixture.call::<GetGroup>(input).map_err(text)?.users;
    let expected = account.members.iter().filter(|(group, _)| group == key).map(|(_, user)| user.clone());
    let users = users.into_iter().map(|user| user.user_name.to_lowercase());
    same("members of a group", sorted(users), sorted(expected))?;
    let input = ListAttachedGroupPoliciesRequest { group_name: key.to_owned(), ..Default::default() };
    let attached = fixture.call::<ListAttachedGroupPolicies>(input).map_err(text)?.attached_policies;
    same("policies of a group", &arns(attached), &entity.attached)?;
    let input = ListGroupPoliciesRequest { group_name: key.to_owned(), ..Default::default() };
    let inline = fixture.call::<ListGroupPolicies>(input).map_err(text)?.policy_names;
    same("embedded policies of a group", &sorted(inline), &entity.inline)
}

fn role(fixture: &mut Fixture, account: &Account, key: &str, entity: &Entity) -> Compared {
    let input = GetRoleRequest { role_name: key.to_owned() };
    let found = fixture.call::<GetRole>(input).map_err(text)?.role;
    let boundary = found.permissions_boundary.and_then(|boundary| boundary.permissions_boundary_arn);
    same("boundary of a role", &boundary, &entity.boundary)?;
    let input = ListAttachedRolePoliciesRequest { role_name: key.to_owned(), ..Default::default() };
    let attached = fixture.call::<ListAttachedRolePolicies>(input).map_err(text)?.attached_policies;
    same("policies of a role", &arns(attached), &entity.attached)?;
    let input = ListRolePoliciesRequest { role_name: key.to_owned(), ..Default::default() };
    let inline = fixture.call::<ListRolePolicies>(input).map_err(text)?.policy_names;
    same("embedded policies of a role", &sorted(inline), &entity.inline)?;
    let input = ListInstanceProfilesForRoleRequest { role_name: key.to_owned(), ..Default::default() };
    let profiles = fixture.call::<ListInstanceProfilesForRole>(input).map_err(text)?.instance_profiles;
    let profiles = profiles.into_iter().map(|profile| profile.instance_profile_name.to_lowercase());
    let expected = account.profiles.iter().filter(|(_, role)| role.as_deref() == Some(key));
    same("profiles of a role", sorted(profiles), sorted(expected.map(|(profile, _)| profile.clone())))
}

fn policy(fixture: &mut Fixture, account: &Account, name: &str) -> Compared {
    let arn = arn(name);
    let uses = |used: &dyn Fn(&Entity) -> bool| account.entities.values().filter(|one| used(one)).count();
    let attached = uses(&|entity| entity.attached.contains(&arn));
    let bounded = uses(&|entity| entity.boundary.as_ref() == Some(&arn));
    let input = GetPolicyRequest { policy_arn: arn.clone() };
    let found = fixture.call::<GetPolicy>(input).map_err(text)?.policy.unwrap_or_default();
    let count = |number: Option<i32>| number.and_then(|number| usize::try_from(number).ok());
    same("attachments", count(found.attachment_count), Some(attached))?;
    same("uses as boundary", count(found.permissions_boundary_usage_count), Some(bounded))?;
    let input = ListEntitiesForPolicyRequest {
        policy_arn: arn.clone(),
        policy_usage_filter: Some(PolicyUsageType::PermissionsPolicy),
        ..Default::default()
    };
    let entities = fixture.call::<ListEntitiesForPolicy>(input).map_err(text)?;
    let holders = |kind| {
        let of_kind = account.entities.iter().filter(move |((of, _), _)| *of == kind);
        let holding = of_kind.filter(|(_, entity)| entity.attached.contains(&arn));
        sorted(holding.map(|(_, entity)| entity.name.clone()))
    };
    let users = entities.policy_users.into_iter().flatten().filter_map(|user| user.user_name);
    same("users of a policy", sorted(users), holders(Kind::User))?;
    let groups = entities.policy_groups.into_iter().flatten().filter_map(|group| group.group_name);
    same("groups of a policy", sorted(groups), holders(Kind::Group))?;
    let roles = entities.policy_roles.into_iter().flatten().filter_map(|role| role.role_name);
    same("roles of a policy", sorted(roles), holders(Kind::Role))
}

/// Both sides of every relation agree, and no row is left of what is gone.
fn rows(fixture: &Fixture, account: &Account) -> Compared {
    crate::consistency::check(&fixture.view)?;
    let entities = || account.entities.values();
    let uses = entities().map(|entity| entity.attached.len() + usize::from(entity.boundary.is_some())).sum();
    same("rows of holders", fixture.view.count(&POLICY_HOLDERS, ACCOUNT), uses)?;
    let used: BTreeSet<&String> =
        entities().flat_map(|entity| entity.attached.iter().chain(&entity.boundary)).collect();
    same("rows of usage", fixture.view.count(&POLICY_USAGE, ACCOUNT), used.len())?;
    same("rows of members", fixture.view.count(&MEMBERS, ACCOUNT), account.members.len())?;
    let keys = entities().map(|entity| entity.keys.len()).sum();
    same("rows of keys", fixture.view.count(&ACCESS_KEYS, ACCOUNT), keys)
}
