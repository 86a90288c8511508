//! Management policies as trees: settings, and operators that say how they merge with those of other policies
//! ("Inheritance operators" in the Organizations User Guide).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Number};

/// A node: what is done with the setting here, and the nodes below.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Node {
    /// `@@assign`
    pub(super) assign: Option<Setting>,
    /// `@@append`
    pub(super) append: Vec<Scalar>,
    /// `@@remove`
    pub(super) remove: Vec<Scalar>,
    /// `@@operators_allowed_for_child_policies`
    pub(super) allowed: Option<Operators>,
    /// The nodes below, by name.
    pub(crate) children: BTreeMap<String, Node>,
}

/// The value of a setting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Setting {
    /// A single value.
    One(Scalar),
    /// Several values.
    Many(Vec<Scalar>),
}

/// A value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Scalar {
    Text(String),
    Boolean(bool),
    Number(Number),
}

/// The operators that policies further down may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Operators {
    pub(super) assign: bool,
    pub(super) append: bool,
    pub(super) remove: bool,
}

impl Operators {
    /// All of them (`@@all`).
    pub(super) const ALL: Self = Self { assign: true, append: true, remove: true };
    /// None of them (`@@none`).
    const NONE: Self = Self { assign: false, append: false, remove: false };

    /// Those that both allow.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            assign: self.assign && other.assign,
            append: self.append && other.append,
            remove: self.remove && other.remove,
        }
    }
}

/// The text is no tree of settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotATree;

/// JSON on its way to becoming nodes.
type Json = serde_json::Value;

impl Node {
    /// Reads a policy.
    ///
    /// # Errors
    /// [`NotATree`] for text that is not JSON, unknown operators, and settings without an operator.
    pub(crate) fn parse(text: &str) -> Result<Self, NotATree> {
        let object = serde_json::from_str::<Map<String, Json>>(text).map_err(|_| NotATree)?;
        Self::of(object)
    }

    /// Whether it sets anything itself.
    pub(crate) fn sets_value(&self) -> bool {
        self.assign.is_some() || !self.append.is_empty() || !self.remove.is_empty()
    }

    fn of(object: Map<String, Json>) -> Result<Self, NotATree> {
        let mut node = Self::default();
        for (name, value) in object {
            match (name.as_str(), value) {
                ("@@assign", value) => node.assign = Some(read(value)?),
                ("@@append", value) => node.append = read(value)?,
                ("@@remove", value) => node.remove = read(value)?,
                ("@@operators_allowed_for_child_policies", value) => node.allowed = Some(operators(value)?),
                (name, _) if name.starts_with("@@") || name.is_empty() => return Err(NotATree),
                (_, Json::Object(below)) => drop(node.children.insert(name, Self::of(below)?)),
                _ => return Err(NotATree),
            }
        }
        Ok(node)
    }
}

fn read<T: serde::de::DeserializeOwned>(value: Json) -> Result<T, NotATree> {
    serde_json::from_value(value).map_err(|_| NotATree)
}

fn operators(value: Json) -> Result<Operators, NotATree> {
    let mut operators = Operators::NONE;
    for name in read::<Vec<String>>(value)? {
        match name.as_str() {
            "@@all" => operators = Operators::ALL,
            "@@none" => {}
            "@@assign" => operators.assign = true,
            "@@append" => operators.append = true,
            "@@remove" => operators.remove = true,
            _ => return Err(NotATree),
        }
    }
    Ok(operators)
}
