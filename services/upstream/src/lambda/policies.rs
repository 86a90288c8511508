//! The policies of functions, as servers tell them: some write a principal as `AddPermission` named it (`123456789012`), where
//! Lambda says of what type it is (`{"AWS": "123456789012"}`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A policy, as far as it is looked at.
#[derive(Serialize, Deserialize)]
struct Policy {
    #[serde(rename = "Statement")]
    statements: Vec<Statement>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

/// A statement of one.
#[derive(Serialize, Deserialize)]
pub(super) struct Statement {
    #[serde(rename = "Sid", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(rename = "Principal", skip_serializing_if = "Option::is_none")]
    principal: Option<Principal>,
    #[serde(flatten)]
    rest: Map<String, Value>,
}

/// Whom a statement speaks of: somebody, or those of some types.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Principal {
    Named(String),
    Typed(BTreeMap<String, Value>),
}

impl Principal {
    /// The same with its type. `*` has none.
    fn typed(self) -> Self {
        match self {
            Principal::Named(name) if name != "*" => {
                let kind = if name.ends_with(".amazonaws.com") { "Service" } else { "AWS" };
                Principal::Typed(BTreeMap::from([(kind.to_owned(), Value::String(name))]))
            }
            other => other,
        }
    }
}

/// A policy in the language of policies. What is no policy stays what it is, and permits nothing.
pub(super) fn readable(text: String) -> String {
    let Ok(mut policy) = serde_json::from_str::<Policy>(&text) else { return text };
    for statement in &mut policy.statements {
        statement.principal = statement.principal.take().map(Principal::typed);
    }
    serde_json::to_string(&policy).unwrap_or(text)
}

/// The statement with this id.
pub(super) fn statement(policy: &str, id: &str) -> Option<Statement> {
    let policy: Policy = serde_json::from_str(policy).ok()?;
    policy.statements.into_iter().find(|statement| statement.id.as_deref() == Some(id))
}

impl Statement {
    /// Whom it speaks of.
    pub(super) fn principal(&self) -> Option<&str> {
        match self.principal.as_ref()? {
            Principal::Named(name) => Some(name),
            Principal::Typed(typed) => typed.values().find_map(Value::as_str),
        }
    }

    /// What kind of authorization the URLs have through which it lets somebody in.
    pub(super) fn function_url_auth_type(&self) -> Option<&str> {
        self.rest.get("Condition")?.get("StringEquals")?.get("lambda:FunctionUrlAuthType")?.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn principals_get_their_types() {
        let policy = |principal: &str| {
            format!(
                r#"{{"Statement":[{{"Sid":"s","Principal":{principal},"Action":"a"}}],"Version":"2012-10-17"}}"#
            )
        };
        for (told, read) in [
            (r#""111122223333""#, r#"{"AWS":"111122223333"}"#),
            (r#""arn:aws:iam::111122223333:user/u""#, r#"{"AWS":"arn:aws:iam::111122223333:user/u"}"#),
            (r#""s3.amazonaws.com""#, r#"{"Service":"s3.amazonaws.com"}"#),
            (r#"{"Service":"s3.amazonaws.com"}"#, r#"{"Service":"s3.amazonaws.com"}"#),
            (r#""*""#, r#""*""#),
        ] {
            assert_eq!(readable(policy(told)), policy(read));
        }
        assert_eq!(readable("no policy".to_owned()), "no policy");
    }

    #[test]
    fn a_statement_tells_whom_it_lets_in() {
        let policy = |principal: &str| {
            format!(
                r#"{{"Statement":[{{"Sid":"s","Principal":{principal},"Condition":{{"StringEquals":{{"lambda:FunctionUrlAuthType":"NONE"}}}}}}]}}"#
            )
        };
        let found = statement(&policy(r#"{"AWS":"111122223333"}"#), "s").unwrap();
        assert_eq!(found.principal(), Some("111122223333"));
        assert_eq!(found.function_url_auth_type(), Some("NONE"));
        assert_eq!(statement(&policy(r#""*""#), "s").unwrap().principal(), Some("*"));
        assert!(statement(&policy(r#""*""#), "another").is_none());
        assert_eq!(statement(r#"{"Statement":[{"Sid":"s"}]}"#, "s").unwrap().function_url_auth_type(), None);
    }
}
