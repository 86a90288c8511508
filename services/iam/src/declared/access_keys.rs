//! Fixed access keys.

use awsim_plugin::account::AccountId;
use awsim_plugin::bootstrap::DeclaredKey;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;

use crate::state::{ACCESS_KEYS, AccessKey, USERS, root_user};

/// Gives a user, or the root user if none is named, an access key with a known secret.
pub(super) fn make(
    state: &mut Transaction,
    account: AccountId,
    user: Option<&str>,
    declared: &DeclaredKey,
    now: Timestamp,
) -> Result<(), ServiceError> {
    let id = declared.access_key_id.as_str();
    refuse_bad(declared)?;
    for other in state.accounts(&ACCESS_KEYS).collect::<Vec<_>>() {
        let taken = state.get(&ACCESS_KEYS, other, id).is_some_and(|key| key.user.as_deref() != user);
        if taken || other != account && state.contains(&ACCESS_KEYS, other, id) {
            return Err(ServiceError::validation(format!("the access key id {id} is another's")));
        }
    }
    match state.get(&ACCESS_KEYS, account, id) {
        Some(key) if *key.secret == *declared.secret_access_key && key.active => return Ok(()),
        Some(_) => {
            state.update(&ACCESS_KEYS, account, id, |key| {
                key.secret = declared.secret_access_key.as_str().into();
                key.active = true;
            });
            return Ok(());
        }
        None => {}
    }
    let key = AccessKey {
        user: user.map(Into::into),
        secret: declared.secret_access_key.as_str().into(),
        active: true,
        created: now,
        changed: None,
        last_used: None,
    };
    state.insert(&ACCESS_KEYS, account, id.to_owned(), key);
    match user {
        Some(user) => {
            state.update(&USERS, account, user, |user| user.details.access_keys.push(id.into()));
        }
        None => root_user::change(state, account, |root| root.access_keys.push(id.into())),
    }
    Ok(())
}

/// Refuses what cannot stand in a signature.
fn refuse_bad(key: &DeclaredKey) -> Result<(), ServiceError> {
    let good = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let id = &key.access_key_id;
    if !(1..=128).contains(&id.len()) || !id.bytes().all(good) {
        let message = "an access key id has 1 to 128 letters, digits, hyphens and underscores";
        return Err(ServiceError::validation(message));
    }
    if key.secret_access_key.is_empty() {
        return Err(ServiceError::validation("a secret access key is not empty"));
    }
    Ok(())
}
