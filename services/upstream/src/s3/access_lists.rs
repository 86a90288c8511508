//! Access control lists ("Access control list (ACL) overview" in the S3 User Guide), as far as they grant to the public.
//!
//! What they grant to the owner, the owner has anyway. Accounts are named in them by canonical user ids, which only the
//! upstream gives, and gives to all accounts alike: grants to them do not count here.

use std::collections::BTreeMap;

use awsim_plugin::upstream::Input;

use crate::statement::{Principal, Statement, Values};

/// The groups that are the public, by the ends of their URIs.
const GROUPS: [&str; 2] = ["AllUsers", "AuthenticatedUsers"];

/// What the URIs of the groups begin with.
const GROUP: &str = "http://acs.amazonaws.com/groups/global/";

/// The headers that grant, by their members, and what they grant.
const HEADERS: [(&str, &str); 5] = [
    ("GrantFullControl", "FULL_CONTROL"),
    ("GrantRead", "READ"),
    ("GrantReadACP", "READ_ACP"),
    ("GrantWrite", "WRITE"),
    ("GrantWriteACP", "WRITE_ACP"),
];

/// A permission and what it allows on a bucket and on an object.
type Permission = (&'static str, &'static [&'static str], &'static [&'static str]);

/// "Mapping of ACL permissions and access policy permissions" in the S3 User Guide.
const PERMISSIONS: [Permission; 4] = [
    (
        "READ",
        &["ListBucket", "ListBucketVersions", "ListBucketMultipartUploads"],
        &["GetObject", "GetObjectVersion"],
    ),
    ("WRITE", &["PutObject"], &[]),
    ("READ_ACP", &["GetBucketAcl"], &["GetObjectAcl", "GetObjectVersionAcl"]),
    ("WRITE_ACP", &["PutBucketAcl"], &["PutObjectAcl", "PutObjectVersionAcl"]),
];

/// A permission that the public has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grant {
    group: &'static str,
    permission: &'static str,
}

impl Grant {
    fn new(group: &str, permission: &str) -> Option<Self> {
        let group = GROUPS.into_iter().find(|known| *known == group)?;
        let permission = HEADERS.into_iter().find(|(_, known)| *known == permission)?.1;
        Some(Self { group, permission })
    }

    /// The statement that it amounts to on a bucket.
    pub(super) fn on_bucket(&self, arn: &str) -> Statement {
        let resource = vec![arn.to_owned(), format!("{arn}/*")];
        self.statement(resource, |(_, on_bucket, _)| on_bucket)
    }

    /// The statement that it amounts to on an object.
    pub(super) fn on_object(&self, arn: &str) -> Statement {
        // The characters that a pattern would take for others.
        let literal = arn.replace('$', "${$}").replace('*', "${*}").replace('?', "${?}");
        self.statement(vec![literal], |(_, _, on_object)| on_object)
    }

    fn statement(
        &self,
        resource: Vec<String>,
        allowed: fn(Permission) -> &'static [&'static str],
    ) -> Statement {
        let permissions = PERMISSIONS
            .into_iter()
            .filter(|(name, ..)| self.permission == "FULL_CONTROL" || self.permission == *name);
        let action = permissions.flat_map(allowed).map(|action| format!("s3:{action}")).collect();
        let mut condition = BTreeMap::new();
        if self.group == "AuthenticatedUsers" {
            let has_account = ("aws:PrincipalAccount".to_owned(), Values::One("false".to_owned()));
            condition.insert("Null", BTreeMap::from([has_account]));
        }
        Statement {
            sid: format!("{} {}", self.group, self.permission),
            effect: "Allow",
            principal: Principal::EVERYBODY,
            action,
            resource,
            condition,
        }
    }
}

/// Whether the access control list of an object may grant an action.
pub(super) fn may_grant_on_object(action: &str) -> bool {
    PERMISSIONS.iter().any(|(_, _, on_object)| on_object.contains(&action))
}

/// Whether a request sets an access control list besides what else it does.
pub(super) fn is_given(input: &dyn Input) -> bool {
    input.string("ACL").is_some() || HEADERS.iter().any(|(member, _)| input.member(member).is_some())
}

/// What a request grants to the public: by a canned list, by headers or in its body.
pub(super) fn granted(input: &dyn Input) -> Vec<Grant> {
    let canned = input.string("ACL");
    let canned: &[(&str, &str)] = match canned.as_deref() {
        Some("public-read") => &[("AllUsers", "READ")],
        Some("public-read-write") => &[("AllUsers", "READ"), ("AllUsers", "WRITE")],
        Some("authenticated-read") => &[("AuthenticatedUsers", "READ")],
        _ => &[],
    };
    let mut grants: Vec<Grant> =
        canned.iter().filter_map(|(group, permission)| Grant::new(group, permission)).collect();
    for (member, permission) in HEADERS {
        let grantees = input.string(member).unwrap_or_default();
        let groups =
            GROUPS.into_iter().filter(|group| grantees.split(GROUP).skip(1).any(|rest| names(rest, group)));
        grants.extend(groups.filter_map(|group| Grant::new(group, permission)));
    }
    if let Some(policy) = input.member("AccessControlPolicy") {
        grants.extend(listed(&*policy));
    }
    grants
}

/// Whether a text begins with the name of a group, as a whole.
fn names(rest: &str, group: &str) -> bool {
    rest.strip_prefix(group).is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_alphanumeric()))
}

