//! Users and roles that a trust policy names.

use awsim_plugin::account::AccountId;
use awsim_plugin::store::View;
use serde::{Deserialize, Serialize};

use super::renamed::user_by_id;
use super::{Identity, IdentityKind, Resource, Role, User};
use crate::arn;

/// A user or role that a trust policy names by its unique id, and where it is found: users can be renamed, which
/// [`user_by_id`] knows of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustedPrincipal {
    /// The unique id, `AIDA…` or `AROA…`.
    pub id: Box<str>,
    /// The account that it belongs to.
    pub account: AccountId,
    /// Its name when the policy was written.
    pub name: Box<str>,
}

impl TrustedPrincipal {
    /// The user or role that now has this ARN's path and name, if there is one.
    pub(crate) fn named(
        state: &View,
        partition: &str,
        account: AccountId,
        kind: IdentityKind,
        arn: &str,
    ) -> Option<Self> {
        let name = arn.rsplit('/').next()?;
        match kind {
            IdentityKind::User => Self::exactly(User::get(state, account, name)?, partition, account, arn),
            IdentityKind::Role => Self::exactly(Role::get(state, account, name)?, partition, account, arn),
            IdentityKind::Group => None,
        }
    }

    fn exactly(identity: &impl Identity, partition: &str, account: AccountId, arn: &str) -> Option<Self> {
        let same = arn::of_resource(partition, account, identity) == arn;
        same.then(|| Self::new(identity, account))
    }

    /// The one that is to be remembered for this user or role.
    pub(crate) fn new(identity: &impl Identity, account: AccountId) -> Self {
        Self { id: identity.id().into(), account, name: identity.name().into() }
    }

    /// Its present ARN; none if it is gone, even if another has its name now.
    pub(crate) fn arn(&self, state: &View, partition: &str) -> Option<String> {
        if let Some(user) = user_by_id(state, self.account, &self.id, &self.name) {
            return Some(arn::of_resource(partition, self.account, user));
        }
        let role = Role::get(state, self.account, &self.name).filter(|role| role.id == self.id)?;
        Some(arn::of_resource(partition, self.account, role))
    }
}
