//! What is kept of secrets: their policies, tags, and what conditions ask for.

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Input, Parameter, Peer};

use super::secrets;
use crate::ask::Ask;
use crate::resource::{Facts, Resource};
use crate::service::{Change, Learn};

/// The calls that change secrets.
pub(super) const CHANGES: &[Change] = &[
    Change { operation: "CreateSecret", changed: |_| Vec::new(), learn: Learn::From(created) },
    Change { operation: "DeleteResourcePolicy", changed: secret, learn: Learn::From(policy_deleted) },
    // A secret can be restored for a while; whether this one can, is asked for.
    Change { operation: "DeleteSecret", changed: secret, learn: Learn::Gone },
    Change { operation: "PutResourcePolicy", changed: secret, learn: Learn::From(policy_put) },
    // What a request says of a rotation is asked for.
    Change { operation: "RotateSecret", changed: secret, learn: Learn::Nothing },
    Change { operation: "TagResource", changed: secret, learn: Learn::Tags("Key", "Value") },
    Change { operation: "UntagResource", changed: secret, learn: Learn::NoTags },
];

fn secret(ask: &Ask<'_>) -> Vec<String> {
    let id = ask.text("SecretId");
    id.and_then(|id| secrets::resolve(ask, &id).ok()).into_iter().collect()
}

fn created(ask: &Ask<'_>, output: &dyn Input, facts: &mut Facts<'_>) {
    if let Some(arn) = output.string("ARN") {
        let tags = ask.request_tags("Tags", "Key", "Value").into_iter().collect();
        let kind = ask.text("Type").map(|kind| ("type".to_owned(), kind));
        facts.put(&arn, Resource { tags, facts: kind.into_iter().collect(), ..Resource::default() });
    }
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
    for (fact, member) in
        [("primaryRegion", "PrimaryRegion"), ("rotationLambda", "RotationLambdaARN"), ("type", "Type")]
    {
        resource.facts.extend(description.string(member).map(|value| (fact.to_owned(), value)));
    }
    drop(description);
    if let Some(policy) = peer.ask("GetResourcePolicy", &[("SecretId", Parameter::Text(&full))]).await? {
        resource.set_policy(policy.string("ResourcePolicy"));
    }
    Ok(vec![(full, resource)])
}
