//! `GetSAMLProvider`, `ListSAMLProviders`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::generated::operations::{GetSAMLProvider, ListSAMLProviders};
use crate::generated::{
    AssertionEncryptionModeType, GetSAMLProviderRequest, GetSAMLProviderResponse, ListSAMLProvidersRequest,
    ListSAMLProvidersResponse, SAMLPrivateKey, SAMLProviderListEntry,
};
use crate::state::{Resource, SAML_PROVIDERS, SamlProvider};
use crate::{Iam, access, provider_arn};

impl Handler<GetSAMLProvider> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetSAMLProviderRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let arn = &input.saml_provider_arn;
        Ok(vec![provider_arn::check::<SamlProvider>("iam:GetSAMLProvider", cx, state, arn)])
    }

    /// Of private keys only ids and dates are told.
    fn call(
        &self,
        input: GetSAMLProviderRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetSAMLProviderResponse, ServiceError> {
        let provider = provider_arn::find::<SamlProvider>(state, cx, &input.saml_provider_arn)?;
        let keys = provider
            .private_keys
            .iter()
            .map(|key| SAMLPrivateKey { key_id: Some(key.id.to_string()), timestamp: Some(key.added) });
        let mode = |required| match required {
            true => AssertionEncryptionModeType::Required,
            false => AssertionEncryptionModeType::Allowed,
        };
        Ok(GetSAMLProviderResponse {
            saml_provider_uuid: Some(provider.uuid.to_string()),
            saml_metadata_document: Some(provider.document.to_string()),
            create_date: Some(provider.created),
            valid_until: Some(provider.valid_until),
            tags: Some(provider.tags.to_list()),
            assertion_encryption_mode: provider.requires_encryption.map(mode),
            private_key_list: Some(keys.collect::<Vec<_>>()).filter(|keys| !keys.is_empty()),
        })
    }
}

impl Handler<ListSAMLProviders> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListSAMLProvidersRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on_listing::<SamlProvider>("iam:ListSAMLProviders", cx, None)])
    }

    fn call(
        &self,
        _input: ListSAMLProvidersRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListSAMLProvidersResponse, ServiceError> {
        let entry = |(_, provider): (&String, &SamlProvider)| SAMLProviderListEntry {
            arn: Some(provider.arn(cx)),
            valid_until: Some(provider.valid_until),
            create_date: Some(provider.created),
        };
        let providers = state.iter(&SAML_PROVIDERS, cx.account()).map(entry).collect();
        Ok(ListSAMLProvidersResponse { saml_provider_list: Some(providers) })
    }
}
