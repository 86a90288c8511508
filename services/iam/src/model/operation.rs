//! The operations, as they are generated and called.

#![allow(clippy::needless_update, reason = "some inputs have no other members than those that are given")]

use awsim_plugin::error::ServiceError;
use proptest::prelude::*;

use super::account::Account;
use super::{Kind, arn};
use crate::generated::operations::*;
use crate::generated::*;
use crate::testing::Fixture;

/// Few names, so that operations meet; two are the same but for their case.
const NAMES: [&str; 4] = ["ann", "Ann", "bob", "carl"];

type Name = &'static str;

#[derive(Clone, Debug)]
pub(super) enum Operation {
    Create(Kind, Name),
    Delete(Kind, Name),
    RenameUser(Name, Name),
    RenameGroup(Name, Name),
    Join(Name, Name),
    Leave(Name, Name),
    CreatePolicy(Name),
    DeletePolicy(Name),
    Attach(Kind, Name, Name),
    Detach(Kind, Name, Name),
    Embed(Kind, Name, Name),
    Unembed(Kind, Name, Name),
    /// Of a user or role.
    Bound(bool, Name, Name),
    Unbound(bool, Name),
    CreateProfile(Name),
    DeleteProfile(Name),
    PutInProfile(Name, Name),
    TakeFromProfile(Name, Name),
    CreateKey(Name),
    /// The user's key of this number.
    DeleteKey(Name, usize),
}

/// Sequences of at most so many operations.
pub(super) fn operations(most: usize) -> impl Strategy<Value = Vec<Operation>> {
    use Operation::*;
    let name = || proptest::sample::select(&NAMES[..]);
    let kind = || proptest::sample::select(vec![Kind::User, Kind::Group, Kind::Role]);
    let held = || (kind(), name(), name());
    let one = prop_oneof![
        4 => (kind(), name()).prop_map(|(kind, name)| Create(kind, name)),
        2 => (kind(), name()).prop_map(|(kind, name)| Delete(kind, name)),
        1 => (name(), name()).prop_map(|(old, new)| RenameUser(old, new)),
        1 => (name(), name()).prop_map(|(old, new)| RenameGroup(old, new)),
        3 => (name(), name()).prop_map(|(group, user)| Join(group, user)),
        1 => (name(), name()).prop_map(|(group, user)| Leave(group, user)),
        2 => name().prop_map(CreatePolicy),
        1 => name().prop_map(DeletePolicy),
        3 => held().prop_map(|(kind, name, policy)| Attach(kind, name, policy)),
        2 => held().prop_map(|(kind, name, policy)| Detach(kind, name, policy)),
        2 => held().prop_map(|(kind, name, policy)| Embed(kind, name, policy)),
        1 => held().prop_map(|(kind, name, policy)| Unembed(kind, name, policy)),
        2 => (any::<bool>(), name(), name()).prop_map(|(user, name, policy)| Bound(user, name, policy)),
        1 => (any::<bool>(), name()).prop_map(|(user, name)| Unbound(user, name)),
        2 => name().prop_map(CreateProfile),
        1 => name().prop_map(DeleteProfile),
        2 => (name(), name()).prop_map(|(profile, role)| PutInProfile(profile, role)),
        1 => (name(), name()).prop_map(|(profile, role)| TakeFromProfile(profile, role)),
        2 => name().prop_map(CreateKey),
        1 => (name(), 0_usize..3).prop_map(|(user, number)| DeleteKey(user, number)),
    ];
    proptest::collection::vec(one, 1..most)
}

const DOCUMENT: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#;
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}}"#;

/// Calls an operation whose input has no other members than these; the code of the error, if there is one.
macro_rules! call {
    ($fixture:ident, $operation:ident($input:ident { $($member:ident: $value:expr),* $(,)? } $(,)?) $(,)?) => {
        code($fixture.call::<$operation>($input { $($member: $value.into(),)* ..Default::default() }))
    };
}

impl Operation {
    /// Calls it. Ids of access keys, which only IAM knows, are told to the model.
    pub(super) fn call(&self, fixture: &mut Fixture, account: &mut Account) -> Result<(), String> {
        match *self {
            Self::Create(kind, name) => match kind {
                Kind::User => call!(fixture, CreateUser(CreateUserRequest { user_name: name })),
                Kind::Group => call!(fixture, CreateGroup(CreateGroupRequest { group_name: name })),
                Kind::Role => call!(
                    fixture,
                    CreateRole(CreateRoleRequest { role_name: name, assume_role_policy_document: TRUST })
                ),
            },
            Self::Delete(kind, name) => match kind {
                Kind::User => call!(fixture, DeleteUser(DeleteUserRequest { user_name: name })),
                Kind::Group => call!(fixture, DeleteGroup(DeleteGroupRequest { group_name: name })),
                Kind::Role => call!(fixture, DeleteRole(DeleteRoleRequest { role_name: name })),
            },
            Self::RenameUser(old, new) => {
                let new = Some(new.to_owned());
                call!(fixture, UpdateUser(UpdateUserRequest { user_name: old, new_user_name: new }))
            }
            Self::RenameGroup(old, new) => {
                let new = Some(new.to_owned());
                call!(fixture, UpdateGroup(UpdateGroupRequest { group_name: old, new_group_name: new }))
            }
            Self::Join(group, user) => {
                call!(fixture, AddUserToGroup(AddUserToGroupRequest { group_name: group, user_name: user }))
            }
            Self::Leave(group, user) => call!(
                fixture,
                RemoveUserFromGroup(RemoveUserFromGroupRequest { group_name: group, user_name: user })
            ),
            Self::CreatePolicy(name) => call!(
                fixture,
                CreatePolicy(CreatePolicyRequest { policy_name: name, policy_document: DOCUMENT })
            ),
            Self::DeletePolicy(name) => {
                call!(fixture, DeletePolicy(DeletePolicyRequest { policy_arn: arn(name) }))
            }
            Self::Attach(..) | Self::Detach(..) | Self::Embed(..) | Self::Unembed(..) => self.hold(fixture),
            Self::Bound(..) | Self::Unbound(..) => self.bound(fixture),
            Self::CreateProfile(..)
            | Self::DeleteProfile(..)
            | Self::PutInProfile(..)
            | Self::TakeFromProfile(..) => self.on_profile(fixture),
            Self::CreateKey(user) => {
                let input = CreateAccessKeyRequest { user_name: Some(user.to_owned()) };
                let made = fixture.call::<CreateAccessKey>(input);
                if let Ok(made) = &made {
                    account.learn_key(user, &made.access_key.access_key_id);
                }
                code(made)
            }
            Self::DeleteKey(user, number) => {
                let id = account.deleted_key(user, number);
                let user = Some(user.to_owned());
                call!(fixture, DeleteAccessKey(DeleteAccessKeyRequest { user_name: user, access_key_id: id }))
            }
        }
    }

