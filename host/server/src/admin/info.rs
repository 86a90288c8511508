//! What is running.

use std::net::{IpAddr, SocketAddr};

use serde::Serialize;

use super::answer::{Answer, Refusal};
use super::enforcement;
use crate::config::Config;
use crate::services::{HostedService, Services};

/// The version of AWSim.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is running, and how: the answer of `info`, and what the banner shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Info {
    /// The version of AWSim.
    pub version: &'static str,
    /// The address that the host listens on.
    pub address: IpAddr,
    /// The port that it listens on.
    pub port: u16,
    /// Whether the port answers HTTPS beside HTTP.
    pub https: bool,
    /// The account that exists from the start.
    pub account_id: String,
    /// The region of requests that name none.
    pub region: String,
    /// `off`, `audit` or `on`.
    pub iam_enforce: &'static str,
    /// `auto`, `true` or `false`.
    pub verify_sigv4: &'static str,
    /// Whether signatures are verified, as follows from the two.
    pub verifies_signatures: bool,
    /// Where state is kept.
    pub data_dir: String,
    /// `full` or `normal`; none if the state is kept nowhere.
    pub durability: Option<&'static str>,
    /// `machine`, or `movable` if the admin interface can move it.
    pub clock: &'static str,
    /// The hosted services, sorted by name.
    pub services: Vec<ServiceInfo>,
    /// What AWS would refuse and this host, as it is configured, does not; in sentences.
    pub not_enforced: Vec<&'static str>,
    /// Where the evaluation of policies ends, if they are evaluated; in sentences.
    pub not_covered: Vec<String>,
}

/// A hosted service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ServiceInfo {
    /// The signing name.
    pub name: &'static str,
    /// The full name.
    pub full_name: &'static str,
    /// The version of its API.
    pub api_version: &'static str,
    /// The wire protocol.
    pub protocol: String,
    /// How many operations there are.
    pub operations: OperationCounts,
    /// The operations that are implemented.
    pub implemented: Vec<&'static str>,
    /// The operations of the model that are not.
    pub missing: Vec<&'static str>,
    /// The server that does the work, if the service runs elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upstream: Option<String>,
    /// How exactly it is authorized then: `full`, by a table of all its operations, or `generic`, by their names, on the
    /// resources that requests name plainly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coverage: Option<&'static str>,
}

/// How many operations there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OperationCounts {
    /// Implemented.
    pub implemented: usize,
    /// In the model.
    pub total: usize,
}

impl Info {
    /// What is running on `address` with this configuration.
    pub fn of(config: &Config, services: &Services, address: SocketAddr) -> Self {
        let durable = config.data_dir != crate::config::DataDir::Memory;
        Self {
            version: VERSION,
            address: address.ip(),
            port: address.port(),
            https: config.tls.enabled,
            account_id: config.account_id.to_string(),
            region: config.region.clone(),
            iam_enforce: config.iam_enforce.as_str(),
            verify_sigv4: config.verify_sigv4.as_str(),
            verifies_signatures: config.verifies_signatures(),
            data_dir: config.data_dir.to_string(),
            durability: durable.then(|| config.store.durability.as_str()),
            clock: if config.clock.movable { "movable" } else { "machine" },
            services: services.iter().map(ServiceInfo::of).collect(),
            not_enforced: enforcement::not_enforced(config),
            not_covered: enforcement::not_covered(config, services),
        }
    }
}

impl ServiceInfo {
    fn of(service: &HostedService) -> Self {
        let (implemented, missing): (Vec<_>, Vec<_>) =
            service.operations().iter().partition(|operation| operation.implemented);
        let names = |operations: Vec<&awsim_plugin::handler::BoundOperation>| {
            operations.into_iter().map(|operation| operation.shape.name).collect::<Vec<_>>()
        };
        let (implemented, missing) = (names(implemented), names(missing));
        let model = service.model;
        Self {
            name: model.signing_name,
            full_name: model.full_name,
            api_version: model.api_version,
            protocol: model.protocol.to_string(),
            operations: OperationCounts {
                implemented: implemented.len(),
                total: implemented.len() + missing.len(),
            },
            implemented,
            missing,
            upstream: service.plugin.upstream().map(|upstream| upstream.settings().upstream.to_string()),
            coverage: service.plugin.upstream().map(|upstream| upstream.coverage().as_str()),
        }
    }
}

/// That the host is there and answers.
#[derive(Serialize)]
struct Health {
    status: &'static str,
    version: &'static str,
    address: IpAddr,
    port: u16,
    /// `off`, `audit` or `on`.
    iam_enforce: &'static str,
    /// As of `info`.
    not_enforced: Vec<&'static str>,
    /// As of `info`.
    not_covered: Vec<String>,
}

/// The answer of `health`.
///
/// # Errors
/// See [`Answer::json`].
pub(super) fn health(address: SocketAddr, config: &Config, services: &Services) -> Result<Answer, Refusal> {
    let health = Health {
        status: "ok",
        version: VERSION,
        address: address.ip(),
        port: address.port(),
        iam_enforce: config.iam_enforce.as_str(),
        not_enforced: enforcement::not_enforced(config),
        not_covered: enforcement::not_covered(config, services),
    };
    Answer::json(&health)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_nowhere_is_not_durable() {
        let services = Services::new(Vec::new());
        let address = "127.0.0.1:80".parse().unwrap();
        let info = Info::of(&Config::ephemeral(), &services, address);
        assert_eq!((info.data_dir.as_str(), info.durability, info.port), (":memory:", None, 80));
        assert_eq!(Info::of(&Config::default(), &services, address).durability, Some("full"));
    }
}
