//! `GetSSHPublicKey`, in either encoding, whichever it was uploaded in.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::description;
use crate::caller::Subject;
use crate::generated::operations::GetSSHPublicKey;
use crate::generated::{GetSSHPublicKeyRequest, GetSSHPublicKeyResponse};
use crate::state::{Resource, SshPublicKey, User, credential};
use crate::{Iam, access};

impl Handler<GetSSHPublicKey> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetSSHPublicKeyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<User>("iam:GetSSHPublicKey", cx, state, &input.user_name)])
    }

    fn call(
        &self,
        input: GetSSHPublicKeyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetSSHPublicKeyResponse, ServiceError> {
        let user = User::find(state, cx.account(), &input.user_name)?;
        let owner = Subject::User(&input.user_name);
        let key: &SshPublicKey = credential::find(state, cx.account(), owner, &input.ssh_public_key_id)?;
        let answer = description(key, &user.name, input.encoding)?;
        Ok(GetSSHPublicKeyResponse { ssh_public_key: Some(answer) })
    }
}
