//! The text of a policy and its syntax tree.
//!
//! `json` reads JSON and remembers places, `shape` makes the tree of it ([`Document`]), `print` writes a tree back.
//! Nothing here knows what a policy means; [`crate::validate`] says whether AWS takes a tree, [`crate::compile`]
//! turns it into what is evaluated.

mod ast;
mod json;
mod operator;
mod principals;
mod print;
mod shape;
mod size;
mod span;
#[cfg(test)]
mod tests;

pub use ast::{
    ConditionBlock, ConditionElement, ConditionKey, ConditionValue, Document, Element, OneOrMany,
    PrincipalElement, PrincipalSet, PrincipalType, Statement, Text,
};
pub use json::{JsonError, JsonErrorKind, MAX_DEPTH, MAX_TEXT_BYTES};
pub use operator::{Comparison, Operator, Quantifier, Relation};
pub use principals::{NamedPrincipal, named_principals, rewrite_principals};
pub use shape::{ShapeError, ShapeErrorKind};
pub use size::size_without_white_space;
pub use span::{Position, Span};

pub(crate) use span::Positions;
