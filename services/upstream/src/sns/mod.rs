//! Amazon SNS: topics, by their ARNs.

mod resources;
mod rows;
mod topics;

use async_trait::async_trait;
use awsim_plugin::collection;
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::store::Collection;
use awsim_plugin::upstream::{Peer, UpstreamOperation, UpstreamSettings};

use crate::generated::sns;
use crate::resource::Resource;
use crate::service::{Change, Row, Service};

collection! {
    /// What is known of topics, by their ARNs.
    static TOPICS: Collection<String, Resource> = "sns"/"topics" version 1;
}

/// Amazon SNS.
pub(crate) struct Sns;

#[async_trait]
impl Service for Sns {
    type Settings = UpstreamSettings;
    const MODEL: &'static ServiceModel = &sns::MODEL;
    const OPERATIONS: &'static [UpstreamOperation] = sns::OPERATIONS;
    const ROWS: &'static [Row] = rows::ROWS;
    const CHANGES: &'static [Change] = resources::CHANGES;

    fn resources() -> &'static Collection<String, Resource> {
        &TOPICS
    }

    fn holder(arn: &str) -> Option<&str> {
        topics::is_topic(arn).then_some(arn)
    }

    async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
        resources::fetch(arn, peer).await
    }
}
