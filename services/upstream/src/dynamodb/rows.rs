//! The authorization table of DynamoDB ("Actions, resources, and condition keys for Amazon DynamoDB" in the Service
//! Authorization Reference).

use awsim_plugin::access::{Access, Check};
use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::Input;

use super::items::{consuming, returning, selecting};
use super::{expressions, items, partiql, tables};
use crate::ask::{Ask, any, tagged, untagged};
use crate::service::{Row, row};

type Rows = Result<Access, ServiceError>;

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("BatchExecuteStatement", |ask| statements(ask, "Statements")),
    row("BatchGetItem", batch_get),
    row("BatchWriteItem", batch_write),
    row("CancelBulkOperation", |ask| on_arn(ask, "BulkOperationArn")),
    row("CreateBackup", on_table),
    row("CreateGlobalTable", on_global_table_and_table),
    row("CreateTable", create_table),
    row("DeleteBackup", |ask| on_arn(ask, "BackupArn")),
    row("DeleteItem", write),
    row("DeleteResourcePolicy", |ask| on_arn(ask, "ResourceArn")),
    row("DeleteTable", on_table),
    row("DescribeBackup", |ask| on_arn(ask, "BackupArn")),
    row("DescribeBulkOperation", |ask| on_arn(ask, "BulkOperationArn")),
    row("DescribeContinuousBackups", on_table),
    row("DescribeContributorInsights", on_table_or_index),
    row("DescribeEndpoints", any),
    row("DescribeExport", |ask| on_arn(ask, "ExportArn")),
    row("DescribeGlobalTable", on_global_table),
    row("DescribeGlobalTableSettings", on_global_table),
    row("DescribeImport", |ask| on_arn(ask, "ImportArn")),
    row("DescribeKinesisStreamingDestination", on_table),
    row("DescribeLimits", any),
    row("DescribeTable", on_table),
    row("DescribeTableReplicaAutoScaling", on_table),
    row("DescribeTimeToLive", on_table),
    row("DisableKinesisStreamingDestination", on_table),
    row("EnableKinesisStreamingDestination", on_table),
    row("ExecuteStatement", |ask| Ok(vec![partiql::check(ask, ask.input())?])),
    row("ExecuteTransaction", |ask| statements(ask, "TransactStatements")),
    row("ExportTableToPointInTime", |ask| on_named_table(ask, "TableArn")),
    row("GetItem", read),
    row("GetResourcePolicy", |ask| on_arn(ask, "ResourceArn")),
    row("ImportTable", import_table),
    row("ListBackups", any),
    row("ListBulkOperations", any),
    row("ListContributorInsights", any),
    row("ListExports", any),
    row("ListGlobalTables", any),
    row("ListImports", any),
    row("ListTables", any),
    row("ListTagsOfResource", |ask| on_arn(ask, "ResourceArn")),
    row("PutItem", write),
    row("PutResourcePolicy", |ask| on_arn(ask, "ResourceArn")),
    row("Query", query),
    row("RestoreTableFromBackup", restore_from_backup),
    row("RestoreTableToPointInTime", restore_to_point_in_time),
    row("Scan", query),
    row("SearchVectors", on_table_or_index),
    row("StartBulkPutItems", on_table),
    row("TagResource", tag),
    row("TransactGetItems", |ask| transact(ask, &[("Get", "GetItem")], selecting)),
    row("TransactWriteItems", |ask| transact(ask, TRANSACTED, |check, _| check)),
    row("UntagResource", untag),
    row("UpdateContinuousBackups", on_table),
    row("UpdateContributorInsights", on_table_or_index),
    row("UpdateGlobalTable", on_global_table_and_table),
    row("UpdateGlobalTableSettings", on_global_table_and_table),
    row("UpdateItem", write),
    row("UpdateKinesisStreamingDestination", on_table),
    row("UpdateTable", update_table),
    row("UpdateTableReplicaAutoScaling", on_table),
    row("UpdateTimeToLive", on_table),
];

/// What a transaction may do to an item, and the action that it is.
const TRANSACTED: &[(&str, &str)] = &[
    ("ConditionCheck", "ConditionCheckItem"),
    ("Delete", "DeleteItem"),
    ("Put", "PutItem"),
    ("Update", "UpdateItem"),
];

fn on_named_table(ask: &Ask<'_>, member: &str) -> Rows {
    Ok(vec![ask.check(tables::table(ask, member)?)])
}

fn on_table(ask: &Ask<'_>) -> Rows {
    on_named_table(ask, "TableName")
}

