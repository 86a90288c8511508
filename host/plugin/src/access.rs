//! Authorization rows: what a request needs to be allowed.
//!
//! Every handler turns its typed input into one or more [`Check`]s. A handler without such a row does not compile.

use std::borrow::Cow;

use crate::shape::Timestamp;

/// The checks that a request must pass, all of them. AWS evaluates each on its own.
pub type Access = Vec<Check>;

/// One question to the policy engine: may the caller do `action` on `resource`?
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The action, for example `iam:CreateUser`.
    pub action: Cow<'static, str>,
    /// The ARN of the resource, or `*` for actions without resource types.
    pub resource: String,
    /// The condition keys that this service supplies.
    pub context: Vec<(Cow<'static, str>, ContextValue)>,
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

impl Check {
    /// `action` on the resource with this ARN.
    pub fn on(action: impl Into<Cow<'static, str>>, resource: impl Into<String>) -> Self {
        Self { action: action.into(), resource: resource.into(), context: Vec::new() }
    }

    /// `action`, which has no resource types.
    pub fn on_any(action: impl Into<Cow<'static, str>>) -> Self {
        Self::on(action, "*")
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
