//! The condition keys of a request.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::net::IpAddr;

use crate::values::Instant;

use super::principal::Principal;

/// One value of a condition key. Hosts give what they have; text is made of it only when a string is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// Text. Also takes part in every other comparison, by being parsed.
    Text(&'a str),
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A point in time.
    Instant(Instant),
    /// An address.
    Address(IpAddr),
}

impl<'a> Value<'a> {
    /// The value as text.
    pub fn text(self) -> Cow<'a, str> {
        match self {
            Value::Text(text) => Cow::Borrowed(text),
            Value::Bool(true) => Cow::Borrowed("true"),
            Value::Bool(false) => Cow::Borrowed("false"),
            Value::Integer(integer) => Cow::Owned(integer.to_string()),
            Value::Instant(instant) => Cow::Owned(instant.to_string()),
            Value::Address(address) => Cow::Owned(address.to_string()),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(text)
    }
}

/// All values of a condition key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Values<'a> {
    /// The value of a single-valued key.
    One(Value<'a>),
    /// The values of a multi-valued key; none at all counts as a missing key.
    Many(&'a [Value<'a>]),
    /// The values of a multi-valued key, all of them text.
    Texts(&'a [String]),
}

impl<'a> Values<'a> {
    /// The number of values.
    pub fn len(self) -> usize {
        match self {
            Values::One(_) => 1,
            Values::Many(values) => values.len(),
            Values::Texts(values) => values.len(),
        }
    }

    /// Whether there is none, which counts as a missing key.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The values one by one.
    pub fn iter(self) -> impl Iterator<Item = Value<'a>> {
        let (one, many, texts) = match self {
            Values::One(value) => (Some(value), &[][..], &[][..]),
            Values::Many(values) => (None, values, &[][..]),
            Values::Texts(values) => (None, &[][..], values),
        };
        one.into_iter().chain(many.iter().copied()).chain(texts.iter().map(|text| Value::Text(text)))
    }
}

/// Where evaluation finds condition keys. A host may compute values when they are asked for.
pub trait Context {
    /// The values of a key, given in lower case (keys ignore case, the name of a tag included); `None` when the
    /// request does not have it.
    fn get(&self, key: &str) -> Option<Values<'_>>;
}

/// A request without condition keys.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoContext;

impl Context for NoContext {
    fn get(&self, _: &str) -> Option<Values<'_>> {
        None
    }
}

/// An owned value of a condition key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnedValue {
    /// The value of a single-valued key.
    One(String),
    /// The values of a multi-valued key.
    Many(Vec<String>),
}

/// Condition keys by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContextMap {
    values: BTreeMap<String, OwnedValue>,
}

impl ContextMap {
    /// Without keys.
    pub fn new() -> Self {
        ContextMap::default()
    }

    /// Sets a single-valued key, whatever the case of its name.
    pub fn set(&mut self, key: &str, value: impl Into<String>) {
        self.values.insert(key.to_lowercase(), OwnedValue::One(value.into()));
    }

    /// Sets a multi-valued key, whatever the case of its name.
    pub fn set_many(&mut self, key: &str, values: Vec<String>) {
        self.values.insert(key.to_lowercase(), OwnedValue::Many(values));
    }

    /// The keys in lower case with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &OwnedValue)> {
        self.values.iter().map(|(key, value)| (key.as_str(), value))
    }
}

impl Context for ContextMap {
    fn get(&self, key: &str) -> Option<Values<'_>> {
        self.values.get(key).map(|value| match value {
            OwnedValue::One(text) => Values::One(Value::Text(text)),
            OwnedValue::Many(texts) => Values::Texts(texts),
        })
    }
}

/// The keys that follow from who asks, behind those that the host gives: `aws:PrincipalArn`, `aws:PrincipalAccount`,
/// `aws:PrincipalType`, `aws:userid`, `aws:username`, `aws:PrincipalIsAWSService`, `aws:PrincipalServiceName` and, given the
/// account of the resource, `aws:ResourceAccount` (IAM User Guide, "AWS global condition context keys" and "Where you can
/// use policy variables").
pub struct PrincipalContext<'a> {
    principal: Principal<'a>,
    resource_account: Option<&'a str>,
    host: &'a dyn Context,
    user_id: Option<Cow<'a, str>>,
}

impl fmt::Debug for PrincipalContext<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { principal, resource_account, host: _, user_id: _ } = self;
        f.debug_struct("PrincipalContext")
            .field("principal", principal)
            .field("resource_account", resource_account)
            .finish_non_exhaustive()
    }
}

impl<'a> PrincipalContext<'a> {
    /// Puts the principal's keys behind those of `host`. Allocates only for the `aws:userid` of a role session.
    pub fn new(principal: Principal<'a>, resource_account: Option<&'a str>, host: &'a dyn Context) -> Self {
        PrincipalContext { principal, resource_account, host, user_id: principal.user_id() }
    }
}

impl Context for PrincipalContext<'_> {
    fn get(&self, key: &str) -> Option<Values<'_>> {
        if let Some(values) = self.host.get(key) {
            return Some(values);
        }
        let text = |text| Some(Value::Text(text));
        let value = match key {
            "aws:principalarn" => self.principal.principal_arn().and_then(text),
            "aws:principalaccount" => self.principal.account().and_then(text),
            "aws:principaltype" => self.principal.type_name().and_then(text),
            "aws:username" => self.principal.user_name().and_then(text),
            "aws:userid" => self.user_id.as_deref().and_then(text),
            // "This key is present in the request context for all signed API requests that use AWS credentials."
            "aws:principalisawsservice" => match self.principal {
                Principal::Anonymous | Principal::Federated { .. } => None,
                Principal::Service { .. } => Some(Value::Bool(true)),
                _ => Some(Value::Bool(false)),
            },
            "aws:principalservicename" => match self.principal {
                Principal::Service { name } => text(name),
                _ => None,
            },
            "aws:resourceaccount" => self.resource_account.and_then(text),
            _ => None,
        };
        value.map(Values::One)
    }
}
