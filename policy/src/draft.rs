//! Policies that are written instead of read: what [`generate`](mod@crate::generate) and [`remedy`](mod@crate::remedy) give.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::catalogue;
use crate::evaluate::split_arn;
use crate::validate::is_resource;

/// A policy that somebody may want, in the language of 2012. `Display` writes it as indented JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Draft {
    version: Cow<'static, str>,
    /// The statements; [`generate`](fn@crate::generate) gives no draft without any.
    #[serde(rename = "Statement")]
    pub statements: Vec<DraftStatement>,
}

/// A statement that allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct DraftStatement {
    pub(crate) effect: Cow<'static, str>,
    /// Whom; of resource policies only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub principal: Option<DraftPrincipal>,
    /// What.
    #[serde(rename = "Action", with = "one_or_many")]
    pub actions: Vec<String>,
    /// On what, as patterns; none in the trust policy of a role.
    #[serde(rename = "Resource", with = "one_or_many", default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<String>,
    /// Under what condition.
    #[serde(rename = "Condition", default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<DraftCondition>,
}

/// Condition keys that must have one of these values, as they are written: `*` stands for itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftCondition {
    /// The values by key. What would be a variable in them is escaped.
    #[serde(rename = "StringEquals")]
    pub equals: BTreeMap<String, DraftValues>,
}

/// The values that a condition key may have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DraftValues(#[serde(with = "one_or_many")] pub Vec<String>);

/// Whom a statement allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftPrincipal {
    /// Everybody.
    #[serde(rename = "*")]
    Everyone,
    /// A user, role, federated user or account, by ARN.
    #[serde(rename = "AWS")]
    Aws(String),
    /// A service.
    Service(String),
    /// An identity provider.
    Federated(String),
}

impl Draft {
    pub(crate) fn new(statements: Vec<DraftStatement>) -> Self {
        Draft { version: Cow::Borrowed("2012-10-17"), statements }
    }
}

impl DraftStatement {
    pub(crate) fn allow(actions: Vec<String>, resources: Vec<String>) -> Self {
        DraftStatement {
            effect: Cow::Borrowed("Allow"),
            principal: None,
            actions,
            resources,
            condition: None,
        }
    }
}

impl fmt::Display for Draft {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&serde_json::to_string_pretty(self).map_err(|_| fmt::Error)?)
    }
}

impl DraftCondition {
    /// That a key has one of these values.
    pub(crate) fn equals<'v>(key: &str, values: impl IntoIterator<Item = &'v String>) -> Self {
        let values = values.into_iter().map(|value| value.replace("${", "${$}{")).collect();
        Self { equals: BTreeMap::from([(key.to_owned(), DraftValues(values))]) }
    }
}

/// A single value stands by itself, as people write it.
mod one_or_many {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Listed {
        One(String),
        Many(Vec<String>),
    }

    pub(super) fn serialize<S: Serializer>(values: &[String], out: S) -> Result<S::Ok, S::Error> {
        match values {
            [only] => only.serialize(out),
            many => many.serialize(out),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<String>, D::Error> {
        Ok(match Listed::deserialize(input)? {
            Listed::One(only) => vec![only],
            Listed::Many(many) => many,
        })
    }
}

/// An action as AWS spells it, or as it is given if the catalogue does not have it.
pub(crate) fn spelled(action: &str) -> String {
    catalogue::action(action).map_or_else(|| action.to_owned(), |known| known.to_string())
}

/// The pattern that stands for exactly one resource: what would be a wildcard or a variable is escaped (IAM User Guide, "IAM policy
/// elements: Variables and tags"). It is `*` for what no pattern can name.
pub(crate) fn exactly(resource: &str) -> String {
    let escaped = resource.replace("${", "${$}{").replace('*', "${*}").replace('?', "${?}");
    if split_arn(resource).is_some() && is_resource(&escaped) { escaped } else { "*".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_reads_as_people_write() {
        let mut trust = DraftStatement::allow(vec!["sts:AssumeRole".into()], Vec::new());
        trust.principal = Some(DraftPrincipal::Aws("arn:aws:iam::111122223333:user/ann".into()));
        let mut open = DraftStatement::allow(vec!["a:B".into(), "a:C".into()], vec!["*".into()]);
        open.principal = Some(DraftPrincipal::Everyone);
        let draft = Draft::new(vec![trust, open]);
        let text = draft.to_string();
        assert_eq!(serde_json::from_str::<Draft>(&text).expect("a draft"), draft);
        let expected = r#"{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": {
        "AWS": "arn:aws:iam::111122223333:user/ann"
      },
      "Action": "sts:AssumeRole"
    },
    {
      "Effect": "Allow",
      "Principal": "*",
      "Action": [
        "a:B",
        "a:C"
      ],
      "Resource": "*"
    }
  ]
}"#;
        assert_eq!(text, expected);
    }

    #[test]
    fn a_condition_reads_as_people_write() {
        let values = ["a".to_owned(), "${b}*".to_owned()];
        let condition = DraftCondition::equals("sts:ExternalId", &values);
        let text = serde_json::to_string(&condition).expect("JSON");
        assert_eq!(text, r#"{"StringEquals":{"sts:ExternalId":["a","${$}{b}*"]}}"#);
        assert_eq!(serde_json::from_str::<DraftCondition>(&text).expect("a condition"), condition);
        let one = serde_json::to_string(&DraftCondition::equals("a:B", &values[..1])).expect("JSON");
        assert_eq!(one, r#"{"StringEquals":{"a:B":"a"}}"#);
    }

    #[test]
    fn a_pattern_stands_for_one_resource() {
        for (resource, pattern) in [
            ("arn:aws:s3:::b/k", "arn:aws:s3:::b/k"),
            ("arn:aws:s3:::b/a*b?c$d${e}", "arn:aws:s3:::b/a${*}b${?}c$d${$}{e}"),
            ("*", "*"),
            ("b/k", "*"),
            ("arn:aws:s3", "*"),
            ("arn:aws:s3?:::b", "*"),
            ("arn:aws:iam:here:111122223333:user/ann", "*"),
        ] {
            assert_eq!(exactly(resource), pattern, "{resource}");
        }
    }

    #[test]
    fn actions_are_spelled_as_aws_does() {
        assert_eq!(spelled("S3:getobject"), "s3:GetObject");
        assert_eq!(spelled("my:Thing"), "my:Thing");
    }
}
