//! Walks the tree of a document and fills the arrays of a compiled policy.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::document::{self, Comparison, ConditionValue, Document, OneOrMany};
use crate::validate::PolicyKind;
use crate::values::{Instant, Network, Number, decode_base64};

use super::action_index::ActionIndexBuilder;
use super::pattern::{Syntax, Token, push_text};
use super::pool::{Pool, narrow};
use super::{
    ActionIndex, Compiled, Condition, Key, Part, PrincipalPattern, Range, Statement, Variable, Wanted,
    principal,
};

/// So many keys are looked through before a hash table is asked.
const FEW_KEYS: usize = 8;

pub(super) struct Builder<'d> {
    kind: PolicyKind,
    document: &'d Document<'d>,
    /// Whether the version of the document has variables.
    variables_known: bool,
    pool: Pool<'d>,
    parts: Vec<Part>,
    variables: Vec<Variable>,
    keys: Vec<Key>,
    key_index: HashMap<String, u32>,
    actions: ActionIndexBuilder,
    not_actions: Vec<(u32, ActionIndex)>,
    resources: Vec<Range>,
    principals: Vec<PrincipalPattern>,
    conditions: Vec<Condition>,
}

impl<'d> Builder<'d> {
    pub(super) fn new(kind: PolicyKind, document: &'d Document<'d>) -> Self {
        Builder {
            kind,
            document,
            variables_known: document
                .version
                .as_ref()
                .is_some_and(|version| version.as_str() == "2012-10-17"),
            pool: Pool::new(document.text),
            parts: Vec::with_capacity(document.text.len() / 32),
            variables: Vec::new(),
            keys: Vec::new(),
            key_index: HashMap::new(),
            actions: ActionIndexBuilder::default(),
            not_actions: Vec::new(),
            resources: Vec::new(),
            principals: Vec::new(),
            conditions: Vec::new(),
        }
    }

    pub(super) fn build(mut self) -> Compiled {
        let document = self.document;
        let statements: Box<[Statement]> = document
            .statements
            .items
            .iter()
            .enumerate()
            .map(|(at, item)| self.statement(narrow(at), item))
            .collect();
        Compiled {
            kind: self.kind,
            text_len: document.text.len(),
            pool: self.pool.text.into(),
            parts: self.parts.into(),
            variables: self.variables.into(),
            keys: self.keys.into(),
            denies: statements.iter().any(|statement| statement.denies),
            statements,
            actions: self.actions.build(),
            not_actions: self.not_actions.into(),
            resources: self.resources.into(),
            principals: self.principals.into(),
            conditions: self.conditions.into(),
        }
    }

    fn statement(&mut self, at: u32, statement: &document::Statement<'_>) -> Statement {
        if let Some(action) = &statement.action {
            let mut own = ActionIndexBuilder::default();
            let index = if action.negated { &mut own } else { &mut self.actions };
            for pattern in &action.values.items {
                index.add(&mut self.pool, &mut self.parts, pattern.as_str(), at);
            }
            if action.negated {
                self.not_actions.push((at, own.build()));
            }
        }
        let resources = statement.resource.as_ref().map(|resource| {
            let first = self.resources.len();
            for pattern in &resource.values.items {
                let compiled = self.resource(pattern.as_str());
                self.resources.push(compiled);
            }
            Range::since(first, &self.resources)
        });
        Statement {
            span: statement.span,
            sid: statement.sid.as_ref().map(|sid| self.pool.add(sid.as_str())),
            denies: statement.effect.as_ref().is_none_or(|effect| effect.as_str() != "Allow"),
            who: statement
                .principal
                .as_ref()
                .map(|element| principal::compile(element, &mut self.pool, &mut self.principals)),
            resources,
            not_resource: statement.resource.as_ref().is_some_and(|resource| resource.negated),
            conditions: self.conditions(statement),
        }
    }

    fn conditions(&mut self, statement: &document::Statement<'_>) -> Range {
        let first = self.conditions.len();
        for block in statement.condition.iter().flat_map(|condition| &condition.blocks) {
            let Some(operator) = block.meaning else { continue };
            for key in &block.keys {
                let wanted = self.wanted(operator.comparison, &key.values);
                let key = self.key(key.key.as_str());
                self.conditions.push(Condition { operator, key, wanted });
            }
        }
        Range::since(first, &self.conditions)
    }

