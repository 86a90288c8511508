//! A plugin that does not take any settings of the right form.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on is to end")]

use std::sync::Arc;

use awsim_plugin::handler::BoundOperation;
use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::register_service;
use awsim_plugin::service::{Configure, Mistake, ServicePlugin};
use awsim_plugin::shape::ViolationStyle;
use awsim_server::config::{Config, Sources, load};
use awsim_server::server::Server;
use serde::{Deserialize, Serialize};
use serde_json::json;

static MODEL: ServiceModel = ServiceModel {
    signing_name: "shelf",
    endpoint_prefix: "shelf",
    full_name: "Shelf",
    service_id: "Shelf",
    api_version: "2026-01-01",
    protocol: ProtocolName::Json11,
    xml_namespace: "",
    target_prefix: "Shelf",
    error_message: "message",
    global: false,
    violations: ViolationStyle { quotes_values: true },
};

/// A service without operations.
struct Shelf;

#[derive(Serialize, Deserialize)]
struct Settings {
    /// How many books there is room for.
    room: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { room: 10 }
    }
}

impl Configure for Shelf {
    type Settings = Settings;

    fn check(settings: &Settings) -> Vec<Mistake> {
        let message = || format!("{} is no room at all", settings.room);
        (settings.room == 0).then(|| Mistake { setting: "room", message: message() }).into_iter().collect()
    }

    fn configure(_settings: Settings) -> Self {
        Self
    }
}

impl ServicePlugin for Shelf {
    fn model(&self) -> &'static ServiceModel {
        &MODEL
    }

    fn operations(self: Arc<Self>) -> Vec<BoundOperation> {
        Vec::new()
    }
}

register_service!("shelf", Shelf);

#[test]
fn a_mistake_is_told_with_where_it_was_made() {
    let with = |room: &str| {
        let variables = vec![("AWSIM_SERVICES__SHELF__ROOM".to_owned(), room.to_owned())];
        load(&Sources { variables, ..Sources::default() })
    };
    assert_eq!(with("3").unwrap().config.services["shelf"].settings, json!({"room": 3}));
    let complaints = with("0").unwrap_err().complaints;
    let complaints: Vec<_> = complaints.iter().map(ToString::to_string).collect();
    assert_eq!(complaints, ["AWSIM_SERVICES__SHELF__ROOM: `services.shelf.room`: 0 is no room at all"]);
}

#[tokio::test]
async fn a_host_does_not_start_with_what_nobody_read() {
    let mut config = Config::ephemeral();
    config.services.get_mut("shelf").unwrap().settings = json!({"room": 0});
    let refused = Server::start(config).await.err().unwrap();
    assert_eq!(refused.to_string(), "the service shelf did not start: `room`: 0 is no room at all");
}
