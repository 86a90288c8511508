//! `UpdateSSHPublicKey`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::Iam;
use crate::caller::Subject;
use crate::generated::UpdateSSHPublicKeyRequest;
use crate::generated::operations::UpdateSSHPublicKey;
use crate::state::{SshPublicKey, credential};

impl Handler<UpdateSSHPublicKey> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateSSHPublicKeyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Subject::User(&input.user_name).check("iam:UpdateSSHPublicKey", cx, state)])
    }

    fn call(
        &self,
        input: UpdateSSHPublicKeyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let active = credential::asked_to_be_active(input.status)?;
        let owner = Subject::User(&input.user_name);
        credential::change(state, cx.account(), owner, &input.ssh_public_key_id, |one: &mut SshPublicKey| {
            one.active = active
        })
    }
}
