//! Signing in with a console password: what AWS does at its sign-in page, for programs. The answer are credentials of a
//! session of the user, as `aws login` gets them, in the form that `credential_process` reads.

use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::caller::Session;
use awsim_plugin::error::ServiceError;
use awsim_plugin::session::SessionIssuer as _;
use awsim_plugin::sign_in::{SignIns, authentication_failed};
use awsim_plugin::store::{Store as _, transact};
use serde::{Deserialize, Serialize};

use super::answer::{Answer, Refusal};
use crate::core::Core;
use crate::incoming::Incoming;

/// How long a session lasts, in seconds: twelve hours, as at the console.
const LIFETIME: i64 = 12 * 3600;

/// Who signs in, with what.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Attempt {
    /// The account's id or alias; the first account if it is not named.
    account: Option<String>,
    user_name: String,
    password: String,
    /// What an MFA device of the user shows.
    mfa_code: Option<String>,
}

/// Credentials as `credential_process` has them.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Credentials {
    version: u8,
    access_key_id: String,
    secret_access_key: String,
    session_token: String,
    expiration: String,
}

/// Lets a user sign in.
///
/// # Errors
/// 400 for a body that is no attempt, 403 as [`SignIns::sign_in`] refuses it, 404 without a service that knows users, 500
/// if something fails here.
pub(super) async fn sign_in(core: &Core, incoming: &Incoming) -> Result<Answer, Refusal> {
    let attempt: Attempt = serde_json::from_slice(&incoming.body).map_err(|error| {
        let form = r#"{"account": "…", "user_name": "…", "password": "…", "mfa_code": "…"}"#;
        Refusal::new(400, "InvalidSignIn", format!("Expected {form}: {error}"))
    })?;
    let hosting = core.services.iter().find(|service| service.plugin.sign_ins().is_some());
    let plugin = hosting.map(|service| Arc::clone(&service.plugin)).ok_or_else(no_users)?;
    let sign_ins = plugin.sign_ins().ok_or_else(no_users)?;
    let account = account(core, sign_ins, attempt.account.as_deref())?;

    // Hashing takes too long for a thread that serves requests.
    let (plugin, view) = (Arc::clone(&plugin), core.store.view());
    let (user_name, password) = (attempt.user_name.clone(), attempt.password);
    let prove =
        move || plugin.sign_ins().map(|sign_ins| sign_ins.prove(&view, account, &user_name, &password));
    let proof = tokio::task::spawn_blocking(prove)
        .await
        .map_err(|error| Refusal::new(500, "InternalFailure", error.to_string()))?
        .ok_or_else(no_users)??;

    let (now, code) = (core.clock.now(), attempt.mfa_code.as_deref());
    let signed_in = transact(&*core.store, |state| {
        if core.is_closed(state, account) {
            return Err(authentication_failed());
        }
        sign_ins.sign_in(state, account, &attempt.user_name, &proof, code, now)
    })
    .await?;
    let issued_at = now.to_the_second();
    let session = Session {
        issued_at,
        expires_at: issued_at.plus_seconds(LIFETIME),
        mfa_authenticated_at: signed_in.with_mfa.then_some(issued_at),
        ..Session::default()
    };
    let issued = core.sessions.issue(account, &signed_in.principal, &session, 0)?;
    Answer::json(&Credentials {
        version: 1,
        access_key_id: issued.access_key_id,
        secret_access_key: issued.secret_access_key,
        session_token: issued.session_token,
        expiration: issued.expiration.to_string(),
    })
}

/// The account that is named by id or alias; the first if none is.
fn account(core: &Core, sign_ins: &dyn SignIns, named: Option<&str>) -> Result<AccountId, ServiceError> {
    let Some(named) = named else { return Ok(core.config.account_id) };
    let by_alias = || sign_ins.account_with_alias(&core.store.view(), named);
    named.parse().ok().or_else(by_alias).ok_or_else(authentication_failed)
}

fn no_users() -> Refusal {
    Refusal::new(404, "NotFound", "No service that is hosted here knows users.")
}
