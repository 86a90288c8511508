//! The host's own issuers: those of the accounts that can have tokens for other services.

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Host;
use awsim_plugin::federation::TokenSigner;
use awsim_plugin::store::View;

use crate::core::Core;

/// What stands around the id of an issuer in the form that AWS's have.
const AWS_FORM: (&str, &str) = ("https://", ".tokens.sts.global.api.aws");

/// The URL of an issuer of this host.
pub(crate) fn url(core: &Core, id: &str) -> String {
    match core.config.web_identity.issuer_url.as_str() {
        "" => format!("{}{id}{}", AWS_FORM.0, AWS_FORM.1),
        base => format!("{base}/{id}"),
    }
}

/// The id in the URL of an issuer of this host.
pub(super) fn id<'u>(core: &Core, url: &'u str) -> Option<&'u str> {
    match core.config.web_identity.issuer_url.as_str() {
        "" => url.strip_prefix(AWS_FORM.0)?.strip_suffix(AWS_FORM.1),
        base => url.strip_prefix(base)?.strip_prefix('/'),
    }
}

/// The id that a host name in AWS's form begins with.
pub(super) fn id_in_host(host: &str) -> Option<&str> {
    host.split(':').next()?.strip_suffix(AWS_FORM.1)
}

/// The signer of tokens, if a service is one.
pub(super) fn signer(core: &Core) -> Option<&dyn TokenSigner> {
    core.services.iter().find_map(|service| service.plugin.token_signer())
}

/// The account whose issuer has this id.
pub(super) fn account(core: &Core, state: &View, id: &str) -> Option<AccountId> {
    core.identity_providers()?.account_of_issuer(state, id)
}

/// The keys of the issuer with this URL, if it is one of this host's.
pub(crate) fn keys(core: &Core, state: &View, issuer: &str) -> Option<String> {
    let account = account(core, state, id(core, issuer)?)?;
    signer(core)?.published_keys(state, account)
}
