//! AWS Secrets Manager: secrets, by name, ARN or ARN without the letters at its end.

mod resources;
mod rows;
mod secrets;

use async_trait::async_trait;
use awsim_plugin::collection;
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::store::{Collection, View};
use awsim_plugin::upstream::{Peer, UpstreamOperation, UpstreamRequest, UpstreamSettings};

use crate::ask::Ask;
use crate::generated::secretsmanager;
use crate::resource::Resource;
use crate::service::{Change, Row, Service};

collection! {
    /// What is known of secrets, by their ARNs.
    static SECRETS: Collection<String, Resource> = "secretsmanager"/"secrets" version 1;
}

/// AWS Secrets Manager.
pub(crate) struct SecretsManager;

#[async_trait]
impl Service for SecretsManager {
    type Settings = UpstreamSettings;
    const MODEL: &'static ServiceModel = &secretsmanager::MODEL;
    const OPERATIONS: &'static [UpstreamOperation] = secretsmanager::OPERATIONS;
    const ROWS: &'static [Row] = rows::ROWS;
    const CHANGES: &'static [Change] = resources::CHANGES;

    fn resources() -> &'static Collection<String, Resource> {
        &SECRETS
    }

    fn holder(arn: &str) -> Option<&str> {
        arn.contains(":secret:").then_some(arn)
    }

    async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
        resources::fetch(arn, peer).await
    }

    fn wanted(request: &UpstreamRequest<'_>, state: &View) -> Vec<String> {
        let ask = Ask::new::<Self>(request, state);
        let named = ask.text("SecretId").into_iter().chain(ask.input().strings("SecretIdList"));
        named.filter_map(|id| secrets::resolve(&ask, &id).ok()).collect()
    }
}
