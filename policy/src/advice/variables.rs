//! Policy variables (IAM User Guide, "IAM policy elements: Variables and tags").

use crate::document::{Span, Text};

use super::code::Code;
use super::condition_keys::known;
use super::finding::Findings;
use super::subject::{Subject, tests};

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for statement in subject.statements() {
        let actions = statement.action.iter().flat_map(|action| &action.values.items);
        let principals =
            statement.principal.iter().flat_map(|element| element.iter()).map(|(_, value)| value);
        for text in actions.chain(principals).filter(|text| has_variable(text)) {
            let message = format!(
                "AWS expands variables only in resources and conditions: {} stays as it is.",
                text.as_str()
            );
            findings.add(Code::VariableUnsupportedInElement, text.span, message);
        }
        for text in statement.resource.iter().flat_map(|resource| &resource.values.items) {
            look_at(subject, text, findings);
        }
        for test in tests(statement) {
            for value in &test.key.values.items {
                if test.operator.takes_variables() {
                    look_at(subject, &value.text, findings);
                } else if has_variable(&value.text) {
                    let message =
                        format!("{} takes no variables: only string and ARN operators do.", test.written);
                    findings.add(Code::InvalidVariableForOperator, value.text.span, message);
                }
            }
        }
    }
}

fn has_variable(text: &Text<'_>) -> bool {
    text.as_str().contains("${")
}

fn look_at(subject: &Subject<'_>, text: &Text<'_>, findings: &mut Findings) {
    if has_variable(text) && !subject.has_variables() {
        let message = format!("Without \"Version\": \"2012-10-17\" {} is taken literally.", text.as_str());
        return findings.add(Code::VariableUnsupportedInVersion, text.span, message);
    }
    let mut rest = text.as_str();
    while let Some((_, inside)) = rest.split_once("${") {
        let Some((body, after)) = body(inside) else {
            let message = format!("A variable in {} has no closing brace.", text.as_str());
            return findings.add(Code::MissingBraceInVariable, text.span, message);
        };
        variable(body, text.span, findings);
        rest = after;
    }
}

/// What stands between the braces, and what follows. A quoted default may hold a brace.
fn body(inside: &str) -> Option<(&str, &str)> {
    let brace = inside.find('}')?;
    let quote = inside.find('\'').filter(|quote| *quote < brace);
    let closing = quote.and_then(|quote| {
        let end = quote + 1 + inside.get(quote + 1..)?.find('\'')?;
        Some(end + inside.get(end..)?.find('}')?)
    });
    let end = closing.unwrap_or(brace);
    Some((inside.get(..end)?, inside.get(end + 1..)?))
}

fn variable(body: &str, span: Span, findings: &mut Findings) {
    if matches!(body, "*" | "?" | "$") {
        return;
    }
    let (name, default) = match body.split_once(',') {
        Some((name, default)) => (name, Some(default.trim())),
        None => (body, None),
    };
    if name.trim().is_empty() {
        return findings.add(Code::EmptyVariable, span, "A variable has no name.");
    }
    if name.contains(char::is_whitespace) {
        let message = format!("The variable {name:?} has a space in it.");
        return findings.add(Code::UnsupportedSpaceInVariable, span, message);
    }
    let quoted = |default: &str| default.len() >= 2 && default.starts_with('\'') && default.ends_with('\'');
    if let Some(default) = default.filter(|default| !quoted(default)) {
        let message = format!("The default {default} of the variable {name} is to stand in single quotes.");
        findings.add(Code::MissingQuoteInVariable, span, message);
    }
    if known(name, span, findings).is_some_and(|key| key.multivalued) {
        let message = format!("The key {name} has several values and cannot be a variable.");
        findings.add(Code::MultivaluedKeyInVariable, span, message);
    }
}
