//! Contexts that a request provides: what IAM Identity Center says of the end user for whom a role is assumed.
//!
//! "Trusted identity propagation" (IAM Identity Center User Guide) and `ProvidedContext` (AWS STS API Reference). The role's
//! trust policy must allow `sts:SetContext`, and can ask who provides a context (`sts:RequestContextProviders`) and what it
//! says (`sts:RequestContext/…`). The session has the keys from then on ("AWS STS condition context keys for IAM Identity
//! Center": `identitystore:UserId`, `identitycenter:ApplicationArn`, …).

use awsim_plugin::access::{Check, ContextValue};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::{AssertedContext, AssertionRefusal};

use crate::errors::invalid_parameter;
use crate::generated::{ErrorCode, ProvidedContext};

/// The context providers that AWS has.
const PROVIDERS: [&str; 1] = ["arn:aws:iam::aws:contextProvider/IdentityCenter"];

/// The contexts of a request, all of them read.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Contexts(Vec<AssertedContext>);

/// Reads the contexts of a request.
///
/// # Errors
/// `InvalidParameterValue` (400) if a provider is none, is not the one that has the assertion sealed, or provides two; or if
/// an assertion was not sealed here. `ExpiredTokenException` (400) if its time is over.
pub(crate) fn of_request(
    cx: &Context<'_>,
    provided: Option<&[ProvidedContext]>,
) -> Result<Contexts, ServiceError> {
    let mut contexts: Vec<AssertedContext> = Vec::new();
    for provided in provided.into_iter().flatten() {
        let arn = provided.provider_arn.as_deref().unwrap_or_default();
        if !PROVIDERS.contains(&arn) {
            return Err(invalid_parameter(format!("The context provider {arn} is not valid.")));
        }
        let assertion = provided.context_assertion.as_deref().unwrap_or_default();
        let context = cx.host.open_context_assertion(assertion, cx.now).map_err(|refusal| match refusal {
            AssertionRefusal::Expired => {
                ErrorCode::ExpiredToken.with("The provided context assertion is expired.")
            }
            AssertionRefusal::Invalid => not_valid(),
        })?;
        if context.provider != arn {
            return Err(not_valid());
        }
        if contexts.iter().any(|known| known.provider == arn) {
            return Err(invalid_parameter(format!("The context provider {arn} is given more than once.")));
        }
        contexts.push(context);
    }
    Ok(Contexts(contexts))
}

fn not_valid() -> ServiceError {
    invalid_parameter("The provided context assertion is not valid.")
}

impl Contexts {
    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Supplies what trust policies can ask about the contexts.
    pub(crate) fn supply(&self, check: Check) -> Check {
        if self.is_empty() {
            return check;
        }
        let providers = self.0.iter().map(|context| context.provider.clone()).collect();
        let check = check.with("sts:RequestContextProviders", ContextValue::Strings(providers));
        self.keys().fold(check, |check, (key, value)| {
            check.with_string(format!("sts:RequestContext/{key}"), Some(value))
        })
    }

    /// The condition keys that the session has from now on.
    pub(crate) fn of_session(&self) -> Vec<(String, Vec<String>)> {
        self.keys().map(|(key, value)| (key.to_owned(), vec![value.to_owned()])).collect()
    }

    fn keys(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|context| &context.keys).map(|(key, value)| (key.as_str(), value.as_str()))
    }
}
