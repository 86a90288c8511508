//! `CreateOpenIDConnectProvider`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::{client_ids, thumbprints, url};
use crate::generated::operations::CreateOpenIDConnectProvider;
use crate::generated::{CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResponse};
use crate::quotas::refuse_more;
use crate::state::{OIDC_PROVIDERS, OidcProvider, Resource};
use crate::tags::{Tags, requested};
use crate::{Iam, access};

impl Handler<CreateOpenIDConnectProvider> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreateOpenIDConnectProviderRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let tags = input.tags.as_deref();
        let name = url::without_scheme(&input.url)?;
        let check = |action| {
            access::on_new::<OidcProvider>(action, cx, None, name).with_request_tags(requested(tags))
        };
        let mut checks = vec![check("iam:CreateOpenIDConnectProvider")];
        if tags.is_some_and(|tags| !tags.is_empty()) {
            checks.push(check("iam:TagOpenIDConnectProvider"));
        }
        Ok(checks)
    }

    /// Without thumbprints AWS asks the issuer for its certificate; here keys are fetched with the trust of the machine
    /// only, so that none are needed, and nothing is asked.
    fn call(
        &self,
        input: CreateOpenIDConnectProviderRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateOpenIDConnectProviderResponse, ServiceError> {
        let account = cx.account();
        let url = url::without_scheme(&input.url)?;
        let tags = Tags::of_request::<OidcProvider>(input.tags)?;
        let thumbprints = thumbprints::checked(input.thumbprint_list.unwrap_or_default())?;
        OidcProvider::refuse_taken(state, account, url)?;
        let count = state.count(&OIDC_PROVIDERS, account);
        refuse_more(count, self.quotas().oidc_providers, "OpenIdConnectProvidersPerAccount")?;
        let mut provider = OidcProvider {
            url: url.into(),
            client_ids: Vec::new(),
            thumbprints,
            created: cx.now.to_the_second(),
            tags,
        };
        for client_id in input.client_id_list.unwrap_or_default() {
            client_ids::add(&mut provider, client_id, self.quotas())?;
        }
        let answer = CreateOpenIDConnectProviderResponse {
            open_id_connect_provider_arn: Some(provider.arn(cx)),
            tags: provider.tags.to_member(),
        };
        provider.insert(state, account);
        Ok(answer)
    }
}
