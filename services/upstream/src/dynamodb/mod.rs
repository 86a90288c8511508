//! Amazon DynamoDB: tables and their indexes, by name or ARN.

mod expressions;
mod items;
mod partiql;
mod resources;
mod rows;
mod tables;

use async_trait::async_trait;
use awsim_plugin::collection;
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::store::Collection;
use awsim_plugin::upstream::{Peer, UpstreamOperation, UpstreamSettings};

use crate::generated::dynamodb;
use crate::resource::Resource;
use crate::service::{Change, Row, Service};

collection! {
    /// What is known of tables, by their ARNs.
    static TABLES: Collection<String, Resource> = "dynamodb"/"tables" version 1;
}

/// Amazon DynamoDB.
pub(crate) struct DynamoDb;

#[async_trait]
impl Service for DynamoDb {
    type Settings = UpstreamSettings;
    const MODEL: &'static ServiceModel = &dynamodb::MODEL;
    const OPERATIONS: &'static [UpstreamOperation] = dynamodb::OPERATIONS;
    const ROWS: &'static [Row] = rows::ROWS;
    const CHANGES: &'static [Change] = resources::CHANGES;

    fn resources() -> &'static Collection<String, Resource> {
        &TABLES
    }

    /// Indexes belong to their tables; streams have policies of their own, and backups, exports and imports none, nor tags.
    fn holder(arn: &str) -> Option<&str> {
        tables::table_of(arn).filter(|table| tables::is_table_or_index(arn, table))
    }

    async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
        resources::fetch(arn, peer).await
    }
}
