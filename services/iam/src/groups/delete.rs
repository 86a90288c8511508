//! `DeleteGroup`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::DeleteGroupRequest;
use crate::generated::operations::DeleteGroup;
use crate::state::{GROUPS, Group, Resource, membership};
use crate::{Iam, access, errors, names};

impl Handler<DeleteGroup> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteGroupRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<Group>("iam:DeleteGroup", cx, state, &input.group_name)])
    }

    fn call(
        &self,
        input: DeleteGroupRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let account = cx.account();
        let key = names::key(&input.group_name);
        let group = Group::find(state, account, &input.group_name)?;
        let conflicts = [
            (membership::members(state, account, &key, None).next().is_some(), "remove users from group"),
            (!group.policies.inline.is_empty(), "delete policies"),
            (!group.policies.attached.is_empty(), "detach all policies"),
        ];
        if let Some((_, first)) = conflicts.into_iter().find(|(conflicts, _)| *conflicts) {
            return Err(errors::delete_conflict(first));
        }
        state.remove(&GROUPS, account, &key);
        Ok(())
    }
}
