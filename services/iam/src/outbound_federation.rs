//! Whether the account's principals can have tokens for other services: `EnableOutboundWebIdentityFederation`,
//! `DisableOutboundWebIdentityFederation`, `GetOutboundWebIdentityFederationInfo`. STS issues them.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use crate::generated::operations::{
    DisableOutboundWebIdentityFederation, EnableOutboundWebIdentityFederation,
    GetOutboundWebIdentityFederationInfo,
};
use crate::generated::{
    EnableOutboundWebIdentityFederationResponse, ErrorCode, GetOutboundWebIdentityFederationInfoResponse,
};
use crate::state::{OUTBOUND_ISSUERS, OutboundIssuer};
use crate::{Iam, random};

/// A new id of an issuer, in the form of a UUID.
fn new_id() -> Result<Box<str>, ServiceError> {
    let hex = data_encoding::HEXLOWER.encode(&random::bytes::<16>()?);
    let id = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-");
    Ok(id.into())
}

fn disabled() -> ServiceError {
    ErrorCode::FeatureDisabled.with("Outbound web identity federation is not enabled for this account.")
}

impl Handler<EnableOutboundWebIdentityFederation> for Iam {
    type Mode = Write;

    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:EnableOutboundWebIdentityFederation")])
    }

    fn call(
        &self,
        _input: (),
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<EnableOutboundWebIdentityFederationResponse, ServiceError> {
        let id = match state.get(&OUTBOUND_ISSUERS, cx.account(), &()) {
            Some(issuer) if issuer.enabled => {
                let message = "Outbound web identity federation is already enabled for this account.";
                return Err(ErrorCode::FeatureEnabled.with(message));
            }
            Some(issuer) => issuer.id.clone(),
            None => new_id()?,
        };
        let url = cx.host.token_issuer_url(&id);
        state.insert(&OUTBOUND_ISSUERS, cx.account(), (), OutboundIssuer { id, enabled: true });
        Ok(EnableOutboundWebIdentityFederationResponse { issuer_identifier: Some(url) })
    }
}

impl Handler<DisableOutboundWebIdentityFederation> for Iam {
    type Mode = Write;

    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:DisableOutboundWebIdentityFederation")])
    }

    fn call(&self, _input: (), cx: &Context<'_>, state: &mut Transaction) -> Result<(), ServiceError> {
        let change = |issuer: &mut OutboundIssuer| std::mem::replace(&mut issuer.enabled, false);
        match state.update(&OUTBOUND_ISSUERS, cx.account(), &(), change) {
            Some(true) => Ok(()),
            Some(false) | None => Err(disabled()),
        }
    }
}

impl Handler<GetOutboundWebIdentityFederationInfo> for Iam {
    type Mode = Read;

    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:GetOutboundWebIdentityFederationInfo")])
    }

    fn call(
        &self,
        _input: (),
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetOutboundWebIdentityFederationInfoResponse, ServiceError> {
        let issuer = state.get(&OUTBOUND_ISSUERS, cx.account(), &()).filter(|issuer| issuer.enabled);
        let issuer = issuer.ok_or_else(disabled)?;
        Ok(GetOutboundWebIdentityFederationInfoResponse {
            issuer_identifier: Some(cx.host.token_issuer_url(&issuer.id)),
            jwt_vending_enabled: Some(true),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Fixture, refusal};

    #[test]
    fn the_issuer_outlives_being_disabled() {
        let mut fixture = Fixture::new();
        let off = "FeatureDisabled (404): Outbound web identity federation is not enabled for this account.";
        assert_eq!(refusal(fixture.call::<GetOutboundWebIdentityFederationInfo>(())), off);
        assert_eq!(refusal(fixture.call::<DisableOutboundWebIdentityFederation>(())), off);
        let first = fixture.call::<EnableOutboundWebIdentityFederation>(()).unwrap();
        let url = first.issuer_identifier.clone().unwrap();
        assert!(url.starts_with("https://") && url.ends_with(".tokens.sts.global.api.aws"), "{url}");
        assert_eq!(
            refusal(fixture.call::<EnableOutboundWebIdentityFederation>(())),
            "FeatureEnabled (409): Outbound web identity federation is already enabled for this account."
        );
        let info = fixture.call::<GetOutboundWebIdentityFederationInfo>(()).unwrap();
        assert_eq!((info.issuer_identifier, info.jwt_vending_enabled), (Some(url), Some(true)));
        fixture.call::<DisableOutboundWebIdentityFederation>(()).unwrap();
        assert_eq!(refusal(fixture.call::<DisableOutboundWebIdentityFederation>(())), off);
        assert_eq!(fixture.call::<EnableOutboundWebIdentityFederation>(()).unwrap(), first);
    }
}
