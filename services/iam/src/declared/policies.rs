//! Managed policies.

use awsim_plugin::account::AccountId;
use awsim_plugin::bootstrap::DeclaredPolicy;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;
use awsim_policy::PolicyKind;

use super::{refuse_bad_name, refuse_bad_path, tags};
use crate::names::Path;
use crate::policy_document::PolicyText;
use crate::state::{CustomerPolicy, PolicyVersion, Resource};
use crate::tags::Tags;
use crate::unique_id;

/// The most versions that a policy has.
const VERSIONS: usize = 5;

/// Makes a policy, or gives it a new version if its document is another.
pub(super) fn make(
    state: &mut Transaction,
    account: AccountId,
    declared: &DeclaredPolicy,
    now: Timestamp,
) -> Result<(), ServiceError> {
    refuse_bad_name(&declared.name)?;
    refuse_bad_path(&declared.path)?;
    let document = PolicyText::parse(PolicyKind::Identity, &declared.document)?.into_text();
    let version = |number| PolicyVersion { number, created: now, document: document.clone() };
    let present = CustomerPolicy::get(state, account, &declared.name).cloned();
    let mut policy = match present.clone() {
        Some(policy) if policy.path.as_str() != declared.path => {
            return Err(ServiceError::validation(format!(
                "the policy has the path {}, and a path never changes",
                policy.path
            )));
        }
        Some(policy) => policy,
        None => CustomerPolicy {
            name: declared.name.as_str().into(),
            id: unique_id::new(unique_id::MANAGED_POLICY, account)?,
            path: Path::from(declared.path.clone()),
            created: now,
            updated: now,
            description: declared.description.as_deref().map(Into::into),
            default_version: 1,
            last_version: 1,
            versions: vec![version(1)],
            tags: Tags::NONE,
        },
    };
    policy.tags = tags::<CustomerPolicy>(&policy.tags, declared.tags.as_ref())?;
    if policy.default_document() != Some(&document) {
        policy.last_version += 1;
        policy.default_version = policy.last_version;
        policy.updated = now;
        policy.versions.push(version(policy.last_version));
        let surplus = policy.versions.len().saturating_sub(VERSIONS);
        policy.versions.drain(..surplus);
    }
    if present.as_ref() != Some(&policy) {
        policy.insert(state, account);
    }
    Ok(())
}
