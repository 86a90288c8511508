//! `AssumeRoleWithSAML`: credentials of a role for whoever a SAML identity provider vouches for.
//!
//! Nobody signs such a request; the proof is the provider's response in it. [`document`] reads it without expanding
//! anything, [`decryption`] decrypts it if it is encrypted, [`signature`] finds out whether the provider signed the very
//! assertion that is read, [`assertion`] whether it is for AWS and valid now, and [`attributes`] what it says of the
//! session. Then the host is asked whether the role trusts the bearer.
//!
//! A response can be exchanged more than once while it is valid, which is five minutes from its issue. AWS does not say what
//! it does; the "SAML V2.0 Profiles" (4.1.4.5) ask a service provider to remember the assertions of bearers. But an
//! assertion names all roles that its subject may have, and the tools that sign people in exchange the one that they got for
//! several of these, one after the other, which works at AWS. So what bounds a stolen response here is what bounds it there:
//! five minutes, its audience and recipient, and the roles that it names.

mod assertion;
mod attributes;
mod conditions;
mod decryption;
mod document;
mod provider_arn;
mod response;
mod signature;

#[cfg(test)]
mod tests;

use async_trait::async_trait;
use awsim_plugin::access::Access;
use awsim_plugin::caller::Session;
use awsim_plugin::context::Context;
use awsim_plugin::directory::RoleRecord;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AsyncHandler;
use awsim_plugin::store::{Store, View};

use crate::Sts;
use crate::federated::{self, Federated};
use crate::generated::operations::AssumeRoleWithSAML;
use crate::generated::{AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLResponse, ErrorCode};
use crate::role_arn::RoleArn;
use crate::session::{self, packed, policies};
use assertion::Assertion;
use attributes::Attributes;
use provider_arn::ProviderArn;

const OPERATION: &str = "AssumeRoleWithSAML";

#[async_trait]
impl AsyncHandler<AssumeRoleWithSAML> for Sts {
    /// Nothing is asked here: who asks stands in the assertion, so that `call` asks once it has read it.
    fn access(
        &self,
        _input: &AssumeRoleWithSAMLRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(Vec::new())
    }

    async fn call(
        &self,
        input: AssumeRoleWithSAMLRequest,
        cx: &Context<'_>,
        decided: &View,
        _store: &dyn Store,
    ) -> Result<AssumeRoleWithSAMLResponse, ServiceError> {
        let arn = RoleArn::parse(&input.role_arn)?;
        let (account, provider) = ProviderArn::parse(&input.principal_arn)?.find(cx, decided)?;
        let assertion = response::verified(&input.saml_assertion, &provider, cx.now)?;
        let attributes = Attributes::of(&assertion)?;
        attributes.check_role(&input.role_arn, &input.principal_arn)?;

        let role = federated::role(cx, decided, arn, OPERATION)?;
        let asker = Federated {
            provider: &provider.arn,
            session_name: &attributes.session_name,
            source_identity: attributes.source_identity.as_deref(),
            tags: &attributes.tags,
        };
        let qualifier = conditions::name_qualifier(&assertion.issuer, account, &provider.name);
        let context = conditions::of_trust(&assertion, account, &provider.name, &qualifier);
        asker.ask(cx, decided, &role, "sts:AssumeRoleWithSAML", &context)?;

        let seconds = duration(cx, &role, &assertion, input.duration_seconds.or(attributes.duration))?;
        // The policies are those of the account that the role is in.
        let account = arn.account().unwrap_or(account);
        let policies = policies::checked(cx, decided, account, input.policy, input.policy_arns)?;
        let packed_policy_size = packed::size(&policies, &attributes.tags)?;
        let session = Session {
            policies: policies.documents,
            policy_arns: policies.arns,
            tags: attributes.tags,
            source_identity: attributes.source_identity.clone(),
            federated_provider: Some(provider.arn.clone()),
            federated_context: conditions::of_session(&assertion, &qualifier),
            ..session::starting(cx, seconds)
        };
        let assumed = federated::assumed(account, role, attributes.session_name);
        let issued =
            session::issue(cx, account, &assumed.principal, &session, input.minimum_session_token_size)?;
        Ok(AssumeRoleWithSAMLResponse {
            credentials: Some(issued.credentials),
            assumed_role_user: Some(federated::assumed_user(cx, &assumed)),
            packed_policy_size,
            subject_type: Some(assertion.subject_type().to_owned()),
            subject: Some(assertion.subject),
            issuer: Some(assertion.issuer),
            audience: Some(assertion.recipient),
            name_qualifier: Some(qualifier),
            source_identity: attributes.source_identity,
            session_token_utilization: issued.token_utilization,
            session_token_size: issued.token_size,
        })
    }
}

/// How long the session lasts: "for the duration that you specify for the DurationSeconds parameter, or until the time
/// specified in the SAML authentication response's SessionNotOnOrAfter value, whichever is shorter".
fn duration(
    cx: &Context<'_>,
    role: &RoleRecord,
    assertion: &Assertion,
    requested: Option<i32>,
) -> Result<i64, ServiceError> {
    let seconds = session::of_role(role, requested)?;
    let Some(end) = assertion.session_ends else { return Ok(seconds) };
    let left = end.seconds().saturating_sub(cx.now.seconds());
    if left <= 0 {
        return Err(ErrorCode::ExpiredToken.with("The session of the SAML response has ended."));
    }
    Ok(seconds.min(left))
}

/// A response that is not to be believed.
fn invalid(reason: impl Into<String>) -> ServiceError {
    ErrorCode::InvalidIdentityToken.with(reason)
}

/// Reads whatever text as the response of a provider whose key nobody has.
#[cfg(feature = "fuzzing")]
pub(crate) fn read_anything(response: &str) {
    let provider = awsim_plugin::federation::SamlProviderRecord {
        arn: "arn:aws:iam::000000000000:saml-provider/idp".to_owned(),
        name: "idp".to_owned(),
        entities: vec![awsim_plugin::federation::SamlEntityRecord {
            id: "https://idp.example".to_owned(),
            certificates: vec![include_str!("testdata/certificate.b64").to_owned()],
        }],
        valid_until: awsim_plugin::shape::Timestamp::from_seconds(i64::MAX),
        requires_encryption: false,
        private_keys: Vec::new(),
    };
    let now = awsim_plugin::shape::Timestamp::from_seconds(1_776_759_330);
    assert!(response::verified(response, &provider, now).is_err(), "nobody signed this");
}
