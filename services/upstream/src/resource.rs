//! What is kept of the resources of services that run elsewhere.
//!
//! It is learned from the calls that set it, and asked for where it is not known. While such a call is under way what is
//! known counts as doubtful: should AWSim not hear how it went, the upstream is asked again.

use std::collections::BTreeMap;
use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::store::{Collection, Transaction, View};
use serde::{Deserialize, Serialize};

/// What is known of a resource.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Resource {
    /// Its policy, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) policy: Option<Arc<str>>,
    /// Its tags.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) tags: BTreeMap<String, String>,
    /// What else authorization asks for, under names of the service's own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) facts: BTreeMap<String, String>,
    /// Whether a change is under way whose outcome is not known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) doubtful: bool,
}

impl Resource {
    /// A fact.
    pub(crate) fn fact(&self, name: &str) -> Option<&str> {
        self.facts.get(name).map(String::as_str)
    }

    /// The same resource with a policy; an empty one is none.
    pub(crate) fn set_policy(&mut self, policy: Option<String>) {
        self.policy = policy.filter(|policy| !policy.is_empty()).map(Into::into);
    }
}

/// The account in an ARN.
pub(crate) fn account(arn: &str) -> Option<AccountId> {
    arn.split(':').nth(4)?.parse().ok()
}

/// Whose a resource is: the account in its ARN or, where ARNs have none (those of buckets), the account under which it is
/// kept.
pub(crate) fn owner(
    state: &View,
    resources: &'static Collection<String, Resource>,
    arn: &str,
) -> Option<AccountId> {
    account(arn)
        .or_else(|| state.accounts(resources).find(|account| state.contains(resources, *account, arn)))
}

/// What is known of the resource with this ARN.
pub(crate) fn find<'v>(
    state: &'v View,
    resources: &'static Collection<String, Resource>,
    arn: &str,
) -> Option<&'v Resource> {
    state.get(resources, owner(state, resources, arn)?, arn)
}

/// What is known of the resources of a service, to be changed.
pub(crate) struct Facts<'t> {
    pub(crate) state: &'t mut Transaction,
    pub(crate) resources: &'static Collection<String, Resource>,
    /// Whose a resource is that is not known yet, and whose ARN does not tell.
    pub(crate) newcomers: AccountId,
}

impl Facts<'_> {
    /// Whose a resource is, if that is known.
    pub(crate) fn owner(&self, arn: &str) -> Option<AccountId> {
        owner(self.state, self.resources, arn)
    }

    /// What is known of a resource.
    pub(crate) fn find(&self, arn: &str) -> Option<&Resource> {
        find(self.state, self.resources, arn)
    }

    /// Keeps what is known of a resource.
    pub(crate) fn put(&mut self, arn: &str, resource: Resource) {
        let account = self.owner(arn).unwrap_or(self.newcomers);
        self.state.insert(self.resources, account, arn.to_owned(), resource);
    }

    /// Changes what is known of a resource, if it is known.
    pub(crate) fn change(&mut self, arn: &str, change: impl FnOnce(&mut Resource)) {
        let Some(account) = self.owner(arn) else { return };
        self.state.update(self.resources, account, arn, |resource| {
            change(resource);
            resource.doubtful = false;
        });
    }

    /// Lets what is known of a resource be doubtful until it is learned anew.
    pub(crate) fn doubt(&mut self, arn: &str) {
        let Some(account) = self.owner(arn) else { return };
        self.state.update(self.resources, account, arn, |resource| resource.doubtful = true);
    }

    /// Forgets a resource.
    pub(crate) fn remove(&mut self, arn: &str) {
        if let Some(account) = self.owner(arn) {
            self.state.remove(self.resources, account, &arn.to_owned());
        }
    }

    /// Adds tags to a resource.
    pub(crate) fn tag(&mut self, arn: &str, tags: Vec<(String, String)>) {
        self.change(arn, |resource| resource.tags.extend(tags));
    }

    /// Takes tags off a resource.
    pub(crate) fn untag(&mut self, arn: &str, keys: &[String]) {
        self.change(arn, |resource| resource.tags.retain(|key, _| !keys.contains(key)));
    }
}
