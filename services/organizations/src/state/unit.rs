//! Organizational units.

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use crate::tags::Tags;

collection! {
    /// Organizational units by id.
    pub static UNITS: Collection<String, Unit> = "organizations"/"units" version 1;
}

/// An organizational unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The name, unique within the parent.
    pub name: Box<str>,
    /// The id of the unit or root that it is in.
    pub parent: Box<str>,
    /// When it was made.
    pub created: Timestamp,
    /// The tags.
    #[serde(default, skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
}
