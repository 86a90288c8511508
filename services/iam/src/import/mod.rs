//! Rebuilding a real account: what `aws iam get-account-authorization-details` says of it becomes its state here, with
//! its ids and dates, so that its policies can be exercised without it.
//!
//! A file is read and checked as a whole before anything is changed ([`document`]); then the users, groups, roles,
//! policies and instance profiles of the account are those of the file and no others ([`rebuild`]).

mod document;
mod rebuild;

#[cfg(test)]
mod tests;

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::Transaction;

use crate::arn::PARTITION;
use crate::state::ROLES;
use crate::trusted;

/// Rebuilds the account that a document describes.
///
/// # Errors
/// `ValidationError` with what is wrong with the document.
pub(crate) fn account(document: &[u8], state: &mut Transaction) -> Result<AccountId, ServiceError> {
    let details = document::read(document)?;
    let account = details.account()?;
    rebuild::rebuild(details, account, state)?;
    // Whom a role trusts, of this account or of another, may have come after it.
    for account in state.accounts(&ROLES).collect::<Vec<_>>() {
        trusted::bind(state, PARTITION, account);
    }
    Ok(account)
}

/// A document that is refused.
fn refused(reason: impl std::fmt::Display) -> ServiceError {
    ServiceError::validation(reason.to_string())
}
