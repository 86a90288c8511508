//! Policies that are written instead of read: what [`generate`](mod@crate::generate) and [`remedy`](mod@crate::remedy) give.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::catalogue;
use crate::evaluate::split_arn;
use crate::validate::is_resource;

/// A policy that somebody may want, in the language of 2012. `Display` writes it as indented JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Draft {
    version: &'static str,
    /// The statements; [`generate`](fn@crate::generate) gives no draft without any.
    #[serde(rename = "Statement")]
    pub statements: Vec<DraftStatement>,
}

/// A statement that allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DraftStatement {
    effect: &'static str,
    /// Whom; of resource policies only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal: Option<DraftPrincipal>,
    /// What.
    #[serde(rename = "Action", serialize_with = "one_or_many")]
    pub actions: Vec<String>,
    /// On what, as patterns; none in the trust policy of a role.
    #[serde(rename = "Resource", serialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<String>,
}

/// Whom a statement allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
        Draft { version: "2012-10-17", statements }
    }
}

impl DraftStatement {
    pub(crate) fn allow(actions: Vec<String>, resources: Vec<String>) -> Self {
        DraftStatement { effect: "Allow", principal: None, actions, resources }
    }
}

impl fmt::Display for Draft {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&serde_json::to_string_pretty(self).map_err(|_| fmt::Error)?)
    }
}

/// A single value stands by itself, as people write it.
fn one_or_many<S: Serializer>(values: &[String], out: S) -> Result<S::Ok, S::Error> {
    match values {
        [only] => only.serialize(out),
        many => many.serialize(out),
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
        let text = Draft::new(vec![trust, open]).to_string();
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
