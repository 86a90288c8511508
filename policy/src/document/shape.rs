//! From JSON to the syntax tree: is everything an element at all, and of the right JSON type?
//!
//! Grammar: IAM User Guide, "Grammar of the IAM JSON policy language".

use std::borrow::Cow;

use super::ast::{
    ConditionBlock, ConditionElement, ConditionKey, ConditionValue, Document, Element, OneOrMany,
    PrincipalElement, PrincipalSet, PrincipalType, Statement, Text,
};
use super::json::{self, JsonError, Member, Node, Value};
use super::operator::Operator;
use super::span::Span;

/// Why JSON is not a policy document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShapeErrorKind {
    /// Not JSON that the reader takes.
    #[error("{0}")]
    Json(JsonError),
    /// The document is not an object.
    #[error("the document is not a JSON object")]
    NotAnObject,
    /// A name that no element has.
    #[error("unknown field {0}")]
    UnknownField(String),
    /// An element that is missing.
    #[error("missing required field {0}")]
    MissingField(&'static str),
    /// An element whose value has the wrong JSON type.
    #[error("the value of {0} has the wrong type")]
    WrongType(&'static str),
    /// `Statement` is an empty list.
    #[error("the policy has no statements")]
    NoStatements,
    /// An element together with its `Not…` form.
    #[error("{0} and Not{0} in one statement")]
    BothForms(&'static str),
}

/// A [`ShapeErrorKind`] and its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct ShapeError {
    /// What is wrong.
    pub kind: ShapeErrorKind,
    /// Where.
    pub span: Span,
}

impl From<JsonError> for ShapeError {
    fn from(error: JsonError) -> Self {
        ShapeError { span: error.span, kind: ShapeErrorKind::Json(error) }
    }
}

type Shaped<T> = Result<T, ShapeError>;

fn wrong<T>(field: &'static str, span: Span) -> Shaped<T> {
    Err(ShapeError { kind: ShapeErrorKind::WrongType(field), span })
}

impl<'t> Document<'t> {
    /// Parses the text of a policy into its tree. The tree is checked for shape only; see [`crate::validate`].
    pub fn parse(text: &'t str) -> Shaped<Self> {
        let root = json::read(text)?;
        let Value::Object(members) = root.value else {
            return Err(ShapeError { kind: ShapeErrorKind::NotAnObject, span: root.span });
        };
        let (mut version, mut id, mut statements) = (None, None, None);
        for Member { name, value } in members {
            match &*name.value {
                "Version" => version = Some(text_of("Version", value)?),
                "Id" => id = Some(text_of("Id", value)?),
                "Statement" => statements = Some(one_or_many(value, &statement)?),
                _ => return Err(unknown(name)),
            }
        }
        let missing = |field| ShapeError { kind: ShapeErrorKind::MissingField(field), span: root.span };
        let statements = statements.ok_or_else(|| missing("Statement"))?;
        if statements.items.is_empty() {
            return Err(ShapeError { kind: ShapeErrorKind::NoStatements, span: statements.span });
        }
        Ok(Document { text, span: root.span, version, id, statements })
    }

    /// Parses bytes; anything but UTF-8 is an error like other bad JSON.
    pub fn parse_bytes(bytes: &'t [u8]) -> Shaped<Self> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let at = error.valid_up_to();
            JsonError { kind: json::JsonErrorKind::Utf8, span: Span::new(at, at + 1) }
        })?;
        Document::parse(text)
    }
}

fn unknown(name: Text<'_>) -> ShapeError {
    ShapeError { kind: ShapeErrorKind::UnknownField(name.value.into_owned()), span: name.span }
}

fn text_of<'t>(field: &'static str, node: Node<'t>) -> Shaped<Text<'t>> {
    match node.value {
        Value::String(value) => Ok(Text { value, span: node.span }),
        _ => wrong(field, node.span),
    }
}

fn one_or_many<'t, T>(node: Node<'t>, read: &dyn Fn(Node<'t>) -> Shaped<T>) -> Shaped<OneOrMany<T>> {
    let span = node.span;
    match node.value {
        Value::Array(items) => {
            let items = items.into_iter().map(read).collect::<Shaped<Vec<T>>>()?;
            Ok(OneOrMany { items, span, listed: true })
        }
        value => Ok(OneOrMany { items: vec![read(Node { span, value })?], span, listed: false }),
    }
}

