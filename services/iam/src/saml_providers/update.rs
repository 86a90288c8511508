//! `UpdateSAMLProvider`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{metadata, private_keys, refuse_large, set_encryption, valid_until};
use crate::generated::operations::UpdateSAMLProvider;
use crate::generated::{UpdateSAMLProviderRequest, UpdateSAMLProviderResponse};
use crate::state::{Resource, SamlProvider};
use crate::{Iam, provider_arn};

impl Handler<UpdateSAMLProvider> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &UpdateSAMLProviderRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let arn = &input.saml_provider_arn;
        Ok(vec![provider_arn::check::<SamlProvider>("iam:UpdateSAMLProvider", cx, state, arn)])
    }

    fn call(
        &self,
        input: UpdateSAMLProviderRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<UpdateSAMLProviderResponse, ServiceError> {
        let metadata = input.saml_metadata_document.as_deref().map(metadata::read).transpose()?;
        let mut provider = provider_arn::find::<SamlProvider>(state, cx, &input.saml_provider_arn)?.clone();
        if let (Some(document), Some(metadata)) = (input.saml_metadata_document, metadata) {
            refuse_large(self.quotas(), &metadata)?;
            provider.document = document.into();
            provider.valid_until = valid_until(metadata.valid_until, cx.now);
            provider.metadata = metadata;
        }
        if let Some(key) = input.add_private_key {
            private_keys::add(&mut provider, key, cx.now)?;
        }
        if let Some(id) = input.remove_private_key {
            private_keys::remove(&mut provider, &id)?;
        }
        set_encryption(&mut provider, input.assertion_encryption_mode)?;
        provider.insert(state, cx.account());
        Ok(UpdateSAMLProviderResponse { saml_provider_arn: Some(input.saml_provider_arn) })
    }
}
