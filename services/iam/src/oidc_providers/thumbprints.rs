//! `UpdateOpenIDConnectProviderThumbprint`: of server certificates that no well-known authority signed.

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};
use data_encoding::HEXLOWER;

use crate::generated::operations::UpdateOpenIDConnectProviderThumbprint;
use crate::generated::{ErrorCode, UpdateOpenIDConnectProviderThumbprintRequest};
use crate::state::OidcProvider;
use crate::{Iam, provider_arn};

/// The most thumbprints of a provider.
const MOST: usize = 5;

/// The thumbprints of a request; each has 40 characters, as the model has checked.
///
/// # Errors
/// `InvalidInput` (400) for more than five.
pub(super) fn checked(thumbprints: Vec<String>) -> Result<Vec<Box<str>>, ServiceError> {
    if thumbprints.len() > MOST {
        return Err(ErrorCode::InvalidInput.with("Thumbprint list must contain fewer than 5 entries."));
    }
    Ok(thumbprints.into_iter().map(Into::into).collect())
}

/// The thumbprint of the server where the issuer with this URL has its keys: "IAM will retrieve and use the top intermediate
/// certificate authority (CA) thumbprint" (`CreateOpenIDConnectProvider` in the API reference). There is none if the keys
/// are at hand.
///
/// # Errors
/// `OpenIdIdpCommunicationError` (400) if the issuer does not answer as one.
pub(super) async fn retrieved(cx: &Context<'_>, url: &str) -> Result<Vec<Box<str>>, ServiceError> {
    let certificate = match cx.host.issuer_keys() {
        Some(keys) => keys.certificate(url).await.ok(),
        None => None,
    };
    match certificate {
        Some(certificate) => Ok(certificate.iter().map(|der| of(der)).collect()),
        None => Err(ErrorCode::OpenIdIdpCommunicationError
            .with(format!("Please check .well-known/openid-configuration of provider: {url} is valid."))),
    }
}

/// The thumbprint of a certificate: its SHA-1 digest in hexadecimal.
fn of(der: &[u8]) -> Box<str> {
    HEXLOWER.encode(digest(&SHA1_FOR_LEGACY_USE_ONLY, der).as_ref()).into()
}

impl Handler<UpdateOpenIDConnectProviderThumbprint> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateOpenIDConnectProviderThumbprintRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let arn = &input.open_id_connect_provider_arn;
        let action = "iam:UpdateOpenIDConnectProviderThumbprint";
        Ok(vec![provider_arn::check::<OidcProvider>(action, cx, state, arn)])
    }

    fn call(
        &self,
        input: UpdateOpenIDConnectProviderThumbprintRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let thumbprints = checked(input.thumbprint_list)?;
        let arn = &input.open_id_connect_provider_arn;
        provider_arn::change(state, cx, arn, |provider: &mut OidcProvider| provider.thumbprints = thumbprints)
    }
}
