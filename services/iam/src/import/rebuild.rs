//! Making the records of an account out of what was read.

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::Transaction;
use awsim_policy::validate::{PolicyKind, Strictness, validate};

use super::document::{
    Attached, Boundary, Details, Document, GroupDetail, Inline, PolicyDetail, Profile, RoleDetail, Tag,
    UserDetail,
};
use super::refused;
use crate::generated;
use crate::names::{self, Path};
use crate::policy_ref::PolicyRef;
use crate::replace;
use crate::state::{
    ACCESS_KEYS, CUSTOMER_POLICIES, CustomerPolicy, GROUPS, Group, HeldPolicies, INSTANCE_PROFILES,
    InlinePolicy, InstanceProfile, LAST_ACCESSES, MEMBERS, MFA_DEVICES, MfaDevice, POLICY_HOLDERS,
    POLICY_USAGE, PolicyVersion, RENAMED_USERS, ROLES, ROOT, Resource, Role, RoleDetails, RoleUse, USERS,
    User, UserDetails, membership,
};
use crate::tags::Tags;

/// The longest session of a role of which nothing tells it, in seconds: a shorter one would refuse what the real account
/// permits.
const MAX_SESSION_DURATION: i32 = 43_200;

/// Puts everything into the account, in the place of what is there.
pub(super) fn rebuild(
    details: Details,
    account: AccountId,
    state: &mut Transaction,
) -> Result<(), ServiceError> {
    empty(state, account);
    for policy in details.policies {
        add_policy(state, account, policy)?;
    }
    for group in details.group_detail_list {
        add_group(state, account, group)?;
    }
    for user in details.user_detail_list {
        add_user(state, account, user)?;
    }
    for role in details.role_detail_list {
        add_role(state, account, role)?;
    }
    Ok(())
}

/// Removes the identities of an account, with what belongs to its users and what they did. Their MFA devices, of which
/// the document does not tell, are nobody's then.
fn empty(state: &mut Transaction, account: AccountId) {
    let is_of_user = |device: &MfaDevice| device.assignment.as_ref().is_some_and(|one| one.user.is_some());
    let devices = state.iter(&MFA_DEVICES, account).filter(|(_, device)| is_of_user(device));
    for key in devices.map(|(key, _)| key.clone()).collect::<Vec<_>>() {
        state.update(&MFA_DEVICES, account, key.as_str(), |device| device.assignment = None);
    }
    state.retain(&LAST_ACCESSES, account, |(principal, _), _| principal == ROOT);
    state.retain(&ACCESS_KEYS, account, |_, key| key.user.is_none());
    state.clear(&USERS, account);
    state.clear(&GROUPS, account);
    state.clear(&ROLES, account);
    state.clear(&CUSTOMER_POLICIES, account);
    state.clear(&INSTANCE_PROFILES, account);
    state.clear(&MEMBERS, account);
    state.clear(&POLICY_USAGE, account);
    state.clear(&POLICY_HOLDERS, account);
    state.clear(&RENAMED_USERS, account);
}

fn add_policy(state: &mut Transaction, account: AccountId, policy: PolicyDetail) -> Result<(), ServiceError> {
    if policy.arn.split(':').nth(4) == Some("aws") {
        return Ok(());
    }
    let name = policy.policy_name;
    refuse_second::<CustomerPolicy>(state, account, &name)?;
    let mut versions = Vec::new();
    for version in policy.policy_version_list {
        versions.push(PolicyVersion {
            number: number(&version.version_id, &name)?,
            created: version.create_date,
            document: checked(PolicyKind::Identity, version.document, &name)?.0,
        });
    }
    versions.sort_unstable_by_key(|version| version.number);
    let default_version = number(&policy.default_version_id, &name)?;
    let last = versions.last().filter(|_| versions.iter().any(|version| version.number == default_version));
    let last_version =
        last.ok_or_else(|| refused(format!("the policy {name} lacks its default version")))?.number;
    let record = CustomerPolicy {
        id: policy.policy_id.into(),
        path: Path::from(policy.path),
        created: policy.create_date,
        updated: policy.update_date,
        description: policy.description.map(Into::into),
        default_version,
        last_version,
        versions,
        tags: tags::<CustomerPolicy>(policy.tags, &name)?,
        name: name.into(),
    };
    record.insert(state, account);
    Ok(())
}

fn add_group(state: &mut Transaction, account: AccountId, group: GroupDetail) -> Result<(), ServiceError> {
    refuse_second::<Group>(state, account, &group.group_name)?;
    let attached = group.attached_managed_policies;
    let policies = held(state, account, group.group_policy_list, attached, &group.group_name)?;
    let record = Group {
        name: group.group_name.into(),
        id: group.group_id.into(),
        path: Path::from(group.path),
        created: group.create_date,
        policies,
    };
    replace::identity(state, account, record);
    Ok(())
}

fn add_user(state: &mut Transaction, account: AccountId, user: UserDetail) -> Result<(), ServiceError> {
    let name = user.user_name;
    refuse_second::<User>(state, account, &name)?;
    let policies = held(state, account, user.user_policy_list, user.attached_managed_policies, &name)?;
    let details = UserDetails {
        tags: tags::<User>(user.tags, &name)?,
        boundary: boundary(state, account, user.permissions_boundary, &name)?,
        policies,
        ..UserDetails::default()
    };
    let record = User {
        name: name.as_str().into(),
        id: user.user_id.into(),
        path: Path::from(user.path),
        created: user.create_date,
        details: details.into(),
    };
    replace::identity(state, account, record);
    for group in user.group_list {
        if Group::get(state, account, &group).is_none() {
            return Err(refused(format!("the user {name} is in the group {group}, which is missing")));
        }
        membership::add(state, account, &names::key(&group), &names::key(&name));
    }
    Ok(())
}

