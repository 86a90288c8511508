//! What the services keep: as a document, and back to the start.

use awsim_plugin::account::AccountId;
use awsim_plugin::error::Fault;
use awsim_plugin::store::Transaction;
use serde::Serialize;

use super::answer::{Answer, Refusal};
use crate::accounts;
use crate::core::Core;
use crate::incoming::Incoming;
use crate::store::ImportError;

/// That something was done.
#[derive(Serialize)]
struct Done {
    status: &'static str,
}

const DONE: Done = Done { status: "ok" };

/// Goes back to the state after the start.
///
/// # Errors
/// 500 if that could not be made durable; the state is as it was then.
pub(super) async fn reset(core: &Core) -> Result<Answer, Refusal> {
    match core.store.reset().await {
        Ok(()) => {
            core.usage.forget();
            tracing::info!("the state was reset");
            Answer::json(&DONE)
        }
        Err(error) => Err(Refusal::new(500, "ServiceFailure", error.message)),
    }
}

/// The state as a document: all of it, or with `?service=NAME` that of one service.
///
/// # Errors
/// 400 for another query, 404 for a service that is not hosted.
pub(super) async fn export(core: &Core, incoming: &Incoming) -> Result<Answer, Refusal> {
    let export = core.store.export(service(core, incoming)?);
    // Megabytes of JSON are not to hold up other requests.
    let written = tokio::task::spawn_blocking(move || serde_json::to_vec(&export)).await;
    match written.map_err(|error| error.to_string()).and_then(|json| json.map_err(|error| error.to_string()))
    {
        Ok(json) => Ok(Answer::of(super::answer::JSON, json)),
        Err(reason) => Err(Refusal::new(500, "InternalFailure", reason)),
    }
}

/// Replaces the state, or with `?service=NAME` that of one service, by that of a document, if every service finds that
/// the state as it would be fits together. What every start makes is in it then, whether the document has it or not.
///
/// # Errors
/// 400 for a document that does not fit, with what is wrong; 404 for a service that is not hosted; 500 if it could not be made durable. The
/// state is as it was then.
pub(super) async fn import(core: &Core, incoming: &Incoming) -> Result<Answer, Refusal> {
    let service = service(core, incoming)?;
    let now = core.clock.now();
    let complete = |state: &mut Transaction| {
        let completed = accounts::complete(&core.services, &core.config, now, state);
        completed.map_err(|error| ImportError::Declared(error.message))?;
        core.services.check(state)
    };
    match core.store.import(incoming.body.clone(), service, complete).await {
        Ok(()) => {
            core.usage.forget();
            tracing::info!(service = service.unwrap_or("all"), "a state was imported");
            Answer::json(&DONE)
        }
        Err(ImportError::Store(error)) => Err(Refusal::new(500, "ServiceFailure", error.message)),
        Err(error) => Err(Refusal::new(400, "InvalidState", error.to_string())),
    }
}

/// That an account was imported.
#[derive(Serialize)]
struct Imported {
    status: &'static str,
    account: AccountId,
}

/// Rebuilds a real account from the output of `aws iam get-account-authorization-details`.
///
/// # Errors
/// 400 for a document that does not fit, with what is wrong; 500 if it could not be made durable. The state is as it was
/// then.
pub(super) async fn import_account(core: &Core, incoming: &Incoming) -> Result<Answer, Refusal> {
    match accounts::import(core, &[&incoming.body], &[]).await {
        Ok(accounts) => {
            let account = accounts.first().copied().unwrap_or_default();
            tracing::info!(%account, "an account was imported");
            Answer::json(&Imported { status: DONE.status, account })
        }
        Err(error) if error.fault == Fault::Receiver => {
            Err(Refusal::new(500, "ServiceFailure", error.message))
        }
        Err(error) => Err(Refusal::new(400, "InvalidAccount", error.message)),
    }
}

/// The service that the query names, if it names one.
fn service<'r>(core: &Core, incoming: &'r Incoming) -> Result<Option<&'r str>, Refusal> {
    let service = match incoming.query() {
        "" => return Ok(None),
        query => query.strip_prefix("service=").ok_or_else(|| {
            Refusal::new(400, "InvalidQuery", "The only parameter is service: ?service=iam.".to_owned())
        })?,
    };
    match core.services.by_signing_name(service) {
        Ok(_) => Ok(Some(service)),
        Err(error) => Err(Refusal::new(404, "UnknownService", error.message)),
    }
}
