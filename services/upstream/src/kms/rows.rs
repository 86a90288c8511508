//! The authorization table of KMS ("Actions, resources, and condition keys for AWS Key Management Service" in the Service
//! Authorization Reference).

use awsim_plugin::access::{Access, ContextValue};
use awsim_plugin::error::ServiceError;

use super::{aliases, ciphertext, context, keys};
use crate::ask::{Ask, any, tagged, untagged};
use crate::service::{Row, row};

type Rows = Result<Access, ServiceError>;

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("CancelKeyDeletion", on_key),
    row("ConnectCustomKeyStore", any),
    row("CreateAlias", aliases::create),
    row("CreateCustomKeyStore", any),
    row("CreateGrant", create_grant),
    row("CreateKey", create_key),
    row("Decapsulate", on_key),
    row("Decrypt", decrypt),
    row("DeleteAlias", aliases::delete),
    row("DeleteCustomKeyStore", any),
    row("DeleteImportedKeyMaterial", on_key),
    row("DeriveSharedSecret", on_key),
    row("DescribeCustomKeyStores", any),
    row("DescribeKey", on_key),
    row("DisableKey", on_key),
    row("DisableKeyRotation", on_key),
    row("DisconnectCustomKeyStore", any),
    row("EnableKey", on_key),
    row("EnableKeyRotation", on_key),
    row("Encapsulate", on_key),
    row("Encrypt", encrypt),
    row("GenerateDataKey", encrypt),
    row("GenerateDataKeyPair", encrypt),
    row("GenerateDataKeyPairWithoutPlaintext", encrypt),
    row("GenerateDataKeyWithoutPlaintext", encrypt),
    row("GenerateMac", on_key),
    row("GenerateRandom", any),
    row("GetKeyLastUsage", on_key),
    row("GetKeyPolicy", on_key),
    row("GetKeyRotationStatus", on_key),
    row("GetParametersForImport", on_key),
    row("GetPublicKey", on_key),
    row("ImportKeyMaterial", on_key),
    row("ListAliases", any),
    row("ListGrants", on_key),
    row("ListKeyPolicies", on_key),
    row("ListKeyRotations", on_key),
    row("ListKeys", any),
    row("ListResourceTags", on_key),
    row("ListRetirableGrants", any),
    row("PutKeyPolicy", on_key),
    row("ReEncrypt", re_encrypt),
    row("ReplicateKey", replicate),
    row("RetireGrant", retire_grant),
    row("RevokeGrant", on_key),
    row("RotateKeyOnDemand", on_key),
    row("ScheduleKeyDeletion", on_key),
    row("Sign", on_key),
    row("TagResource", |ask| Ok(vec![tagged(check(ask)?, &tags(ask))])),
    row("UntagResource", |ask| Ok(vec![untagged(check(ask)?, &ask.input().strings("TagKeys"))])),
    row("UpdateAlias", aliases::update),
    row("UpdateCustomKeyStore", any),
    row("UpdateKeyDescription", on_key),
    row("UpdatePrimaryRegion", on_key),
    row("Verify", on_key),
    row("VerifyMac", on_key),
];

/// The operation's own action on the key that the request names.
fn check(ask: &Ask<'_>) -> Result<awsim_plugin::access::Check, ServiceError> {
    Ok(context::of_key(ask, ask.request.operation, keys::key(ask, "KeyId")?))
}

fn on_key(ask: &Ask<'_>) -> Rows {
    Ok(vec![check(ask)?])
}

fn tags(ask: &Ask<'_>) -> Vec<(String, String)> {
    ask.request_tags("Tags", "TagKey", "TagValue")
}

fn encrypt(ask: &Ask<'_>) -> Rows {
    Ok(vec![context::encryption(ask, check(ask)?, "EncryptionContext")])
}

/// With the key that the request names, or the one that the ciphertext was made with.
fn decrypt(ask: &Ask<'_>) -> Rows {
    let key = match ask.text("KeyId") {
        Some(_) => keys::key(ask, "KeyId")?,
        None => ciphertext::need_key(ask, "CiphertextBlob")?,
    };
    Ok(vec![context::encryption(ask, context::of_key(ask, "Decrypt", key), "EncryptionContext")])
}

/// From one key to another: each needs a permission of its own.
fn re_encrypt(ask: &Ask<'_>) -> Rows {
    let source = match ask.text("SourceKeyId") {
        Some(_) => keys::key(ask, "SourceKeyId")?,
        None => ciphertext::need_key(ask, "CiphertextBlob")?,
    };
    let destination = keys::key(ask, "DestinationKeyId")?;
    let same = ContextValue::Boolean(source == destination);
    let from = context::of_key(ask, "ReEncryptFrom", source).with("kms:ReEncryptOnSameKey", same.clone());
    let to = context::of_key(ask, "ReEncryptTo", destination).with("kms:ReEncryptOnSameKey", same);
    Ok(vec![
        context::encryption(ask, from, "SourceEncryptionContext"),
        context::encryption(ask, to, "DestinationEncryptionContext"),
    ])
}

fn create_key(ask: &Ask<'_>) -> Rows {
    let tags = tags(ask);
    let several = ContextValue::Boolean(ask.input().is_true("MultiRegion"));
    let on = |action: &str| {
        let check = context::request(ask, ask.action(action, "*"), true);
        tagged(check.with("kms:MultiRegion", several.clone()), &tags)
    };
    let tag = (!tags.is_empty()).then(|| on("TagResource"));
    Ok(std::iter::once(on("CreateKey")).chain(tag).collect())
}

/// The copy is another key, which is created.
fn replicate(ask: &Ask<'_>) -> Rows {
    let tags = tags(ask);
    let create = tagged(context::request(ask, ask.action("CreateKey", "*"), true), &tags);
    let mut checks = vec![check(ask)?, create];
    if !tags.is_empty() {
        checks.push(tagged(ask.action("TagResource", "*"), &tags));
    }
    Ok(checks)
}

fn create_grant(ask: &Ask<'_>) -> Rows {
    let mut check = check(ask)?.with("kms:GrantIsForAWSResource", ContextValue::Boolean(false));
    let operations = ask.input().strings("Operations");
    if !operations.is_empty() {
        check = check.with("kms:GrantOperations", ContextValue::Strings(operations));
    }
    if let Some(constraints) = ask.input().member("Constraints") {
        let kinds = ["EncryptionContextEquals", "EncryptionContextSubset"];
        let kind = kinds.into_iter().find(|kind| constraints.member(kind).is_some());
        check = check.with_string("kms:GrantConstraintType", kind);
    }
    Ok(vec![check])
}

/// A grant token names its grant to nobody but the server: it takes a permission on all keys.
fn retire_grant(ask: &Ask<'_>) -> Rows {
    match ask.text("KeyId") {
        Some(_) => on_key(ask),
        None => Ok(vec![ask.check(ask.arn("key/*"))]),
    }
}
