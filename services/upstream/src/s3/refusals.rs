//! What S3 refuses of requests that are allowed: names that another account has, policies that are none or public, access
//! control lists where there shall be none. And what servers do of their own that nobody has decided on.

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::Input;

use super::buckets::{self, BLOCK_SETTINGS, Bucket};
use super::{access_lists, names, policies, public};
use crate::ask::Ask;

/// What may refuse a request, which is for the bucket with this ARN or for something in it.
type Refusal = fn(&Ask<'_>, &str) -> Result<(), ServiceError>;

/// What may refuse a request of an operation, beside what may refuse every request.
const REFUSALS: &[(&str, Refusal)] = &[
    ("CopyObject", |ask, bucket| list_of_object(ask, bucket, "PutObject")),
    ("CreateBucket", creation),
    ("CreateMultipartUpload", |ask, bucket| list_of_object(ask, bucket, "PutObject")),
    ("DeleteBucketPolicy", of_owner),
    ("GetBucketPolicy", of_owner),
    ("PutBucketAcl", |ask, bucket| access_list(ask, bucket, "PutBucketAcl", |_| Ok(bucket.to_owned()))),
    ("PutBucketPolicy", policy),
    ("PutObject", |ask, bucket| list_of_object(ask, bucket, "PutObject")),
    ("PutObjectAcl", |ask, bucket| list_of_object(ask, bucket, "PutObjectAcl")),
];

/// Refuses what S3 refuses.
///
/// # Errors
/// The refusal.
pub(super) fn refuse(ask: &Ask<'_>) -> Result<(), ServiceError> {
    let Ok(arn) = names::bucket(ask) else { return Ok(()) };
    of_others(ask, &arn)?;
    unpacked(ask)?;
    match REFUSALS.iter().find(|(operation, _)| *operation == ask.request.operation) {
        Some((_, refuse)) => refuse(ask, &arn),
        None => Ok(()),
    }
}

/// A request may say whose it expects the bucket to be ("Verifying bucket ownership with bucket owner condition" in the S3
/// User Guide).
fn of_others(ask: &Ask<'_>, arn: &str) -> Result<(), ServiceError> {
    let source = names::sources(ask).ok().and_then(|sources| sources.into_iter().next());
    let expected = |member: &str, arn: Option<&str>| {
        let owner = arn.and_then(|arn| ask.owner(arn)).map(|owner| owner.to_string());
        ask.text(member).zip(owner).is_none_or(|(expected, owner)| expected == owner)
    };
    let source = source.as_ref().map(|source| &*source.object);
    match expected("ExpectedBucketOwner", Some(arn)) && expected("ExpectedSourceBucketOwner", source) {
        true => Ok(()),
        false => Err(denied("Access Denied")),
    }
}

/// With these metadata some servers unpack an archive that is written, to keys that the request does not name.
fn unpacked(ask: &Ask<'_>) -> Result<(), ServiceError> {
    match ask.input().keys("Metadata").iter().any(|name| is_of_archive(name)) {
        true => {
            let message = "A header you provided implies functionality that is not implemented";
            Err(ServiceError::sender("NotImplemented", 501, message))
        }
        false => Ok(()),
    }
}

fn is_of_archive(metadata: &str) -> bool {
    ["snowball-", "minio-"].iter().any(|start| metadata.starts_with(start))
}

/// Only who belongs to the account of a bucket gets at its policy, whatever policies allow.
fn of_owner(ask: &Ask<'_>, arn: &str) -> Result<(), ServiceError> {
    match ask.owner(arn).is_none_or(|owner| owner == ask.request.cx.account()) {
        true => Ok(()),
        false => {
            let message = "The specified method is not allowed against this resource.";
            Err(ServiceError::sender("MethodNotAllowed", 405, message))
        }
    }
}

/// The names of buckets are good for all accounts.
fn creation(ask: &Ask<'_>, arn: &str) -> Result<(), ServiceError> {
    if ask.owner(arn).is_some_and(|owner| owner != ask.request.cx.account()) {
        let message = "The requested bucket name is not available. The bucket namespace is shared by all users of the \
                       system. Please select a different name and try again.";
        return Err(ServiceError::sender("BucketAlreadyExists", 409, message));
    }
    let input = ask.input();
    let is_private = input.string("ACL").is_none_or(|canned| canned == "private");
    let enforced = input.string("ObjectOwnership").is_none_or(|ownership| ownership == buckets::ENFORCED);
    match access_lists::is_given(input) {
        true if enforced && !(is_private && access_lists::granted(input).is_empty()) => {
            let message = "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting";
            Err(ServiceError::sender("InvalidBucketAclWithObjectOwnership", 400, message))
        }
        // Public access to a new bucket is blocked.
        true => public_list(ask, "CreateBucket", arn),
        false => Ok(()),
    }
}

fn policy(ask: &Ask<'_>, arn: &str) -> Result<(), ServiceError> {
    of_owner(ask, arn)?;
    let text = ask.text("Policy").unwrap_or_default();
    policies::check(&text, arn)?;
    let blocks = ask.resource(arn).is_none_or(|bucket| Bucket(bucket).blocks("BlockPublicPolicy"));
    match blocks && public::is_public(&text) {
        true => Err(blocked(ask, "PutBucketPolicy", arn, "public policies are", "BlockPublicPolicy")),
        false => Ok(()),
    }
}

fn list_of_object(ask: &Ask<'_>, bucket: &str, action: &str) -> Result<(), ServiceError> {
    access_list(ask, bucket, action, names::object)
}

/// Refuses the access control list of a request for `action` on what `on` names, in the bucket with this ARN.
fn access_list(
    ask: &Ask<'_>,
    bucket: &str,
    action: &str,
    on: impl FnOnce(&Ask<'_>) -> Result<String, ServiceError>,
) -> Result<(), ServiceError> {
    let input = ask.input();
    if !access_lists::is_given(input) && input.member("AccessControlPolicy").is_none() {
        return Ok(());
    }
    let bucket = ask.resource(bucket).map(Bucket);
    if !bucket.is_some_and(Bucket::heeds_access_lists) {
        return match access_lists::is_of_owner(input) {
            true => Ok(()),
            false => {
                let message = "The bucket does not allow ACLs";
                Err(ServiceError::sender("AccessControlListNotSupported", 400, message))
            }
        };
    }
    let on = on(ask)?;
    match bucket.is_none_or(|bucket| bucket.blocks("BlockPublicAcls")) {
        true => public_list(ask, action, &on),
        false => Ok(()),
    }
}

/// Refuses an access control list that grants to the public.
fn public_list(ask: &Ask<'_>, action: &str, arn: &str) -> Result<(), ServiceError> {
    match access_lists::granted(ask.input()).is_empty() {
        true => Ok(()),
        false => {
            let what = "public access control lists (ACLs) are";
            Err(blocked(ask, action, arn, what, "BlockPublicAcls"))
        }
    }
}

fn blocked(ask: &Ask<'_>, action: &str, arn: &str, what: &str, setting: &str) -> ServiceError {
    let cx = ask.request.cx;
    let caller = cx.caller.arn(cx.partition);
    denied(format!(
        "User: {caller} is not authorized to perform: s3:{action} on resource: \"{arn}\" because {what} blocked by the \
         {setting} block public access setting."
    ))
}

fn denied(message: impl Into<String>) -> ServiceError {
    ServiceError::sender("AccessDenied", 403, message)
}

/// The settings of Block Public Access that a configuration turns on.
pub(super) fn turned_on(configuration: &dyn Input) -> Vec<&'static str> {
    BLOCK_SETTINGS.into_iter().filter(|setting| configuration.is_true(setting)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_of_archives_are_told() {
        for name in ["snowball-auto-extract", "minio-snowball-prefix"] {
            assert!(is_of_archive(name), "{name}");
        }
        for name in ["snow", "minions", "my-snowball-"] {
            assert!(!is_of_archive(name), "{name}");
        }
    }
}
