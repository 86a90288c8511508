//! What is kept of tables: their policies, tags and partition keys.

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Input, Parameter, Peer};

use super::tables;
use crate::ask::Ask;
use crate::resource::{Facts, Resource};
use crate::service::{Change, Learn};

/// The calls that change tables.
pub(super) const CHANGES: &[Change] = &[
    Change { operation: "CreateTable", changed: by_name, learn: Learn::From(created) },
    Change { operation: "DeleteTable", changed: by_name, learn: Learn::Gone },
    Change { operation: "UpdateTable", changed: by_name, learn: Learn::From(updated) },
    Change { operation: "PutResourcePolicy", changed: by_arn, learn: Learn::From(policy_put) },
    Change { operation: "DeleteResourcePolicy", changed: by_arn, learn: Learn::From(policy_deleted) },
    Change { operation: "TagResource", changed: by_arn, learn: Learn::Tags("Key", "Value") },
    Change { operation: "UntagResource", changed: by_arn, learn: Learn::NoTags },
];

fn each(arns: Vec<String>, mut work: impl FnMut(&str)) {
    arns.iter().for_each(|arn| work(arn));
}

fn by_name(ask: &Ask<'_>) -> Vec<String> {
    tables::table(ask, "TableName").into_iter().collect()
}

fn by_arn(ask: &Ask<'_>) -> Vec<String> {
    let arn = ask.text("ResourceArn").unwrap_or_default();
    // A policy of a stream is not the table's.
    tables::table_of(&arn).filter(|table| *table == arn).map(str::to_owned).into_iter().collect()
}

fn created(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    let mut resource = described(ask.input());
    resource.tags.extend(ask.request_tags("Tags", "Key", "Value"));
    resource.set_policy(ask.text("ResourcePolicy"));
    each(by_name(ask), |arn| facts.put(arn, resource.clone()));
}

/// Indexes may have come or gone.
fn updated(ask: &Ask<'_>, output: &dyn Input, facts: &mut Facts<'_>) {
    if let Some(table) = output.member("TableDescription") {
        let keys = described(&*table).facts;
        each(by_name(ask), |arn| facts.change(arn, |resource| resource.facts.clone_from(&keys)));
    }
}

fn policy_put(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    let policy = ask.text("Policy");
    each(by_arn(ask), |arn| facts.change(arn, |resource| resource.set_policy(policy.clone())));
}

fn policy_deleted(ask: &Ask<'_>, _: &dyn Input, facts: &mut Facts<'_>) {
    each(by_arn(ask), |arn| facts.change(arn, |resource| resource.policy = None));
}

/// The partition keys of a table and its indexes, from its description or the request that makes it.
fn described(table: &dyn Input) -> Resource {
    let mut resource = Resource::default();
    let hash = |part: &dyn Input| {
        let schema = part.member("KeySchema")?;
        let elements = schema.elements();
        let hash = elements.iter().find(|key| key.string("KeyType").as_deref() == Some("HASH"))?;
        hash.string("AttributeName")
    };
    resource.facts.extend(hash(table).map(|hash| ("hash".to_owned(), hash)));
    if let Some(indexes) = table.member("GlobalSecondaryIndexes") {
        for index in indexes.elements() {
            if let (Some(name), Some(hash)) = (index.string("IndexName"), hash(&*index)) {
                resource.facts.insert(format!("hash/{name}"), hash);
            }
        }
    }
    resource
}

/// Asks for a table.
pub(super) async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError> {
    let name = arn.rsplit('/').next().unwrap_or_default();
    let by_arn = [("ResourceArn", Parameter::Text(arn))];
    let Some(description) = peer.ask("DescribeTable", &[("TableName", Parameter::Text(name))]).await? else {
        return Ok(Vec::new());
    };
    let Some(mut resource) = description.member("Table").map(|table| described(&*table)) else {
        return Ok(Vec::new());
    };
    drop(description);
    if let Some(tags) = peer.ask("ListTagsOfResource", &by_arn).await? {
        resource.tags.extend(tags.tags("Tags", "Key", "Value"));
    }
    if let Some(policy) = peer.ask("GetResourcePolicy", &by_arn).await? {
        resource.set_policy(policy.string("Policy"));
    }
    Ok(vec![(arn.to_owned(), resource)])
}
