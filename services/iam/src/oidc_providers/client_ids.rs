//! `AddClientIDToOpenIDConnectProvider`, `RemoveClientIDFromOpenIDConnectProvider`: for whom tokens may be.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::{
    AddClientIDToOpenIDConnectProvider, RemoveClientIDFromOpenIDConnectProvider,
};
use crate::generated::{
    AddClientIDToOpenIDConnectProviderRequest, RemoveClientIDFromOpenIDConnectProviderRequest,
};
use crate::quotas::refuse_more;
use crate::state::OidcProvider;
use crate::{Iam, Quotas, provider_arn};

/// Adds a client id; one that is there already is no error.
///
/// # Errors
/// `LimitExceeded` (409).
pub(super) fn add(ids: &mut Vec<Box<str>>, id: String, quotas: &Quotas) -> Result<(), ServiceError> {
    if ids.iter().any(|known| **known == *id) {
        return Ok(());
    }
    refuse_more(ids.len(), quotas.client_ids_per_oidc_provider, "ClientIdsPerOpenIdConnectProvider")?;
    ids.push(id.into());
    Ok(())
}

impl Handler<AddClientIDToOpenIDConnectProvider> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &AddClientIDToOpenIDConnectProviderRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let arn = &input.open_id_connect_provider_arn;
        let action = "iam:AddClientIDToOpenIDConnectProvider";
        Ok(vec![provider_arn::check::<OidcProvider>(action, cx, state, arn)])
    }

    fn call(
        &self,
        input: AddClientIDToOpenIDConnectProviderRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let arn = &input.open_id_connect_provider_arn;
        provider_arn::change(state, cx, arn, |provider: &mut OidcProvider| {
            add(&mut provider.client_ids, input.client_id, self.quotas())
        })?
    }
}

impl Handler<RemoveClientIDFromOpenIDConnectProvider> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &RemoveClientIDFromOpenIDConnectProviderRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let arn = &input.open_id_connect_provider_arn;
        let action = "iam:RemoveClientIDFromOpenIDConnectProvider";
        Ok(vec![provider_arn::check::<OidcProvider>(action, cx, state, arn)])
    }

    fn call(
        &self,
        input: RemoveClientIDFromOpenIDConnectProviderRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let arn = &input.open_id_connect_provider_arn;
        provider_arn::change(state, cx, arn, |provider: &mut OidcProvider| {
            provider.client_ids.retain(|id| **id != *input.client_id);
        })
    }
}
