//! `CreateGroup`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::description;
use crate::generated::operations::CreateGroup;
use crate::generated::{CreateGroupRequest, CreateGroupResponse};
use crate::quotas::refuse_more;
use crate::state::{GROUPS, Group, HeldPolicies, Resource};
use crate::{Iam, access, unique_id};

impl Handler<CreateGroup> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateGroupRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let path = input.path.as_deref();
        Ok(vec![access::on_new::<Group>("iam:CreateGroup", cx, path, &input.group_name)])
    }

    fn call(
        &self,
        input: CreateGroupRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateGroupResponse, ServiceError> {
        let account = cx.account();
        Group::refuse_taken(state, account, &input.group_name)?;
        refuse_more(state.count(&GROUPS, account), self.quotas().groups, "GroupsPerAccount")?;
        let group = Group {
            name: input.group_name.into(),
            id: unique_id::new(unique_id::GROUP, account)?,
            path: input.path.into(),
            created: cx.now.to_the_second(),
            policies: HeldPolicies::NONE,
        };
        let answer = description(cx, &group);
        group.insert(state, account);
        Ok(CreateGroupResponse { group: answer })
    }
}
