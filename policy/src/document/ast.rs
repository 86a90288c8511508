//! The syntax tree of a policy: every element as written, with its place.
//!
//! The tree holds what the text says, checked for shape only (`shape`): an `Effect` may still be misspelt. Every
//! span covers the whole JSON value, quotes and brackets included.

use std::borrow::Cow;

use super::operator::Operator;
use super::span::Span;

/// A string of the document and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<'t> {
    /// The value, escapes resolved.
    pub value: Cow<'t, str>,
    /// Its place, quotes included.
    pub span: Span,
}

impl Text<'_> {
    /// The value.
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

/// One value or a list of them, as AWS takes both nearly everywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOrMany<T> {
    /// The values in the order of the text.
    pub items: Vec<T>,
    /// Place of the value or of the whole list.
    pub span: Span,
    /// Whether the text has a list (also one of a single value).
    pub listed: bool,
}

/// A whole policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document<'t> {
    /// The text as sent.
    pub text: &'t str,
    /// Place of the outer object.
    pub span: Span,
    /// `Version`
    pub version: Option<Text<'t>>,
    /// `Id`
    pub id: Option<Text<'t>>,
    /// `Statement`; never empty and never absent in a tree that `Document::parse` returned without error.
    pub statements: OneOrMany<Statement<'t>>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<'t> {
    /// Place of the statement's object.
    pub span: Span,
    /// `Sid`
    pub sid: Option<Text<'t>>,
    /// `Effect` as written.
    pub effect: Option<Text<'t>>,
    /// `Principal` or `NotPrincipal`
    pub principal: Option<PrincipalElement<'t>>,
    /// `Action` or `NotAction`
    pub action: Option<Element<'t>>,
    /// `Resource` or `NotResource`
    pub resource: Option<Element<'t>>,
    /// `Condition`
    pub condition: Option<ConditionElement<'t>>,
}

/// `Action`, `NotAction`, `Resource` or `NotResource`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element<'t> {
    /// Place of the element's name.
    pub name: Span,
    /// Whether it is the `Not…` form.
    pub negated: bool,
    /// The patterns.
    pub values: OneOrMany<Text<'t>>,
}

/// `Principal` or `NotPrincipal`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrincipalElement<'t> {
    /// Place of the element's name.
    pub name: Span,
    /// Whether it is `NotPrincipal`.
    pub negated: bool,
    /// Place of the value.
    pub span: Span,
    /// Who.
    pub who: PrincipalSet<'t>,
}

/// The value of a principal element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrincipalSet<'t> {
    /// A bare string; only `"*"` means something.
    Bare(Text<'t>),
    /// An object of principal types.
    Typed(Vec<PrincipalType<'t>>),
}

/// The principals of one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrincipalType<'t> {
    /// `AWS`, `Service`, `Federated` or `CanonicalUser`.
    pub kind: Text<'t>,
    /// The principals.
    pub values: OneOrMany<Text<'t>>,
}

/// `Condition`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionElement<'t> {
    /// Place of the element's value.
    pub span: Span,
    /// One block for each operator.
    pub blocks: Vec<ConditionBlock<'t>>,
}

/// An operator and the keys it is applied to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionBlock<'t> {
    /// The operator as written, for example `ForAllValues:StringLikeIfExists`.
    pub operator: Text<'t>,
    /// What it says; `None` for what is no operator.
    pub meaning: Option<Operator>,
    /// The keys with their values.
    pub keys: Vec<ConditionKey<'t>>,
}

/// A condition key and the values it is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionKey<'t> {
    /// The key as written, for example `aws:RequestTag/Team`.
    pub key: Text<'t>,
    /// The values; unquoted numbers and booleans are taken as their text.
    pub values: OneOrMany<ConditionValue<'t>>,
}

/// A value of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionValue<'t> {
    /// The value as text.
    pub text: Text<'t>,
    /// Whether the JSON has it in quotes.
    pub quoted: bool,
}

impl<'t> PrincipalElement<'t> {
    /// All principals with their type; a bare string has none.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&Text<'t>>, &Text<'t>)> {
        let (bare, typed) = match &self.who {
            PrincipalSet::Bare(text) => (Some((None, text)), &[][..]),
            PrincipalSet::Typed(types) => (None, types.as_slice()),
        };
        let typed =
            typed.iter().flat_map(|of| of.values.items.iter().map(move |value| (Some(&of.kind), value)));
        bare.into_iter().chain(typed)
    }
}
