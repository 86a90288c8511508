//! `GetAccessKeyLastUsed`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::caller::Subject;
use crate::generated::operations::GetAccessKeyLastUsed;
use crate::generated::{AccessKeyLastUsed, GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse};
use crate::state::{ACCESS_KEYS, USERS};
use crate::{Iam, errors};

/// Service and region of a key that was never used ("N/A" in the documentation of `AccessKeyLastUsed`).
const NEVER: &str = "N/A";

impl Handler<GetAccessKeyLastUsed> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetAccessKeyLastUsedRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        const ACTION: &str = "iam:GetAccessKeyLastUsed";
        let check = match state.get(&ACCESS_KEYS, cx.account(), input.access_key_id.as_str()) {
            Some(key) => key.user.as_deref().map_or(Subject::Root, Subject::User).check(ACTION, cx, state),
            None => Check::on_any(ACTION),
        };
        Ok(vec![check])
    }

    fn call(
        &self,
        input: GetAccessKeyLastUsedRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetAccessKeyLastUsedResponse, ServiceError> {
        let id = input.access_key_id;
        let key = state
            .get(&ACCESS_KEYS, cx.account(), id.as_str())
            .ok_or_else(|| errors::no_such_access_key(&id))?;
        let user = key.user.as_deref().and_then(|user| state.get(&USERS, cx.account(), user));
        let last_used = match &key.last_used {
            Some(last) => AccessKeyLastUsed {
                last_used_date: Some(last.at),
                service_name: last.service.to_string(),
                region: last.region.to_string(),
            },
            None => AccessKeyLastUsed {
                last_used_date: None,
                service_name: NEVER.to_owned(),
                region: NEVER.to_owned(),
            },
        };
        Ok(GetAccessKeyLastUsedResponse {
            user_name: user.map(|user| user.name.to_string()),
            access_key_last_used: Some(last_used),
        })
    }
}
