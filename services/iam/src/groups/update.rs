//! `UpdateGroup`: a new name or path. Unique id, policies and members stay.

use awsim_plugin::access::Access;
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::UpdateGroupRequest;
use crate::generated::operations::UpdateGroup;
use crate::moving::Moving;
use crate::state::{GROUPS, Group, Identity, Resource, membership, policy_usage};
use crate::{Iam, names};

impl Handler<UpdateGroup> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateGroupRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(moving(input).checks::<Group>("iam:UpdateGroup", cx, state, &input.group_name))
    }

    fn call(
        &self,
        input: UpdateGroupRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let account = cx.account();
        let mut group = Group::find(state, account, &input.group_name)?.clone();
        let old_key = names::key(&group.name);
        moving(&input).apply::<Group>(state, account, &mut group.name, &mut group.path)?;
        let new_key = names::key(&group.name);
        if new_key == old_key {
            group.insert(state, account);
        } else {
            rename(state, account, group, &old_key, &new_key);
        }
        Ok(())
    }
}

fn moving(input: &UpdateGroupRequest) -> Moving<'_> {
    Moving { name: input.new_group_name.as_deref(), path: input.new_path.as_deref() }
}

/// Moves a group, which has its new name already, and everything that knows it by its key.
fn rename(state: &mut Transaction, account: AccountId, group: Group, old_key: &str, new_key: &str) {
    let members: Vec<String> =
        membership::members(state, account, old_key, None).map(|(key, _)| key.to_owned()).collect();
    for user in members {
        membership::remove(state, account, old_key, &user);
        membership::add(state, account, new_key, &user);
    }
    state.remove(&GROUPS, account, &old_key.to_owned());
    policy_usage::rename(state, account, Group::KIND, old_key, new_key, group.policies(), None);
    group.insert(state, account);
}
