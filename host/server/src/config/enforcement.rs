//! How decisions are made and kept.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::text;
use crate::authorize::Networks;

/// How requests are decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnforcementSettings {
    /// The proxies that are believed when they say for whom they ask.
    #[serde(deserialize_with = "text::parsed", serialize_with = "text::shown")]
    pub trusted_proxies: Networks,
    /// How long a change of policies takes to be felt.
    #[serde(with = "text::duration")]
    pub propagation_delay: Duration,
}

/// What is kept of decisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionSettings {
    /// How many of the latest are kept in memory.
    #[serde(deserialize_with = "text::count")]
    pub keep: usize,
    /// A file that all of them are appended to, as lines of JSON.
    #[serde(with = "text::path")]
    pub file: Option<PathBuf>,
}

impl Default for DecisionSettings {
    fn default() -> Self {
        Self { keep: 1000, file: None }
    }
}
