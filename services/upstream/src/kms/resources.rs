//! What is kept of keys and aliases.

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Input, Parameter, Peer};

use super::{aliases, grants, keys};
use crate::ask::Ask;
use crate::resource::{Facts, Resource};
use crate::service::{Change, Learn};

/// The calls that change keys and aliases.
pub(super) const CHANGES: &[Change] = &[
    Change { operation: "CreateAlias", changed: alias_and_keys, learn: Learn::Nothing },
    Change { operation: "CreateGrant", changed: key, learn: Learn::From(granted) },
    Change { operation: "DeleteAlias", changed: alias_and_keys, learn: Learn::From(alias_gone) },
    Change { operation: "PutKeyPolicy", changed: key, learn: Learn::From(policy_put) },
    Change { operation: "ReplicateKey", changed: key, learn: Learn::Nothing },
    Change { operation: "RetireGrant", changed: key, learn: Learn::From(grant_gone) },
    Change { operation: "RevokeGrant", changed: key, learn: Learn::From(grant_gone) },
    Change { operation: "TagResource", changed: key, learn: Learn::Tags("TagKey", "TagValue") },
    Change { operation: "UntagResource", changed: key, learn: Learn::NoTags },
    Change { operation: "UpdateAlias", changed: alias_and_keys, learn: Learn::Nothing },
    Change { operation: "UpdatePrimaryRegion", changed: key, learn: Learn::Nothing },
];

fn key(ask: &Ask<'_>) -> Vec<String> {
    keys::key(ask, "KeyId").into_iter().collect()
}

fn alias_and_keys(ask: &Ask<'_>) -> Vec<String> {
    let alias = aliases::alias(ask).ok();
    let before = alias.clone().map(|alias| keys::resolve(ask, alias));
    let after = keys::key(ask, "TargetKeyId").ok();
    [alias, before, after].into_iter().flatten().collect()
}

fn alias_gone(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    if let Ok(alias) = aliases::alias(ask) {
        facts.remove(&alias);
    }
}

fn policy_put(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    let policy = ask.text("Policy");
    key(ask).iter().for_each(|arn| facts.change(arn, |key| grants::set_policy(key, policy.clone())));
}

fn granted(ask: &Ask<'_>, output: &dyn Input, facts: &mut Facts<'_>) {
    if let Some(id) = output.string("GrantId") {
        key(ask).iter().for_each(|arn| facts.change(arn, |key| grants::add(key, &id, ask.input())));
    }
}

fn grant_gone(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    if let Some(id) = ask.text("GrantId") {
        key(ask).iter().for_each(|arn| facts.change(arn, |key| grants::remove(key, &id)));
    }
}

/// Asks for a key, or for the key that an alias stands for.
pub(super) async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
    let name = arn.split(':').nth(5).unwrap_or_default();
    let id = name.strip_prefix("key/").unwrap_or(name);
    let Some(answer) = peer.ask("DescribeKey", &[("KeyId", Parameter::Text(id))]).await? else {
        return Ok(Vec::new());
    };
    let Some(description) = answer.member("KeyMetadata") else { return Ok(Vec::new()) };
    let Some(full) = description.string("Arn") else { return Ok(Vec::new()) };
    if !keys::is_key(arn) {
        // The key itself is asked for next, if it is not known.
        let facts = [("key".to_owned(), full)].into();
        return Ok(vec![(arn.to_owned(), Resource { facts, ..Resource::default() })]);
    }
    let mut key = Resource::default();
    for (fact, member) in [
        ("kms:KeySpec", "KeySpec"),
        ("kms:KeyUsage", "KeyUsage"),
        ("kms:KeyOrigin", "Origin"),
        ("kms:MultiRegion", "MultiRegion"),
    ] {
        key.facts.extend(description.string(member).map(|value| (fact.to_owned(), value)));
    }
    let several = description.member("MultiRegionConfiguration");
    let kind = several.and_then(|several| several.string("MultiRegionKeyType"));
    key.facts.extend(kind.map(|kind| ("kms:MultiRegionKeyType".to_owned(), kind)));
    drop(description);
    drop(answer);
    surroundings(&mut key, id, peer).await?;
    Ok(vec![(arn.to_owned(), key)])
}

/// Asks for the tags, aliases, policy and grants of a key.
async fn surroundings(key: &mut Resource, id: &str, peer: &dyn Peer) -> Result<(), ServiceError> {
    let by_id = ("KeyId", Parameter::Text(id));
    if let Some(tags) = peer.ask("ListResourceTags", &[by_id]).await? {
        key.tags.extend(tags.tags("Tags", "TagKey", "TagValue"));
    }
    if let Some(answer) = peer.ask("ListAliases", &[by_id]).await?
        && let Some(list) = answer.member("Aliases")
    {
        let names: Vec<String> =
            list.elements().iter().filter_map(|alias| alias.string("AliasName")).collect();
        if !names.is_empty() {
            key.facts.insert("kms:ResourceAliases".to_owned(), names.join(","));
        }
    }
    let by_name = [by_id, ("PolicyName", Parameter::Text("default"))];
    if let Some(policy) = peer.ask("GetKeyPolicy", &by_name).await? {
        grants::set_policy(key, policy.string("Policy"));
    }
    if let Some(answer) = peer.ask("ListGrants", &[by_id]).await?
        && let Some(list) = answer.member("Grants")
    {
        for grant in list.elements() {
            if let Some(id) = grant.string("GrantId") {
                grants::add(key, &id, &*grant);
            }
        }
    }
    Ok(())
}
