//! `AddRoleToInstanceProfile`, `RemoveRoleFromInstanceProfile`.

use awsim_plugin::access::{Access, Check, ContextValue};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::{AddRoleToInstanceProfile, RemoveRoleFromInstanceProfile};
use crate::generated::{AddRoleToInstanceProfileRequest, ErrorCode, RemoveRoleFromInstanceProfileRequest};
use crate::quotas::refuse_more;
use crate::state::{Identity, InstanceProfile, Resource, Role};
use crate::{Iam, access, names};

/// How many roles an instance profile may hold; AWS cannot raise it.
const ROLES_PER_PROFILE: u32 = 1;

impl Handler<AddRoleToInstanceProfile> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &AddRoleToInstanceProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let profile = &input.instance_profile_name;
        let pass: Check = access::on::<Role>("iam:PassRole", cx, state, &input.role_name);
        let service = ContextValue::String("ec2.amazonaws.com".to_owned());
        // Which instance is not known yet: "the ARN value must be arn:aws:ec2:*:CallerAccountId:instance/*"
        // (`AddRoleToInstanceProfile` in the API reference).
        let instances = ContextValue::String(cx.arn("ec2", "*", cx.account(), "instance/*"));
        Ok(vec![
            access::on::<InstanceProfile>("iam:AddRoleToInstanceProfile", cx, state, profile),
            pass.with("iam:PassedToService", service).with("iam:AssociatedResourceArn", instances),
        ])
    }

    fn call(
        &self,
        input: AddRoleToInstanceProfileRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let account = cx.account();
        let profile = InstanceProfile::find(state, account, &input.instance_profile_name)?;
        Role::find(state, account, &input.role_name)?.refuse_protected()?;
        let held = usize::from(profile.role.is_some());
        refuse_more(held, ROLES_PER_PROFILE, "InstanceSessionsPerInstanceProfile")?;
        let (profile_key, role_key) = (names::key(&profile.name), names::key(&input.role_name));
        InstanceProfile::change(state, account, &input.instance_profile_name, |profile| {
            profile.role = Some(role_key.into());
        })?;
        Role::change(state, account, &input.role_name, |role| {
            let profiles = &mut role.details.instance_profiles;
            if let Err(place) = profiles.binary_search_by(|key| (**key).cmp(&profile_key)) {
                profiles.insert(place, profile_key.into());
            }
        })
    }
}

impl Handler<RemoveRoleFromInstanceProfile> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &RemoveRoleFromInstanceProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let profile = &input.instance_profile_name;
        Ok(vec![access::on::<InstanceProfile>("iam:RemoveRoleFromInstanceProfile", cx, state, profile)])
    }

    fn call(
        &self,
        input: RemoveRoleFromInstanceProfileRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let account = cx.account();
        let profile = InstanceProfile::find(state, account, &input.instance_profile_name)?;
        let role = Role::find(state, account, &input.role_name)?;
        role.refuse_protected()?;
        let (profile_key, role_key) = (names::key(&profile.name), names::key(&role.name));
        if profile.role.as_deref() != Some(&*role_key) {
            return Err(ErrorCode::NoSuchEntity
                .with(format!("Role {} in Instance Profile {} cannot be found.", role.name, profile.name)));
        }
        InstanceProfile::change(state, account, &input.instance_profile_name, |profile| profile.role = None)?;
        Role::change(state, account, &input.role_name, |role| {
            role.details.instance_profiles.retain(|key| **key != *profile_key);
        })
    }
}
