//! Users, groups and roles.

use awsim_plugin::account::AccountId;
use awsim_plugin::bootstrap::{DeclaredGroup, DeclaredRole, DeclaredUser};
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;
use awsim_policy::PolicyKind;

use super::{access_keys, held, known, refuse_bad_name, refuse_bad_path, tags};
use crate::arn::PARTITION;
use crate::names::{self, Path};
use crate::policy_document::PolicyText;
use crate::roles::SESSION_DURATIONS;
use crate::state::{Group, HeldPolicies, Resource, Role, RoleDetails, User, UserDetails, membership};
use crate::{replace, trusted, unique_id};

/// The longest session of a role of which nothing is said, in seconds.
const MAX_SESSION_DURATION: i32 = 3600;

/// Makes or changes a group.
pub(super) fn make_group(
    state: &mut Transaction,
    account: AccountId,
    declared: &DeclaredGroup,
    now: Timestamp,
) -> Result<(), ServiceError> {
    refuse_bad_name(&declared.name)?;
    refuse_bad_path(&declared.path)?;
    let mut group = match Group::get(state, account, &declared.name) {
        Some(group) => group.clone(),
        None => Group {
            name: declared.name.as_str().into(),
            id: unique_id::new(unique_id::GROUP, account)?,
            path: Path::ROOT,
            created: now,
            policies: HeldPolicies::NONE,
        },
    };
    group.path = Path::from(declared.path.clone());
    group.policies = held(state, account, &group.policies, &declared.policies)?;
    replace::identity(state, account, group);
    Ok(())
}

/// Makes or changes a role.
pub(super) fn make_role(
    state: &mut Transaction,
    account: AccountId,
    declared: &DeclaredRole,
    now: Timestamp,
) -> Result<(), ServiceError> {
    refuse_bad_name(&declared.name)?;
    refuse_bad_path(&declared.path)?;
    let trust_policy = PolicyText::parse(PolicyKind::Trust, &declared.trust_policy)?.into_text();
    let trust = trusted::bound(state, PARTITION, &trust_policy);
    let mut role = match Role::get(state, account, &declared.name) {
        Some(role) => role.clone(),
        None => Role {
            name: declared.name.as_str().into(),
            id: unique_id::new(unique_id::ROLE, account)?,
            path: Path::ROOT,
            created: now,
            trust_policy,
            max_session_duration: MAX_SESSION_DURATION,
            description: None,
            details: RoleDetails::default().into(),
        },
    };
    role.path = Path::from(declared.path.clone());
    role.trust_policy = trust.text;
    role.max_session_duration = declared.max_session_duration.unwrap_or(role.max_session_duration);
    if !SESSION_DURATIONS.contains(&role.max_session_duration) {
        return Err(ServiceError::validation("max_session_duration is 3600 to 43200 seconds"));
    }
    if let Some(description) = &declared.description {
        role.description = Some(description.as_str().into());
    }
    let mut details = (*role.details).clone();
    details.trusted = trust.principals;
    details.tags = tags::<Role>(&details.tags, declared.tags.as_ref())?;
    details.policies = held(state, account, &details.policies, &declared.policies)?;
    if let Some(arn) = &declared.permissions_boundary {
        known(state, account, arn)?;
        details.boundary = Some(arn.as_str().into());
    }
    role.details = details.into();
    replace::identity(state, account, role);
    Ok(())
}

/// Makes or changes a user with its groups and access keys.
pub(super) fn make_user(
    state: &mut Transaction,
    account: AccountId,
    declared: &DeclaredUser,
    now: Timestamp,
) -> Result<(), ServiceError> {
    refuse_bad_name(&declared.name)?;
    refuse_bad_path(&declared.path)?;
    let mut user = match User::get(state, account, &declared.name) {
        Some(user) => user.clone(),
        None => User {
            name: declared.name.as_str().into(),
            id: unique_id::new(unique_id::USER, account)?,
            path: Path::ROOT,
            created: now,
            details: UserDetails::default().into(),
        },
    };
    user.path = Path::from(declared.path.clone());
    let mut details = (*user.details).clone();
    details.tags = tags::<User>(&details.tags, declared.tags.as_ref())?;
    details.policies = held(state, account, &details.policies, &declared.policies)?;
    if let Some(arn) = &declared.permissions_boundary {
        known(state, account, arn)?;
        details.boundary = Some(arn.as_str().into());
    }
    let present = details.groups.clone();
    user.details = details.into();
    replace::identity(state, account, user);
    let key = names::key(&declared.name);
    if let Some(groups) = &declared.groups {
        let groups = groups
            .iter()
            .map(|name| Group::find(state, account, name).map(|group| names::key(&group.name)))
            .collect::<Result<Vec<_>, _>>()?;
        for group in present.iter().filter(|group| !groups.iter().any(|wanted| **wanted == ***group)) {
            membership::remove(state, account, group, &key);
        }
        for group in groups.iter().filter(|group| !present.iter().any(|had| **had == ***group)) {
            membership::add(state, account, group, &key);
        }
    }
    declared
        .access_keys
        .iter()
        .try_for_each(|declared| access_keys::make(state, account, Some(&key), declared, now))
}
