//! The output of `aws iam get-account-authorization-details`.

use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::refused;

/// Everything about an account.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
#[derive(Default)]
pub(super) struct Details {
    pub(super) user_detail_list: Vec<UserDetail>,
    pub(super) group_detail_list: Vec<GroupDetail>,
    pub(super) role_detail_list: Vec<RoleDetail>,
    pub(super) policies: Vec<PolicyDetail>,
    is_truncated: bool,
}

/// A user.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct UserDetail {
    pub(super) path: String,
    pub(super) user_name: String,
    pub(super) user_id: String,
    pub(super) arn: String,
    pub(super) create_date: Timestamp,
    #[serde(default)]
    pub(super) user_policy_list: Vec<Inline>,
    #[serde(default)]
    pub(super) group_list: Vec<String>,
    #[serde(default)]
    pub(super) attached_managed_policies: Vec<Attached>,
    pub(super) permissions_boundary: Option<Boundary>,
    #[serde(default)]
    pub(super) tags: Vec<Tag>,
}

/// A group.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct GroupDetail {
    pub(super) path: String,
    pub(super) group_name: String,
    pub(super) group_id: String,
    pub(super) arn: String,
    pub(super) create_date: Timestamp,
    #[serde(default)]
    pub(super) group_policy_list: Vec<Inline>,
    #[serde(default)]
    pub(super) attached_managed_policies: Vec<Attached>,
}

/// A role.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct RoleDetail {
    pub(super) path: String,
    pub(super) role_name: String,
    pub(super) role_id: String,
    pub(super) arn: String,
    pub(super) create_date: Timestamp,
    pub(super) assume_role_policy_document: Document,
    #[serde(default)]
    pub(super) instance_profile_list: Vec<Profile>,
    #[serde(default)]
    pub(super) role_policy_list: Vec<Inline>,
    #[serde(default)]
    pub(super) attached_managed_policies: Vec<Attached>,
    pub(super) permissions_boundary: Option<Boundary>,
    #[serde(default)]
    pub(super) tags: Vec<Tag>,
    pub(super) role_last_used: Option<LastUsed>,
}

/// When a role was last used.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct LastUsed {
    pub(super) last_used_date: Option<Timestamp>,
    pub(super) region: Option<String>,
}

/// An instance profile, as it stands with the role in it.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Profile {
    pub(super) path: String,
    pub(super) instance_profile_name: String,
    pub(super) instance_profile_id: String,
    pub(super) create_date: Timestamp,
    #[serde(default)]
    pub(super) roles: Vec<RoleInProfile>,
    #[serde(default)]
    pub(super) tags: Vec<Tag>,
}

/// A role as it stands in its instance profile.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct RoleInProfile {
    pub(super) max_session_duration: Option<i32>,
}

/// A managed policy; those of AWS stand in the list too.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct PolicyDetail {
    pub(super) policy_name: String,
    pub(super) policy_id: String,
    pub(super) arn: String,
    pub(super) path: String,
    pub(super) default_version_id: String,
    pub(super) description: Option<String>,
    pub(super) create_date: Timestamp,
    pub(super) update_date: Timestamp,
    #[serde(default)]
    pub(super) policy_version_list: Vec<Version>,
    #[serde(default)]
    pub(super) tags: Vec<Tag>,
}

/// A version of a managed policy.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Version {
    pub(super) document: Document,
    pub(super) version_id: String,
    pub(super) create_date: Timestamp,
}

/// An inline policy.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Inline {
    pub(super) policy_name: String,
    pub(super) policy_document: Document,
}

/// An attached managed policy.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Attached {
    pub(super) policy_arn: String,
}

/// A permissions boundary.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Boundary {
    pub(super) permissions_boundary_arn: String,
}

/// A tag.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Tag {
    pub(super) key: String,
    pub(super) value: String,
}

/// A policy document: an object, as the AWS CLI writes it, or percent-encoded text, as it is on the wire.
#[derive(Debug)]
pub(super) struct Document(pub(super) Arc<str>);

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let text = match serde_json::from_str::<String>(raw.get()) {
            Ok(encoded) => percent_decoded(&encoded)
                .ok_or_else(|| serde::de::Error::custom("a document is not percent-encoded UTF-8"))?,
            Err(_) => raw.get().to_owned(),
        };
        Ok(Self(text.into()))
    }
}

/// Reads a document.
///
/// # Errors
/// `ValidationError`.
pub(super) fn read(document: &[u8]) -> Result<Details, ServiceError> {
    let details: Details = serde_json::from_slice(document).map_err(|error| {
        refused(format!("this is not the output of get-account-authorization-details: {error}"))
    })?;
    if details.is_truncated {
        return Err(refused("this is one page of several; all pages are needed (the AWS CLI joins them)"));
    }
    Ok(details)
}

impl Details {
    /// The account that all of it is of.
    ///
    /// # Errors
    /// `ValidationError` if nothing tells, or not everything is of one account.
    pub(super) fn account(&self) -> Result<AccountId, ServiceError> {
        let users = self.user_detail_list.iter().map(|user| &user.arn);
        let groups = self.group_detail_list.iter().map(|group| &group.arn);
        let roles = self.role_detail_list.iter().map(|role| &role.arn);
        let policies = self.policies.iter().map(|policy| &policy.arn);
        let mut account = None;
        for arn in users.chain(groups).chain(roles).chain(policies) {
            let of = match arn.split(':').collect::<Vec<_>>()[..] {
                ["arn", _, "iam", "", "aws", _] => continue,
                ["arn", _, "iam", "", of, _] => of.parse().ok(),
                _ => None,
            };
            let of: AccountId = of.ok_or_else(|| refused(format!("{arn:?} is not an ARN of IAM")))?;
            if *account.get_or_insert(of) != of {
                return Err(refused(format!("{arn} is of another account than what stands before it")));
            }
        }
        account.ok_or_else(|| refused("nothing in this tells which account it is of"))
    }
}

/// Text with its percent sequences decoded; none if that is not UTF-8.
fn percent_decoded(text: &str) -> Option<String> {
    if text.trim_start().starts_with('{') {
        return Some(text.to_owned());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first == b'%' {
            let (pair, tail) = tail.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?);
            rest = tail;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok()
}
