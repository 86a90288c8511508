//! The identity providers of the accounts, as STS sees them.

use awsim_plugin::account::AccountId;
use awsim_plugin::federation::{
    IdentityProviders, OidcProviderRecord, OutboundIssuer, SamlEntityRecord, SamlProviderRecord,
};
use awsim_plugin::store::View;

use crate::Iam;
use crate::state::{OUTBOUND_ISSUERS, OidcProvider, Resource, SamlEntity, SamlProvider};

impl IdentityProviders for Iam {
    /// Hosts are the same in whatever case, paths are not: the URL must be the provider's exactly.
    fn oidc_provider(&self, state: &View, account: AccountId, url: &str) -> Option<OidcProviderRecord> {
        let provider = OidcProvider::get(state, account, url).filter(|provider| *provider.url == *url)?;
        Some(OidcProviderRecord {
            arn: format!("arn:aws:iam::{account}:oidc-provider/{url}"),
            url: url.to_owned(),
            client_ids: provider.client_ids.iter().map(ToString::to_string).collect(),
        })
    }

    fn saml_provider(&self, state: &View, account: AccountId, name: &str) -> Option<SamlProviderRecord> {
        let provider = SamlProvider::get(state, account, name).filter(|provider| *provider.name == *name)?;
        Some(SamlProviderRecord {
            arn: format!("arn:aws:iam::{account}:saml-provider/{name}"),
            name: name.to_owned(),
            entities: provider.metadata.entities().map(entity).collect(),
            valid_until: provider.valid_until,
            requires_encryption: provider.requires_encryption == Some(true),
            private_keys: provider.private_keys.iter().map(|key| key.pem.clone()).collect(),
        })
    }

    fn outbound_issuer(&self, state: &View, account: AccountId) -> Option<OutboundIssuer> {
        let issuer = state.get(&OUTBOUND_ISSUERS, account, &())?;
        Some(OutboundIssuer { id: issuer.id.to_string(), enabled: issuer.enabled })
    }

    fn account_of_issuer(&self, state: &View, issuer_id: &str) -> Option<AccountId> {
        state.accounts(&OUTBOUND_ISSUERS).find(|account| {
            state.get(&OUTBOUND_ISSUERS, *account, &()).is_some_and(|issuer| *issuer.id == *issuer_id)
        })
    }
}

fn entity(entity: &SamlEntity) -> SamlEntityRecord {
    SamlEntityRecord {
        id: entity.entity_id.to_string(),
        certificates: entity.certificates.iter().map(ToString::to_string).collect(),
    }
}
