//! `CreateUser`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::description;
use crate::generated::operations::CreateUser;
use crate::generated::{CreateUserRequest, CreateUserResponse};
use crate::quotas::refuse_more;
use crate::state::{Resource, USERS, User, UserDetails};
use crate::tags::{Tags, requested};
use crate::{Iam, access, boundary, unique_id};

impl Handler<CreateUser> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateUserRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let tags = input.tags.as_deref();
        let check = |action| access::on_new::<User>(action, cx, input.path.as_deref(), &input.user_name);
        let mut checks = vec![
            check("iam:CreateUser")
                .with_request_tags(requested(tags))
                .with_string(boundary::CONDITION_KEY, input.permissions_boundary.as_deref()),
        ];
        if tags.is_some_and(|tags| !tags.is_empty()) {
            checks.push(check("iam:TagUser").with_request_tags(requested(tags)));
        }
        Ok(checks)
    }

    fn call(
        &self,
        input: CreateUserRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateUserResponse, ServiceError> {
        let account = cx.account();
        let tags = Tags::of_request::<User>(input.tags)?;
        let arn = input.permissions_boundary.as_deref();
        boundary::refuse_unknown(cx, state, arn)?;
        User::refuse_taken(state, account, &input.user_name)?;
        refuse_more(state.count(&USERS, account), self.quotas().users, "UsersPerAccount")?;

        boundary::moved::<User>(state, account, &input.user_name, None, arn);
        let user = User {
            name: input.user_name.into(),
            id: unique_id::new(unique_id::USER, account)?,
            path: input.path.into(),
            created: cx.now.to_the_second(),
            details: UserDetails { tags, boundary: arn.map(Into::into), ..UserDetails::default() }.into(),
        };
        let answer = description(cx, &user);
        user.insert(state, account);
        Ok(CreateUserResponse { user: Some(answer) })
    }
}
