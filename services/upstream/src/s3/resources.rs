//! What is kept of buckets, and what is found out of objects.

use awsim_plugin::access::{Check, ContextValue};
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;
use awsim_plugin::upstream::{Input, Parameter, Peer, UpstreamRequest};

use super::buckets::{self, BLOCK_SETTINGS, Bucket};
use super::refusals::turned_on;
use super::{S3, access_lists, context, names};
use crate::ask::Ask;
use crate::resource::{Facts, Resource};
use crate::service::{self, Change, Learn};
use crate::statement;

/// The calls that change buckets.
pub(super) const CHANGES: &[Change] = &[
    Change { operation: "CreateBucket", changed: bucket, learn: Learn::From(created) },
    Change { operation: "DeleteBucket", changed: bucket, learn: Learn::Gone },
    Change {
        operation: "DeleteBucketOwnershipControls",
        changed: bucket,
        learn: Learn::From(|ask, _, facts| {
            change(ask, facts, |bucket| buckets::set_ownership(bucket, buckets::WRITER.to_owned()));
        }),
    },
    Change {
        operation: "DeleteBucketPolicy",
        changed: bucket,
        learn: Learn::From(|ask, _, facts| change(ask, facts, |bucket| buckets::set_policy(bucket, None))),
    },
    Change {
        operation: "DeleteBucketTagging",
        changed: bucket,
        learn: Learn::From(|ask, _, facts| change(ask, facts, |bucket| bucket.tags.clear())),
    },
    Change {
        operation: "DeletePublicAccessBlock",
        changed: bucket,
        learn: Learn::From(|ask, _, facts| change(ask, facts, |bucket| buckets::set_blocks(bucket, &[]))),
    },
    Change { operation: "PutBucketAbac", changed: bucket, learn: Learn::From(abac_put) },
    Change {
        operation: "PutBucketAcl",
        changed: bucket,
        learn: Learn::From(|ask, _, facts| {
            let grants = access_lists::granted(ask.input());
            change(ask, facts, |bucket| buckets::set_grants(bucket, &grants));
        }),
    },
    Change { operation: "PutBucketOwnershipControls", changed: bucket, learn: Learn::From(ownership_put) },
    Change {
        operation: "PutBucketPolicy",
        changed: bucket,
        learn: Learn::From(|ask, _, facts| {
            change(ask, facts, |bucket| buckets::set_policy(bucket, ask.text("Policy")));
        }),
    },
    Change { operation: "PutBucketTagging", changed: bucket, learn: Learn::From(tags_put) },
    Change { operation: "PutPublicAccessBlock", changed: bucket, learn: Learn::From(blocks_put) },
];

fn bucket(ask: &Ask<'_>) -> Vec<String> {
    names::bucket(ask).into_iter().collect()
}

/// Changes what is known of the bucket of a request, and what decides with it.
fn change(ask: &Ask<'_>, facts: &mut Facts<'_>, change: impl FnOnce(&mut Resource)) {
    let Ok(arn) = names::bucket(ask) else { return };
    let Some(owner) = facts.owner(&arn) else { return };
    facts.change(&arn, |bucket| {
        change(bucket);
        buckets::combine(bucket, &arn, owner);
    });
}

/// A bucket that is there already stays as it is: in some regions its owner may create it again.
fn created(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    let Ok(arn) = names::bucket(ask) else { return };
    if facts.find(&arn).is_some() {
        return facts.change(&arn, |_| {});
    }
    let mut bucket = Resource::default();
    buckets::set_blocks(&mut bucket, &BLOCK_SETTINGS);
    buckets::set_ownership(
        &mut bucket,
        ask.text("ObjectOwnership").unwrap_or_else(|| buckets::ENFORCED.to_owned()),
    );
    buckets::set_grants(&mut bucket, &access_lists::granted(ask.input()));
    bucket.tags.extend(created_tags(ask));
    buckets::combine(&mut bucket, &arn, facts.newcomers);
    facts.put(&arn, bucket);
}

/// The tags that a bucket is created with.
pub(super) fn created_tags(ask: &Ask<'_>) -> Vec<(String, String)> {
    let configuration = ask.input().member("CreateBucketConfiguration");
    configuration.map(|configuration| configuration.tags("Tags", "Key", "Value")).unwrap_or_default()
}

/// The tags in the body of a request.
pub(super) fn body_tags(ask: &Ask<'_>) -> Vec<(String, String)> {
    let tagging = ask.input().member("Tagging");
    tagging.map(|tagging| tagging.tags("TagSet", "Key", "Value")).unwrap_or_default()
}

fn tags_put(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    let tags = body_tags(ask);
    change(ask, facts, |bucket| bucket.tags = tags.into_iter().collect());
}

fn abac_put(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    let status = ask.input().member("AbacStatus").and_then(|abac| abac.string("Status"));
    change(ask, facts, |bucket| buckets::set_abac(bucket, status));
}

fn blocks_put(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    if let Some(configuration) = ask.input().member("PublicAccessBlockConfiguration") {
        change(ask, facts, |bucket| buckets::set_blocks(bucket, &turned_on(&*configuration)));
    }
}

fn ownership_put(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    if let Some(ownership) =
        ask.input().member("OwnershipControls").and_then(|controls| ownership(&*controls))
    {
        change(ask, facts, |bucket| buckets::set_ownership(bucket, ownership));
    }
}

/// The setting in the one rule that ownership controls have.
fn ownership(controls: &dyn Input) -> Option<String> {
    controls.all("Rule").iter().find_map(|rule| rule.string("ObjectOwnership"))
}

