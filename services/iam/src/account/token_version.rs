//! `SetSecurityTokenServicePreferences`: the version of the tokens of the global STS endpoint.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use crate::Iam;
use crate::generated::operations::SetSecurityTokenServicePreferences;
use crate::generated::{GlobalEndpointTokenVersion, SetSecurityTokenServicePreferencesRequest};
use crate::state::{TOKEN_VERSION, TokenVersion};

impl Handler<SetSecurityTokenServicePreferences> for Iam {
    type Mode = Write;

    fn access(
        &self,
        _input: &SetSecurityTokenServicePreferencesRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:SetSecurityTokenServicePreferences")])
    }

    fn call(
        &self,
        input: SetSecurityTokenServicePreferencesRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let version = match input.global_endpoint_token_version {
            GlobalEndpointTokenVersion::V1Token => TokenVersion::V1,
            GlobalEndpointTokenVersion::V2Token => TokenVersion::V2,
        };
        state.insert(&TOKEN_VERSION, cx.account(), (), version);
        Ok(())
    }
}
