//! `DeleteSAMLProvider`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::DeleteSAMLProviderRequest;
use crate::generated::operations::DeleteSAMLProvider;
use crate::state::{Resource, SAML_PROVIDERS, SamlProvider};
use crate::{Iam, names, provider_arn};

impl Handler<DeleteSAMLProvider> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteSAMLProviderRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let arn = &input.saml_provider_arn;
        Ok(vec![provider_arn::check::<SamlProvider>("iam:DeleteSAMLProvider", cx, state, arn)])
    }

    fn call(
        &self,
        input: DeleteSAMLProviderRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let provider = provider_arn::find::<SamlProvider>(state, cx, &input.saml_provider_arn)?;
        let key = names::key(provider.name());
        state.remove(&SAML_PROVIDERS, cx.account(), &key);
        Ok(())
    }
}
