//! `UploadSSHPublicKey`.

use awsim_plugin::access::Access;
use awsim_plugin::access_key;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::description;
use super::material::RsaPublicKey;
use crate::generated::operations::UploadSSHPublicKey;
use crate::generated::{ErrorCode, UploadSSHPublicKeyRequest, UploadSSHPublicKeyResponse};
use crate::quotas::refuse_more;
use crate::state::{Resource, SshPublicKey, User};
use crate::{Iam, access, random};

/// What the ids begin with. They are made as those of access keys are.
const PREFIX: &str = "APKA";

impl Handler<UploadSSHPublicKey> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UploadSSHPublicKeyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on::<User>("iam:UploadSSHPublicKey", cx, state, &input.user_name)])
    }

    fn call(
        &self,
        input: UploadSSHPublicKeyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<UploadSSHPublicKeyResponse, ServiceError> {
        let account = cx.account();
        let user = User::find(state, account, &input.user_name)?;
        let (material, encoding) = RsaPublicKey::read(&input.ssh_public_key_body)?;
        let material = material.to_stored();
        let present = &user.details.ssh_public_keys;
        if present.iter().any(|key| *key.material == *material) {
            return Err(ErrorCode::DuplicateSSHPublicKey
                .with("The SSH public key is already associated with the specified IAM user."));
        }
        refuse_more(present.len(), self.quotas().ssh_public_keys_per_user, "SSHPublicKeysPerUser")?;

        let random = u64::from_be_bytes(random::bytes()?);
        let key = SshPublicKey {
            id: access_key::new_id(PREFIX, account, random).into(),
            material: material.into(),
            active: true,
            uploaded: cx.now.to_the_second(),
        };
        let answer = description(&key, &user.name, encoding)?;
        User::change(state, account, &input.user_name, |user| user.details.ssh_public_keys.push(key))?;
        Ok(UploadSSHPublicKeyResponse { ssh_public_key: Some(answer) })
    }
}
