//! Merging management policies into the one that is in effect.
//!
//! Policies are taken level by level from the root down, and within a level in the order in which they were attached. Of
//! several policies of one level that assign the same setting, the first wins; an operator that a level above does not
//! allow does nothing ("Inheritance examples" in the Organizations User Guide).

use std::collections::BTreeMap;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::node::{Node, Operators, Scalar, Setting};

/// Settings that are in effect: what has been merged so far.
#[derive(Clone, Debug)]
pub(crate) struct Effective {
    value: Option<Setting>,
    /// Whether a policy of the present level has assigned the value.
    assigned: bool,
    /// What the levels above allow.
    allowed: Operators,
    /// What the present level allows those below.
    allowed_below: Operators,
    children: BTreeMap<String, Effective>,
}

impl Default for Effective {
    fn default() -> Self {
        Self {
            value: None,
            assigned: false,
            allowed: Operators::ALL,
            allowed_below: Operators::ALL,
            children: BTreeMap::new(),
        }
    }
}

impl Effective {
    /// Merges the levels, from the root down.
    pub(crate) fn of<'n>(levels: impl IntoIterator<Item = Vec<&'n Node>>) -> Self {
        let mut effective = Self::default();
        for level in levels {
            for policy in level {
                effective.apply(policy);
            }
            effective.end_level();
        }
        effective
    }

    /// The settings below a name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.get(name).filter(|child| !child.is_empty())
    }

    /// The names of the settings below, with them.
    pub(crate) fn children(&self) -> impl Iterator<Item = (&str, &Self)> {
        self.children
            .iter()
            .filter(|(_, child)| !child.is_empty())
            .map(|(name, child)| (name.as_str(), child))
    }

    fn apply(&mut self, node: &Node) {
        if let Some(value) = node.assign.as_ref().filter(|_| self.allowed.assign && !self.assigned) {
            self.value = Some(value.clone());
            self.assigned = true;
        }
        if self.allowed.append && !node.append.is_empty() {
            self.append(&node.append);
        }
        if self.allowed.remove && !node.remove.is_empty() {
            self.remove(&node.remove);
        }
        if let Some(allowed) = node.allowed {
            self.allowed_below = self.allowed_below.and(allowed);
        }
        for (name, below) in &node.children {
            // A new setting is as good as an assigned one.
            if self.allowed.assign || self.children.contains_key(name) {
                self.children.entry(name.clone()).or_default().apply(below);
            }
        }
    }

    fn append(&mut self, values: &[Scalar]) {
        let mut all = match self.value.take() {
            None => Vec::new(),
            Some(Setting::One(value)) => vec![value],
            Some(Setting::Many(values)) => values,
        };
        for value in values {
            if !all.contains(value) {
                all.push(value.clone());
            }
        }
        self.value = Some(Setting::Many(all));
    }

    fn remove(&mut self, values: &[Scalar]) {
        if let Some(Setting::Many(all)) = &mut self.value {
            all.retain(|value| !values.contains(value));
            if all.is_empty() {
                self.value = None;
            }
        }
    }

    fn end_level(&mut self) {
        self.assigned = false;
        self.allowed = self.allowed.and(self.allowed_below);
        for child in self.children.values_mut() {
            child.end_level();
        }
    }

    /// Whether nothing is set here and below.
    pub(crate) fn is_empty(&self) -> bool {
        self.value.is_none() && self.children.values().all(Self::is_empty)
    }
}

impl Serialize for Effective {
    /// The settings as AWS shows them: values without the operators that set them.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Some(value) = &self.value {
            return value.serialize(serializer);
        }
        let mut object = serializer.serialize_map(None)?;
        for (name, child) in self.children() {
            object.serialize_entry(name, child)?;
        }
        object.end()
    }
}
