//! What the configuration says of a service that runs elsewhere.

use awsim_plugin::upstream::{Addressing, UpstreamSettings};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The settings of a service.
pub(crate) trait Settings: Serialize + DeserializeOwned + Default + Send + Sync {
    /// Where it runs, and how it is spoken to.
    fn upstream(&self) -> &UpstreamSettings;

    /// How host names name its resources, if they do.
    fn addressing(&self) -> Option<&Addressing> {
        None
    }
}

impl Settings for UpstreamSettings {
    fn upstream(&self) -> &UpstreamSettings {
        self
    }
}

/// The settings of a service whose resources are named by host names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct StorageSettings {
    #[serde(flatten)]
    upstream: UpstreamSettings,
    #[serde(flatten)]
    addressing: Addressing,
}

impl Settings for StorageSettings {
    fn upstream(&self) -> &UpstreamSettings {
        &self.upstream
    }

    fn addressing(&self) -> Option<&Addressing> {
        Some(&self.addressing)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn settings_of_both_kinds_stand_side_by_side() {
        let settings = json!({"upstream": "http://127.0.0.1:9000", "domains": ["s3.example"]});
        let settings: StorageSettings = serde_json::from_value(settings).unwrap();
        assert_eq!(settings.upstream().upstream.authority(), Some("127.0.0.1:9000"));
        assert_eq!(settings.addressing().unwrap().domains, ["s3.example"]);
        let written = serde_json::to_value(StorageSettings::default()).unwrap();
        assert!(written.get("takes_unsigned").is_some() && written.get("signing").is_some());
    }
}