/// What an access control list grants to the public.
pub(super) fn listed(policy: &dyn Input) -> Vec<Grant> {
    let Some(list) = policy.member("AccessControlList") else { return Vec::new() };
    let grants = list.elements();
    let grants = grants.iter().filter_map(|grant| {
        let uri = grant.member("Grantee")?.string("URI")?;
        Grant::new(uri.trim().strip_prefix(GROUP)?, grant.string("Permission")?.trim())
    });
    grants.collect()
}

/// Whether a request asks for nothing but what every owner of a bucket has: the only access control list that a bucket
/// takes whose owner owns everything.
pub(super) fn is_of_owner(input: &dyn Input) -> bool {
    let by_header = HEADERS.iter().any(|(member, _)| input.member(member).is_some());
    let body = input.member("AccessControlPolicy");
    let body = body.as_deref().and_then(|policy| policy.member("AccessControlList"));
    let grants = body.as_deref().map(Input::elements).unwrap_or_default();
    let canned = input.string("ACL");
    match canned.as_deref() {
        Some(canned) => canned == "bucket-owner-full-control" && !by_header,
        None if by_header => false,
        None => {
            let [only] = &grants[..] else { return false };
            let has_id = only.member("Grantee").is_some_and(|grantee| grantee.string("ID").is_some());
            has_id && only.string("Permission").as_deref() == Some("FULL_CONTROL")
        }
    }
}

/// Grants as they are kept: `AllUsers READ,AuthenticatedUsers WRITE`.
pub(super) fn written(grants: &[Grant]) -> String {
    let grants: Vec<String> =
        grants.iter().map(|Grant { group, permission }| format!("{group} {permission}")).collect();
    grants.join(",")
}

/// Grants as they were kept.
pub(super) fn read(text: &str) -> Vec<Grant> {
    let grants = text.split(',').filter_map(|grant| grant.split_once(' '));
    grants.filter_map(|(group, permission)| Grant::new(group, permission)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_not_deleted_by_their_access_control_lists() {
        for action in ["GetObject", "GetObjectVersionAcl", "PutObjectAcl"] {
            assert!(may_grant_on_object(action), "{action}");
        }
        for action in ["DeleteObject", "DeleteObjectVersion", "PutObject", "ListBucket", "GetObjectTagging"] {
            assert!(!may_grant_on_object(action), "{action}");
        }
    }
}
