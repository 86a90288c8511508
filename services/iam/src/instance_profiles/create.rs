//! `CreateInstanceProfile`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::description;
use crate::generated::operations::CreateInstanceProfile;
use crate::generated::{CreateInstanceProfileRequest, CreateInstanceProfileResponse};
use crate::quotas::refuse_more;
use crate::state::{INSTANCE_PROFILES, InstanceProfile, Resource};
use crate::tags::{Tags, requested};
use crate::{Iam, access, unique_id};

impl Handler<CreateInstanceProfile> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateInstanceProfileRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let tags = input.tags.as_deref();
        let check = |action| {
            access::on_new::<InstanceProfile>(action, cx, input.path.as_deref(), &input.instance_profile_name)
                .with_request_tags(requested(tags))
        };
        let mut checks = vec![check("iam:CreateInstanceProfile")];
        if tags.is_some_and(|tags| !tags.is_empty()) {
            checks.push(check("iam:TagInstanceProfile"));
        }
        Ok(checks)
    }

    fn call(
        &self,
        input: CreateInstanceProfileRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateInstanceProfileResponse, ServiceError> {
        let account = cx.account();
        let tags = Tags::of_request::<InstanceProfile>(input.tags)?;
        InstanceProfile::refuse_taken(state, account, &input.instance_profile_name)?;
        let count = state.count(&INSTANCE_PROFILES, account);
        refuse_more(count, self.quotas().instance_profiles, "InstanceProfilesPerAccount")?;
        let profile = InstanceProfile {
            name: input.instance_profile_name.into(),
            id: unique_id::new(unique_id::INSTANCE_PROFILE, account)?,
            path: input.path.into(),
            created: cx.now.to_the_second(),
            role: None,
            tags,
        };
        let mut answer = description(cx, state, &profile);
        answer.tags = profile.tags.to_member();
        profile.insert(state, account);
        Ok(CreateInstanceProfileResponse { instance_profile: answer })
    }
}
