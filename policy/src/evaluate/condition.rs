//! Does a condition hold? (IAM User Guide, "IAM JSON policy elements: Condition operators" and "Set operators for
//! multivalued context keys".)

use std::borrow::Cow;

use smallvec::SmallVec;

use crate::compile::{Compiled, Condition, Part, Range, Wanted};
use crate::document::{Comparison, Quantifier, Relation};
use crate::text::{self, Piece, strip_prefix_ignore_case};
use crate::values::{Instant, Number, equals_base64};

use super::context::{Context, Value, Values};
use super::observe::Observer;

/// A policy with the request's condition keys and whoever watches.
pub(super) struct Scope<'s, O> {
    pub(super) policy: &'s Compiled,
    pub(super) context: &'s dyn Context,
    pub(super) observer: &'s mut O,
}

/// How two texts are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Counts,
    Ignored,
}

impl<'s, O: Observer> Scope<'s, O> {
    /// The values of a key; a key without values is missing.
    pub(super) fn values(&mut self, key: u32) -> Option<Values<'s>> {
        let context = self.context;
        let found = context.get(self.policy.key(key)?).filter(|values| !values.is_empty());
        if found.is_none()
            && let Some(key) = self.policy.keys.get(key as usize)
        {
            self.observer.missing_key(self.policy.str(key.written));
        }
        found
    }

    /// Whether the condition holds for these values of its key.
    pub(super) fn holds(&mut self, condition: &Condition, found: Option<Values<'_>>) -> bool {
        let operator = condition.operator;
        if let (Comparison::Null, Wanted::Booleans { truth, falsehood }) =
            (operator.comparison, &condition.wanted)
        {
            return if found.is_none() { *truth } else { *falsehood };
        }
        let is_set = operator.quantifier != Quantifier::One;
        let Some(found) = found.filter(|found| !(is_set && is_null_set(*found))) else {
            return operator.if_exists
                || match operator.quantifier {
                    Quantifier::ForAllValues => true,
                    Quantifier::ForAnyValue => false,
                    Quantifier::One => operator.negated,
                };
        };
        let mut values = found.iter();
        let negated = operator.negated;
        match operator.quantifier {
            // The values of the policy are ORed, so those of a negated operator are NORed.
            Quantifier::One => values.any(|value| self.matches(condition, value)) != negated,
            Quantifier::ForAllValues => values.all(|value| self.matches(condition, value) != negated),
            Quantifier::ForAnyValue => values.any(|value| self.matches(condition, value) != negated),
        }
    }

    /// Whether a value of the request is among those of the policy, the negation of the operator aside.
    fn matches(&mut self, condition: &Condition, value: Value<'_>) -> bool {
        match &condition.wanted {
            Wanted::Texts(patterns) | Wanted::Arns(patterns) => {
                let case = match condition.operator.comparison {
                    Comparison::StringEqualsIgnoreCase => Case::Ignored,
                    _ => Case::Counts,
                };
                let text = value.text();
                patterns.iter().any(|pattern| self.matches_pattern(*pattern, &text, case))
            }
            Wanted::Numbers(numbers) => number(value).is_some_and(|found| {
                let relation = relation(condition);
                numbers.iter().any(|wanted| relation.holds(found.compare(*wanted)))
            }),
            Wanted::Instants(instants) => instant(value).is_some_and(|found| {
                let relation = relation(condition);
                instants.iter().any(|wanted| relation.holds(found.cmp(wanted)))
            }),
            Wanted::Networks(networks) => {
                let address = match value {
                    Value::Address(address) => Some(address),
                    other => other.text().parse().ok(),
                };
                address.is_some_and(|address| networks.iter().any(|network| network.contains(address)))
            }
            Wanted::Binaries(binaries) => {
                let text = value.text();
                binaries.iter().any(|bytes| equals_base64(bytes, &text))
            }
            Wanted::Booleans { truth, falsehood } => match value {
                Value::Bool(value) => {
                    if value {
                        *truth
                    } else {
                        *falsehood
                    }
                }
                other => {
                    let text = other.text();
                    *truth && text.eq_ignore_ascii_case("true")
                        || *falsehood && text.eq_ignore_ascii_case("false")
                }
            },
        }
    }

    /// Whether a pattern matches a text.
    pub(super) fn matches_pattern(&mut self, pattern: Range, value: &str, case: Case) -> bool {
        let parts = self.policy.parts(pattern);
        // Most patterns are a literal, or a literal and a star: those need no list of pieces.
        match (parts, case) {
            ([Part::Text(head), rest @ ..], Case::Counts) => match value.strip_prefix(self.policy.str(*head))
            {
                None => false,
                Some(tail) => match rest {
                    [] => tail.is_empty(),
                    [Part::Star] => true,
                    _ => self.matches_parts(rest, tail, case),
                },
            },
            ([Part::Star], _) => true,
            _ => self.matches_parts(parts, value, case),
        }
    }

    fn matches_parts(&mut self, parts: &[Part], value: &str, case: Case) -> bool {
        let policy = self.policy;
        let Some(substituted) = self.substitute(parts) else { return false };
        let mut variables = substituted.iter();
        let pieces: SmallVec<[Piece<'_>; 12]> = parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => Piece::Text(policy.str(*text)),
                Part::Star => Piece::Star,
                Part::One => Piece::One,
                Part::StarWithin => Piece::StarWithin,
                Part::OneWithin => Piece::OneWithin,
                Part::Variable(_) | Part::VariableWithin(_) => {
                    Piece::Text(variables.next().map_or("", |text| text))
                }
            })
            .collect();
        match case {
            Case::Counts => text::glob(&pieces, value),
            Case::Ignored => equals_ignore_case(&pieces, value),
        }
    }

    /// The texts that stand for the variables among `parts`; `None` when one has neither value nor default, or crosses from one
    /// part of an ARN to the next. A key with many values cannot be a variable.
    fn substitute(&mut self, parts: &[Part]) -> Option<SmallVec<[Cow<'s, str>; 4]>> {
        let mut texts = SmallVec::new();
        for part in parts {
            let (index, within) = match part {
                Part::Variable(index) => (index, false),
                Part::VariableWithin(index) => (index, true),
                _ => continue,
            };
            let policy = self.policy;
            let variable = policy.variables.get(*index as usize)?;
            let text = match (self.values(variable.key), variable.default) {
                (Some(Values::One(value)), _) => value.text(),
                (_, Some(default)) => Cow::Borrowed(policy.str(default)),
                (_, None) => return None,
            };
            if within && text.contains(':') {
                return None;
            }
            texts.push(text);
        }
        Some(texts)
    }
}