fn statement<'t>(node: Node<'t>) -> Shaped<Statement<'t>> {
    let Value::Object(members) = node.value else { return wrong("Statement", node.span) };
    let mut out = Statement {
        span: node.span,
        sid: None,
        effect: None,
        principal: None,
        action: None,
        resource: None,
        condition: None,
    };
    for Member { name, value } in members {
        let at = name.span;
        match &*name.value {
            "Sid" => out.sid = Some(text_of("Sid", value)?),
            "Effect" => out.effect = Some(text_of("Effect", value)?),
            "Principal" => once(&mut out.principal, "Principal", at, principal(at, false, value)?)?,
            "NotPrincipal" => once(&mut out.principal, "Principal", at, principal(at, true, value)?)?,
            "Action" => once(&mut out.action, "Action", at, element("Action", at, false, value)?)?,
            "NotAction" => once(&mut out.action, "Action", at, element("NotAction", at, true, value)?)?,
            "Resource" => once(&mut out.resource, "Resource", at, element("Resource", at, false, value)?)?,
            "NotResource" => {
                once(&mut out.resource, "Resource", at, element("NotResource", at, true, value)?)?
            }
            "Condition" => out.condition = Some(condition(value)?),
            _ => return Err(unknown(name)),
        }
    }
    Ok(out)
}

/// Fills an element of which a statement may have one form only.
fn once<T>(slot: &mut Option<T>, field: &'static str, span: Span, value: T) -> Shaped<()> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(ShapeError { kind: ShapeErrorKind::BothForms(field), span }),
    }
}

fn element<'t>(field: &'static str, name: Span, negated: bool, node: Node<'t>) -> Shaped<Element<'t>> {
    Ok(Element { name, negated, values: one_or_many(node, &|item| text_of(field, item))? })
}

fn principal<'t>(name: Span, negated: bool, node: Node<'t>) -> Shaped<PrincipalElement<'t>> {
    let field = if negated { "NotPrincipal" } else { "Principal" };
    let span = node.span;
    let who = match node.value {
        Value::String(value) => PrincipalSet::Bare(Text { value, span }),
        Value::Object(members) => PrincipalSet::Typed(
            members
                .into_iter()
                .map(|Member { name: kind, value }| {
                    Ok(PrincipalType { kind, values: one_or_many(value, &|item| text_of(field, item))? })
                })
                .collect::<Shaped<_>>()?,
        ),
        _ => return wrong(field, span),
    };
    Ok(PrincipalElement { name, negated, span, who })
}

fn condition<'t>(node: Node<'t>) -> Shaped<ConditionElement<'t>> {
    let span = node.span;
    let Value::Object(operators) = node.value else { return wrong("Condition", span) };
    let block = |Member { name: operator, value }: Member<'t>| {
        let Value::Object(keys) = value.value else { return wrong("Condition", value.span) };
        let keys = keys
            .into_iter()
            .map(|Member { name: key, value }| {
                Ok(ConditionKey { key, values: one_or_many(value, &condition_value)? })
            })
            .collect::<Shaped<_>>()?;
        Ok(ConditionBlock { meaning: Operator::parse(operator.as_str()), operator, keys })
    };
    Ok(ConditionElement { span, blocks: operators.into_iter().map(block).collect::<Shaped<_>>()? })
}

fn condition_value<'t>(node: Node<'t>) -> Shaped<ConditionValue<'t>> {
    let span = node.span;
    let (value, quoted) = match node.value {
        Value::String(value) => (value, true),
        Value::Number(number) => (Cow::Borrowed(number), false),
        Value::Bool(true) => (Cow::Borrowed("true"), false),
        Value::Bool(false) => (Cow::Borrowed("false"), false),
        Value::Null | Value::Array(_) | Value::Object(_) => return wrong("Condition", span),
    };
    Ok(ConditionValue { text: Text { value, span }, quoted })
}
