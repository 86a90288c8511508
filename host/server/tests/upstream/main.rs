//! Services that run elsewhere and speak REST, over the wire: a client, AWSim, and an upstream that tells what arrives.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on is to end")]

mod ambiguity;
mod answers;
mod chunks;
mod client;
mod elsewhere;
mod hosts;
mod storage;
mod streams;

use awsim_server::config::{Config, EnforcementMode};
use awsim_server::server::Server;
use serde_json::{Value, json};

use self::client::Connection;
use self::elsewhere::Elsewhere;

/// An AWSim that enforces and verifies, and the upstream behind it.
struct Place {
    server: Server,
    upstream: Elsewhere,
}

impl Place {
    async fn new() -> Self {
        Self::with(json!({}), |_| {}).await
    }

    /// With these settings of the service, and this change of the configuration.
    async fn with(settings: Value, change: impl FnOnce(&mut Config)) -> Self {
        let upstream = Elsewhere::start(None).await;
        Self::before(upstream, settings, change).await
    }

    /// With this upstream.
    async fn before(upstream: Elsewhere, settings: Value, change: impl FnOnce(&mut Config)) -> Self {
        let mut config = Config::ephemeral();
        config.iam_enforce = EnforcementMode::On;
        let own = &mut config.services.get_mut("s3").unwrap().settings;
        own["upstream"] = upstream.url().into();
        for (name, value) in settings.as_object().unwrap() {
            own[name] = value.clone();
        }
        change(&mut config);
        Self { server: Server::start(config).await.unwrap(), upstream }
    }

    async fn connect(&self) -> Connection {
        Connection::to(self.server.address()).await
    }
}
