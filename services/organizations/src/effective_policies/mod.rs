//! Management policies in effect: what an account gets from all policies of a type above and at it.

mod describe;
mod errors_of_account;
mod invalid_accounts;
mod merge;
mod node;
mod problems;

#[cfg(test)]
mod tests;

pub(crate) use node::Node;

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::{Enumeration, Timestamp};
use awsim_plugin::store::View;

use self::merge::Effective;
use crate::attachments;
use crate::errors;
use crate::generated::{EffectivePolicyType, PolicyType};
use crate::seat::Seat;
use crate::state::{ATTACHED, tree};

/// The policies of a type in effect on an account.
struct Found {
    effective: Effective,
    /// The ids of the policies that it is made of.
    policies: Vec<String>,
    /// When any of that last changed.
    changed: Timestamp,
}

/// The policy type of this name.
fn policy_type(kind: EffectivePolicyType) -> Result<PolicyType, ServiceError> {
    PolicyType::from_text(kind.as_str()).ok_or_else(errors::no_effective_policy)
}

/// What is in effect on an account.
///
/// # Errors
/// `EffectivePolicyNotFoundException` if the type is not enabled, or there is no policy of it above or at the account.
fn find(state: &View, seat: &Seat, account: &str, kind: PolicyType) -> Result<Found, ServiceError> {
    if !seat.record(state)?.has_enabled(kind) {
        return Err(errors::no_effective_policy());
    }
    let mut levels = Vec::new();
    let mut found =
        Found { effective: Effective::default(), policies: Vec::new(), changed: Timestamp::default() };
    for target in tree::way_to(state, seat.management, &seat.root, account) {
        let changed = state.get(&ATTACHED, seat.management, &*target).map(|attached| attached.changed);
        found.changed = found.changed.max(changed.unwrap_or_default());
        let mut level = Vec::new();
        for (id, policy) in attachments::of_type(state, seat, &target, kind) {
            found.policies.push(id.to_owned());
            level.extend(Node::parse(&policy.content()));
        }
        levels.push(level);
    }
    if found.policies.is_empty() {
        return Err(errors::no_effective_policy());
    }
    found.effective = Effective::of(levels.iter().map(|level| level.iter().collect()));
    Ok(found)
}

/// Merges whatever texts, each at a level of its own.
#[cfg(feature = "fuzzing")]
#[allow(clippy::expect_used, reason = "a fuzz target says so where something is wrong")]
pub(crate) fn merge_anything<'t>(texts: impl Iterator<Item = &'t str>) {
    let nodes: Vec<Node> = texts.filter_map(|text| Node::parse(text).ok()).collect();
    let written = |effective: &Effective| serde_json::to_string(effective).expect("settings can be written");
    let effective = Effective::of(nodes.iter().map(|node| vec![node]));
    let nothing = Node::default();
    let levels = nodes.iter().chain([&nothing]).map(|node| vec![node]);
    assert_eq!(
        written(&Effective::of(levels)),
        written(&effective),
        "a policy that says nothing changes nothing"
    );
}
