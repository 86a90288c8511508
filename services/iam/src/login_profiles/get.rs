//! `GetLoginProfile`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::{description, find, name, subject};
use crate::Iam;
use crate::generated::operations::GetLoginProfile;
use crate::generated::{GetLoginProfileRequest, GetLoginProfileResponse};

impl Handler<GetLoginProfile> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetLoginProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![subject(cx, input.user_name.as_deref())?.check("iam:GetLoginProfile", cx, state)])
    }

    fn call(
        &self,
        input: GetLoginProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetLoginProfileResponse, ServiceError> {
        let subject = subject(cx, input.user_name.as_deref())?;
        let profile = find(state, cx, subject)?;
        Ok(GetLoginProfileResponse { login_profile: description(name(state, cx, subject), profile) })
    }
}
