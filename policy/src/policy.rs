//! A policy ready to be evaluated.

use std::sync::Arc;

use crate::compile::{Compiled, Statement};
use crate::document::{Document, Position, Span};
use crate::validate::{self, PolicyError, PolicyKind, Strictness};

/// A validated and compiled policy with its text; cheap to clone.
#[derive(Debug, Clone)]
pub struct Policy(Arc<Compiled>);

impl Policy {
    /// Parses, validates and compiles a policy as AWS does when it is written.
    ///
    /// # Errors
    /// AWS's first complaint.
    pub fn parse(kind: PolicyKind, text: &str) -> Result<Self, PolicyError> {
        Policy::parse_with(kind, Strictness::New, text)
    }

    /// As [`Policy::parse`], for a text that AWS accepted some time and still evaluates: any version of the language will do.
    ///
    /// # Errors
    /// AWS's first complaint.
    pub fn parse_stored(kind: PolicyKind, text: &str) -> Result<Self, PolicyError> {
        Policy::parse_with(kind, Strictness::Stored, text)
    }

    fn parse_with(kind: PolicyKind, strictness: Strictness, text: &str) -> Result<Self, PolicyError> {
        let document = validate::validate(kind, strictness, text)?;
        Ok(Policy(Arc::new(Compiled::new(kind, &document))))
    }

    /// What the policy is for.
    pub fn kind(&self) -> PolicyKind {
        self.0.kind
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        self.0.text()
    }

    /// The tree of the text, parsed anew: for reading elements and their places, not for evaluating.
    pub fn document(&self) -> Document<'_> {
        // The text was parsed when the policy was made; an empty document stands in for the impossible.
        Document::parse(self.text()).unwrap_or_else(|error| Document {
            text: self.text(),
            span: error.span,
            version: None,
            id: None,
            statements: crate::document::OneOrMany { items: Vec::new(), span: error.span, listed: true },
        })
    }

    /// The statements of the policy in order.
    pub fn statements(&self) -> impl ExactSizeIterator<Item = StatementView<'_>> {
        self.0.statements.iter().map(|statement| self.view(statement))
    }

    /// A statement by its number, from 0.
    pub fn statement(&self, number: usize) -> Option<StatementView<'_>> {
        self.0.statements.get(number).map(|statement| self.view(statement))
    }

    fn view(&self, statement: &Statement) -> StatementView<'_> {
        StatementView {
            text: self.text(),
            span: statement.span,
            sid: statement.sid.map(|sid| self.0.str(sid)).filter(|sid| !sid.is_empty()),
            denies: statement.denies,
        }
    }

    /// Every condition key that the policy refers to, in conditions and variables, as first written and once each
    /// (`GetContextKeysForCustomPolicy`).
    pub fn context_keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys.iter().map(|key| self.0.str(key.written))
    }

    /// Whether a statement allows anything of a service, given by its prefix such as `s3`; conditions and resources aside
    /// (`ListPoliciesGrantingServiceAccess`).
    pub fn grants_service(&self, prefix: &str) -> bool {
        let service = format!("{}:", prefix.to_ascii_lowercase());
        let policy = &*self.0;
        let allows =
            |statement: u32| policy.statements.get(statement as usize).is_some_and(|found| !found.denies);
        // A head shorter than the service has a wildcard in the service, and may stand for it.
        let speaks = |head: &str, open: bool| head.starts_with(&service) || open && service.starts_with(head);
        let by_action = policy
            .actions
            .heads(policy)
            .any(|(head, open, statement)| allows(statement) && speaks(head, open));
        by_action
            || policy.not_actions.iter().any(|(statement, excepted)| {
                let all = excepted.heads(policy).any(|(head, open, _)| open && service.starts_with(head));
                allows(*statement) && !all
            })
    }

    /// Bytes of memory that the policy takes, its text included.
    pub fn memory(&self) -> usize {
        self.0.memory()
    }

    pub(crate) fn compiled(&self) -> &Compiled {
        &self.0
    }
}

/// A statement of a [`Policy`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatementView<'p> {
    text: &'p str,
    /// Place of the statement's object in the text.
    pub span: Span,
    /// The Sid, if it has one.
    pub sid: Option<&'p str>,
    /// Whether the effect is `Deny`.
    pub denies: bool,
}

impl StatementView<'_> {
    /// Position of the opening brace.
    pub fn start(&self) -> Position {
        self.span.start_in(self.text)
    }

    /// Position one past the closing brace.
    pub fn end(&self) -> Position {
        self.span.end_in(self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(statements: &str) -> Policy {
        let text = format!(r#"{{"Version":"2012-10-17","Statement":{statements}}}"#);
        Policy::parse(PolicyKind::Identity, &text).expect("a policy")
    }

    #[test]
    fn the_keys_of_conditions_and_variables_are_listed_once() {
        let policy = policy(
            r#"[{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:username}/${aws:PrincipalTag/x, 'y'}",
                 "Condition":{"StringEquals":{"aws:SourceVpc":"${aws:USERNAME}"},"Null":{"aws:sourcevpc":"true"}}}]"#,
        );
        assert_eq!(
            policy.context_keys().collect::<Vec<_>>(),
            ["aws:username", "aws:PrincipalTag/x", "aws:SourceVpc"]
        );
    }

    #[test]
    fn granting_a_service_is_told_from_denying_it() {
        let grants = |statements: &str, service: &str| policy(statements).grants_service(service);
        let allow = |action: &str| format!(r#"{{"Effect":"Allow","Action":"{action}","Resource":"*"}}"#);
        assert!(
            grants(&allow("s3:Get*"), "s3")
                && grants(&allow("S3:GetObject"), "s3")
                && grants(&allow("*"), "s3")
        );
        assert!(!grants(&allow("s3:Get*"), "ec2") && !grants(&allow("s3-object-lambda:*"), "s3"));
        assert!(!grants(r#"{"Effect":"Deny","Action":"s3:*","Resource":"*"}"#, "s3"));
        let except = |action: &str| format!(r#"{{"Effect":"Allow","NotAction":"{action}","Resource":"*"}}"#);
        assert!(grants(&except("ec2:*"), "s3") && grants(&except("s3:Get*"), "s3"));
        assert!(!grants(&except("s3:*"), "s3") && !grants(&except("*"), "s3"));
        let long = allow(&format!("s3:{}", "a".repeat(200)));
        assert!(grants(&long, "s3") && !grants(&long, "ec2"));
    }

    #[test]
    fn statements_show_their_sid_and_place() {
        let policy = policy(
            r#"[{"Sid":"","Effect":"Deny","Action":"*","Resource":"*"},{"Sid":"B","Effect":"Allow","Action":"*","Resource":"*"}]"#,
        );
        let seen: Vec<_> = policy.statements().map(|statement| (statement.sid, statement.denies)).collect();
        assert_eq!(seen, [(None, true), (Some("B"), false)]);
        let first = policy.statements().next().expect("a statement");
        assert_eq!(
            first.span.slice(policy.text()),
            r#"{"Sid":"","Effect":"Deny","Action":"*","Resource":"*"}"#
        );
        assert_eq!((first.start().column, first.end().column), (38, 92));
        assert_eq!(policy.document().statements.items.len(), 2);
    }
}
