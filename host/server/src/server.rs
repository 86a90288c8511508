//! The running host: it puts the parts together, listens, and stops in good order.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::clock::{Clock, MovableClock, SystemClock};
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::authorize::{CompiledPolicies, Propagation};
use crate::config::{Config, ConfigError};
use crate::context_assertions::AssertionSealer;
use crate::core::Core;
use crate::decisions::DecisionLog;
use crate::issuers::Issuers;
use crate::keys::{KeyError, KeyRing};
use crate::messages::MessageSealer;
use crate::metrics::Metrics;
use crate::plugins;
use crate::services::Services;
use crate::session::TokenSealer;
use crate::sigv4::SigningKeys;
use crate::store::{SqliteStore, StoreError};
use crate::tls::{Tls, TlsError};
use crate::upstream::Proxy;
use crate::usage::UsageLog;
use crate::workload::{Workloads, instance};

/// A running host.
pub struct Server {
    core: Arc<Core>,
    address: SocketAddr,
    stop: watch::Sender<bool>,
    accepting: JoinHandle<()>,
    noting: JoinHandle<()>,
    instance_metadata: Option<(SocketAddr, JoinHandle<()>)>,
}

awsim_plugin::partial_debug!(Server, |server| address = server.address);

/// Why a host did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address is taken, or not this machine's.
    #[error("cannot listen on {address}: {reason}")]
    Listen {
        /// Where it was to listen.
        address: SocketAddr,
        /// What the operating system says.
        reason: std::io::Error,
    },
    /// The data directory cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The keys of session tokens cannot be used.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// HTTPS cannot be answered.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The file for decisions cannot be written.
    #[error("cannot write decisions to {}: {reason}", path.display())]
    DecisionFile {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        reason: std::io::Error,
    },
    /// A service does not take its settings.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Two plugins are registered as one service.
    #[error("two plugins are registered as the service {service}: {one} and {other}")]
    SameName {
        /// The signing name.
        service: &'static str,
        /// The path of one plugin's type.
        one: &'static str,
        /// That of the other.
        other: &'static str,
    },
    /// What the configuration declares cannot be made.
    #[error("{0}")]
    Bootstrap(String),
    /// A service could not start.
    #[error("the service {service} did not start: {reason}")]
    Service {
        /// Its signing name.
        service: String,
        /// Why.
        reason: String,
    },
}

impl StartError {
    pub(crate) fn service(name: &str, reason: String) -> Self {
        Self::Service { service: name.to_owned(), reason }
    }
}

impl Server {
    /// Starts a host with all linked services that the configuration has on.
    ///
    /// # Errors
    /// [`StartError`]; nothing is left running then.
    pub async fn start(config: Config) -> Result<Server, StartError> {
        Self::start_with_clock(config, Arc::new(SystemClock)).await
    }

    /// Starts a host that takes the time of day from `clock`.
    ///
    /// # Errors
    /// [`StartError`]; nothing is left running then.
    pub async fn start_with_clock(config: Config, clock: Arc<dyn Clock>) -> Result<Server, StartError> {
        let address = SocketAddr::new(config.address, config.port);
        let (listener, address) = listen(address).await?;
        let metadata = &config.instance_metadata;
        let metadata = match &metadata.role_arn {
            Some(_) => Some(listen(SocketAddr::new(metadata.address, metadata.port)).await?),
            None => None,
        };

        let services = Services::new(plugins::of(&config)?);
        let proxy = Proxy::of(&services).map_err(|(service, reason)| StartError::service(service, reason))?;
        let store = SqliteStore::open(&config.store_options()).await?;
        let core = Self::core_on(&store, config, services, proxy, clock).await;
        let core = match core {
            Ok(core) => Arc::new(core),
            Err(error) => {
                store.close().await;
                return Err(error);
            }
        };

        let (stop, stopped) = watch::channel(false);
        let accepting = tokio::spawn(crate::accept::run(Arc::clone(&core), listener, address, stopped));
        let noting = tokio::spawn(note_usage(Arc::clone(&core)));
        let instance_metadata = metadata.map(|(listener, address)| {
            (address, tokio::spawn(instance::listen::run(Arc::clone(&core), listener)))
        });
        Ok(Server { core, address, stop, accepting, noting, instance_metadata })
    }

