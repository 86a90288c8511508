//! Conditions that no request can satisfy.
//!
//! Whether tests of one key contradict each other is not reasoned about but tried out with the evaluator: on all values that an equality
//! lists, or on points in all the gaps between the limits of numbers, dates and addresses.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::catalogue;
use crate::document::{
    Comparison, ConditionBlock, ConditionElement, Document, Element, OneOrMany, Quantifier, Span, Statement,
    Text,
};
use crate::evaluate::{ContextMap, Layers, Named, OwnedPrincipal, Request, evaluate};
use crate::policy::Policy;
use crate::validate::PolicyKind;
use crate::values::{Instant, Number};

use super::code::Code;
use super::condition_values::ends;
use super::finding::Findings;
use super::subject::{Subject, Test, tests};

/// Keys with more values are not tried out.
const MAX_VALUES: usize = 1_000;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for statement in subject.statements() {
        let mut by_key: BTreeMap<String, Vec<Test<'_>>> = BTreeMap::new();
        for test in tests(statement) {
            by_key.entry(test.name().to_lowercase()).or_default().push(test);
        }
        for (key, tests) in &by_key {
            presence(tests, findings);
            values(key, tests, findings);
        }
    }
}

/// `Null` says that the key is missing, and another test wants it.
fn presence(tests: &[Test<'_>], findings: &mut Findings) {
    let lists = |test: &Test<'_>, word: &str| test.values().any(|value| value.eq_ignore_ascii_case(word));
    let missing = tests.iter().find(|test| {
        test.operator.comparison == Comparison::Null && lists(test, "true") && !lists(test, "false")
    });
    let Some(missing) = missing else { return };
    if let Some(wanting) = tests.iter().find(|test| test.wants_key() && !test.key.values.items.is_empty()) {
        let message = format!(
            "Null wants the key {} to be missing, and {} wants it to be there: the condition never holds.",
            missing.name(),
            wanting.written
        );
        findings.add(Code::ConditionNeverHolds, missing.key.key.span, message);
    }
}

fn values(key: &str, tests: &[Test<'_>], findings: &mut Findings) {
    let multivalued = catalogue::condition_key(key).is_some_and(|key| key.multivalued);
    let plain = tests.iter().all(|test| test.operator.quantifier == Quantifier::One);
    // What a variable becomes is not known; leaving its test out can only make the rest easier to satisfy.
    let fixed: Vec<Test<'_>> = tests
        .iter()
        .filter(|test| {
            test.operator.comparison != Comparison::Null && test.values().all(|value| !value.contains("${"))
        })
        .copied()
        .collect();
    let count: usize = fixed.iter().map(|test| test.key.values.items.len()).sum();
    if multivalued || !plain || count > MAX_VALUES {
        return;
    }
    let Some(anchor) = fixed.iter().find(|test| {
        test.wants_key() && !test.key.values.items.is_empty() && comparable(test.operator.comparison, &fixed)
    }) else {
        return;
    };
    let Some(policy) = policy_of(&fixed) else { return };
    if candidates(anchor, &fixed).into_iter().any(|value| holds(&policy, key, value)) {
        return;
    }
    let operators = fixed.iter().map(|test| test.written).collect::<Vec<_>>().join(" and ");
    let message = format!("No value of {} satisfies {operators}: the condition never holds.", anchor.name());
    findings.add(Code::ConditionNeverHolds, anchor.key.key.span, message);
}

/// Whether [`candidates`] finds a value that satisfies all tests whenever there is one.
fn comparable(comparison: Comparison, tests: &[Test<'_>]) -> bool {
    let all = |fits: fn(Comparison) -> bool| tests.iter().all(|test| fits(test.operator.comparison));
    match comparison {
        Comparison::StringEquals => true,
        Comparison::Bool => all(|comparison| comparison == Comparison::Bool),
        Comparison::Numeric(_) => all(|comparison| matches!(comparison, Comparison::Numeric(_))),
        Comparison::Date(_) => all(|comparison| matches!(comparison, Comparison::Date(_))),
        Comparison::IpAddress => all(|comparison| comparison == Comparison::IpAddress),
        _ => false,
    }
}

fn candidates(anchor: &Test<'_>, tests: &[Test<'_>]) -> Vec<String> {
    let texts = || tests.iter().flat_map(Test::values);
    match anchor.operator.comparison {
        Comparison::Numeric(_) => {
            let numbers = texts().filter_map(Number::parse).map(|number| match number {
                Number::Integer(integer) => integer as f64,
                Number::Decimal(decimal) => decimal,
            });
            gaps(numbers.collect()).into_iter().map(|point| point.to_string()).collect()
        }
        Comparison::Date(_) => {
            let instants = texts().filter_map(Instant::parse).map(|instant| instant.epoch_seconds() as f64);
            // Whole seconds: fractions are not told apart here.
            gaps(instants.collect()).into_iter().map(|point| (point as i64).to_string()).collect()
        }
        Comparison::IpAddress => {
            let ranges = texts().filter_map(ends);
            ranges
                .flat_map(|(first, last)| [Some(first), after(last)])
                .flatten()
                .map(|address| address.to_string())
                .collect()
        }
        Comparison::Bool => vec!["true".to_owned(), "false".to_owned()],
        _ => anchor.values().map(str::to_owned).collect(),
    }
}

/// The points, one in each gap between them, and one on either side.
fn gaps(mut points: Vec<f64>) -> Vec<f64> {
    points.sort_by(f64::total_cmp);
    let (Some(least), Some(most)) = (points.first().copied(), points.last().copied()) else { return points };
    let between: Vec<f64> = points.windows(2).map(|pair| pair[0] / 2.0 + pair[1] / 2.0).collect();
    points.extend(between);
    points.extend([least - 1.0, most + 1.0]);
    points
}

fn after(address: IpAddr) -> Option<IpAddr> {
    Some(match address {
        IpAddr::V4(address) => IpAddr::from(address.to_bits().checked_add(1)?.to_be_bytes()),
        IpAddr::V6(address) => IpAddr::from(address.to_bits().checked_add(1)?.to_be_bytes()),
    })
}

fn holds(policy: &Policy, key: &str, value: String) -> bool {
    let Some(principal) = OwnedPrincipal::parse("arn:aws:iam::111122223333:user/any") else { return true };
    let mut context = ContextMap::new();
    context.set(key, value);
    let request = Request::new(principal.borrow(), "any:Action", "*", &context);
    let identity = [Named { name: "", policy }];
    evaluate(&request, &Layers { identity: &identity, ..Layers::default() }).is_allowed()
}

/// A policy that allows everything under these tests alone.
fn policy_of(tests: &[Test<'_>]) -> Option<Policy> {
    let text = |value: &'static str| Text { value: Cow::Borrowed(value), span: Span::default() };
    let all = |text: Text<'static>| OneOrMany { items: vec![text], span: Span::default(), listed: false };
    let star = || Some(Element { name: Span::default(), negated: false, values: all(text("*")) });
    let mut blocks: Vec<ConditionBlock<'_>> = Vec::new();
    for test in tests {
        let key = test.key.clone();
        match blocks.iter_mut().find(|block| block.operator.as_str() == test.written) {
            Some(block) => block.keys.push(key),
            None => blocks.push(ConditionBlock {
                operator: Text { value: Cow::Borrowed(test.written), span: Span::default() },
                meaning: Some(test.operator),
                keys: vec![key],
            }),
        }
    }
    let statement = Statement {
        span: Span::default(),
        sid: None,
        effect: Some(text("Allow")),
        principal: None,
        action: star(),
        resource: star(),
        condition: Some(ConditionElement { span: Span::default(), blocks }),
    };
    let document = Document {
        text: "",
        span: Span::default(),
        version: Some(text("2012-10-17")),
        id: None,
        statements: OneOrMany { items: vec![statement], span: Span::default(), listed: true },
    };
    Policy::parse_stored(PolicyKind::Identity, &document.print()).ok()
}
