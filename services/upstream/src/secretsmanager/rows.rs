//! The authorization table of Secrets Manager ("Actions, resources, and condition keys for AWS Secrets Manager" in the
//! Service Authorization Reference).

use awsim_plugin::access::{Access, Check, ContextValue};
use awsim_plugin::error::ServiceError;

use super::secrets;
use crate::ask::{Ask, any, tagged, untagged};
use crate::service::{Row, row};

type Rows = Result<Access, ServiceError>;

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("AssociateCrossAccountReplica", associate),
    row("BatchGetSecretValue", batch),
    row("CancelRotateSecret", on_secret),
    row("CreateSecret", create),
    row("DeleteResourcePolicy", on_secret),
    row("DeleteSecret", delete),
    row("DescribeSecret", on_secret),
    row("DisassociateCrossAccountReplica", on_secret),
    row("GetRandomPassword", any),
    row("GetResourcePolicy", on_secret),
    row("GetSecretValue", get_value),
    row("ListResourcePolicies", on_secret),
    row("ListSecretVersionIds", on_secret),
    row("ListSecrets", any),
    row("PutResourcePolicy", put_policy),
    row("PutSecretValue", on_secret),
    row("RemoveRegionsFromReplication", on_secret),
    row("ReplicateSecretToRegions", replicate),
    row("RestoreSecret", on_secret),
    row("RotateSecret", rotate),
    row("StopReplicationToReplica", on_secret),
    row("TagResource", |ask| Ok(vec![tagged(secret(ask)?, &tags(ask))])),
    row("UntagResource", |ask| Ok(vec![untagged(secret(ask)?, &ask.input().strings("TagKeys"))])),
    row("UpdateSecret", |ask| Ok(vec![described(secret(ask)?, ask)])),
    row("UpdateSecretVersionStage", |ask| {
        Ok(vec![secret(ask)?.with_string("secretsmanager:VersionStage", ask.text("VersionStage"))])
    }),
    row("ValidateResourcePolicy", validate),
];

/// The operation's own action on the secret that the request names.
fn secret(ask: &Ask<'_>) -> Result<Check, ServiceError> {
    named(ask, ask.request.operation, &ask.need("SecretId")?)
}

/// An action on a secret, with what conditions ask for of every secret.
fn named(ask: &Ask<'_>, action: &str, id: &str) -> Result<Check, ServiceError> {
    let arn = secrets::resolve(ask, id)?;
    let mut check = ask.action(action, &*arn).with_string("secretsmanager:SecretId", Some(&*arn));
    let Some(resource) = ask.resource(&arn) else { return Ok(check) };
    for (key, value) in &resource.tags {
        check = check.with_string(format!("secretsmanager:ResourceTag/{key}"), Some(value));
    }
    let region = resource.fact("primaryRegion").unwrap_or(ask.request.cx.region);
    Ok(check
        .with_string("secretsmanager:SecretPrimaryRegion", Some(region))
        .with_string("secretsmanager:resource/AllowRotationLambdaArn", resource.fact("rotationLambda"))
        .with_string("secretsmanager:resource/Type", resource.fact("type")))
}

fn on_secret(ask: &Ask<'_>) -> Rows {
    Ok(vec![secret(ask)?])
}

fn tags(ask: &Ask<'_>) -> Vec<(String, String)> {
    ask.request_tags("Tags", "Key", "Value")
}

/// The ARN of the key that the request names, by it or by the key's id. Which key an alias stands for, only KMS knows.
fn kms_key(ask: &Ask<'_>) -> Option<String> {
    let (id, cx) = (ask.text("KmsKeyId")?, ask.request.cx);
    match (id.starts_with("arn:"), id.contains('/')) {
        (true, _) => Some(id),
        (false, true) => None,
        (false, false) => Some(cx.arn("kms", cx.region, cx.account(), format_args!("key/{id}"))),
    }
}

/// A check with what a request says of a secret.
fn described(check: Check, ask: &Ask<'_>) -> Check {
    check
        .with_string("secretsmanager:Description", ask.text("Description"))
        .with_string("secretsmanager:KmsKeyId", ask.text("KmsKeyId"))
        .with_string("secretsmanager:KmsKeyArn", kms_key(ask))
        .with_string("secretsmanager:Type", ask.text("Type"))
}

