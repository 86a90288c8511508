//! `DeleteSSHPublicKey`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::Iam;
use crate::caller::Subject;
use crate::generated::DeleteSSHPublicKeyRequest;
use crate::generated::operations::DeleteSSHPublicKey;
use crate::state::{SshPublicKey, credential};

impl Handler<DeleteSSHPublicKey> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteSSHPublicKeyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Subject::User(&input.user_name).check("iam:DeleteSSHPublicKey", cx, state)])
    }

    fn call(
        &self,
        input: DeleteSSHPublicKeyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let owner = Subject::User(&input.user_name);
        credential::remove::<SshPublicKey>(state, cx.account(), owner, &input.ssh_public_key_id)
    }
}
