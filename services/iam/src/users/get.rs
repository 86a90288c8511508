//! `GetUser`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::description;
use crate::caller::Subject;
use crate::generated::operations::GetUser;
use crate::generated::{self, GetUserRequest, GetUserResponse};
use crate::state::{ROOT_USER, Resource, User};
use crate::{Iam, access_keys, arn};

impl Handler<GetUser> for Iam {
    type Mode = Read;

    fn access(&self, input: &GetUserRequest, cx: &Context<'_>, state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Subject::of(cx, input.user_name.as_deref())?.check("iam:GetUser", cx, state)])
    }

    fn call(
        &self,
        input: GetUserRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetUserResponse, ServiceError> {
        let user = match Subject::of(cx, input.user_name.as_deref())? {
            Subject::User(name) => description(cx, User::find(state, cx.account(), name)?),
            Subject::Root => root(cx, state),
        };
        Ok(GetUserResponse { user })
    }
}

/// The root user, whose unique id is the account's, and who is as old as that.
pub(crate) fn root(cx: &Context<'_>, state: &View) -> generated::User {
    let created = state.get(&ROOT_USER, cx.account(), &()).and_then(|root| root.created);
    generated::User {
        path: "/".to_owned(),
        user_name: access_keys::ROOT_USER_NAME.to_owned(),
        user_id: cx.account().to_string(),
        arn: arn::root(cx),
        create_date: created.unwrap_or_default(),
        ..generated::User::default()
    }
}
