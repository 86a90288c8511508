//! The authorization table of KMS ("Actions, resources, and condition keys for AWS Key Management Service" in the Service
//! Authorization Reference).

use awsim_plugin::access::{Access, Check, ContextValue};
use awsim_plugin::error::ServiceError;

use super::{aliases, ciphertext, context, keys};
use crate::ask::{Ask, any, tagged, untagged};
use crate::service::{Row, row};

type Rows = Result<Access, ServiceError>;

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("CancelKeyDeletion", on_key),
    row("ConnectCustomKeyStore", on_any),
    row("CreateAlias", aliases::create),
    row("CreateCustomKeyStore", on_any),
    row("CreateGrant", create_grant),
    row("CreateKey", create_key),
    row("Decapsulate", on_key),
    row("Decrypt", decrypt),
    row("DeleteAlias", aliases::delete),
    row("DeleteCustomKeyStore", on_any),
    row("DeleteImportedKeyMaterial", on_key),
    row("DeriveSharedSecret", on_key),
    row("DescribeCustomKeyStores", on_any),
    row("DescribeKey", on_key),
    row("DisableKey", on_key),
    row("DisableKeyRotation", on_key),
    row("DisconnectCustomKeyStore", on_any),
    row("EnableKey", on_key),
    row("EnableKeyRotation", on_key),
    row("Encapsulate", on_key),
    row("Encrypt", encrypt),
    row("GenerateDataKey", encrypt),
    row("GenerateDataKeyPair", encrypt),
    row("GenerateDataKeyPairWithoutPlaintext", encrypt),
    row("GenerateDataKeyWithoutPlaintext", encrypt),
    row("GenerateMac", on_key),
    row("GenerateRandom", on_any),
    row("GetKeyLastUsage", on_key),
    row("GetKeyPolicy", on_key),
    row("GetKeyRotationStatus", on_key),
    row("GetParametersForImport", on_key),
    row("GetPublicKey", on_key),
    row("ImportKeyMaterial", on_key),
    row("ListAliases", on_any),
    row("ListGrants", on_grants),
    row("ListKeyPolicies", on_key),
    row("ListKeyRotations", on_key),
    row("ListKeys", on_any),
    row("ListResourceTags", on_key),
    row("ListRetirableGrants", any),
    row("PutKeyPolicy", |ask| Ok(vec![context::bypassing(ask, check(ask)?)])),
    row("ReEncrypt", re_encrypt),
    row("ReplicateKey", replicate),
    row("RetireGrant", retire_grant),
    row("RevokeGrant", on_grants),
    row("RotateKeyOnDemand", on_key),
    row("ScheduleKeyDeletion", on_key),
    row("Sign", on_key),
    row("TagResource", |ask| Ok(vec![tagged(check(ask)?, &tags(ask))])),
    row("UntagResource", |ask| Ok(vec![untagged(check(ask)?, &ask.input().strings("TagKeys"))])),
    row("UpdateAlias", aliases::update),
    row("UpdateCustomKeyStore", on_any),
    row("UpdateKeyDescription", on_key),
    row("UpdatePrimaryRegion", on_key),
    row("Verify", on_key),
    row("VerifyMac", on_key),
];

/// The operation's own action on the key that the request names.
fn check(ask: &Ask<'_>) -> Result<Check, ServiceError> {
    Ok(context::of_key(ask, ask.request.operation, keys::key(ask, "KeyId")?))
}

fn on_key(ask: &Ask<'_>) -> Rows {
    Ok(vec![check(ask)?])
}

/// The operation's own action, on nothing in particular.
fn on_any(ask: &Ask<'_>) -> Rows {
    Ok(vec![context::of_caller(ask, ask.check("*"))])
}

fn tags(ask: &Ask<'_>) -> Vec<(String, String)> {
    ask.request_tags("Tags", "TagKey", "TagValue")
}

fn encrypt(ask: &Ask<'_>) -> Rows {
    let check = context::algorithm(ask, check(ask)?, "EncryptionAlgorithm");
    Ok(vec![context::encryption(ask.input(), check, &["EncryptionContext"])])
}

/// With the key that the request names, or the one that the ciphertext was made with.
fn decrypt(ask: &Ask<'_>) -> Rows {
    let key = match ask.text("KeyId") {
        Some(_) => keys::key(ask, "KeyId")?,
        None => ciphertext::need_key(ask, "CiphertextBlob")?,
    };
    let check = context::algorithm(ask, context::of_key(ask, "Decrypt", key), "EncryptionAlgorithm");
    Ok(vec![context::encryption(ask.input(), check, &["EncryptionContext"])])
}

