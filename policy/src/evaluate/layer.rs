//! What the policies of one layer say.

use std::ops::ControlFlow;

use super::StatementRef;
use super::authorize::Frame;
use super::layers::{Layer, Named};
use super::observe::Observer;
use super::statement::{self, Grip};

/// A policy in the layers of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct PolicyRef {
    pub(crate) layer: Layer,
    pub(crate) level: u32,
    pub(crate) policy: u32,
}

impl PolicyRef {
    pub(crate) fn statement(self, statement: u32) -> StatementRef {
        let PolicyRef { layer, level, policy } = self;
        StatementRef { layer, level, policy, statement }
    }
}

/// What a layer, or a level of it, says.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Said {
    /// A statement that denies.
    pub(crate) denied: Option<StatementRef>,
    /// A statement that allows, with the closest grip on the principal.
    pub(crate) allowed: Option<(Grip, StatementRef)>,
}

impl Said {
    fn allow(&mut self, grip: Grip, at: StatementRef) {
        let closer = self.allowed.is_none_or(|(before, first)| (grip, first) > (before, at));
        if closer {
            self.allowed = Some((grip, at));
        }
    }

    fn deny(&mut self, at: StatementRef) {
        self.denied = Some(self.denied.map_or(at, |first| first.min(at)));
    }

    /// Whether nothing that is still to come can add to what allows.
    fn is_settled(&self) -> bool {
        matches!(self.allowed, Some((Grip::Itself, _)))
    }
}

/// Walks the policies of a layer or level: they add up, and a deny ends the walk unless somebody watches.
pub(super) fn walk<O: Observer>(
    frame: &Frame<'_>,
    policies: &[Named<'_>],
    layer: Layer,
    level: u32,
    observer: &mut O,
) -> Said {
    let mut said = Said::default();
    for (index, named) in (0u32..).zip(policies) {
        let policy = named.policy.compiled();
        if said.is_settled() && !policy.denies && !O::EXHAUSTIVE {
            continue;
        }
        let at = PolicyRef { layer, level, policy: index };
        let mut visit = |index: u32| {
            let denies = policy.statements.get(index as usize).is_none_or(|statement| statement.denies);
            if !denies && said.is_settled() && !O::EXHAUSTIVE {
                return ControlFlow::Continue(());
            }
            let outcome = statement::applies(frame, policy, at, index, observer);
            observer.statement(policy, at, index, outcome.map(|_| ()));
            match outcome {
                Err(_) => ControlFlow::Continue(()),
                Ok(grip) if !denies => {
                    said.allow(grip, at.statement(index));
                    ControlFlow::Continue(())
                }
                Ok(_) => {
                    said.deny(at.statement(index));
                    if O::EXHAUSTIVE { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
                }
            }
        };
        let mut walked = policy.actions.matching(policy, &frame.action, &mut visit);
        for (statement, excepted) in &policy.not_actions {
            if walked.is_continue() && !excepted.matches(policy, &frame.action) {
                walked = visit(*statement);
            }
        }
        if walked.is_break() {
            break;
        }
    }
    said
}
