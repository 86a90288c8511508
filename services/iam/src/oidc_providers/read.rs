//! `GetOpenIDConnectProvider`, `ListOpenIDConnectProviders`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::generated::operations::{GetOpenIDConnectProvider, ListOpenIDConnectProviders};
use crate::generated::{
    GetOpenIDConnectProviderRequest, GetOpenIDConnectProviderResponse, ListOpenIDConnectProvidersRequest,
    ListOpenIDConnectProvidersResponse, OpenIDConnectProviderListEntry,
};
use crate::state::{OIDC_PROVIDERS, OidcProvider, Resource};
use crate::{Iam, access, provider_arn};

impl Handler<GetOpenIDConnectProvider> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetOpenIDConnectProviderRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let arn = &input.open_id_connect_provider_arn;
        Ok(vec![provider_arn::check::<OidcProvider>("iam:GetOpenIDConnectProvider", cx, state, arn)])
    }

    /// The URL is answered without its `https://`, as AWS does.
    fn call(
        &self,
        input: GetOpenIDConnectProviderRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetOpenIDConnectProviderResponse, ServiceError> {
        let provider = provider_arn::find::<OidcProvider>(state, cx, &input.open_id_connect_provider_arn)?;
        let texts = |texts: &[Box<str>]| Some(texts.iter().map(ToString::to_string).collect());
        Ok(GetOpenIDConnectProviderResponse {
            url: Some(provider.url.to_string()),
            client_id_list: texts(&provider.client_ids),
            thumbprint_list: texts(&provider.thumbprints),
            create_date: Some(provider.created),
            tags: Some(provider.tags.to_list()),
        })
    }
}

impl Handler<ListOpenIDConnectProviders> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListOpenIDConnectProvidersRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on_listing::<OidcProvider>("iam:ListOpenIDConnectProviders", cx, None)])
    }

    fn call(
        &self,
        _input: ListOpenIDConnectProvidersRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListOpenIDConnectProvidersResponse, ServiceError> {
        let entry = |(_, provider): (&String, &OidcProvider)| OpenIDConnectProviderListEntry {
            arn: Some(provider.arn(cx)),
        };
        let providers = state.iter(&OIDC_PROVIDERS, cx.account()).map(entry).collect();
        Ok(ListOpenIDConnectProvidersResponse { open_id_connect_provider_list: Some(providers) })
    }
}