/// From one key to another: each needs a permission of its own.
fn re_encrypt(ask: &Ask<'_>) -> Rows {
    let source = match ask.text("SourceKeyId") {
        Some(_) => keys::key(ask, "SourceKeyId")?,
        None => ciphertext::need_key(ask, "CiphertextBlob")?,
    };
    let destination = keys::key(ask, "DestinationKeyId")?;
    let same = ContextValue::Boolean(source == destination);
    let on = |action: &str, key: String, side: &str| {
        let check = context::of_key(ask, action, key).with("kms:ReEncryptOnSameKey", same.clone());
        let check = context::algorithm(ask, check, &format!("{side}EncryptionAlgorithm"));
        context::encryption(ask.input(), check, &[&format!("{side}EncryptionContext")])
    };
    Ok(vec![on("ReEncryptFrom", source, "Source"), on("ReEncryptTo", destination, "Destination")])
}

fn create_key(ask: &Ask<'_>) -> Rows {
    let several = ask.input().is_true("MultiRegion");
    created(ask, |check| {
        let kind = several.then_some("PRIMARY");
        let check = check
            .with_string("kms:KeySpec", ask.text("KeySpec").or_else(|| ask.text("CustomerMasterKeySpec")))
            .with_string("kms:KeyUsage", ask.text("KeyUsage"))
            .with_string("kms:KeyOrigin", ask.text("Origin"));
        check
            .with("kms:MultiRegion", ContextValue::Boolean(several))
            .with_string("kms:MultiRegionKeyType", kind)
    })
}

/// The copy is another key, which is created.
fn replicate(ask: &Ask<'_>) -> Rows {
    let own = check(ask)?;
    let original = ask.resource(&own.resource);
    let copy = created(ask, |mut check| {
        for fact in ["kms:KeySpec", "kms:KeyUsage", "kms:KeyOrigin"] {
            check = check.with_string(fact, original.and_then(|key| key.fact(fact)));
        }
        check
            .with("kms:MultiRegion", ContextValue::Boolean(true))
            .with_string("kms:MultiRegionKeyType", Some("REPLICA"))
    })?;
    Ok(std::iter::once(own).chain(copy).collect())
}

/// What making a key takes, of which this says what it shall be. Its id, nobody knows yet: tags take a permission on all keys.
fn created(ask: &Ask<'_>, describe: impl Fn(Check) -> Check) -> Rows {
    let tags = tags(ask);
    let on = |action: &str, resource: String| {
        tagged(describe(context::of_caller(ask, ask.action(action, resource))), &tags)
    };
    let create = context::bypassing(ask, on("CreateKey", "*".to_owned()));
    let tag = (!tags.is_empty()).then(|| on("TagResource", ask.arn("key/*")));
    Ok(std::iter::once(create).chain(tag).collect())
}

/// What a grant may constrain of the encryption context.
const CONSTRAINTS: [&str; 2] = ["EncryptionContextEquals", "EncryptionContextSubset"];

/// Whom a grant names, and in what role.
const GRANTED: [(&str, &str); 4] = [
    ("GranteePrincipal", "kms:GranteePrincipal"),
    ("GranteeServicePrincipal", "kms:GranteeServicePrincipal"),
    ("RetiringPrincipal", "kms:RetiringPrincipal"),
    ("RetiringServicePrincipal", "kms:RetiringServicePrincipal"),
];

fn create_grant(ask: &Ask<'_>) -> Rows {
    let mut check = for_resource(check(ask)?);
    for (member, key) in GRANTED {
        check = check.with_string(key, ask.text(member));
    }
    let operations = ask.input().strings("Operations");
    if !operations.is_empty() {
        check = check.with("kms:GrantOperations", ContextValue::Strings(operations));
    }
    if let Some(constraints) = ask.input().member("Constraints") {
        let kind = CONSTRAINTS.into_iter().find(|kind| constraints.member(kind).is_some());
        check = check
            .with_string("kms:GrantConstraintType", kind)
            .with_string("kms:GrantConstraintSourceArn", constraints.string("SourceArn"));
        check = context::encryption(&*constraints, check, &CONSTRAINTS);
    }
    Ok(vec![check])
}

fn on_grants(ask: &Ask<'_>) -> Rows {
    Ok(vec![for_resource(check(ask)?)])
}

/// A check with whether a service of AWS makes the request for a resource of its own, which none does here.
fn for_resource(check: Check) -> Check {
    check.with("kms:GrantIsForAWSResource", ContextValue::Boolean(false))
}

/// A grant token names its grant to nobody but the server: it takes a permission on all keys.
fn retire_grant(ask: &Ask<'_>) -> Rows {
    match ask.text("KeyId") {
        Some(_) => on_key(ask),
        None => Ok(vec![ask.check(ask.arn("key/*"))]),
    }
}
