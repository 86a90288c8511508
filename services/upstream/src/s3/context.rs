//! What conditions ask for ("Bucket policy examples using condition keys" in the S3 User Guide, and the keys of each action
//! in the Service Authorization Reference).

use awsim_plugin::access::{Check, ContextValue};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::upstream::Signed;

use super::buckets::Bucket;
use super::names;
use crate::ask::Ask;
use crate::resource;

/// Members of requests whose texts are condition keys, and the keys' names.
type Texts = &'static [(&'static str, &'static str)];

/// Of an access control list.
pub(super) const ACCESS: Texts = &[
    ("ACL", "s3:x-amz-acl"),
    ("GrantFullControl", "s3:x-amz-grant-full-control"),
    ("GrantRead", "s3:x-amz-grant-read"),
    ("GrantReadACP", "s3:x-amz-grant-read-acp"),
    ("GrantWrite", "s3:x-amz-grant-write"),
    ("GrantWriteACP", "s3:x-amz-grant-write-acp"),
];

/// Of an object that is written, besides its access control list and its locks.
const WRITTEN: Texts = &[
    ("AnnotationDirective", "s3:x-amz-object-annotation-directive"),
    ("IfMatch", "s3:if-match"),
    ("IfNoneMatch", "s3:if-none-match"),
    ("MetadataDirective", "s3:x-amz-metadata-directive"),
    ("SSECustomerAlgorithm", "s3:x-amz-server-side-encryption-customer-algorithm"),
    ("SSEKMSKeyId", "s3:x-amz-server-side-encryption-aws-kms-key-id"),
    ("ServerSideEncryption", "s3:x-amz-server-side-encryption"),
    ("StorageClass", "s3:x-amz-storage-class"),
    ("WebsiteRedirectLocation", "s3:x-amz-website-redirect-location"),
];

/// Of a list of objects.
const LISTED: Texts = &[("Prefix", "s3:prefix"), ("Delimiter", "s3:delimiter")];

/// The actions whose conditions may ask for the tags that an object has.
pub(super) const ON_TAGGED: &[&str] = &[
    "DeleteObjectAnnotation",
    "DeleteObjectTagging",
    "DeleteObjectVersionAnnotation",
    "DeleteObjectVersionTagging",
    "GetObject",
    "GetObjectAcl",
    "GetObjectAnnotation",
    "GetObjectAttributes",
    "GetObjectTagging",
    "GetObjectVersion",
    "GetObjectVersionAcl",
    "GetObjectVersionAnnotation",
    "GetObjectVersionAttributes",
    "GetObjectVersionTagging",
    "ListObjectAnnotations",
    "ListObjectVersionAnnotations",
    "PutObjectAcl",
    "PutObjectAnnotation",
    "PutObjectTagging",
    "PutObjectVersionAcl",
    "PutObjectVersionAnnotation",
    "PutObjectVersionTagging",
    "UpdateObjectEncryption",
];

/// The key with the days that an object is kept after an event.
pub(super) const EVENT_HOLD_DAYS: &str = "s3:object-lock-event-hold-duration-days";

/// The key with the version of an object.
pub(super) const VERSION: &str = "s3:VersionId";

/// What the names of the keys with the tags of an object begin with.
pub(super) const EXISTING_TAG: &str = "s3:ExistingObjectTag/";

/// An action on a bucket or an object, with what every request says.
pub(super) fn check(ask: &Ask<'_>, action: &str, arn: impl Into<String>) -> Check {
    let arn = arn.into();
    let owner = ask.owner(&arn);
    let bucket = ask.resource(&arn).map(Bucket);
    let object = resource::find(ask.state, &super::BUCKETS, &arn).filter(|_| ON_TAGGED.contains(&action));
    let mut check = signed(ask, Check::on(format!("s3:{action}"), arn));
    check =
        check.with_string("s3:ResourceAccount", Some(owner.unwrap_or(ask.request.cx.account()).to_string()));
    if let Some(owner) = owner {
        check = check.owned_by(owner);
    }
    for (key, value) in bucket.map(Bucket::tags).into_iter().flatten() {
        check = check.with_string(format!("s3:BucketTag/{key}"), Some(value));
        check = check.with_string(format!("aws:ResourceTag/{key}"), Some(value));
    }
    for (key, value) in object.map(|object| &object.tags).into_iter().flatten() {
        check = check.with_string(format!("{EXISTING_TAG}{key}"), Some(value));
    }
    check
}

