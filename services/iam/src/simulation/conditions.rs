//! `ContextEntries`: the condition keys of the simulated request.

use std::net::IpAddr;

use awsim_plugin::error::ServiceError;
use awsim_policy::ContextMap;
use awsim_policy::values::{Instant, Number};
use data_encoding::BASE64;

use crate::generated::{ContextEntry, ContextKeyTypeEnum, ErrorCode};

/// The longest value in bytes: longer than any header or tag of a real request.
const LONGEST_VALUE: usize = 10_240;

/// Adds the entries of a request to the condition keys that are known without them; an entry wins.
///
/// # Errors
/// `InvalidInput` (400) if an entry has no name, or a value that is too long or not of its type.
pub(super) fn add(context: &mut ContextMap, entries: Option<&[ContextEntry]>) -> Result<(), ServiceError> {
    for entry in entries.unwrap_or_default() {
        let name = entry
            .context_key_name
            .as_deref()
            .ok_or_else(|| ErrorCode::InvalidInput.with("A context entry must have a ContextKeyName."))?;
        let values = entry.context_key_values.as_deref().unwrap_or_default();
        let (of_type, listed) = entry.context_key_type.map_or((Type::Text, false), Type::of);
        if let Some(value) = values.iter().find(|value| !of_type.takes(value)) {
            let message =
                format!("Invalid value for context key {name}: {value} is not of type {}.", of_type.as_str());
            return Err(ErrorCode::InvalidInput.with(message));
        }
        if values.iter().any(|value| value.len() > LONGEST_VALUE) {
            let message =
                format!("Invalid value for context key {name}: it is longer than {LONGEST_VALUE} bytes.");
            return Err(ErrorCode::InvalidInput.with(message));
        }
        match values {
            // A key without values is one that the request does not have.
            [] => {}
            [value] if !listed => context.set(name, value.as_str()),
            values => context.set_many(name, values.to_vec()),
        }
    }
    Ok(())
}

/// What the values of an entry are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Type {
    Text,
    Numeric,
    Boolean,
    Ip,
    Binary,
    Date,
}

impl Type {
    /// The type, and whether it is that of a list.
    fn of(named: ContextKeyTypeEnum) -> (Self, bool) {
        match named {
            ContextKeyTypeEnum::String => (Type::Text, false),
            ContextKeyTypeEnum::StringList => (Type::Text, true),
            ContextKeyTypeEnum::Numeric => (Type::Numeric, false),
            ContextKeyTypeEnum::NumericList => (Type::Numeric, true),
            ContextKeyTypeEnum::Boolean => (Type::Boolean, false),
            ContextKeyTypeEnum::BooleanList => (Type::Boolean, true),
            ContextKeyTypeEnum::Ip => (Type::Ip, false),
            ContextKeyTypeEnum::IpList => (Type::Ip, true),
            ContextKeyTypeEnum::Binary => (Type::Binary, false),
            ContextKeyTypeEnum::BinaryList => (Type::Binary, true),
            ContextKeyTypeEnum::Date => (Type::Date, false),
            ContextKeyTypeEnum::DateList => (Type::Date, true),
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Type::Text => "string",
            Type::Numeric => "numeric",
            Type::Boolean => "boolean",
            Type::Ip => "ip",
            Type::Binary => "binary",
            Type::Date => "date",
        }
    }

    fn takes(self, value: &str) -> bool {
        match self {
            Type::Text => true,
            Type::Numeric => Number::parse(value).is_some(),
            Type::Boolean => value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false"),
            Type::Ip => value.parse::<IpAddr>().is_ok(),
            Type::Binary => BASE64.decode(value.as_bytes()).is_ok(),
            Type::Date => Instant::parse(value).is_some(),
        }
    }
}
