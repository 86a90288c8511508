//! Statements that are no part of the policy of a resource and amount to one: the grants of a key, the access control list
//! of a bucket.
//!
//! They go with the policy into a decision. So an explicit deny anywhere still wins, and a decision names what allowed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// A statement of a resource policy.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Statement {
    pub(crate) sid: String,
    pub(crate) effect: &'static str,
    pub(crate) principal: Principal,
    pub(crate) action: Vec<String>,
    pub(crate) resource: Vec<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) condition: BTreeMap<&'static str, BTreeMap<String, Values>>,
}

/// Whom a statement speaks of.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Principal {
    /// `*`
    Everybody(&'static str),
    /// One principal, by its type.
    Typed(BTreeMap<&'static str, String>),
}

/// What a condition compares with.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Values {
    One(String),
    Many(Vec<String>),
}

impl Principal {
    /// Whoever asks, anonymous callers included.
    pub(crate) const EVERYBODY: Self = Self::Everybody("*");

    /// A principal of a type: `AWS`, `Service`.
    pub(crate) fn typed(kind: &'static str, name: String) -> Self {
        Self::Typed(BTreeMap::from([(kind, name)]))
    }
}

impl Statement {
    /// The text; none if it has none, which no statement made here is without.
    pub(crate) fn text(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }
}

/// A policy, as far as statements are added to it.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Policy<'p> {
    #[serde(borrow)]
    version: Option<&'p RawValue>,
    #[serde(borrow)]
    statement: &'p RawValue,
}

/// A policy with further statements. One that cannot be read stays as it is, and denies.
pub(crate) fn added(policy: &str, statements: &[&str]) -> String {
    if statements.is_empty() {
        return policy.to_owned();
    }
    let Ok(Policy { version, statement }) = serde_json::from_str::<Policy<'_>>(policy) else {
        return policy.to_owned();
    };
    let own = statement.get().trim();
    let own = own.strip_prefix('[').and_then(|own| own.strip_suffix(']')).unwrap_or(own).trim();
    let all = [&[own][..], statements].concat();
    let all: Vec<&str> = all.into_iter().filter(|statement| !statement.is_empty()).collect();
    let version = version.map(|version| format!(r#""Version":{},"#, version.get())).unwrap_or_default();
    format!("{{{version}\"Statement\":[{}]}}", all.join(","))
}

/// A policy of these statements only; none without any.
pub(crate) fn policy(statements: &[&str]) -> Option<String> {
    match statements.is_empty() {
        true => None,
        false => Some(format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, statements.join(","))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_added_to_policies_of_any_form() {
        for (policy, combined) in [
            (
                r#"{"Version":"2008-10-17","Statement":{"a":1}}"#,
                r#"{"Version":"2008-10-17","Statement":[{"a":1},{"b":2}]}"#,
            ),
            (r#"{"Statement":[{"a":1}, {"c":3}]}"#, r#"{"Statement":[{"a":1}, {"c":3},{"b":2}]}"#),
            (r#"{"Statement":[ ]}"#, r#"{"Statement":[{"b":2}]}"#),
            ("no policy", "no policy"),
        ] {
            assert_eq!(added(policy, &[r#"{"b":2}"#]), combined);
            assert_eq!(added(policy, &[]), policy);
        }
        assert_eq!(super::policy(&[]), None);
    }
}
