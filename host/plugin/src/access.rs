//! Authorization rows: what a request needs to be allowed.
//!
//! Every handler turns its typed input into one or more [`Check`]s. A handler without such a row does not compile; a row
//! without checks is refused, unless the service says of the operation that it needs no permission ([`Unchecked`]).

use std::borrow::Cow;

use crate::account::AccountId;
use crate::shape::Timestamp;

/// The checks that a request must pass, all of them. AWS evaluates each on its own.
pub type Access = Vec<Check>;

/// An operation whose authorization row has no checks, and why that is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unchecked {
    /// The operation's name.
    pub operation: &'static str,
    /// Why AWS asks for no permission, or where the permission is asked for instead; a sentence.
    pub reason: &'static str,
}

/// Who asks, where it is a handler that puts a [`Check`] to the host
/// ([`Host::authorize`](crate::context::Host::authorize)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking<'a> {
    /// The caller of the request.
    Caller,
    /// Somebody whom an identity provider vouches for, known only once the handler has read what the provider signed
    /// (`AssumeRoleWithWebIdentity`, `AssumeRoleWithSAML`).
    Federated {
        /// The ARN of the OIDC or SAML provider, or the domain name of one that AWS knows (`accounts.google.com`); as trust
        /// policies name it in `Principal: {"Federated": …}` and as `aws:FederatedProvider` tells.
        provider: &'a str,
    },
    /// An AWS service, which assumes a role on behalf of a program that runs on it.
    Service {
        /// Its name, for example `ec2.amazonaws.com`.
        name: &'a str,
    },
}

/// One question to the policy engine: may the caller do `action` on `resource`?
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The action, for example `iam:CreateUser`.
    pub action: Cow<'static, str>,
    /// The ARN of the resource, or `*` for actions without resource types.
    pub resource: String,
    /// The account that owns the resource, where neither its ARN tells nor it is the caller's.
    pub resource_account: Option<AccountId>,
    /// The condition keys that this service supplies.
    pub context: Vec<(Cow<'static, str>, ContextValue)>,
    /// What permits it where no policy does, if the service itself does: see [`Check::permitted_by`].
    pub grant: Option<&'static str>,
    /// Whether the policy of the resource has no say: see [`Check::beyond_resource_policy`].
    pub beyond_resource_policy: bool,
}

/// The value of a condition key.
#[derive(Clone, Debug, PartialEq)]
pub enum ContextValue {
    /// Text (also ARNs and IP addresses).
    String(String),
    /// A set of texts.
    Strings(Vec<String>),
    /// A truth value.
    Boolean(bool),
    /// A whole number.
    Number(i64),
    /// An instant.
    Timestamp(Timestamp),
}

/// Whether two names of condition keys, or two keys of tags in them, are the same: their case does not matter, that of letters
/// beyond ASCII included ("Condition key names are not case-sensitive", "IAM JSON policy elements: Condition", IAM User
/// Guide). Policies are compiled in the same way.
pub fn is_same_key(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
        || (!(one.is_ascii() && other.is_ascii()) && one.to_lowercase() == other.to_lowercase())
}

impl Check {
    /// `action` on the resource with this ARN.
    pub fn on(action: impl Into<Cow<'static, str>>, resource: impl Into<String>) -> Self {
        Self {
            action: action.into(),
            resource: resource.into(),
            resource_account: None,
            context: Vec::new(),
            grant: None,
            beyond_resource_policy: false,
        }
    }

    /// `action`, which has no resource types.
    pub fn on_any(action: impl Into<Cow<'static, str>>) -> Self {
        Self::on(action, "*")
    }

    /// Says whose the resource is; needed only where its ARN has no account and it is not the caller's.
    #[must_use]
    pub fn owned_by(self, account: AccountId) -> Self {
        Self { resource_account: Some(account), ..self }
    }

    /// Says that the service itself gives the caller this permission, as if one of the caller's own policies did; `grant`
    /// is its name where decisions are explained. What denies or limits the caller still does.
    #[must_use]
    pub fn permitted_by(self, grant: Option<&'static str>) -> Self {
        Self { grant, ..self }
    }

    /// Says that the policy of the resource has no say, so that nobody locks its owner out with it (S3: the root user gets
    /// at the policy of the account's bucket).
    #[must_use]
    pub fn beyond_resource_policy(self) -> Self {
        Self { beyond_resource_policy: true, ..self }
    }

    /// Supplies a condition key.
    #[must_use]
    pub fn with(mut self, key: impl Into<Cow<'static, str>>, value: ContextValue) -> Self {
        self.context.push((key.into(), value));
        self
    }

    /// Supplies a condition key if there is a value for it.
    #[must_use]
    pub fn with_string(self, key: impl Into<Cow<'static, str>>, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(key, ContextValue::String(value.into())),
            None => self,
        }
    }

    /// Supplies `aws:RequestTag/…` and `aws:TagKeys` for the tags in a request.
    #[must_use]
    pub fn with_request_tags<'t>(mut self, tags: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut keys = Vec::new();
        for (key, value) in tags {
            self = self.with(format!("aws:RequestTag/{key}"), ContextValue::String(value.to_owned()));
            keys.push(key.to_owned());
        }
        if keys.is_empty() { self } else { self.with("aws:TagKeys", ContextValue::Strings(keys)) }
    }

    /// Supplies `aws:TagKeys` for a request that names tag keys only, as untagging does.
    #[must_use]
    pub fn with_tag_keys<'t>(self, keys: impl IntoIterator<Item = &'t str>) -> Self {
        let keys: Vec<String> = keys.into_iter().map(str::to_owned).collect();
        if keys.is_empty() { self } else { self.with("aws:TagKeys", ContextValue::Strings(keys)) }
    }

    /// Supplies `aws:ResourceTag/…`, also under the service's own prefix (`iam:ResourceTag/…`) if it has one.
    #[must_use]
    pub fn with_resource_tags<'t>(
        mut self,
        service_prefix: Option<&str>,
        tags: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Self {
        for (key, value) in tags {
            self = self.with(format!("aws:ResourceTag/{key}"), ContextValue::String(value.to_owned()));
            if let Some(prefix) = service_prefix {
                self =
                    self.with(format!("{prefix}:ResourceTag/{key}"), ContextValue::String(value.to_owned()));
            }
        }
        self
    }
}
