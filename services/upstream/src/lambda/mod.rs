//! AWS Lambda: functions with their versions and aliases, layers, event source mappings, and what else belongs to them.

mod functions;
mod names;
mod others;
mod policies;
mod resources;
mod rows;

#[cfg(test)]
mod tests;

use async_trait::async_trait;
use awsim_plugin::collection;
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::store::{Collection, View};
use awsim_plugin::upstream::{Peer, UpstreamOperation, UpstreamRequest, UpstreamSettings};

use crate::generated::lambda;
use crate::resource::Resource;
use crate::service::{Change, Row, Service, access};

collection! {
    /// What is known of functions, their versions and aliases, and everything else, by their ARNs.
    static RESOURCES: Collection<String, Resource> = "lambda"/"resources" version 1;
}

/// AWS Lambda.
pub(crate) struct Lambda;

#[async_trait]
impl Service for Lambda {
    type Settings = UpstreamSettings;
    const MODEL: &'static ServiceModel = &lambda::MODEL;
    const OPERATIONS: &'static [UpstreamOperation] = lambda::OPERATIONS;
    const ROWS: &'static [Row] = rows::ROWS;
    const CHANGES: &'static [Change] = resources::CHANGES;

    fn resources() -> &'static Collection<String, Resource> {
        &RESOURCES
    }

    /// A version or alias has a policy of its own.
    fn holder(arn: &str) -> Option<&str> {
        names::is_one(arn).then_some(arn)
    }

    async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
        resources::fetch(arn, peer).await
    }

    /// The tags of a version or alias are those of its function.
    fn wanted(request: &UpstreamRequest<'_>, state: &View) -> Vec<String> {
        // A request without a row is refused soon.
        let checks = access::<Self>(request, state).unwrap_or_default();
        let named = checks.iter().filter_map(|check| Self::holder(&check.resource));
        named.flat_map(|arn| [Some(arn.to_owned()), names::function_of(arn)]).flatten().collect()
    }
}
