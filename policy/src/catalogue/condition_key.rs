//! Condition keys: what a policy's `Condition` element can ask about a request.

use super::fills;
use super::service::compare;

/// A condition key of the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConditionKey {
    /// The name with its prefix; a variable part is written `${TagKey}`.
    pub name: &'static str,
    /// What its values are.
    pub value_type: ValueType,
    /// Whether a request may have several values: policies should use `ForAllValues` or `ForAnyValue` then.
    pub multivalued: bool,
}

/// What the values of a condition key are, and so which operators suit it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// Text.
    String,
    /// An Amazon Resource Name.
    Arn,
    /// `true` or `false`.
    Bool,
    /// A number.
    Numeric,
    /// An instant.
    Date,
    /// An IPv4 or IPv6 address.
    IpAddress,
}

impl ConditionKey {
    pub(super) fn parse(fields: &'static str) -> Option<Self> {
        let (name, kind) = fields.split_once('\t')?;
        let single = kind.trim_start_matches("ArrayOf");
        Some(Self { name, value_type: ValueType::parse(single)?, multivalued: single != kind })
    }

    /// Whether the name has a variable part.
    pub fn is_template(&self) -> bool {
        self.name.contains("${")
    }
}

impl ValueType {
    fn parse(text: &str) -> Option<Self> {
        let types = [Self::String, Self::Arn, Self::Bool, Self::Numeric, Self::Date, Self::IpAddress];
        types.into_iter().find(|value_type| value_type.as_str() == text)
    }

    /// The name of the type in the reference.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::String => "String",
            Self::Arn => "ARN",
            Self::Bool => "Bool",
            Self::Numeric => "Numeric",
            Self::Date => "Date",
            Self::IpAddress => "IPAddress",
        }
    }
}

/// The key with that name, otherwise the most particular template for it. Tables are short: no search beats
/// reading them.
pub(super) fn find(keys: &[ConditionKey], name: &str) -> Option<ConditionKey> {
    let lower = name.to_ascii_lowercase();
    let exact = keys.iter().find(|key| compare(key.name, name).is_eq());
    let templates = keys.iter().filter(|key| key.is_template());
    let fitting = templates.filter(|key| fills(&key.name.to_ascii_lowercase(), &lower));
    exact.or_else(|| fitting.max_by_key(|key| key.name.len())).copied()
}
