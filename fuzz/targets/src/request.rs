//! Whole requests, to a host with every service.

use std::sync::LazyLock;

use awsim_server::config::{Config, EnforcementMode, Sources, load};
use awsim_server::server::Server;
use tokio::runtime::{Builder, Runtime};

use crate::wire;

/// The most requests of one input.
const MOST: usize = 8;

/// A host with every service, those that run elsewhere too. It decides, and lets everything through.
pub(crate) static HOST: LazyLock<Host> = LazyLock::new(Host::start);

pub(crate) struct Host {
    runtime: Runtime,
    server: Server,
}

impl Host {
    fn start() -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let server = runtime.block_on(Server::start(config())).expect("a host");
        Self { runtime, server }
    }

    /// Imports a state. One that is taken is exported and imported again.
    pub(crate) fn import(&self, document: &[u8]) {
        self.runtime.block_on(awsim_server::fuzzing::import(&self.server, document));
    }
}

fn config() -> Config {
    // The linker leaves out what nobody names.
    let _ = (awsim_upstream::fuzzing::api_model, awsim_sts::fuzzing::saml);
    let elsewhere = ["dynamodb", "kms", "lambda", "s3", "secretsmanager", "sns", "sqs"].map(|service| {
        // Nobody listens there.
        (format!("AWSIM_SERVICES__{}__UPSTREAM", service.to_uppercase()), "http://127.0.0.1:1".to_owned())
    });
    let sources = Sources { variables: elsewhere.to_vec(), ..Sources::default() };
    let loaded = load(&sources).expect("a configuration").config;
    let Config { address, port, data_dir, .. } = Config::ephemeral();
    Config { address, port, data_dir, iam_enforce: EnforcementMode::Audit, ..loaded }
}

/// Answers up to eight requests, separated by NUL, one after another, and forgets what they changed.
///
/// # Panics
/// If the host fails at one of them.
pub fn request(bytes: &[u8]) {
    let requests = bytes.split(|byte| *byte == 0).take(MOST).filter_map(wire::request);
    let Host { runtime, server } = &*HOST;
    runtime.block_on(async {
        for request in requests {
            let status = awsim_server::fuzzing::answer(server, &request).await;
            assert_ne!(status, 500, "{request:?}");
        }
        server.core().store.reset().await.expect("a state in memory");
    });
}
