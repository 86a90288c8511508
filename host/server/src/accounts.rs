//! Accounts that come from outside: declared in the configuration, or read from a description of a real account.

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Store, Transaction};

use crate::config::Config;
use crate::core::Core;
use crate::services::Services;

/// Lets every service know the accounts that there are from the start, and make what the configuration declares.
///
/// # Errors
/// What cannot be made, and why; nothing is made then.
pub(crate) async fn bootstrap(
    services: &Services,
    store: &dyn Store,
    config: &Config,
    now: Timestamp,
) -> Result<(), ServiceError> {
    store.transact(&mut |state| complete(services, config, now, state)).await
}

/// The same for a state that is still to be taken.
///
/// # Errors
/// As [`bootstrap`].
pub(crate) fn complete(
    services: &Services,
    config: &Config,
    now: Timestamp,
    state: &mut Transaction,
) -> Result<(), ServiceError> {
    let first = std::iter::once(config.account_id).chain(config.bootstrap.accounts.iter().map(|one| one.id));
    first.for_each(|account| note(services, account, now, state));
    make(services, config, now, state)
}

/// Rebuilds accounts from what `aws iam get-account-authorization-details` says of them, all of them or none. What the
/// configuration declares is made again after that.
///
/// # Errors
/// What is wrong with a document, after its name if it has one among `names`; nothing is changed then.
pub(crate) async fn import<D: AsRef<[u8]> + Sync>(
    core: &Core,
    documents: &[D],
    names: &[String],
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
                let account = account.map_err(|error| named(error, names.get(index)))?;
                note(&core.services, account, now, state);
                accounts.push(account);
            }
            make(&core.services, &core.config, now, state)?;
            core.services.check(state).map_err(|error| ServiceError::validation(error.to_string()))
        })
        .await?;
    core.usage.forget();
    Ok(accounts)
}

fn note(services: &Services, account: AccountId, now: Timestamp, state: &mut Transaction) {
    services.iter().for_each(|service| service.plugin.note_account(account, now, state));
}

fn make(
    services: &Services,
    config: &Config,
    now: Timestamp,
    state: &mut Transaction,
) -> Result<(), ServiceError> {
    services.iter().try_for_each(|service| service.plugin.bootstrap(&config.bootstrap, now, state))
}

fn named(error: ServiceError, name: Option<&String>) -> ServiceError {
    match name {
        Some(name) => ServiceError { message: format!("{name}: {}", error.message), ..error },
        None => error,
    }
}