/// Asks for a bucket.
pub(super) async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
    let Some((name, _)) = names::parts(arn) else { return Ok(Vec::new()) };
    let by_name = [("Bucket", Parameter::Text(name))];
    if peer.ask("HeadBucket", &by_name).await?.is_none() {
        return Ok(Vec::new());
    }
    let mut bucket = Resource::default();
    if let Some(answer) = peer.ask("GetBucketPolicy", &by_name).await? {
        buckets::set_policy(&mut bucket, answer.string("Policy"));
    }
    if let Some(answer) = peer.ask("GetPublicAccessBlock", &by_name).await? {
        let configuration = answer.member("PublicAccessBlockConfiguration");
        let configuration = configuration.as_deref().unwrap_or(&*answer);
        // Servers that do not know of it may answer with something else, such as a list.
        if BLOCK_SETTINGS.iter().any(|setting| configuration.member(setting).is_some()) {
            buckets::set_blocks(&mut bucket, &turned_on(configuration));
        }
    }
    if let Some(answer) = peer.ask("GetBucketOwnershipControls", &by_name).await? {
        let controls = answer.member("OwnershipControls");
        if let Some(ownership) = ownership(controls.as_deref().unwrap_or(&*answer)) {
            buckets::set_ownership(&mut bucket, ownership);
        }
    }
    if let Some(answer) = peer.ask("GetBucketAcl", &by_name).await? {
        buckets::set_grants(&mut bucket, &access_lists::listed(&*answer));
    }
    if let Some(answer) = peer.ask("GetBucketTagging", &by_name).await? {
        bucket.tags.extend(answer.tags("TagSet", "Key", "Value"));
    }
    // Without tags it does not matter, and servers that do not know of it may answer with something else.
    if !bucket.tags.is_empty()
        && let Some(answer) = peer.ask("GetBucketAbac", &by_name).await?
    {
        let status = answer.member("AbacStatus");
        buckets::set_abac(&mut bucket, status.as_deref().unwrap_or(&*answer).string("Status"));
    }
    Ok(vec![(arn.to_owned(), bucket)])
}

/// Finds out of the objects of a request what may decide: their tags if a policy asks for them, and their access control
/// lists if those count.
pub(super) async fn glance(
    request: &UpstreamRequest<'_>,
    state: &View,
    peer: &dyn Peer,
) -> Result<Vec<(String, Resource)>, ServiceError> {
    let mut found: Vec<(String, Resource)> = Vec::new();
    for check in service::access::<S3>(request, state).unwrap_or_default() {
        let wanted = Wanted::of(request, state, &check);
        let is_known = found.iter().any(|(arn, _)| *arn == check.resource);
        if let (Some(wanted), false) = (wanted, is_known) {
            let object = wanted.fetch(peer).await?;
            found.push((check.resource, object));
        }
    }
    Ok(found)
}

/// What is wanted of an object.
struct Wanted<'c> {
    bucket: Bucket<'c>,
    arn: &'c str,
    name: &'c str,
    key: &'c str,
    version: Option<String>,
    tags: bool,
    access_list: bool,
}

impl<'c> Wanted<'c> {
    /// What is wanted of the object of a check, if anything.
    fn of(request: &'c UpstreamRequest<'_>, state: &'c View, check: &'c Check) -> Option<Self> {
        let ask = Ask::new::<S3>(request, state);
        let (name, key) = names::parts(&check.resource)?;
        let bucket = Bucket(ask.resource(&check.resource)?);
        let action = check.action.strip_prefix("s3:")?;
        let version = check.context.iter().find_map(|(key, value)| match value {
            ContextValue::String(version) if key == context::VERSION => Some(version.clone()),
            _ => None,
        });
        let tags = context::ON_TAGGED.contains(&action)
            && (request.cx.host.may_ask_for(request.cx, state, check, context::EXISTING_TAG)
                || copies_tags(&ask));
        let access_list = access_lists::may_grant_on_object(action)
            && bucket.heeds_access_lists()
            && !bucket.blocks("IgnorePublicAcls");
        let wanted = Self { bucket, arn: &check.resource, name, key: key?, version, tags, access_list };
        (tags || access_list).then_some(wanted)
    }

    async fn fetch(&self, peer: &dyn Peer) -> Result<Resource, ServiceError> {
        let mut parameters = vec![("Bucket", Parameter::Text(self.name)), ("Key", Parameter::Text(self.key))];
        parameters.extend(self.version.as_deref().map(|version| ("VersionId", Parameter::Text(version))));
        let mut object = Resource { policy: self.bucket.0.policy.clone(), ..Resource::default() };
        if self.tags
            && let Some(answer) = peer.ask("GetObjectTagging", &parameters).await?
        {
            object.tags.extend(answer.tags("TagSet", "Key", "Value"));
        }
        // It only gives: of one that the server keeps to itself, nothing is given.
        if self.access_list
            && let Ok(Some(answer)) = peer.ask("GetObjectAcl", &parameters).await
        {
            let grants = access_lists::listed(&*answer);
            let statements = grants.iter().filter_map(|grant| grant.on_object(self.arn).text());
            let statements: Vec<String> = statements.collect();
            let statements: Vec<&str> = statements.iter().map(String::as_str).collect();
            if !statements.is_empty() {
                let combined = match object.policy.as_deref() {
                    Some(policy) => Some(statement::added(policy, &statements)),
                    None => statement::policy(&statements),
                };
                object.set_policy(combined);
            }
        }
        Ok(object)
    }
}

/// Whether a request copies an object together with the tags that it has.
pub(super) fn copies_tags(ask: &Ask<'_>) -> bool {
    ask.request.operation == "CopyObject"
        && ask.text("TaggingDirective").is_none_or(|directive| directive != "REPLACE")
}
