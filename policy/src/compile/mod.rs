//! From the syntax tree to what is evaluated.
//!
//! Everything that can be decided about a document once is decided here: actions are lower-cased and indexed by hash,
//! patterns split into literals, wildcards and variables, condition values parsed to their types. A compiled policy is
//! a handful of flat arrays that refer to each other by index, so that it is quick to make, small and close in memory.

mod action_index;
mod action_key;
mod builder;
mod condition;
mod pattern;
mod pool;
mod principal;
#[cfg(test)]
mod tests;

pub(crate) use action_index::ActionIndex;
pub(crate) use action_key::ActionKey;
pub(crate) use condition::{Condition, Wanted};
pub(crate) use pattern::{Part, Variable};
pub(crate) use pool::{Range, Str};
pub(crate) use principal::{PrincipalPattern, WhoRange};

use crate::document::{Document, Span};
use crate::validate::PolicyKind;

/// A compiled policy.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub(crate) kind: PolicyKind,
    /// Every string that evaluation compares; it begins with the text as sent.
    pub(crate) pool: Box<str>,
    text_len: usize,
    pub(crate) parts: Box<[Part]>,
    pub(crate) variables: Box<[Variable]>,
    pub(crate) keys: Box<[Key]>,
    pub(crate) statements: Box<[Statement]>,
    pub(crate) actions: ActionIndex,
    /// Statements with `NotAction`, each with the index of the actions it excepts.
    pub(crate) not_actions: Box<[(u32, ActionIndex)]>,
    /// Each the parts of a pattern.
    pub(crate) resources: Box<[Range]>,
    pub(crate) principals: Box<[PrincipalPattern]>,
    pub(crate) conditions: Box<[Condition]>,
    /// Whether any statement denies.
    pub(crate) denies: bool,
}

/// A compiled statement; the ranges refer to the arrays of [`Compiled`].
#[derive(Debug)]
pub(crate) struct Statement {
    pub(crate) span: Span,
    pub(crate) sid: Option<Str>,
    pub(crate) denies: bool,
    pub(crate) who: Option<WhoRange>,
    /// `None` for a statement without resources, which speaks of whatever the policy is attached to.
    pub(crate) resources: Option<Range>,
    pub(crate) not_resource: bool,
    pub(crate) conditions: Range,
}

/// A condition key: as first written, and in lower case to be looked up.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) written: Str,
    pub(crate) lower: Str,
}

impl Compiled {
    /// Compiles a validated document. What validation would have refused matches nothing.
    pub(crate) fn new(kind: PolicyKind, document: &Document<'_>) -> Self {
        builder::Builder::new(kind, document).build()
    }

    /// The text as sent: places and explanations are read from it.
    pub(crate) fn text(&self) -> &str {
        self.pool.get(..self.text_len).unwrap_or_default()
    }

    pub(crate) fn str(&self, str: Str) -> &str {
        str.of(&self.pool)
    }

    pub(crate) fn parts(&self, range: Range) -> &[Part] {
        range.of(&self.parts)
    }

    pub(crate) fn key(&self, index: u32) -> Option<&str> {
        self.keys.get(index as usize).map(|key| self.str(key.lower))
    }

    /// Bytes of memory that the policy takes, its text included.
    pub(crate) fn memory(&self) -> usize {
        size_of::<Self>()
            + self.pool.len()
            + size_of_val(&*self.parts)
            + size_of_val(&*self.variables)
            + size_of_val(&*self.keys)
            + size_of_val(&*self.statements)
            + self.actions.memory()
            + size_of_val(&*self.not_actions)
            + self.not_actions.iter().map(|(_, index)| index.memory()).sum::<usize>()
            + size_of_val(&*self.resources)
            + size_of_val(&*self.principals)
            + size_of_val(&*self.conditions)
            + self.conditions.iter().map(Condition::memory).sum::<usize>()
    }
}
