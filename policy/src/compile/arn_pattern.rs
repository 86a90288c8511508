//! Patterns for ARNs.
//!
//! An ARN is matched part by part, so that a wildcard crosses colons only in the last part (IAM User Guide, "IAM JSON
//! policy elements: Resource"). Most patterns have wildcards and variables only there; those are a literal head and a rest.

use super::pool::{Range, Str};

/// A pattern for an ARN.
#[derive(Debug)]
pub(crate) enum ArnPattern {
    /// `*`
    Everything,
    /// The first five parts are literal: everything up to the first wildcard or variable, and what follows.
    Head { head: Str, rest: Range },
    /// The six parts.
    Parts(Box<[Range; 6]>),
    /// Not an ARN: compared as a whole.
    Whole(Range),
    /// Can match nothing.
    Nothing,
}

impl ArnPattern {
    pub(crate) fn memory(&self) -> usize {
        if let ArnPattern::Parts(parts) = self { size_of_val(&**parts) } else { 0 }
    }
}
