//! ARNs of SAML providers.

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::SamlProviderRecord;
use awsim_plugin::store::View;

use super::invalid;

/// The ARN of a SAML provider as a request names it: `arn:aws:iam::123456789012:saml-provider/name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ProviderArn<'a> {
    account: AccountId,
    name: &'a str,
}

impl<'a> ProviderArn<'a> {
    /// Reads an ARN.
    ///
    /// # Errors
    /// `ValidationError` (400) if it is none of a SAML provider.
    pub(super) fn parse(text: &'a str) -> Result<Self, ServiceError> {
        let read = || {
            let (account, name) = text.strip_prefix("arn:aws:iam::")?.split_once(":saml-provider/")?;
            Some(Self { account: account.parse().ok()?, name })
        };
        read().ok_or_else(|| ServiceError::validation(format!("{text} is invalid")))
    }

    /// The provider, and the account that it is in. Those of a closed account are as good as gone.
    ///
    /// # Errors
    /// `InvalidIdentityToken` (400) if there is none.
    pub(super) fn find(
        self,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<(AccountId, SamlProviderRecord), ServiceError> {
        let providers = cx.host.identity_providers();
        let providers = providers.filter(|_| !cx.is_closed(state, self.account));
        let found = providers.and_then(|providers| providers.saml_provider(state, self.account, self.name));
        match found {
            Some(provider) => Ok((self.account, provider)),
            None => Err(invalid("Specified provider doesn't exist")),
        }
    }
}
