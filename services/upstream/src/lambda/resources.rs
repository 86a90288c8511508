//! What is kept of functions and the rest: their policies and tags, and what an event source mapping invokes.

use std::ops::Bound;

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Parameter, Peer};

use super::policies::readable;
use super::{RESOURCES, names};
use crate::ask::Ask;
use crate::resource::{Resource, account};
use crate::service::{Change, Learn};

/// The calls that change what is known. What they come to is asked for when it is needed again.
pub(super) const CHANGES: &[Change] = &[
    doubtful("AddLayerVersionPermission", layer_version),
    doubtful("AddPermission", qualified),
    doubtful("CreateAlias", alias),
    doubtful("CreateFunction", all_of_function),
    doubtful("CreateFunctionUrlConfig", qualified),
    gone("DeleteAlias", alias),
    gone("DeleteCapacityProvider", |ask| {
        one(names::of_kind(ask, "CapacityProviderName", "capacity-provider"))
    }),
    gone("DeleteCodeSigningConfig", |ask| {
        one(names::of_kind(ask, "CodeSigningConfigArn", "code-signing-config"))
    }),
    gone("DeleteEventSourceMapping", mapping),
    gone("DeleteFunction", |ask| match names::function(ask, "FunctionName") {
        Ok(function) if function.qualifier.is_some() => vec![function.qualified()],
        _ => all_of_function(ask),
    }),
    doubtful("DeleteFunctionUrlConfig", qualified),
    gone("DeleteLayerVersion", layer_version),
    doubtful("DeleteResourcePolicy", by_arn),
    doubtful("PutResourcePolicy", by_arn),
    doubtful("RemoveLayerVersionPermission", layer_version),
    doubtful("RemovePermission", qualified),
    Change {
        operation: "TagResource",
        changed: tagged,
        learn: Learn::From(|ask, _, facts| {
            tagged(ask).iter().for_each(|arn| facts.tag(arn, ask.input().texts("Tags")));
        }),
    },
    Change { operation: "UntagResource", changed: tagged, learn: Learn::NoTags },
    doubtful("UpdateEventSourceMapping", mapping),
    doubtful("UpdateFunctionUrlConfig", qualified),
];

const fn doubtful(operation: &'static str, changed: fn(&Ask<'_>) -> Vec<String>) -> Change {
    Change { operation, changed, learn: Learn::Nothing }
}

const fn gone(operation: &'static str, changed: fn(&Ask<'_>) -> Vec<String>) -> Change {
    Change { operation, changed, learn: Learn::Gone }
}

fn one(arn: Result<String, ServiceError>) -> Vec<String> {
    arn.into_iter().collect()
}

fn layer_version(ask: &Ask<'_>) -> Vec<String> {
    one(names::layer_version(ask))
}

fn by_arn(ask: &Ask<'_>) -> Vec<String> {
    one(names::by_arn(ask, "ResourceArn"))
}

fn tagged(ask: &Ask<'_>) -> Vec<String> {
    one(names::by_arn(ask, "Resource"))
}

fn mapping(ask: &Ask<'_>) -> Vec<String> {
    one(names::of_kind(ask, "UUID", "event-source-mapping"))
}

fn qualified(ask: &Ask<'_>) -> Vec<String> {
    one(names::function(ask, "FunctionName").map(|function| function.qualified()))
}

/// The alias that a request makes or takes away.
fn alias(ask: &Ask<'_>) -> Vec<String> {
    let function = names::function(ask, "FunctionName").ok();
    function
        .zip(ask.text("Name"))
        .map(|(function, name)| format!("{}:{name}", function.arn))
        .into_iter()
        .collect()
}

/// A function with its versions and aliases, as far as they are known.
fn all_of_function(ask: &Ask<'_>) -> Vec<String> {
    let Ok(function) = names::function(ask, "FunctionName") else { return Vec::new() };
    let Some(account) = account(&function.arn) else { return Vec::new() };
    let stem = format!("{}:", function.arn);
    let known = ask.state.iter_from(&RESOURCES, account, Bound::Included(stem.as_str()));
    let known = known.map(|(arn, _)| arn.clone()).take_while(|arn| arn.starts_with(&stem));
    known.chain([function.arn]).collect()
}

/// Asks for a resource. Nothing is kept under names that nothing has.
pub(super) async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
    let mut resource = Resource::default();
    let parts: Vec<&str> = arn.split(':').collect();
    let is_there = match parts.as_slice() {
        [.., "function", _] => function(arn, None, peer, &mut resource).await?,
        [.., "function", _, qualifier] => {
            let function_arn = names::function_of(arn).unwrap_or_default();
            function(&function_arn, Some(qualifier), peer, &mut resource).await?
        }
        [.., "layer", name, version] => {
            let asked = [("LayerName", Parameter::Text(name)), ("VersionNumber", Parameter::Text(version))];
            let is_there = peer.ask("GetLayerVersion", &asked).await?.is_some();
            if is_there {
                let policy = peer.ask("GetLayerVersionPolicy", &asked).await?;
                resource.set_policy(policy.and_then(|policy| policy.string("Policy")).map(readable));
            }
            is_there
        }
        [.., "event-source-mapping", id] => {
            let mapping = peer.ask("GetEventSourceMapping", &[("UUID", Parameter::Text(id))]).await?;
            let is_there = mapping.is_some();
            let function = mapping.and_then(|mapping| mapping.string("FunctionArn"));
            resource.facts.extend(function.map(|function| ("function".to_owned(), function)));
            if is_there {
                tags(arn, peer, &mut resource).await?;
            }
            is_there
        }
        _ => tags(arn, peer, &mut resource).await?,
    };
    Ok(is_there.then(|| (arn.to_owned(), resource)).into_iter().collect())
}

/// Asks for the policy of a function, or of one of its versions or aliases, and how its URL lets callers in. Tags are those
/// of the function. Whether there is such a function, version or alias.
async fn function(
    arn: &str,
    qualifier: Option<&str>,
    peer: &dyn Peer,
    resource: &mut Resource,
) -> Result<bool, ServiceError> {
    let mut asked = vec![("FunctionName", Parameter::Text(arn))];
    asked.extend(qualifier.map(|qualifier| ("Qualifier", Parameter::Text(qualifier))));
    if peer.ask("GetFunctionConfiguration", &asked).await?.is_none() {
        return Ok(false);
    }
    let policy = peer.ask("GetPolicy", &asked).await?;
    resource.set_policy(policy.and_then(|policy| policy.string("Policy")).map(readable));
    let url = peer.ask("GetFunctionUrlConfig", &asked).await?;
    let kind = url.and_then(|url| url.string("AuthType"));
    resource.facts.extend(kind.map(|kind| ("urlAuthType".to_owned(), kind)));
    if qualifier.is_none() {
        tags(arn, peer, resource).await?;
    }
    Ok(true)
}

/// Asks for the tags of a resource. Whether there are any to ask for.
async fn tags(arn: &str, peer: &dyn Peer, resource: &mut Resource) -> Result<bool, ServiceError> {
    let found = peer.ask("ListTags", &[("Resource", Parameter::Text(arn))]).await?;
    if let Some(found) = &found {
        resource.tags.extend(found.texts("Tags"));
    }
    Ok(found.is_some())
}