fn on_table_or_index(ask: &Ask<'_>) -> Rows {
    let table = tables::table(ask, "TableName")?;
    let resource = match ask.text("IndexName") {
        Some(index) => tables::index(&table, &index)?,
        None => table,
    };
    Ok(vec![ask.check(resource)])
}

fn on_arn(ask: &Ask<'_>, member: &str) -> Rows {
    let arn = ask.need(member)?;
    match tables::table_of(&arn) {
        Some(_) => Ok(vec![ask.check(arn)]),
        None => Err(ServiceError::validation(format!("{arn:?} is no ARN of DynamoDB."))),
    }
}

/// A global table of the first version has no region.
fn global_table(ask: &Ask<'_>) -> Result<String, ServiceError> {
    let cx = ask.request.cx;
    Ok(cx.arn("dynamodb", "", cx.account(), format_args!("global-table/{}", ask.need("GlobalTableName")?)))
}

fn on_global_table(ask: &Ask<'_>) -> Rows {
    Ok(vec![ask.check(global_table(ask)?)])
}

fn on_global_table_and_table(ask: &Ask<'_>) -> Rows {
    let table = tables::table(ask, "GlobalTableName")?;
    Ok(vec![ask.check(global_table(ask)?), ask.check(table)])
}

fn create_table(ask: &Ask<'_>) -> Rows {
    let table = tables::table(ask, "TableName")?;
    let tags = ask.request_tags("Tags", "Key", "Value");
    let mut checks = vec![tagged(ask.check(&*table), &tags)];
    if !tags.is_empty() {
        checks.push(tagged(ask.action("TagResource", &*table), &tags));
    }
    if ask.input().member("ResourcePolicy").is_some() {
        checks.push(ask.action("PutResourcePolicy", &*table));
    }
    if let Some(source) = ask.text("GlobalTableSourceArn") {
        checks.push(ask.action("AssociateTableReplica", tables::of_arn(&source)?));
    }
    Ok(checks)
}

/// What a new replica takes: the table is made there, and its items are copied ("Using IAM with DynamoDB global tables" in the
/// DynamoDB Developer Guide).
const REPLICATING: &[&str] = &[
    "BatchWriteItem",
    "CreateTable",
    "CreateTableReplica",
    "DeleteItem",
    "GetItem",
    "PutItem",
    "Query",
    "Scan",
    "UpdateItem",
];

fn update_table(ask: &Ask<'_>) -> Rows {
    let table = tables::table(ask, "TableName")?;
    let mut checks = vec![ask.check(&*table)];
    for (member, part, actions) in [
        ("ReplicaUpdates", "Create", REPLICATING),
        ("ReplicaUpdates", "Delete", &["DeleteTableReplica"]),
        ("GlobalTableWitnessUpdates", "Create", &["CreateGlobalTableWitness"]),
        ("GlobalTableWitnessUpdates", "Delete", &["DeleteGlobalTableWitness"]),
    ] {
        let updates = ask.input().member(member);
        if updates
            .is_some_and(|updates| updates.elements().iter().any(|update| update.member(part).is_some()))
        {
            checks.extend(actions.iter().map(|action| ask.action(action, &*table)));
        }
    }
    Ok(checks)
}

