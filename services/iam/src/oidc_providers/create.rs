//! `CreateOpenIDConnectProvider`.

use async_trait::async_trait;
use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AsyncHandler;
use awsim_plugin::store::{Store, Transaction, View, transact};

use super::{client_ids, thumbprints, url};
use crate::generated::operations::CreateOpenIDConnectProvider;
use crate::generated::{CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResponse};
use crate::quotas::refuse_more;
use crate::state::{OIDC_PROVIDERS, OidcProvider, Resource};
use crate::tags::{Tags, requested};
use crate::{Iam, access};

#[async_trait]
impl AsyncHandler<CreateOpenIDConnectProvider> for Iam {
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

    /// Without thumbprints AWS asks the issuer for its certificate; here that is done if the configuration says so, as keys
    /// are fetched with the trust of the machine only, and none are needed.
    async fn call(
        &self,
        input: CreateOpenIDConnectProviderRequest,
        cx: &Context<'_>,
        decided: &View,
        store: &dyn Store,
    ) -> Result<CreateOpenIDConnectProviderResponse, ServiceError> {
        let url = url::without_scheme(&input.url)?;
        let tags = Tags::of_request::<OidcProvider>(input.tags)?;
        let mut thumbprints = thumbprints::checked(input.thumbprint_list.unwrap_or_default())?;
        refuse(self, cx, decided, url)?;
        let mut client_ids = Vec::new();
        for id in input.client_id_list.unwrap_or_default() {
            client_ids::add(&mut client_ids, id, self.quotas())?;
        }
        if thumbprints.is_empty() && self.settings.asks_issuers {
            thumbprints = thumbprints::retrieved(cx, &input.url).await?;
        }
        let created = cx.now.to_the_second();
        let provider = OidcProvider { url: url.into(), client_ids, thumbprints, created, tags };
        transact(store, |state: &mut Transaction| {
            refuse(self, cx, state, url)?;
            let answer = CreateOpenIDConnectProviderResponse {
                open_id_connect_provider_arn: Some(provider.arn(cx)),
                tags: provider.tags.to_member(),
            };
            provider.insert(state, cx.account());
            Ok(answer)
        })
        .await
    }
}

/// Refuses a provider that cannot be made.
///
/// # Errors
/// `EntityAlreadyExists` and `LimitExceeded` (409).
fn refuse(iam: &Iam, cx: &Context<'_>, state: &View, url: &str) -> Result<(), ServiceError> {
    OidcProvider::refuse_taken(state, cx.account(), url)?;
    let count = state.count(&OIDC_PROVIDERS, cx.account());
    refuse_more(count, iam.quotas().oidc_providers, "OpenIdConnectProvidersPerAccount")
}
