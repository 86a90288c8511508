//! What is kept of queues: their policies and tags.

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Input, Parameter, Peer};

use super::{queues, rows};
use crate::ask::Ask;
use crate::resource::{Facts, Resource};
use crate::service::{Change, Learn};

/// The calls that change queues. A queue that is created may have been there: it is asked for.
pub(super) const CHANGES: &[Change] = &[
    Change { operation: "AddPermission", changed: queue, learn: Learn::Nothing },
    Change {
        operation: "CreateQueue",
        changed: |ask| queues::named(ask, None).into_iter().collect(),
        learn: Learn::Nothing,
    },
    Change { operation: "DeleteQueue", changed: queue, learn: Learn::Gone },
    Change { operation: "RemovePermission", changed: queue, learn: Learn::Nothing },
    Change { operation: "SetQueueAttributes", changed: queue, learn: Learn::From(attributes_set) },
    Change {
        operation: "TagQueue",
        changed: queue,
        learn: Learn::From(|ask, _, facts| queue(ask).iter().for_each(|arn| facts.tag(arn, rows::tags(ask)))),
    },
    Change {
        operation: "UntagQueue",
        changed: queue,
        learn: Learn::From(|ask, _, facts| {
            let keys = [ask.input().strings("TagKeys"), ask.input().strings("TagKey")].concat();
            queue(ask).iter().for_each(|arn| facts.untag(arn, &keys));
        }),
    },
];

fn queue(ask: &Ask<'_>) -> Vec<String> {
    queues::queue(ask).into_iter().collect()
}

fn attributes_set(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    let attributes = ["Attributes", "Attribute"].iter().flat_map(|member| ask.input().texts(member));
    let policy = attributes.filter(|(name, _)| name == "Policy").map(|(_, policy)| policy).next();
    for arn in queue(ask) {
        facts.change(&arn, |resource| {
            if policy.is_some() {
                resource.set_policy(policy.clone());
            }
        });
    }
}

/// Asks for a queue.
pub(super) async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
    let parts: Vec<&str> = arn.split(':').collect();
    let [_, _, _, region, account, name] = parts.as_slice() else { return Ok(Vec::new()) };
    let url = format!("https://sqs.{region}.amazonaws.com/{account}/{name}");
    let by_url = ("QueueUrl", Parameter::Text(&url));
    let all = [by_url, ("AttributeNames", Parameter::List("All"))];
    let Some(attributes) = peer.ask("GetQueueAttributes", &all).await? else { return Ok(Vec::new()) };
    let mut resource = Resource::default();
    let policy = attributes.member("Attributes").and_then(|attributes| attributes.string("Policy"));
    resource.set_policy(policy);
    drop(attributes);
    if let Some(tags) = peer.ask("ListQueueTags", &[by_url]).await? {
        resource.tags.extend(tags.texts("Tags"));
    }
    Ok(vec![(arn.to_owned(), resource)])
}
