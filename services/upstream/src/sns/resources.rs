//! What is kept of topics: their policies and tags.

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Input, Parameter, Peer};

use super::topics;
use crate::ask::Ask;
use crate::resource::{Facts, Resource};
use crate::service::{Change, Learn};

/// The calls that change topics. A topic that is created may have been there: it is asked for.
pub(super) const CHANGES: &[Change] = &[
    Change { operation: "AddPermission", changed: topic, learn: Learn::Nothing },
    Change {
        operation: "CreateTopic",
        changed: |ask| topics::named(ask).into_iter().collect(),
        learn: Learn::Nothing,
    },
    Change { operation: "DeleteTopic", changed: topic, learn: Learn::Gone },
    Change { operation: "RemovePermission", changed: topic, learn: Learn::Nothing },
    Change { operation: "SetTopicAttributes", changed: topic, learn: Learn::From(attribute_set) },
    Change { operation: "TagResource", changed: resource, learn: Learn::Tags("Key", "Value") },
    Change { operation: "UntagResource", changed: resource, learn: Learn::NoTags },
];

fn topic(ask: &Ask<'_>) -> Vec<String> {
    ask.text("TopicArn").into_iter().collect()
}

fn resource(ask: &Ask<'_>) -> Vec<String> {
    ask.text("ResourceArn").into_iter().collect()
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
