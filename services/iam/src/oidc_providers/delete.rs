//! `DeleteOpenIDConnectProvider`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::DeleteOpenIDConnectProvider;
use crate::generated::{DeleteOpenIDConnectProviderRequest, ErrorCode};
use crate::state::{OIDC_PROVIDERS, OidcProvider, Resource};
use crate::{Iam, arn, names, provider_arn};

impl Handler<DeleteOpenIDConnectProvider> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeleteOpenIDConnectProviderRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let arn = &input.open_id_connect_provider_arn;
        Ok(vec![provider_arn::check::<OidcProvider>("iam:DeleteOpenIDConnectProvider", cx, state, arn)])
    }

    /// "This operation is idempotent": that there is no such provider in the account is no error. The ARN of another
    /// account's is.
    fn call(
        &self,
        input: DeleteOpenIDConnectProviderRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let given = &input.open_id_connect_provider_arn;
        let name = provider_arn::name_in::<OidcProvider>(given)?;
        if *given != arn::of(cx, OidcProvider::ARN_TYPE, "/", name) {
            return Err(ErrorCode::NoSuchEntity.with(OidcProvider::not_found(given)));
        }
        if OidcProvider::get(state, cx.account(), name).is_some_and(|provider| *provider.url == *name) {
            state.remove(&OIDC_PROVIDERS, cx.account(), &names::key(name));
        }
        Ok(())
    }
}
