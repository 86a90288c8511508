//! `GetContextKeysForCustomPolicy` and `GetContextKeysForPrincipalPolicy`: which condition keys policies refer to.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;
use awsim_policy::PolicyKind;

use super::entity;
use super::exclusions::Exclusions;
use super::sources::{self, Source};
use crate::Iam;
use crate::entity::Entity;
use crate::generated::operations::{GetContextKeysForCustomPolicy, GetContextKeysForPrincipalPolicy};
use crate::generated::{
    GetContextKeysForCustomPolicyRequest, GetContextKeysForPolicyResponse,
    GetContextKeysForPrincipalPolicyRequest, PolicySourceType,
};

impl Handler<GetContextKeysForCustomPolicy> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _: &GetContextKeysForCustomPolicyRequest,
        _: &Context<'_>,
        _: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:GetContextKeysForCustomPolicy")])
    }

    fn call(
        &self,
        input: GetContextKeysForCustomPolicyRequest,
        _: &Context<'_>,
        _: &View,
    ) -> Result<GetContextKeysForPolicyResponse, ServiceError> {
        Ok(keys(&given(&input.policy_input_list)?))
    }
}

impl Handler<GetContextKeysForPrincipalPolicy> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetContextKeysForPrincipalPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Entity::check("iam:GetContextKeysForPrincipalPolicy", cx, state, &input.policy_source_arn)])
    }

    fn call(
        &self,
        input: GetContextKeysForPrincipalPolicyRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetContextKeysForPolicyResponse, ServiceError> {
        let principal = Entity::find(state, cx.account(), &input.policy_source_arn)?;
        let mut policies = entity::policies(principal, cx, state, &Exclusions::default())?;
        policies.extend(given(input.policy_input_list.as_deref().unwrap_or_default())?);
        Ok(keys(&policies))
    }
}

fn given(texts: &[String]) -> Result<Vec<Source>, ServiceError> {
    sources::given("PolicyInputList", PolicyKind::Identity, PolicySourceType::IAMPolicy, texts)
}

fn keys(policies: &[Source]) -> GetContextKeysForPolicyResponse {
    let keys = sources::context_keys(policies).into_iter().map(str::to_owned).collect();
    GetContextKeysForPolicyResponse { context_key_names: Some(keys) }
}
