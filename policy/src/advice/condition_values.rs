//! Values that are not of the type their operator compares, and operators that do not suit their key.

use std::net::IpAddr;

use crate::catalogue::{self, ValueType};
use crate::document::{Comparison, ConditionValue, Operator, Relation, Span};
use crate::values::{Instant, Network, Number, decode_base64};

use super::code::Code;
use super::finding::Findings;
use super::subject::{Subject, Test, tests};

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for test in subject.statements().iter().flat_map(tests) {
        operator(&test, findings);
        json_types(&test, findings);
        for value in &test.key.values.items {
            // `variables` looks at those.
            if !value.text.as_str().contains("${") {
                of_type(&test, value.text.as_str(), value.text.span, findings);
            }
        }
        several(&test, findings);
        wildcards(&test, findings);
        if test.is("aws:SourceIp") {
            private(&test, findings);
        }
    }
}

/// The operators that compare values of a type, in the order in which they are recommended.
fn suitable(value_type: ValueType) -> &'static [&'static str] {
    match value_type {
        ValueType::String => &["String", "Binary"],
        ValueType::Arn => &["Arn", "String"],
        ValueType::Bool => &["Bool"],
        ValueType::Numeric => &["Numeric"],
        ValueType::Date => &["Date", "Numeric"],
        ValueType::IpAddress => &["IpAddress"],
    }
}

fn family(operator: Operator) -> Option<&'static str> {
    Some(match operator.comparison {
        Comparison::StringEquals | Comparison::StringEqualsIgnoreCase | Comparison::StringLike => "String",
        Comparison::Numeric(_) => "Numeric",
        Comparison::Date(_) => "Date",
        Comparison::Bool => "Bool",
        Comparison::BinaryEquals => "Binary",
        Comparison::IpAddress => "IpAddress",
        Comparison::Arn => "Arn",
        Comparison::Null => return None,
    })
}

fn operator(test: &Test<'_>, findings: &mut Findings) {
    let (Some(key), Some(family)) = (catalogue::condition_key(test.name()), family(test.operator)) else {
        return;
    };
    // Tags and other names that people choose may hold anything, also ARNs.
    if key.is_template() && family == "Arn" {
        return;
    }
    let suitable = suitable(key.value_type);
    if let Some(best) = suitable.first().filter(|_| !suitable.contains(&family)) {
        let message = format!(
            "The key {} is of type {}. Use an operator of type {best} instead of {}.",
            test.name(),
            key.value_type.as_str(),
            test.written
        );
        findings.add(Code::TypeMismatch, test.key.key.span, message);
    }
}

/// Quoted texts, numbers and booleans in one list.
fn json_types(test: &Test<'_>, findings: &mut Findings) {
    let kind = |value: &ConditionValue<'_>| {
        (value.quoted, !value.quoted && matches!(value.text.as_str(), "true" | "false"))
    };
    let values = &test.key.values;
    if values.items.windows(2).any(|pair| kind(&pair[0]) != kind(&pair[1])) {
        let message =
            format!("The values of {} are of different JSON types. Put all in quotes.", test.name());
        findings.add(Code::InvalidConditionDataType, values.span, message);
    }
}

fn of_type(test: &Test<'_>, value: &str, span: Span, findings: &mut Findings) {
    let (code, message) = match test.operator.comparison {
        Comparison::Bool | Comparison::Null if !is_boolean(value) => {
            (Code::TypeMismatchBoolean, format!("{value:?} is neither true nor false."))
        }
        Comparison::Numeric(_) if Number::parse(value).is_none() => {
            (Code::TypeMismatchNumber, format!("{value:?} is not a number."))
        }
        Comparison::Date(_) if Instant::parse(value).is_none() => {
            (Code::TypeMismatchDate, format!("{value:?} is not a date such as 2026-01-31T12:00:00Z."))
        }
        Comparison::IpAddress if Network::parse(value).is_none() => (
            Code::TypeMismatchIpRange,
            format!("{value:?} is not an address or a range such as 203.0.113.0/24."),
        ),
        Comparison::IpAddress => return host_bits(value, span, findings),
        Comparison::BinaryEquals if decode_base64(value).is_none() => {
            (Code::TypeMismatchString, format!("{value:?} is not base64."))
        }
        Comparison::Arn if !is_arn(value) => (
            Code::TypeMismatchArn,
            format!("{value:?} can match no ARN: those have six parts and begin with arn:."),
        ),
        _ => return,
    };
    findings.add(code, span, message);
}