    fn wanted(&mut self, comparison: Comparison, values: &OneOrMany<ConditionValue<'_>>) -> Wanted {
        let texts = values.items.iter().map(|value| value.text.as_str());
        match comparison {
            Comparison::StringEquals | Comparison::StringEqualsIgnoreCase => {
                Wanted::Texts(texts.map(|text| self.pattern(text, false)).collect())
            }
            Comparison::StringLike => Wanted::Texts(texts.map(|text| self.pattern(text, true)).collect()),
            Comparison::Arn => Wanted::Arns(texts.filter_map(|text| self.arn(text)).collect()),
            Comparison::Numeric(_) => Wanted::Numbers(parsed(values, Number::parse)),
            Comparison::Date(_) => Wanted::Instants(parsed(values, Instant::parse)),
            Comparison::IpAddress => Wanted::Networks(parsed(values, Network::parse)),
            Comparison::BinaryEquals => {
                Wanted::Binaries(parsed(values, |text| decode_base64(text).map(Vec::into_boxed_slice)))
            }
            Comparison::Bool | Comparison::Null => {
                let lists = |word: &str| {
                    values.items.iter().any(|value| value.text.as_str().eq_ignore_ascii_case(word))
                };
                Wanted::Booleans { truth: lists("true"), falsehood: lists("false") }
            }
        }
    }

    /// The index of a condition key, whatever the case it is written in.
    fn key(&mut self, written: &str) -> u32 {
        let known =
            self.keys.iter().take(FEW_KEYS).position(|key| key.written.of(&self.pool.text) == written);
        if let Some(index) = known {
            return narrow(index);
        }
        let lower = written.to_lowercase();
        let index = narrow(self.keys.len());
        match self.key_index.entry(lower) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(new) => {
                let stored = self.pool.add(written);
                let lower = if new.key() == written { stored } else { self.pool.add(new.key()) };
                self.keys.push(Key { written: stored, lower });
                *new.insert(index)
            }
        }
    }

    fn syntax(&self, wildcards: bool) -> Syntax {
        Syntax { wildcards, variables: self.variables_known }
    }

    fn pattern(&mut self, pattern: &str, wildcards: bool) -> Range {
        let first = self.parts.len();
        self.push_parts(first, pattern, wildcards, false);
        Range::since(first, &self.parts)
    }

    /// Appends the parts of `pattern` to those of a pattern that starts at `first`.
    fn push_parts(&mut self, first: usize, pattern: &str, wildcards: bool, within: bool) {
        for token in self.syntax(wildcards).tokens(pattern) {
            match (token, within) {
                (Token::Text(text), _) => push_text(&mut self.pool, &mut self.parts, first, text),
                (Token::Star, false) => self.parts.push(Part::Star),
                (Token::Star, true) => self.parts.push(Part::StarWithin),
                (Token::One, false) => self.parts.push(Part::One),
                (Token::One, true) => self.parts.push(Part::OneWithin),
                (Token::Variable { key, default }, _) => {
                    let key = self.key(key);
                    let default = default.map(|default| self.pool.add(default));
                    self.variables.push(Variable { key, default });
                    let variable = narrow(self.variables.len() - 1);
                    self.parts.push(if within {
                        Part::VariableWithin(variable)
                    } else {
                        Part::Variable(variable)
                    });
                }
            }
        }
    }

    /// A pattern of a `Resource` element. "If you specify an incomplete ARN (one with fewer than the standard six
    /// fields), AWS automatically completes the ARN by adding wildcard characters to all missing fields."
    fn resource(&mut self, pattern: &str) -> Range {
        if let Some(whole) = self.arn(pattern) {
            return whole;
        }
        let mut completed = pattern.to_owned();
        while completed.starts_with("arn:") && self.syntax(true).last_part_of_arn(&completed).is_none() {
            completed.push_str(":*");
        }
        self.arn(&completed).unwrap_or_else(|| self.pattern(pattern, true))
    }

    /// A pattern for a whole ARN; `None` for what is neither an ARN nor `*`.
    ///
    /// An ARN is matched part by part, so that a wildcard crosses colons only in the last part (IAM User Guide, "IAM JSON
    /// policy elements: Resource").
    fn arn(&mut self, pattern: &str) -> Option<Range> {
        if pattern == "*" {
            return Some(self.pattern(pattern, true));
        }
        let last = self.syntax(true).last_part_of_arn(pattern)?;
        let first = self.parts.len();
        self.push_parts(first, &pattern[..last], true, true);
        self.push_parts(first, &pattern[last..], true, false);
        Some(Range::since(first, &self.parts))
    }
}

/// The values that are of an operator's type.
fn parsed<T>(values: &OneOrMany<ConditionValue<'_>>, parse: impl Fn(&str) -> Option<T>) -> Box<[T]> {
    let mut all = Vec::with_capacity(values.items.len());
    all.extend(values.items.iter().filter_map(|value| parse(value.text.as_str())));
    all.into()
}
