//! `ListSSHPublicKeys`.

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::caller::Subject;
use crate::generated::operations::ListSSHPublicKeys;
use crate::generated::{ListSSHPublicKeysResponse, SSHPublicKeyMetadata};
use crate::listing::list_handler;
use crate::pagination::{Page, PageRequest};
use crate::state::{Resource, User, credential};

list_handler!(
    ListSSHPublicKeys -> ListSSHPublicKeysResponse { ssh_public_keys },
    |input, cx, state| {
        Subject::user(cx, input.user_name.as_deref())?.check("iam:ListSSHPublicKeys", cx, state)
    },
    |request| page(state, cx, request, input.user_name.as_deref())
);

fn page(
    state: &View,
    cx: &Context<'_>,
    request: &PageRequest<'_>,
    user_name: Option<&str>,
) -> Result<Page<SSHPublicKeyMetadata>, ServiceError> {
    let user = User::find(state, cx.account(), Subject::user_name(cx, user_name)?)?;
    Ok(request.sort_and_cut(user.details.ssh_public_keys.iter().map(|key| {
        let metadata = SSHPublicKeyMetadata {
            user_name: user.name.to_string(),
            ssh_public_key_id: key.id.to_string(),
            status: credential::status(key.active),
            upload_date: key.uploaded,
        };
        (credential::page_key(key.uploaded, &key.id), metadata)
    })))
}
