//! What is known of a bucket: its policy, its access control list, its tags, Block Public Access and Object Ownership.
//!
//! What decides is put together whenever one of them changes: the policy as it was set, with statements for what the access
//! control list grants to the public and for what Block Public Access restricts.

use std::collections::BTreeMap;

use awsim_plugin::account::AccountId;

use super::access_lists::{self, Grant};
use super::public;
use crate::resource::Resource;
use crate::statement::{self, Principal, Statement, Values};

/// The name of the fact that is the policy as it was set.
const POLICY: &str = "policy";

/// The name of the fact that lists what Block Public Access blocks.
const BLOCKS: &str = "public-access-block";

/// The name of the fact that is the setting of Object Ownership.
const OWNERSHIP: &str = "object-ownership";

/// The name of the fact that lists what the access control list grants to the public.
const GRANTS: &str = "public-grants";

/// The name of the fact that says whether tags control access.
const ABAC: &str = "abac";

/// What it says if they do.
const ENABLED: &str = "Enabled";

/// The settings of Block Public Access.
pub(super) const BLOCK_SETTINGS: [&str; 4] =
    ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"];

/// The setting of Object Ownership with which access control lists do not count.
pub(super) const ENFORCED: &str = "BucketOwnerEnforced";

/// The setting of buckets whose controls were deleted.
pub(super) const WRITER: &str = "ObjectWriter";

/// What is known of a bucket.
#[derive(Clone, Copy)]
pub(super) struct Bucket<'r>(pub(super) &'r Resource);

impl<'r> Bucket<'r> {
    /// The policy as it was set.
    pub(super) fn policy(self) -> Option<&'r str> {
        self.0.fact(POLICY)
    }

    /// Whether Block Public Access has a setting on. All of them are if nobody has said anything: so AWS makes buckets
    /// since April 2023.
    pub(super) fn blocks(self, setting: &str) -> bool {
        self.0.fact(BLOCKS).is_none_or(|blocks| blocks.split(',').any(|block| block == setting))
    }

    /// Whether access control lists count. They do not if nobody has said anything, as in every new bucket.
    pub(super) fn heeds_access_lists(self) -> bool {
        self.0.fact(OWNERSHIP).is_some_and(|ownership| ownership != ENFORCED)
    }

    /// The tags, if they control access.
    pub(super) fn tags(self) -> impl Iterator<Item = (&'r String, &'r String)> {
        self.0.fact(ABAC).filter(|status| *status == ENABLED).into_iter().flat_map(|_| &self.0.tags)
    }
}

/// Keeps a bucket's policy.
pub(super) fn set_policy(bucket: &mut Resource, policy: Option<String>) {
    set(bucket, POLICY, policy.filter(|policy| !policy.is_empty()));
}

/// Keeps which settings of Block Public Access are on.
pub(super) fn set_blocks(bucket: &mut Resource, on: &[&str]) {
    set(bucket, BLOCKS, Some(on.join(",")));
}

/// Keeps a bucket's Object Ownership.
pub(super) fn set_ownership(bucket: &mut Resource, ownership: String) {
    set(bucket, OWNERSHIP, Some(ownership));
}

/// Keeps what a bucket's access control list grants to the public.
pub(super) fn set_grants(bucket: &mut Resource, grants: &[Grant]) {
    set(bucket, GRANTS, (!grants.is_empty()).then(|| access_lists::written(grants)));
}

/// Keeps whether a bucket's tags control access: `Enabled` or `Disabled`.
pub(super) fn set_abac(bucket: &mut Resource, status: Option<String>) {
    if status.is_some() {
        set(bucket, ABAC, status);
    }
}

fn set(bucket: &mut Resource, name: &str, value: Option<String>) {
    match value {
        Some(value) => bucket.facts.insert(name.to_owned(), value),
        None => bucket.facts.remove(name),
    };
}

/// What is known of a bucket that was asked for. What the upstream does not say stays as it was `before`.
pub(super) fn found(arn: &str, owner: AccountId, before: Option<&Resource>, mut found: Resource) -> Resource {
    for name in [BLOCKS, OWNERSHIP, ABAC] {
        if let (None, Some(known)) = (found.fact(name), before.and_then(|before| before.fact(name))) {
            found.facts.insert(name.to_owned(), known.to_owned());
        }
    }
    combine(&mut found, arn, owner);
    found
}

