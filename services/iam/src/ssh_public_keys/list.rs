//! `ListSSHPublicKeys`.

use crate::caller::Subject;
use crate::generated::operations::ListSSHPublicKeys;
use crate::generated::{ListSSHPublicKeysResponse, SSHPublicKeyMetadata};
use crate::listing::list_handler;
use crate::state::{Resource, User, credential};

list_handler!(
    ListSSHPublicKeys -> ListSSHPublicKeysResponse { ssh_public_keys },
    |input, cx, state| {
        Subject::user(cx, input.user_name.as_deref())?.check("iam:ListSSHPublicKeys", cx, state)
    },
    |request| {
        let name = Subject::user_name(cx, input.user_name.as_deref())?;
        let user = User::find(state, cx.account(), name)?;
        request.sort_and_cut(user.details.ssh_public_keys.iter().map(|key| {
            let metadata = SSHPublicKeyMetadata {
                user_name: user.name.to_string(),
                ssh_public_key_id: key.id.to_string(),
                status: credential::status(key.active),
                upload_date: key.uploaded,
            };
            (credential::page_key(key.uploaded, &key.id), metadata)
        }))
    }
);
