//! Bounds from the model: lengths of strings, blobs, lists and maps, and ranges of numbers.

/// A permitted length; either side may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Length {
    /// The smallest permitted length.
    pub min: Option<u64>,
    /// The largest permitted length.
    pub max: Option<u64>,
}

impl Length {
    /// Any length.
    pub const ANY: Length = Length { min: None, max: None };

    /// A length with the model's `min` and `max`.
    pub const fn new(min: Option<u64>, max: Option<u64>) -> Self {
        Self { min, max }
    }

    /// The violated bound in AWS's words, if there is one.
    pub(crate) fn violation(&self, length: u64) -> Option<String> {
        match (self.min, self.max) {
            (Some(min), _) if length < min => {
                Some(format!("Member must have length greater than or equal to {min}"))
            }
            (_, Some(max)) if length > max => {
                Some(format!("Member must have length less than or equal to {max}"))
            }
            _ => None,
        }
    }
}

/// A permitted range of a number; either side may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The smallest permitted value.
    pub min: Option<i64>,
    /// The largest permitted value.
    pub max: Option<i64>,
}

impl Range {
    /// Any value.
    pub const ANY: Range = Range { min: None, max: None };

    /// A range with the model's `min` and `max`.
    pub const fn new(min: Option<i64>, max: Option<i64>) -> Self {
        Self { min, max }
    }

    /// The violated bound in AWS's words, if there is one.
    pub(crate) fn violation(&self, value: i64) -> Option<String> {
        match (self.min, self.max) {
            (Some(min), _) if value < min => {
                Some(format!("Member must have value greater than or equal to {min}"))
            }
            (_, Some(max)) if value > max => {
                Some(format!("Member must have value less than or equal to {max}"))
            }
            _ => None,
        }
    }
}
