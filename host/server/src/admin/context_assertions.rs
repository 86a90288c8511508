//! Context assertions for tests: what IAM Identity Center would have STS seal.

use std::collections::BTreeMap;

use awsim_plugin::federation::AssertedContext;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, Refusal};
use crate::core::Core;
use crate::incoming::Incoming;
use crate::keys::LONGEST_LIFE;

/// How long an assertion is believed unless told otherwise, in seconds.
const USUAL: i64 = 3600;

/// What is to be asserted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    /// The ARN of the context provider.
    provider: String,
    /// The keys of the context with their values.
    context: BTreeMap<String, String>,
    /// For how long, in seconds.
    #[serde(default = "usual")]
    seconds: i64,
}

fn usual() -> i64 {
    USUAL
}

/// An assertion, as `ProvidedContexts` takes it.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Provided {
    provider_arn: String,
    context_assertion: String,
}

/// Whether a condition key is told by the services that are asked, and by nobody else.
fn is_reserved(key: &str) -> bool {
    let prefix = key.split(':').next().unwrap_or_default();
    ["aws", "iam", "sts", "organizations"].iter().any(|own| own.eq_ignore_ascii_case(prefix))
}

/// Has an assertion sealed.
///
/// # Errors
/// 400 for a body that says nothing of the kind, or more than an assertion can.
pub(super) fn seal(core: &Core, incoming: &Incoming) -> Result<Answer, Refusal> {
    let invalid = |reason: String| {
        let form = r#"{"provider": "arn:aws:iam::aws:contextProvider/IdentityCenter", "context": {"identitystore:UserId": "…"}}"#;
        Refusal::new(400, "InvalidContext", format!("Expected {form}: {reason}"))
    };
    let wanted: Wanted =
        serde_json::from_slice(&incoming.body).map_err(|error| invalid(error.to_string()))?;
    if let Some(key) = wanted.context.keys().find(|key| is_reserved(key)) {
        return Err(invalid(format!("{key} is not for a provider to tell")));
    }
    if wanted.seconds > LONGEST_LIFE {
        return Err(invalid(format!("an assertion is good for {LONGEST_LIFE} seconds at most")));
    }
    let now = core.clock.now();
    let expires = now.plus_seconds(wanted.seconds);
    let context = AssertedContext { provider: wanted.provider, keys: wanted.context.into_iter().collect() };
    let sealed = core.assertions.seal(&context, expires, now);
    let context_assertion = sealed.map_err(|error| invalid(error.to_string()))?;
    Answer::json(&Provided { provider_arn: context.provider, context_assertion })
}
