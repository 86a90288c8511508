//! Condition keys that do not exist, that an action never has, or that are asked for in the wrong way.

use std::collections::HashMap;

use crate::catalogue::{self, Action, ConditionKey, Service};
use crate::document::{Comparison, Quantifier, Span, Statement};

use super::code::Code;
use super::finding::Findings;
use super::similar::did_you_mean;
use super::subject::{Subject, Test, actions, allows, known_actions, tests};

/// The most actions that a message lists.
const FEW: usize = 5;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for statement in subject.statements() {
        for test in tests(statement) {
            let span = test.key.key.span;
            if let Some(key) = known(test.name(), span, findings) {
                quantifier(&test, key, statement, subject, findings);
                never_present(&test, key, statement, findings);
            }
            pair(&test, statement, findings);
        }
        duplicates(statement, findings);
    }
}

/// What the catalogue says of a key; complains if it should know it. Keys of identity providers other than the well-known are theirs.
pub(super) fn known(name: &str, span: Span, findings: &mut Findings) -> Option<ConditionKey> {
    let Some((prefix, rest)) =
        name.split_once(':').filter(|(prefix, rest)| !prefix.is_empty() && !rest.is_empty())
    else {
        let message = format!("{name} is no condition key: those have a prefix, a colon and a name.");
        findings.add(Code::InvalidConditionKeyFormat, span, message);
        return None;
    };
    if name.eq_ignore_ascii_case("aws:ARN") {
        let message = format!("The key {name} is deprecated. Use aws:PrincipalArn.");
        findings.add(Code::DeprecatedGlobalConditionKey, span, message);
        return None;
    }
    if let Some(key) = catalogue::condition_key(name) {
        return Some(key);
    }
    if prefix.eq_ignore_ascii_case("aws") {
        let keys = catalogue::global_condition_keys().iter().map(|key| key.name);
        let message = format!("The global condition key {name} does not exist.{}", did_you_mean(name, keys));
        findings.add(Code::InvalidGlobalConditionKey, span, message);
    } else if let Some(service) = catalogue::service(prefix) {
        let keys = service.condition_keys().iter().map(|key| key.name);
        let message = format!("{} has no condition key {rest}.{}", service.name(), did_you_mean(name, keys));
        findings.add(Code::InvalidServiceConditionKey, span, message);
    } else if !prefix.contains(['.', '/']) {
        let offer = did_you_mean(prefix, catalogue::services().iter().map(Service::prefix));
        let message = format!("The condition key {name} is of no service.{offer}");
        findings.add(Code::InvalidServiceConditionKey, span, message);
    }
    None
}

fn quantifier(
    test: &Test<'_>,
    key: ConditionKey,
    statement: &Statement<'_>,
    subject: &Subject<'_>,
    findings: &mut Findings,
) {
    let (name, span) = (test.name(), test.key.key.span);
    let null = test.operator.comparison == Comparison::Null;
    match test.operator.quantifier {
        Quantifier::One if key.multivalued && !null => {
            let message = format!(
                "The key {name} has several values. Use ForAllValues:{0} or ForAnyValue:{0}.",
                test.written
            );
            findings.add(Code::MissingQualifier, span, message);
        }
        Quantifier::ForAllValues | Quantifier::ForAnyValue if null => {
            let message = format!("Null tells whether the key {name} is there at all. Remove the qualifier.");
            findings.add(Code::NullWithQualifier, span, message);
        }
        Quantifier::ForAllValues if !key.multivalued => {
            let message = format!(
                "The key {name} has one value, and {} holds also when it is missing. Remove ForAllValues.",
                test.written
            );
            findings.add(Code::ForallvaluesWithSingleValuedKey, span, message);
        }
        Quantifier::ForAllValues => {
            let wanted = tests(statement).any(|other| other.is(name) && other.wants_key());
            if allows(statement) && subject.grants() && !wanted {
                let message = format!(
                    "{} holds also when the request has no {name}. Add a condition Null with \"{name}\": \"false\".",
                    test.written
                );
                findings.add(Code::ForallvaluesWithoutNullCheck, span, message);
            }
        }
        Quantifier::One | Quantifier::ForAnyValue => {}
    }
}

/// Whether an action supplies a key, itself or for one of its resource types. The reference writes the free part of a key in several
/// ways (`ResourceTag/${TagKey}`, `ResourceTag/tag-key`).
fn supplies(action: &Action, key: ConditionKey) -> bool {
    let fixed = |key: ConditionKey| key.name.split_once('/').map_or(key.name, |(fixed, _)| fixed);
    let of_types = action.resources().flat_map(|resource| resource.resource_type.condition_keys());
    action.condition_keys().chain(of_types).any(|supplied| fixed(supplied).eq_ignore_ascii_case(fixed(key)))
}

fn never_present(test: &Test<'_>, key: ConditionKey, statement: &Statement<'_>, findings: &mut Findings) {
    // Global keys do not depend on the action, as far as the reference tells; `tags` looks at those that do.
    let (name, prefix) = (test.name(), test.name().split(':').next().unwrap_or_default());
    let of_service = catalogue::service(prefix).is_some();
    if !of_service || test.operator.if_exists || test.operator.comparison == Comparison::Null {
        return;
    }
    let mut without = Vec::new();
    let patterns = actions(statement);
    for pattern in patterns {
        let mut found = known_actions(pattern.as_str()).peekable();
        if found.peek().is_some() && !found.any(|action| supplies(&action, key)) {
            without.push(pattern.as_str());
        }
    }
    if without.is_empty() {
        return;
    }
    let consequence = match test.wants_key() {
        true => "the condition never holds for it",
        false => "the condition always holds for it",
    };
    let more = without.len().saturating_sub(FEW);
    let mut listed = without[..without.len().min(FEW)].join(", ");
    if more > 0 {
        listed.push_str(&format!(" and {more} more"));
    }
    let message = format!("No request for {listed} has the key {name}: {consequence}.");
    findings.add(Code::ConditionKeyNeverPresent, test.key.key.span, message);
}

/// An address inside a VPC means nothing without the VPC.
fn pair(test: &Test<'_>, statement: &Statement<'_>, findings: &mut Findings) {
    const PARTNERS: [&str; 3] = ["aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn"];
    let paired = || tests(statement).any(|other| PARTNERS.iter().any(|partner| other.is(partner)));
    if test.is("aws:VpcSourceIp") && allows(statement) && !paired() {
        let message =
            "Addresses inside VPCs are not unique. Add a condition on aws:SourceVpc or aws:SourceVpce.";
        findings.add(Code::MissingPairedConditionKeys, test.key.key.span, message);
    }
}

/// Keys ignore case, so that two spellings of a key are one key.
fn duplicates(statement: &Statement<'_>, findings: &mut Findings) {
    for block in statement.condition.iter().flat_map(|condition| &condition.blocks) {
        let mut seen = HashMap::new();
        for key in &block.keys {
            let written = key.key.as_str();
            if let Some(first) = seen.insert(written.to_lowercase(), written) {
                let message = format!(
                    "The key {written} is already there as {first}. Write the key once, with all its values."
                );
                findings.add(Code::DuplicateKeysWithDifferentCase, key.key.span, message);
            }
        }
    }
}
