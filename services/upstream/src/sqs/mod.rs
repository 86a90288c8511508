//! Amazon SQS: queues, by their URLs.

mod queues;
mod resources;
mod rows;

use async_trait::async_trait;
use awsim_plugin::collection;
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::store::Collection;
use awsim_plugin::upstream::{Peer, UpstreamOperation, UpstreamSettings};

use crate::generated::sqs;
use crate::resource::Resource;
use crate::service::{Change, Row, Service};

collection! {
    /// What is known of queues, by their ARNs.
    static QUEUES: Collection<String, Resource> = "sqs"/"queues" version 1;
}

/// Amazon SQS.
pub(crate) struct Sqs;

#[async_trait]
impl Service for Sqs {
    type Settings = UpstreamSettings;
    const MODEL: &'static ServiceModel = &sqs::MODEL;
    const OPERATIONS: &'static [UpstreamOperation] = sqs::OPERATIONS;
    const ROWS: &'static [Row] = rows::ROWS;
    const CHANGES: &'static [Change] = resources::CHANGES;
    // Older clients do.
    const SPEAKS_QUERY: bool = true;
    const READS_PATH: bool = true;

    fn resources() -> &'static Collection<String, Resource> {
        &QUEUES
    }

    fn holder(arn: &str) -> Option<&str> {
        arn.starts_with("arn:aws:sqs:").then_some(arn).filter(|arn| !arn.ends_with('*'))
    }

    async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
        resources::fetch(arn, peer).await
    }
}
