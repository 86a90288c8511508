//! Amazon S3: buckets and the objects in them, bucket policies, Block Public Access, Object Ownership.

mod access_lists;
mod buckets;
mod context;
mod names;
mod objects;
mod policies;
mod public;
mod refusals;
mod resources;
mod rows;

use async_trait::async_trait;
use awsim_plugin::access::Check;
use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::store::{Collection, View};
use awsim_plugin::upstream::{Peer, UpstreamOperation, UpstreamRequest};

use crate::ask::Ask;
use crate::generated::s3;
use crate::resource::{self, Resource};
use crate::service::{Change, Row, Service};
use crate::settings::StorageSettings;

collection! {
    /// What is known of buckets, by their ARNs.
    static BUCKETS: Collection<String, Resource> = "s3"/"buckets" version 1;
}

/// Amazon S3.
pub(crate) struct S3;

/// The check for reading an object that a request for another service names. None if there can be no such object.
///
/// Of a bucket that no request has been about, neither the owner nor the policy is known here.
pub(crate) fn reading(ask: &Ask<'_>, bucket: &str, key: &str, version: Option<String>) -> Option<Check> {
    let arn = names::object_named(bucket, key)?;
    let owner = names::bucket_of(&arn).and_then(|bucket| resource::owner(ask.state, &BUCKETS, bucket));
    let action = if version.is_some() { "s3:GetObjectVersion" } else { "s3:GetObject" };
    let check = context::version(Check::on(action, arn), version);
    let account = owner.unwrap_or(ask.request.cx.account()).to_string();
    let check = check.with_string("s3:ResourceAccount", Some(account));
    Some(match owner {
        Some(owner) => check.owned_by(owner),
        None => check,
    })
}

/// The operations that tell whether an object is there, and so say no if the caller may not list the bucket.
const TELLING: [&str; 7] = [
    "CopyObject",
    "GetObject",
    "GetObjectAcl",
    "GetObjectAttributes",
    "GetObjectTagging",
    "HeadObject",
    "UploadPartCopy",
];

#[async_trait]
impl Service for S3 {
    type Settings = StorageSettings;
    const MODEL: &'static ServiceModel = &s3::MODEL;
    const OPERATIONS: &'static [UpstreamOperation] = s3::OPERATIONS;
    const ROWS: &'static [Row] = rows::ROWS;
    const CHANGES: &'static [Change] = resources::CHANGES;
    const STREAMS: bool = true;
    const REPEATED: &'static [&'static str] = s3::REPEATED;
    // "Access denied error messages" under "Troubleshoot access denied (403 Forbidden) errors in Amazon S3" in the S3 User
    // Guide: those of other accounts and organizations are told nothing more.
    const EXPLAINS_TO_STRANGERS: bool = false;
    const NOT_COVERED: &'static [&'static str] = &[
        "Grants of access control lists to accounts do not count; those to the public do.",
        "An object is its bucket's owner's, whoever has written it.",
        "DeleteObjects is denied as a whole if one of its objects may not be deleted.",
        "ListBuckets lists the buckets of all accounts.",
        "Block Public Access is that of buckets; accounts have none.",
    ];

    fn resources() -> &'static Collection<String, Resource> {
        &BUCKETS
    }

    fn holder(arn: &str) -> Option<&str> {
        names::bucket_of(arn)
    }

    async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
        resources::fetch(arn, peer).await
    }

    fn found(arn: &str, owner: AccountId, before: Option<&Resource>, found: Resource) -> Resource {
        buckets::found(arn, owner, before, found)
    }

    async fn glance(
        request: &UpstreamRequest<'_>,
        state: &View,
        peer: &dyn Peer,
    ) -> Result<Vec<(String, Resource)>, ServiceError> {
        resources::glance(request, state, peer).await
    }

    fn refuse(ask: &Ask<'_>) -> Result<(), ServiceError> {
        refusals::refuse(ask)
    }

    /// "If you don't have the s3:ListBucket permission, Amazon S3 returns an HTTP status code 403" (`GetObject` in the API
    /// reference). Nothing is kept from anybody of a bucket that is not there.
    fn concealed(ask: &Ask<'_>) -> Option<Check> {
        if !TELLING.contains(&ask.request.operation) {
            return None;
        }
        let source = names::sources(ask).ok().and_then(|sources| sources.into_iter().next());
        let arn = source.map(|source| source.object).or_else(|| names::object(ask).ok())?;
        let bucket = names::bucket_of(&arn)?;
        ask.resource(bucket).map(|_| context::check(ask, "ListBucket", bucket))
    }
}
