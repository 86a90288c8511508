//! `DeleteAccessKey`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{change_ids, find};
use crate::Iam;
use crate::caller::Subject;
use crate::generated::DeleteAccessKeyRequest;
use crate::generated::operations::DeleteAccessKey;
use crate::state::ACCESS_KEYS;

impl Handler<DeleteAccessKey> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteAccessKeyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Subject::of(cx, input.user_name.as_deref())?.check("iam:DeleteAccessKey", cx, state)])
    }

    fn call(
        &self,
        input: DeleteAccessKeyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let subject = Subject::of(cx, input.user_name.as_deref())?;
        let id = input.access_key_id;
        find(cx, state, subject, &id)?;
        state.remove(&ACCESS_KEYS, cx.account(), &id);
        change_ids(state, cx.account(), subject, |ids| ids.retain(|other| **other != *id))
    }
}
