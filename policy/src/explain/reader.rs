//! Reads the texts of policies for what the compiled form does not have: places, and conditions as they are written.
//!
//! Statements are asked for in the order of their policies and texts, so that each text is gone through once.

use std::collections::BTreeSet;

use crate::document::{ConditionKey, Document, Positions, Text};
use crate::evaluate::{Context, Layer, Layers, Named, StatementRef};

use super::{Bounds, FailedCondition, StatementSource};

pub(super) struct Reader<'l, 'a> {
    layers: &'l Layers<'a>,
    bounds: Bounds,
    open: Option<Open<'a>>,
}

/// The policy that is being read.
struct Open<'a> {
    policy: (Layer, u32, u32),
    named: Named<'a>,
    positions: Positions<'a>,
    /// The number of the next statement whose place can still be counted.
    next: u32,
    document: Option<Document<'a>>,
}

impl<'l, 'a> Reader<'l, 'a> {
    pub(super) fn new(layers: &'l Layers<'a>, bounds: Bounds) -> Self {
        Reader { layers, bounds, open: None }
    }

    fn open(&mut self, at: StatementRef) -> Option<&mut Open<'a>> {
        let policy = (at.layer, at.level, at.policy);
        let current =
            self.open.as_ref().is_some_and(|open| open.policy == policy && open.next <= at.statement);
        if !current {
            let named = self.layers.policy(at.layer, at.level, at.policy)?;
            let positions = Positions::of(named.policy.text());
            self.open = Some(Open { policy, named, positions, next: at.statement, document: None });
        }
        self.open.as_mut()
    }

    /// Where a statement stands.
    pub(super) fn source(&mut self, at: StatementRef) -> Option<StatementSource<'a>> {
        let open = self.open(at)?;
        let statement = open.named.policy.statement(at.statement as usize)?;
        open.next = at.statement + 1;
        Some(StatementSource {
            at,
            policy: open.named.name,
            sid: statement.sid,
            denies: statement.denies,
            start: open.positions.next(statement.span.start),
            end: open.positions.next(statement.span.end),
        })
    }

    /// Conditions of a statement as they are written, with what the request has. The statement's place has been asked for before.
    pub(super) fn failed_conditions(
        &mut self,
        at: StatementRef,
        failed: &BTreeSet<u32>,
        context: &dyn Context,
    ) -> Vec<FailedCondition> {
        let bounds = self.bounds;
        let Some(open) = self.open.as_mut().filter(|open| open.policy == (at.layer, at.level, at.policy))
        else {
            return Vec::new();
        };
        let document = open.document.get_or_insert_with(|| open.named.policy.document());
        let conditions = conditions_of(document, at.statement);
        let failed = failed.iter().filter_map(|number| conditions.get(*number as usize));
        let wanted = |key: &ConditionKey<'_>| {
            let values = key.values.items.iter().take(bounds.items);
            values.map(|value| bounds.clip(value.text.as_str())).collect()
        };
        failed
            .take(bounds.items)
            .map(|(operator, key)| FailedCondition {
                operator: bounds.clip(operator.as_str()),
                key: bounds.clip(key.key.as_str()),
                wanted: wanted(key),
                found: found(context, key.key.as_str(), bounds),
            })
            .collect()
    }
}

/// The values of a key; a key without values is missing.
fn found(context: &dyn Context, key: &str, bounds: Bounds) -> Option<Vec<String>> {
    let values = context.get(&key.to_lowercase()).filter(|values| !values.is_empty())?;
    Some(values.iter().take(bounds.items).map(|value| bounds.clip(&value.text())).collect())
}

/// The conditions of a statement in the order in which they are compiled.
fn conditions_of<'d, 't>(
    document: &'d Document<'t>,
    statement: u32,
) -> Vec<(&'d Text<'t>, &'d ConditionKey<'t>)> {
    let statement = document.statements.items.get(statement as usize);
    let blocks =
        statement.iter().flat_map(|statement| &statement.condition).flat_map(|condition| &condition.blocks);
    blocks.flat_map(|block| block.keys.iter().map(move |key| (&block.operator, key))).collect()
}
