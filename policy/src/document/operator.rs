//! Condition operators by name (IAM User Guide, "IAM JSON policy elements: Condition operators").

use crate::text::strip_prefix_ignore_case;

/// Whether an operator looks at all values of a key, at any, or at the one value of a single-valued key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantifier {
    /// No prefix.
    One,
    /// `ForAllValues:`
    ForAllValues,
    /// `ForAnyValue:`
    ForAnyValue,
}

/// How two ordered values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// `…Equals`
    Equals,
    /// `…LessThan`
    LessThan,
    /// `…LessThanEquals`
    LessThanEquals,
    /// `…GreaterThan`
    GreaterThan,
    /// `…GreaterThanEquals`
    GreaterThanEquals,
}

impl Relation {
    /// Whether values that compare as `ordering` (request value first) stand in this relation.
    pub fn holds(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            Relation::Equals => ordering.is_eq(),
            Relation::LessThan => ordering.is_lt(),
            Relation::LessThanEquals => ordering.is_le(),
            Relation::GreaterThan => ordering.is_gt(),
            Relation::GreaterThanEquals => ordering.is_ge(),
        }
    }
}

/// What an operator compares, without its negation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `StringEquals`, `StringNotEquals`
    StringEquals,
    /// `StringEqualsIgnoreCase`, `StringNotEqualsIgnoreCase`
    StringEqualsIgnoreCase,
    /// `StringLike`, `StringNotLike`
    StringLike,
    /// `Numeric…`
    Numeric(Relation),
    /// `Date…`
    Date(Relation),
    /// `Bool`
    Bool,
    /// `BinaryEquals`
    BinaryEquals,
    /// `IpAddress`, `NotIpAddress`
    IpAddress,
    /// `ArnEquals`, `ArnLike`, `ArnNotEquals`, `ArnNotLike`: AWS gives all the same wildcards.
    Arn,
    /// `Null`
    Null,
}

/// A condition operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operator {
    /// The prefix.
    pub quantifier: Quantifier,
    /// What is compared.
    pub comparison: Comparison,
    /// Whether it is a `Not…` operator.
    pub negated: bool,
    /// Whether it ends in `IfExists`.
    pub if_exists: bool,
}

/// Every operator without prefix and suffix: name, comparison, negated.
const OPERATORS: [(&str, Comparison, bool); 27] = {
    use Comparison::{
        Arn, BinaryEquals, Bool, Date, IpAddress, Null, Numeric, StringEquals, StringEqualsIgnoreCase,
        StringLike,
    };
    use Relation::{Equals, GreaterThan, GreaterThanEquals, LessThan, LessThanEquals};
    [
        ("StringEquals", StringEquals, false),
        ("StringNotEquals", StringEquals, true),
        ("StringEqualsIgnoreCase", StringEqualsIgnoreCase, false),
        ("StringNotEqualsIgnoreCase", StringEqualsIgnoreCase, true),
        ("StringLike", StringLike, false),
        ("StringNotLike", StringLike, true),
        ("NumericEquals", Numeric(Equals), false),
        ("NumericNotEquals", Numeric(Equals), true),
        ("NumericLessThan", Numeric(LessThan), false),
        ("NumericLessThanEquals", Numeric(LessThanEquals), false),
        ("NumericGreaterThan", Numeric(GreaterThan), false),
        ("NumericGreaterThanEquals", Numeric(GreaterThanEquals), false),
        ("DateEquals", Date(Equals), false),
        ("DateNotEquals", Date(Equals), true),
        ("DateLessThan", Date(LessThan), false),
        ("DateLessThanEquals", Date(LessThanEquals), false),
        ("DateGreaterThan", Date(GreaterThan), false),
        ("DateGreaterThanEquals", Date(GreaterThanEquals), false),
        ("Bool", Bool, false),
        ("BinaryEquals", BinaryEquals, false),
        ("IpAddress", IpAddress, false),
        ("NotIpAddress", IpAddress, true),
        ("ArnEquals", Arn, false),
        ("ArnLike", Arn, false),
        ("ArnNotEquals", Arn, true),
        ("ArnNotLike", Arn, true),
        ("Null", Null, false),
    ]
};

impl Operator {
    /// The operator of a name such as `ForAnyValue:StringNotLikeIfExists`; letters of either case, as AWS's own
    /// managed policies write them. `None` for what is not an operator, `NullIfExists` included.
    pub fn parse(name: &str) -> Option<Self> {
        let (quantifier, rest) = if let Some(rest) = strip_prefix_ignore_case(name, "ForAllValues:") {
            (Quantifier::ForAllValues, rest)
        } else if let Some(rest) = strip_prefix_ignore_case(name, "ForAnyValue:") {
            (Quantifier::ForAnyValue, rest)
        } else {
            (Quantifier::One, name)
        };
        const SUFFIX: &str = "IfExists";
        let cut = rest.len().saturating_sub(SUFFIX.len());
        let if_exists = rest.get(cut..).is_some_and(|suffix| suffix.eq_ignore_ascii_case(SUFFIX));
        let base = if if_exists { rest.get(..cut)? } else { rest };
        let (_, comparison, negated) = *OPERATORS
            .iter()
            .find(|(name, ..)| name.len() == base.len() && name.eq_ignore_ascii_case(base))?;
        if if_exists && comparison == Comparison::Null {
            return None;
        }
        Some(Operator { quantifier, comparison, negated, if_exists })
    }

    /// Whether values of the operator may hold policy variables: the string and ARN operators.
    pub fn takes_variables(self) -> bool {
        matches!(
            self.comparison,
            Comparison::StringEquals
                | Comparison::StringEqualsIgnoreCase
                | Comparison::StringLike
                | Comparison::Arn
        )
    }
}
