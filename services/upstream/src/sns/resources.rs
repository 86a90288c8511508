//! What is kept of topics: their policies and tags.

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Input, Parameter, Peer};

use super::topics;
use crate::ask::Ask;
use crate::resource::{Facts, Resource};
use crate::service::Change;

/// The calls that change topics. A topic that is created may have been there: it is asked for.
pub(super) const CHANGES: &[Change] = &[
    Change { operation: "AddPermission", changed: topic, learn: |_, _, _| {} },
    Change {
        operation: "CreateTopic",
        changed: |ask| topics::named(ask).into_iter().collect(),
        learn: |_, _, _| {},
    },
    Change { operation: "DeleteTopic", changed: topic, learn: gone },
    Change { operation: "RemovePermission", changed: topic, learn: |_, _, _| {} },
    Change { operation: "SetTopicAttributes", changed: topic, learn: attribute_set },
    Change {
        operation: "TagResource",
        changed: resource,
        learn: |ask, _, facts| {
            let tags = ask.request_tags("Tags", "Key", "Value");
            resource(ask).iter().for_each(|arn| facts.tag(arn, tags.clone()));
        },
    },
    Change {
        operation: "UntagResource",
        changed: resource,
        learn: |ask, _, facts| {
            let keys = ask.input().strings("TagKeys");
            resource(ask).iter().for_each(|arn| facts.untag(arn, &keys));
        },
    },
];

fn topic(ask: &Ask<'_>) -> Vec<String> {
    ask.text("TopicArn").into_iter().collect()
}

fn resource(ask: &Ask<'_>) -> Vec<String> {
    ask.text("ResourceArn").into_iter().collect()
}

fn gone(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    topic(ask).iter().for_each(|arn| facts.remove(arn));
}

fn attribute_set(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    let is_policy = ask.text("AttributeName").as_deref() == Some("Policy");
    for arn in topic(ask) {
        facts.change(&arn, |resource| {
            if is_policy {
                resource.set_policy(ask.text("AttributeValue"));
            }
        });
    }
}

/// Asks for a topic.
pub(super) async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
    let by_arn = [("TopicArn", Parameter::Text(arn))];
    let Some(attributes) = peer.ask("GetTopicAttributes", &by_arn).await? else { return Ok(Vec::new()) };
    let mut resource = Resource::default();
    let policy = attributes.texts("Attributes").into_iter().find(|(name, _)| name == "Policy");
    resource.set_policy(policy.map(|(_, policy)| policy));
    drop(attributes);
    if let Some(tags) = peer.ask("ListTagsForResource", &[("ResourceArn", Parameter::Text(arn))]).await? {
        resource.tags.extend(tags.tags("Tags", "Key", "Value"));
    }
    Ok(vec![(arn.to_owned(), resource)])
}