/// What restoring a table does to the new one.
const RESTORING: [&str; 7] =
    ["BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "Scan", "UpdateItem"];

fn restore(ask: &Ask<'_>, source: String) -> Rows {
    let target = tables::table(ask, "TargetTableName")?;
    let mut checks = vec![ask.check(source), ask.check(&*target)];
    checks.extend(RESTORING.iter().map(|action| ask.action(action, &*target)));
    Ok(checks)
}

fn restore_from_backup(ask: &Ask<'_>) -> Rows {
    let backup = ask.need("BackupArn")?;
    tables::of_arn(&backup)?;
    restore(ask, backup)
}

fn restore_to_point_in_time(ask: &Ask<'_>) -> Rows {
    let member = if ask.text("SourceTableArn").is_some() { "SourceTableArn" } else { "SourceTableName" };
    restore(ask, tables::table(ask, member)?)
}

fn import_table(ask: &Ask<'_>) -> Rows {
    let table = ask.input().member("TableCreationParameters").and_then(|table| table.string("TableName"));
    let table = tables::of_text(ask, &table.unwrap_or_default())?;
    Ok(vec![ask.check(table)])
}

fn tag(ask: &Ask<'_>) -> Rows {
    let tags = ask.request_tags("Tags", "Key", "Value");
    Ok(on_arn(ask, "ResourceArn")?.into_iter().map(|check| tagged(check, &tags)).collect())
}

fn untag(ask: &Ask<'_>) -> Rows {
    let keys = ask.input().strings("TagKeys");
    Ok(on_arn(ask, "ResourceArn")?.into_iter().map(|check| untagged(check, &keys)).collect())
}

fn item(ask: &Ask<'_>, finish: fn(Check, &dyn Input) -> Check) -> Rows {
    let check = items::check(ask, ask.request.operation, ask.input())?;
    Ok(vec![consuming(finish(check, ask.input()), ask.input())])
}

fn read(ask: &Ask<'_>) -> Rows {
    item(ask, selecting)
}

fn write(ask: &Ask<'_>) -> Rows {
    item(ask, returning)
}

fn query(ask: &Ask<'_>) -> Rows {
    item(ask, selecting)
}

/// One check for each table of a batch, with the partition keys of all its items.
fn batch(
    ask: &Ask<'_>,
    finish: fn(Check, &dyn Input) -> Check,
    parts: impl Fn(&dyn Input, &str) -> (Vec<String>, Vec<String>),
) -> Rows {
    let tables = ask.input().member("RequestItems");
    let tables = tables.as_deref().map(Input::entries).unwrap_or_default();
    if tables.is_empty() {
        return Err(ServiceError::validation("The request names no table."));
    }
    let check = |(name, requests): &(String, Box<dyn Input + '_>)| {
        let table = tables::of_text(ask, name)?;
        let hash = items::hash(ask, &table, None).unwrap_or_default();
        let (keys, attributes) = parts(&**requests, &hash);
        let check = finish(items::with_items(ask.check(table), keys, attributes), &**requests);
        Ok(consuming(check, ask.input()))
    };
    tables.iter().map(check).collect()
}

fn batch_get(ask: &Ask<'_>) -> Rows {
    batch(ask, selecting, |request, hash| {
        let keys = request.member("Keys");
        let keys = keys.as_deref().map(Input::elements).unwrap_or_default();
        let mut attributes = expressions::attributes(request);
        attributes.extend(keys.iter().flat_map(|key| key.entries()).map(|(name, _)| name));
        attributes.sort_unstable();
        attributes.dedup();
        (keys.iter().filter_map(|key| items::key_of(&**key, hash)).collect(), attributes)
    })
}

fn batch_write(ask: &Ask<'_>) -> Rows {
    let as_it_is = |check, _: &dyn Input| check;
    batch(ask, as_it_is, |requests, hash| {
        let (mut keys, mut attributes) = (Vec::new(), Vec::new());
        for request in requests.elements() {
            for (kind, part) in [("PutRequest", "Item"), ("DeleteRequest", "Key")] {
                let item = request.member(kind);
                let Some(item) = item.as_deref().and_then(|request| request.member(part)) else { continue };
                keys.extend(items::key_of(&*item, hash));
                attributes.extend(item.entries().into_iter().map(|(name, _)| name));
            }
        }
        attributes.sort_unstable();
        attributes.dedup();
        (keys, attributes)
    })
}

/// One check for each item of a transaction.
fn transact(ask: &Ask<'_>, kinds: &[(&str, &str)], finish: fn(Check, &dyn Input) -> Check) -> Rows {
    let transacted = ask.input().member("TransactItems");
    let mut checks = Vec::new();
    for item in transacted.as_deref().map(Input::elements).unwrap_or_default() {
        for (kind, action) in kinds {
            let Some(part) = item.member(kind) else { continue };
            let check = consuming(finish(items::check(ask, action, &*part)?, &*part), ask.input());
            checks.push(check.with_string("dynamodb:EnclosingOperation", Some(ask.request.operation)));
        }
    }
    nothing_is_refused(checks)
}

/// One check for each statement of a batch or transaction.
fn statements(ask: &Ask<'_>, member: &str) -> Rows {
    let statements = ask.input().member(member);
    let mut checks = Vec::new();
    for statement in statements.as_deref().map(Input::elements).unwrap_or_default() {
        let check = partiql::check(ask, &*statement)?;
        checks.push(check.with_string("dynamodb:EnclosingOperation", Some(ask.request.operation)));
    }
    nothing_is_refused(checks)
}

fn nothing_is_refused(checks: Access) -> Rows {
    match checks.is_empty() {
        true => Err(ServiceError::validation("The request asks for nothing.")),
        false => Ok(checks),
    }
}
