//! Elements that are there and hold nothing.

use crate::document::{OneOrMany, PrincipalSet, Statement};

use super::code::Code;
use super::finding::Findings;
use super::subject::Subject;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for statement in subject.statements() {
        if let Some(sid) = statement.sid.as_ref().filter(|sid| sid.as_str().is_empty()) {
            findings.add(Code::EmptySidValue, sid.span, "The Sid is empty. Remove it or give it a value.");
        }
        lists(statement, findings);
        principal(statement, findings);
        condition(statement, findings);
    }
}

fn lists(statement: &Statement<'_>, findings: &mut Findings) {
    let elements = [
        (
            &statement.action,
            Code::EmptyArrayAction,
            "The list of actions is empty: the statement has no effect.",
        ),
        (
            &statement.resource,
            Code::EmptyArrayResource,
            "The list of resources is empty: the statement has no effect.",
        ),
    ];
    for (element, code, message) in elements {
        if let Some(element) = element.as_ref().filter(|element| is_empty(&element.values)) {
            findings.add(code, element.values.span, message);
        }
    }
}

fn principal(statement: &Statement<'_>, findings: &mut Findings) {
    let Some(element) = &statement.principal else { return };
    let PrincipalSet::Typed(types) = &element.who else { return };
    if types.is_empty() {
        findings.add(Code::EmptyObjectPrincipal, element.span, "The element names nobody.");
    }
    for of in types.iter().filter(|of| is_empty(&of.values)) {
        let message = format!("The list of principals of type {} is empty.", of.kind.as_str());
        findings.add(Code::EmptyArrayPrincipal, of.values.span, message);
    }
}

fn condition(statement: &Statement<'_>, findings: &mut Findings) {
    let Some(condition) = &statement.condition else { return };
    if condition.blocks.is_empty() {
        findings.add(
            Code::EmptyObjectCondition,
            condition.span,
            "The condition is empty and always holds. Remove it.",
        );
    }
    for block in &condition.blocks {
        let operator = block.operator.as_str();
        if block.keys.is_empty() {
            let message = format!("The operator {operator} has no keys and always holds. Remove it.");
            findings.add(Code::EmptyObjectCondition, block.operator.span, message);
        }
        for key in block.keys.iter().filter(|key| is_empty(&key.values)) {
            let message = format!(
                "The key {} is compared by {operator} with an empty list: no value of a request is in it.",
                key.key.as_str()
            );
            findings.add(Code::EmptyArrayCondition, key.values.span, message);
        }
    }
}

fn is_empty<T>(values: &OneOrMany<T>) -> bool {
    values.items.is_empty()
}
