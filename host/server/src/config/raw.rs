//! The configuration as it is written: the names and the form that files, variables and flags have.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::str::FromStr;
use std::time::Duration;

use awsim_plugin::account::AccountId;
use awsim_plugin::bootstrap::Bootstrap;
use awsim_plugin::fallback::Fallback;
use awsim_plugin::service::{Mistake, Registration};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::complaint::{Complaints, Origin};
use super::{
    ClockSettings, Config, ContainerCredentials, DataDir, DecisionSettings, EnforcementMode,
    EnforcementSettings, InstanceMetadataSettings, Limits, Log, LogFormat, Root, ServiceConfig,
    SessionSettings, SignatureMode, StoreSettings, TlsSettings, WebIdentity, text,
};
use crate::logging::LogFilter;

/// The setting of every service that says whether it is served.
pub(super) const ENABLED: &str = "enabled";

/// All settings. Its serialized form is what `config.toml` shows.
#[derive(Serialize, Deserialize)]
pub(super) struct Raw {
    #[serde(deserialize_with = "address")]
    address: IpAddr,
    #[serde(deserialize_with = "text::port")]
    port: u16,
    #[serde(deserialize_with = "text::parsed")]
    account_id: AccountId,
    #[serde(deserialize_with = "text::string")]
    region: String,
    #[serde(deserialize_with = "text::parsed", serialize_with = "text::shown")]
    data_dir: DataDir,
    #[serde(deserialize_with = "text::parsed", serialize_with = "text::shown")]
    log_level: LogFilter,
    #[serde(deserialize_with = "text::parsed", serialize_with = "text::shown")]
    iam_enforce: EnforcementMode,
    #[serde(deserialize_with = "text::parsed", serialize_with = "text::shown")]
    verify_sigv4: SignatureMode,
    #[serde(deserialize_with = "text::flag")]
    admin_remote: bool,
    tls: TlsSettings,
    enforcement: EnforcementSettings,
    decisions: DecisionSettings,
    log: RawLog,
    root: Root,
    store: StoreSettings,
    limits: Limits,
    sessions: SessionSettings,
    clock: ClockSettings,
    container_credentials: ContainerCredentials,
    instance_metadata: InstanceMetadataSettings,
    web_identity: WebIdentity,
    bootstrap: Bootstrap,
    services: BTreeMap<String, Map<String, Value>>,
}

#[derive(Default, Serialize, Deserialize)]
struct RawLog {
    #[serde(deserialize_with = "text::parsed", serialize_with = "text::shown")]
    format: LogFormat,
}

impl Default for Raw {
    fn default() -> Self {
        Self {
            address: Ipv4Addr::LOCALHOST.into(),
            port: 4566,
            account_id: AccountId::default(),
            region: "us-east-1".to_owned(),
            data_dir: DataDir::default(),
            log_level: LogFilter::default(),
            iam_enforce: EnforcementMode::default(),
            verify_sigv4: SignatureMode::default(),
            admin_remote: false,
            tls: TlsSettings::default(),
            enforcement: EnforcementSettings::default(),
            decisions: DecisionSettings::default(),
            log: RawLog::default(),
            root: Root::default(),
            store: StoreSettings::default(),
            limits: Limits::default(),
            sessions: SessionSettings::default(),
            clock: ClockSettings::default(),
            container_credentials: ContainerCredentials::default(),
            instance_metadata: InstanceMetadataSettings::default(),
            web_identity: WebIdentity::default(),
            bootstrap: Bootstrap::default(),
            services: Registration::all().into_iter().map(default_service).collect(),
        }
    }
}

fn default_service(registration: &Registration) -> (String, Map<String, Value>) {
    (registration.name.to_owned(), with_enabled((registration.default_settings)()))
}

fn with_enabled(mut settings: Map<String, Value>) -> Map<String, Value> {
    settings.insert(ENABLED.to_owned(), Value::Bool(true));
    settings
}

/// An address, or the one name that every machine has for itself.
fn address<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<IpAddr, D::Error> {
    match text::string(deserializer)?.as_str() {
        "localhost" => Ok(Ipv4Addr::LOCALHOST.into()),
        text => IpAddr::from_str(text).map_err(|_| {
            serde::de::Error::custom("expected an IP address of this machine, such as 127.0.0.1 or 0.0.0.0")
        }),
    }
}

impl Raw {
    /// The default settings of a program with these services besides those that are linked.
    pub(super) fn with_services(names: impl IntoIterator<Item = String>) -> Self {
        let mut raw = Self::default();
        for name in names {
            if let Some(fallback) = Fallback::for_service(&name) {
                raw.services.insert(name, with_enabled((fallback.default_settings)()));
            }
        }
        raw
    }

    /// Checks what depends on more than the form of one value, and makes the configuration. `Complaints` says whether it
    /// may be used.
    pub(super) fn check(self, complaints: &mut Complaints) -> Config {
        self.check_with_origins(complaints, &|_| Origin::Default)
    }

