//! How sessions are sealed.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::text;
use crate::keys::USUAL_ROTATION;

/// How sessions are sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionSettings {
    /// How long a key seals session tokens, and whatever else the host seals, before a new one takes over.
    #[serde(with = "text::duration")]
    pub key_rotation: Duration,
}

impl Default for SessionSettings {
    fn default() -> Self {
        Self { key_rotation: USUAL_ROTATION }
    }
}
