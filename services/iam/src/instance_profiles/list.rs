//! `GetInstanceProfile`, `ListInstanceProfiles`, `ListInstanceProfilesForRole`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::description;
use crate::generated::operations::{GetInstanceProfile, ListInstanceProfiles, ListInstanceProfilesForRole};
use crate::generated::{
    GetInstanceProfileRequest, GetInstanceProfileResponse, ListInstanceProfilesForRoleRequest,
    ListInstanceProfilesForRoleResponse, ListInstanceProfilesRequest, ListInstanceProfilesResponse,
};
use crate::pagination::PageRequest;
use crate::state::{INSTANCE_PROFILES, InstanceProfile, Resource, Role};
use crate::{Iam, access};

impl Handler<GetInstanceProfile> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetInstanceProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let name = &input.instance_profile_name;
        Ok(vec![access::on::<InstanceProfile>("iam:GetInstanceProfile", cx, state, name)])
    }

    fn call(
        &self,
        input: GetInstanceProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetInstanceProfileResponse, ServiceError> {
        let profile = InstanceProfile::find(state, cx.account(), &input.instance_profile_name)?;
        Ok(GetInstanceProfileResponse { instance_profile: description(cx, state, profile) })
    }
}

impl Handler<ListInstanceProfiles> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListInstanceProfilesRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let prefix = input.path_prefix.as_deref();
        Ok(vec![access::on_listing::<InstanceProfile>("iam:ListInstanceProfiles", cx, prefix)])
    }

    fn call(
        &self,
        input: ListInstanceProfilesRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListInstanceProfilesResponse, ServiceError> {
        let request = PageRequest::new("ListInstanceProfiles", input.marker.as_deref(), input.max_items)?;
        let prefix = input.path_prefix.as_deref();
        let page = request.fill(
            state
                .iter_from(&INSTANCE_PROFILES, cx.account(), request.start())
                .filter(|(_, profile)| profile.path.has_prefix(prefix))
                .map(|(key, profile)| (key, description(cx, state, profile))),
        );
        Ok(ListInstanceProfilesResponse {
            instance_profiles: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}

impl Handler<ListInstanceProfilesForRole> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListInstanceProfilesForRoleRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<Role>("iam:ListInstanceProfilesForRole", cx, state, &input.role_name)])
    }

    fn call(
        &self,
        input: ListInstanceProfilesForRoleRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListInstanceProfilesForRoleResponse, ServiceError> {
        let request =
            PageRequest::new("ListInstanceProfilesForRole", input.marker.as_deref(), input.max_items)?;
        let role = Role::find(state, cx.account(), &input.role_name)?;
        let profiles = role.details.instance_profiles.iter().filter_map(|key| {
            let profile = state.get(&INSTANCE_PROFILES, cx.account(), &**key)?;
            Some((&**key, description(cx, state, profile)))
        });
        let page = request.cut(profiles);
        Ok(ListInstanceProfilesForRoleResponse {
            instance_profiles: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
