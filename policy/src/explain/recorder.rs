//! Writes down what the evaluator sees.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::Compiled;
use crate::evaluate::{Layer, Miss, Observer, PolicyRef, Said, StatementRef, Values};

use super::{LayerOutcome, LayerReport};

/// Everything of interest of one walk.
#[derive(Debug, Default)]
pub(super) struct Recorder {
    pub(super) layers: Vec<LayerReport>,
    /// Statements that speak of the action; each once, though several of its patterns may match.
    pub(super) statements: BTreeMap<StatementRef, Result<(), Miss>>,
    /// The conditions of a statement that failed, by number.
    pub(super) failed: BTreeMap<StatementRef, BTreeSet<u32>>,
    /// Each once, whatever its case: lower case to spelling.
    pub(super) missing_keys: BTreeMap<String, String>,
}

impl Observer for Recorder {
    const EXHAUSTIVE: bool = true;

    fn level(&mut self, layer: Layer, level: u32, said: &Said) {
        let outcome = match (said.denied, said.allowed) {
            (Some(_), _) => LayerOutcome::ExplicitDeny,
            // AWS's own policy of full access is always among the resource control policies.
            (None, None) if layer != Layer::ResourceControl => LayerOutcome::ImplicitDeny,
            (None, _) => LayerOutcome::Allowed,
        };
        self.layers.push(LayerReport { layer, level, outcome });
    }

    fn statement(&mut self, _: &Compiled, at: PolicyRef, statement: u32, outcome: Result<(), Miss>) {
        self.statements.insert(at.statement(statement), outcome);
    }

    fn condition_failed(&mut self, at: PolicyRef, statement: u32, condition: u32, _: Option<Values<'_>>) {
        self.failed.entry(at.statement(statement)).or_default().insert(condition);
    }

    fn missing_key(&mut self, key: &str) {
        self.missing_keys.entry(key.to_lowercase()).or_insert_with(|| key.to_owned());
    }
}
