//! The services that this host serves, and how a request finds its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use awsim_plugin::error::ServiceError;
use awsim_plugin::fallback::Fallback;
use awsim_plugin::handler::BoundOperation;
use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::service::{Registration, ServicePlugin};
use awsim_plugin::store::View;

use crate::protocol::{self, Protocol};
use crate::store::ImportError;
use crate::upstream::{Changes, Rest, Router};

/// A service with everything that carrying its requests needs.
pub struct HostedService {
    /// Its place among the hosted services, for metrics.
    pub index: usize,
    /// What its model says of it.
    pub model: &'static ServiceModel,
    /// Its wire protocol; none if that is one of services that run elsewhere.
    pub protocol: Option<&'static dyn Protocol>,
    /// The plugin.
    pub plugin: Arc<dyn ServicePlugin>,
    /// Changes of what is known of its resources, if it runs elsewhere.
    pub(crate) changes: Changes,
    operations: Vec<BoundOperation>,
    /// What requests look like, if it runs elsewhere and speaks REST.
    router: Option<Router>,
}

awsim_plugin::partial_debug!(
    HostedService,
    |service| index = service.index,
    name = service.model.signing_name
);

impl HostedService {
    fn new(index: usize, plugin: Arc<dyn ServicePlugin>) -> Self {
        let model = plugin.model();
        let mut operations = Arc::clone(&plugin).operations();
        operations.sort_by_key(|operation| operation.shape.name);
        let router = plugin.upstream().filter(|_| model.protocol.is_rest()).map(|upstream| {
            Router::of(operations.iter().filter_map(|operation| upstream.operation(operation.shape.name)))
        });
        Self {
            index,
            model,
            protocol: protocol::protocol(model.protocol),
            plugin,
            changes: Changes::default(),
            operations,
            router,
        }
    }

    /// How it is spoken to, if it runs elsewhere and speaks REST.
    pub(crate) fn rest(&self) -> Option<Rest<'_>> {
        let (router, upstream) = (self.router.as_ref()?, self.plugin.upstream()?);
        Some(Rest { model: self.model, router, upstream })
    }

    /// All operations of the model, sorted by name.
    pub fn operations(&self) -> &[BoundOperation] {
        &self.operations
    }

    /// The operation of this name and API version, with its place among the operations. Only the query protocol names
    /// a version, and there AWS insists on it.
    ///
    /// # Errors
    /// `InvalidAction` (400) in AWS's words.
    pub fn operation(
        &self,
        name: &str,
        version: Option<&str>,
    ) -> Result<(usize, &BoundOperation), ServiceError> {
        let known = self.operations.binary_search_by(|operation| operation.shape.name.cmp(name));
        match known {
            Ok(index) if !self.is_versioned() || version == Some(self.model.api_version) => {
                Ok((index, &self.operations[index]))
            }
            _ => Err(invalid_action(name, version)),
        }
    }

    fn is_versioned(&self) -> bool {
        self.model.protocol == ProtocolName::Query
    }
}

/// The answer to an operation that no service has.
pub(crate) fn invalid_action(name: &str, version: Option<&str>) -> ServiceError {
    let version = version.unwrap_or("NO_VERSION_SPECIFIED");
    ServiceError::sender(
        "InvalidAction",
        400,
        format!("Could not find operation {name} for version {version}"),
    )
}

/// All hosted services, by signing name.
pub struct Services {
    by_signing_name: BTreeMap<&'static str, HostedService>,
}

awsim_plugin::partial_debug!(Services, |services| names = services.by_signing_name.keys());

impl Services {
    /// Hosts these plugins, which have different signing names: of several with the same, the last.
    pub fn new(plugins: Vec<Arc<dyn ServicePlugin>>) -> Self {
        let plugins: BTreeMap<_, _> =
            plugins.into_iter().map(|plugin| (plugin.model().signing_name, plugin)).collect();
        let hosted = plugins.into_iter().enumerate();
        let hosted = hosted.map(|(index, (name, plugin))| (name, HostedService::new(index, plugin)));
        Self { by_signing_name: hosted.collect() }
    }

    /// The services, sorted by signing name.
    pub fn iter(&self) -> impl Iterator<Item = &HostedService> {
        self.by_signing_name.values()
    }

    /// The service with this signing name.
    ///
    /// # Errors
    /// `UnknownService` (400), which lists what is hosted.
    pub fn by_signing_name(&self, name: &str) -> Result<&HostedService, ServiceError> {
        self.by_signing_name
            .get(name)
            .ok_or_else(|| self.unknown(&format!("The service '{name}' is not hosted here.{}", advice(name))))
    }

    /// Asks every service whether a state from elsewhere fits together.
    ///
    /// # Errors
    /// [`ImportError::Inconsistent`] with the first thing that does not.
    pub(crate) fn check(&self, state: &View) -> Result<(), ImportError> {
        self.iter().try_for_each(|service| {
            service
                .plugin
                .check_state(state)
                .map_err(|reason| ImportError::Inconsistent { service: service.model.signing_name, reason })
        })
    }

    /// Whether a service is spoken to in REST: of others no body passes on as it arrives.
    pub(crate) fn any_in_rest(&self) -> bool {
        self.iter().any(|service| service.router.is_some())
    }

    pub(crate) fn find(&self, matches: impl Fn(&HostedService) -> bool) -> Option<&HostedService> {
        self.iter().find(|service| matches(service))
    }

    pub(crate) fn unknown(&self, what: &str) -> ServiceError {
        let hosted: Vec<_> = self.by_signing_name.keys().copied().collect();
        ServiceError::sender("UnknownService", 400, format!("{what} Hosted services: {}.", hosted.join(", ")))
    }
}

/// What can be done about a service that is not hosted, because it has no upstream.
fn advice(name: &str) -> String {
    let section = format!(
        " A server that speaks its protocol can be put behind AWSim: [services.{name}] upstream = \"http://HOST:PORT\""
    );
    let variable = name.to_ascii_uppercase().replace('-', "_");
    match Registration::named(name) {
        Some(linked) if (linked.default_settings)().contains_key("upstream") => {
            format!("{section} in config.toml, or AWSIM_SERVICES__{variable}__UPSTREAM.")
        }
        None if Fallback::for_service(name).is_some() => {
            format!("{section} and model = \"FILE\", botocore's model of it, in config.toml.")
        }
        _ => String::new(),
    }
}
