//! `DeleteInstanceProfile`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::DeleteInstanceProfileRequest;
use crate::generated::operations::DeleteInstanceProfile;
use crate::state::{INSTANCE_PROFILES, InstanceProfile, Resource};
use crate::{Iam, access, errors, names};

impl Handler<DeleteInstanceProfile> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteInstanceProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let name = &input.instance_profile_name;
        Ok(vec![access::on::<InstanceProfile>("iam:DeleteInstanceProfile", cx, state, name)])
    }

    fn call(
        &self,
        input: DeleteInstanceProfileRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let profile = InstanceProfile::find(state, cx.account(), &input.instance_profile_name)?;
        if profile.role.is_some() {
            return Err(errors::delete_conflict("remove roles from instance profile"));
        }
        state.remove(&INSTANCE_PROFILES, cx.account(), &names::key(&input.instance_profile_name));
        Ok(())
    }
}
