//! Configuration: what was written, and what it means.
//!
//! Settings come in layers: the defaults, then the file `config.toml`, then the variables `AWSIM_…`, then the flags of
//! the command line; a later layer wins. [`load()`] goes this way:
//!
//! 1. Each layer is read into settings that know where they were written ([`mod@file`], [`variables`], [`flags`]).
//! 2. Each setting is held against the settings there are ([`schema`]); a misspelt one is a complaint.
//! 3. figment merges the layers, and [`raw`] gives the values their types.
//! 4. What depends on more than one value is checked, and the immutable [`Config`] is made.
//!
//! Nothing stops at the first mistake: a [`ConfigError`] has every complaint, each with its place.

mod added;
mod complaint;
mod enforcement;
mod file;
mod flags;
mod layer;
mod limits;
mod load;
mod modes;
mod print;
mod raw;
mod schema;
mod sessions;
mod text;
mod tls;
mod variables;
mod web_identity;
mod workload;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr};

use awsim_plugin::account::AccountId;
use awsim_plugin::bootstrap::Bootstrap;
use serde_json::Value;

pub use complaint::{Complaint, ConfigError, Origin};
pub use enforcement::{DecisionSettings, EnforcementSettings};
pub use limits::Limits;
#[cfg(feature = "fuzzing")]
pub(crate) use load::read_anything;
pub use load::{FlagSetting, Loaded, Sources, load};
pub use modes::{DataDir, Durability, EnforcementMode, LogFormat, SignatureMode};
pub use schema::{DocumentedSetting, settings_in};
pub use sessions::SessionSettings;
pub use tls::{Names, TlsSettings};
pub use web_identity::WebIdentity;
pub use workload::{ContainerCredentials, InstanceMetadataSettings};

use crate::logging::LogFilter;

/// The configuration of a host, complete and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// The address to listen on.
    pub address: IpAddr,
    /// The port to listen on; 0 lets the kernel choose.
    pub port: u16,
    /// The account that exists from the start.
    pub account_id: AccountId,
    /// The region of requests that name none.
    pub region: String,
    /// Where state is kept.
    pub data_dir: DataDir,
    /// What is done with the decisions of the policy engine.
    pub iam_enforce: EnforcementMode,
    /// Whether signatures are verified.
    pub verify_sigv4: SignatureMode,
    /// Whether the admin interface answers other machines.
    pub admin_remote: bool,
    /// Whether HTTPS is answered too.
    pub tls: TlsSettings,
    /// How requests are decided.
    pub enforcement: EnforcementSettings,
    /// What is kept of decisions.
    pub decisions: DecisionSettings,
    /// What is logged, and how.
    pub log: Log,
    /// The credentials of the account's root user.
    pub root: Root,
    /// How state is kept.
    pub store: StoreSettings,
    /// What a request may cost.
    pub limits: Limits,
    /// How sessions are sealed.
    pub sessions: SessionSettings,
    /// Whose time it is.
    pub clock: ClockSettings,
    /// What hands out credentials to containers.
    pub container_credentials: ContainerCredentials,
    /// What hands out credentials to instances.
    pub instance_metadata: InstanceMetadataSettings,
    /// How tokens of other issuers are believed, and where the issuers of this host are.
    pub web_identity: WebIdentity,
    /// What is there from the start.
    pub bootstrap: Bootstrap,
    /// The linked services and those that the configuration adds, by signing name.
    pub services: BTreeMap<String, ServiceConfig>,
}

/// What is logged, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Log {
    /// Which events.
    pub level: LogFilter,
    /// In which form.
    pub format: LogFormat,
}

/// The credentials of the account's root user.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Root {
    /// The access key id.
    #[serde(deserialize_with = "text::string")]
    pub access_key_id: String,
    /// The secret access key.
    #[serde(deserialize_with = "text::string")]
    pub secret_access_key: String,
}

/// How state is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct StoreSettings {
    /// When a change counts as kept.
    #[serde(deserialize_with = "text::parsed", serialize_with = "text::shown")]
    pub durability: Durability,
}

/// Whose time it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ClockSettings {
    /// Whether the admin interface can move the clock, and with it everything that depends on the time.
    #[serde(deserialize_with = "text::flag")]
    pub movable: bool,
}

/// A service of the configuration.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceConfig {
    /// Whether it is served.
    pub enabled: bool,
    /// The plugin's own settings: an object with every setting that the plugin has.
    pub settings: Value,
}

impl Default for Config {
    /// The configuration of a host that nobody has configured, with all linked services.
    fn default() -> Self {
        raw::Raw::default().check(&mut complaint::Complaints::default())
    }
}

impl Config {
    /// A configuration for tests and other programs that host AWSim in themselves: loopback, a port that the kernel
    /// chooses, state in memory.
    pub fn ephemeral() -> Self {
        Self { address: Ipv4Addr::LOCALHOST.into(), port: 0, data_dir: DataDir::Memory, ..Self::default() }
    }

    /// Whether signatures are verified: as `verify_sigv4` says, and with `auto` whenever decisions are enforced.
    pub fn verifies_signatures(&self) -> bool {
        match self.verify_sigv4 {
            SignatureMode::Auto => self.iam_enforce == EnforcementMode::On,
            SignatureMode::On => true,
            SignatureMode::Off => false,
        }
    }
}

impl Default for Root {
    fn default() -> Self {
        Self { access_key_id: "test".to_owned(), secret_access_key: "test".to_owned() }
    }
}

impl fmt::Debug for Root {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Root").field("access_key_id", &self.access_key_id).finish_non_exhaustive()
    }
}
