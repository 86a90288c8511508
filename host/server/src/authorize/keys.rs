//! The condition keys of a request.
//!
//! Nothing is made for a key that no policy asks for. Keys that follow from who asks are the policy engine's
//! ([`PrincipalContext`](awsim_policy::PrincipalContext)); here are those of the session, the request and the resource
//! (IAM User Guide, "AWS global condition context keys"), and those that the service supplies with its authorization row.

use std::borrow::Cow;

use super::membership::Membership;
use awsim_plugin::access::{Check, ContextValue, is_same_key};
use awsim_plugin::caller::Session;
use awsim_plugin::shape::Timestamp;
use awsim_policy::values::Instant;
use awsim_policy::{Context, Value, Values};

use super::circumstances::Circumstances;
use super::subject::Subject;

/// The condition keys of a check.
pub(crate) struct Keys<'a> {
    pub(crate) subject: &'a Subject,
    pub(crate) circumstances: &'a Circumstances,
    pub(crate) check: &'a Check,
    /// Where the account of the resource stands in an organization.
    pub(crate) resource_membership: Option<&'a Membership>,
}

impl Context for Keys<'_> {
    fn get(&self, key: &str) -> Option<Values<'_>> {
        // What the service says of its own request counts first.
        if let Some((_, value)) = self.check.context.iter().find(|(name, _)| is_same_key(name, key)) {
            return Some(supplied(value));
        }
        // Nobody outside has a say in what the host itself knows.
        let Some(global) = key.strip_prefix("aws:") else { return self.of_identity_provider(key) };
        self.of_request(global).or_else(|| self.of_subject(global)).or_else(|| self.of_resource(global))
    }
}

impl Keys<'_> {
    /// What an identity provider said when the session was made: `accounts.google.com:sub`, `saml:sub`.
    fn of_identity_provider(&self, key: &str) -> Option<Values<'_>> {
        let said = &self.subject.session.as_deref()?.federated_context;
        let (_, values) = said.iter().find(|(name, _)| is_same_key(name, key))?;
        Some(match &values[..] {
            [value] => Values::One(Value::Text(value)),
            values => Values::Texts(values),
        })
    }

    fn of_request(&self, key: &str) -> Option<Values<'_>> {
        let circumstances = self.circumstances;
        let value = match key {
            "currenttime" => instant(circumstances.now),
            "epochtime" => Value::Integer(circumstances.now.seconds()),
            "requestedregion" => Value::Text(&circumstances.region),
            "securetransport" => Value::Bool(circumstances.secure),
            "sourceip" => Value::Address(circumstances.source_ip?),
            "useragent" => Value::Text(circumstances.user_agent()?),
            "referer" => Value::Text(circumstances.referer()?),
            // No service calls another on somebody's behalf here: there is never an `aws:CalledVia`.
            "viaawsservice" => Value::Bool(false),
            _ => return None,
        };
        Some(Values::One(value))
    }

    fn of_subject(&self, key: &str) -> Option<Values<'_>> {
        if let Some(tag) = key.strip_prefix("principaltag/") {
            let (_, value) = self.subject.tags.iter().find(|(name, _)| is_same_key(name, tag))?;
            return Some(Values::One(Value::Text(value)));
        }
        match key {
            "federatedprovider" => return Some(Values::One(Value::Text(self.subject.federated_provider()?))),
            "principalorgid" => return organization_id(self.subject.membership.as_deref()),
            "principalorgpaths" => return organization_path(self.subject.membership.as_deref()),
            _ => {}
        }
        let session = self.subject.session.as_deref()?;
        let value = match key {
            "tokenissuetime" => instant(session.issued_at),
            "multifactorauthpresent" => Value::Bool(session.mfa_authenticated_at.is_some()),
            "multifactorauthage" => Value::Integer(self.age_of_authentication(session)?),
            "sourceidentity" => Value::Text(session.source_identity.as_deref()?),
            _ => return None,
        };
        Some(Values::One(value))
    }

    fn of_resource(&self, key: &str) -> Option<Values<'_>> {
        match key {
            "resourceorgid" => organization_id(self.resource_membership),
            "resourceorgpaths" => organization_path(self.resource_membership),
            _ => None,
        }
    }

    /// Seconds since multi-factor authentication was done.
    fn age_of_authentication(&self, session: &Session) -> Option<i64> {
        Some(self.circumstances.now.seconds() - session.mfa_authenticated_at?.seconds())
    }
}

/// The global condition keys that a request can have here, as AWS writes them.
pub(super) const GLOBAL: [&str; 26] = [
    "aws:CurrentTime",
    "aws:EpochTime",
    "aws:FederatedProvider",
    "aws:MultiFactorAuthAge",
    "aws:MultiFactorAuthPresent",
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalIsAWSService",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:PrincipalServiceName",
    "aws:PrincipalType",
    "aws:Referer",
    "aws:RequestedRegion",
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:ResourceOrgPaths",
    "aws:SecureTransport",
    "aws:SourceIdentity",
    "aws:SourceIp",
    "aws:TagKeys",
    "aws:TokenIssueTime",
    "aws:UserAgent",
    "aws:userid",
    "aws:username",
    "aws:ViaAWSService",
];

/// The names of the keys that a request may have, some of them twice: what service and identity provider supply, the tags
/// of the principal, and the global ones.
pub(super) fn names<'a>(subject: &'a Subject, check: &'a Check) -> impl Iterator<Item = Cow<'a, str>> {
    let supplied = check.context.iter().map(|(name, _)| Cow::Borrowed(&**name));
    let session = subject.session.as_deref().into_iter();
    let said = session.flat_map(|session| &session.federated_context).map(|(name, _)| Cow::Borrowed(&**name));
    let tags = subject.tags.iter().map(|(key, _)| Cow::Owned(format!("aws:PrincipalTag/{key}")));
    supplied.chain(said).chain(tags).chain(GLOBAL.into_iter().map(Cow::Borrowed))
}

/// A value that a service supplies.
fn supplied(value: &ContextValue) -> Values<'_> {
    Values::One(match value {
        ContextValue::Strings(texts) => return Values::Texts(texts),
        ContextValue::String(text) => Value::Text(text),
        ContextValue::Boolean(boolean) => Value::Bool(*boolean),
        ContextValue::Number(number) => Value::Integer(*number),
        ContextValue::Timestamp(timestamp) => instant(*timestamp),
    })
}

fn instant(timestamp: Timestamp) -> Value<'static> {
    Value::Instant(Instant::from_epoch_seconds(timestamp.seconds()))
}

fn organization_id(membership: Option<&Membership>) -> Option<Values<'_>> {
    membership.map(|membership| Values::One(Value::Text(&membership.organization_id)))
}

/// An account has one place in its organization; the key has many values all the same.
fn organization_path(membership: Option<&Membership>) -> Option<Values<'_>> {
    membership?.path.as_ref().map(|path| Values::Texts(std::slice::from_ref(path)))
}