/// A check with how the request is signed; anonymous requests are not.
fn signed(ask: &Ask<'_>, check: Check) -> Check {
    let Some(Signed { algorithm, in_query, at, payload }) = ask.request.signed else { return check };
    let kind = if in_query { "REST-QUERY-STRING" } else { "REST-HEADER" };
    let age = ask.request.cx.now.millis().saturating_sub(at.millis());
    check
        .with_string("s3:authType", Some(kind))
        .with_string("s3:signatureversion", Some(algorithm))
        .with("s3:signatureAge", ContextValue::Number(age))
        .with_string("s3:x-amz-content-sha256", payload)
}

/// A check with texts of the request.
pub(super) fn texts(ask: &Ask<'_>, check: Check, texts: Texts) -> Check {
    texts.iter().fold(check, |check, (member, key)| check.with_string(*key, ask.text(member)))
}

/// A check with the access control list that the request gives an object.
pub(super) fn access_list(ask: &Ask<'_>, check: Check) -> Check {
    texts(ask, texts(ask, check, ACCESS), &[("StorageClass", "s3:x-amz-storage-class")])
}

/// A check with a whole number of the request.
pub(super) fn number(ask: &Ask<'_>, check: Check, member: &str, key: &'static str) -> Check {
    match ask.text(member).and_then(|text| text.parse().ok()) {
        Some(number) => check.with(key, ContextValue::Number(number)),
        None => check,
    }
}

/// A check with the version of an object.
pub(super) fn version(check: Check, version: Option<String>) -> Check {
    check.with_string(VERSION, version)
}

/// A check with what a list is asked for.
pub(super) fn listed(ask: &Ask<'_>, check: Check) -> Check {
    number(ask, texts(ask, check, LISTED), "MaxKeys", "s3:max-keys")
}

/// A check with what the request says of the object that it writes: whether it makes one, from what, and how it is kept.
pub(super) fn written(ask: &Ask<'_>, check: Check, makes_object: bool) -> Check {
    let check = texts(ask, texts(ask, check, ACCESS), WRITTEN);
    let check = check.with("s3:ObjectCreationOperation", ContextValue::Boolean(makes_object));
    let check = held(ask, kept(ask, check));
    let source = names::sources(ask).ok().and_then(|sources| sources.into_iter().next());
    let source = source.as_ref().and_then(|source| names::parts(&source.object));
    let source = source.and_then(|(bucket, key)| Some(format!("{bucket}/{}", key?)));
    check.with_string("s3:x-amz-copy-source", source)
}

/// A check with how long the head of a request asks for an object to be kept.
pub(super) fn kept(ask: &Ask<'_>, check: Check) -> Check {
    let check = texts(
        ask,
        check,
        &[("ObjectLockEventHold", "s3:object-lock-event-hold"), ("ObjectLockMode", "s3:object-lock-mode")],
    );
    let check = number(ask, check, "ObjectLockEventHoldDurationDays", EVENT_HOLD_DAYS);
    retained(ask, check, ask.text("ObjectLockRetainUntilDate"))
}

/// A check with whether the head of a request asks for an object to be held.
pub(super) fn held(ask: &Ask<'_>, check: Check) -> Check {
    texts(ask, check, &[("ObjectLockLegalHoldStatus", "s3:object-lock-legal-hold")])
}

/// A check with the date until which an object is kept.
pub(super) fn retained(ask: &Ask<'_>, check: Check, until: Option<String>) -> Check {
    let Some(until) = until.and_then(|text| Timestamp::parse(&text).ok()) else { return check };
    let left = until.seconds().saturating_sub(ask.request.cx.now.seconds());
    // A day that has begun counts.
    let days = left.div_euclid(86_400) + i64::from(left.rem_euclid(86_400) > 0);
    check
        .with("s3:object-lock-retain-until-date", ContextValue::Timestamp(until))
        .with("s3:object-lock-remaining-retention-days", ContextValue::Number(days))
}

/// A check with the tags that a request gives an object.
pub(super) fn tagged(check: Check, tags: &[(String, String)]) -> Check {
    if tags.is_empty() {
        return check;
    }
    let keys = tags.iter().map(|(key, _)| key.clone()).collect();
    let check = check.with("s3:RequestObjectTagKeys", ContextValue::Strings(keys));
    tags.iter().fold(check, |check, (key, value)| {
        check.with_string(format!("s3:RequestObjectTag/{key}"), Some(value))
    })
}
