//! Tags asked of services that do not tell them (IAM User Guide, "AWS services that work with IAM", column ABAC).

use std::collections::BTreeSet;

use crate::catalogue::{self, Service};
use crate::document::Statement;

use super::code::Code;
use super::finding::Findings;
use super::subject::{Subject, Test, allows, has_wildcard, tests};

/// The keys, by the start of their names.
const TAG_KEYS: [&str; 3] = ["aws:ResourceTag/", "aws:RequestTag/", "aws:TagKeys"];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for statement in subject.statements() {
        for test in tests(statement).filter(Test::wants_key) {
            if let Some(key) = TAG_KEYS.into_iter().find(|key| starts_with(test.name(), key)) {
                weigh(&test, key, statement, findings);
            }
        }
    }
}

fn starts_with(name: &str, start: &str) -> bool {
    name.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

fn weigh(test: &Test<'_>, key: &str, statement: &Statement<'_>, findings: &mut Findings) {
    let Some(action) = &statement.action else { return };
    let (name, span, allows) = (test.name(), test.key.key.span, allows(statement));
    let effect = if allows { "allowed" } else { "denied" };
    if action.negated {
        let code = match allows {
            true => Code::AllowNotactionWithUnsupportedTagConditionKeyForService,
            false => Code::DenyNotactionWithUnsupportedTagConditionKeyForService,
        };
        let message = format!(
            "Actions of services that do not tell {name} are not {effect}. Use Action instead of NotAction."
        );
        return findings.add(code, span, message);
    }
    let named = action.values.items.iter().filter_map(|pattern| Some(pattern.as_str().split_once(':')?.0));
    let services: BTreeSet<&str> = named
        .filter(|prefix| !has_wildcard(prefix))
        .filter_map(catalogue::service)
        .filter(|service| !tells(service, key))
        .map(Service::prefix)
        .collect();
    if services.is_empty() {
        return;
    }
    let code = match allows {
        true => Code::AllowWithUnsupportedTagConditionKeyForService,
        false => Code::DenyWithUnsupportedTagConditionKeyForService,
    };
    let services = services.into_iter().collect::<Vec<_>>().join(", ");
    let message =
        format!("These services do not tell {name}, so that their actions are not {effect}: {services}.");
    findings.add(code, span, message);
}

fn tells(service: &Service, key: &str) -> bool {
    service.condition_keys().iter().any(|supplied| starts_with(supplied.name, key))
}
