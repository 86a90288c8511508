//! `AddUserToGroup` and `RemoveUserFromGroup`. Both are content if there is nothing to do.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::{AddUserToGroup, RemoveUserFromGroup};
use crate::generated::{AddUserToGroupRequest, RemoveUserFromGroupRequest};
use crate::quotas::refuse_more;
use crate::state::{Group, Resource, User, membership};
use crate::{Iam, access, names};

impl Handler<AddUserToGroup> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &AddUserToGroupRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<Group>("iam:AddUserToGroup", cx, state, &input.group_name)])
    }

    fn call(
        &self,
        input: AddUserToGroupRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let account = cx.account();
        let group = names::key(&Group::find(state, account, &input.group_name)?.name);
        let user = User::find(state, account, &input.user_name)?;
        let groups = &user.details.groups;
        if !groups.iter().any(|other| **other == *group) {
            refuse_more(groups.len(), self.quotas().groups_per_user, "GroupsPerUser")?;
            membership::add(state, account, &group, &names::key(&input.user_name));
        }
        Ok(())
    }
}

impl Handler<RemoveUserFromGroup> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &RemoveUserFromGroupRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<Group>("iam:RemoveUserFromGroup", cx, state, &input.group_name)])
    }

    fn call(
        &self,
        input: RemoveUserFromGroupRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let account = cx.account();
        Group::find(state, account, &input.group_name)?;
        User::find(state, account, &input.user_name)?;
        membership::remove(state, account, &names::key(&input.group_name), &names::key(&input.user_name));
        Ok(())
    }
}