/// Puts together what decides. A policy that cannot be read stays as it is, and denies.
pub(super) fn combine(bucket: &mut Resource, arn: &str, owner: AccountId) {
    let known = Bucket(bucket);
    let mut statements = Vec::new();
    if known.heeds_access_lists() && !known.blocks("IgnorePublicAcls") {
        let grants = bucket.fact(GRANTS).map(access_lists::read).unwrap_or_default();
        statements.extend(grants.iter().filter_map(|grant| grant.on_bucket(arn).text()));
    }
    if known.blocks("RestrictPublicBuckets") && known.policy().is_some_and(public::is_public) {
        statements.extend(restricted(owner).text());
    }
    let statements: Vec<&str> = statements.iter().map(String::as_str).collect();
    let combined = match known.policy() {
        Some(policy) => Some(statement::added(policy, &statements)),
        None => statement::policy(&statements),
    };
    bucket.set_policy(combined);
}

/// `RestrictPublicBuckets`: of a bucket with a public policy only its own account and AWS's services get anything.
fn restricted(owner: AccountId) -> Statement {
    let equals = |key: &str, value: String| BTreeMap::from([(key.to_owned(), Values::One(value))]);
    Statement {
        sid: "RestrictPublicBuckets".to_owned(),
        effect: "Deny",
        principal: Principal::EVERYBODY,
        action: vec!["s3:*".to_owned()],
        resource: vec!["*".to_owned()],
        condition: BTreeMap::from([
            ("StringNotEquals", equals("aws:PrincipalAccount", owner.to_string())),
            ("BoolIfExists", equals("aws:PrincipalIsAWSService", "false".to_owned())),
        ]),
    }
}

#[cfg(test)]
mod tests {
    use awsim_policy::{Policy, PolicyKind};

    use super::*;

    const ARN: &str = "arn:aws:s3:::books";
    const PUBLIC: &str = r#"{"Version":"2012-10-17","Statement":{"Sid":"Own","Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::books/*"}}"#;

    /// The Sids of the statements that decide.
    fn deciding(bucket: &mut Resource) -> Vec<String> {
        combine(bucket, ARN, AccountId::default());
        let Some(text) = bucket.policy.as_deref() else { return Vec::new() };
        let policy = Policy::parse_stored(PolicyKind::Resource, text).unwrap();
        policy.statements().map(|statement| statement.sid.unwrap_or_default().to_owned()).collect()
    }

    fn public(ownership: &str, blocks: &[&str]) -> Resource {
        let mut bucket = Resource::default();
        set_policy(&mut bucket, Some(PUBLIC.to_owned()));
        set_ownership(&mut bucket, ownership.to_owned());
        set_blocks(&mut bucket, blocks);
        set_grants(&mut bucket, &access_lists::read("AllUsers READ,AuthenticatedUsers FULL_CONTROL"));
        bucket
    }

    #[test]
    fn access_control_lists_count_where_they_shall() {
        let with_lists = ["Own", "AllUsers READ", "AuthenticatedUsers FULL_CONTROL"];
        assert_eq!(deciding(&mut public(WRITER, &[])), with_lists);
        assert_eq!(deciding(&mut public(WRITER, &["IgnorePublicAcls"])), ["Own"]);
        assert_eq!(deciding(&mut public(ENFORCED, &[])), ["Own"]);
        let mut without_policy = public(WRITER, &[]);
        set_policy(&mut without_policy, None);
        assert_eq!(deciding(&mut without_policy), with_lists[1..]);
    }

    #[test]
    fn public_policies_are_restricted() {
        assert_eq!(
            deciding(&mut public(ENFORCED, &["RestrictPublicBuckets"])),
            ["Own", "RestrictPublicBuckets"]
        );
        let mut bucket = public(ENFORCED, &["RestrictPublicBuckets"]);
        set_policy(&mut bucket, Some(PUBLIC.replace("\"*\"", "{\"AWS\":\"111122223333\"}")));
        assert_eq!(deciding(&mut bucket), ["Own"]);
    }

    #[test]
    fn what_the_upstream_does_not_say_stays() {
        let before = public(WRITER, &[]);
        let unsaid = found(ARN, AccountId::default(), Some(&before), Resource::default());
        assert!(Bucket(&unsaid).heeds_access_lists() && !Bucket(&unsaid).blocks("BlockPublicAcls"));
        assert_eq!(Bucket(&unsaid).policy(), None);
        let new = found(ARN, AccountId::default(), None, Resource::default());
        assert!(!Bucket(&new).heeds_access_lists() && Bucket(&new).blocks("BlockPublicAcls"));
    }
}
