//! What is kept of secrets: their policies, tags, and what conditions ask for.

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Input, Parameter, Peer};

use super::secrets;
use crate::ask::Ask;
use crate::resource::{Facts, Resource};
use crate::service::Change;

/// The calls that change secrets.
pub(super) const CHANGES: &[Change] = &[
    Change { operation: "CreateSecret", changed: |_| Vec::new(), learn: created },
    Change { operation: "DeleteResourcePolicy", changed: secret, learn: policy_deleted },
    Change { operation: "DeleteSecret", changed: secret, learn: gone },
    Change { operation: "PutResourcePolicy", changed: secret, learn: policy_put },
    // What a request says of a rotation is asked for.
    Change { operation: "RotateSecret", changed: secret, learn: |_, _, _| {} },
    Change {
        operation: "TagResource",
        changed: secret,
        learn: |ask, _, facts| {
            let tags = ask.request_tags("Tags", "Key", "Value");
            secret(ask).iter().for_each(|arn| facts.tag(arn, tags.clone()));
        },
    },
    Change {
        operation: "UntagResource",
        changed: secret,
        learn: |ask, _, facts| {
            let keys = ask.input().strings("TagKeys");
            secret(ask).iter().for_each(|arn| facts.untag(arn, &keys));
        },
    },
];

fn secret(ask: &Ask<'_>) -> Vec<String> {
    let id = ask.text("SecretId");
    id.and_then(|id| secrets::resolve(ask, &id).ok()).into_iter().collect()
}

fn created(ask: &Ask<'_>, output: &dyn Input, facts: &mut Facts<'_>) {
    if let Some(arn) = output.string("ARN") {
        let tags = ask.request_tags("Tags", "Key", "Value").into_iter().collect();
        facts.put(&arn, Resource { tags, ..Resource::default() });
    }
}

/// A secret can be restored for a while; whether this one can, is asked for.
fn gone(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    secret(ask).iter().for_each(|arn| facts.remove(arn));
}

fn policy_put(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    let policy = ask.text("ResourcePolicy");
    secret(ask).iter().for_each(|arn| facts.change(arn, |resource| resource.set_policy(policy.clone())));
}

fn policy_deleted(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    secret(ask).iter().for_each(|arn| facts.change(arn, |resource| resource.policy = None));
}

/// Asks for a secret, by an ARN that may lack the letters at its end: then by its name.
pub(super) async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
    let name = arn.split_once(":secret:").map_or(arn, |(_, name)| name);
    let mut found = peer.ask("DescribeSecret", &[("SecretId", Parameter::Text(arn))]).await?;
    if found.is_none() {
        found = peer.ask("DescribeSecret", &[("SecretId", Parameter::Text(name))]).await?;
    }
    let Some(description) = found else { return Ok(Vec::new()) };
    let Some(full) = description.string("ARN").filter(|full| full.starts_with(arn)) else {
        return Ok(Vec::new());
    };
    let mut resource = Resource::default();
    resource.tags.extend(description.tags("Tags", "Key", "Value"));
    for (fact, member) in [("primaryRegion", "PrimaryRegion"), ("rotationLambda", "RotationLambdaARN")] {
        resource.facts.extend(description.string(member).map(|value| (fact.to_owned(), value)));
    }
    drop(description);
    if let Some(policy) = peer.ask("GetResourcePolicy", &[("SecretId", Parameter::Text(&full))]).await? {
        resource.set_policy(policy.string("ResourcePolicy"));
    }
    Ok(vec![(full, resource)])
}
