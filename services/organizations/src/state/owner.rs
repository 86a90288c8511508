//! Whose the accounts are: what an account has by itself, in whatever organization it is.

use awsim_plugin::account::AccountId;
use awsim_plugin::bootstrap::Bootstrap;
use awsim_plugin::collection;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Transaction, View};
use serde::{Deserialize, Serialize};

collection! {
    /// The owner of an account.
    pub static OWNERS: Collection<(), Owner> = "organizations"/"owners" version 1;
}

/// The owner of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// The account's name.
    pub name: Box<str>,
    /// The e-mail address, by which no two accounts are known.
    pub email: Box<str>,
}

/// The owner of an account. One that nobody has described has a name and an address made of its id.
pub(crate) fn of(state: &View, account: AccountId) -> Owner {
    state.get(&OWNERS, account, &()).cloned().unwrap_or_else(|| Owner {
        name: format!("AWSim account {account}").into(),
        email: format!("{account}@awsim.example").into(),
    })
}

/// The account with this e-mail address; addresses are compared without regard to case.
pub(crate) fn with_email(state: &View, email: &str) -> Option<AccountId> {
    let described = |account: &AccountId| {
        state.get(&OWNERS, *account, &()).is_some_and(|owner| owner.email.eq_ignore_ascii_case(email))
    };
    let made_of_its_id = || {
        let id = email.get(..12)?.parse().ok()?;
        of(state, id).email.eq_ignore_ascii_case(email).then_some(id)
    };
    state.accounts(&OWNERS).find(described).or_else(made_of_its_id)
}

/// Gives the declared accounts their names and addresses.
///
/// # Errors
/// `ValidationError` for an address that is another account's.
pub(crate) fn declare(declared: &Bootstrap, state: &mut Transaction) -> Result<(), ServiceError> {
    for account in declared.accounts.iter().filter(|one| one.name.is_some() || one.email.is_some()) {
        let mut owner = of(state, account.id);
        if let Some(name) = &account.name {
            owner.name = name.as_str().into();
        }
        if let Some(email) = &account.email {
            if with_email(state, email).is_some_and(|other| other != account.id) {
                let message =
                    format!("bootstrap, account {}: {email} is another account's address", account.id);
                return Err(ServiceError::validation(message));
            }
            owner.email = email.as_str().into();
        }
        if state.get(&OWNERS, account.id, &()) != Some(&owner) {
            state.insert(&OWNERS, account.id, (), owner);
        }
    }
    Ok(())
}
