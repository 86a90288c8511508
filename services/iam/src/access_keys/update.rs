//! `UpdateAccessKey`: makes a key inactive, or active again.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::find;
use crate::Iam;
use crate::caller::Subject;
use crate::generated::UpdateAccessKeyRequest;
use crate::generated::operations::UpdateAccessKey;
use crate::state::{ACCESS_KEYS, credential};

impl Handler<UpdateAccessKey> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateAccessKeyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Subject::of(cx, input.user_name.as_deref())?.check("iam:UpdateAccessKey", cx, state)])
    }

    fn call(
        &self,
        input: UpdateAccessKeyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let active = credential::asked_to_be_active(input.status)?;
        let subject = Subject::of(cx, input.user_name.as_deref())?;
        find(cx, state, subject, &input.access_key_id)?;
        state.update(&ACCESS_KEYS, cx.account(), input.access_key_id.as_str(), |key| {
            key.active = active;
            key.changed = Some(cx.now.to_the_second());
        });
        Ok(())
    }
}
