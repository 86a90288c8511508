//! `DeleteLoginProfile`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{find, name, subject};
use crate::Iam;
use crate::generated::DeleteLoginProfileRequest;
use crate::generated::operations::DeleteLoginProfile;
use crate::state::SignIn;

impl Handler<DeleteLoginProfile> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteLoginProfileRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![subject(cx, input.user_name.as_deref())?.check("iam:DeleteLoginProfile", cx, state)])
    }

    fn call(
        &self,
        input: DeleteLoginProfileRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let subject = subject(cx, input.user_name.as_deref())?;
        let profile = find(state, cx, subject)?;
        self.refuse_unsettled(cx, profile.created, || super::being_created(name(state, cx, subject)))?;
        SignIn::change(state, cx.account(), subject, |sign_in| sign_in.login_profile = None)
    }
}
