//! `ListAccessKeys`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::ids;
use crate::Iam;
use crate::caller::Subject;
use crate::generated::operations::ListAccessKeys;
use crate::generated::{AccessKeyMetadata, ListAccessKeysRequest, ListAccessKeysResponse, StatusType};
use crate::pagination::PageRequest;
use crate::state::{ACCESS_KEYS, Resource, User, credential};

impl Handler<ListAccessKeys> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListAccessKeysRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Subject::of(cx, input.user_name.as_deref())?.check("iam:ListAccessKeys", cx, state)])
    }

    fn call(
        &self,
        input: ListAccessKeysRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListAccessKeysResponse, ServiceError> {
        let request = PageRequest::new("ListAccessKeys", input.marker.as_deref(), input.max_items)?;
        let subject = Subject::of(cx, input.user_name.as_deref())?;
        let user_name = match subject {
            Subject::User(name) => Some(&*User::find(state, cx.account(), name)?.name),
            Subject::Root => None,
        };
        let page = request.sort_and_cut(ids(state, cx.account(), subject)?.iter().filter_map(|id| {
            let key = state.get(&ACCESS_KEYS, cx.account(), &**id)?;
            let metadata = AccessKeyMetadata {
                user_name: user_name.map(str::to_owned),
                access_key_id: Some(id.to_string()),
                status: Some(if key.active { StatusType::Active } else { StatusType::Inactive }),
                create_date: Some(key.created),
            };
            Some((credential::page_key(key.created, id), metadata))
        }));
        Ok(ListAccessKeysResponse {
            access_key_metadata: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