/// Set operators take a key as missing that "resolves to a null dataset, such as an empty string".
fn is_null_set(found: Values<'_>) -> bool {
    found.iter().all(|value| matches!(value, Value::Text("")))
}

/// Only texts occur: operators that ignore case have no wildcards.
fn equals_ignore_case(pieces: &[Piece<'_>], value: &str) -> bool {
    let mut rest = value;
    for piece in pieces {
        let Piece::Text(text) = piece else { return false };
        let Some(after) = strip_prefix_ignore_case(rest, text) else { return false };
        rest = after;
    }
    rest.is_empty()
}

fn relation(condition: &Condition) -> Relation {
    match condition.operator.comparison {
        Comparison::Numeric(relation) | Comparison::Date(relation) => relation,
        _ => Relation::Equals,
    }
}

fn number(value: Value<'_>) -> Option<Number> {
    match value {
        Value::Integer(integer) => Some(Number::Integer(integer)),
        Value::Text(text) => Number::parse(text),
        _ => None,
    }
}

fn instant(value: Value<'_>) -> Option<Instant> {
    match value {
        Value::Instant(instant) => Some(instant),
        Value::Integer(seconds) => Some(Instant::from_epoch_seconds(seconds)),
        Value::Text(text) => Instant::parse(text),
        _ => None,
    }
}
