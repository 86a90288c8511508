//! AWS KMS: keys, by id, ARN or alias, their policies and grants.

mod aliases;
mod ciphertext;
mod context;
mod grants;
mod keys;
mod resources;
mod rows;

use std::sync::Arc;

use async_trait::async_trait;
use awsim_plugin::collection;
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::store::{Collection, View};
use awsim_plugin::upstream::{Peer, UpstreamOperation, UpstreamRequest, UpstreamSettings};

use crate::ask::Ask;
use crate::generated::kms;
use crate::resource::{self, Resource};
use crate::service::{Change, Row, Service};

collection! {
    /// What is known of keys and aliases, by their ARNs.
    static KEYS: Collection<String, Resource> = "kms"/"keys" version 1;
}

/// AWS KMS.
pub(crate) struct Kms;

#[async_trait]
impl Service for Kms {
    type Settings = UpstreamSettings;
    const MODEL: &'static ServiceModel = &kms::MODEL;
    const OPERATIONS: &'static [UpstreamOperation] = kms::OPERATIONS;
    const ROWS: &'static [Row] = rows::ROWS;
    const CHANGES: &'static [Change] = resources::CHANGES;

    fn resources() -> &'static Collection<String, Resource> {
        &KEYS
    }

    fn holder(arn: &str) -> Option<&str> {
        keys::is_key(arn).then_some(arn)
    }

    /// The policy of a key that is not there, or of a server without policies: the account decides.
    fn default_policy(holder: &str) -> Option<Arc<str>> {
        let account = resource::account(holder)?;
        Some(
            format!(
                r#"{{"Version":"2012-10-17","Statement":{{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{{"AWS":"arn:aws:iam::{account}:root"}},"Action":"kms:*","Resource":"*"}}}}"#
            )
            .into(),
        )
    }

    async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
        resources::fetch(arn, peer).await
    }

    /// Aliases come first: the key that one stands for is known only then.
    fn wanted(request: &UpstreamRequest<'_>, state: &View) -> Vec<String> {
        let ask = Ask::new::<Self>(request, state);
        let members = ["KeyId", "TargetKeyId", "SourceKeyId", "DestinationKeyId"];
        let named = members.iter().filter_map(|member| ask.text(member));
        let named = named.filter_map(|id| keys::named(&ask, &id).ok());
        let moved = ask.text("AliasName").filter(|_| request.operation != "CreateAlias");
        let moved = moved.and_then(|alias| keys::named(&ask, &alias).ok());
        let known = named.chain(moved).map(|arn| keys::resolve(&ask, arn));
        known.chain(ciphertext::key(&ask, "CiphertextBlob")).collect()
    }
}
