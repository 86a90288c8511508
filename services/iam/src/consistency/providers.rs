//! Identity providers: what is known of them is what they were made with.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::{demand, refuse_repetition};
use awsim_plugin::store::View;

use crate::state::{OIDC_PROVIDERS, SAML_PROVIDERS};
use crate::{oidc_providers, saml_providers};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    for (key, provider) in state.iter(&OIDC_PROVIDERS, account) {
        demand(oidc_providers::is_name(&provider.url), || format!("{key:?} is no URL of an OIDC provider"))?;
        refuse_repetition(&format!("clients of the OIDC provider {key:?},"), provider.client_ids.iter())?;
    }
    for (key, provider) in state.iter(&SAML_PROVIDERS, account) {
        saml_providers::refuse_damaged(provider)
            .map_err(|what| format!("{what} of the SAML provider {key:?}"))?;
    }
    Ok(())
}
