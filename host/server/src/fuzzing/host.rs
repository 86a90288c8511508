//! A whole host, and what it is made from.

use awsim_plugin::store::Transaction;
use bytes::Bytes;

use crate::admin::{self, AdminAnswer};
use crate::config;
use crate::incoming::Incoming;
use crate::issuers;
use crate::pipeline::{self, Answer};
use crate::request_id::RequestId;
use crate::server::Server;

/// The status of the answer to a request that came as a whole.
pub async fn answer(server: &Server, incoming: &Incoming) -> u16 {
    let (core, request_id) = (server.core(), RequestId::random());
    if let Some(published) = issuers::publish::answer(core, incoming) {
        return published.status;
    }
    if incoming.uri.path().starts_with(admin::PREFIX) {
        return match admin::answer(core, server.address(), incoming).await {
            AdminAnswer::Whole(encoded) => encoded.status,
            AdminAnswer::Events(_) => 200,
        };
    }
    match pipeline::answer(core, incoming, &mut None, &request_id).await {
        Answer::Own(encoded) => encoded.status,
        Answer::Passed(response) => response.status().as_u16(),
    }
}

/// Imports a state.
///
/// # Panics
/// If a state that is taken cannot be exported, or its export is not taken, or is exported otherwise then.
#[allow(clippy::expect_used, reason = "a fuzz target says so where something is wrong")]
pub async fn import(server: &Server, document: &[u8]) {
    let core = server.core();
    let check = |state: &mut Transaction| core.services.check(state);
    if core.store.import(Bytes::copy_from_slice(document), None, check).await.is_err() {
        return;
    }
    let export = || serde_json::to_vec(&core.store.export(None)).expect("a state that can be written");
    let exported = export();
    core.store.import(exported.clone(), None, check).await.expect("what was exported is taken");
    assert_eq!(exported, export(), "a state stays what it is");
}

/// Reads the text of a configuration file, and variables.
pub fn config(file: &str, variables: impl Iterator<Item = (String, String)>) {
    config::read_anything(file, variables.collect());
}