    /// The parts of a host that keeps its state in this store, which every service and the configuration have made theirs.
    async fn core_on(
        store: &Arc<SqliteStore>,
        config: Config,
        services: Services,
        proxy: Proxy,
        clock: Arc<dyn Clock>,
    ) -> Result<Core, StartError> {
        let keys = Arc::new(KeyRing::open(&config.data_dir, &config.sessions, clock.now())?);
        let tls = Tls::of(&config)?;
        for service in services.iter() {
            let started = service.plugin.start(store.as_ref()).await;
            started.map_err(|error| StartError::service(service.model.signing_name, error.message))?;
        }
        let declared = crate::accounts::bootstrap(&services, store.as_ref(), &config, clock.now()).await;
        declared.map_err(|error| StartError::Bootstrap(error.message))?;
        store.keep_as_start();
        let metrics = Metrics::new(&services);
        let movable_clock = config.clock.movable.then(|| Arc::new(MovableClock::over(Arc::clone(&clock))));
        let clock = movable_clock.clone().map_or(clock, |clock| clock as Arc<dyn Clock>);
        let workloads = Workloads::of(&config, clock.now()).map_err(KeyError::from)?;
        let decisions = &config.decisions;
        let decisions = DecisionLog::open(decisions.keep, decisions.file.as_deref()).map_err(|reason| {
            StartError::DecisionFile { path: decisions.file.clone().unwrap_or_default(), reason }
        })?;
        let propagation = Propagation::new(config.enforcement.propagation_delay, store.view());
        Ok(Core {
            config,
            services,
            store: Arc::clone(store),
            messages: Arc::new(MessageSealer::new(&keys)),
            assertions: AssertionSealer::new(&keys),
            sessions: TokenSealer::new(&keys),
            tls,
            signing_keys: SigningKeys::default(),
            metrics,
            clock,
            movable_clock,
            workloads,
            compiled: CompiledPolicies::default(),
            decisions,
            propagation,
            issuers: Issuers::default(),
            usage: UsageLog::default(),
            proxy,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where the instance metadata service listens, if the configuration has it on.
    pub fn instance_metadata_address(&self) -> Option<SocketAddr> {
        self.instance_metadata.as_ref().map(|(address, _)| *address)
    }

    /// The parts of the host.
    pub fn core(&self) -> &Core {
        &self.core
    }

    /// The hosted services.
    pub fn services(&self) -> &Services {
        &self.core.services
    }

    /// Rebuilds accounts from what `aws iam get-account-authorization-details` says of them, all of them or none.
    ///
    /// # Errors
    /// What is wrong with a document, after its name out of `names`; nothing is changed then.
    pub async fn import_accounts(
        &self,
        documents: &[Vec<u8>],
        names: &[String],
    ) -> Result<Vec<AccountId>, ServiceError> {
        crate::accounts::import(&self.core, documents, names).await
    }

    /// Stops accepting, finishes what is in flight, and closes the store.
    pub async fn shutdown(self) {
        // The receiver lives as long as the accepting task; if that has ended, there is nobody to tell.
        let _ = self.stop.send(true);
        // Streams of decisions would be in flight for ever.
        self.core.decisions.end();
        if let Err(error) = self.accepting.await {
            tracing::error!(%error, "the accepting task failed");
        }
        self.noting.abort();
        if let Some((_, serving)) = self.instance_metadata {
            serving.abort();
        }
        write_usage(&self.core).await;
        self.core.store.close().await;
    }
}

/// Listens on an address, and tells which it is if the kernel chose the port.
async fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), StartError> {
    let failed = |reason| StartError::Listen { address, reason };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok((listener, address))
}

/// Writes down how credentials are used, again and again.
async fn note_usage(core: Arc<Core>) {
    loop {
        core.usage.interval().await;
        write_usage(&core).await;
    }
}

async fn write_usage(core: &Core) {
    let now = core.clock.now();
    let written = core
        .store
        .transact(&mut |transaction| {
            // Taken no sooner, so that a report that was asked for by now tells of everything before it.
            let usage = core.usage.take();
            for service in core.services.iter() {
                service.plugin.record_usage(&usage, now, transaction);
            }
            Ok(())
        })
        .await;
    if let Err(error) = written {
        core.usage.forget();
        tracing::warn!(%error, "the last use of credentials could not be written down");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::DataDir;

    fn config(directory: &std::path::Path) -> Config {
        Config { port: 0, data_dir: DataDir::Path(directory.join("data")), ..Config::ephemeral() }
    }

    #[tokio::test]
    async fn a_start_that_fails_leaves_the_data_directory_to_others() {
        let directory = tempfile::tempdir().unwrap();
        let mut impossible = config(directory.path());
        impossible.decisions.file = Some(directory.path().to_owned());
        let failed = Server::start(impossible).await.err();
        assert!(matches!(failed, Some(StartError::DecisionFile { .. })), "{failed:?}");
        Server::start(config(directory.path())).await.unwrap().shutdown().await;
    }
}