/// A check with the regions that a secret is copied to.
fn copied(check: Check, ask: &Ask<'_>) -> Check {
    let regions: Vec<String> = match ask.input().member("AddReplicaRegions") {
        Some(list) => list.elements().iter().filter_map(|replica| replica.string("Region")).collect(),
        None => Vec::new(),
    };
    let forced = ask.input().is_true("ForceOverwriteReplicaSecret");
    let check = check.with("secretsmanager:ForceOverwriteReplicaSecret", ContextValue::Boolean(forced));
    match regions.is_empty() {
        true => check,
        false => check.with("secretsmanager:AddReplicaRegions", ContextValue::Strings(regions)),
    }
}

fn create(ask: &Ask<'_>) -> Rows {
    let name = ask.need("Name")?;
    let arn = secrets::of_name(ask, &name)?;
    let tags = tags(ask);
    let own = ask.check(&*arn).with_string("secretsmanager:Name", Some(&*name));
    let mut checks = vec![copied(tagged(described(own, ask), &tags), ask)];
    if !tags.is_empty() {
        checks.push(tagged(ask.action("TagResource", &*arn), &tags));
    }
    if ask.input().member("AddReplicaRegions").is_some() {
        checks.push(copied(tagged(ask.action("ReplicateSecretToRegions", &*arn), &tags), ask));
    }
    Ok(checks)
}

fn delete(ask: &Ask<'_>) -> Rows {
    let forced = ask.input().is_true("ForceDeleteWithoutRecovery");
    let check = secret(ask)?.with("secretsmanager:ForceDeleteWithoutRecovery", ContextValue::Boolean(forced));
    let days = ask.text("RecoveryWindowInDays").and_then(|days| days.parse().ok());
    Ok(vec![match days {
        Some(days) => check.with("secretsmanager:RecoveryWindowInDays", ContextValue::Number(days)),
        None => check,
    }])
}

fn get_value(ask: &Ask<'_>) -> Rows {
    Ok(vec![
        secret(ask)?
            .with_string("secretsmanager:VersionId", ask.text("VersionId"))
            .with_string("secretsmanager:VersionStage", ask.text("VersionStage")),
    ])
}

/// Every secret needs the permission of its own. Which ones filters find, only the server knows: it takes a permission on
/// all of them.
fn batch(ask: &Ask<'_>) -> Rows {
    let mut checks = vec![ask.check("*")];
    for id in ask.input().strings("SecretIdList") {
        checks.push(named(ask, "GetSecretValue", &id)?);
    }
    if ask.input().member("Filters").is_some() {
        checks.push(ask.action("ListSecrets", "*"));
        checks.push(ask.action("GetSecretValue", ask.arn("secret:*")));
    }
    Ok(checks)
}

fn put_policy(ask: &Ask<'_>) -> Rows {
    let blocks = ask.input().is_true("BlockPublicPolicy");
    Ok(vec![secret(ask)?.with("secretsmanager:BlockPublicPolicy", ContextValue::Boolean(blocks))])
}

fn replicate(ask: &Ask<'_>) -> Rows {
    Ok(vec![copied(secret(ask)?, ask)])
}

fn rotate(ask: &Ask<'_>) -> Rows {
    let rules = ask.input().member("RotationRules").is_some();
    let now = ask.text("RotateImmediately").is_none_or(|now| now == "true");
    let check = secret(ask)?
        .with_string("secretsmanager:RotationLambdaARN", ask.text("RotationLambdaARN"))
        .with_string(
            "secretsmanager:ExternalSecretRotationRoleArn",
            ask.text("ExternalSecretRotationRoleArn"),
        )
        .with("secretsmanager:ModifyRotationRules", ContextValue::Boolean(rules))
        .with("secretsmanager:RotateImmediately", ContextValue::Boolean(now));
    Ok(with_role(ask, check, "ExternalSecretRotationRoleArn"))
}

fn associate(ask: &Ask<'_>) -> Rows {
    let check = secret(ask)?;
    Ok(with_role(ask, check, "ReplicationRoleARN"))
}

/// A check, and one for the role that the request gives to the service.
fn with_role(ask: &Ask<'_>, check: Check, member: &str) -> Access {
    let pass = |role| {
        Check::on("iam:PassRole", role)
            .with_string("iam:PassedToService", Some("secretsmanager.amazonaws.com"))
    };
    std::iter::once(check).chain(ask.text(member).map(pass)).collect()
}

fn validate(ask: &Ask<'_>) -> Rows {
    match ask.text("SecretId") {
        Some(id) => Ok(vec![secret(ask)?, named(ask, "PutResourcePolicy", &id)?]),
        None => any(ask),
    }
}
