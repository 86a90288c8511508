//! Watching the walk.

use crate::compile::Compiled;

use super::context::Values;
use super::layer::{PolicyRef, Said};
use super::layers::Layer;

/// Why a statement that speaks of the action does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Miss {
    Principal,
    Resource,
    Condition,
}

/// Somebody who watches the evaluation. The methods do nothing by default, and a watcher that does nothing costs nothing.
pub(crate) trait Observer {
    /// Whether the walk goes on where the outcome can no longer change.
    const EXHAUSTIVE: bool;

    /// What a layer, or a level of one, said.
    fn level(&mut self, _layer: Layer, _level: u32, _said: &Said) {}

    /// A statement that speaks of the action applies, or not.
    fn statement(&mut self, _policy: &Compiled, _at: PolicyRef, _statement: u32, _outcome: Result<(), Miss>) {
    }

    /// A condition of a statement failed; `condition` is its index within the statement.
    fn condition_failed(
        &mut self,
        _at: PolicyRef,
        _statement: u32,
        _condition: u32,
        _found: Option<Values<'_>>,
    ) {
    }

    /// The request lacks a condition key that a condition or variable wanted; given as the policy writes it.
    fn missing_key(&mut self, _key: &str) {}
}

/// Nobody.
pub(crate) struct Nobody;

impl Observer for Nobody {
    const EXHAUSTIVE: bool = false;
}