fn add_role(state: &mut Transaction, account: AccountId, role: RoleDetail) -> Result<(), ServiceError> {
    let name = role.role_name;
    refuse_second::<Role>(state, account, &name)?;
    let policies = held(state, account, role.role_policy_list, role.attached_managed_policies, &name)?;
    let last_used = role.role_last_used.and_then(|used| {
        Some(RoleUse { at: used.last_used_date?, region: used.region.unwrap_or_default().into() })
    });
    // Only the roles in instance profiles stand there with it.
    let mut in_profiles = role.instance_profile_list.iter().flat_map(|profile| &profile.roles);
    let max_session_duration = in_profiles.find_map(|role| role.max_session_duration);
    let mut profiles: Vec<Box<str>> = Vec::new();
    for profile in role.instance_profile_list {
        profiles.push(add_profile(state, account, profile, &names::key(&name))?);
    }
    profiles.sort_unstable();
    let details = RoleDetails {
        tags: tags::<Role>(role.tags, &name)?,
        boundary: boundary(state, account, role.permissions_boundary, &name)?,
        policies,
        instance_profiles: profiles,
        last_used,
        ..RoleDetails::default()
    };
    let trust_policy = checked(PolicyKind::Trust, role.assume_role_policy_document, &name)?.0;
    let record = Role {
        name: name.into(),
        id: role.role_id.into(),
        path: Path::from(role.path),
        created: role.create_date,
        trust_policy,
        max_session_duration: max_session_duration.unwrap_or(MAX_SESSION_DURATION),
        description: None,
        details: details.into(),
    };
    replace::identity(state, account, record);
    Ok(())
}

/// Adds an instance profile with the role of this key, and returns its own key.
fn add_profile(
    state: &mut Transaction,
    account: AccountId,
    profile: Profile,
    role: &str,
) -> Result<Box<str>, ServiceError> {
    let name = profile.instance_profile_name;
    refuse_second::<InstanceProfile>(state, account, &name)?;
    let key = names::key(&name);
    let record = InstanceProfile {
        id: profile.instance_profile_id.into(),
        path: Path::from(profile.path),
        created: profile.create_date,
        role: Some(role.into()),
        tags: tags::<InstanceProfile>(profile.tags, &name)?,
        name: name.into(),
    };
    record.insert(state, account);
    Ok(key.into())
}

fn refuse_second<R: Resource>(
    state: &Transaction,
    account: AccountId,
    name: &str,
) -> Result<(), ServiceError> {
    if name.is_empty() || name.contains(['\t', '/']) {
        return Err(refused(format!("{name:?} is not a name")));
    }
    match R::get(state, account, name) {
        None => Ok(()),
        Some(_) => Err(refused(format!("{} {name} stands in it twice", R::ARN_TYPE))),
    }
}

/// The policies of an identity.
fn held(
    state: &Transaction,
    account: AccountId,
    inline: Vec<Inline>,
    attached: Vec<Attached>,
    owner: &str,
) -> Result<HeldPolicies, ServiceError> {
    let mut policies = HeldPolicies::NONE;
    for policy in attached {
        policies.attached.push(known(state, account, policy.policy_arn, owner)?);
    }
    for policy in inline {
        let document = checked(PolicyKind::Identity, policy.policy_document, owner)?.0;
        policies.inline.push(InlinePolicy { name: policy.policy_name.into(), document });
    }
    policies.inline.sort_unstable_by(|one, other| one.name.cmp(&other.name));
    Ok(policies)
}

fn boundary(
    state: &Transaction,
    account: AccountId,
    boundary: Option<Boundary>,
    owner: &str,
) -> Result<Option<Box<str>>, ServiceError> {
    boundary.map(|boundary| known(state, account, boundary.permissions_boundary_arn, owner)).transpose()
}

/// The ARN of a policy that is there.
fn known(
    state: &Transaction,
    account: AccountId,
    arn: String,
    owner: &str,
) -> Result<Box<str>, ServiceError> {
    match PolicyRef::find(state, account, &arn)? {
        Some(_) => Ok(arn.into()),
        None => Err(refused(format!("{owner} has the policy {arn}, which is missing"))),
    }
}

/// A document that AWS has accepted once.
fn checked(kind: PolicyKind, document: Document, owner: &str) -> Result<Document, ServiceError> {
    match validate(kind, Strictness::Stored, &document.0) {
        Ok(_) => Ok(document),
        Err(error) => Err(refused(format!("a document of {owner} is no policy: {error}"))),
    }
}

fn tags<R: Resource>(tags: Vec<Tag>, owner: &str) -> Result<Tags, ServiceError> {
    // Tags that AWS itself gave are not for requests to give.
    let tags = tags.into_iter().filter(|tag| !tag.key.starts_with("aws:"));
    let tags = tags.map(|tag| generated::Tag { key: tag.key, value: tag.value }).collect();
    Tags::of_request::<R>(Some(tags)).map_err(|error| refused(format!("{owner}: {}", error.message)))
}

/// The number of a version: 1 for `v1`.
fn number(version_id: &str, policy: &str) -> Result<u32, ServiceError> {
    let number = version_id.strip_prefix('v').and_then(|number| number.parse().ok());
    number.ok_or_else(|| refused(format!("the policy {policy} has a version {version_id:?}")))
}