    /// Makes, deletes, fills or empties an instance profile.
    fn on_profile(&self, fixture: &mut Fixture) -> Result<(), String> {
        match *self {
            Self::CreateProfile(name) => call!(
                fixture,
                CreateInstanceProfile(CreateInstanceProfileRequest { instance_profile_name: name })
            ),
            Self::DeleteProfile(name) => call!(
                fixture,
                DeleteInstanceProfile(DeleteInstanceProfileRequest { instance_profile_name: name })
            ),
            Self::PutInProfile(profile, role) => call!(
                fixture,
                AddRoleToInstanceProfile(AddRoleToInstanceProfileRequest {
                    instance_profile_name: profile,
                    role_name: role
                })
            ),
            Self::TakeFromProfile(profile, role) => call!(
                fixture,
                RemoveRoleFromInstanceProfile(RemoveRoleFromInstanceProfileRequest {
                    instance_profile_name: profile,
                    role_name: role
                })
            ),
            _ => Ok(()),
        }
    }

    /// Attaches, detaches, embeds or removes a policy.
    fn hold(&self, fixture: &mut Fixture) -> Result<(), String> {
        /// The four operations on one kind of entity.
        macro_rules! of_kind {
            ($name:ident, $attach:ident($attach_in:ident), $detach:ident($detach_in:ident),
                $put:ident($put_in:ident), $delete:ident($delete_in:ident)) => {
                match *self {
                    Self::Attach(_, name, policy) => {
                        call!(fixture, $attach($attach_in { $name: name, policy_arn: arn(policy) }))
                    }
                    Self::Detach(_, name, policy) => {
                        call!(fixture, $detach($detach_in { $name: name, policy_arn: arn(policy) }))
                    }
                    Self::Embed(_, name, policy) => call!(
                        fixture,
                        $put($put_in { $name: name, policy_name: policy, policy_document: DOCUMENT })
                    ),
                    Self::Unembed(_, name, policy) => {
                        call!(fixture, $delete($delete_in { $name: name, policy_name: policy }))
                    }
                    _ => Ok(()),
                }
            };
        }
        match self {
            Self::Attach(kind, ..)
            | Self::Detach(kind, ..)
            | Self::Embed(kind, ..)
            | Self::Unembed(kind, ..) => match kind {
                Kind::User => of_kind!(
                    user_name,
                    AttachUserPolicy(AttachUserPolicyRequest),
                    DetachUserPolicy(DetachUserPolicyRequest),
                    PutUserPolicy(PutUserPolicyRequest),
                    DeleteUserPolicy(DeleteUserPolicyRequest)
                ),
                Kind::Group => of_kind!(
                    group_name,
                    AttachGroupPolicy(AttachGroupPolicyRequest),
                    DetachGroupPolicy(DetachGroupPolicyRequest),
                    PutGroupPolicy(PutGroupPolicyRequest),
                    DeleteGroupPolicy(DeleteGroupPolicyRequest)
                ),
                Kind::Role => of_kind!(
                    role_name,
                    AttachRolePolicy(AttachRolePolicyRequest),
                    DetachRolePolicy(DetachRolePolicyRequest),
                    PutRolePolicy(PutRolePolicyRequest),
                    DeleteRolePolicy(DeleteRolePolicyRequest)
                ),
            },
            _ => Ok(()),
        }
    }

    fn bound(&self, fixture: &mut Fixture) -> Result<(), String> {
        match *self {
            Self::Bound(true, name, policy) => call!(
                fixture,
                PutUserPermissionsBoundary(PutUserPermissionsBoundaryRequest {
                    user_name: name,
                    permissions_boundary: arn(policy)
                })
            ),
            Self::Bound(false, name, policy) => call!(
                fixture,
                PutRolePermissionsBoundary(PutRolePermissionsBoundaryRequest {
                    role_name: name,
                    permissions_boundary: arn(policy)
                })
            ),
            Self::Unbound(true, name) => call!(
                fixture,
                DeleteUserPermissionsBoundary(DeleteUserPermissionsBoundaryRequest { user_name: name })
            ),
            Self::Unbound(false, name) => call!(
                fixture,
                DeleteRolePermissionsBoundary(DeleteRolePermissionsBoundaryRequest { role_name: name })
            ),
            _ => Ok(()),
        }
    }
}

fn code<T>(result: Result<T, ServiceError>) -> Result<(), String> {
    result.map(drop).map_err(|error| error.code.into_owned())
}
