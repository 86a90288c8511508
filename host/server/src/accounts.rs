//! Accounts that come from outside: declared in the configuration, or read from a description of a real account.

use awsim_plugin::account::AccountId;
use awsim_plugin::bootstrap::Bootstrap;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Store, Transaction};

use crate::core::Core;
use crate::services::Services;

/// Lets every service make what the configuration declares.
///
/// # Errors
/// What cannot be made, and why; nothing is made then.
pub(crate) async fn bootstrap(
    services: &Services,
    store: &dyn Store,
    declared: &Bootstrap,
    now: Timestamp,
) -> Result<(), ServiceError> {
    store.transact(&mut |state| make(services, declared, now, state)).await
}

/// Rebuilds accounts from what `aws iam get-account-authorization-details` says of them, all of them or none. What the
/// configuration declares is made again after that.
///
/// # Errors
/// What is wrong with a document, with its number if there are several; nothing is changed then.
pub(crate) async fn import<D: AsRef<[u8]> + Sync>(
    core: &Core,
    documents: &[D],
) -> Result<Vec<AccountId>, ServiceError> {
    let directories = || core.services.iter().find_map(|service| service.plugin.identity_directory());
    let now = core.clock.now();
    let mut accounts = Vec::new();
    core.store
        .transact(&mut |state| {
            let directory = directories()
                .ok_or_else(|| ServiceError::validation("there is no service that keeps identities"))?;
            for (index, document) in documents.iter().enumerate() {
                let account = directory.import_account(state, document.as_ref());
                accounts.push(account.map_err(|error| numbered(error, index, documents.len()))?);
            }
            make(&core.services, &core.config.bootstrap, now, state)?;
            core.services.check(state).map_err(|error| ServiceError::validation(error.to_string()))
        })
        .await?;
    Ok(accounts)
}

fn make(
    services: &Services,
    declared: &Bootstrap,
    now: Timestamp,
    state: &mut Transaction,
) -> Result<(), ServiceError> {
    services.iter().try_for_each(|service| service.plugin.bootstrap(declared, now, state))
}

fn numbered(error: ServiceError, index: usize, count: usize) -> ServiceError {
    if count == 1 {
        return error;
    }
    ServiceError { message: format!("document {}: {}", index + 1, error.message), ..error }
}
