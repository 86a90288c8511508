//! `CreateSAMLProvider`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{metadata, private_keys, refuse_large, set_encryption, valid_until};
use crate::generated::operations::CreateSAMLProvider;
use crate::generated::{CreateSAMLProviderRequest, CreateSAMLProviderResponse};
use crate::quotas::refuse_more;
use crate::state::{Resource, SAML_PROVIDERS, SamlProvider};
use crate::tags::{Tags, requested};
use crate::{Iam, access};

impl Handler<CreateSAMLProvider> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateSAMLProviderRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let tags = input.tags.as_deref();
        let check = |action| {
            access::on_new::<SamlProvider>(action, cx, None, &input.name).with_request_tags(requested(tags))
        };
        let mut checks = vec![check("iam:CreateSAMLProvider")];
        if tags.is_some_and(|tags| !tags.is_empty()) {
            checks.push(check("iam:TagSAMLProvider"));
        }
        Ok(checks)
    }

    fn call(
        &self,
        input: CreateSAMLProviderRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateSAMLProviderResponse, ServiceError> {
        let account = cx.account();
        let tags = Tags::of_request::<SamlProvider>(input.tags)?;
        let metadata = metadata::read(&input.saml_metadata_document)?;
        SamlProvider::refuse_taken(state, account, &input.name)?;
        let count = state.count(&SAML_PROVIDERS, account);
        refuse_more(count, self.quotas().saml_providers, "SAMLProvidersPerAccount")?;
        refuse_large(self.quotas(), &metadata)?;
        let mut provider = SamlProvider {
            name: input.name.into(),
            uuid: private_keys::new_id()?,
            document: input.saml_metadata_document.into(),
            valid_until: valid_until(metadata.valid_until, cx.now),
            metadata,
            created: cx.now.to_the_second(),
            requires_encryption: None,
            private_keys: Vec::new(),
            tags,
        };
        if let Some(key) = input.add_private_key {
            private_keys::add(&mut provider, key, cx.now)?;
        }
        set_encryption(&mut provider, input.assertion_encryption_mode)?;
        let answer = CreateSAMLProviderResponse {
            saml_provider_arn: Some(provider.arn(cx)),
            tags: provider.tags.to_member(),
        };
        provider.insert(state, account);
        Ok(answer)
    }
}
