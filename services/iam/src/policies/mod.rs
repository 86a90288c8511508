//! Managed policies: AWS's own and the account's.
//!
//! Both are known by their ARNs ([`PolicyRef`](crate::policy_ref::PolicyRef)). AWS's cannot be changed; how often this
//! account uses them is counted like the use of its own.

mod create;
mod delete;
mod describe;
mod entities;
mod get;
mod list;
mod lookup;
mod tags;
#[cfg(test)]
mod tests;
mod versions;

pub(crate) use lookup::{check, refuse_other_arns};
pub(crate) use versions::versions_with_documents;
