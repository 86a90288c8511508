//! The account as a whole.

mod alias;
mod authorization_details;
mod credential_report;
pub(crate) mod password_policy;
pub(crate) mod properties;
mod summary;
mod token_version;

#[cfg(test)]
mod tests;
