//! The policy that is looked at, with what most checks want to know of it.

use crate::catalogue::{self, Action};
use crate::document::{Comparison, ConditionKey, Document, OneOrMany, Operator, Quantifier, Statement, Text};
use crate::validate::PolicyKind;

/// A policy and its kind.
pub(super) struct Subject<'d> {
    pub(super) kind: PolicyKind,
    pub(super) document: &'d Document<'d>,
}

/// An operator applied to a key.
#[derive(Clone, Copy)]
pub(super) struct Test<'d> {
    pub(super) operator: Operator,
    /// The operator as written.
    pub(super) written: &'d str,
    pub(super) key: &'d ConditionKey<'d>,
}

impl<'d> Subject<'d> {
    pub(super) fn new(kind: PolicyKind, document: &'d Document<'d>) -> Self {
        Subject { kind, document }
    }

    pub(super) fn statements(&self) -> &'d [Statement<'d>] {
        &self.document.statements.items
    }

    /// Whether the policy is written in the language that has variables.
    pub(super) fn has_variables(&self) -> bool {
        self.document.version.as_ref().is_some_and(|version| version.as_str() == "2012-10-17")
    }

    /// Whether what the policy allows is thereby granted; boundaries and control policies only limit.
    pub(super) fn grants(&self) -> bool {
        match self.kind {
            PolicyKind::Identity | PolicyKind::Session | PolicyKind::Resource | PolicyKind::Trust => true,
            PolicyKind::PermissionsBoundary | PolicyKind::ServiceControl | PolicyKind::ResourceControl => {
                false
            }
        }
    }
}

pub(super) fn allows(statement: &Statement<'_>) -> bool {
    statement.effect.as_ref().is_some_and(|effect| effect.as_str() == "Allow")
}

/// The tests of a statement's condition; those with an operator that does not exist left out.
pub(super) fn tests<'d>(statement: &'d Statement<'d>) -> impl Iterator<Item = Test<'d>> {
    let blocks = statement.condition.iter().flat_map(|condition| &condition.blocks);
    blocks.filter_map(|block| Some((block.meaning?, block))).flat_map(|(operator, block)| {
        let written = block.operator.as_str();
        block.keys.iter().map(move |key| Test { operator, written, key })
    })
}

impl<'d> Test<'d> {
    pub(super) fn name(&self) -> &'d str {
        self.key.key.as_str()
    }

    pub(super) fn is(&self, key: &str) -> bool {
        self.name().eq_ignore_ascii_case(key)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &'d str> + use<'d> {
        self.key.values.items.iter().map(|value| value.text.as_str())
    }

    /// Whether a request without the key fails the test.
    pub(super) fn wants_key(&self) -> bool {
        match self.operator.comparison {
            Comparison::Null => self.values().all(|value| value.eq_ignore_ascii_case("false")),
            _ => {
                !self.operator.if_exists
                    && match self.operator.quantifier {
                        Quantifier::One => !self.operator.negated,
                        Quantifier::ForAllValues => false,
                        Quantifier::ForAnyValue => true,
                    }
            }
        }
    }
}

/// The patterns of `Action`; none of `NotAction`.
pub(super) fn actions<'d>(statement: &'d Statement<'d>) -> &'d [Text<'d>] {
    positive(statement.action.as_ref().map(|action| (action.negated, &action.values)))
}

/// The patterns of `Resource`; none of `NotResource`.
pub(super) fn resources<'d>(statement: &'d Statement<'d>) -> &'d [Text<'d>] {
    positive(statement.resource.as_ref().map(|resource| (resource.negated, &resource.values)))
}

fn positive<'d>(element: Option<(bool, &'d OneOrMany<Text<'d>>)>) -> &'d [Text<'d>] {
    match element {
        Some((false, values)) => &values.items,
        _ => &[],
    }
}

/// The known actions of a pattern that names one service; none for a pattern of all services.
pub(super) fn known_actions(pattern: &str) -> impl Iterator<Item = Action> {
    let service = pattern.split_once(':').map(|(service, _)| service);
    let named = service.is_some_and(|service| !has_wildcard(service));
    catalogue::expand(if named { pattern } else { "" })
}

pub(super) fn has_wildcard(text: &str) -> bool {
    text.contains(['*', '?'])
}