    /// The same, with the origin of each setting for the complaints.
    pub(super) fn check_with_origins(
        self,
        complaints: &mut Complaints,
        origin: &dyn Fn(&str) -> Origin,
    ) -> Config {
        self.check_values(complaints, origin);
        let services = services(self.services, complaints, origin);
        Config {
            address: self.address,
            port: self.port,
            account_id: self.account_id,
            region: self.region,
            data_dir: self.data_dir,
            iam_enforce: self.iam_enforce,
            verify_sigv4: self.verify_sigv4,
            admin_remote: self.admin_remote,
            tls: self.tls,
            enforcement: self.enforcement,
            decisions: self.decisions,
            log: Log { level: self.log_level, format: self.log.format },
            root: self.root,
            store: self.store,
            limits: self.limits,
            sessions: self.sessions,
            clock: self.clock,
            container_credentials: self.container_credentials,
            instance_metadata: self.instance_metadata,
            web_identity: self.web_identity,
            bootstrap: self.bootstrap,
            services,
        }
    }

    /// Checks what the type of a value does not say.
    fn check_values(&self, complaints: &mut Complaints, origin: &dyn Fn(&str) -> Origin) {
        let mut demand = |holds: bool, setting: &str, message: &str| {
            if !holds {
                complaints.add(origin(setting), format!("`{setting}`: {message}"));
            }
        };
        demand(is_region(&self.region), "region", "expected the name of a region, such as us-east-1");
        demand(
            is_access_key_id(&self.root.access_key_id),
            "root.access_key_id",
            "expected 1 to 128 letters, digits, hyphens and underscores",
        );
        demand(
            self.tls.certificate.is_some() == self.tls.private_key.is_some(),
            "tls.private_key",
            "a certificate and its private key are given together, or neither",
        );
        let container = &self.container_credentials;
        demand(
            container.role_arn.is_none() || !container.authorization_token.is_empty(),
            "container_credentials.authorization_token",
            "it must not be empty where credentials are handed out",
        );
        demand(!self.root.secret_access_key.is_empty(), "root.secret_access_key", "it must not be empty");
        // Whoever came with it would be root, whosever it was declared to be.
        demand(
            self.bootstrap.access_keys().all(|key| key.access_key_id != self.root.access_key_id),
            "bootstrap.accounts",
            "no access key may have the id of `root.access_key_id`, which may be another",
        );
        demand(
            (MIN_HEADER_BYTES..=MAX_HEADER_BYTES).contains(&self.limits.header_bytes),
            "limits.header_bytes",
            "expected 8 KiB to 16 MiB",
        );
        demand(
            self.sessions.key_rotation >= SHORTEST_ROTATION,
            "sessions.key_rotation",
            "expected 1 min to 24 h",
        );
        demand(self.limits.headers <= MAX_HEADERS, "limits.headers", "expected 1 to 10000");
        demand(self.limits.nesting <= MAX_NESTING, "limits.nesting", "expected 1 to 127");
        demand(
            self.web_identity.has_issuer_url_or_none(),
            "web_identity.issuer_url",
            "expected a URL without a slash at its end, such as http://localhost:4566/_awsim/issuers",
        );
        for (value, setting) in [
            (self.limits.header_timeout, "limits.header_timeout"),
            (self.limits.body_timeout, "limits.body_timeout"),
        ] {
            demand(!value.is_zero(), setting, "nothing arrives in no time at all");
        }
    }
}

/// The settings of the services, after whoever makes their plugins has been asked what is wrong with them.
fn services(
    raw: BTreeMap<String, Map<String, Value>>,
    complaints: &mut Complaints,
    origin: &dyn Fn(&str) -> Origin,
) -> BTreeMap<String, ServiceConfig> {
    let services = raw.into_iter().map(|(name, mut settings)| {
        // Its kind has been held against the default's.
        let enabled = settings.remove(ENABLED).and_then(|enabled| enabled.as_bool()).unwrap_or(true);
        (name, ServiceConfig { enabled, settings: Value::Object(settings) })
    });
    let services: BTreeMap<String, ServiceConfig> = services.collect();
    for (name, service) in services.iter().filter(|(_, service)| service.enabled) {
        for mistake in mistakes(name, service.settings.clone()) {
            let section = format!("services.{name}");
            let setting = match mistake.setting {
                "" => section,
                setting => format!("{section}.{setting}"),
            };
            complaints.add(origin(&setting), format!("`{setting}`: {}", mistake.message));
        }
    }
    services
}

/// What whoever makes the plugin of a service finds wrong with its settings.
fn mistakes(service: &str, settings: Value) -> Vec<Mistake> {
    match Registration::named(service) {
        Some(registration) => (registration.check)(settings),
        None => Fallback::for_service(service)
            .map(|fallback| (fallback.check)(service, settings))
            .unwrap_or_default(),
    }
}

/// The shortest time after which a session key is replaced: the earlier ones are kept for 36 hours.
const SHORTEST_ROTATION: Duration = Duration::from_secs(60);

/// What hyper makes room for before it reads a request.
const MAX_HEADERS: usize = 10_000;

/// The deepest JSON that `serde_json` reads.
const MAX_NESTING: usize = 127;

/// What hyper needs at least to read a request.
const MIN_HEADER_BYTES: usize = 8 << 10;

/// What a connection may be made to hold before anything is known of it.
const MAX_HEADER_BYTES: usize = 16 << 20;

fn is_region(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Whether the text can stand in a credential scope, whose parts are divided by slashes and end with a comma.
fn is_access_key_id(text: &str) -> bool {
    (1..=128).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
