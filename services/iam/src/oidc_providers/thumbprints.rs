//! `UpdateOpenIDConnectProviderThumbprint`: of server certificates that no well-known authority signed.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::UpdateOpenIDConnectProviderThumbprint;
use crate::generated::{ErrorCode, UpdateOpenIDConnectProviderThumbprintRequest};
use crate::state::{OidcProvider, Resource};
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
        let url = provider_arn::find::<OidcProvider>(state, cx, arn)?.url.clone();
        OidcProvider::change(state, cx.account(), &url, |provider| provider.thumbprints = thumbprints)
    }
}