fn is_boolean(value: &str) -> bool {
    value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false")
}

fn is_arn(value: &str) -> bool {
    let start = value.split(['*', '?']).next().unwrap_or_default();
    let begins = "arn:".starts_with(start) || start.starts_with("arn:");
    value == "*" || begins && value.matches(':').count() >= 5
}

fn host_bits(value: &str, span: Span, findings: &mut Findings) {
    let Some((first, _)) = ends(value) else { return };
    let written = value.split('/').next().and_then(|address| address.parse::<IpAddr>().ok());
    if let (Some(written), Some((_, length))) = (written, value.split_once('/'))
        && written != first
    {
        let message =
            format!("The range {value} begins at {first}/{length}: the address has bits beyond the prefix.");
        findings.add(Code::ImproveIpRange, span, message);
    }
}

/// The first and the last address of a range.
pub(super) fn ends(range: &str) -> Option<(IpAddr, IpAddr)> {
    Network::parse(range)?;
    let (address, length) = match range.split_once('/') {
        Some((address, length)) => (address, length.parse::<u32>().ok()),
        None => (range, None),
    };
    Some(match address.parse().ok()? {
        IpAddr::V4(address) => {
            let host = u32::MAX.checked_shr(length.unwrap_or(32)).unwrap_or(0);
            (
                IpAddr::from((address.to_bits() & !host).to_be_bytes()),
                IpAddr::from((address.to_bits() | host).to_be_bytes()),
            )
        }
        IpAddr::V6(address) => {
            let host = u128::MAX.checked_shr(length.unwrap_or(128)).unwrap_or(0);
            (
                IpAddr::from((address.to_bits() & !host).to_be_bytes()),
                IpAddr::from((address.to_bits() | host).to_be_bytes()),
            )
        }
    })
}

fn several(test: &Test<'_>, findings: &mut Findings) {
    let values = &test.key.values;
    match test.operator.comparison {
        Comparison::Bool | Comparison::Null => {
            let has = |word: &str| test.values().any(|value| value.eq_ignore_ascii_case(word));
            if has("true") && has("false") {
                let message = format!("The key {} is compared with both true and false.", test.name());
                findings.add(Code::InvalidConditionMultipleBoolean, values.span, message);
            }
        }
        Comparison::Numeric(relation) | Comparison::Date(relation)
            if relation != Relation::Equals && values.items.len() > 1 =>
        {
            let message =
                format!("Of several values of {} only one matters: leave the others out.", test.written);
            findings.add(Code::RedundantConditionValueNum, values.span, message);
        }
        _ => {}
    }
}

fn wildcards(test: &Test<'_>, findings: &mut Findings) {
    let literal =
        matches!(test.operator.comparison, Comparison::StringEquals | Comparison::StringEqualsIgnoreCase);
    if !literal {
        return;
    }
    for value in &test.key.values.items {
        let text = value.text.as_str().replace("${*}", "").replace("${?}", "");
        if text.contains(['*', '?']) {
            let message = format!(
                "{} takes * and ? literally. Use StringLike or StringNotLike for wildcards.",
                test.written
            );
            findings.add(Code::WildcardWithoutLikeOperator, value.text.span, message);
        }
    }
}

/// Requests come to AWS from public addresses; those from a VPC endpoint have no `aws:SourceIp`.
fn private(test: &Test<'_>, findings: &mut Findings) {
    let is_private = |address: IpAddr| match address {
        IpAddr::V4(address) => address.is_private(),
        IpAddr::V6(address) => address.is_unique_local(),
    };
    let values = &test.key.values.items;
    let found: Vec<_> = values
        .iter()
        .filter(|value| {
            ends(value.text.as_str()).is_some_and(|(first, last)| is_private(first) && is_private(last))
        })
        .collect();
    if !found.is_empty() && found.len() == values.len() {
        let message = "aws:SourceIp is always a public address. Use aws:VpcSourceIp for private ones.";
        return findings.add(Code::PrivateIpAddress, test.key.values.span, message);
    }
    for value in found {
        let message =
            format!("{} is private, and aws:SourceIp is always a public address.", value.text.as_str());
        findings.add(Code::PrivateIpAddressSubset, value.text.span, message);
    }
}
