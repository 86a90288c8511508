//! Conditions with their values parsed to the type that the operator compares.

use crate::document::Operator;
use crate::values::{Instant, Network, Number};

use super::pool::Range;

/// One operator applied to one key.
#[derive(Debug)]
pub(crate) struct Condition {
    pub(crate) operator: Operator,
    /// Index of the key.
    pub(crate) key: u32,
    pub(crate) wanted: Wanted,
}

/// The values of the policy. What is not of the operator's type equals nothing and is left out.
#[derive(Debug)]
pub(crate) enum Wanted {
    /// Each the parts of a pattern.
    Texts(Box<[Range]>),
    Arns(Box<[Range]>),
    Numbers(Box<[Number]>),
    Instants(Box<[Instant]>),
    Networks(Box<[Network]>),
    Binaries(Box<[Box<[u8]>]>),
    /// Which of the two values is listed; of `Bool` and `Null`.
    Booleans {
        truth: bool,
        falsehood: bool,
    },
}

impl Condition {
    pub(crate) fn memory(&self) -> usize {
        match &self.wanted {
            Wanted::Texts(values) | Wanted::Arns(values) => size_of_val(&**values),
            Wanted::Numbers(values) => size_of_val(&**values),
            Wanted::Instants(values) => size_of_val(&**values),
            Wanted::Networks(values) => size_of_val(&**values),
            Wanted::Binaries(values) => {
                size_of_val(&**values) + values.iter().map(|value| value.len()).sum::<usize>()
            }
            Wanted::Booleans { .. } => 0,
        }
    }
}
